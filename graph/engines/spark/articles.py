"""Articles from Parquet or JSON Lines, each once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from pyspark import RDD
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F  # noqa: N812  # as everybody calls it

from graph.errors import InputError
from graph.model import Article
from graph.read import article_of
from graph.read.jsonl import record_of
from graph.read.record import FIELDS, Overrides
from graph.store import content_hash

#: An article with the hash of its content, or why a line is none.
SCHEMA = (
    "id string, content string, text string, title string, published string, lang string, "
    "url string, source string, problem string"
)


def articles(spark: SparkSession, inputs: Sequence[str], overrides: Overrides) -> DataFrame:
    """Return the articles of some files, and a row with a problem for all that is left out.

    Args:
        spark: The session.
        inputs: Paths as Spark takes them. One whose name ends in ``.parquet`` has an article a
            row, any other an article a line.
        overrides: What is said of all articles.
    """
    lines: RDD[Row] = reduce(DataFrame.unionByName, (_lines(spark, name) for name in inputs)).rdd
    return spark.createDataFrame(lines.mapPartitions(lambda part: _read(part, overrides)), SCHEMA)


def once(found: DataFrame) -> DataFrame:
    """Return articles each once: of two with one id, the one whose hash comes first."""
    whole = F.struct("content", *(name for name in found.columns if name not in ("id", "content")))
    grouped = found.where("problem is null").groupBy("id")
    return grouped.agg(F.min(whole).alias("a")).select("id", "a.*")


def clashes(found: DataFrame) -> Iterator[str]:
    """Yield a line for each article that is left out because another has its id."""
    ids = found.where("problem is null").groupBy("id").agg(F.countDistinct("content").alias("n"))
    for row in ids.where("n > 1").orderBy("id").toLocalIterator():
        problem = "several articles have this id and different texts; one was read"
        yield str(InputError(f"article {row.id}", problem, "Give each its own id"))


def article(row: Row) -> Article:
    """Return the article of a row."""
    return Article(row.id, row.text, row.title, row.published, row.lang, row.url, row.source)


def _lines(spark: SparkSession, name: str) -> DataFrame:
    """Return the articles of a file as lines of JSON, with where they are from."""
    if name.rstrip("/").endswith(".parquet"):
        rows = spark.read.parquet(name)
        columns = [column for column in ("id", *FIELDS) if column in rows.columns]
        if "text" not in columns:
            fix = "Name the column of the article's text 'text'"
            raise InputError(name, "no column 'text'", fix)
        days = [
            F.date_format(column, "yyyy-MM-dd").alias(column)
            if dict(rows.dtypes)[column] in ("date", "timestamp", "timestamp_ntz")
            else F.col(column)
            for column in columns
        ]
        found = rows.select(F.to_json(F.struct(*days)).alias("value"))
    else:
        found = spark.read.text(name, lineSep="\n")
    return found.select("value", F.lit(name).alias("place"))


def _read(rows: Iterable[Row], overrides: Overrides) -> Iterator[tuple[str | None, ...]]:
    for row in rows:
        if not row.value.strip():
            continue
        record = record_of(row.value.encode(), row.place)
        found = record if isinstance(record, InputError) else article_of(record, overrides)
        if isinstance(found, InputError):
            yield *([None] * 8), str(found)
        else:
            more = (found.text, found.title, found.published, found.lang, found.url, found.source)
            yield found.id, content_hash(found), *more, None
