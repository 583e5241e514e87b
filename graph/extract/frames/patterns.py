"""The patterns of frames, as records; ``notation.py`` reads them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from graph.extract.frames.asked import Asked

#: What an element of each kind adds to a pattern's size.
_WEIGHT = {"actor": 2, "noun": 3, "infinitive": 2, "clause": 1, "duty": 2}

#: Kinds of slots for a clause or an infinitive, in which slots behind them look first.
COMPLEMENTS = ("infinitive", "clause", "duty")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that may fill a slot, with a modifier it must have."""

    lemma: str
    modifier: str = ""


@cache
def _asked(kind: str, nouns: frozenset[Noun]) -> Asked:
    nominal = kind not in COMPLEMENTS
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
    ("praised the deal"), ``&S+``: both sides of what was last told, or of the sentence before;
    ``*O``, ``*S``: the subject of the clause that a noun belongs to ("at the request of A, B
    left"), or whoever answers it, behind a preposition only where the noun itself stands behind it
    ("with A's support, B left"); ``?O``: whoever has to act, or must not, on that condition
    ("will leave unless B pays"); ``>O``: the state that the subject goes to ("flew to B and signed
    a pact")."""

    asked: Asked = field(init=False, compare=False, repr=False)
    """The words that a sentence must have for it."""

    way: Hashable = field(init=False, compare=False, repr=False)
    """One and the same for all that are looked for in the same places."""

    def __post_init__(self) -> None:
        """Work out once what is asked of every sentence."""
        object.__setattr__(self, "asked", _asked(self.kind, self.nouns))
        held = (self.name, self.strict) if self.attached else ()
        way = _one_of(self.kind, held, self.prepositions, self.predicative, bool(self.kinds))
        object.__setattr__(self, "way", way)

    @property
    def is_led(self) -> bool:
        """Whether only what one of its prepositions introduces fills it."""
        loose = self.attached or bool(self.context) or self.kind in COMPLEMENTS
        return bool(self.prepositions) and not loose

    @property
    def is_of_actor(self) -> bool:
        """Whether somebody named at the predicate fills it."""
        return self.kind == "actor" and not (self.attached or self.context)

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

    led: frozenset[frozenset[str]] = field(init=False, compare=False, repr=False)
    """The prepositions of each slot that only what one of them introduces fills."""

    first: Slot | None = field(init=False, compare=False, repr=False)
    """Its first slot, where what may fill it does not depend on who acts: a noun, a complement."""

    other: Slot | None = field(init=False, compare=False, repr=False)
    """Its first slot, where that is for somebody at the predicate itself: whom the tree has for it
    depends on no other slot."""

    opening: Hashable = field(init=False, compare=False, repr=False)
    """One and the same for all patterns whose first slots are looked for in the same way."""

    complements: bool = field(init=False, compare=False, repr=False)
    """Whether some of its slots are looked for inside a complement."""

    bidding: bool = field(init=False, compare=False, repr=False)
    """Whether a clause says what somebody has to do, or what is so."""

    modified: bool = field(init=False, compare=False, repr=False)
    """Whether a predicate must have a modifier."""

    narrowing: bool = field(init=False, compare=False, repr=False)
    """Whether a predicate is listed with a modifier or a particle."""

    by_lemma: Mapping[str, Sequence[Noun]] = field(init=False, compare=False, repr=False)
    """The predicates, by their lemmas."""

    acting: Hashable = field(init=False, compare=False, repr=False)
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
            "other": next((s for s in self.slots[:1] if s.is_of_actor), None),
            "opening": opens
            and _one_of(self.part, opens.asked, opens.prepositions, opens.predicative),
            "complements": any(slot.kind in COMPLEMENTS for slot in self.slots),
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
            "led": frozenset(s.prepositions for s in self.slots if s.is_led),
            "modified": any(noun.modifier for noun in self.predicates),
            "narrowing": any(noun.modifier or "_" in noun.lemma for noun in self.predicates),
            "by_lemma": _by_lemma(self.predicates),
        }
        for name, value in worked_out.items():
            object.__setattr__(self, name, value)


def _by_lemma(predicates: Iterable[Noun]) -> dict[str, list[Noun]]:
    found: dict[str, list[Noun]] = {}
    for noun in predicates:
        found.setdefault(noun.lemma, []).append(noun)
    return found


def _is_judging(subject: Slot | None, slots: Sequence[Slot]) -> bool:
    said = subject is not None and subject.said
    return said and any(slot.name and not slot.context and not slot.prepositions for slot in slots)
