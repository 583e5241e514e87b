"""The whole flow on one page: files to articles, articles to statements, statements to files."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.decisions import Decisions, decided, decisions_of, unused
from graph.errors import InputError, OutputError
from graph.export import USUAL, Layout, exporter
from graph.export.files import write_text
from graph.export.jsonl import in_order
from graph.extract import extract
from graph.knowledge import Knowledge
from graph.merge import ties
from graph.model import Article, Graph, Statement
from graph.read import read_articles
from graph.read.passed import PassedOver
from graph.store import FILE, Store, content_hash
from graph.wire import to_line

#: What ``build`` writes where nothing else is asked for.
DEFAULT_FORMATS = ("jsonl", "ttl", "graphml", "csv", "html")

#: Articles that are stored together: what a killed build has to read again.
CHUNK = 16


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    articles: int
    """Articles dealt with."""

    done: int
    """Bytes of input dealt with."""

    total: int
    """Bytes of all input; 0 for standard input, which does not say."""


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    articles: int
    """Articles read, new ones and known ones."""

    added: int
    """Articles that were new or had changed."""

    unchanged: int
    """Articles known from an earlier run."""

    skipped: tuple[str, ...]
    """A line for everything left out: where, what was wrong, what to do."""

    notes: tuple[str, ...]
    """A line for what has no effect and is no fault: a file that is no article's, a decision
    about an actor that is in no statement.
    """

    statements: int
    """Statements in the graph."""

    ties: int
    """Ties in the graph."""

    outdated: int
    """Articles of earlier runs that another version of diplograph read, and this run did not."""

    files: tuple[Path, ...]
    """Files written."""


@dataclass(slots=True)
class _Intake:
    """Reads articles, keeps those that can be used and notes the others."""

    inputs: Sequence[str]
    published: str | None
    lang: str | None
    skipped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    place: tuple[int, int] = (0, 0)
    """Bytes read, and bytes of all input."""

    def articles(self) -> Iterator[Article]:
        """Yield each article once."""
        for item in read_articles(
            self.inputs, published=self.published, lang=self.lang, watch=self._watch
        ):
            if isinstance(item, PassedOver):
                self.notes.append(str(item))
            elif isinstance(item, InputError):
                self.skipped.append(str(item))
            elif self._counts(item):
                yield item

    def _watch(self, done: int, total: int) -> None:
        self.place = done, total

    def _counts(self, article: Article) -> bool:
        """Return whether to use an article; of two with one id the same, whichever comes first."""
        content = content_hash(article)
        known = self.seen.get(article.id)
        if known is not None and known != content:
            problem = "two articles of this run have this id and different texts; one was left out"
            error = InputError(f"article {article.id}", problem, "Give each its own id")
            self.skipped.append(str(error))
        if known is None or content < known:
            self.seen[article.id] = content
            return True
        return False


def build(
    inputs: Sequence[str],
    output: Path,
    *,
    knowledge: Knowledge,
    published: str | None = None,
    lang: str | None = None,
    formats: Sequence[str] = DEFAULT_FORMATS,
    layout: Layout = USUAL,
    decisions: Decisions | None = None,
    progress: OnProgress | None = None,
) -> Report:
    """Read articles and write their graph into a folder.

    A second run into the same folder reads new and changed articles only, and
    gives what one run over all of them would give.

    Args:
        inputs: Files, folders or ``-`` for standard input.
        output: The folder to write to.
        knowledge: From ``load_knowledge``.
        published: ISO date of all articles, in place of their own.
        lang: ISO 639-1 code of all articles, in place of detection.
        formats: Names of ``EXPORTERS``.
        layout: How RDF is to be laid out.
        decisions: Which actors are the same, and which are not; if None, those of the folder.
        progress: Told of every few articles once they are dealt with.

    Raises:
        UnknownNameError: There is no such format or profile.
        InputError: The base of the layout cannot start an IRI.
        OutputError: The folder cannot be written to, or a format cannot hold the profile.
        DataFileError: The folder's decisions do not have the form they should.
    """
    chosen = [exporter(name) for name in dict.fromkeys(formats)]
    for format_ in chosen:
        format_.check(layout)
    decisions = decisions or decisions_of(output, knowledge.gazetteer)
    intake = _Intake(inputs, published, lang)
    added = known = 0
    with Store(output / FILE) as store:
        for chunk in _chunks(intake.articles()):
            fresh = [article for article in chunk if not store.knows(article, knowledge.version)]
            read = _read(fresh, knowledge, intake.skipped)
            store.put(read, knowledge.version)
            added, known = added + len(read), known + len(chunk) - len(fresh)
            _tell(progress, added + known, intake)
        found, outdated = store.graph(), store.outdated(knowledge.version)
    if added + known == 0:
        return _report(Graph(), (0, 0), intake, ())
    graph = decided(found, decisions)
    intake.notes.extend(unused(found, decisions))
    files = tuple(output / format_.file for format_ in chosen)
    for format_, path in zip(chosen, files, strict=True):
        format_.write(graph, path, layout)
    return _report(graph, (added, known), intake, files, outdated=outdated)


def extract_files(
    inputs: Sequence[str],
    output: Path | None,
    *,
    knowledge: Knowledge,
    published: str | None = None,
    lang: str | None = None,
    decisions: Decisions | None = None,
    progress: OnProgress | None = None,
    write: Callable[[str], object] | None = None,
) -> Report:
    """Read articles and write their statements, one JSON object a line.

    Args:
        inputs: Files, folders or ``-`` for standard input.
        output: The file to write, or None to hand every line to ``write``.
        knowledge: From ``load_knowledge``.
        published: ISO date of all articles, in place of their own.
        lang: ISO 639-1 code of all articles, in place of detection.
        decisions: Which actors are the same, and which are not.
        progress: Told of every few articles once they are dealt with.
        write: Takes the lines, where there is no file.

    Raises:
        OutputError: The file cannot be written.
    """
    intake = _Intake(inputs, published, lang)
    if output is not None and output.is_dir():
        raise OutputError(output, "is a folder", "Name a file with -o")
    found: dict[str, list[Statement]] = {}
    for chunk in _chunks(intake.articles()):
        read = _read(chunk, knowledge, intake.skipped)
        found.update((article.id, statements) for article, statements in read)
        _tell(progress, len(found), intake)
    all_found = Graph.of(statement for statements in found.values() for statement in statements)
    graph = decided(all_found, decisions or Decisions())
    lines = map(to_line, in_order(graph.statements))
    if found and output is not None:
        write_text(output, lines)
    elif found and write is not None:
        for line in lines:
            write(line)
    files = (output,) if output is not None and found else ()
    return _report(graph, (len(found), 0), intake, files)


def _report(
    graph: Graph,
    counts: tuple[int, int],
    intake: _Intake,
    files: tuple[Path, ...],
    *,
    outdated: int = 0,
) -> Report:
    added, known = counts
    return Report(
        articles=added + known,
        added=added,
        unchanged=known,
        skipped=tuple(intake.skipped),
        notes=tuple(intake.notes),
        statements=len(graph.statements),
        ties=len(ties(graph)),
        outdated=outdated,
        files=files,
    )


def _tell(progress: OnProgress | None, articles: int, intake: _Intake) -> None:
    if progress is not None:
        progress(Progress(articles, *intake.place))


def _chunks(articles: Iterator[Article]) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    for article in articles:
        chunk.append(article)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _read(
    articles: Sequence[Article], knowledge: Knowledge, skipped: list[str]
) -> list[tuple[Article, list[Statement]]]:
    """Return articles with their statements; one that breaks does not lose the others."""
    try:
        return list(extract(articles, knowledge))
    except Exception:
        logging.getLogger(__name__).debug("a batch broke; reading it one by one", exc_info=True)
        return [found for article in articles for found in _read_one(article, knowledge, skipped)]


def _read_one(
    article: Article, knowledge: Knowledge, skipped: list[str]
) -> list[tuple[Article, list[Statement]]]:
    try:
        return list(extract([article], knowledge))
    except Exception as error:
        logging.getLogger(__name__).debug("article %s broke", article.id, exc_info=True)
        problem = f"the extraction broke on it ({type(error).__name__})"
        fix = "Please report it with the text; all other articles are unaffected"
        skipped.append(str(InputError(f"article {article.id}", problem, fix)))
        return []
