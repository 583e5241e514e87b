"""Places for actors on the map: a small force layout, the same on every machine.

Actors repel each other, ties pull, and whoever acts for a country is pulled to
it. Places start from a hash of the ids. Each step is rounded to a grid far
coarser than the last bits in which processors differ, so that these cannot
grow into another picture.

Above ``CORE`` actors only the most connected take part; the others settle in
rings around the actor they are tied to most. All pairs of 300 points are cheap,
all pairs of 10,000 are not, and nobody reads a hairball.
"""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from math import cos, pi, sin, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Links = dict[tuple[int, int], float]

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


def place(bodies: Sequence[Body], links: Links) -> list[tuple[int, int]]:
    """Place actors so that tied ones are near and no two symbols overlap.

    Args:
        bodies: The actors.
        links: The pull between two of them, by their indexes, lower one first.

    Returns:
        One (x, y) an actor, whole units, centred on (0, 0); y points down.
    """
    if not bodies:
        return []
    pull = _pull(len(bodies), links)
    order = sorted(range(len(bodies)), key=lambda i: (-pull[i], bodies[i].id))
    core = sorted(order[:CORE])
    points = np.zeros((len(bodies), 2))
    points[core] = _even(_settle(_start([bodies[i] for i in core]), _matrix(core, links)))
    _ring(points, order[CORE:], set(core), links)
    if len(bodies) <= CORE:
        _part(points, np.array([body.radius for body in bodies]))
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return [(round(x), round(y)) for x, y in points.tolist()]


def _pull(count: int, links: Links) -> list[float]:
    total = [0.0] * count
    for (a, b), weight in links.items():
        total[a] += weight
        total[b] += weight
    return total


def _start(bodies: Sequence[Body]) -> Points:
    """Scatter by the hash of the ids."""
    seeds = [blake2b(body.id.encode("utf-8", "replace"), digest_size=8).digest() for body in bodies]
    halves = [(int.from_bytes(seed[:4], "big"), int.from_bytes(seed[4:], "big")) for seed in seeds]
    return _rounded((np.array(halves) / 2**32 - 0.5) * ROOM * sqrt(len(bodies)))


def _matrix(core: Sequence[int], links: Links) -> Points:
    at = {index: number for number, index in enumerate(core)}
    matrix = np.zeros((len(core), len(core)))
    for (a, b), weight in links.items():
        if a in at and b in at:
            matrix[at[a], at[b]] = matrix[at[b], at[a]] = weight
    return matrix


def _settle(points: Points, pull: Points) -> Points:
    """Let the forces of Fruchterman and Reingold (1991) act, with gravity, ever more gently."""
    heat, count = ROOM * 1.2, len(points)
    mass = 1 + np.sqrt(pull.sum(axis=1))[:, None]
    push, draw = (0.55 * ROOM**2 / 4) * (mass * mass.T), pull / ROOM
    steps = STEPS if count <= FEW else STEPS * FEW // count
    for step in range(steps):
        x, y = points.T
        dx, dy = x[:, None] - x, y[:, None] - y
        square = dx * dx
        square += dy * dy
        square += 1.0
        force = push / square
        force -= draw * np.sqrt(square, out=square)
        dx *= force
        dy *= force
        move = np.stack((dx.sum(axis=1), dy.sum(axis=1)), axis=1) / mass
        move -= points * 0.05
        length = np.sqrt((move * move).sum(axis=1, keepdims=True)) + 1e-9
        limit = heat * (1 - step / steps) + 1
        points = _rounded(points + move / length * np.minimum(length, limit))
    return points


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


def _ring(points: Points, rest: Sequence[int], placed: set[int], links: Links) -> None:
    """Put the actors left over in a sunflower around the placed one they are tied to most."""
    ties: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), weight in links.items():
        ties[a].append((weight, b))
        ties[b].append((weight, a))
    filled: defaultdict[int, int] = defaultdict(int)
    points[sorted(placed)] *= 1 + sqrt(len(rest)) / 20
    anchors, steps, first = list[int](), list[tuple[float, float]](), min(placed)
    for index in rest:
        near = [(weight, -other) for weight, other in ties[index] if other in placed]
        anchor = -max(near)[1] if near else first
        filled[anchor] += 1
        turn, reach = filled[anchor] * GOLDEN_ANGLE, ROOM * 0.5 * sqrt(1 + filled[anchor])
        anchors.append(anchor)
        steps.append((cos(turn) * reach, sin(turn) * reach))
    if rest:
        points[list(rest)] = points[anchors] + np.array(steps)


def _part(points: Points, radii: NDArray[np.float64]) -> None:
    """Push overlapping symbols apart; below each one stays room for its name."""
    wide, high = radii[:, None] + radii + 26.0, radii[:, None] + radii + 34.0
    for _ in range(60):
        dx, dy = (points[:, None] - points).transpose(2, 0, 1)
        over_x, over_y = wide - np.abs(dx), high - np.abs(dy)
        clash = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(clash, val=False)
        if not clash.any():
            return
        # Whoever comes first goes left or up where two share a place.
        order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))
        across = clash & (over_x < over_y)
        push_x = np.where(across, over_x * np.where(dx == 0, order, np.sign(dx)), 0)
        push_y = np.where(clash & ~across, over_y * np.where(dy == 0, order, np.sign(dy)), 0)
        points += _rounded(np.stack((push_x.sum(axis=1), push_y.sum(axis=1)), axis=1) * 0.3)


def _rounded(points: Points) -> Points:
    return np.round(points / GRID) * GRID
