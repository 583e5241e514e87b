"""What is asked about: a part of a graph, two periods of one, or two graphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.analysis import asof
from graph.analysis.changes import Comparison, Half
from graph.analysis.periods import Period, is_period, period
from graph.errors import InputError
from graph.export.jsonl import Saved
from graph.model import Statement


@dataclass(frozen=True, slots=True)
class Part:
    """The statements of a period, or as of a date, read anew each time they are gone through."""

    whole: Saved
    within: Period | None = None
    at: Period | None = None
    maybe: bool = False

    def __iter__(self) -> Iterator[Statement]:
        """Read the statements one by one."""
        found = iter(self.whole)
        if self.at is not None:
            found = asof.as_of(found, self.at, maybe=self.maybe)
        return found if self.within is None else asof.during(found, self.within)


def part(saved: Path, during: str | None, as_of: str | None, *, maybe: bool = False) -> Part:
    """Return what an earlier run wrote, of a period and as of a date where they are given.

    Args:
        saved: A folder of ``build``, or a ``statements.jsonl``.
        during: A period such as ``2014``.
        as_of: A date, of which the end counts.
        maybe: With `as_of`, also what may have come about by then.

    Raises:
        InputError: One is no date, or `maybe` stands without `as_of`.
    """
    check_maybe(as_of, maybe=maybe)
    within, at = (period(text) if text else None for text in (during, as_of))
    return Part(Saved(saved), within, at, maybe=maybe)


def check_maybe(as_of: str | None, *, maybe: bool) -> None:
    """Raise an ``InputError`` where --maybe stands without --as-of, to which it belongs.

    Raises:
        InputError: It does.
    """
    if maybe and not as_of:
        fix = "Add --as-of and a date, or leave it"
        raise InputError("--maybe", "goes with --as-of alone", fix)


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
