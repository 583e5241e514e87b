"""Where frames fit: every pattern at every word whose lemma it names.

Of several patterns that fit one pair at one word, the most specific counts. A
pattern that finds all its parts in the tree beats any that has to look for one
of its ends beside the predicate.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product

from graph.extract.clauses import Clauses
from graph.extract.constraints import allowed
from graph.extract.fill import Filler, Filling
from graph.extract.frames import Frame
from graph.extract.patterns import Pattern
from graph.extract.reference import Reference
from graph.extract.tree import Word
from graph.model import Actor
from graph.relations import STATE, Relation, relations

Entry = tuple[Frame, Pattern]


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits at a word, for one pair."""

    frame: Frame
    pattern: Pattern
    predicate: Word
    subject: Actor
    object: Actor

    loose: bool
    """Whether one end was found beside the predicate only."""

    words: tuple[Word, ...]
    """What filled the noun slots."""


class FrameIndex:
    """Patterns by the lemma of their predicate."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of some frames."""
        self._by_lemma: dict[str, list[Entry]] = {}
        for frame in frames:
            for pattern in frame.patterns:
                for lemma in sorted({name.lemma for name in pattern.predicates}):
                    self._by_lemma.setdefault(lemma, []).append((frame, pattern))

    def matches(self, clauses: Clauses, reference: Reference) -> list[Match]:
        """Return the best matches of a sentence, by place of the predicate."""
        found: list[Match] = []
        for word in clauses.predicates:
            entries = self._entries(clauses.lemmas(word))
            if not entries:
                continue
            for match in _best(_matches(Filler(clauses, reference, word), word, entries)):
                reference.address(match.subject, match.object)
                found.append(match)
        return _outspoken(found)

    def _entries(self, names: set[str]) -> list[Entry]:
        return [entry for name in sorted(names) for entry in self._by_lemma.get(name, ())]


def _outspoken(found: list[Match]) -> list[Match]:
    """Drop what a noun says of a pair where a verb has used it up: "lifted its sanctions on"."""
    used = {
        (word.index, frozenset((match.subject.id, match.object.id)))
        for match in found
        for word in match.words
        if word is not match.predicate
    }
    return [
        match
        for match in found
        if (match.predicate.index, frozenset((match.subject.id, match.object.id))) not in used
    ]


def _matches(filler: Filler, word: Word, entries: Sequence[Entry]) -> list[Match]:
    for loose in ("", "S", "O"):
        found = [
            Match(frame, pattern, word, subject, object_, bool(loose), tuple(filled[1]))
            for frame, pattern in entries
            if (filled := filler.fill(pattern, loose=loose)) is not None
            for subject, object_ in _pairs(filled[0], relations()[frame.relation])
            if allowed(frame.relation, subject, object_)
        ]
        if found:
            return _with_object(found)
    return []


def _with_object(found: list[Match]) -> list[Match]:
    """Drop what several do among themselves where they do it with somebody else."""
    outward = {m.frame.relation for m in found if not m.pattern.among}
    return [m for m in found if not (m.pattern.among and m.frame.relation in outward)]


def _pairs(filling: Filling, relation: Relation) -> Iterator[tuple[Actor, Actor]]:
    """Yield the pairs of a filling, without those of an actor with itself."""
    pairs: Iterator[tuple[Actor, Actor]]
    if "S+" in filling and "O" not in filling:
        pairs = (combinations if relation.symmetric else permutations)(filling["S+"], 2)
    else:
        pairs = product(filling.get("S") or filling.get("S+", []), filling.get("O", []))
    return (pair for pair in pairs if not _same(*pair, office=relation.parent == STATE))


def _same(subject: Actor, object_: Actor, *, office: bool) -> bool:
    """Whether a pair is one actor, or, but for offices, a person and the state it acts for."""
    if subject.id == object_.id:
        return True
    own = subject.country is not None and subject.country == object_.country
    return own and not office and {"country", "person"} == {subject.kind, object_.kind}


def _best(found: Sequence[Match]) -> list[Match]:
    """Keep, for each pair at one predicate, the most specific match."""
    kept: dict[frozenset[str], str] = {}
    best: list[Match] = []
    for match in sorted(found, key=lambda m: (-m.pattern.size, m.frame.id, m.pattern.text)):
        pair = frozenset((match.subject.id, match.object.id))
        if kept.setdefault(pair, match.frame.id) == match.frame.id:
            best.append(match)
    return list({(match.subject.id, match.object.id): match for match in reversed(best)}.values())
