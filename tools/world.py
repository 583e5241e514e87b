"""Make the world map's outlines and borders from Natural Earth: ``make world`` runs this.

    python tools/world.py countries-110m.json

Reads the TopoJSON of the npm package world-atlas, whose arcs are shared by neighbours, so that a
border is an arc that two countries use. Writes three paths of SVG: ``land``, ``borders`` and
``disputed``, in the projection and units of ``graph.page.world``.
"""

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.page.world import FOLDER, SOUTH, project  # noqa: E402

#: Longitude of the map's right edge; the left one is its negation.
HALF = 180.0

Point = tuple[float, float]
Line = list[Point]


def main(source: Path) -> None:
    """Read the atlas, and write ``world.json`` beside its notes."""
    raw = source.read_bytes()
    noted = tomllib.loads((FOLDER / "VERSION.toml").read_text(encoding="utf-8"))
    if sha256(raw).hexdigest() != noted["sha256"]:
        sys.exit(f"{source} is not the file that {FOLDER / 'VERSION.toml'} names")
    atlas = json.loads(raw)
    arcs = list(_arcs(atlas))
    solid, dashed = _borders(atlas, arcs)
    paths = {"land": _land(atlas, arcs), "borders": _path(solid), "disputed": _path(dashed)}
    text = json.dumps(paths, separators=(",", ":")) + "\n"
    (FOLDER / "world.json").write_text(text, encoding="utf-8")


def _arcs(atlas: dict[str, Any]) -> Iterator[Line]:
    """Yield the arcs as longitudes and latitudes; they are stored as steps from point to point."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        yield line


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
        yield from polygon


def _land(atlas: dict[str, Any], arcs: list[Line]) -> str:
    """Return the coasts, closed; Antarctica is left out."""
    rings: list[Line] = []
    for geometry in atlas["objects"]["land"]["geometries"]:
        for ring in _rings(geometry):
            points = [point for index in ring for point in _turned(arcs, index)]
            if max(latitude for _, latitude in points) > SOUTH:
                rings += _halves(points)
    return _path(rings, close=True)


def _halves(ring: Line) -> Iterator[Line]:
    """Yield a ring, or where it crosses the edge of the map the part of it on either side.

    The atlas has joined what the 180th meridian divides, so that a step across it is as long as
    the earth is round.
    """
    turned, turn = [ring[0]], 0.0
    for (before, _), (x, y) in pairwise(ring):
        turn += 360.0 * ((before - x > HALF) - (x - before > HALF))
        turned.append((x + turn, y))
    for shift in (-360.0, 0.0, 360.0):
        part = [(x + shift, y) for x, y in turned]
        for edge, side in ((-HALF, 1), (HALF, -1)):
            part = _clipped(part, edge, side)
        if part:
            yield part


def _clipped(ring: Line, edge: float, side: int) -> Line:
    """Return what of a ring is on one side of a meridian (Sutherland and Hodgman 1974)."""
    kept: Line = []
    for (ax, ay), (bx, by) in pairwise([*ring[-1:], *ring]):
        if (ax - edge) * (bx - edge) < 0:
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
        if (bx - edge) * side >= 0:
            kept.append((bx, by))
    return kept


def _turned(arcs: list[Line], index: int) -> Line:
    """Return an arc; a negative index stands for the one before its negation, backwards."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _borders(atlas: dict[str, Any], arcs: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines between two countries: those agreed on, and those disputed."""
    users: defaultdict[int, set[str]] = defaultdict(set)
    for country in atlas["objects"]["countries"]["geometries"]:
        for ring in _rings(country):
            for index in ring:
                users[max(index, ~index)].add(country["properties"]["name"])
    disputed = tomllib.loads((FOLDER / "disputed.toml").read_text(encoding="utf-8"))
    pairs = {frozenset(pair) for pair in disputed["pairs"]}
    missing = pairs - set(map(frozenset, users.values()))
    if missing:
        sys.exit(f"No line of the atlas is between {sorted(map(sorted, missing))}")
    lines: tuple[list[Line], list[Line]] = [], []
    for index in sorted(users):
        if len(users[index]) == 2:  # noqa: PLR2004
            for dashed, line in _split(arcs[index], list(disputed["boxes"].values())):
                lines[dashed or frozenset(users[index]) in pairs].append(line)
    return lines


def _split(line: Line, boxes: list[Any]) -> Iterator[tuple[bool, Line]]:
    """Yield the stretches of a line that are inside a box and outside all, in turn."""

    def inside(segment: tuple[Point, Point]) -> bool:
        x, y = ((a + b) / 2 for a, b in zip(*segment, strict=True))
        return any(w <= x <= e and s <= y <= n for (w, s), (e, n) in boxes)

    for dashed, segments in groupby(pairwise(line), inside):
        run = list(segments)
        yield dashed, [run[0][0], *(end for _, end in run)]


def _path(lines: Iterable[Line], *, close: bool = False) -> str:
    """Return lines as one path with relative steps; points that fall on one pixel are one."""
    parts = []
    for line in lines:
        points = [project(latitude, longitude) for longitude, latitude in line]
        points = [point for point, _ in groupby(points)]
        if len(points) > (3 if close else 1):
            steps = [f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(points)]
            start = f"M{points[0][0]} {points[0][1]}l"
            parts.append(start + " ".join(steps) + ("z" if close else ""))
    return "".join(parts).replace(" -", "-")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
