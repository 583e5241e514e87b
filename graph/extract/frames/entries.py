"""Patterns by the lemma of their predicate and by a word that they ask for.

Only those are looked at whose words a sentence has, so that the time of a sentence grows
with what it says and not with the number of frames.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from graph.extract.frames.asked import Asked, Held
from graph.extract.frames.frame import Frame
from graph.extract.frames.patterns import Pattern

Entry = tuple[Frame, Pattern]

#: The parts of speech of predicates.
PARTS = ("verb", "noun", "adjective")

#: An entry with its place in the files, which decides between equals.
_Row = tuple[int, Entry]


#: What else an entry asks for: of each set the sentence must have something.
_Rest = tuple[frozenset[Asked] | frozenset[str], ...]


@cache
def _rest(asked: frozenset[Asked], led: frozenset[frozenset[str]]) -> _Rest:
    """Return what is asked for as sets; the same for all entries that ask for the same."""
    return (*map(_alone, asked), *led)


# A set of one, so that it is asked for as prepositions are, of which any will do.
@cache
def _alone(asked: Asked) -> frozenset[Asked]:
    return frozenset((asked,))


class _Lemma:
    """The patterns that one lemma is the predicate of."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        """Index some patterns with their places."""
        self.free = [row for row in rows if not (row[1][1].asked or row[1][1].led)]
        """Those that ask for no listed word and no preposition, …"""

        self.asking: dict[Asked | str, list[tuple[_Row, _Rest]]] = {}
        """… and those that do, by the rarest slot that they ask for, else by each preposition."""

        for row in rows:
            asked, led = row[1][1].asked, row[1][1].led
            if asked:
                first = min(asked, key=len)
                self._add(row, (first,), _rest(asked - {first}, led))
            elif led:  # it stands under each preposition of a slot; ``Entries.of`` takes it once
                lead = next(iter(led))
                self._add(row, lead, _rest(asked, led - {lead}))
        self._keys = frozenset(self.asking)

    def _add(self, row: _Row, keys: Iterable[Asked | str], rest: _Rest) -> None:
        for key in keys:
            self.asking.setdefault(key, []).append((row, rest))

    def found(self, held: Held) -> list[_Row]:
        """Return those that ask for nothing that a sentence does not have, in any order."""
        # Sets are compared, as that looks at nothing of what is in them: all this is so much, and
        # so rarely asked for, that each look at another thing takes a while.
        keys = self._keys & held
        if not keys:  # as of every second lemma
            return self.free
        lacks, asking = held.isdisjoint, self.asking
        rows = [row for key in keys for row, rest in asking[key] if not any(map(lacks, rest))]
        return self.free + rows


class Entries:
    """The patterns of some frames."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of frames."""
        entries = [(frame, pattern) for frame in frames for pattern in frame.patterns]
        rows: dict[str, dict[str, list[_Row]]] = {part: {} for part in PARTS}
        for row in enumerate(entries):
            pattern = row[1][1]
            for name in {predicate.lemma for predicate in pattern.predicates}:
                rows[pattern.part].setdefault(name, []).append(row)
        self._lemmas: dict[str, dict[str, _Lemma]] = {}
        """By name, and by the part of speech as which it is meant."""

        for part, named in rows.items():
            for name, some in named.items():
                self._lemmas.setdefault(name, {})[part] = _Lemma(some)
        self.names = frozenset(self._lemmas)
        """All names of predicates."""

    def of(self, names: AbstractSet[str], held: Held, parts: Sequence[str]) -> list[Entry]:
        """Return the patterns of a word that ask for nothing that the sentence does not have.

        Args:
            names: The names of the word as a predicate.
            held: What is asked for that the sentence has.
            parts: Which parts of speech the word may be.
        """
        rows: dict[int, Entry] = {}
        for name in sorted(self.names & names):
            every, found = self._lemmas[name], list[_Row]()
            for part in parts:
                if part in every:
                    found += every[part].found(held)
            rows.update(sorted(found))
        return list(rows.values())

    def named(self, names: AbstractSet[str]) -> list[Entry]:
        """Return all patterns of a word, be what they ask for there or not."""
        named = sorted(self.names & names)
        lemmas = [self._lemmas[name][part] for name in named for part in self._lemmas[name]]
        rows = dict(row for each in lemmas for row in each.free)
        rows.update(row for each in lemmas for some in each.asking.values() for row, _ in some)
        return [entry for _, entry in sorted(rows.items())]
