"""The whole flow on one page: files to articles, articles to statements, statements to files."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.careful import Broken, Read, release
from graph.decisions import Decisions, decisions_of, unused
from graph.engines.local import read
from graph.errors import InputError, OutputError
from graph.export import USUAL, Layout, exporter
from graph.extract.batches import batches
from graph.files import sweep, write_text
from graph.intake import Intake, OnProgress, Progress
from graph.knowledge import Knowledge
from graph.model import Article
from graph.outcome import Report
from graph.outputs import Wanted, Written, write_files
from graph.passing import Passing
from graph.read import read_articles
from graph.store import FILE, Knows, Store, stored_name
from graph.stored import Stored, stored, totals
from graph.wire import to_line

__all__ = [
    "DEFAULT_FORMATS",
    "OnProgress",
    "Progress",
    "Report",
    "build",
    "extract_files",
    "remove",
]

#: What ``build`` writes where nothing else is asked for.
DEFAULT_FORMATS = ("jsonl", "ttl", "graphml", "csv", "html")

#: From so many statements on, whose files take as long to write as parsers load, these are let go.
_MANY = 20_000

#: What the store keeps of the last build, for ``remove`` to write the same files.
_WRITTEN = "written"


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
    prune: bool = False,
    workers: int | None = 1,
    progress: OnProgress | None = None,
    on_wait: Callable[[], object] | None = None,
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
        prune: Remove the articles of earlier runs that are not among the inputs.
        workers: Processes that read articles and write files: 1 for this one, None for what pays
            on this machine. The files are the same. A program that asks for several must have its
            own start under ``if __name__ == "__main__"``, as ``multiprocessing`` wants it.
        progress: Told of every few articles once they are dealt with.
        on_wait: Called if another run is writing to the folder, which is then waited for.

    Raises:
        UnknownNameError: There is no such format or profile.
        InputError: The base of the layout cannot start an IRI.
        OutputError: The folder cannot be written to, another run is writing to it and nobody
            waits, or a format cannot hold the profile.
        DataFileError: The folder's decisions do not have the form they should.
    """
    formats = list(dict.fromkeys(formats))
    for name in formats:
        exporter(name).check(layout)
    decisions = decisions or decisions_of(output, knowledge)
    intake = Intake(inputs, published, lang, progress)
    articles = intake.articles()
    first = next(articles, None)
    if first is None:  # nothing can be read, so no store is made
        return _report(intake)
    with Store(output / FILE, on_wait) as store:
        sweep(output)
        tally = _store(chain([first], articles), store, knowledge, intake, workers, names=True)
        if not tally:
            return _report(intake)
        removed = _prune(store, intake) if prune else 0
        store.note(_WRITTEN, json.dumps([formats, layout.profile, layout.base]))
        if tally["added"] and store.count() > _MANY:
            release()
        written = write_files(store, output, Wanted(formats, layout, decisions), workers)
        outdated = store.outdated(knowledge.version)
        kept = 0 if prune or intake.unreadable else len(_gone(store, intake))
    return replace(
        _report(intake, written, output),
        articles=tally["added"] + tally["unchanged"],
        added=tally["added"],
        unchanged=tally["unchanged"],
        again=tally["again"],
        removed=removed,
        kept=kept,
        outdated=outdated,
    )


def _store(
    articles: Iterable[Article],
    store: Store,
    knowledge: Knowledge,
    intake: Intake,
    workers: int | None,
    *,
    names: bool,
) -> "Counter[str]":
    """Read the articles that the store does not know, and count what was done.

    Names that nobody is known by are counted too, if files list them.
    """
    tally = Counter[str]()
    known: dict[str, Knows] = {}  # of what is being read

    def fresh() -> Iterator[Article]:
        for article in articles:
            # Of two with one id, the one that is read is not in the store yet.
            twice = article.id in known
            knows = "changed" if twice else store.knows(article, knowledge.version)
            if knows == "known":
                tally["unchanged"] += 1
                intake.tell(tally.total() - tally["again"])
            else:
                known[article.id] = knows
                yield article

    given = batches(fresh())
    for outcomes in read(given, knowledge, workers, store.begin, intake.died, names=names):
        found = [each for each in outcomes if isinstance(each, Read)]
        broken = [each for each in outcomes if isinstance(each, Broken)]
        intake.skipped.extend(map(str, broken))
        deadly = [each.article for each in broken if each.error is None]
        settled = [each.article for each in outcomes if each.article not in deadly]
        store.put(found, knowledge.version, settled, deadly)
        tally["added"] += len(found)
        tally["again"] += [known.pop(each.article.id, "new") for each in found].count("outdated")
        intake.tell(tally.total() - tally["again"])
    return +tally


