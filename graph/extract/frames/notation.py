"""The pattern language of frames: how a frame file writes a pattern.

``S recall {@ambassador} from O`` has a predicate (``recall``) and slots in
order. A slot is an actor (``S``, ``O``, ``S+``), a noun (``{…}``) or a
complement (``INF``, ``THAT``; ``MUST`` for a clause that says what somebody has
to do, ``INF{…}`` and the like for one with certain verbs), with the prepositions
that may introduce it. Slots behind a complement are looked for inside it first:
``S threaten INF O``, ``S demand THAT O``. ``S={@strike} hit O`` holds only where
the subject is one of some nouns, whose actor acts; ``_={war} oppose S+`` where it
is one that nobody need do, ``_ send S to O`` whoever does it. In ``"S n:{…}`` the predicate is
what ``S`` says, in its own few words, of whatever the text tells (``%O``, ``&O``) or of their
subject (``O``); ``O/country`` is of a kind, or of a country by its code, ``O/town`` a state that
is named by one of its towns, ``O/people`` whoever is a person or stands for people, no state that
a town stands for, ``O/somebody`` nor one that a pronoun does, ``O/nationals``
those whom their people's name means; the noun ``a_person`` is anybody by
his name; a verb with ``-`` behind it has no object but a pronoun:
``S refuse - &O``.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from graph.extract.frames.patterns import Noun, Pattern, Slot

_SUBJECTS = ("S", "S+", "O", "~S", '"S', "_")
_SLOTS = (
    *("S", "S!", "~S", "~S!", "S+", "O", "O!", "~O", "~O!"),
    *("^O", "^~O", "%O", "&O", "&O+", "&S+", "*O", "*S", "?O", ">O"),
    *("INF", "THAT", "MUST"),
)
_ELEMENTS = ("", "=", *_SLOTS)
_COMPLEMENTS = {"INF": "infinitive", "THAT": "clause", "MUST": "duty"}
_PARTS = {"n": "noun", "a": "adjective", "v": "verb"}


def read_pattern(text: str, classes: Mapping[str, Sequence[str]]) -> Pattern:
    """Read a pattern.

    Args:
        text: As a frame file has it.
        classes: The noun classes of the language, for ``@name``.

    Raises:
        ValueError: The text is not a pattern; the message says where.
    """
    elements = text.split()
    led = bool(elements) and elements[0].split("=")[0].split("/")[0] in _SUBJECTS
    subject = _subject(elements.pop(0), classes) if led else None
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


def _subject(element: str, classes: Mapping[str, Sequence[str]]) -> Slot:
    name, _, nouns = element.partition("=")
    name, _, kinds = name.partition("/")
    kind: Literal["actor", "noun"] = "noun" if name == "_" else "actor"
    return Slot(
        kind,
        name.strip('~_"'),
        attached=name[0] == "~",
        said=name[0] == '"',
        nouns=frozenset(_nouns(nouns, classes)) if nouns else frozenset(),
        kinds=frozenset(kinds.split("+")) if kinds else frozenset(),
    )


def _is_slot(element: str) -> bool:
    return element.partition("{")[0].partition("/")[0] in _ELEMENTS


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
    name, first = element.strip("~!^%&*?>"), element[0]
    if name == "O+":  # all of those who are the other side
        name, first = "O", "&+"
    return Slot(
        "actor",
        name,
        prepositions,
        kinds=frozenset(kinds.split("+")) if kinds else frozenset(),
        attached="~" in element,
        strict=element[-1] == "!",
        context=first if first[0] in "^%&*?>" else "",
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
