"""The two levels of the map, each with its own layout: countries, and every actor by itself.

At the level of countries whoever acts for a country is inside it. Where a level
has many symbols only the most tied are drawn at first; they are placed as if
they were alone, so that the map is not a corner of a larger one.
"""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.model import Kind
from graph.page.cast import Cast
from graph.page.layout import Body, Indexes, Links, place

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


class _Ends(NamedTuple):
    """What the layout needs to know of ties, a row each."""

    source: Indexes
    target: Indexes
    happened: NDArray[np.bool_]


def levels_of(cast: Cast) -> dict[str, Level]:
    """Return the levels by name, ``countries`` first."""
    ends = _Ends(
        np.array(cast.sources, dtype=np.int64),
        np.array(cast.targets, dtype=np.int64),
        np.array(cast.happened, dtype=bool),
    )
    homes = np.array(cast.homes, dtype=np.int64)
    return {
        "countries": _level(ends, cast, homes),
        "actors": _level(ends, cast, np.arange(len(homes))),
    }


def _level(ties: _Ends, cast: Cast, nodes: Indexes) -> Level:
    a, b = nodes[ties.source], nodes[ties.target]
    tied = np.bincount(a, minlength=len(nodes)) + np.bincount(b[a != b], minlength=len(nodes))
    shown = np.unique(nodes)
    order = shown[np.argsort(-tied[shown], kind="stable")]
    links = _links(order, ties, nodes, np.array(cast.homes, dtype=np.int64))
    first = FIRST if len(order) > MANY else len(order)
    actors = [cast.actors[i] for i in order.tolist()]
    sizes = [
        _size(each.kind, count) for each, count in zip(actors, tied[order].tolist(), strict=True)
    ]
    bodies = [Body(each.id, size) for each, size in zip(actors, sizes, strict=True)]
    far = place(bodies, links)
    near = place(bodies[:first], links.among(first)) if first < len(order) else far
    return Level(order.tolist(), sizes, first, near, far)


@cache
def _size(kind: Kind, ties: int) -> float:
    return round(SMALLEST + SIZE_BY_KIND[kind] + min(18.0, 2.4 * sqrt(ties)), 1)


def _links(order: Indexes, ties: _Ends, nodes: Indexes, homes: Indexes) -> Links:
    """Return how strongly symbols pull: by their ties, and whoever acts for a country to it."""
    at = np.zeros(len(nodes), dtype=np.int64)
    at[order] = np.arange(len(order))
    a, b = at[nodes[ties.source]], at[nodes[ties.target]]
    tied, counts = np.unique(_code(a, b, len(order))[ties.happened & (a != b)], return_counts=True)
    inside = order[homes[order] != order]
    codes = np.concatenate((tied, _code(at[inside], at[homes[inside]], len(order))))
    pull = np.minimum(3.0, 0.6 * np.sqrt(counts)), np.full(len(inside), 3.0)
    pairs, places = np.unique(codes, return_inverse=True)
    low, high = np.divmod(pairs, max(1, len(order)))
    return Links(low, high, np.bincount(places, np.concatenate(pull)).astype(np.float64))


def _code(a: Indexes, b: Indexes, count: int) -> Indexes:
    """Return one number for each two."""
    return np.minimum(a, b) * count + np.maximum(a, b)
