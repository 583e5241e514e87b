"""Read the statements of articles in one language."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import NamedTuple

from graph.actors.link import Cast, Told
from graph.actors.mention import Mention
from graph.extract.attribution.who import Who
from graph.extract.confidence import titled
from graph.extract.context import Context
from graph.extract.evidence import evidence_of
from graph.extract.grammar.clauses import Clauses
from graph.extract.looked import Looked
from graph.extract.marks import marked
from graph.extract.parsing.parse import parse
from graph.extract.parsing.pieces import Piece, clauses
from graph.extract.parsing.simplify import simplify
from graph.extract.parsing.tree import Tree
from graph.extract.reference.memory import Memory
from graph.extract.reference.salience import Spoken
from graph.extract.selection.worth import Passed, passed_over
from graph.extract.sentence import read_sentence
from graph.extract.setting.lastdates import glanced
from graph.extract.setting.retold import dated
from graph.extract.tools import Tools
from graph.extract.unsaid.recall import Recall
from graph.extract.watch import NOBODY, Watcher
from graph.model import Actor, Article, Sentence, Statement
from graph.text.dates import find_dates
from graph.text.datesetting import Setting, settings
from graph.text.interview import answers
from graph.text.sentences import core, split

#: The mentions of a sentence, with their numbers.
_Inside = list[tuple[int, Mention]]

#: The pieces of a sentence that is parsed, or of a clause of it, with the index of the sentence.
_Cut = tuple[int, tuple[Piece, ...]]

_START = attrgetter("start")

#: Sentences of an article that are looked at before the first of them is read.
_TOGETHER = 32


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


def read(
    articles: Sequence[Article], tools: Tools, watcher: Watcher = NOBODY
) -> Iterator[list[Statement]]:
    """Yield the statements of each article, in order; sentences are parsed in one go.

    Args:
        articles: In the language of ``tools``.
        tools: From ``make_tools``.
        watcher: Hears of every step.
    """
    prepared = prepare(articles, tools)
    pieces = [cut for item in prepared for _, cut in item.pieces]
    trees = parse(pieces, tools.pack.tables["parser"])
    for item in prepared:
        yield _statements(item, [next(trees) for _ in item.pieces], tools, watcher)


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
        tuple([Sentence(*core(article.text, sentence, lang)) for sentence in sentences])
        for article, sentences in zip(articles, read, strict=True)
    ]
    told = [
        Told(a.text, own, a.published, a.title or "")
        for a, own in zip(articles, cores, strict=True)
    ]
    casts = tools.linker.casts(told)
    return list(map(_Named, articles, spans, read, cores, casts))


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


def _statements(
    item: Prepared, trees: Sequence[Tree], tools: Tools, watcher: Watcher
) -> list[Statement]:
    told = (item.settings, item.answers)
    about = cache(partial(_about, item.article, tools))
    spoken = Spoken.of(item.cast.mentions, item.cast.claims, tools.gazetteer.people_by_id)
    memory = Memory(about=about, spoken=spoken, deeds=tools.index.deeds)
    context = Context(item.article, item.cast.mentions, memory, *told, watcher=watcher)
    found = _offices(item, tools)
    watcher.article(item, found)
    parts = [Sentence(part[0].start, part[-1].end) for _, part in item.pieces]
    parsed = list(zip(parts, trees, strict=True))
    context.speaks_at = partial(_speaker_at, item.article.text, parsed, tools)
    done = 0
    dating = _dating(item, parts, tools)
    seen = _looked(item, trees, memory, tools, watcher)
    for (at, _), read, looked in zip(item.pieces, parts, seen, strict=True):
        if read.start <= dating:
            _glance(item, context, range(done, at + 1), tools)
        done = at + 1
        memory.at, context.last, context.dated = at, read is parts[-1], read.start < dating
        found += read_sentence(tools, context, (item.sentences[at], read), looked)
    days = dated(found, frozenset(context.bare))
    for before, after in zip(found, days, strict=True):
        if after is not before:
            watcher.redated(before, after)
    unique = marked(dict.fromkeys(days), item.cast, tools.keys)
    return sorted(unique, key=lambda s: (s.evidence.start, s.evidence.rule, s.id))


def _looked(
    item: Prepared, trees: Sequence[Tree], memory: Memory, tools: Tools, watcher: Watcher
) -> Iterator[Looked]:
    """Yield the sentences of an article, some looked at before any of them is read."""
    tables, states = tools.pack.tables, tools.gazetteer.countries
    for start in range(0, len(trees), _TOGETHER):
        some = trees[start : start + _TOGETHER]
        clauses = [Clauses(tree, tables["parser"], tables["verbs"]) for tree in some]
        whom = [Recall(tree, item.cast.mentions, memory, tables, states) for tree in some]
        pairs = zip(clauses, whom, strict=True)
        yield from [tools.index.look(*pair, watcher) for pair in pairs]


def _dating(item: Prepared, parts: Sequence[Sentence], tools: Tools) -> int:
    """Return where the last part of an article begins that is read and has a date; -1 for none."""
    text = item.article.text
    dated = (p.start for p in reversed(parts) if find_dates(text[p.start : p.end], tools.dates))
    return next(dated, -1)


def _glance(item: Prepared, context: Context, passed: range, tools: Tools) -> None:
    """Remember the dates of sentences that are not parsed, and of the dateline of the last."""
    text, published = item.article.text, item.article.published
    for at in passed:
        whole, prose = item.sentences[at], item.cores[at]
        read = at == passed[-1]
        end = prose.start if read else whole.end
        named = context.named if read else context.named.older
        if end > whole.start:  # as of the last it seldom is
            spans = find_dates(text[whole.start : end], tools.dates)
            named = glanced(named, spans, published, main=read)
        context.named = named


def _speaker_at(
    text: str, parsed: Sequence[tuple[Sentence, Tree]], tools: Tools, closes: int
) -> str | None:
    """Return who is named in the sentence in which a quotation closes, or None."""
    last, tree = parsed[bisect_right(parsed, closes, key=lambda part: part[0].start) - 1]
    if not last.start <= closes < last.end:
        return None
    tables = tools.pack.tables
    clauses = Clauses(tree, tables["parser"], tables["verbs"])
    return Who(clauses, tables["cues"], text, last).speaker


def _about(article: Article, tools: Tools) -> tuple[Actor, ...]:
    """Return whom the title of an article names."""
    title = article.title
    if not title:
        return ()
    cast = tools.linker.cast(title, [Sentence(0, len(title))], article.published)
    return tuple(dict.fromkeys(actor for mention in cast.mentions for actor in mention.actors))


def _offices(item: Prepared, tools: Tools) -> list[Statement]:
    """Return the state relations that the titles of an article claim."""
    found = []
    for claim in item.cast.claims:
        sentence = item.sentences[bisect_right(item.sentences, claim.start, key=_START) - 1]
        relation = claim.relation
        evidence = evidence_of(item.article, sentence, f"{tools.pack.code}.{relation}.title")
        sure = titled(relation)
        found.append(Statement(claim.person, relation, claim.of, evidence, confidence=sure))
    return found
