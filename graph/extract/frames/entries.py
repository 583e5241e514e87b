"""Patterns by the lemma of their predicate and by a word that they ask for.

Only those are looked at whose words a sentence has, so that the time of a sentence grows
with what it says and not with the number of frames.
"""

from collections.abc import Sequence
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

    led: list[_Row] = field(default_factory=list)
    """… those that ask for prepositions alone, …"""

    asking: dict[Asked, list[_Row]] = field(default_factory=dict)
    """… and those that ask for words, by the rarest that they ask for."""

    def add(self, row: _Row) -> None:
        """Index a pattern."""
        pattern = row[1][1]
        if pattern.asked:
            self.asking.setdefault(min(pattern.asked, key=len), []).append(row)
        else:
            (self.led if pattern.led else self.free).append(row)

    def found(self, held: Held) -> Sequence[_Row]:
        """Return those that ask for nothing that a sentence does not have, by their places."""
        rows = self.led.copy()
        for asked in self.asking.keys() & held.asked:
            rows += self.asking[asked]
        if not rows:  # as of every second lemma
            return self.free
        return sorted(self.free + [row for row in rows if held.has(row[1][1])])


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
        listed = self._lemmas.keys() & names
        if not listed:  # as of most words
            return []
        rows: list[_Row] = []
        for name in sorted(listed):
            rows += self._lemmas[name].found(held)
        return list(dict(rows).values())

    def lacking(self, names: AbstractSet[str], held: Held) -> list[Entry]:
        """Return the patterns of a word that ask for words that the sentence does not have."""
        lemmas = [self._lemmas[name] for name in sorted(self._lemmas.keys() & names)]
        rows = {row[0]: row[1] for each in lemmas for rows in each.asking.values() for row in rows}
        entries = [entry for _, entry in sorted(rows.items())]
        return [entry for entry in entries if not entry[1].asked <= held.asked]
