"""The pattern language of frames, as records.

``S recall {@ambassador} from O`` has a predicate (``recall``) and slots in
order. A slot is an actor (``S``, ``O``, ``S+``), a noun (``{…}``) or a
complement (``INF``, ``THAT``; ``MUST`` for a clause that says what somebody has
to do, ``INF{…}`` and the like for one with certain verbs), with the prepositions
that may introduce it. Slots behind a complement are looked for inside it first:
``S threaten INF O``, ``S demand THAT O``. ``S={@strike} hit O`` holds only where
the subject is one of some nouns, whose actor acts; ``_={war} oppose S+`` where it
is one that nobody need do, ``_ send S to O`` whoever does it. In ``"S n:{…}`` the predicate is
what ``S`` says, in its own few words, of whatever the text tells (``%O``, ``&O``) or of their
subject (``O``); a verb with ``-`` behind it has no object but a pronoun: ``S refuse - &O``.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from graph.extract.asked import Asked

#: What an element of each kind adds to a pattern's size.
_WEIGHT = {"actor": 2, "noun": 3, "infinitive": 2, "clause": 1, "duty": 2}
_SLOTS = (
    *("S", "S!", "~S", "~S!", "S+", "O", "O!", "~O", "~O!"),
    *("^O", "^~O", "%O", "&O", "&O+", "&S+", "*O", "*S", "?O"),
    *("INF", "THAT", "MUST"),
)
_COMPLEMENTS = {"INF": "infinitive", "THAT": "clause", "MUST": "duty"}
_PARTS = {"n": "noun", "a": "adjective", "v": "verb"}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that may fill a slot, with a modifier it must have."""

    lemma: str
    modifier: str = ""


@cache
def _asked(kind: str, nouns: frozenset[Noun]) -> Asked:
    nominal = kind not in _COMPLEMENTS.values()
    bare = frozenset(noun.lemma for noun in nouns if not (noun.modifier and nominal))
    pairs = frozenset((noun.lemma, noun.modifier) for noun in nouns if noun.modifier and nominal)
    return Asked(nominal, kind == "duty", bare, pairs)


@cache
def _one_of(*_: Hashable) -> object:
    """Return something that stands for some values, and is quicker to compare."""
    return object()


@dataclass(frozen=True, slots=True)
class Slot:
    """One element of a pattern beside its predicate."""

    kind: Literal["actor", "noun", "infinitive", "clause", "duty"]
    name: str = ""
    """``S``, ``O`` or ``S+`` of an actor."""

    prepositions: frozenset[str] = frozenset()
    """Any of them introduces it; empty for a direct argument."""

    nouns: frozenset[Noun] = frozenset()
    """What may fill a noun slot, or be the verb of a complement."""

    predicative: bool = False
    """``={…}``: said of the object or subject ("called it absurd"), not acted on."""

    attached: bool = False
    """``~O``: found anywhere in the element before; ``~S``: whose people act ("S's farmers");
    ``~S!``, ``~O!``: where the envoy in the element before serves."""

    kinds: frozenset[str] = frozenset()
    """``O/organisation+EU``: kinds of actor, or codes of countries, that may fill it."""

    said: bool = False
    """``"S``: whoever says that the predicate holds."""

    strict: bool = False
    """``O!``: the actor itself, not one inside the phrase."""

    context: str = ""
    """``^O``: whoever spoke to the subject before ("rejects the demand"); ``%O``: whoever accused
    the subject before ("denies the charge"); ``^~O``: whoever did what the last noun points at
    ("condemned these strikes"); ``&O``: whom the text means, likeliest, beside the subject
    ("recalled its ambassador"), of a refusal only whoever spoke, of a mediation the two sides of
    the quarrel, ``&O+``: all who concluded what was last told to be concluded
    ("praised the deal"), ``&S+``: both sides of what was last told; ``*O``, ``*S``: the subject
    of the clause that a noun belongs to ("at the request of A, B left"), or whoever answers it,
    behind a preposition only where the noun itself stands behind it ("with A's support, B left");
    ``?O``: whoever has to act, or must not, on that condition ("will leave unless B pays")."""

    asked: Asked = field(init=False, compare=False, repr=False)
    """The words that a sentence must have for it."""

    def __post_init__(self) -> None:
        """Work out once what is asked of every sentence."""
        object.__setattr__(self, "asked", _asked(self.kind, self.nouns))

    @property
    def weight(self) -> int:
        """How much it narrows a pattern."""
        if self.context:
            return 0
        listed = self.kind != "noun" and bool(self.nouns)
        narrow = self.strict or listed or bool(self.kinds)
        return _WEIGHT[self.kind] + narrow


