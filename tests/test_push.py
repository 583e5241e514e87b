"""Graphs sent to real stores: what arrives is what was sent, also after the store was killed."""

import json
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from graph.errors import DataFileError, DiplographError, InputError, PushError, UnknownNameError
from graph.export import Layout
from graph.export.jsonl import Saved, write_jsonl
from graph.model import Actor, Evidence, Graph, Source, Statement
from graph.rdf.answers import Answer, text_of_node
from graph.rdf.document import document
from graph.rdf.profiles import PROFILES
from graph.rdf.push import plan, prepare, push
from graph.rdf.push.client import Client, Credentials
from graph.rdf.push.report import told
from graph.rdf.push.stores import find_kind, kinds
from graph.rdf.push.task import Task
from graph.rdf.query import ask, open_graph
from graph.rdf.questions import questions
from graph.rdf.terms import IRI, plain
from tests.samples import GRAPH, WORLD
from tests.stores import NEEDS_VIRTUOSO, SERVERS, VIRTUOSO, Server
from tests.strategies import HOSTILE

#: The password that Virtuoso comes with.
SECRETS = {"oxigraph": Credentials(), "virtuoso": Credentials("dba", "dba")}
QUESTIONS = ("sanctions-since", "denials", "balance")


@pytest.fixture(
    scope="module",
    params=[
        "oxigraph",
        pytest.param(
            "virtuoso",
            marks=[
                pytest.mark.stores,
                pytest.mark.skipif(VIRTUOSO is None, reason=NEEDS_VIRTUOSO),
            ],
        ),
    ],
)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Run a store for the tests of this file."""
    running = SERVERS[request.param](tmp_path_factory.mktemp(request.param))
    running.start()
    yield running
    running.kill()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Save the small world as ``build`` does."""
    write_jsonl(WORLD, tmp_path / "statements.jsonl")
    return tmp_path


