"""What a command says: results to standard output, the rest to standard error."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graph.terminal import plain

if TYPE_CHECKING:
    from graph.pipeline import Report
    from graph.terminal import Line

#: What stands for standard output in the place of a file.
STANDARD_OUTPUT = Path("-")


def pipe(write: Callable[[Path], None]) -> None:
    """Hand what is written to a file on to standard output, once it is whole."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "output")
        write(path)
        with path.open("rb") as written:
            shutil.copyfileobj(written, sys.stdout.buffer)


def finish(report: "Report", *, quiet: bool) -> None:
    """Say what was left out and what was done, and end with the exit status of it."""
    end(
        report.skipped,
        [] if quiet else _summary(report),
        any_read=report.articles + report.removed > 0,
    )


def end(skipped: Iterable[str], summary: Iterable[str], *, any_read: bool) -> None:
    """Say what was left out, then what was done, and end with the exit status of it."""
    left_out = [f"Skipped {line}" for line in skipped]
    for line in [*left_out, *summary]:
        say(line)
    if left_out:
        raise typer.Exit(1 if any_read else 2)


def _summary(report: "Report") -> list[str]:
    read = count(report.articles, "article") + " read"
    known = f", {report.unchanged} of them known already" if report.unchanged else ""
    left_out = f"; {len(report.skipped)} left out" if report.skipped else ""
    found = f"{count(report.statements, 'statement')}, {count(report.ties, 'tie')}"
    copies = f"; copies: {count(report.copies, 'article')}" if report.copies else ""
    lines = [*report.notes]
    if report.articles or not report.removed:
        lines.append(f"{read}{known}{left_out}.")
    if report.undated:
        undated = count(report.undated, "article")
        lines.append(f"{undated} without a date: give it in 'published', or with --published.")
    if report.again:
        again = count(report.again, "article")
        lines.append(f"{again} read again: diplograph, or your gazetteer, has changed since.")
    if report.removed:
        lines.append(f"{count(report.removed, 'article')} removed.")
    if report.kept:
        kept, them = count(report.kept, "article"), "it" if report.kept == 1 else "them"
        lines.append(f"{kept} of earlier runs kept, not given now (--prune removes {them}).")
    if report.files:
        lines.append(f"{found}{copies}.")
    if report.outdated:
        old = count(report.outdated, "article")
        lines.append(f"{old} read by another version of diplograph: build them again, too.")
    if report.files and not report.written:
        return [*lines, f"Nothing is new: the files in {report.files[0].parent} are up to date."]
    return lines + [f"Wrote {path}" for path in report.files]


def count(number: int, what: str) -> str:
    """Return a number with the thing counted, in the plural where there are several."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def show_lines(lines: "Iterable[Line]") -> None:
    """Write lines to standard output, in colour on a terminal."""
    if not sys.stdout.isatty():
        for line in lines:
            typer.echo("".join(plain(part.text) for part in line))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        # A Text is never read as markup.
        console.print(Text.assemble(*((plain(part.text), part.style) for part in line)))


def print_out(text: str) -> None:
    """Write to standard output: as it is to a file or a pipe, harmless to a terminal."""
    safe = sys.stdout.isatty()
    sys.stdout.write("\n".join(map(plain, text.split("\n"))) if safe else text)


def say(text: str) -> None:
    """Write a line to standard error, harmless to a terminal, over a bar that may stand there."""
    clear = "\x1b[K" if sys.stderr.isatty() else ""
    typer.echo(clear + plain(text), err=True)


def waiting_for(output: Path) -> Callable[[], None]:
    """Return what says, when it is called, that another run has a folder."""
    return lambda: say(f"Another run is writing to {output}: waiting until it is done")
