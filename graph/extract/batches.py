"""Articles that are read together, and stored together."""

from collections.abc import Iterable, Iterator

from graph.grouped import grouped
from graph.model import Article

#: Most articles of a batch, and characters after which there are no more: enough that what is
#: parsed of them fills the parser's batches, few enough to stay small, since a killed build has to
#: read them again. What is known of a sentence before it is parsed is kept for so many.
BATCH, CHARACTERS = 64, 100_000


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield articles, some at a time."""
    return grouped(articles, lambda article: len(article.text), CHARACTERS, most=BATCH)
