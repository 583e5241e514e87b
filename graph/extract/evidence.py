"""Where a statement was read, as it is cited."""

from collections.abc import Sequence
from functools import lru_cache

from graph.extract.parsing.tree import Word
from graph.model import UNMARKED, Article, Evidence, Marks, Sentence, Source


def evidence_of(
    article: Article, sentence: Sentence, rule: str, words: Sequence[Word] = ()
) -> Evidence:
    """Return the evidence that a sentence of an article gives, through some of its words.

    Args:
        article: As read.
        sentence: Where it stands in the article's text.
        rule: The frame that fired, or what else gave the statement.
        words: Those that gave the relation.
    """
    text = article.text[sentence.start : sentence.end]
    trigger = tuple(sorted({(word.start, word.end) for word in words}))
    marks = Marks(trigger=trigger) if trigger else UNMARKED
    return Evidence(_source(article), text, sentence.start, sentence.end, rule, marks)


# All statements of an article have one source.
@lru_cache(maxsize=1)
def _source(article: Article) -> Source:
    return Source(
        article.id,
        article.lang or "",
        article.title,
        article.published,
        article.url,
        article.source,
    )
