"""A text for people as blocks, which Markdown and HTML are both written from."""

from dataclasses import dataclass
from typing import Literal

from graph.analysis.markup import Safe


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    text: str
    url: str | None
    """Only what ``safe_link`` lets through becomes a link."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to an entry of the evidence, by its number."""

    number: int


Run = str | Strong | Link | Cite
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Items:
    """A list; one with numbers is the evidence that ``Cite`` refers to."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; cells that hold numbers are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numbers: frozenset[int] = frozenset()
    """Columns that hold numbers."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture, and the same in letters."""

    svg: Safe
    lines: tuple[str, ...]
    caption: str


Block = Heading | Paragraph | Items | Table | Plot


def plain_runs(runs: Runs) -> str:
    """Return runs without their markup."""
    return "".join(_plain(run) for run in runs)


def _plain(run: Run) -> str:
    if isinstance(run, Cite):
        return f"[{run.number}]"
    return run if isinstance(run, str) else run.text