@dataclass(frozen=True, slots=True)
class Pattern:
    """One construction of a predicate."""

    text: str
    """As written."""

    part: str
    """``verb``, ``noun`` or ``adjective``."""

    predicates: frozenset[Noun]
    """Lemmas, any of them; a noun may have to be modified."""

    subject: Slot | None
    """The actor before the predicate; ``O`` where it receives. A verb without one is done by nobody
    known: "was arrested in S"."""

    slots: tuple[Slot, ...]
    """The elements after the predicate, in order."""

    bare: bool = False
    """``-``: whether it has no object, or a pronoun for one."""

    among: bool = field(init=False, compare=False, repr=False)
    """Whether it says what several actors do among themselves."""

    implied: bool = field(init=False, compare=False, repr=False)
    """Whether it leaves unsaid with whom: "recalled its ambassador"."""

    said: bool = field(init=False, compare=False, repr=False)
    """Whether the subject only says that the predicate holds."""

    judging: bool = field(init=False, compare=False, repr=False)
    """Whether he says so of somebody named: "A is guilty, says B"."""

    answered: bool = field(init=False, compare=False, repr=False)
    """Whether another does what is asked: "at A's request", "rejected A's request"."""

    size: int = field(init=False, compare=False, repr=False)
    """How specific it is: the more its elements and the narrower, the larger."""

    listed: tuple[Slot, ...] = field(init=False, compare=False, repr=False)
    """The elements that only some nouns fill, or that have only some verbs."""

    asked: frozenset[Asked] = field(init=False, compare=False, repr=False)
    """The words that a sentence must have for those."""

    first: Slot | None = field(init=False, compare=False, repr=False)
    """Its first slot, where what may fill it does not depend on who acts: a noun, a complement."""

    opening: object = field(init=False, compare=False, repr=False)
    """One and the same for all patterns whose first slots are looked for in the same way."""

    complements: bool = field(init=False, compare=False, repr=False)
    """Whether some of its slots are looked for inside a complement."""

    bidding: bool = field(init=False, compare=False, repr=False)
    """Whether a clause says what somebody has to do, or what is so."""

    modified: bool = field(init=False, compare=False, repr=False)
    """Whether a predicate must have a modifier."""

    acting: object = field(init=False, compare=False, repr=False)
    """One and the same for all whose subject is looked for alike, but for the prepositions."""

    prepositions: frozenset[str] = field(init=False, compare=False, repr=False)
    """Those that introduce its slots."""

    nominal: frozenset[str] = field(init=False, compare=False, repr=False)
    """Those of them that introduce its nouns."""

    def __post_init__(self) -> None:
        """Work out once what is asked of every sentence."""
        slots = [slot for slot in (*self.slots, self.subject) if slot]
        among = [slot.name for slot in slots if slot.name] == ["S+"]
        first = self.subject
        own = (first.name, first.nouns, first.attached, first.said) if first else ()
        attached = self.part != "verb" and any(slot.attached for slot in self.slots)
        nouns = [slot.prepositions for slot in self.slots if slot.kind == "noun"]
        worked_out = {
            "among": among,
            "acting": _one_of(self.part, among, own, attached, _is_judging(first, self.slots)),
            "first": (opens := next((s for s in self.slots[:1] if s.kind != "actor"), None)),
            "opening": opens
            and _one_of(self.part, opens.asked, opens.prepositions, opens.predicative),
            "complements": any(slot.kind in _COMPLEMENTS.values() for slot in self.slots),
            "bidding": any(slot.kind in ("duty", "clause") for slot in self.slots),
            "prepositions": frozenset().union(*(slot.prepositions for slot in self.slots)),
            "nominal": frozenset().union(*nouns),
            "implied": any(slot.context[:1] in ("&", "^") for slot in self.slots),
            "said": first is not None and first.said,
            "judging": _is_judging(first, self.slots),
            "answered": any(slot.context == "*" for slot in self.slots),
            "size": sum(slot.weight for slot in slots),
            "listed": (listed := tuple(s for s in slots if s.nouns or s.kind == "duty")),
            "asked": frozenset(slot.asked for slot in listed),
            "modified": any(noun.modifier for noun in self.predicates),
        }
        for name, value in worked_out.items():
            object.__setattr__(self, name, value)


