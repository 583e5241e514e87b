"""Which articles have a sentence that is asked for, told before any is parsed."""

from collections.abc import Callable, Iterable, Iterator

from graph.explain.records import is_asked
from graph.extract.asread import as_read
from graph.model import Article
from graph.text.sentences import split


def with_asked(
    articles: Iterable[Article], number: int | None, text: str, count: Callable[[int], object]
) -> Iterator[Article]:
    """Yield the articles that have a sentence of a number, if one is given, that holds a text.

    Args:
        articles: With their language set.
        number: From 1.
        text: What the sentence must hold; nothing for any.
        count: Hears how many sentences each article has, also of those that are left out.
    """
    for article in articles:
        usual = as_read(article)
        spans = [usual.text[s.start : s.end] for s in split(usual.text, usual.lang or "")]
        count(len(spans))
        if any(is_asked(at, said, number, text) for at, said in enumerate(spans, start=1)):
            yield article
