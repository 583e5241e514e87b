"""A SPARQL endpoint on this machine, with a small copy of the shape of Wikidata's data."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

DATA = Path(__file__).parent / "data" / "wikidata.ttl"


@dataclass(slots=True)
class Local:
    """What a running endpoint was asked, and how it is to behave."""

    address: str = ""
    agents: list[str] = field(default_factory=list)
    """The User-Agent of each request."""

    queries: list[str] = field(default_factory=list)
    """The queries that were answered."""

    refusals: list[tuple[int, str]] = field(default_factory=list)
    """Statuses to answer next, with a Retry-After, in place of rows."""

    last: int | None = None
    """How many queries are answered; all others get a status of 500."""


@contextmanager
def endpoint() -> Iterator[Local]:
    """Run the endpoint."""
    store = ox.Store()
    store.load(path=DATA, format=ox.RdfFormat.TURTLE)
    local = Local()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            local.agents.append(self.headers["User-Agent"])
            query = parse_qs(urlsplit(self.path).query)["query"][0]
            if local.refusals:
                status, wait = local.refusals.pop(0)
                return self._answer(status, b"busy", {"Retry-After": wait})
            if local.last is not None and len(local.queries) >= local.last:
                return self._answer(500, b"out of order", {})
            local.queries.append(query)
            rows = store.query(query)
            assert isinstance(rows, ox.QuerySolutions)
            answer = rows.serialize(format=ox.QueryResultsFormat.JSON)
            return self._answer(200, answer or b"", {})

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    local.address = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield local
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
