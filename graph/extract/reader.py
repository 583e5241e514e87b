"""Read the statements of articles in one language."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from operator import attrgetter

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
from graph.model import Actor, Article, Sentence, Statement
from graph.text.dates import find_dates

_START = attrgetter("start")

#: Sentences of an article that are looked at before the first of them is read.
_TOGETHER = 32


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