def _prune(store: Store, intake: Intake) -> int:
    """Remove the articles that this run did not see, and return how many."""
    gone = _gone(store, intake)
    if gone and intake.unreadable:
        intake.notes.append("Nothing was pruned: a file could not be read, and may hold articles.")
        return 0
    store.remove(gone)
    return len(gone)


def _gone(store: Store, intake: Intake) -> set[str]:
    """Return the ids of the articles that this run did not see."""
    return store.ids().difference(map(stored_name, intake.seen))


def remove(
    names: Sequence[str],
    output: Path,
    *,
    knowledge: Knowledge,
    on_wait: Callable[[], object] | None = None,
) -> Report:
    """Remove articles from a graph, and write its files anew.

    Args:
        names: Ids or addresses of articles, or files that hold them.
        output: The folder that ``build`` wrote.
        knowledge: From ``load_knowledge``.
        on_wait: As ``build`` takes it.

    Raises:
        InputError: There is no graph in the folder.
        OutputError: The folder cannot be written to.
    """
    if not (output / FILE).is_file():
        raise InputError(str(output), "no graph in this folder", "Name one that 'build' wrote")
    skipped: list[str] = []
    with Store(output / FILE, on_wait) as store:
        sweep(output)
        gone: set[str] = set()
        for name in names:
            found = set(store.named(name)) or _held(name) & store.ids()
            gone |= found
            if not found:
                fix = "Name one by its id or address, or by its file"
                skipped.append(str(InputError(name, "no such article in the graph", fix)))
        store.remove(gone)
        formats, *layout = json.loads(
            store.noted(_WRITTEN) or json.dumps([DEFAULT_FORMATS, None, None])
        )
        wanted = Wanted(formats, Layout(*layout), decisions_of(output, knowledge))
        written = write_files(store, output, wanted) if gone else None
    return replace(
        _report(None, written, output), removed=len(gone), notes=(), skipped=tuple(skipped)
    )


def _held(name: str) -> set[str]:
    """Return the ids of the articles in a file."""
    if not Path(name).exists():
        return set()
    return {stored_name(each.id) for each in read_articles([name]) if isinstance(each, Article)}


def extract_files(
    inputs: Sequence[str],
    output: Path | None,
    *,
    knowledge: Knowledge,
    published: str | None = None,
    lang: str | None = None,
    decisions: Decisions | None = None,
    workers: int | None = 1,
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
        workers: As ``build`` takes it.
        progress: Told of every few articles once they are dealt with.
        write: Takes the lines, where there is no file.

    Raises:
        OutputError: The file cannot be written.
    """
    intake = Intake(inputs, published, lang, progress)
    decisions = decisions or Decisions()
    if output is not None and output.is_dir():
        raise OutputError(output, "is a folder", "Name a file with -o")
    with TemporaryDirectory(prefix="diplograph-") as folder, Passing(folder) as store:
        tally = _store(intake.articles(), store, knowledge, intake, workers, names=False)
        if decisions.places:
            intake.notes.extend(unused(Stored(store, {}), decisions, store.ids()))
        statements = stored(store, decisions)
        counts = totals(statements)
        lines = map(to_line, statements)
        if tally and output is not None:
            write_text(output, lines)
        elif tally and write is not None:
            for line in lines:
                write(line)
    files = (output,) if output is not None and tally else ()
    return replace(
        _report(intake),
        **counts._asdict(),
        files=files,
        articles=tally["added"],
        added=tally["added"],
    )


def _report(intake: Intake | None, written: Written | None = None, output: Path = Path()) -> Report:
    report = Report()
    if intake is not None:
        skipped, notes = tuple(intake.skipped), tuple(intake.notes)
        report = Report(skipped=skipped, notes=notes, undated=len(intake.undated))
    if written is None:
        return report
    return replace(
        report,
        notes=(*report.notes, *written.notes),
        files=tuple(output / name for name in written.files),
        written=written.new,
        statements=written.statements,
        ties=written.ties,
        copies=written.copies,
    )
