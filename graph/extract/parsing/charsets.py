"""Have Python work out a class of characters once, where many expressions have the same.

spaCy compiles hundreds of expressions for French as it is imported. Most have classes of all
letters that there are, regardless of case, through which Python goes letter by letter, for each
class anew: four fifths of the time that loading French takes. What comes out depends on the class
alone, so it is kept while they are compiled.

This leans on a function of Python's that is not meant for others. A Python that has no such
function compiles as it does of itself.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from typing import Any

#: What works a class out: from its parts, and functions and a table for its case.
_COMPILER, _WORKS_OUT = "re._compiler", "_optimize_charset"

#: One at a time: of two that overlap the second would put back what the first has put there.
_alone = RLock()


@contextmanager
def sharing_classes() -> Iterator[None]:
    """Let expressions that are compiled share what Python makes of classes of characters."""
    with _alone:
        compiler = _compiler()
        own = getattr(compiler, _WORKS_OUT, None)
        if own is None:
            yield
            return
        setattr(compiler, _WORKS_OUT, _remembering(own))
        try:
            yield
        finally:
            setattr(compiler, _WORKS_OUT, own)


def _compiler() -> object:
    """Return the module in which Python compiles expressions, or None where it has another name."""
    try:
        return import_module(_COMPILER)
    except ImportError:
        return None


def _remembering(own: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that asks another once of each class."""
    known: dict[tuple[object, ...], Any] = {}

    def worked_out(charset: object, *case: object) -> Any:  # noqa: ANN401 - as Python has it
        key = (repr(charset), *map(id, case))  # Python's own, which stay where they are
        if key not in known:
            known[key] = own(charset, *case)
        return known[key]

    return worked_out
