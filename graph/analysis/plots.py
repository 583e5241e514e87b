"""Plots as SVG of our own, and the same in letters: cooperation up, conflict down.

The colours are classes, which the style of the document sets for light and dark.
"""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple

from graph.analysis.mapnames import shortened, width
from graph.analysis.markup import Safe, joined, tag
from graph.analysis.words import ENGLISH, Words

#: Width and height of a plot, and of its margins; of the letters in it, which a phone can read.
_WIDE, _HIGH, _LEFT, _FOOT, _EDGE = 440.0, 180.0, 44.0, 20.0, 8.0
_LETTERS = 13.0
_ROW, _LABEL = 24, 150.0
#: Letters of the longest name of a row.
_NAME = 17
_EIGHTHS = "▁▂▃▄▅▆▇█"


class Bar(NamedTuple):
    """One step, or one row: a name, and how much of either there is."""

    name: str
    cooperation: float
    conflict: float
    cooperation_error: float = 0.0
    conflict_error: float = 0.0


def history(bars: Sequence[Bar], words: Words = ENGLISH) -> Safe:
    """Return a bar a step, cooperation above the axis and conflict below, both on one scale."""
    most = _most([bar.cooperation for bar in bars]), _most([bar.conflict for bar in bars])
    unit = _HIGH / (sum(most) or 1.0)
    zero, step = _EDGE + most[0] * unit, (_WIDE - _LEFT - _EDGE) / max(1, len(bars))
    foot = _EDGE + _HIGH + _FOOT
    every = ceil(max((width(bar.name, _LETTERS) + 10 for bar in bars), default=0) / step)
    parts = [_level(value, zero - value * unit) for value in _ticks(most)]
    for number, bar in enumerate(bars):
        x, up, down = _LEFT + number * step, bar.cooperation * unit, bar.conflict * unit
        shown = f"+{words.number(bar.cooperation)} −{words.number(bar.conflict)}"
        title = tag("title", f"{bar.name}{words('colon')}{shown}")
        sides = (("cooperation", zero - up, up), ("conflict", zero, down))
        left, wide = x + step * 0.1, step * 0.8
        parts += [_rect(title, name, left, y, wide, high) for name, y, high in sides if high > 0]
        if number % every == 0:
            half = width(bar.name, _LETTERS) / 2
            middle = max(half, min(_WIDE - half, x + step / 2))
            parts.append(tag("text", bar.name, x=_n(middle), y=_n(foot), text_anchor="middle"))
    axis = tag("line", class_="axis", x1=_n(_LEFT), x2=_n(_WIDE), y1=_n(zero), y2=_n(zero))
    return _svg(words("plot-time"), _WIDE, foot + 6, *parts, axis)


def partners(bars: Sequence[Bar], words: Words = ENGLISH) -> Safe:
    """Return a row a bar, conflict to the left and cooperation to the right, with their errors."""
    most = (
        _most([bar.cooperation + bar.cooperation_error for bar in bars]),
        _most([bar.conflict + bar.conflict_error for bar in bars]),
    )
    unit = (_WIDE - _LABEL - 2 * _EDGE) / (sum(most) or 1.0)
    zero, high = _LABEL + _EDGE + most[1] * unit, len(bars) * _ROW
    parts = [_upright(value, zero + value * unit, high) for value in _ticks(most)]
    for number, bar in enumerate(bars):
        y = number * _ROW
        name = joined(tag("title", bar.name), shortened(bar.name, _NAME))
        parts.append(tag("text", name, x=_n(_LABEL - 4), y=y + 16, text_anchor="end"))
        for sign, way, value, error in (
            ("conflict", -1, bar.conflict, bar.conflict_error),
            ("cooperation", 1, bar.cooperation, bar.cooperation_error),
        ):
            if value <= 0:
                continue
            title, long = (
                tag("title", f"{words.number(value)} ± {words.number(error)}"),
                value * unit,
            )
            ends = sorted(zero + way * max(0.0, value + side * error) * unit for side in (-1, 1))
            parts += [
                _rect(title, sign, zero - (long if way < 0 else 0), y + 5, long, 14),
                tag("line", class_="error", x1=_n(ends[0]), x2=_n(ends[1]), y1=y + 12, y2=y + 12),
            ]
    axis = tag("line", class_="axis", x1=_n(zero), x2=_n(zero), y1=0, y2=high)
    return _svg(words("plot-partners"), _WIDE, high + _FOOT, *parts, axis)


