"""Where names stand on a drawn map: beside their circles, over no other, within the picture."""

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple
from unicodedata import east_asian_width

#: Size of a name, and the width of a common letter, in units of the map.
SIZE = 18.0
_LETTER = 0.58

#: Longest name that is written out, in letters of common width.
_LONG = 24
_GAP = 3.0

#: Least width of a picture, in which a few names do not look like headlines.
_LEAST = 640


class Circle(NamedTuple):
    """Whom it stands for, and where it is."""

    name: str
    x: float
    y: float
    radius: float


class Box(NamedTuple):
    """A part of the picture, by its edges."""

    left: float
    top: float
    right: float
    bottom: float


class Label(NamedTuple):
    """A name as it is written, and the box that it takes up."""

    text: str
    box: Box


def width(text: str, size: float = SIZE) -> float:
    """Return about how wide a text is, in the units of its size."""
    return size * _LETTER * sum(map(_letters, text))


def shortened(text: str, most: float = _LONG) -> str:
    """Return a text, cut where it is longer than some letters of common width."""
    left = most
    for number, letter in enumerate(text):
        left -= _letters(letter)
        if left < 0:
            return f"{text[:number].rstrip()}…"
    return text


def place_names(circles: Mapping[str, Circle]) -> dict[str, Label]:
    """Return where the names of circles stand, those of the first chosen first.

    A name stands below, above or beside its circle, wherever it covers least.
    """
    solid = [Box(x - r - 1, y - r - 1, x + r + 1, y + r + 1) for _, x, y, r in circles.values()]
    taken: list[Box] = []
    found = {}
    for key, circle in circles.items():
        text = shortened(circle.name)
        box = min(_sides(circle, width(text)), key=lambda each: _covered(each, [*solid, *taken]))
        taken.append(box)
        found[key] = Label(text, box)
    return found


def around(boxes: Sequence[Box], margin: float) -> Box:
    """Return the box around some others, of whole units and wide enough for a picture."""
    if not boxes:
        return Box(-margin, -margin, margin, margin)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, right = min(lefts) - margin, max(rights) + margin
    more = max(0.0, _LEAST - (right - left)) / 2
    return Box(
        floor(left - more),
        floor(min(tops) - margin),
        ceil(right + more),
        ceil(max(bottoms) + margin),
    )


def _letters(letter: str) -> float:
    """Return how many letters of common width one is as wide as, rather more than less."""
    if east_asian_width(letter) in "WF":
        return 1.8
    return 1.7 if letter in "mwMW" else 1.25 if letter.isupper() else 1.0


def _sides(circle: Circle, wide: float) -> list[Box]:
    _, x, y, r = circle
    high, far = SIZE * 1.15, r + _GAP
    below, above, level = y + far, y - far - high, y - high / 2
    lefts = (x - wide / 2, x + far, x - far - wide)
    corners = (x + 0.7 * r, x - 0.7 * r - wide)
    spots = [(lefts[0], below), (lefts[0], above), (lefts[1], level), (lefts[2], level)]
    spots += [(left, top) for top in (below - 0.3 * r, above + 0.3 * r) for left in corners]
    return [Box(left, top, left + wide, top + high) for left, top in spots]


def _covered(box: Box, others: Sequence[Box]) -> float:
    return sum(
        max(0.0, min(box.right, other.right) - max(box.left, other.left))
        * max(0.0, min(box.bottom, other.bottom) - max(box.top, other.top))
        for other in others
    )
