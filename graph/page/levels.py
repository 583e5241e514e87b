"""The two levels of the map, each with its own layout: countries, and every actor by itself.

At the level of countries whoever acts for a country is inside it. Where a level
has many symbols only the most tied are drawn at first; they are placed as if
they were alone, so that the map is not a corner of a larger one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from graph.model import Actor, Tie
from graph.page.cast import Cast
from graph.page.layout import Body, Links, place
from graph.page.lines import Line, lines_of
from graph.relations import Relation

#: Symbols drawn at first where there are many more; the page says so and offers the others.
FIRST = 60

#: Above this many symbols only the first ones are drawn at first.
MANY = 75

#: Lines drawn at first, and after the reader has asked for all symbols: the strongest ones.
LINES = (400, 1500)

SMALLEST = 9.0
SIZE_BY_KIND = {"country": 6.0, "organisation": 1.0, "group": 2.0, "person": 1.0}

Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Level:
    """What one level of the map draws."""

    order: list[int]
    """The actors that have a symbol, the most tied first."""

    sizes: list[float]
    """Radius of each symbol, in that order."""

    first: int
    """How many are drawn at first."""

    near: Places
    """Where the first ones are when they are alone, in that order."""

    far: Places
    """Where all of them are when all are drawn, in that order."""

    lines: list[Line]
    """What happened between them, the strongest line first."""


def levels_of(
    ties: Sequence[Tie], cast: Cast, vocabulary: Mapping[str, Relation]
) -> dict[str, Level]:
    """Return the levels by name, ``countries`` first."""
    alone = list(range(len(cast.actors)))
    return {
        "countries": _level(ties, cast, cast.homes, vocabulary),
        "actors": _level(ties, cast, alone, vocabulary),
    }


def _level(
    ties: Sequence[Tie], cast: Cast, nodes: Sequence[int], vocabulary: Mapping[str, Relation]
) -> Level:
    counts = _tie_counts(ties, cast, nodes)
    order = sorted(set(nodes), key=lambda i: (-counts[i], cast.actors[i].id))
    first = FIRST if len(order) > MANY else len(order)
    lines = lines_of(ties, cast, nodes, vocabulary)
    sizes = [_size(cast.actors[i], counts[i]) for i in order]
    bodies = [Body(cast.actors[i].id, size) for i, size in zip(order, sizes, strict=True)]
    links = _links(order, lines, cast)
    far = place(bodies, links)
    among = {ends: pull for ends, pull in links.items() if max(ends) < first}
    near = place(bodies[:first], among) if first < len(order) else far
    return Level(order, sizes, first, near, far, lines)


def _tie_counts(ties: Sequence[Tie], cast: Cast, nodes: Sequence[int]) -> dict[int, int]:
    counts = dict.fromkeys(nodes, 0)
    for tie in ties:
        for end in {nodes[cast.place[tie.subject.id]], nodes[cast.place[tie.object.id]]}:
            counts[end] += 1
    return counts


def _size(actor: Actor, ties: int) -> float:
    return round(SMALLEST + SIZE_BY_KIND[actor.kind] + min(18.0, 2.4 * sqrt(ties)), 1)


def _links(order: Sequence[int], lines: Sequence[Line], cast: Cast) -> Links:
    """Return how strongly symbols pull: by their ties, and whoever acts for a country to it."""
    at = {actor: number for number, actor in enumerate(order)}
    links: defaultdict[tuple[int, int], float] = defaultdict(float)

    def pull(a: int, b: int, force: float) -> None:
        links[min(at[a], at[b]), max(at[a], at[b])] += force

    for line in lines:
        if line.low != line.high:
            pull(line.low, line.high, min(3.0, 0.6 * sqrt(len(line.ties))))
    for actor in order:
        if cast.homes[actor] != actor:
            pull(actor, cast.homes[actor], 3.0)
    return dict(links)
