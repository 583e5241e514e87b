"""Statements, what they say of each tie, and their RDF: parts that are put together."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from pyspark import RDD
from pyspark.sql import DataFrame, Row, SparkSession

from graph.contests import Denials, Pair, contests
from graph.decisions import Decide
from graph.duplicates import marked
from graph.export.jsonl import in_order
from graph.export.tables import COLUMNS, records
from graph.merge import Key
from graph.model import Statement
from graph.network import edge
from graph.rdf.document import articles
from graph.rdf.lines import lines
from graph.rdf.shape import Shape
from graph.rdf.survey import Survey
from graph.summary import Summary, merge, summarise
from graph.wire import from_line, to_line

#: Columns of the table of statements that hold no text.
_TYPES = {"score": "double", "confidence": "double"}
_STATEMENTS = ", ".join(f"{name} {_TYPES.get(name, 'string')}" for name in (*COLUMNS, "line"))
_TIES = (
    "subject string, object string, relation string, event_type string, score double, "
    "statements long, articles long, independent long, first string, last string, "
    "contested long, modalities string"
)


def statements(
    spark: SparkSession, read: DataFrame, copies: Mapping[str, str], decide: Decide | None
) -> DataFrame:
    """Return the statements of articles, in the order of every listing.

    Args:
        spark: The session.
        read: What was read of articles.
        copies: The article that each that is a copy counts as.
        decide: Lays decisions over a statement, where there are any.
    """
    known = spark.sparkContext.broadcast(dict(copies))

    def rows(part: Iterable[Row]) -> Iterator[tuple[object, ...]]:
        for row in part:
            told = marked((from_line(line, row.id) for line in row.lines), known.value)
            kept = map(decide, told) if decide else told
            found = in_order(dict.fromkeys(each for each in kept if each is not None))
            for each, record in zip(found, records(found), strict=True):
                yield *record.values(), to_line(each)

    ordered = read.repartitionByRange("id").sortWithinPartitions("id")
    return spark.createDataFrame(ordered.rdd.mapPartitions(rows), _STATEMENTS)


def told(table: DataFrame) -> "RDD[Statement]":
    """Return the statements of a table."""
    return table.select("line").rdd.map(lambda row: from_line(row.line, "statements"))


def ties(spark: SparkSession, found: "RDD[Statement]", disputed: Mapping[Key, int]) -> DataFrame:
    """Return a row for each tie: summaries of parts, put together by the key of the tie.

    Args:
        spark: The session.
        found: The statements.
        disputed: How often each tie is denied by others.
    """
    merged = found.mapPartitions(summarise).reduceByKey(merge)

    def row(item: tuple[Key, Summary]) -> tuple[object, ...]:
        key, summary = item
        return key[0], key[2], *edge(key, summary, disputed.get(key, 0)).values()

    return spark.createDataFrame(merged.map(row), _TIES).orderBy("subject", "relation", "object")


def survey(found: "RDD[Statement]", shape: Shape) -> Survey:
    """Return what is known of all statements together: actors, places, direct ties, denials."""
    return found.mapPartitions(partial(_survey, shape=shape)).treeReduce(Survey.add)


def _survey(part: Iterable[Statement], shape: Shape) -> Iterator[Survey]:
    seen = Survey(shape)
    for statement in part:
        seen.hear(statement)
    yield seen


def contested(found: "RDD[Statement]", denials: Denials) -> list[Pair]:
    """Return the pairs of a claim and its denial; only what a denial may be about is collected."""
    concerned = found.mapPartitions(denials.concerned).collect()
    return contests(concerned, denials)


def triples(found: "RDD[Statement]", shape: Shape) -> "RDD[str]":
    """Return what is said of articles and statements as N-Triples, in order."""

    def written(part: Iterable[Statement]) -> Iterator[str]:
        pieces = lines(articles(part, shape))
        return chain.from_iterable(piece.splitlines() for piece in pieces)

    return found.mapPartitions(written)
