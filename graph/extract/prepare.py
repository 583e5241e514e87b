"""Make articles ready to be parsed: whom they name, and the sentences worth it, cut in pieces."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.actors.link import Cast, Told
from graph.actors.mention import Mention
from graph.extract.parsing.pieces import Piece, clauses
from graph.extract.parsing.simplify import simplify
from graph.extract.selection.worth import Passed, passed_over
from graph.extract.tools import Tools
from graph.model import Article, Sentence
from graph.text.dates import find_dates
from graph.text.datesetting import Setting, settings
from graph.text.interview import answers
from graph.text.sentences import core, split

#: The mentions of a sentence, with their numbers.
_Inside = list[tuple[int, Mention]]

#: The pieces of a sentence that is parsed, or of a clause of it, with the index of the sentence.
_Cut = tuple[int, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its mentions, and the sentences worth parsing."""

    article: Article

    spans: tuple[Sentence, ...]
    """All of the text, with what is not read."""

    sentences: tuple[Sentence, ...]
    """Those that are read, as they are cited."""

    cores: tuple[Sentence, ...]
    """The same without dateline or caption mark, as they are read."""

    cast: Cast
    pieces: tuple[_Cut, ...]
    """Index of a sentence, and its pieces."""

    passed: Sequence[Passed | None]
    """Of each sentence that is read, why it is not parsed."""

    settings: Mapping[int, Setting]
    """Dates that headings set, by where a sentence starts."""

    answers: Mapping[int, str]
    """Whose words the sentences of an interview are, by where they start."""


def prepare(articles: Iterable[Article], tools: Tools) -> list[Prepared]:
    """Return articles with their mentions, and their sentences cut for the parser.

    All go through a step before the next one does: what a processor has to go through for either
    is so much that it would lose it from article to article.
    """
    named = _named([*articles], tools)
    inside = [by_sentence(each.cores, each.cast.mentions) for each in named]
    passed = [_passed(*each, tools) for each in zip(named, inside, strict=True)]
    days = [_days(*each, tools) for each in zip(named, passed, strict=True)]
    pieces = [_pieces(*each, tools) for each in zip(named, inside, days, strict=True)]
    return [_prepared(*each, tools) for each in zip(named, pieces, passed, strict=True)]


class _Named(NamedTuple):
    """What is known of an article before it is told which of its sentences are parsed."""

    article: Article
    spans: tuple[Sentence, ...]
    sentences: tuple[Sentence, ...]
    cores: tuple[Sentence, ...]
    cast: Cast


def _named(articles: Sequence[Article], tools: Tools) -> list[_Named]:
    """Split articles into sentences, and tell whom they name."""
    lang = tools.pack.code
    spans = [tuple(split(article.text, lang)) for article in articles]
    read = [tuple([span for span in each if span.is_read]) for each in spans]
    cores = [
        tuple([_core(article.text, sentence, lang) for sentence in sentences])
        for article, sentences in zip(articles, read, strict=True)
    ]
    told = [
        Told(a.text, own, a.published, a.title or "")
        for a, own in zip(articles, cores, strict=True)
    ]
    casts = tools.linker.casts(told)
    return list(map(_Named, articles, spans, read, cores, casts))


def _core(text: str, sentence: Sentence, lang: str) -> Sentence:
    """Return what of a sentence is to be parsed: of most all of it, so that no other is made."""
    start, end = core(text, sentence, lang)
    whole = start == sentence.start and end == sentence.end and sentence.kind == "prose"
    return sentence if whole else Sentence(start, end)


def _passed(known: _Named, inside: Sequence[_Inside], tools: Tools) -> list[Passed | None]:
    """Return of each sentence of an article why it is not parsed, None of those that are."""
    text, title = known.article.text, known.article.title or ""
    parts = [text[part.start : part.end] for part in known.cores]
    mentions = [[mention for _, mention in pairs] for pairs in inside]
    return passed_over(parts, mentions, tools.pack, tools.promise, title)


def _days(
    known: _Named, passed: Sequence[Passed | None], tools: Tools
) -> dict[int, list[tuple[int, int]]]:
    """Return the places of dates in the sentences of an article that are parsed, by their index."""
    text, cores = known.article.text, known.cores
    return {at: _dates(text, cores[at], tools) for at, why in enumerate(passed) if why is None}


def _dates(text: str, sentence: Sentence, tools: Tools) -> list[tuple[int, int]]:
    return [
        (span.start + sentence.start, span.end + sentence.start)
        for span in find_dates(text[sentence.start : sentence.end], tools.dates)
        # "three days after X" governs a clause that would be left hanging.
        if not span.forward and span.kind not in ("then", "anniversary")
    ]


def _pieces(
    known: _Named,
    inside: Sequence[_Inside],
    days: Mapping[int, Sequence[tuple[int, int]]],
    tools: Tools,
) -> tuple[_Cut, ...]:
    """Return the sentences of an article that are parsed, cut for the parser, with their index."""
    text, table = known.article.text, tools.pack.tables["parser"]
    return tuple(
        [
            (at, tuple(cut))
            for at, dates in days.items()
            for cut in clauses(simplify(text, known.cores[at], inside[at], dates, table))
        ]
    )


def _prepared(
    known: _Named,
    pieces: tuple[_Cut, ...],
    passed: Sequence[Passed | None],
    tools: Tools,
) -> Prepared:
    """Return an article whose sentences are cut, with what its headings and its form tell."""
    article, spans, sentences = known.article, known.spans, known.sentences
    # Asked of sentences that are parsed, and what stands before; of most articles none is.
    last = sentences[pieces[-1][0]].end if pieces else 0
    before = [span for span in spans if span.end <= last]
    days = settings(article.text, before, tools.dates, article.published)
    said = answers(article.text, spans, tools.pack.code) if pieces else {}
    return Prepared(*known, pieces, tuple(passed), days, said)


def by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[_Inside]:
    """Return the mentions of each sentence, with their numbers."""
    found: list[_Inside] = [[] for _ in sentences]
    starts = [sentence.start for sentence in sentences]
    for number, mention in enumerate(mentions):
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and mention.start < sentences[at].end:
            found[at].append((number, mention))
    return found
