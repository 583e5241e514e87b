"""Copies of articles: only those that share a band of their sketches meet."""

from collections.abc import Iterable, Iterator

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graph.duplicates import alike, bands, firsts

_Told = tuple[str, str, bytes]


def copies(read: DataFrame) -> dict[str, str]:
    """Return for each article that is a copy the one that it counts as, as ``originals`` does.

    Args:
        read: What was read of articles. Those that say nothing are no copies.
    """
    told = read.where(F.size("lines") > 0).select(
        "id", F.coalesce("published", F.lit("9999")).alias("published"), "sketch"
    )
    banded = told.rdd.flatMap(
        lambda row: [(place, bytearray(band), row.id) for place, band in _bands(row.sketch)]
    ).toDF("place int, band binary, id string")
    # Nearly all bands are of one article alone: sketches are sent for the others only.
    shared = banded.groupBy("place", "band").agg(F.collect_list("id").alias("ids"))
    shared = shared.where(F.size("ids") > 1).select("place", "band", F.explode("ids").alias("id"))
    groups = shared.join(told, "id").rdd.map(
        lambda row: ((row.place, bytes(row.band)), (row.published, row.id, bytes(row.sketch)))
    )
    pairs = groups.groupByKey().flatMap(lambda item: _alike(item[1])).distinct().collect()
    return {copy[1]: first[1] for copy, first in firsts(pairs).items()}


def _bands(sketch: bytearray) -> "enumerate[bytes]":
    return enumerate(bands(bytes(sketch)))


def _alike(group: Iterable[_Told]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield pairs of copies, each as its day and id: what they are ordered by."""
    ranked = sorted(group)
    for earlier, later in alike([sketch for _, _, sketch in ranked]):
        yield ranked[earlier][:2], ranked[later][:2]
