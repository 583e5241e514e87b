"""Patterns by the lemma of their predicate and by a word that they ask for.

Only those are looked at whose words a sentence has, so that the time of a sentence grows
with what it says and not with the number of frames.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from graph.extract.frames.asked import Need
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

    asking: dict[Need, list[_Row]] = field(default_factory=dict)
    """… and the others by the rarest thing that they ask for."""


class Entries:
    """The patterns of some frames."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of frames."""
        self._lemmas: dict[str, _Lemma] = {}
        entries = [(frame, pattern) for frame in frames for pattern in frame.patterns]
        for row in enumerate(entries):
            pattern = row[1][1]
            rarest = min(pattern.asked or pattern.led, key=len, default=None)
            for name in {predicate.lemma for predicate in pattern.predicates}:
                lemma = self._lemmas.setdefault(name, _Lemma())
                rows = lemma.free if rarest is None else lemma.asking.setdefault(rarest, [])
                rows.append(row)

    def of(self, names: AbstractSet[str], held: AbstractSet[Need]) -> list[Entry]:
        """Return the patterns of a word that ask for nothing that the sentence does not have.

        Args:
            names: The names of the word as a predicate.
            held: What is asked for that the sentence has.
        """
        if self._lemmas.keys().isdisjoint(names):  # as of most words
            return []
        found: dict[int, Entry] = {}
        for name in sorted(names & self._lemmas.keys()):
            lemma = self._lemmas[name]
            there = (lemma.asking[asked] for asked in lemma.asking.keys() & held)
            rows = [
                *lemma.free,
                *(row for rows in there for row in rows if row[1][1].needs <= held),
            ]
            found.update(sorted(rows, key=_place))
        return list(found.values())

    def lacking(self, names: AbstractSet[str], held: AbstractSet[Need]) -> list[Entry]:
        """Return the patterns of a word that ask for words that the sentence does not have."""
        lemmas = [self._lemmas[name] for name in sorted(names & self._lemmas.keys())]
        rows = {row[0]: row[1] for each in lemmas for rows in each.asking.values() for row in rows}
        return [
            entry for _, entry in sorted(rows.items(), key=_place) if not entry[1].asked <= held
        ]


def _place(row: _Row) -> int:
    return row[0]
