"""The server of a graph answers this machine, and nobody else; it changes nothing."""

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from graph.errors import OutputError
from graph.export import export
from graph.export.jsonl import write_jsonl
from graph.rdf.serve import server
from tests.samples import GRAPH

FORM = "application/x-www-form-urlencoded"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a dg:Statement }"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("served")
    write_jsonl(GRAPH, folder / "statements.jsonl")
    export(GRAPH, folder / "graph.html", "html")
    with server(folder, 0) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running.server_port
        running.shutdown()


def ask(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, str]:
    """Return status, media type and text of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, named)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    return answer.status, answer.headers.get_content_type(), text


def test_the_page_is_at_the_root(port: int) -> None:
    status, media, text = ask(port, "GET", "/")
    assert (status, media) == (200, "text/html")
    assert "<html" in text


@pytest.mark.parametrize("way", ["get", "form", "plain"])
def test_a_query_is_answered(port: int, way: str) -> None:
    """By each way of the SPARQL protocol."""
    status, media, text = {
        "get": lambda: ask(port, "GET", f"/query?query={quote(COUNT)}"),
        "form": lambda: ask(port, "POST", "/query", f"query={quote(COUNT)}", Content_Type=FORM),
        "plain": lambda: ask(
            port, "POST", "/query", COUNT, Content_Type="application/sparql-query"
        ),
    }[way]()
    assert (status, media) == (200, "application/sparql-results+json")
    assert json.loads(text)["results"]["bindings"][0]["n"]["value"] == "2"


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (COUNT, "text/csv", "text/csv"),
        (
            COUNT,
            "text/html, application/sparql-results+xml;q=0.9",
            "application/sparql-results+xml",
        ),
        ("ASK { ?s ?p ?o }", "*/*", "application/sparql-results+json"),
        ("CONSTRUCT WHERE { ?s a dg:Statement }", "*/*", "text/turtle"),
        ("DESCRIBE dg:meets", "application/n-triples", "application/n-triples"),
    ],
)
def test_the_answer_has_the_form_that_was_asked_for(
    port: int, query: str, accept: str, media: str
) -> None:
    assert ask(port, "GET", f"/query?query={quote(query)}", Accept=accept)[:2] == (200, media)


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/query?query=nonsense", "", {}, 400),
        ("GET", "/query?query=" + quote("INSERT DATA { <a:a> <a:b> <a:c> }"), "", {}, 400),
        (
            "GET",
            "/query?query=" + quote("SELECT * { SERVICE <http://127.0.0.1/> {} }"),
            "",
            {},
            400,
        ),
        ("GET", "/query?query=" + quote(COUNT), "", {"Host": "example.org"}, 403),
        ("GET", "/", "", {"Host": "example.org"}, 404),
        ("GET", "/../etc/passwd", "", {}, 404),
        ("GET", "/statements.jsonl", "", {}, 404),
        ("POST", "/update", "update=x", {"Content-Type": FORM}, 404),
        ("POST", "/query", "x", {"Content-Length": "9999999999"}, 413),
        ("PUT", "/query", "x", {}, 501),
        ("DELETE", "/", "", {}, 501),
    ],
)
def test_what_is_refused(  # noqa: PLR0913, PLR0917
    port: int, method: str, path: str, body: str, headers: dict[str, str], status: int
) -> None:
    assert ask(port, method, path, body, **headers)[0] == status


def test_a_port_that_is_taken(port: int, tmp_path: Path) -> None:
    write_jsonl(GRAPH, tmp_path / "statements.jsonl")
    with pytest.raises(OutputError, match="--port"):
        server(tmp_path, port)


def test_without_a_page_it_says_how_to_get_one(tmp_path: Path) -> None:
    write_jsonl(GRAPH, tmp_path / "statements.jsonl")
    with server(tmp_path, 0) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        assert "diplograph build" in ask(running.server_port, "GET", "/")[2]
        running.shutdown()
