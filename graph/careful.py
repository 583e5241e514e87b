"""Read articles so that one that breaks the extraction costs no other."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from graph.apart import apart
from graph.duplicates import sketch
from graph.errors import InputError
from graph.extract import extract
from graph.knowledge import Knowledge
from graph.model import Article, Statement
from graph.unlinked import Unlinked


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read."""

    article: Article
    statements: list[Statement]
    sketch: bytes
    """Of its text, to find copies by."""

    unlinked: Mapping[str, int] = field(default_factory=dict)
    """How often it has names that nobody is known by."""


def read_all(articles: Sequence[Article], knowledge: Knowledge, skipped: list[str]) -> list[Read]:
    """Return what was read of articles; those that break the extraction are noted and left out."""
    try:
        return _read(articles, knowledge)
    except Exception:
        logging.getLogger(__name__).debug("a batch broke; reading it one by one", exc_info=True)
        found = (read_one(article, knowledge) for article in articles)
        return list(_kept(zip(articles, found, strict=True), skipped))


def read_apart(
    articles: Sequence[Article], knowledge: Knowledge, skipped: list[str]
) -> tuple[list[Read], list[Article]]:
    """Read articles in a process of their own.

    Returns:
        What was read, and the articles of which the process died; those are noted too.
    """
    found = list(apart(articles, partial(read_one, knowledge=knowledge)))
    deadly = [article for article, read in found if read is None]
    return list(_kept(found, skipped)), deadly


def read_one(article: Article, knowledge: Knowledge) -> Read | str:
    """Return what was read of an article, or the name of what broke on it."""
    try:
        (read,) = _read([article], knowledge)
    except Exception as error:
        logging.getLogger(__name__).debug("article %s broke", article.id, exc_info=True)
        return type(error).__name__
    return read


def _read(articles: Sequence[Article], knowledge: Knowledge) -> list[Read]:
    heard = Unlinked()
    return [
        Read(article, statements, sketch(article), heard.names.get(article.id, {}))
        for article, statements in extract(articles, knowledge, heard)
    ]


def _kept(
    found: "Iterator[tuple[Article, Read | str]] | list[tuple[Article, Read | str | None]]",
    skipped: list[str],
) -> Iterator[Read]:
    """Yield what was read, and note what was not."""
    for article, read in found:
        if isinstance(read, Read):
            yield read
            continue
        problem = f"the extraction broke on it ({read})" if read else "the extraction died of it"
        fix = "Please report it with the text; all other articles are unaffected"
        skipped.append(str(InputError(f"article {article.id}", problem, fix)))
