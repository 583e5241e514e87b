"""The whole flow on a cluster: files to articles, articles to statements, statements to files."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType

from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812

from graph.decisions import Decisions
from graph.engines.spark import articles as given
from graph.engines.spark.copies import copies
from graph.engines.spark.decided import deciding
from graph.engines.spark.files import Files
from graph.engines.spark.merging import contested, statements, survey, ties, told, triples
from graph.engines.spark.reading import read
from graph.export import USUAL, Layout
from graph.knowledge import Knowledge
from graph.merge import key_of
from graph.model import Graph
from graph.outcome import Report
from graph.page import render_page
from graph.page.top import MOST, most_told
from graph.rdf.document import common
from graph.rdf.formats import check_layout
from graph.rdf.lines import lines
from graph.rdf.shape import Shape
from graph.read.record import Overrides
from graph.summary import contested as counted

#: Where RDF and the page go, in the output folder.
RDF, PAGE = "rdf", "graph.html"

#: Parts a core of what goes from machine to machine.
_PARTS = 3

#: Articles left out that are named one by one.
_NAMED = 1000

#: What is made once and used several times is kept on the disks of the cluster.
_DISK = StorageLevel.DISK_ONLY

#: One thread a process, as on one machine; no bar where there may be no terminal.
_SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "spark.executorEnv.OMP_NUM_THREADS": "1",
        "spark.executorEnv.OPENBLAS_NUM_THREADS": "1",
        "spark.ui.showConsoleProgress": "false",
    }
)


def build(
    inputs: Sequence[str],
    output: str,
    *,
    knowledge: Knowledge,
    published: str | None = None,
    lang: str | None = None,
    layout: Layout = USUAL,
    decisions: Decisions | None = None,
    master: str | None = None,
) -> Report:
    """Read articles and write their graph into a folder.

    Args:
        inputs: Parquet (``.parquet``) or JSON Lines, files or folders, as Spark names them.
        output: The folder to write to, on any file system that Spark writes to.
        knowledge: From ``load_knowledge``; the same version must be on the cluster's machines.
        published: ISO date of all articles, in place of their own.
        lang: ISO 639-1 code of all articles, in place of detection.
        layout: How RDF is to be laid out.
        decisions: Which actors are the same, and which are not.
        master: The cluster, such as ``local[2]``; None for that of ``spark-submit``.

    Raises:
        UnknownNameError: There is no such profile.
        InputError: The base of the layout cannot start an IRI, or a table has no text.
    """
    shape = check_layout("nt", layout.profile, layout.base)
    with _session(master) as spark:
        files = Files(spark, output)
        found = given.articles(spark, inputs, Overrides(published, lang)).persist(_DISK)
        known, fresh = read(spark, given.once(found), knowledge, files)
        known = known.persist(_DISK)
        report = _report(found, known, fresh)
        if not report.articles:
            return report
        decide = None
        if decisions is not None and decisions.places:
            decide, notes = deciding(known, decisions)
            report = replace(report, notes=notes)
        table = statements(spark, known, copies(known), decide).persist(_DISK)
        _write(spark, files, table, shape)
        tied = spark.read.parquet(files.name("ties"))
        number = table.count()
        files.write(PAGE, render_page(_top(tied, table, number)))
        if number > MOST:
            shown = f"The page shows those of the ties that are told most: {MOST:,} statements."
            report = replace(report, notes=(*report.notes, shown))
        return replace(
            report,
            statements=number,
            ties=tied.count(),
            copies=table.where("copy_of is not null").select("article").distinct().count(),
            files=tuple(Path(output, name) for name in ("statements", "ties", RDF, PAGE)),
        )


@contextmanager
def _session(master: str | None) -> Iterator[SparkSession]:
    """Give the session that is there, or one that lasts for this build."""
    there = SparkSession.getActiveSession()
    builder = SparkSession.builder.appName("diplograph")
    for key, value in _SETTINGS.items():
        builder = builder.config(key, value)
    spark = there or (builder.master(master) if master else builder).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    # Spark's own 200 parts would each wait for a process of Python, however few rows they have.
    parts = _PARTS * spark.sparkContext.defaultParallelism
    spark.conf.set("spark.sql.shuffle.partitions", parts)
    try:
        yield spark
    finally:
        if there is None:
            spark.stop()


def _report(found: DataFrame, known: DataFrame, fresh: int) -> Report:
    """Count articles, and name those that are left out."""
    problems = [frame.where("problem is not null").select("problem") for frame in (found, known)]
    named = chain(
        given.clashes(found), *([row.problem for row in each.take(_NAMED)] for each in problems)
    )
    skipped = list(islice(named, _NAMED))
    left_out = sum(each.count() for each in problems)
    if left_out > len(skipped):
        skipped.append(f"{left_out - len(skipped)} more articles")
    articles = known.where("problem is null").count()
    return Report(articles, fresh, max(0, articles - fresh), skipped=tuple(skipped))


def _write(spark: SparkSession, files: Files, table: DataFrame, shape: Shape) -> None:
    """Write the statements, the ties that they make, and both as RDF."""
    table.write.mode("overwrite").parquet(files.name("statements"))
    seen = survey(told(table), shape)
    pairs = contested(told(table), seen.denials)
    ties(spark, told(table), counted(pairs)).write.mode("overwrite").parquet(files.name("ties"))
    _write_rdf(spark, files, table, lines(common(seen, pairs)), shape)


def _write_rdf(
    spark: SparkSession, files: Files, table: DataFrame, shared: Iterable[str], shape: Shape
) -> None:
    """Write N-Triples in parts, what is common to all in the first, and which parts there are."""
    files.remove(RDF)
    triples(told(table), shape).saveAsTextFile(files.name(RDF))
    files.remove(f"{RDF}/_SUCCESS")
    for number, name in reversed(list(enumerate(files.sizes(RDF), 1))):
        files.rename(f"{RDF}/{name}", f"{RDF}/part-{number:05}.nt")
    files.write(f"{RDF}/part-00000.nt", "".join(shared))
    rows = spark.read.text(files.name(f"{RDF}/*.nt")).groupBy(F.input_file_name().alias("file"))
    counts = {row.file.rsplit("/", 1)[1]: row["count"] for row in rows.count().collect()}
    parts = [
        {"file": name, "triples": counts.get(name, 0), "bytes": size}
        for name, size in files.sizes(RDF).items()
    ]
    whole = {"format": "application/n-triples", "triples": sum(counts.values()), "parts": parts}
    files.write(f"{RDF}/manifest.json", json.dumps(whole, indent=1) + "\n")


def _top(tied: DataFrame, table: DataFrame, number: int) -> Graph:
    """Return what the page shows, as ``graph.page.top`` has it."""
    if number <= MOST:
        return Graph.of(told(table).toLocalIterator())
    first = tied.orderBy(F.desc("statements"), "subject", "relation", "object").limit(MOST)
    counts = {(row.subject, row.relation, row.object): row.statements for row in first.collect()}
    shown = most_told(counts, MOST)
    return Graph.of(told(table).filter(lambda each: key_of(each) in shown).toLocalIterator())