@pytest.fixture(autouse=True)
def _closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close every client that a test makes."""
    made: list[Client] = []
    begin = Client.__init__

    def noted(client: Client, *args: Any, **more: Any) -> None:
        made.append(client)
        begin(client, *args, **more)

    monkeypatch.setattr(Client, "__init__", noted)
    yield
    for client in made:
        client.close()


def to(server: Server, saved: Path, **more: Any) -> Task:
    return prepare(server.endpoint, saved, credentials=SECRETS[server.kind], **more)


def count(task: Task) -> int:
    return sum(len(block.pairs) for block in plain(document(task.statements, task.shape)))


def clear(server: Server) -> Client:
    """Empty a store of all that these tests put there."""
    client = Client(server.endpoint, find_kind(server.kind), SECRETS[server.kind])
    for row in client.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"):
        if row["g"].startswith(("https://w3id.org/", "https://example.org/")):
            client.update(f"DROP SILENT GRAPH <{row['g']}>")
    if client.kind.default_graph:
        client.update("DROP DEFAULT")
    return client


def content(client: Client) -> set[tuple[str, ...]]:
    """Return all that the tests put in a store."""
    query = """SELECT ?g ?s ?p ?o WHERE {
      { GRAPH ?g { ?s ?p ?o } FILTER (STRSTARTS(STR(?g), "https://")) } %s }"""
    rows = client.select(query % ("UNION { ?s ?p ?o }" if client.kind.default_graph else ""))
    return {tuple(sorted(row.values())) for row in rows}


@pytest.mark.parametrize("profile", PROFILES)
def test_what_arrives_is_what_was_sent(server: Server, saved: Path, profile: str) -> None:
    """Counts are equal, and three questions have the answers that they have here."""
    client = clear(server)
    if profile == "rdf12" and server.kind == "virtuoso":
        with pytest.raises(PushError, match="takes no RDF 1"):
            push(to(server, saved, layout=Layout(profile)))
        assert content(client) == set()
        return
    task = to(server, saved, layout=Layout(profile))
    assert task.client.kind.name == server.kind
    done = push(task)
    assert done.triples == done.total == count(task)
    assert done.skipped == 0
    here = open_graph(saved)
    union = "?union-default-graph" if server.kind == "oxigraph" else ""
    for name in QUESTIONS:
        there = client.select(questions()[name].text({}), union)
        assert _comparable(there) == _comparable(_rows(ask(here, name))), name


def _rows(found: Answer) -> list[dict[str, str]]:
    named = (zip(found.columns, row, strict=True) for row in found.rows)
    return [{key: text_of_node(node) for key, node in row if node is not None} for row in named]


def _comparable(rows: list[dict[str, str]]) -> list[tuple[tuple[str, str | float], ...]]:
    """Return rows with numbers as numbers: stores write 9, 9.0 and -9 in their own ways."""

    def value(text: str) -> str | float:
        try:
            return float(text)
        except ValueError:
            return text

    return sorted(tuple(sorted((key, value(text)) for key, text in row.items())) for row in rows)


@pytest.mark.parametrize("profile", ["standard", "quads"])
def test_pushing_twice_changes_nothing(server: Server, saved: Path, profile: str) -> None:
    client = clear(server)
    push(to(server, saved, layout=Layout(profile)))
    before = content(client)
    again = push(to(server, saved, layout=Layout(profile), replace=True))
    assert content(client) == before
    assert again.total == again.triples
    assert not list(saved.glob("push*"))


@pytest.mark.parametrize("profile", ["standard", "quads"])
@pytest.mark.parametrize("stop", [5])
def test_a_store_that_is_killed_has_the_same_in_the_end(
    server: Server, saved: Path, profile: str, stop: int
) -> None:
    """Kill it in the middle, start it, push again: the same content, nothing twice."""
    client = clear(server)
    push(to(server, saved, layout=Layout(profile)))
    whole = content(client)
    clear(server)
    task = _interrupted(to(server, saved, layout=Layout(profile)), server.kill, stop)
    with pytest.raises(PushError, match="the same command goes on"):
        push(task)
    server.start()
    if profile == "standard":
        target = f"GRAPH <{task.target}> {{ ?s ?p ?o }}" if task.target else "?s ?p ?o"
        assert client.select(f"SELECT * WHERE {{ {target} }} LIMIT 1") == []
    again = push(_in_small_parcels(to(server, saved, layout=Layout(profile))))
    assert content(client) == whole
    assert again.total == again.triples


def _in_small_parcels(task: Task) -> Task:
    small = replace(task.client.kind, chunk=200)
    client = Client(task.client.endpoint, small, SECRETS[small.name], sleep=lambda _: None)
    return replace(task, client=client)


def _interrupted(task: Task, stop: Callable[[], None], at: int) -> Task:
    """Return a task during which something happens after some parcels."""
    sent: list[int] = []

    def progress(triples: int) -> None:
        sent.append(triples)
        if len(sent) == at:
            stop()

    return replace(_in_small_parcels(task), progress=progress)


def test_a_store_that_lost_what_it_took_gets_it_again(server: Server, saved: Path) -> None:
    """The journal is believed only as far as the counts bear it out."""
    client = clear(server)
    for profile in ("standard", "quads"):
        task = _interrupted(to(server, saved, layout=Layout(profile)), _fail, 4)
        with pytest.raises(RuntimeError):
            push(task)
        clear(server)
        done = push(_in_small_parcels(to(server, saved, layout=Layout(profile))))
        assert done.total == done.triples == count(task)
        assert content(client)


def _fail() -> None:
    raise RuntimeError


def test_replace_and_add(server: Server, saved: Path, tmp_path: Path) -> None:
    """Adding keeps what was there, replacing does not; other graphs are left alone."""
    client = clear(server)
    other = "https://example.org/other"
    client.update(f"INSERT DATA {{ GRAPH <{other}> {{ <{other}> <{other}> <{other}> }} }}")
    graph = "https://example.org/news"
    push(to(server, saved, graph=graph))
    (tmp_path / "small").mkdir()
    write_jsonl(GRAPH, tmp_path / "small" / "statements.jsonl")
    added = push(to(server, tmp_path / "small", graph=graph))
    assert added.total > added.triples
    replaced = push(to(server, tmp_path / "small", graph=graph, replace=True))
    assert replaced.total == replaced.triples == client.count(IRI(graph))
    assert client.count(IRI(other)) == 1


def test_a_dry_run_sends_nothing(server: Server, saved: Path) -> None:
    client = clear(server)
    task = to(server, saved)
    would = plan(task)
    assert would.triples == count(task)
    assert content(client) == set()
    assert "Nothing was sent" in told(task, would, sent=False)


def test_hostile_text_arrives_as_it_was(server: Server, saved: Path) -> None:
    """No text ends a literal, a query or an update."""
    client = clear(server)
    source = Source("a", "en", "title", "2023-10-13")
    actors = [
        Actor(f"https://w3id.org/diplograph/actor/{number}", text, "person", None, (text,))
        for number, text in enumerate(HOSTILE)
    ]
    graph = Graph.of(
        Statement(
            one, "meets", actors[0], Evidence(source, text, 0, 9, "r"), place=text, said_by=text
        )
        for one, text in zip(actors, HOSTILE, strict=True)
    )
    write_jsonl(graph, saved / "statements.jsonl")
    task = to(server, saved, layout=Layout("quads"))
    done = push(task)
    assert done.total == done.triples
    query = "SELECT ?t WHERE { GRAPH ?g { ?s <https://w3id.org/diplograph/ontology#place> ?t } }"
    there = {row["t"] for row in client.select(query)}
    here = {
        text_of_node(row[0]) for row in ask(open_graph(saved), "SELECT ?t { ?s dg:place ?t }").rows
    }
    assert there == here


def test_updates_do_where_there_is_no_graph_store(
    server: Server, saved: Path, tmp_path: Path
) -> None:
    """A store that has SPARQL alone gets the same."""
    client = clear(server)
    push(to(server, saved, layout=Layout("quads")))
    whole = content(client)
    clear(server)
    kind = kinds()[server.kind]
    lines = [
        "[mine]",
        'probe = ""',
        f'query = "{kind.query}"',
        f'update = "{kind.update}"',
        "default_graph = false",
        "rdf12 = false",
        "chunk = 300",
    ]
    (tmp_path / "mine.toml").write_text("\n".join(lines), encoding="utf-8")
    for over in (False, True):
        task = to(
            server,
            saved,
            layout=Layout("quads"),
            store=str(tmp_path / "mine.toml"),
            replace=over,
        )
        assert push(task).total == count(task)
        assert content(client) == whole


def test_wrong_credentials_are_refused_and_not_shown(server: Server, saved: Path) -> None:
    if server.kind == "oxigraph":
        return  # it asks for none
    secret = Credentials("dba", "not-the-password")
    with pytest.raises(PushError, match="refused the credentials") as raised:
        push(prepare(server.endpoint, saved, credentials=secret))
    assert "not-the-password" not in str(raised.value)
    assert "not-the-password" not in repr(secret)


# What a store does seldom: a server that does it on purpose.


class Strange(BaseHTTPRequestHandler):
    """Answers what the test says, and notes what it was asked."""

    answers: list[tuple[int, dict[str, str], bytes]]
    seen: list[tuple[str, str, dict[str, str]]]

    def do_POST(self) -> None:
        """Answer as the test says."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, self.path, dict(self.headers)))
        status, headers, body = self.answers.pop(0) if self.answers else (200, {}, b"")
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_POST  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def strange() -> Iterator[tuple[str, type[Strange]]]:
    handler = type("Handler", (Strange,), {"answers": [], "seen": []})
    with HTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", handler
        running.shutdown()


