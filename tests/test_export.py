"""Exports hold what the graph holds, and load where they should."""

import csv
import json
import os
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from graph.errors import InputError, OutputError, UnknownNameError
from graph.export import EXPORTERS, export
from graph.export.jsonl import read_statements
from graph.export.rdf import to_rdf, write_ntriples, write_turtle
from graph.merge import ties
from graph.model import Actor, Evidence, Graph, Source, Statement
from graph.wire import from_line, to_line
from tests.strategies import graphs, statements

quietly = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)

FRANCE = Actor("http://www.wikidata.org/entity/Q142", "France", "country", "FR", (), "France")
IRAN = Actor(
    "http://www.wikidata.org/entity/Q794",
    "Iran",
    "country",
    "IR",
    ("Islamic Republic of Iran",),
    "Iran",
)
SOURCE = Source("a-1", "en", "Paris and Tehran", "2023-10-13", "https://example.org/1", "Example")
MEETS = Statement(
    FRANCE,
    "meets",
    IRAN,
    Evidence(SOURCE, "France met Iran in Geneva.", 10, 36, "en.meets.1"),
    date="2023-10",
    confidence=0.8,
)
THREAT = Statement(
    FRANCE,
    "sanctions",
    IRAN,
    Evidence(SOURCE, "France may impose sanctions on Iran.", 40, 76, "en.sanctions.1"),
    modality="possible",
    said_by="a diplomat",
)
GRAPH = Graph.of([MEETS, THREAT])


@given(statements)
def test_jsonl_round_trip(statement: Statement) -> None:
    """A line gives back the statement it was made from."""
    assert from_line(to_line(statement), "here") == statement


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


@quietly
@given(graphs)
def test_turtle_is_one_graph_for_two_libraries(tmp_path: Path, graph: Graph) -> None:
    """What rdflib and pyoxigraph read from the file is what was meant, hostile text included."""
    path = tmp_path / "graph.ttl"
    write_turtle(graph, path)
    meant = to_rdf(graph)
    parsed = rdflib.Graph().parse(path, format="turtle")
    assert set(parsed) == set(meant)
    other = {
        str(triple)
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    }
    write_ntriples(graph, tmp_path / "graph.nt")
    same = {
        str(triple)
        for triple in pyoxigraph.parse(
            path=str(tmp_path / "graph.nt"), format=pyoxigraph.RdfFormat.N_TRIPLES
        )
    }
    assert other == same
    assert len(other) == len(meant)


def test_only_what_happened_is_asserted() -> None:
    """A possible sanction is a statement, never a direct triple."""
    triples = to_rdf(GRAPH)
    ontology = rdflib.Namespace("https://w3id.org/diplograph/ontology#")
    france, iran = rdflib.URIRef(FRANCE.id), rdflib.URIRef(IRAN.id)
    assert (france, ontology.meets, iran) in triples
    assert (france, ontology.sanctions, iran) not in triples
    assert (None, ontology.relation, ontology.sanctions) in triples


def test_labels_are_in_both_languages() -> None:
    """Actors and relations can be shown in French and in English."""
    triples = to_rdf(GRAPH)
    for node in (
        rdflib.URIRef(IRAN.id),
        rdflib.URIRef("https://w3id.org/diplograph/ontology#meets"),
    ):
        languages = {
            label.language
            for label in triples.objects(node, rdflib.RDFS.label)
            if isinstance(label, rdflib.Literal)
        }
        assert languages == {"en", "fr"}


def test_the_query_of_the_docs_runs(tmp_path: Path) -> None:
    """The example in docs/rdf.md finds what it says it finds."""
    text = (Path(__file__).parent.parent / "docs" / "rdf.md").read_text(encoding="utf-8")
    query = text.split("```sparql\n")[1].split("```")[0]
    write_turtle(GRAPH, tmp_path / "graph.ttl")
    rows = list(rdflib.Graph().parse(tmp_path / "graph.ttl").query(query))
    assert [str(row[2]) for row in rows if isinstance(row, rdflib.query.ResultRow)] == [
        "a diplomat"
    ]


def test_graphml_is_read_back(tmp_path: Path) -> None:
    """An edge a tie, with what an analyst needs on it."""
    export(GRAPH, tmp_path / "g.graphml", "graphml")
    found = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert found.number_of_edges() == len(ties(GRAPH))
    assert {data["event_type"] for _, _, data in found.edges(data=True)} == {"CONSULT", "SANCTION"}


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


def test_a_broken_line_says_where(tmp_path: Path) -> None:
    """Reading a file that is cut short names the line."""
    (tmp_path / "s.jsonl").write_text(to_line(MEETS) + '{"id": "x', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(read_statements(tmp_path / "s.jsonl"))
