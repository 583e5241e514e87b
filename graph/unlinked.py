"""The names in articles that nobody is known by, for a user to add."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graph.actors.link import Linker
from graph.knowledge import Knowledge
from graph.model import Article, Sentence
from graph.text.sentences import core, split


def unlinked(knowledge: Knowledge, articles: Iterable[Article]) -> list[tuple[str, int]]:
    """Return the names in some articles that nobody is known by, the most frequent first."""
    linkers = {
        code: Linker(knowledge.gazetteer, pack) for code, pack in sorted(knowledge.packs.items())
    }
    counts = Counter(
        name
        for article in articles
        for name in _unknown(article, article.lang or "", linkers[article.lang or ""])
    )
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _unknown(article: Article, lang: str, linker: Linker) -> Iterator[str]:
    spans = [span for span in split(article.text, lang) if span.is_read]
    sentences = [Sentence(*core(article.text, span, lang)) for span in spans]
    for start, end in linker.unlinked(article.text, sentences, article.published):
        yield re.sub(r"\s+", " ", article.text[start:end])
