"""Read the statements of articles in one language."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from graph.extract.attribution.who import Who
from graph.extract.confidence import titled
from graph.extract.context import Context
from graph.extract.evidence import evidence_of
from graph.extract.grammar.clauses import Clauses
from graph.extract.looked import Looked
from graph.extract.marks import marked
from graph.extract.parsing.parse import parse
from graph.extract.parsing.tree import Tree
from graph.extract.prepare import Prepared, prepare
from graph.extract.reference.memory import Memory
from graph.extract.reference.salience import Spoken
from graph.extract.sentence import read_sentence
from graph.extract.setting.lastdates import glanced
from graph.extract.setting.retold import dated
from graph.extract.tools import Tools
from graph.extract.unsaid.recall import Recall
from graph.extract.watch import NOBODY, Watcher
from graph.grouped import grouped
from graph.model import Actor, Article, Sentence, Statement
from graph.text.dates import find_dates

_START = attrgetter("start")

#: Sentences that are looked at before the first of them is read, of one article or several: most
#: of them, and how many are enough. Of more, the first are no longer at hand when they are read.
_TOGETHER, _ENOUGH = 32, 14


class _Opened(NamedTuple):
    """An article whose sentences are parsed."""

    item: Prepared
    trees: list[Tree]
    memory: Memory


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
    for some in grouped(prepared, lambda item: len(item.pieces), _ENOUGH):
        opened = (
            _Opened(item, [next(trees) for _ in item.pieces], _memory(item, tools)) for item in some
        )
        yield from _read(list(opened), tools, watcher)


def _read(opened: Sequence[_Opened], tools: Tools, watcher: Watcher) -> Iterator[list[Statement]]:
    """Yield the statements of some articles; what was made of them goes with the last of them."""
    looked = _looked(opened, tools, watcher)
    for each in opened:
        yield _statements(each, looked, tools, watcher)


def _memory(item: Prepared, tools: Tools) -> Memory:
    """Return what an article has said before its first sentence."""
    about = cache(partial(_about, item.article, tools))
    spoken = Spoken.of(item.cast.mentions, item.cast.claims, tools.gazetteer.people_by_id)
    return Memory(about=about, spoken=spoken, deeds=tools.index.deeds)


def _statements(
    opened: _Opened, seen: Iterator[Looked], tools: Tools, watcher: Watcher
) -> list[Statement]:
    """Return the statements of an article.

    Args:
        opened: The article.
        seen: Its sentences, and those of articles read after it.
        tools: Of its language.
        watcher: Hears of every step.
    """
    item, trees, memory = opened
    told = (item.settings, item.answers)
    context = Context(item.article, item.cast.mentions, memory, *told, watcher=watcher)
    found = _offices(item, tools)
    watcher.article(item, found)
    parts = [Sentence(part[0].start, part[-1].end) for _, part in item.pieces]
    parsed = list(zip(parts, trees, strict=True))
    context.speaks_at = partial(_speaker_at, item.article.text, parsed, tools)
    done = 0
    dating = _dating(item, parts, tools)
    # Those of later articles stand behind them, so that they are asked for last.
    for (at, _), read, looked in zip(item.pieces, parts, seen, strict=False):
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


def _looked(opened: Sequence[_Opened], tools: Tools, watcher: Watcher) -> Iterator[Looked]:
    """Yield the sentences of some articles, many looked at before any of them is read."""
    tables, states = tools.pack.tables, tools.gazetteer.countries
    sentences = ((tree, item.cast.mentions, memory) for item, own, memory in opened for tree in own)
    while some := list(islice(sentences, _TOGETHER)):
        clauses = [Clauses(tree, tables["parser"], tables["verbs"]) for tree, *_ in some]
        whom = [Recall(*sentence, tables, states) for sentence in some]
        yield from tools.index.look(list(zip(clauses, whom, strict=True)), watcher)


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
