"""How far a command is, shown on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from graph.console.output import count

if TYPE_CHECKING:
    from graph.pipeline import Progress


def counter(text: str, *, quiet: bool) -> Callable[[int], None] | None:
    """Return what shows a number on a terminal; nothing in a file or a pipe."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(count: int) -> None:
        sys.stderr.write(f"\r\x1b[K{text.format(count)}\r")
        sys.stderr.flush()

    return show


@contextmanager
def progress_bar(*, quiet: bool) -> "Iterator[Callable[[Progress], None] | None]":
    """Give what shows a bar on a terminal; nothing in a file or a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    articles = 0
    bar: Any = typer.progressbar(
        length=1,
        label="Reading",
        file=sys.stderr,
        item_show_func=lambda _: count(articles, "article"),
    )

    def show(progress: "Progress") -> None:
        nonlocal articles
        articles = progress.articles
        bar.length = max(progress.total, 1)
        bar.update(max(0, progress.done - bar.pos))

    with bar:
        yield show
