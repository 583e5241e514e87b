"""The two levels of the map, each with its own layout: countries, and every actor by itself.

At the level of countries whoever acts for a country is inside it. Where a level
has many symbols only the most tied are drawn at first; they are placed as if
they were alone, so that the map is not a corner of a larger one.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from graph.model import Actor, Tie
from graph.page.cast import Cast
from graph.page.layout import Body, Links, place

#: Symbols drawn at first where there are many more; the page says so and offers the others.
FIRST = 60

#: Above this many symbols only the first ones are drawn at first.
MANY = 75

#: Lines drawn at first, and after the reader has asked for all symbols: the strongest ones.
LINES = (400, 1500)

SMALLEST = 9.0
SIZE_BY_KIND = {"country": 6.0, "organisation": 1.0, "group": 2.0, "person": 1.0}

Pair = tuple[int, int]
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


class _Ends(NamedTuple):
    """What the layout needs to know of a tie."""

    source: int
    target: int
    happened: bool


def levels_of(ties: Sequence[Tie], cast: Cast) -> dict[str, Level]:
    """Return the levels by name, ``countries`` first."""
    ends = [
        _Ends(
            cast.place[tie.subject.id],
            cast.place[tie.object.id],
            any(each.modality == "actual" for each in tie.statements),
        )
        for tie in ties
    ]
    alone = range(len(cast.actors))
    return {"countries": _level(ends, cast, cast.homes), "actors": _level(ends, cast, alone)}


def _level(ties: Sequence[_Ends], cast: Cast, nodes: Sequence[int]) -> Level:
    counts, pairs = _tallies(ties, nodes)
    order = sorted(set(nodes), key=lambda i: (-counts[i], cast.actors[i].id))
    first = FIRST if len(order) > MANY else len(order)
    sizes = [_size(cast.actors[i], counts[i]) for i in order]
    bodies = [Body(cast.actors[i].id, size) for i, size in zip(order, sizes, strict=True)]
    links = _links(order, pairs, cast)
    far = place(bodies, links)
    among = {ends: pull for ends, pull in links.items() if max(ends) < first}
    near = place(bodies[:first], among) if first < len(order) else far
    return Level(order, sizes, first, near, far)


def _tallies(ties: Sequence[_Ends], nodes: Sequence[int]) -> tuple[Counter[int], Counter[Pair]]:
    """Count the ties of each symbol, and those of each two symbols of which one happened."""
    counts, pairs = Counter[int](), Counter[Pair]()
    for source, target, happened in ties:
        a, b = nodes[source], nodes[target]
        counts[a] += 1
        if a != b:
            counts[b] += 1
            if happened:
                pairs[(a, b) if a < b else (b, a)] += 1
    return counts, pairs


def _size(actor: Actor, ties: int) -> float:
    return round(SMALLEST + SIZE_BY_KIND[actor.kind] + min(18.0, 2.4 * sqrt(ties)), 1)


def _links(order: Sequence[int], pairs: Mapping[Pair, int], cast: Cast) -> Links:
    """Return how strongly symbols pull: by their ties, and whoever acts for a country to it."""
    at = {actor: number for number, actor in enumerate(order)}
    links: defaultdict[Pair, float] = defaultdict(float)

    def pull(a: int, b: int, force: float) -> None:
        links[min(at[a], at[b]), max(at[a], at[b])] += force

    for (a, b), count in pairs.items():
        pull(a, b, min(3.0, 0.6 * sqrt(count)))
    for actor in order:
        if cast.homes[actor] != actor:
            pull(actor, cast.homes[actor], 3.0)
    return dict(links)
