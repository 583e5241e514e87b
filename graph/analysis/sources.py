"""What is compared: two periods of one graph, or two graphs."""

from pathlib import Path

from graph.analysis.changes import Comparison, Half
from graph.analysis.periods import is_period, period
from graph.errors import InputError
from graph.export.jsonl import Saved


def comparison(before: str, after: str, inside: Path) -> Comparison:
    """Return the comparison of two periods of a graph, or of two graphs that earlier runs wrote.

    Args:
        before: A period such as ``2013``, or a path.
        after: The same kind.
        inside: The graph that the periods are of.

    Raises:
        InputError: One is a period and the other is none, or a graph cannot be read.
    """
    names = (before, after)
    periods = [is_period(name) for name in names]
    if any(periods) and not all(periods):
        for name in names:
            if not Path(name).exists():
                period(name)  # what is neither a date nor a path is said to be no date
        fix = "Name two periods, or two folders; ./2014 is a folder"
        raise InputError(f"{before} and {after}", "are a period and a path", fix)
    if all(periods):
        told = list(Saved(inside))
        halves = [Half.of(name, told, period(name)) for name in names]
    else:
        halves = [Half.of(name, list(Saved(Path(name))), None) for name in names]
    return Comparison(halves[0], halves[1])
