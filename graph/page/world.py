"""The world map: outlines, borders and the seats of governments, in the units of one picture.

The projection is Natural Earth's (Šavrič, Jenny, Patterson 2011): all of the world at
once, without the swollen north of Mercator. Everything is projected here or by
``tools/world.py``, so that the page only draws.
"""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from math import pi, radians
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).parent / "assets" / "world"

#: Width of the picture. The height follows from the latitudes that are kept.
WIDTH = 2000

#: The picture's upper and lower edge: without Antarctica there is more room for the rest.
NORTH, SOUTH = 84.0, -57.0


def project(latitude: float, longitude: float) -> tuple[int, int]:
    """Return where a place is in the picture; x points right, y down.

    Args:
        latitude: Degrees, north positive.
        longitude: Degrees, east positive.
    """
    x, y = _plane(radians(latitude), radians(longitude))
    scale = WIDTH / 2 / _plane(0.0, pi)[0]
    top = _plane(radians(NORTH), 0.0)[1]
    return round(WIDTH / 2 + x * scale), round((top - y) * scale)


def height() -> int:
    """Return the height of the picture."""
    return project(SOUTH, 0.0)[1]


def _plane(phi: float, lam: float) -> tuple[float, float]:
    square = phi * phi
    fourth = square * square
    x = 0.8707 - 0.131979 * square
    x += fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    y = 1.007226 + square * (
        0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth)
    )
    return lam * x, phi * y


@cache
def capitals(path: Path = FOLDER / "capitals.toml") -> Mapping[str, tuple[int, int]]:
    """Return where the seats of governments are in the picture, by the code of the country."""
    degrees = tomllib.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType({code: project(*place) for code, place in degrees.items()})


def world() -> dict[str, Any]:
    """Return the outlines and borders as paths of SVG, with the size of the picture."""
    paths = json.loads((FOLDER / "world.json").read_text(encoding="utf-8"))
    return {"width": WIDTH, "height": height(), **paths}
