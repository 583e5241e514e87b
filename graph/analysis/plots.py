"""Plots as SVG of our own, and the same in letters: cooperation up, conflict down.

The colours are classes, which the style of the document sets for light and dark.
"""

from collections.abc import Sequence
from typing import NamedTuple

from graph.analysis.markup import Safe, joined, tag

#: Height of the plot of a history above and below its axis, and of the names of its steps.
_UP, _DOWN, _FOOT = 90, 90, 18
_WIDE = 720
#: Most names of steps below the axis.
_NAMES = 12
_ROW, _LABEL = 22, 190
_EIGHTHS = "▁▂▃▄▅▆▇█"


class Bar(NamedTuple):
    """One step, or one row: a name, and how much of either there is."""

    name: str
    cooperation: float
    conflict: float
    cooperation_error: float = 0.0
    conflict_error: float = 0.0


def history(bars: Sequence[Bar]) -> Safe:
    """Return a bar a step, cooperation above the axis and conflict below."""
    top = max((max(bar.cooperation, bar.conflict) for bar in bars), default=0.0) or 1.0
    width = _WIDE / max(1, len(bars))
    every = -(-len(bars) // _NAMES)
    parts = []
    for number, bar in enumerate(bars):
        x, up, down = number * width, bar.cooperation / top * _UP, bar.conflict / top * _DOWN
        title = tag("title", f"{bar.name}: +{bar.cooperation:.1f} −{bar.conflict:.1f}")
        sides = (("cooperation", _UP - up, up), ("conflict", _UP, down))
        parts += [
            tag(
                "rect",
                title,
                class_=name,
                x=_n(x + width * 0.1),
                y=_n(y),
                width=_n(width * 0.8),
                height=_n(h),
            )
            for name, y, h in sides
            if h > 0
        ]
        if number % every == 0:
            middle = _n(x + width / 2)
            parts.append(
                tag("text", bar.name, x=middle, y=_UP + _DOWN + _FOOT - 4, text_anchor="middle")
            )
    axis = tag("line", class_="axis", x1=0, x2=_WIDE, y1=_UP, y2=_UP)
    return _svg("Cooperation and conflict over time", _WIDE, _UP + _DOWN + _FOOT, *parts, axis)


def partners(bars: Sequence[Bar]) -> Safe:
    """Return a row a bar, conflict to the left and cooperation to the right, with their errors."""
    reach = [
        max(bar.cooperation + bar.cooperation_error, bar.conflict + bar.conflict_error)
        for bar in bars
    ]
    half = (_WIDE - _LABEL) / 2 - 8
    scale, zero = half / (max(reach, default=0.0) or 1.0), _LABEL + half
    parts = []
    for number, bar in enumerate(bars):
        y = number * _ROW
        parts.append(tag("text", bar.name, x=_LABEL - 8, y=y + 15, text_anchor="end"))
        for name, way, value, error in (
            ("conflict", -1, bar.conflict, bar.conflict_error),
            ("cooperation", 1, bar.cooperation, bar.cooperation_error),
        ):
            if value <= 0:
                continue
            length = value * scale
            left = zero if way > 0 else zero - length
            ends = sorted(zero + way * max(0.0, value + side * error) * scale for side in (-1, 1))
            parts += [
                tag(
                    "rect",
                    tag("title", f"{value:.1f} ± {error:.1f}"),
                    class_=name,
                    x=_n(left),
                    y=y + 4,
                    width=_n(length),
                    height=14,
                ),
                tag("line", class_="error", x1=_n(ends[0]), x2=_n(ends[1]), y1=y + 11, y2=y + 11),
            ]
    axis = tag("line", class_="axis", x1=_n(zero), x2=_n(zero), y1=0, y2=len(bars) * _ROW)
    return _svg("Cooperation and conflict by partner", _WIDE, len(bars) * _ROW, *parts, axis)


def _svg(label: str, width: float, height: float, *parts: Safe) -> Safe:
    return tag("svg", *parts, viewBox=f"0 0 {_n(width)} {_n(height)}", role="img", aria_label=label)


def _n(value: float) -> str:
    """Return a number as SVG has it, with a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def history_lines(bars: Sequence[Bar]) -> tuple[str, ...]:
    """Return a history in letters: a line for each sign, an eighth of a block the least."""
    top = max((max(bar.cooperation, bar.conflict) for bar in bars), default=0.0)
    if not bars:
        return ()
    ends = f"{bars[0].name} … {bars[-1].name}" if len(bars) > 1 else bars[0].name
    return (
        f"cooperation {''.join(_block(bar.cooperation, top) for bar in bars)}  {ends}",
        f"conflict    {''.join(_block(bar.conflict, top) for bar in bars)}  highest {top:.1f}",
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


def legend() -> Safe:
    """Return what the colours mean."""
    return tag(
        "p",
        joined(tag("span", "■", class_="cooperation-mark"), " cooperation  "),
        joined(tag("span", "■", class_="conflict-mark"), " conflict"),
        class_="legend",
    )
