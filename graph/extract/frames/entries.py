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
        self._free = [row for row in rows if not (row[1][1].asked or row[1][1].led)]
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

    def found(self, held: Held) -> Sequence[_Row]:
        """Return those that ask for nothing that a sentence does not have, by their places."""
        # Sets are compared, as that looks at nothing of what is in them: all this is so much, and
        # so rarely asked for, that each look at another thing takes a while.
        keys = self._keys & held
        if not keys:  # as of every second lemma
            return self._free
        lacks, asking = held.isdisjoint, self.asking
        rows = [row for key in keys for row, rest in asking[key] if not any(map(lacks, rest))]
        return sorted(self._free + rows)


class Entries:
    """The patterns of some frames."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of frames."""
        entries = [(frame, pattern) for frame in frames for pattern in frame.patterns]
        rows: dict[str, list[_Row]] = {}
        for row in enumerate(entries):
            for name in {predicate.lemma for predicate in row[1][1].predicates}:
                rows.setdefault(name, []).append(row)
        self._lemmas = {name: _Lemma(some) for name, some in rows.items()}
        self._names = frozenset(rows)

    def of(self, names: AbstractSet[str], held: Held) -> list[Entry]:
        """Return the patterns of a word that ask for nothing that the sentence does not have.

        Args:
            names: The names of the word as a predicate.
            held: What is asked for that the sentence has.
        """
        listed = self._names & names
        if not listed:  # as of most words
            return []
        rows: list[_Row] = []
        for name in sorted(listed):
            rows += self._lemmas[name].found(held)
        return list(dict(rows).values())

    def lacking(self, names: AbstractSet[str], held: Held) -> list[Entry]:
        """Return the patterns of a word that ask for words that the sentence does not have."""
        lemmas = [self._lemmas[name] for name in sorted(self._names & names)]
        rows = dict(row for each in lemmas for rows in each.asking.values() for row, _ in rows)
        entries = [entry for _, entry in sorted(rows.items())]
        return [entry for entry in entries if not entry[1].asked <= held]
