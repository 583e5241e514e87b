"""Exports hold what the graph holds, and load where they should."""

import csv
import json
import os
import re
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from graph.errors import InputError, OutputError, UnknownNameError
from graph.export import EXPORTERS, export, jsonl
from graph.export.jsonl import Saved, kept, read_statements, write_jsonl
from graph.merge import ties
from graph.model import Graph, Marks, Statement
from graph.wire import from_line, to_line, to_record
from tests.samples import GRAPH, MEETS, THREAT
from tests.strategies import graphs, statements

quietly = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)


@given(statements)
def test_jsonl_round_trip(statement: Statement) -> None:
    """A line gives back the statement it was made from."""
    again = from_line(to_line(statement), "here")
    assert again == statement
    assert again.evidence.marks == statement.evidence.marks


@given(statements)
def test_line_is_its_record(statement: Statement) -> None:
    """A line, which is written out by itself, is what JSON makes of the record."""
    assert to_line(statement) == json.dumps(to_record(statement), ensure_ascii=False) + "\n"


def test_lines_without_marks_are_read() -> None:
    """Older files have none, and whoever writes one by hand need not."""
    record = json.loads(to_line(MEETS))
    del record["marks"]
    assert from_line(json.dumps(record), "here").evidence.marks == Marks()
    record["marks"] = {"verb": [[0, 1]]}
    with pytest.raises(InputError):
        from_line(json.dumps(record), "here")


def test_jsonl_keeps_the_contract(tmp_path: Path) -> None:
    """The fields that other programs count on are there."""
    export(GRAPH, tmp_path / "s.jsonl", "jsonl")
    records = [
        json.loads(line) for line in (tmp_path / "s.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [record["relation"] for record in records] == ["meets", "sanctions"]
    first = records[0]
    assert first["subject"]["country"] == "FR"
    assert (first["event_type"], first["date"], first["modality"], first["said_by"]) == (
        "CONSULT",
        "2023-10",
        "actual",
        None,
    )
    assert {
        "id",
        "article",
        "place",
        "confidence",
        "sentence",
        "start",
        "end",
        "lang",
        "rule",
    } <= set(first)


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_writes_the_same_bytes_twice(name: str, tmp_path: Path) -> None:
    """Neither the order of statements nor the run shows in a file."""
    export(Graph.of([MEETS, THREAT]), tmp_path / "one", name)
    export(Graph.of([THREAT, MEETS]), tmp_path / "two", name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_writes_an_empty_graph(name: str, tmp_path: Path) -> None:
    """A run that found nothing still ends with files."""
    export(Graph(), tmp_path / "file", name)
    assert (tmp_path / "file").exists()


def test_graphml_is_read_back(tmp_path: Path) -> None:
    """An edge a tie, with what an analyst needs on it."""
    export(GRAPH, tmp_path / "g.graphml", "graphml")
    found = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert found.number_of_edges() == len(ties(GRAPH))
    assert {data["event_type"] for _, _, data in found.edges(data=True)} == {"CONSULT", "SANCTION"}
    named = re.findall(r'<edge .*? id="(.*?)">', (tmp_path / "g.graphml").read_text("utf-8"))
    assert len(named) == len(ties(GRAPH))
    assert len(named) == len(set(named))  # readers such as Gephi keep one edge an id


@quietly
@given(graphs)
def test_csv_and_graphml_hold_hostile_text(tmp_path: Path, graph: Graph) -> None:
    """Nothing that an article says breaks a table or runs in a spreadsheet."""
    export(graph, tmp_path / "s.csv", "csv")
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == len(graph.statements)
    assert not any(
        (value or "").startswith(("=", "+", "@")) for row in rows for value in row.values()
    )
    export(graph, tmp_path / "g.graphml", "graphml")
    assert nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True).number_of_edges() == len(
        ties(graph)
    )


def test_unknown_format_names_the_closest(tmp_path: Path) -> None:
    """A slip of the pen is answered with the right name."""
    with pytest.raises(UnknownNameError, match="Did you mean 'ttl'"):
        export(GRAPH, tmp_path / "x", "tll")


def test_unwritable_output_says_where(tmp_path: Path) -> None:
    """A file in the place of a folder is an error in one line."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        export(GRAPH, tmp_path / "file" / "g.ttl", "ttl")


def test_a_pipe_is_written_to_and_a_link_stays_one(tmp_path: Path) -> None:
    """Only a file is replaced: a device or a pipe in its place would be lost to everybody."""
    pipe, link, target = tmp_path / "pipe", tmp_path / "link", tmp_path / "target"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    export(Graph.of([MEETS]), pipe, "jsonl")
    assert os.read(reader, 65536).decode() == to_line(MEETS)
    os.close(reader)
    assert pipe.is_fifo()
    link.symlink_to(target)
    export(Graph.of([MEETS]), link, "jsonl")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == to_line(MEETS)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    export(Graph.of([MEETS]), loop, "jsonl")
    assert loop.read_text(encoding="utf-8") == to_line(MEETS)


def test_a_broken_line_says_where(tmp_path: Path) -> None:
    """Reading a file that is cut short names the line."""
    (tmp_path / "s.jsonl").write_text(to_line(MEETS) + '{"id": "x', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(read_statements(tmp_path / "s.jsonl"))


def test_a_file_of_more_statements_than_are_held_is_not_read_to_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(GRAPH, tmp_path / "s.jsonl")
    saved = Saved(tmp_path / "s.jsonl")
    count = len(GRAPH.statements)
    assert saved.are_more_than(count - 1)
    assert not saved.are_more_than(count)
    assert not Saved(tmp_path / "none.jsonl").are_more_than(0)
    assert kept(saved) == list(saved)
    monkeypatch.setattr(jsonl, "KEPT", count - 1)
    assert kept(saved) is saved