def test_a_busy_store_is_asked_again(strange: tuple[str, type[Strange]]) -> None:
    """With longer waits each time, or as long as the store says."""
    endpoint, handler = strange
    handler.answers += [
        (503, {}, b""),
        (429, {"Retry-After": "7"}, b""),
        (502, {}, b""),
        (204, {}, b""),
    ]
    waits: list[float] = []
    client = Client(endpoint, find_kind("oxigraph"), sleep=waits.append)
    client.update("CLEAR DEFAULT")
    assert waits == [0.5, 7.0, 2.0]
    assert client.retries == 3


def test_a_store_that_stays_busy_is_given_up(strange: tuple[str, type[Strange]]) -> None:
    endpoint, handler = strange
    handler.answers += [(503, {}, b"too many users")] * 5
    client = Client(endpoint, find_kind("oxigraph"), sleep=lambda _: None)
    with pytest.raises(PushError, match="answered 503: too many users"):
        client.update("CLEAR DEFAULT")
    assert len(handler.seen) == 5


@pytest.mark.parametrize(
    ("credentials", "header"),
    [
        (Credentials("me", "p:w"), "Basic " + b64encode(b"me:p:w").decode()),
        (Credentials.read("me:p:w\n"), "Basic " + b64encode(b"me:p:w").decode()),
        (Credentials.read("bearer abc"), "Bearer abc"),
        (Credentials.read("Bearer abc\n"), "Bearer abc"),
        (Credentials(), None),
    ],
)
def test_credentials_are_sent(
    strange: tuple[str, type[Strange]], credentials: Credentials, header: str | None
) -> None:
    endpoint, handler = strange
    Client(endpoint, find_kind("oxigraph"), credentials).update("CLEAR DEFAULT")
    assert handler.seen[0][2].get("Authorization") == header


