"""All ties between two symbols of the map, collapsed into one line.

A line runs from the lower index to the higher; whether its ties point there,
back or both ways is kept as arrows, and a line without arrows holds symmetric
ties only. What happens inside one symbol, between a country and its own
people, has no line.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.model import Tie
from graph.page.cast import Cast
from graph.page.palette import Sign, sign_of
from graph.relations import Relation


class Line(NamedTuple):
    """One line of the map."""

    low: int
    """Index of the symbol it begins at."""

    high: int
    """Index of the symbol it ends at; equal to ``low`` only for an actor tied to itself."""

    ties: tuple[int, ...]
    """Indexes of the ties, ascending; at least one."""

    arrows: tuple[bool, bool]
    """Whether it points at its beginning, and at its end."""

    statements: int
    """How many statements say that it happened."""

    sign: Sign
    """Class of their mean score; ``standing`` when only standing relations are counted."""


@dataclass(slots=True)
class _Group:
    """The ties of a line so far."""

    ties: list[int] = field(default_factory=list)
    backwards: bool = False
    onwards: bool = False
    statements: int = 0
    scored: int = 0
    """How many of the statements have a score."""
    total: float = 0.0
    """Of their scores."""

    def add(self, tie: int, relation: Relation, happened: int, *, forward: bool) -> None:
        self.ties.append(tie)
        self.statements += happened
        if relation.score is not None:
            self.scored += happened
            self.total += happened * relation.score
        if not relation.symmetric:
            self.onwards |= forward
            self.backwards |= not forward

    def line(self, low: int, high: int) -> Line:
        sign = sign_of((self.total / self.scored,) if self.scored else ())
        arrows = (self.backwards, self.onwards)
        return Line(low, high, tuple(self.ties), arrows, self.statements, sign)


def lines_of(
    ties: Sequence[Tie],
    cast: Cast,
    nodes: Sequence[int],
    vocabulary: Mapping[str, Relation],
    among: Collection[int],
) -> list[Line]:
    """Collapse ties into lines, the one with most statements first.

    Args:
        ties: The ties.
        cast: Their actors.
        nodes: For each actor, the index of the symbol it is shown in.
        vocabulary: The relations by name.
        among: The symbols between which lines are wanted.

    Returns:
        The lines that hold a statement of something that happened.
    """
    groups: defaultdict[tuple[int, int], _Group] = defaultdict(_Group)
    ends = zip(cast.sources, cast.targets, cast.happened, strict=True)
    for number, (source, target, happened) in enumerate(ends):
        start, end = nodes[source], nodes[target]
        if not happened or start not in among or end not in among:
            continue
        if start != end or source == target:
            forward = start <= end
            relation = vocabulary[ties[number].relation]
            low, high = (start, end) if forward else (end, start)
            groups[low, high].add(number, relation, happened, forward=forward)
    lines = [group.line(*both) for both, group in groups.items()]
    return sorted(lines, key=lambda line: (-line.statements, line.low, line.high))
