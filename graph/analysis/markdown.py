"""Blocks as Markdown. What is an article's is escaped: it can neither mark up nor link."""

import re
from collections.abc import Iterable
from functools import singledispatch
from urllib.parse import quote

from graph.analysis.blocks import (
    Block,
    Cite,
    Heading,
    Items,
    Link,
    Paragraph,
    Plot,
    Run,
    Runs,
    Strong,
    Table,
)
from graph.page.data import safe_link
from graph.page.plain import plain

# What marks up wherever it stands, what begins an address; then, what opens a line.
_MARKS = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?=\w|//)|(?<=[wW]{3})\.")
# White space but for the no-break spaces, which French has before its signs.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_OPENING = re.compile(r"^(\d*)([#+=.)-])(?=\s|$|\2)")


def to_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, with a line feed at the end."""
    told = "\n\n".join(map(_block, blocks)) + "\n"
    return told.encode("utf-8", "replace").decode("utf-8")


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    folded = _SPACES.sub(" ", plain(text)).strip()
    return _OPENING.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", folded))


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(block)


@_block.register
def _(block: Heading) -> str:
    return f"{'#' * block.level} {escaped(block.text)}"


@_block.register
def _(block: Paragraph) -> str:
    return _runs(block.runs)


@_block.register
def _(block: Items) -> str:
    signs = (f"{number}." for number in range(1, len(block.items) + 1))
    return "\n".join(
        f"{next(signs) if block.numbered else '-'} {_runs(item)}" for item in block.items
    )


@_block.register
def _(block: Table) -> str:
    rules = ["---:" if number in block.numbers else "---" for number in range(len(block.head))]
    rows = [map(escaped, block.head), rules, *(map(_runs, row) for row in block.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


@_block.register
def _(block: Plot) -> str:
    # A fence of tildes longer than any in it; what is in it is shown letter by letter.
    lines = "\n".join(plain(line).replace("~", "-").replace("\n", " ") for line in block.lines)
    return f"{escaped(block.caption)}\n\n~~~text\n{lines}\n~~~"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if isinstance(run, Strong):
        return f"**{escaped(run.text)}**"
    if isinstance(run, Cite):
        return rf"\[{run.number}\]"
    if isinstance(run, Link):
        url = safe_link(run.url)
        return f"[{escaped(run.text)}](<{quote(url, _KEPT)}>)" if url else escaped(run.text)
    lead = _SPACES.sub(" ", run[: len(run) - len(run.lstrip())])
    end = _SPACES.sub(" ", run[len(run.rstrip()) :])
    return f"{lead}{escaped(run)}{end}" if run.strip() else " "


#: What an address keeps; angle brackets, spaces and line ends are not among it.
_KEPT = "/:?#[]@!$&'()*+,;=%~-._"
