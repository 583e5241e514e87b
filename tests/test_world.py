"""The world map: every country has a place, and the outlines stay inside the picture."""

import json
import re
import tomllib

import pytest

from graph.actors.gazetteer import load_gazetteer
from graph.page.world import FOLDER, NORTH, SOUTH, WIDTH, capitals, height, project, world


def test_every_country_has_a_seat() -> None:
    """The page knows where to put each country that the gazetteer knows, in the order of codes."""
    places = tomllib.loads((FOLDER / "capitals.toml").read_text(encoding="utf-8"))
    assert set(places) == set(load_gazetteer().countries)
    assert list(places) == sorted(places)
    for latitude, longitude in places.values():
        assert SOUTH < latitude < NORTH
        assert -180 <= longitude <= 180


def test_capitals_are_inside_the_picture() -> None:
    for x, y in capitals().values():
        assert 0 < x < WIDTH
        assert 0 < y < height()


@pytest.mark.parametrize(
    ("west", "east"), [("US", "FR"), ("FR", "RU"), ("RU", "CN"), ("BR", "ZA"), ("PT", "ES")]
)
def test_east_is_right(west: str, east: str) -> None:
    assert capitals()[west][0] < capitals()[east][0]


def test_projection_is_symmetric() -> None:
    """The equator and the zero meridian are straight, and north is up."""
    assert project(0.0, 180.0) == (WIDTH, project(0.0, 0.0)[1])
    assert project(60.0, -90.0)[0] == WIDTH - project(60.0, 90.0)[0]
    assert project(60.0, 0.0)[1] < project(0.0, 0.0)[1] < project(-50.0, 0.0)[1]
    # Robinson-like: a meridian at 60 degrees is well over half as far from the middle
    assert 0.6 < (project(60.0, 180.0)[0] - WIDTH / 2) / (WIDTH / 2) < 0.9


@pytest.mark.parametrize("name", ["land", "borders", "disputed"])
def test_outlines_are_paths_inside_the_picture(name: str) -> None:
    """Nothing crosses the whole picture, as a ring over the 180th meridian once did."""
    path = world()[name]
    assert re.fullmatch(r"[MLlz0-9 -]+", path)
    for part in path.split("M")[1:]:
        start, _, steps = part.partition("l")
        x, y = map(int, re.findall(r"-?\d+", start))
        moves = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(moves[::2], moves[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -1 <= x <= WIDTH + 1
            assert abs(dx) < WIDTH / 6, (name, x, y, dx)


def test_disputed_lines_are_named() -> None:
    """The notes say what is dashed, and the picture has something to dash."""
    noted = tomllib.loads((FOLDER / "disputed.toml").read_text(encoding="utf-8"))
    assert ["Kosovo", "Serbia"] in noted["pairs"]
    assert {"crimea", "kashmir"} <= set(noted["boxes"])
    assert len(json.loads((FOLDER / "world.json").read_text())["disputed"]) > 200


def test_licence_is_beside_the_map() -> None:
    assert "Permission to use" in (FOLDER / "LICENSE-ISC").read_text(encoding="utf-8")
