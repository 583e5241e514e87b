"""Keeps what the extraction tells of its steps, as the records of an explanation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.explain.near import Empty, near, unfit
from graph.explain.parse import clauses, dates
from graph.explain.records import Explained, Fired, Fit, Lost, Told
from graph.explain.written import as_written
from graph.extract.asread import odd
from graph.extract.frames.match import Match
from graph.extract.frames.patterns import Pattern, Slot
from graph.extract.parsing.tree import Word
from graph.extract.prepare import Prepared
from graph.extract.selection.worth import Passed
from graph.extract.sentence import Reading
from graph.extract.watch import Reason, Watcher
from graph.model import Article, Sentence, Statement


@dataclass(slots=True)
class _Draft:
    """What is known of the sentence that is being read."""

    span: Sentence
    reading: Reading
    read: list[tuple[Match, Statement | None]] = field(default_factory=list)
    lost: list[tuple[Match, Reason, Match | None]] = field(default_factory=list)
    empty: list[tuple[Pattern, Word, Slot | None]] = field(default_factory=list)


class Recorder(Watcher):
    """Hears the articles of one run, in turn."""

    wants_empty = True

    def __init__(self) -> None:
        """Start with nothing heard."""
        self._articles: dict[Article, list[dict[int, Told]]] = {}
        self._told: dict[int, Told] = {}
        self._draft: _Draft | None = None
        self._text = ""

    def take(self, article: Article) -> Explained:
        """Return what was heard of an article, and forget it."""
        usual = odd(article)
        read = usual.article if usual is not None else article
        told = self._articles[read].pop(0)
        if not self._articles[read]:
            del self._articles[read]
        sentences = [told[start] for start in sorted(told)]
        if usual is not None:
            sentences = [as_written(each, usual) for each in sentences]
        return Explained(article, tuple(sentences))

    def article(self, prepared: Prepared, titles: Sequence[Statement]) -> None:
        """Begin an article with all its sentences, read or not."""
        self._text = prepared.article.text
        passed = dict(zip(prepared.sentences, prepared.passed, strict=True))
        self._told = {
            span.start: _told(number, span, prepared, titles, passed.get(span))
            for number, span in enumerate(prepared.spans, start=1)
        }
        self._articles.setdefault(prepared.article, []).append(self._told)

    def sentence(self, span: Sentence, reading: Reading) -> None:
        """Begin a sentence; what pronouns stand for is asked before it is remembered."""
        self._draft = _Draft(span, reading)

    def empty(self, pattern: Pattern, word: Word, slot: Slot | None) -> None:
        """Keep a slot that stays empty."""
        if self._draft is not None:
            self._draft.empty.append((pattern, word, slot))

    def dropped(self, match: Match, reason: Reason, winner: Match | None = None) -> None:
        """Keep a match that does not count."""
        if self._draft is not None:
            self._draft.lost.append((match, reason, winner))

    def read(self, match: Match, statement: Statement | None) -> None:
        """Keep a match with what it says."""
        if self._draft is not None:
            self._draft.read.append((match, statement))

    def said(self, statements: Sequence[Statement]) -> None:
        """End the sentence."""
        draft = self._draft
        if draft is None:
            return
        told = self._told[draft.span.start]
        self._told[draft.span.start] = replace(
            told,
            sport=draft.reading.is_sport,
            clauses=clauses(draft.reading, self._text, _tried(draft)),
            dates=dates(draft.reading, self._text),
            fired=tuple(
                Fired(self._fit(match), statement, statement in statements)
                for match, statement in draft.read
            ),
            lost=tuple(
                Lost(self._fit(match), reason, self._fit(winner) if winner else None)
                for match, reason, winner in draft.lost
            ),
            tried=bool(_tried(draft)),
            near=near(draft.reading, self._text, _lacking(draft)),
            unfit=unfit(self._text, [*draft.empty, *_fitted(draft)]),
            statements=(*told.statements, *statements),
        )
        self._draft = None

    def redated(self, before: Statement, after: Statement) -> None:
        """Put the day in the place of no day."""
        told = self._told[before.evidence.start]
        self._told[before.evidence.start] = replace(
            told,
            fired=tuple(
                replace(fired, statement=after) if fired.statement == before else fired
                for fired in told.fired
            ),
            statements=tuple(after if each == before else each for each in told.statements),
        )

    def _fit(self, match: Match) -> Fit:
        return Fit(
            match.frame.id,
            match.pattern.text,
            self._text[match.predicate.start : match.predicate.end],
            match.subject,
            match.object,
            match.loose,
        )


def _told(
    number: int,
    span: Sentence,
    item: Prepared,
    titles: Sequence[Statement],
    passed: Passed | None,
) -> Told:
    text = item.article.text
    mentions = tuple(
        (text[mention.start : mention.end], mention)
        for mention in item.cast.mentions
        if span.start <= mention.start < span.end
    )
    claimed = tuple(title for title in titles if title.evidence.start == span.start)
    whole = text[span.start : span.end]
    return Told(number, span, whole, mentions, passed, statements=claimed)


def _tried(draft: _Draft) -> set[int]:
    """Return the words that some pattern took for its predicate, by index."""
    return {word.index for _, word, slot in (*draft.empty, *_fitted(draft)) if slot is not None}


def _fitted(draft: _Draft) -> Iterator[tuple[Pattern, Word, Slot | None]]:
    """Yield the slots that were filled in the end, of patterns that fit."""
    for match in (*(m for m, _ in draft.read), *(m for m, *_ in draft.lost)):
        for slot in (match.pattern.subject, *match.pattern.slots):
            if slot is not None:
                yield match.pattern, match.predicate, slot


def _lacking(draft: _Draft) -> list[Empty]:
    """Return the slots that stayed empty, of patterns that fit in no way."""
    fitted = {(pattern, word) for pattern, word, _ in _fitted(draft)}
    return [
        (pattern, word, slot)
        for pattern, word, slot in draft.empty
        if slot is not None and (pattern, word) not in fitted
    ]
