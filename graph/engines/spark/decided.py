"""Decisions about actors, laid over statements that are on many machines."""

from collections.abc import Iterable, Iterator

from pyspark.sql import DataFrame, Row

from graph.decisions import Decide, Decisions, actors_of, deciding_among, unused_among
from graph.model import Actor
from graph.wire import from_line


def deciding(read: DataFrame, decisions: Decisions) -> tuple[Decide, tuple[str, ...]]:
    """Return what lays decisions over each statement, and a line for what has no effect.

    Only the actors are brought together, each once.

    Args:
        read: What was read of articles.
        decisions: What the file says.
    """
    nothing = Decisions()

    def actors(part: Iterable[Row]) -> Iterator[tuple[bool, Actor]]:
        told = [from_line(line, row.id) for row in part for line in row.lines]
        yield from ((True, actor) for actor in actors_of(told, decisions))
        yield from ((False, actor) for actor in actors_of(told, nothing))

    found = read.rdd.mapPartitions(actors).distinct().collect()
    ids = {actor.id for parted, actor in found if not parted}
    named = read.where(read.id.isin(list(decisions.articles))).select("id").collect()
    notes = tuple(unused_among(ids, decisions, {row.id for row in named}))
    return deciding_among([actor for parted, actor in found if parted], decisions), notes
