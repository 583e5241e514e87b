"""Colours, dashes and shapes: the one place that both the page and its legend read.

The diverging scale runs from blue over violet to red, with green and yellow
left out of the ends, so that it survives red-green colour blindness. Colour is
never alone: conflict is dashed, what has not happened is dotted or faint, and
each kind of actor has its own shape.
"""

from collections.abc import Iterable
from typing import Literal

from graph.model import Kind, Modality

Sign = Literal[
    "strong-cooperation", "cooperation", "mixed", "conflict", "strong-conflict", "standing"
]

#: The least mean score of each class, strongest cooperation first.
FLOORS: tuple[tuple[Sign, float], ...] = (
    ("strong-cooperation", 6.0),
    ("cooperation", 1.0),
    ("mixed", -0.99),
    ("conflict", -4.49),
    ("strong-conflict", -10.0),
)

LIGHT: dict[Sign, str] = {
    "strong-cooperation": "#085a94",
    "cooperation": "#0e9c93",
    "mixed": "#9a45e0",
    "conflict": "#cf7a10",
    "strong-conflict": "#c9341c",
    "standing": "#959fb0",
}

DARK: dict[Sign, str] = {
    "strong-cooperation": "#4aa8ee",
    "cooperation": "#36cdbd",
    "mixed": "#b069f5",
    "conflict": "#f2a649",
    "strong-conflict": "#ff6a52",
    "standing": "#6a7587",
}

#: Lengths of strokes and gaps, in pixels; an empty list is a solid line.
DASHES: dict[Modality, list[int]] = {
    "actual": [],
    "planned": [2, 4],
    "possible": [1, 7],
    "requested": [12, 4, 2, 4],
    "denied": [3, 10],
}

#: The dashes of what happened, by sign; a class that is not named is solid.
SIGN_DASHES: dict[Sign, list[int]] = {
    "mixed": [16, 4, 4, 4],
    "conflict": [9, 5],
    "strong-conflict": [9, 5],
}

OPACITY: dict[Modality, float] = {
    "actual": 0.9,
    "planned": 0.85,
    "possible": 0.65,
    "requested": 0.75,
    "denied": 0.45,
}

#: vis-network's names of shapes.
SHAPES: dict[Kind, str] = {
    "country": "dot",
    "organisation": "square",
    "group": "triangle",
    "person": "diamond",
}


def sign_of(scores: Iterable[float]) -> Sign:
    """Return the class of the mean of scores from -10 to 10; ``standing`` where there is none."""
    values = list(scores)
    if not values:
        return "standing"
    mean = sum(values) / len(values)
    return next((sign for sign, floor in FLOORS if mean >= floor), "strong-conflict")


def dash_of(sign: Sign, modality: Modality) -> list[int]:
    """Return the dash of a line."""
    return SIGN_DASHES.get(sign, []) if modality == "actual" else DASHES[modality]


def palette_css() -> str:
    """Return the colours as CSS custom properties, for light and for dark."""
    light, dark = (
        "".join(f"--{sign}:{colour};" for sign, colour in colours.items())
        for colours in (LIGHT, DARK)
    )
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
