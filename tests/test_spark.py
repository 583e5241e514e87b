"""Builds on Apache Spark give what a build on one machine gives."""

import json
import os
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
MORE = {"id": "more", "lang": "en", "published": "2024-01-03", "text": "Chad may visit Togo."}


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, ROOT / "cli.py", "build", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.run(  # noqa: S603
        list(map(str, command)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )


def on_spark(articles: Path, output: Path) -> "subprocess.CompletedProcess[str]":
    return run(articles, "-o", output, "--engine", "spark", "--spark-master", "local[1]")


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


def test_a_build_on_a_cluster_is_that_of_one_machine(tmp_path: Path) -> None:
    """Copies, contests, two articles of one id, lines that are none; then one article more."""
    articles = write(tmp_path / "articles.jsonl", ROWS)
    formats = ("-f", "jsonl", "-f", "nt", "-f", "html")
    local = run(articles, "-o", tmp_path / "local", *formats)
    spark = on_spark(articles, tmp_path / "spark")
    assert (spark.returncode, local.returncode) == (1, 1), spark.stderr
    assert spark.stderr.count("Skipped") == local.stderr.count("Skipped") == 3
    assert_same(tmp_path / "spark", tmp_path / "local")
    manifest = json.loads((tmp_path / "spark" / "rdf" / "manifest.json").read_text("utf-8"))
    assert manifest["triples"] == len(text(tmp_path / "local", "graph.nt").splitlines())
    kept = sorted((tmp_path / "spark" / "read").glob("*.parquet"))

    write(articles, [*ROWS, MORE])
    run(articles, "-o", tmp_path / "local", *formats)
    again = on_spark(articles, tmp_path / "spark")
    assert "6 articles read, 5 of them known already" in again.stderr
    assert set(kept) < set((tmp_path / "spark" / "read").glob("*.parquet"))
    assert_same(tmp_path / "spark", tmp_path / "local")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.jsonl", "--engine", "spark"), "Path does not exist"),
        (("a.jsonl", "--engine", "spark", "--format", "ttl"), "--format: cannot be given with"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = run(*arguments, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
