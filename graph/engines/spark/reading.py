"""Read articles, and keep what was read for the next build."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pyspark import RDD, SparkFiles, StorageLevel
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F  # noqa: N812

from graph.careful import Read, read_all
from graph.engines.spark.articles import article
from graph.engines.spark.files import Files
from graph.extract.batches import batches
from graph.knowledge import Knowledge, load_knowledge
from graph.wire import to_line

#: What was read of an article, or why it could not be.
SCHEMA = (
    "id string, content string, version string, published string, sketch binary, "
    "lines array<string>, problem string"
)

#: Where it is kept, in the output folder.
KEPT = "read"

#: Articles that are read by one task, and by all tasks before their results are kept: what a
#: process, and a build that is cut off, have to read again.
TASK, SLICE = 500, 50_000


def read(
    spark: SparkSession, found: DataFrame, knowledge: Knowledge, files: Files
) -> tuple[DataFrame, int]:
    """Return what is read of articles, from what was kept or anew, and how many were new.

    Args:
        spark: The session.
        found: The articles, each once.
        knowledge: From ``load_knowledge``.
        files: The output folder, where what is read is kept.
    """
    if knowledge.own is not None:
        spark.sparkContext.addFile(str(knowledge.own))
    own = knowledge.own.name if knowledge.own is not None else None
    keys = found.select("id", "content").withColumn("version", F.lit(knowledge.version))
    known = _kept(spark, files).select(keys.columns)
    fresh = found.withColumn("version", F.lit(knowledge.version)).join(
        known, keys.columns, "left_anti"
    )
    fresh = fresh.persist(StorageLevel.DISK_ONLY)
    number = fresh.count()
    slices = -(-number // SLICE)
    for place in range(slices):
        part = fresh.where(F.pmod(F.xxhash64("id"), F.lit(slices)) == place)
        tasks = max(spark.sparkContext.defaultParallelism, -(-number // (slices * TASK)))
        work = partial(_read, own=own, version=knowledge.version)
        rows = part.repartition(tasks).rdd.mapPartitions(work)
        _table(spark, rows).write.mode("append").parquet(files.name(KEPT))
    fresh.unpersist()
    # A task that was run twice, or a write that was cut off, may have left an article twice.
    found = _kept(spark, files).join(keys, keys.columns, "left_semi").dropDuplicates(["id"])
    return found, number


def _kept(spark: SparkSession, files: Files) -> DataFrame:
    """Return what was kept; nothing at first."""
    if files.exist(KEPT):
        return spark.read.schema(SCHEMA).parquet(files.name(KEPT))
    return _table(spark, spark.sparkContext.emptyRDD())


def _table(spark: SparkSession, rows: "RDD[Any]") -> DataFrame:
    return spark.createDataFrame(rows, SCHEMA)


def _read(rows: Iterable[Row], own: str | None, version: str) -> Iterator[tuple[object, ...]]:
    knowledge = load_knowledge(Path(SparkFiles.get(own))) if own else load_knowledge()
    if knowledge.version != version:
        raise RuntimeError("the machines of the cluster have another version of diplograph")
    contents: dict[str, str] = {}

    def given() -> Iterator[Any]:
        for row in rows:
            contents[row.id] = row.content
            yield article(row)

    for batch in batches(given()):
        for each in read_all(batch, knowledge):
            name, published = each.article.id, each.article.published
            start = (name, contents.pop(name), version, published)
            if isinstance(each, Read):
                yield *start, each.sketch, list(map(to_line, each.statements)), None
            else:
                yield *start, None, [], str(each)
