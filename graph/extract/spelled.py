"""Text whose characters are not those that its words are spelled with elsewhere.

Out of PDF files, web pages and other systems come accents as characters of their own (Unicode's
NFD), letters that are joined (``ﬁ``), places where a word may be parted, and marks that nobody
sees. Such an article is read as if it were spelled as usual; what is cited of it stays as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from unicodedata import is_normalized, normalize

from graph.model import Article, Evidence, Marks, Spans, Statement

#: Nobody sees them: where a word may be parted, joiners, the order of mark, the way of writing.
_HIDDEN = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)

#: What joins two parts of a word, by what it is written as elsewhere.
_JOINS = {
    **dict.fromkeys("\u0060\u00b4\u02b9\u02bc\u2018\u2032\uff07", "\u2019"),
    **dict.fromkeys("\u2010\u2011", "-"),
}

#: Letters that are joined.
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))

_SIGNS = (*_HIDDEN, *_JOINS, *_LIGATURES)

_ODD = re.compile(
    rf"[{_HIDDEN}]+|[{_LIGATURES}]|[^\W\d_][\u0300-\u036f]+"
    rf"|(?<=[^\W\d_])[{''.join(_JOINS)}](?=[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Respelled:
    """An article as it is read, and where its characters stand in the article as it is."""

    article: Article
    """With text and title spelled as usual."""

    _written: Article
    """As it is."""

    _starts: Sequence[int]
    """Code points from which on the two texts run side by side, in the one that is read."""

    _places: Sequence[int]
    """The same in the text as it is."""

    def restored(self, statement: Statement) -> Statement:
        """Return a statement with evidence in the text as it is."""
        told = statement.evidence
        start, end = self._place(told.start), self._place(told.end)
        marks = told.marks
        evidence = Evidence(
            replace(told.source, title=self._written.title),
            self._written.text[start:end],
            start,
            end,
            told.rule,
            Marks(*map(self._spans, (marks.subject, marks.object, marks.trigger))),
        )
        return replace(statement, evidence=evidence)

    def _spans(self, spans: Spans) -> Spans:
        return tuple((self._place(start), self._place(end)) for start, end in spans)

    def _place(self, at: int) -> int:
        side = bisect_right(self._starts, at) - 1
        return self._places[side] + at - self._starts[side]


def respelled(article: Article) -> Respelled | None:
    """Return how an article is read, or None where that is as it is written."""
    text, title = article.text, article.title
    if not _is_odd(text) and not _is_odd(title):
        return None
    found = [(match, _usual(match)) for match in _ODD.finditer(text)]
    places = [0, *(match.end() for match, _ in found)]
    lost = accumulate((len(match[0]) - len(usual) for match, usual in found), initial=0)
    starts = [place - less for place, less in zip(places, lost, strict=True)]
    usual = replace(article, text=_ODD.sub(_usual, text), title=_ODD.sub(_usual, title))
    return Respelled(usual, article, starts, places)


def as_read(article: Article) -> Article:
    """Return an article with text and title spelled as usual."""
    usual = respelled(article)
    return usual.article if usual is not None else article


def _is_odd(text: str) -> bool:
    return not text.isascii() and (
        not is_normalized("NFC", text) or any(sign in text for sign in _SIGNS)
    )


def _usual(match: re.Match[str]) -> str:
    """Return how a stretch is written elsewhere."""
    odd = match[0]
    if odd[0] in _HIDDEN:
        return ""
    return _JOINS.get(odd) or normalize("NFKC" if odd in _LIGATURES else "NFC", odd)
