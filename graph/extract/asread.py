"""Articles as they are read, in usual spelling, and statements back in the article as it is."""

from dataclasses import dataclass, replace

from graph.model import Article, Evidence, Marks, Spans, Statement
from graph.text.spelled import Respelled, is_odd, respelled, spelled


@dataclass(frozen=True, slots=True)
class AsRead:
    """An article that is not read as it is."""

    article: Article
    """With text and title spelled as usual."""

    written: Article
    """As it is."""

    _text: Respelled

    def place(self, at: int) -> int:
        """Return where a code point, or an end, of what is read stands in the text as it is."""
        return self._text.place(at)

    def restored(self, statement: Statement) -> Statement:
        """Return a statement with evidence in the article as it is."""
        told, marks = statement.evidence, statement.evidence.marks
        start, end = self.place(told.start), self.place(told.end)
        evidence = Evidence(
            replace(told.source, title=self.written.title),
            self.written.text[start:end],
            start,
            end,
            told.rule,
            Marks(*map(self._spans, (marks.subject, marks.object, marks.trigger))),
        )
        return replace(statement, evidence=evidence)

    def _spans(self, spans: Spans) -> Spans:
        return tuple((self.place(start), self.place(end)) for start, end in spans)


def odd(article: Article) -> AsRead | None:
    """Return how an article is read, or None where that is as it is."""
    if not is_odd(article.text) and not is_odd(article.title):
        return None
    text = respelled(article.text)
    return AsRead(replace(article, text=text.text, title=spelled(article.title)), article, text)


def as_read(article: Article) -> Article:
    """Return an article with text and title spelled as usual."""
    found = odd(article)
    return found.article if found is not None else article
