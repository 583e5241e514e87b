"""How far a command is, shown on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

import typer

from graph.console.output import count

if TYPE_CHECKING:
    from graph.pipeline import Progress

#: Seconds after which a bar is drawn anew, though it says nothing new but the time.
_BEAT = 1.0


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
    articles, start = 0, time.monotonic()

    def told(_: object) -> str:
        return f"{count(articles, 'article')}, {time.monotonic() - start:.0f} s"

    bar: Any = typer.progressbar(
        length=1,
        label="Reading",
        file=sys.stderr,
        width=24,  # with all that is told beside it, in 80 columns
        item_show_func=told,
    )
    one_at_a_time = Lock()

    def show(progress: "Progress") -> None:
        nonlocal articles
        articles = progress.articles
        with one_at_a_time:
            bar.length = max(progress.total, 1)
            bar.update(max(0, progress.done - bar.pos))

    def redraw() -> None:
        with one_at_a_time:
            bar.render_progress()

    with bar, _beating(redraw):
        yield show


@contextmanager
def _beating(work: Callable[[], None]) -> Iterator[None]:
    """Do something now and then, so that a long article is seen to be read."""
    done = Event()

    def beat() -> None:
        while not done.wait(_BEAT):
            work()

    beats = Thread(target=beat, daemon=True)
    beats.start()
    try:
        yield
    finally:
        done.set()
        beats.join()