def _most(values: Sequence[float]) -> float:
    return max(values, default=0.0)


def _ticks(most: tuple[float, float]) -> list[float]:
    """Return round values of an axis that goes up to one value, and down to minus another."""
    step = _round(sum(most) / 5)
    up, down = (int(side / step) if step else 0 for side in most)
    return [number * step for number in range(-down, up + 1)]


def _round(value: float) -> float:
    """Return the least of 1, 2, 5, 10, 20 … and 0.1, 0.2, 0.5 … that is not below a value."""
    if value <= 1e-9:  # noqa: PLR2004 - next to nothing
        return 0.0
    power = float(10 ** floor(log10(value)))
    return next((power * by for by in (1, 2, 5) if power * by >= value), power * 10)


def _level(value: float, y: float) -> Safe:
    """Return a value of an upright axis, and its line."""
    text = tag(
        "text", f"{abs(value):g}", class_="tick", x=_n(_LEFT - 6), y=_n(y + 4), text_anchor="end"
    )
    line = tag("line", class_="grid", x1=_n(_LEFT), x2=_n(_WIDE), y1=_n(y), y2=_n(y))
    return joined(line, text)


def _upright(value: float, x: float, high: float) -> Safe:
    """Return a value of a level axis, and its line."""
    foot = _n(high + 15)
    text = tag("text", f"{abs(value):g}", class_="tick", x=_n(x), y=foot, text_anchor="middle")
    return joined(tag("line", class_="grid", x1=_n(x), x2=_n(x), y1=0, y2=_n(high)), text)


def _rect(title: Safe, sign: str, x: float, y: float, wide: float, high: float) -> Safe:  # noqa: PLR0913, PLR0917
    return tag("rect", title, class_=sign, x=_n(x), y=_n(y), width=_n(wide), height=_n(high))


def _svg(label: str, wide: float, high: float, *parts: Safe) -> Safe:
    box = f"0 0 {_n(wide)} {_n(high)}"
    return tag("svg", *parts, viewBox=box, role="img", aria_label=label, class_="plot")


def _n(value: float) -> str:
    """Return a number as SVG has it, with a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def history_lines(bars: Sequence[Bar], words: Words = ENGLISH) -> tuple[str, ...]:
    """Return a history in letters: a line for each sign, an eighth of a block the least."""
    top = max((max(bar.cooperation, bar.conflict) for bar in bars), default=0.0)
    if not bars:
        return ()
    ends = f"{bars[0].name} … {bars[-1].name}" if len(bars) > 1 else bars[0].name
    up, down = (words(side).lower() for side in ("cooperation", "conflict"))
    long = max(len(up), len(down))
    highest = words("highest", value=words.number(top))
    return (
        f"{up:{long}} {''.join(_block(bar.cooperation, top) for bar in bars)}  {ends}",
        f"{down:{long}} {''.join(_block(bar.conflict, top) for bar in bars)}  {highest}",
    )


def partner_lines(bars: Sequence[Bar], width: int = 20) -> tuple[str, ...]:
    """Return partners in letters: a row each, conflict to the left, cooperation to the right."""
    top = max((max(bar.cooperation, bar.conflict) for bar in bars), default=0.0) or 1.0
    longest = max((len(bar.name) for bar in bars), default=0)
    return tuple(
        f"{bar.name:{longest}} {'░' * round(bar.conflict / top * width):>{width}}"
        f"│{'█' * round(bar.cooperation / top * width)}".rstrip()
        for bar in bars
    )


def _block(value: float, top: float) -> str:
    if value <= 0:
        return "·"
    return _EIGHTHS[min(7, int(value / top * 8))]


def legend(words: Words = ENGLISH) -> Safe:
    """Return what the colours mean."""
    return tag(
        "p",
        joined(tag("span", "■", class_="cooperation-mark"), f" {words('cooperation').lower()}  "),
        joined(tag("span", "■", class_="conflict-mark"), f" {words('conflict').lower()}"),
        class_="legend",
    )
