"""Places for actors on the map: a small force layout, the same on every machine.

Actors repel each other, ties pull, and whoever acts for a country is pulled to
it. Places start from a hash of the ids. Each step is rounded to a grid far
coarser than the last bits in which processors differ, so that these cannot
grow into another picture.

Above ``CORE`` actors only the most connected take part; the others settle in
rings around the actor they are tied to most. All pairs of 300 points are cheap,
all pairs of 10,000 are not, and nobody reads a hairball.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from math import pi, sqrt
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Indexes = NDArray[np.int64]

#: Most actors that the force layout places itself.
CORE = 300

#: Room for one actor: the side of its square, in units of the map.
ROOM = 104.0

#: Height over width of the finished map; the page stretches it to the shape of its window.
RATIO = 0.9

#: How far places go from where the forces left them (0) to evenly spread along each axis (1).
EVENNESS = 0.7

#: Steps for up to ``FEW`` actors, and the fewer the more they are.
STEPS, FEW = 220, 150
GRID = 1 / 1024
GOLDEN_ANGLE = pi * (3 - sqrt(5))


class Body(NamedTuple):
    """What the layout needs to know of an actor."""

    id: str
    """Decides where it starts."""

    radius: float
    """Of its symbol, in units of the map."""


class Links(NamedTuple):
    """How strongly actors pull each other, each two once."""

    low: Indexes
    """The lower index of the two."""

    high: Indexes

    pull: NDArray[np.float64]

    @classmethod
    def of(cls, pulls: Mapping[tuple[int, int], float]) -> Self:
        """Return the pulls between two actors each, by their indexes, lower one first."""
        ends = np.array(list(pulls), dtype=np.int64).reshape(-1, 2)
        return cls(ends[:, 0], ends[:, 1], np.array(list(pulls.values()), dtype=np.float64))

    def among(self, count: int) -> Self:
        """Return those between the first so many actors."""
        inside = self.high < count
        return type(self)(self.low[inside], self.high[inside], self.pull[inside])

    def total(self, count: int) -> NDArray[np.float64]:
        """Return how strongly each of so many actors is pulled."""
        ends = np.concatenate((self.low, self.high))
        return np.bincount(ends, np.tile(self.pull, 2), count).astype(np.float64)


def place(bodies: Sequence[Body], links: Links) -> list[tuple[int, int]]:
    """Place actors so that tied ones are near and no two symbols overlap.

    Args:
        bodies: The actors.
        links: How strongly they pull each other.

    Returns:
        One (x, y) an actor, whole units, centred on (0, 0); y points down.
    """
    if not bodies:
        return []
    order = _order(bodies, links)
    core, rest = np.sort(order[:CORE]), order[CORE:]
    points = np.zeros((len(bodies), 2))
    points[core] = _even(_settle(_start([bodies[i] for i in core]), _matrix(core, links)))
    if len(rest):
        _ring(points, core, rest, links)
    else:
        _part(points, np.array([body.radius for body in bodies]))
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return [(x, y) for x, y in np.rint(points).astype(np.int64).tolist()]


def _order(bodies: Sequence[Body], links: Links) -> Indexes:
    """Return the actors, those that are pulled most first, by id where that is the same."""
    by_id = np.array(sorted(range(len(bodies)), key=lambda i: bodies[i].id), dtype=np.int64)
    ranks: Indexes = np.argsort(-links.total(len(bodies))[by_id], kind="stable")
    return by_id[ranks]


def _start(bodies: Sequence[Body]) -> Points:
    """Scatter by the hash of the ids."""
    seeds = [blake2b(body.id.encode("utf-8", "replace"), digest_size=8).digest() for body in bodies]
    halves = [(int.from_bytes(seed[:4], "big"), int.from_bytes(seed[4:], "big")) for seed in seeds]
    return _rounded((np.array(halves) / 2**32 - 0.5) * ROOM * sqrt(len(bodies)))


def _matrix(core: Indexes, links: Links) -> Points:
    at = np.searchsorted(core, (links.low, links.high)).clip(max=len(core) - 1)
    inside = (core[at] == (links.low, links.high)).all(axis=0)
    low, high = at[:, inside]
    matrix = np.zeros((len(core), len(core)))
    matrix[low, high] = matrix[high, low] = links.pull[inside]
    return matrix


def _settle(points: Points, pull: Points) -> Points:
    """Let the forces of Fruchterman and Reingold (1991) act, with gravity, ever more gently."""
    heat, count = ROOM * 1.2, len(points)
    mass = 1 + np.sqrt(pull.sum(axis=1))[:, None]
    push = (0.55 * ROOM**2 / 4) * (mass * mass.T)
    tied = np.flatnonzero(pull)
    draw = pull.ravel()[tied] / ROOM
    steps = STEPS if count <= FEW else STEPS * FEW // count
    square = np.empty((count, count))
    # Of each its place, the square of its distance from the middle, and one, in both their orders.
    rows, columns = np.ones((count, 4)), np.ones((count, 4))
    for step in range(steps):
        # The square of the distance of two, and one: a product of matrices, as are the sums below.
        length = _squared(points)
        np.multiply(points, -2, out=rows[:, :2])
        np.add(length, 1, out=rows[:, 2])
        columns[:, :2], columns[:, 3] = points, length
        np.matmul(rows, columns.T, out=square)
        drawing = np.sqrt(square.ravel()[tied]) * draw
        force = np.divide(push, square, out=square)
        force.ravel()[tied] -= drawing
        # Each is moved by the sum of force times distance.
        drawn = force @ columns[:, :3]
        move = (points * drawn[:, 2:] - drawn[:, :2]) / mass
        move -= points * 0.05
        length = np.sqrt(_squared(move))[:, None] + 1e-9
        limit = heat * (1 - step / steps) + 1
        points = _rounded(points + move / length * np.minimum(length, limit))
    return points


def _squared(points: Points) -> Points:
    """Return the squares of the distances from the middle."""
    across, down = points.T
    squares: Points = across * across + down * down
    return squares


def _even(points: Points) -> Points:
    """Thin out the middle and draw in the rim, so that the map fills its rectangle."""
    count = len(points)
    ranks = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable")
    spread = (ranks + 0.5) / count - 0.5
    extent = points.max(axis=0) - points.min(axis=0) + 1e-9
    centred = (points - points.min(axis=0)) / extent - 0.5
    mixed = EVENNESS * spread + (1 - EVENNESS) * centred
    side = ROOM * sqrt(count)
    return _rounded(mixed * np.array([side / sqrt(RATIO), side * sqrt(RATIO)]))


def _ring(points: Points, core: Indexes, rest: Indexes, links: Links) -> None:
    """Put the actors left over in a sunflower around the placed one they are tied to most."""
    points[core] *= 1 + sqrt(len(rest)) / 20
    anchors = _anchors(len(points), core, links)[rest]
    # How many are around the same anchor up to each, itself among them.
    by_anchor = np.argsort(anchors, kind="stable")
    firsts = np.searchsorted(anchors[by_anchor], anchors[by_anchor])
    around = np.empty_like(anchors)
    around[by_anchor] = np.arange(1, len(anchors) + 1) - firsts
    turn, reach = around * GOLDEN_ANGLE, ROOM * 0.5 * np.sqrt(1 + around)
    points[rest] = points[anchors] + np.stack((np.cos(turn), np.sin(turn)), axis=1) * reach[:, None]


def _anchors(count: int, core: Indexes, links: Links) -> Indexes:
    """Return for each actor the placed one that pulls it most; the first of all where none does."""
    ends = np.concatenate((links.low, links.high)), np.concatenate((links.high, links.low))
    placed = np.zeros(count, dtype=bool)
    placed[core] = True
    near = placed[ends[1]]
    node, other, pull = ends[0][near], ends[1][near], np.tile(links.pull, 2)[near]
    found = np.full(count, core[0])
    # What is written last stays: the strongest, of these the one that comes first.
    order = np.lexsort((-other, pull))
    found[node[order]] = other[order]
    return found


def _part(points: Points, radii: NDArray[np.float64]) -> None:
    """Push overlapping symbols apart; below each one stays room for its name."""
    wide, high = radii[:, None] + radii + 26.0, radii[:, None] + radii + 34.0
    # Whoever comes first goes left or up where two share a place.
    order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))
    for _ in range(60):
        dx, dy = (points[:, None] - points).transpose(2, 0, 1)
        over_x, over_y = wide - np.abs(dx), high - np.abs(dy)
        clash = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(clash, val=False)
        if not clash.any():
            return
        across = clash & (over_x < over_y)
        push_x = np.where(across, over_x * np.where(dx == 0, order, np.sign(dx)), 0)
        push_y = np.where(clash & ~across, over_y * np.where(dy == 0, order, np.sign(dy)), 0)
        points += _rounded(np.stack((push_x.sum(axis=1), push_y.sum(axis=1)), axis=1) * 0.3)


def _rounded(points: Points) -> Points:
    grid: Points = np.rint(points / GRID) * GRID
    return grid
