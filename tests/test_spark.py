"""Builds on Apache Spark give what a build on one machine gives."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from graph.export.jsonl import read_statements
from graph.network import to_networkx

ROOT = Path(__file__).parent.parent
WIRE = (
    "The foreign minister of France met her counterpart from Iran in Geneva on Tuesday. They spoke "
    "for three hours about the release of two prisoners, a diplomat said after the talks. France "
    "condemned Iran for the arrest of a student in the spring. Iran denied that it had met Mali."
)
ROWS: tuple[dict[str, Any], ...] = (
    {"id": "wire", "lang": "en", "published": "2024-01-01", "text": WIRE},
    {"id": "paper", "lang": "en", "published": "2024-01-02", "text": WIRE},
    {"id": "two", "lang": "en", "text": "Mali met Iran. Iran recalled its ambassador from Mali."},
    {"id": "two", "lang": "en", "text": "Mali attacked Iran. Iran met Mali in Geneva."},
    {"id": "é", "lang": "fr", "published": "2024-03-02", "text": "La France a condamné l'Iran."},
    {"id": "none", "lang": "en", "text": "Nobody met anybody."},
    {"id": "empty", "lang": "en", "text": " "},
)
#: Chad is taken for Mali throughout, and Mali for Niger in one article.
DECISIONS = """
[[same]]
actors = ["ML", "TD"]

[[different]]
actor = "ML"
articles = ["two", "nowhere"]
as = "NE"
"""
MORE = {"id": "more", "lang": "en", "published": "2024-01-03", "text": "Chad may visit Togo."}


#: Builds of one session, one after the other; what each says goes to standard error.
PROGRAM = """
import sys, typer, warnings
from pathlib import Path
from graph.console.cluster import build_on_spark
from graph.decisions import read_decisions
from graph.console.output import finish, say
from graph.errors import InputError
from graph.export import USUAL
from graph.knowledge import load_knowledge
warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").getOrCreate()
knowledge, told = load_knowledge(), (None, None)
for each in sys.argv[1:]:
    try:
        folder, articles, *files = each.split("|")
        decided = [read_decisions(Path(file), knowledge.gazetteer) for file in files]
        report = build_on_spark(
            [articles], Path(folder), knowledge, told, USUAL, decisions=next(iter(decided), None)
        )
        finish(report, quiet=False)
    except (InputError, typer.Exit) as error:
        say(f"Ended: {error!r}")
"""


def python(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = list(map(str, (sys.executable, *arguments)))
    places = {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    return subprocess.run(  # noqa: S603
        command,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | places | {"SPARK_LOCAL_IP": "127.0.0.1"},
        check=False,
    )


def build(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return python(ROOT / "cli.py", "build", *arguments)


def write(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{\n", encoding="utf-8")
    return path


def text(folder: Path, pattern: str) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern)))


def table(folder: Path) -> list[dict[str, Any]]:
    found = (parquet.read_table(path) for path in sorted(folder.glob("*.parquet")))
    return [row for each in found for row in each.to_pylist()]


def assert_same(spark: Path, local: Path) -> None:
    """Statements, ties, triples and the page are those of the build on one machine."""
    saved = local / "statements.jsonl"
    lines = "".join(row["line"] for row in table(spark / "statements"))
    assert lines == saved.read_text(encoding="utf-8")
    assert text(spark / "rdf", "*.nt") == (local / "graph.nt").read_text(encoding="utf-8")
    edges = to_networkx(list(read_statements(saved))).edges(data=True)
    told = [{"subject": one, "object": other, **data} for one, other, data in edges]
    in_order = sorted(told, key=lambda row: (row["subject"], row["relation"], row["object"]))
    assert table(spark / "ties") == in_order
    assert (spark / "graph.html").read_bytes() == (local / "graph.html").read_bytes()


@pytest.mark.cluster
@pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java")
def test_a_build_on_a_cluster_is_that_of_one_machine(tmp_path: Path) -> None:
    """Copies, contests, two articles of one id, lines that are none; then one article more."""
    spark, local, few = tmp_path / "spark", tmp_path / "local", tmp_path / "few"
    articles = write(tmp_path / "few.jsonl", ROWS)
    more = write(tmp_path / "more.jsonl", [*ROWS, MORE])
    formats = ("-f", "jsonl", "-f", "nt", "-f", "html")
    assert build(articles, "-o", few, *formats).stderr.count("Skipped") == 3
    (broken := tmp_path / "broken.parquet").write_text("no table", encoding="utf-8")
    decided, other = tmp_path / "decided.toml", tmp_path / "other"
    decided.write_text(DECISIONS, encoding="utf-8")
    runs = ([spark, each] for each in (tmp_path / "missing.jsonl", broken, articles, more))
    asked = ["|".join(map(str, each)) for each in (*runs, [other, more, decided])]
    done = python("-c", PROGRAM, *asked)
    said = [line for line in done.stderr.splitlines() if "WARN" not in line]
    assert done.returncode == 0, done.stderr
    ended = [line for line in said if line.startswith("Ended: InputError")]
    assert len(ended) == 2, said
    assert "Path does not exist" in ended[0]
    assert "is not a Parquet file" in ended[1]
    assert sum(line.startswith("Skipped") for line in said) == 9, said
    assert any(line.startswith("6 articles read, 5 of them known already") for line in said), said
    build(more, "-o", local, *formats)
    assert_same(spark, local)
    assert any("is no article of the build: no effect" in line for line in said), said
    again = tmp_path / "again"
    build(more, "-o", again, *formats, "--decisions", decided)
    assert_same(other, again)
    assert (again / "statements.jsonl").read_bytes() != (local / "statements.jsonl").read_bytes()
    manifest = json.loads((spark / "rdf" / "manifest.json").read_text("utf-8"))
    assert manifest["triples"] == len(text(local, "graph.nt").splitlines())
    assert manifest["parts"][0]["file"] == "part-00000.nt"


@pytest.mark.parametrize(("option", "value"), [("--format", "ttl"), ("--workers", "2")])
def test_what_is_not_for_a_cluster_is_refused_in_a_line(
    tmp_path: Path, option: str, value: str
) -> None:
    done = build("a.jsonl", "-o", tmp_path, "--engine", "spark", option, value)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Error: {option}: cannot be given with --engine spark")


def test_the_address_of_a_cluster_goes_with_its_engine(tmp_path: Path) -> None:
    done = build("a.jsonl", "-o", tmp_path, "--spark-master", "local[1]")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: --spark-master: goes with --engine spark alone")
