"""Patterns by the lemma of their predicate and by a word that they ask for.

Only those are looked at whose words a sentence has, so that the time of a sentence grows
with what it says and not with the number of frames.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from graph.extract.frames.asked import Asked, Held
from graph.extract.frames.frame import Frame
from graph.extract.frames.patterns import Pattern

Entry = tuple[Frame, Pattern]

#: An entry with its place in the files, which decides between equals.
_Row = tuple[int, Entry]


@dataclass(slots=True)
class _Lemma:
    """The patterns that one lemma is the predicate of."""

    free: list[_Row] = field(default_factory=list)
    """Those that ask for no listed word and no preposition, …"""

    asking: dict[Asked, list[_Row]] = field(default_factory=dict)
    """… those that ask for words, by the rarest that they ask for, …"""

    led: dict[frozenset[str], list[_Row]] = field(default_factory=dict)
    """… and those that ask for prepositions alone, by the rarest of these."""

    def add(self, row: _Row) -> None:
        """Index a pattern."""
        pattern = row[1][1]
        if pattern.asked:
            self.asking.setdefault(min(pattern.asked, key=len), []).append(row)
        elif pattern.led:
            self.led.setdefault(min(pattern.led, key=len), []).append(row)
        else:
            self.free.append(row)

    def found(self, held: Held) -> Iterator[_Row]:
        """Yield those that ask for nothing that a sentence does not have."""
        yield from self.free
        for led, rows in self.led.items():
            if held.leads(led):
                yield from (row for row in rows if all(map(held.leads, row[1][1].led)))
        for asked in self.asking.keys() & held.asked:
            for row in self.asking[asked]:
                if row[1][1].asked <= held.asked and all(map(held.leads, row[1][1].led)):
                    yield row


class Entries:
    """The patterns of some frames."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of frames."""
        self._lemmas: dict[str, _Lemma] = {}
        entries = [(frame, pattern) for frame in frames for pattern in frame.patterns]
        for row in enumerate(entries):
            for name in {predicate.lemma for predicate in row[1][1].predicates}:
                self._lemmas.setdefault(name, _Lemma()).add(row)

    def of(self, names: AbstractSet[str], held: Held) -> list[Entry]:
        """Return the patterns of a word that ask for nothing that the sentence does not have.

        Args:
            names: The names of the word as a predicate.
            held: What is asked for that the sentence has.
        """
        if self._lemmas.keys().isdisjoint(names):  # as of most words
            return []
        found: dict[int, Entry] = {}
        for name in sorted(self._lemmas.keys() & names):
            found.update(sorted(self._lemmas[name].found(held), key=_place))
        return list(found.values())

    def lacking(self, names: AbstractSet[str], held: Held) -> list[Entry]:
        """Return the patterns of a word that ask for words that the sentence does not have."""
        lemmas = [self._lemmas[name] for name in sorted(self._lemmas.keys() & names)]
        rows = {row[0]: row[1] for each in lemmas for rows in each.asking.values() for row in rows}
        entries = [entry for _, entry in sorted(rows.items(), key=_place)]
        return [entry for entry in entries if not entry[1].asked <= held.asked]


def _place(row: _Row) -> int:
    return row[0]
