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
is named by one of its towns, ``O/land`` one that no town stands for, ``O/people`` whoever
is a person or stands for people, no state that a town stands for, ``O/somebody`` nor one that a
pronoun does, ``O/nationals`` those whom their people's name means; the noun ``a_person`` is
anybody by his name; a verb with ``-`` behind it has no object but a pronoun: ``S refuse - &O``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from graph.extract.frames.patterns import Noun, Pattern, Slot

_SUBJECTS = ("S", "S+", "O", "~S", '"S', "_")
_SLOTS = (
    *("S", "S!", "~S", "~S!", "S+", "~S+", "O", "O!", "~O", "~O!"),
    *("^O", "^~O", "%O", "&O", "&O+", "&S+", "*O", "*S", "?O", ">O"),
    *("INF", "THAT", "MUST"),
)
_ELEMENTS = ("", "=", *_SLOTS)
_COMPLEMENTS = {"INF": "infinitive", "THAT": "clause", "MUST": "duty"}
_PARTS = {"n": "noun", "a": "adjective", "v": "verb"}


class Notation:
    """Reads the patterns of a language; what many of them have is made once, and shared."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        """Read with the noun classes of a language, for ``@name``."""
        self._classes = classes
        #: By how they are written, with the prepositions before them; subjects have none.
        self._slots: dict[tuple[str, frozenset[str] | None], Slot] = {}
        self._lists: dict[str, frozenset[Noun]] = {}
        self._nouns: dict[tuple[str, str], Noun] = {}

    def read(self, text: str) -> Pattern:
        """Read a pattern.

        Args:
            text: As a frame file has it.

        Raises:
            ValueError: The text is not a pattern; the message says where.
            KeyError: It names no noun class that there is.
        """
        elements = text.split()
        led = bool(elements) and elements[0].split("=")[0].split("/")[0] in _SUBJECTS
        subject = self._subject(elements.pop(0)) if led else None
        if not elements or _is_slot(elements[0]):
            raise ValueError(f"{text!r} has no predicate")
        head = elements.pop(0)
        part = "verb"
        if head[1:2] == ":":
            part, head = _PARTS.get(head[0], ""), head[2:]
            if not part:
                raise ValueError(f"{text!r}: only n:, a: and v: may stand before a predicate")
        predicates = self._listed(f"{{{head}}}")
        bare = elements[:1] == ["-"]
        slots = tuple(self._elements(text, elements[bare:]))
        pattern = Pattern(text, part, predicates, subject, slots, bare)
        names = {
            slot.name for slot in (pattern.subject, *pattern.slots) if slot and slot.kind == "actor"
        }
        if names not in ({"S", "O"}, {"S+"}, {"S+", "O"}):
            raise ValueError(f"{text!r} must have S and O, or S+")
        return pattern

    def _subject(self, element: str) -> Slot:
        name, _, nouns = element.partition("=")
        name, _, kinds = name.partition("/")
        kind: Literal["actor", "noun"] = "noun" if name == "_" else "actor"
        slot = Slot(
            kind,
            name.strip('~_"'),
            attached=name[0] == "~",
            said=name[0] == '"',
            nouns=self._listed(nouns) if nouns else frozenset(),
            kinds=frozenset(kinds.split("+")) if kinds else frozenset(),
        )
        return self._slots.setdefault((element, None), slot)

    def _elements(self, text: str, elements: Sequence[str]) -> Iterator[Slot]:
        """Yield the slots behind a predicate."""
        prepositions: frozenset[str] = frozenset()
        for element in elements:
            if not _is_slot(element):
                if prepositions:
                    raise ValueError(
                        f"{text!r}: no argument after the preposition before {element!r}"
                    )
                prepositions = frozenset(element.split("|"))
                continue
            known = self._slots.get((element, prepositions))
            if known is None:
                known = self._slots[element, prepositions] = self._slot(element, prepositions)
            yield known
            prepositions = frozenset()
        if prepositions:
            raise ValueError(f"{text!r} ends in a preposition")

    def _slot(self, element: str, prepositions: frozenset[str]) -> Slot:
        complement, brace, listed = element.partition("{")
        if complement in _COMPLEMENTS:
            verbs = self._listed(brace + listed) if brace else frozenset()
            return Slot(_COMPLEMENTS[complement], "", prepositions, verbs)  # type: ignore[arg-type]
        if listed or brace:
            nouns = self._listed(brace + listed)
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

    def _listed(self, element: str) -> frozenset[Noun]:
        """Return the nouns, or the verbs, that an element lists in braces."""
        if not element.endswith("}"):
            raise ValueError(f"{element!r} is not closed")
        known = self._lists.get(element)
        if known is None:
            known = self._lists[element] = frozenset(self._read_list(element[1:-1]))
        return known

    def _read_list(self, listed: str) -> Iterator[Noun]:
        for name in listed.split("|"):
            lemma, _, modifier = name.partition("+")
            for found in self._classes[lemma[1:]] if lemma.startswith("@") else [lemma]:
                own, plus, with_ = found.partition("+")
                pair = own, with_ if plus else modifier
                yield self._nouns.setdefault(pair, Noun(*pair))


def _is_slot(element: str) -> bool:
    return element.partition("{")[0].partition("/")[0] in _ELEMENTS
