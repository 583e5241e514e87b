"""The names in articles that nobody is known by, for a user to add."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from graph.actors.link import Cast, Linker
from graph.actors.places import find_place
from graph.extract.prepare import Prepared
from graph.extract.watch import Watcher
from graph.knowledge import Knowledge
from graph.model import Article, Sentence, Statement
from graph.text.sentences import core, split

_SPACES = re.compile(r"\s+")


class Unlinked(Watcher):
    """Counts such names in each article that is read."""

    def __init__(self) -> None:
        """Begin with no article."""
        self.names: dict[str, Counter[str]] = {}

    def article(self, prepared: Prepared, titles: Sequence[Statement]) -> None:  # noqa: ARG002
        """Count the names of an article."""
        self.names[prepared.article.id] = _names(prepared.article.text, prepared.cast)


def unlinked(knowledge: Knowledge, articles: Iterable[Article]) -> Counter[str]:
    """Return how often the names in some articles occur that nobody is known by."""
    linkers = {code: Linker(knowledge.gazetteer, pack) for code, pack in knowledge.packs.items()}
    counts: Counter[str] = Counter()
    for article in articles:
        lang, text = article.lang or "", article.text
        spans = [span for span in split(text, lang) if span.is_read]
        sentences = [Sentence(*core(text, span, lang)) for span in spans]
        counts += _names(text, linkers[lang].cast(text, sentences, article.published))
    return counts


def by_frequency(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return names with how often they occur, the most frequent first; places are left out."""
    named = ((name, times) for name, times in counts.items() if find_place(name) is None)
    return sorted(named, key=lambda item: (-item[1], item[0]))


def _names(text: str, cast: Cast) -> Counter[str]:
    return Counter([_SPACES.sub(" ", text[start:end]) for start, end in cast.unlinked()])
