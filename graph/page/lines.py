"""All ties between two symbols of the map, collapsed into one line.

A line runs from the lower index to the higher; whether its ties point there,
back or both ways is kept as arrows, and a line without arrows holds symmetric
ties only. What happens inside one symbol, between a country and its own
people, has no line.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Tie
from graph.page.cast import Cast
from graph.page.palette import Sign, sign_of
from graph.relations import Relation


@dataclass(frozen=True, slots=True)
class Line:
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


def lines_of(
    ties: Sequence[Tie], cast: Cast, nodes: Sequence[int], vocabulary: Mapping[str, Relation]
) -> list[Line]:
    """Collapse ties into lines, the one with most statements first.

    Args:
        ties: The ties.
        cast: Their actors.
        nodes: For each actor, the index of the symbol it is shown in.
        vocabulary: The relations by name.

    Returns:
        The lines that hold a statement of something that happened.
    """
    groups: defaultdict[tuple[int, int], list[tuple[int, bool]]] = defaultdict(list)
    for number, tie in enumerate(ties):
        source, target = (cast.place[end.id] for end in (tie.subject, tie.object))
        low, high = sorted((nodes[source], nodes[target]))
        happened = any(each.modality == "actual" for each in tie.statements)
        if happened and (low != high or source == target):
            groups[low, high].append((number, nodes[source] == low))
    lines = [_line(ends, members, ties, vocabulary) for ends, members in groups.items()]
    return sorted(lines, key=lambda line: (-line.statements, line.low, line.high))


def _line(
    ends: tuple[int, int],
    members: Sequence[tuple[int, bool]],
    ties: Sequence[Tie],
    vocabulary: Mapping[str, Relation],
) -> Line:
    """Weigh some ties, each with whether it runs from the lower index to the higher."""
    directed = [forward for i, forward in members if not vocabulary[ties[i].relation].symmetric]
    scores = [
        vocabulary[ties[i].relation].score
        for i, _ in members
        for statement in ties[i].statements
        if statement.modality == "actual"
    ]
    sign = sign_of(score for score in scores if score is not None)
    arrows = (not all(directed), any(directed))
    return Line(*ends, tuple(i for i, _ in members), arrows, len(scores), sign)
