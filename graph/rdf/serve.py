"""A graph on loopback: the page at ``/``, SPARQL queries at ``/query``, and no way to change it.

The standard library's server is enough for one machine. A request must name
this machine as its host: else a page on the web could have its own name point
here and read the graph through a browser.
"""

from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

from graph.errors import OutputError
from graph.rdf.names import NAMESPACES
from graph.rdf.query import asks_elsewhere, open_graph

#: The longest query in bytes.
_LONGEST = 1 << 20
_ROWS: Mapping[str, ox.QueryResultsFormat] = MappingProxyType(
    {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
)
_TRIPLES: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
    }
)


class Server(ThreadingHTTPServer):
    """A server with the graph it serves."""

    def __init__(self, port: int, store: ox.Store, page: Path) -> None:
        """Take a port on loopback."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.store = store
        self.page = page


def server(saved: Path, port: int) -> Server:
    """Return a server of a graph that waits on loopback; ``serve_forever`` starts it.

    Args:
        saved: A folder that an earlier run wrote.
        port: The port; 0 for any that is free.

    Raises:
        InputError: The graph cannot be read.
        OutputError: The port is taken.
    """
    store = open_graph(saved)
    try:
        return Server(port, store, saved / "graph.html")
    except OSError as error:
        fix = "Choose another with --port"
        raise OutputError(f"port {port}", f"cannot be used: {error.strerror}", fix) from error


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    server_version = "diplograph"
    sys_version = ""

    def do_GET(self) -> None:
        """Show the page, or answer a query in the address."""
        address = urlsplit(self.path)
        if address.path == "/" and self._is_ours():
            self._page()
        elif address.path == "/query":
            self._query(parse_qs(address.query).get("query", [""])[0])
        else:
            self._lost()

    def do_POST(self) -> None:
        """Answer a query in the body."""
        length = self.headers.get("Content-Length", "")
        if self.path != "/query":
            self._lost()
            return
        if not length.isdigit() or int(length) > _LONGEST:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "text/plain", b"Too long\n")
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        plain = self.headers.get_content_type() == "application/sparql-query"
        self._query(body if plain else parse_qs(body).get("query", [""])[0])

    def _lost(self) -> None:
        self._send(HTTPStatus.NOT_FOUND, "text/plain", b"The page is at /, SPARQL at /query\n")

    def _is_ours(self) -> bool:
        name = self.headers.get("Host", "").rsplit(":", 1)[0]
        return name in ("127.0.0.1", "localhost")

    def _page(self) -> None:
        if self.server.page.exists():
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", self.server.page.read_bytes())
        else:
            hint = b"There is no graph.html: write one with 'diplograph build -f html'\n"
            self._send(HTTPStatus.NOT_FOUND, "text/plain", hint)

    def _query(self, text: str) -> None:
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"Ask 127.0.0.1\n")
        elif asks_elsewhere(text):
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"SERVICE is not allowed\n")
        else:
            self._send(*_answer(self.server.store, text, self.headers.get("Accept", "")))

    def _send(self, status: HTTPStatus, media: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the library does not print."""


def _answer(store: ox.Store, text: str, accept: str) -> tuple[HTTPStatus, str, bytes]:
    """Return status, media type and body of the answer to a query."""
    try:
        found = store.query(text, prefixes=dict(NAMESPACES), use_default_graph_as_union=True)
        if isinstance(found, ox.QueryTriples):
            media = _first(_TRIPLES, accept)
            body = found.serialize(format=_TRIPLES[media])
        else:
            media = _first(_ROWS, accept)
            body = found.serialize(format=_ROWS[media])
    except (SyntaxError, ValueError, OSError) as error:
        return HTTPStatus.BAD_REQUEST, "text/plain; charset=utf-8", f"{error}\n".encode()
    return HTTPStatus.OK, media, body or b""


def _first(known: Mapping[str, object], accept: str) -> str:
    asked = [part.split(";")[0].strip() for part in accept.split(",")]
    return next((media for media in asked if media in known), next(iter(known)))
