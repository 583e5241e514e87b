"""The whole flow on one page: files to articles, articles to statements, statements to files."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from graph.careful import read_all, read_apart
from graph.decisions import Decisions, decided, decisions_of, unused
from graph.duplicates import marked, originals
from graph.errors import InputError, OutputError
from graph.export import USUAL, Layout, exporter
from graph.export.jsonl import in_order
from graph.files import sweep, write_text
from graph.intake import Intake, OnProgress, Progress
from graph.knowledge import Knowledge
from graph.merge import ties
from graph.model import Article, Graph, Statement
from graph.outcome import Report
from graph.read import read_articles
from graph.store import FILE, Store, stored_name
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
    decisions = decisions or decisions_of(output, knowledge.gazetteer)
    intake = Intake(inputs, published, lang, progress)
    chunks = intake.chunks()
    first = next(chunks, None)
    if first is None:  # nothing can be read, so no store is made
        return _report(Graph(), intake)
    with Store(output / FILE, on_wait) as store:
        sweep(output)
        tally = Counter[str]()
        for chunk in chain([first], chunks):
            tally += _store(chunk, store, knowledge, intake.skipped)
            intake.tell(tally["added"] + tally["unchanged"])
        if not tally:
            return _report(Graph(), intake)
        removed = _prune(store, intake) if prune else 0
        store.note(_WRITTEN, json.dumps([formats, layout.profile, layout.base]))
        found = store.graph()
        graph = decided(found, decisions)
        intake.notes.extend(unused(found, decisions, store.ids()))
        files = _write(graph, output, formats, layout)
        outdated = store.outdated(knowledge.version)
    return replace(
        _report(graph, intake, files),
        articles=tally["added"] + tally["unchanged"],
        added=tally["added"],
        unchanged=tally["unchanged"],
        again=tally["again"],
        removed=removed,
        outdated=outdated,
    )


def _store(
    chunk: Sequence[Article], store: Store, knowledge: Knowledge, skipped: list[str]
) -> "Counter[str]":
    """Read what of some articles the store does not know, and count what was done."""
    known = {article.id: store.knows(article, knowledge.version) for article in chunk}
    fresh = [article for article in chunk if known[article.id] != "known"]
    suspects = store.suspects()
    careful = [article for article in fresh if stored_name(article.id) in suspects]
    store.begin(fresh)
    read, deadly = read_apart(careful, knowledge, skipped)
    read += read_all([each for each in fresh if each not in careful], knowledge, skipped)
    store.put(read, knowledge.version, [each for each in fresh if each not in deadly])
    again = Counter(known[each.article.id] for each in read)["outdated"]
    counts = {"added": len(read), "unchanged": len(chunk) - len(fresh), "again": again}
    return Counter({name: count for name, count in counts.items() if count})


def _prune(store: Store, intake: Intake) -> int:
    """Remove the articles that this run did not see, and return how many."""
    gone = store.ids() - {stored_name(name) for name in intake.seen}
    if gone and intake.unreadable:
        intake.notes.append("Nothing was pruned: a file could not be read, and may hold articles.")
        return 0
    store.remove(gone)
    return len(gone)


def _write(graph: Graph, output: Path, formats: Iterable[str], layout: Layout) -> tuple[Path, ...]:
    files = []
    for name in formats:
        files.append(output / exporter(name).file)
        exporter(name).write(graph, files[-1], layout)
    return tuple(files)


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
        graph = decided(store.graph(), decisions_of(output, knowledge.gazetteer))
        formats, *layout = json.loads(
            store.noted(_WRITTEN) or json.dumps([DEFAULT_FORMATS, None, None])
        )
        files = _write(graph, output, formats, Layout(*layout)) if gone else ()
    return replace(_report(graph, None, files), removed=len(gone), skipped=tuple(skipped))


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
    intake = Intake(inputs, published, lang, progress)
    if output is not None and output.is_dir():
        raise OutputError(output, "is a folder", "Name a file with -o")
    found: dict[str, list[Statement]] = {}
    sketches: dict[str, tuple[str, str | None, bytes]] = {}
    for chunk in intake.chunks():
        for read in read_all(chunk, knowledge, intake.skipped):
            article = read.article
            found[article.id] = read.statements
            if read.statements:
                sketches[article.id] = (article.id, article.published, read.sketch)
        intake.tell(len(found))
    every = (statement for statements in found.values() for statement in statements)
    everything = Graph.of(marked(every, originals(sketches.values())))
    decisions = decisions or Decisions()
    graph = decided(everything, decisions)
    intake.notes.extend(unused(everything, decisions, found))
    lines = map(to_line, in_order(graph.statements))
    if found and output is not None:
        write_text(output, lines)
    elif found and write is not None:
        for line in lines:
            write(line)
    files = (output,) if output is not None and found else ()
    return replace(_report(graph, intake, files), articles=len(found), added=len(found))


def _report(graph: Graph, intake: Intake | None, files: tuple[Path, ...] = ()) -> Report:
    sources = {each.evidence.source for each in graph.statements}
    return Report(
        skipped=tuple(intake.skipped) if intake else (),
        notes=tuple(intake.notes) if intake else (),
        undated=len(intake.undated) if intake else 0,
        statements=len(graph.statements),
        ties=len(ties(graph)),
        copies=len({source.article for source in sources if source.copy_of}),
        files=files,
    )