def _is_judging(subject: Slot | None, slots: Sequence[Slot]) -> bool:
    said = subject is not None and subject.said
    return said and any(slot.name and not slot.context and not slot.prepositions for slot in slots)


def read_pattern(text: str, classes: Mapping[str, Sequence[str]]) -> Pattern:
    """Read a pattern.

    Args:
        text: As a frame file has it.
        classes: The noun classes of the language, for ``@name``.

    Raises:
        ValueError: The text is not a pattern; the message says where.
    """
    elements = text.split()
    subject: Slot | None = None
    if elements and elements[0].split("=")[0].split("/")[0] in ("S", "S+", "O", "~S", '"S', "_"):
        name, _, nouns = elements.pop(0).partition("=")
        name, _, kinds = name.partition("/")
        narrow = frozenset(kinds.split("+")) if kinds else frozenset()
        listed = frozenset(_nouns(nouns, classes)) if nouns else frozenset()
        kind: Literal["actor", "noun"] = "noun" if name == "_" else "actor"
        subject = Slot(
            kind,
            name.strip('~_"'),
            attached=name[0] == "~",
            said=name[0] == '"',
            nouns=listed,
            kinds=narrow,
        )
    if not elements or _is_slot(elements[0]):
        raise ValueError(f"{text!r} has no predicate")
    head = elements.pop(0)
    part = "verb"
    if head[1:2] == ":":
        part, head = _PARTS.get(head[0], ""), head[2:]
        if not part:
            raise ValueError(f"{text!r}: only n:, a: and v: may stand before a predicate")
    predicates = frozenset(_nouns(f"{{{head}}}", classes))
    bare = elements[:1] == ["-"]
    slots = tuple(_slots(text, elements[bare:], classes))
    pattern = Pattern(text, part, predicates, subject, slots, bare)
    names = {
        slot.name for slot in (pattern.subject, *pattern.slots) if slot and slot.kind == "actor"
    }
    if names not in ({"S", "O"}, {"S+"}, {"S+", "O"}):
        raise ValueError(f"{text!r} must have S and O, or S+")
    return pattern


def _is_slot(element: str) -> bool:
    return element.partition("{")[0].partition("/")[0] in ("", "=", *_SLOTS)


def _lemmas(name: str, classes: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return classes[name[1:]] if name.startswith("@") else [name]


def _slots(text: str, elements: Sequence[str], classes: Mapping[str, Sequence[str]]) -> list[Slot]:
    slots: list[Slot] = []
    prepositions: frozenset[str] = frozenset()
    for element in elements:
        if not _is_slot(element):
            if prepositions:
                raise ValueError(f"{text!r}: no argument after the preposition before {element!r}")
            prepositions = frozenset(element.split("|"))
            continue
        slots.append(_slot(element, prepositions, classes))
        prepositions = frozenset()
    if prepositions:
        raise ValueError(f"{text!r} ends in a preposition")
    return slots


def _slot(element: str, prepositions: frozenset[str], classes: Mapping[str, Sequence[str]]) -> Slot:
    complement, brace, listed = element.partition("{")
    if complement in _COMPLEMENTS:
        verbs = _nouns(brace + listed, classes) if brace else []
        return Slot(_COMPLEMENTS[complement], "", prepositions, frozenset(verbs))  # type: ignore[arg-type]
    if listed or brace:
        nouns = frozenset(_nouns(brace + listed, classes))
        return Slot("noun", "", prepositions, nouns, predicative=complement == "=")
    element, _, kinds = element.partition("/")
    name, first = element.strip("~!^%&*?"), element[0]
    if name == "O+":  # all of those who are the other side
        name, first = "O", "&+"
    return Slot(
        "actor",
        name,
        prepositions,
        kinds=frozenset(kinds.split("+")) if kinds else frozenset(),
        attached="~" in element,
        strict=element[-1] == "!",
        context=first if first[0] in "^%&*?" else "",
    )


def _nouns(element: str, classes: Mapping[str, Sequence[str]]) -> list[Noun]:
    if not element.endswith("}"):
        raise ValueError(f"{element!r} is not closed")
    nouns = []
    for name in element[1:-1].split("|"):
        lemma, _, modifier = name.partition("+")
        nouns += [
            Noun(*found.split("+")) if "+" in found else Noun(found, modifier)
            for found in _lemmas(lemma, classes)
        ]
    return nouns
