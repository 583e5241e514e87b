"""Read articles so that one that breaks the extraction costs no other."""

import gc
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.duplicates import sketch
from graph.errors import InputError
from graph.extract import extract
from graph.extract.asread import as_read
from graph.extract.parsing.parse import load_parser
from graph.extract.watch import NOBODY
from graph.knowledge import Knowledge
from graph.model import Article
from graph.undisturbed import undisturbed
from graph.unlinked import Unlinked
from graph.wire import Told


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read."""

    article: Article
    statements: Told
    sketch: bytes | None
    """Of its text, to find copies by; None if it says nothing, for then it is no copy."""

    unlinked: Mapping[str, int] = field(default_factory=dict)
    """How often it has names that nobody is known by."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An article that could not be read."""

    article: Article
    error: str | None
    """The name of what was raised; None if the process died of it."""

    def __str__(self) -> str:
        """Return the line that a person is told."""
        problem = f"the extraction broke on it ({self.error})"
        if self.error is None:
            problem = "the extraction died of it"
        fix = "Please report it with the text; all other articles are unaffected"
        return str(InputError(f"article {self.article.id}", problem, fix))


#: What becomes of an article.
Outcome = Read | Broken


def read_all(
    articles: Sequence[Article], knowledge: Knowledge, *, names: bool = True
) -> list[Outcome]:
    """Return what becomes of each article, in order; it raises nothing.

    This is the whole of what an engine does with articles: it depends on nothing else, so
    batches may be read in any order, anywhere, and again.

    Args:
        articles: With their language.
        knowledge: From ``load_knowledge``.
        names: Whether names that nobody is known by are counted.
    """
    try:
        return [*_read(articles, knowledge, names=names)]
    except Exception:
        logging.getLogger(__name__).debug("a batch broke; reading it one by one", exc_info=True)
        return [read_one(article, knowledge, names=names) for article in articles]


def read_one(article: Article, knowledge: Knowledge, *, names: bool = True) -> Outcome:
    """Return what becomes of one article; arguments as ``read_all`` takes them."""
    try:
        (read,) = _read([article], knowledge, names=names)
    except Exception as error:
        logging.getLogger(__name__).debug("article %s broke", article.id, exc_info=True)
        return Broken(article, type(error).__name__)
    return read


def _read(articles: Sequence[Article], knowledge: Knowledge, *, names: bool) -> list[Read]:
    heard = Unlinked()
    with undisturbed():
        return [
            Read(
                article,
                statements,
                sketch(as_read(article)) if statements else None,
                heard.names.get(article.id, {}),
            )
            for article, statements in extract(articles, knowledge, heard if names else NOBODY)
        ]


def release() -> None:
    """Let go of what was loaded to read, some 200 MB; it is loaded again when it is needed."""
    load_parser.cache_clear()
    gc.collect()  # spaCy's pipelines point at themselves
