"""What is told between some actors: the statements, and the rows of the tie index."""

from collections.abc import Iterable, Iterator, Sequence

from graph.analysis.columns import node_of
from graph.analysis.index import TieIndex
from graph.analysis.tables import Ties, rows_of
from graph.model import Statement


def among(statements: Iterable[Statement], ends: Sequence[str]) -> Iterator[Statement]:
    """Yield the statements in which all of some actors are, those who act for them included.

    Args:
        statements: In any order.
        ends: Ids of actors; none for all statements.
    """
    for each in statements:
        sides = (each.subject, each.object)
        if set(ends) <= {id_ for side in sides for id_ in (side.id, node_of(side).id)}:
            yield each


def ties_of(index: TieIndex, ends: Sequence[str], half_life: float | None) -> Ties:
    """Return the ties of pairs in which all of some actors are, without those that faded.

    Args:
        index: Of all pairs.
        ends: Ids of actors; none for all pairs.
        half_life: Months after which an event counts half, where the index is of one date.
    """
    rows = [
        row
        for row in rows_of(index)
        if set(ends) <= {row.one.id, row.other.id} and not (half_life and row.faded)
    ]
    return Ties(rows, directed=index.directed, half_life=half_life)
