"""Blocks as HTML."""

from collections.abc import Iterable
from functools import singledispatch

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
from graph.analysis.markup import Safe, joined, tag
from graph.page.data import safe_link


def to_markup(blocks: Iterable[Block]) -> Safe:
    """Return blocks as HTML."""
    return joined(*map(_block, blocks))


@singledispatch
def _block(block: Block) -> Safe:
    raise TypeError(block)


@_block.register
def _(block: Heading) -> Safe:
    return tag(f"h{block.level}", block.text)


@_block.register
def _(block: Paragraph) -> Safe:
    return tag("p", *map(_run, block.runs))


@_block.register
def _(block: Items) -> Safe:
    if not block.numbered:
        return tag("ul", *(tag("li", _runs(item)) for item in block.items))
    items = (
        tag("li", _runs(item), id_=f"e{number}") for number, item in enumerate(block.items, start=1)
    )
    return tag("ol", *items)


@_block.register
def _(block: Table) -> Safe:
    head = tag(
        "tr", *(_head(name, is_number=n in block.numbers) for n, name in enumerate(block.head))
    )
    rows = (
        tag(
            "tr",
            *(_cell(cell, is_number=number in block.numbers) for number, cell in enumerate(row)),
        )
        for row in block.rows
    )
    table = tag("table", tag("thead", head), tag("tbody", *rows))
    # A table that is too wide is scrolled, by the keyboard too.
    named = {"role": "region", "aria_label": ", ".join(block.head)}
    return tag("div", table, class_="wide", tabindex=0, **named)


@_block.register
def _(block: Plot) -> Safe:
    return tag("figure", block.svg, tag("figcaption", block.caption))


def _head(name: str, *, is_number: bool) -> Safe:
    return tag("th", name, scope="col", class_="number" if is_number else None)


def _cell(cell: Runs, *, is_number: bool) -> Safe:
    return tag("td", _runs(cell), class_="number" if is_number else None)


def _runs(runs: Runs) -> Safe:
    return joined(*map(_run, runs))


def _run(run: Run) -> Safe:
    if isinstance(run, Strong):
        return tag("b", run.text)
    if isinstance(run, Cite):
        return tag("a", f"[{run.number}]", href=f"#e{run.number}", class_="cite")
    if isinstance(run, Link):
        url = safe_link(run.url)
        return tag("a", run.text, href=url, rel="noreferrer noopener") if url else joined(run.text)
    return joined(run)
