"""A brief as a document: Markdown, HTML, or what a notebook shows."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.analysis.blocks import Block, Plot
from graph.analysis.brief import Brief
from graph.analysis.briefing import blocks
from graph.analysis.hypertext import to_markup
from graph.analysis.markdown import to_markdown
from graph.analysis.markup import document
from graph.analysis.plots import legend
from graph.analysis.words import ENGLISH, Words


@dataclass(frozen=True)
class Report:
    """A brief, and the words it is written in."""

    brief: Brief
    words: Words = ENGLISH

    @property
    def blocks(self) -> list[Block]:
        """What it consists of."""
        return blocks(self.brief, self.words)

    def to_markdown(self) -> str:
        """Return the brief as Markdown, its plots in letters."""
        return to_markdown(self.blocks)

    def to_html(self) -> str:
        """Return the brief as a page that needs nothing else, its plots as SVG."""
        title = self.words("title", actor=self.words.name(self.brief.actor))
        told = self.blocks
        # What colours mean stands before the first of them.
        start = next((at for at, each in enumerate(told) if isinstance(each, Plot)), len(told))
        keys = [legend(self.words)] if start < len(told) else []
        body = to_markup(told[:start]), *keys, to_markup(told[start:])
        return document(title, style(), *body, lang=self.words.lang)

    def _repr_html_(self) -> str:
        return to_markup(self.blocks)


@cache
def style() -> str:
    """Return the style of all documents."""
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
