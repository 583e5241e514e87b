"""Reads the statements of articles in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.actors.gazetteer import Gazetteer
from graph.actors.link import Cast, Linker
from graph.extract.clauses import Clauses
from graph.extract.constraints import allowed
from graph.extract.frames import Frame, read_frames
from graph.extract.matching import FrameIndex, Match
from graph.extract.parse import parse
from graph.extract.reference import Memory, Reference
from graph.extract.simplify import Piece, simplify
from graph.extract.tree import Tree
from graph.extract.when import When
from graph.extract.whether import Whether
from graph.extract.who import Who
from graph.languages import LanguagePack
from graph.model import Article, Evidence, Sentence, Source, Statement
from graph.text.dates import DateSpan, find_dates, load_date_words, resolve
from graph.text.sentences import split


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its mentions, and the sentences worth parsing."""

    article: Article
    sentences: tuple[Sentence, ...]
    cast: Cast
    pieces: tuple[tuple[int, tuple[Piece, ...]], ...]
    """Index of a sentence, and its pieces."""


class Reader:
    """Everything needed to read articles in one language; built once."""

    def __init__(self, gazetteer: Gazetteer, pack: LanguagePack) -> None:
        """Index the language's names and frames."""
        self._tables = pack.tables
        self._linker = Linker(gazetteer, pack)
        self.frames: tuple[Frame, ...] = read_frames(pack)
        self._index = FrameIndex(self.frames)
        self._dates = load_date_words(pack.code)
        self._lang = pack.code

    def read(self, articles: Sequence[Article]) -> Iterator[list[Statement]]:
        """Yield the statements of each article, in order; sentences are parsed in one go."""
        prepared = [self._prepare(article) for article in articles]
        pieces = [cut for item in prepared for _, cut in item.pieces]
        trees = parse(pieces, self._tables["parser"])
        for item in prepared:
            yield self._statements(item, [(at, next(trees)) for at, _ in item.pieces])

    def _prepare(self, article: Article) -> Prepared:
        text = article.text
        sentences = tuple(s for s in split(text, self._lang) if s.kind in ("prose", "caption"))
        cast = self._linker.cast(text, sentences, article.published)
        pieces = []
        for at, sentence in enumerate(sentences):
            inside = [
                (i, m)
                for i, m in enumerate(cast.mentions)
                if sentence.start <= m.start < sentence.end
            ]
            if inside:
                pieces.append((at, tuple(simplify(text, sentence, inside, self._tables["parser"]))))
        return Prepared(article, sentences, cast, tuple(pieces))

    def _statements(self, item: Prepared, trees: Sequence[tuple[int, Tree]]) -> list[Statement]:
        memory = Memory()
        previous: str | None = None
        found = self._offices(item)
        for at, tree in trees:
            reading = _SentenceReading(self, item, item.sentences[at], tree, memory, previous)
            found += reading.statements()
            previous = reading.last_date or previous
        return sorted(dict.fromkeys(found), key=lambda s: (s.evidence.start, s.evidence.rule, s.id))

    def _offices(self, item: Prepared) -> list[Statement]:
        """Return the state relations that the titles of an article claim."""
        found = []
        for claim in item.cast.claims:
            sentence = next(s for s in item.sentences if s.start <= claim.start < s.end)
            evidence = evidence_of(item.article, sentence, f"{self._lang}.{claim.relation}.title")
            found.append(
                Statement(claim.person, claim.relation, claim.of, evidence, confidence=0.9)
            )
        return found


class _SentenceReading:
    """One sentence of one article."""

    def __init__(
        self,
        reader: Reader,
        item: Prepared,
        sentence: Sentence,
        tree: Tree,
        memory: Memory,
        previous: str | None,
    ) -> None:
        tables, text = reader._tables, item.article.text  # noqa: SLF001
        self._article, self._sentence = item.article, sentence
        self._previous, self._memory = previous, memory
        self._index = reader._index  # noqa: SLF001
        self._lang = reader._lang  # noqa: SLF001
        self._clauses = Clauses(tree, tables["parser"], tables["verbs"])
        self._reference = Reference(tree, item.cast.mentions, memory, tables)
        self._whether = Whether(self._clauses, tables["cues"])
        self._who = Who(self._clauses, tables["cues"], text, sentence)
        spans = find_dates(text[sentence.start : sentence.end], reader._dates)  # noqa: SLF001
        self._when = When(self._clauses, spans, sentence.start)
        self.last_date: str | None = self._resolve(spans[-1], future=False) if spans else None

    def statements(self) -> list[Statement]:
        """Return what the sentence says, and remember of whom it spoke."""
        matches = self._index.matches(self._clauses, self._reference)
        found = [statement for match in matches if (statement := self._statement(match))]
        self._reference.remember()
        return found

    def _statement(self, match: Match) -> Statement | None:
        modality = self._whether.modality(match.predicate)
        if modality is None or not allowed(match.frame.relation, match.subject, match.object):
            return None
        evidence = evidence_of(self._article, self._sentence, match.frame.id)
        return Statement(
            match.subject,
            match.frame.relation,
            match.object,
            evidence,
            date=self._date(match, planned=modality != "actual"),
            modality=modality,
            said_by=self._who.source(match.predicate),
            confidence=0.7,
        )

    def _date(self, match: Match, *, planned: bool) -> str | None:
        span = self._when.span(match.predicate, own=planned)
        future = self._whether.is_future(match.predicate)
        return self._resolve(span, future=future) if span else None

    def _resolve(self, span: DateSpan, *, future: bool) -> str | None:
        return resolve(
            span, published=self._article.published, previous=self._previous, future=future
        )


def evidence_of(article: Article, sentence: Sentence, rule: str) -> Evidence:
    """Return the evidence that a sentence of an article gives."""
    source = Source(
        article.id,
        article.lang or "",
        article.title,
        article.published,
        article.url,
        article.source,
    )
    text = article.text[sentence.start : sentence.end]
    return Evidence(source, text, sentence.start, sentence.end, rule)