def test_credentials_go_to_no_other_address(strange: tuple[str, type[Strange]]) -> None:
    """A store that sends one elsewhere is not followed."""
    endpoint, handler = strange
    handler.answers.append((307, {"Location": endpoint + "/elsewhere"}, b""))
    client = Client(endpoint, find_kind("oxigraph"), Credentials("me", "secret"))
    with pytest.raises(PushError, match="answered 307"):
        client.update("CLEAR DEFAULT")
    assert [path for _, path, _ in handler.seen] == ["/update"]


@pytest.mark.parametrize("body", [b"<html>", b"{}", json.dumps({"boolean": True}).encode()])
def test_an_answer_that_is_none(strange: tuple[str, type[Strange]], body: bytes) -> None:
    endpoint, handler = strange
    handler.answers.append((200, {}, body))
    with pytest.raises(PushError, match="answered a query with no result"):
        Client(endpoint, find_kind("oxigraph")).count(None)


def test_a_store_that_loses_triples_is_found_out(
    strange: tuple[str, type[Strange]], saved: Path
) -> None:
    """It says that all went well, and holds less than was sent."""
    endpoint, handler = strange
    few = {"results": {"bindings": [{"n": {"value": "5"}}]}}
    parcels = plan(prepare(endpoint, saved, store="oxigraph")).parcels
    handler.answers += [(204, {}, b"")] * (1 + parcels) + [(200, {}, json.dumps(few).encode())]
    with pytest.raises(PushError, match=r"holds 5\..*the default graph is as it was"):
        push(prepare(endpoint, saved, store="oxigraph"))


@pytest.mark.parametrize(
    ("endpoint", "more", "error", "message"),
    [
        ("http://me:secret@127.0.0.1:1", {}, PushError, "holds a name or a password"),
        ("127.0.0.1:7878", {}, PushError, "is no web address"),
        ("file:///etc/passwd", {}, PushError, "is no web address"),
        ("http://127.0.0.1:9", {}, PushError, "cannot be reached"),
        ("http://127.0.0.1:9", {"store": "oxygraph"}, UnknownNameError, "Did you mean 'oxigraph'"),
        ("http://127.0.0.1:9", {"store": "none.toml"}, DataFileError, "cannot be read"),
        ("http://127.0.0.1:9", {"graph": "not an IRI"}, InputError, "is no IRI"),
        ("http://127.0.0.1:9", {"layout": Layout("quad")}, UnknownNameError, "'quads'"),
        (
            "http://127.0.0.1:9",
            {"graph": "https://example.org/g", "layout": Layout("quads")},
            InputError,
            "has its own graphs",
        ),
    ],
)
def test_what_cannot_be_sent_says_why(
    saved: Path, endpoint: str, more: dict[str, Any], error: type[DiplographError], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        prepare(endpoint, saved, **more)
    assert "secret" not in str(raised.value)


def test_a_store_of_no_known_kind(strange: tuple[str, type[Strange]], saved: Path) -> None:
    endpoint, handler = strange
    handler.answers += [(404, {}, b"")] * 9
    with pytest.raises(PushError, match="--store"):
        prepare(endpoint, saved)


def test_a_file_of_stores_that_lacks_a_field(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('[mine]\nquery = ""\n', encoding="utf-8")
    with pytest.raises(DataFileError, match=r"table \[mine\]"):
        find_kind(str(tmp_path / "s.toml"))


def test_saved_statements_can_be_gone_through_twice(saved: Path) -> None:
    found = Saved(saved)
    assert list(found) == list(found)
