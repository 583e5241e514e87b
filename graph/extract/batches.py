"""Articles that are read together, and stored together."""

from collections.abc import Iterable, Iterator

from graph.model import Article

#: Most articles of a batch, and characters after which there are no more: enough that what is
#: parsed of them fills the parser's batches, few enough to stay small, since a killed build has to
#: read them again. What is known of a sentence before it is parsed is kept for so many.
BATCH, CHARACTERS = 64, 100_000


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield articles, some at a time."""
    batch, size = list[Article](), 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if len(batch) == BATCH or size >= CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
