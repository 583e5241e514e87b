"""Talks to a triple store over HTTP: authentication, retries, and errors a person can act on.

No proxy and no password file is read from the environment, and no redirect is
followed: what is sent may be confidential.
"""

import json
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

import httpx

from graph.errors import PushError
from graph.rdf.push.stores import Kind
from graph.rdf.terms import IRI

#: Seconds to wait before each new try.
WAITS = (0.5, 1.0, 2.0, 4.0)

#: Seconds after which a store that says nothing is given up.
PATIENCE = 600

#: The longest wait in seconds that a store may ask for.
_LONGEST = 60.0

#: Answers that may be others a moment later.
_PASSING = frozenset({408, 425, 429, 502, 503, 504})
_UNKNOWN = 401
_REFUSALS = frozenset({_UNKNOWN, 403})
_TRIPLES = "application/n-triples; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who sends: a user with a password, or a token. Never shown."""

    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)

    @classmethod
    def read(cls, text: str) -> "Credentials":
        """Return what a file holds: ``user:password``, or ``Bearer`` and a token."""
        kind, _, token = text.strip().partition(" ")
        if kind.lower() == "bearer":
            return cls(token=token.strip())
        user, _, password = text.strip("\r\n").partition(":")
        return cls(user, password)

    def auth(self) -> httpx.Auth | None:
        """Return what is sent before a store asks."""
        if self.token:
            return _Bearer(self.token)
        return None if self.user is None else httpx.BasicAuth(self.user, self.password)


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


NOBODY = Credentials()


class Client:
    """A triple store."""

    def __init__(
        self,
        endpoint: str,
        kind: Kind,
        credentials: Credentials = NOBODY,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        """Prepare to talk to a store; nothing is sent yet.

        Raises:
            PushError: The endpoint is no web address, or holds a password.
        """
        self.endpoint = check_endpoint(endpoint)
        self.kind = kind
        self.retries = 0
        self._sleep = sleep
        self._credentials = credentials
        self._http = httpx.Client(
            auth=credentials.auth(),
            trust_env=False,
            follow_redirects=False,
            timeout=PATIENCE,
            # Certificates are slow to load, and plain HTTP has none.
            verify=self.endpoint.startswith("https:"),
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def load(self, graph: IRI | None, triples: bytes, *, replace: bool) -> None:
        """Add N-Triples to a graph, or put them in its place; None is the default graph."""
        if self.kind.graph_store is None:
            self.update(self._insertion(graph, triples.decode("utf-8"), replace=replace))
            return
        name = f"?graph={quote(graph, safe='')}" if graph else "?default"
        method = "PUT" if replace else "POST"
        headers = {"Content-Type": _TRIPLES}
        self._send(method, self.kind.graph_store + name, content=triples, headers=headers)

    def _insertion(self, graph: IRI | None, triples: str, *, replace: bool) -> str:
        where = f"GRAPH <{graph}> {{\n{triples}}}" if graph else triples
        first = f"DROP SILENT {named(graph)} ;\n" if replace else ""
        return f"{first}INSERT DATA {{ {where} }}"

    def update(self, text: str) -> None:
        """Carry out a SPARQL update."""
        self._send("POST", self.kind.update, data={"update": text})

    def select(self, text: str, options: str = "") -> list[dict[str, str]]:
        """Return the rows of a SPARQL query, each the values of its variables.

        Args:
            text: The query.
            options: What comes behind the address, such as ``?union-default-graph``.
        """
        accept = {"Accept": "application/sparql-results+json"}
        address = self.kind.query + options
        answer = self._send("POST", address, data={"query": text}, headers=accept)
        try:
            rows = json.loads(answer)["results"]["bindings"]
            return [{name: value["value"] for name, value in row.items()} for row in rows]
        except (ValueError, KeyError, TypeError) as error:
            fix = "Check that the endpoint is that of a triple store"
            raise PushError(self.endpoint, "answered a query with no result", fix) from error

    def count(self, graph: IRI | None) -> int:
        """Return how many triples a graph holds; None is the default graph."""
        pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        return int(self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")[0]["n"])

    def answers(self) -> bool:
        """Return whether the store at the endpoint is of this kind.

        Raises:
            PushError: It cannot be reached, or refuses the credentials.
        """
        try:
            # The answer may be a whole graph: its head is enough.
            with self._http.stream("GET", self.endpoint + self.kind.probe) as answer:
                if answer.status_code in _REFUSALS:
                    raise self._refused(answer)
                return answer.is_success
        except httpx.HTTPError as error:
            raise self._unreachable(error, tries=1) from None

    def _send(self, method: str, path: str, **body: Any) -> bytes:  # noqa: ANN401
        for wait in (*WAITS, None):
            try:
                answer = self._once(method, path, **body)
            except httpx.HTTPError as error:
                if wait is None:
                    raise self._unreachable(error) from None
            else:
                if answer.is_success:
                    return answer.content
                if wait is None or answer.status_code not in _PASSING:
                    raise self._refused(answer)
                wait = _asked_for(answer) or wait  # noqa: PLW2901
            self.retries += 1
            self._sleep(wait)
        raise AssertionError  # the last try returns or raises

    def _once(self, method: str, path: str, **body: Any) -> httpx.Response:  # noqa: ANN401
        answer = self._http.request(method, self.endpoint + path, **body)
        if answer.status_code != _UNKNOWN or not isinstance(self._http.auth, httpx.BasicAuth):
            return answer
        # Virtuoso wants a digest, and says so to those alone who have sent nothing.
        self._http.auth = httpx.DigestAuth(self._credentials.user or "", self._credentials.password)
        return self._http.request(method, self.endpoint + path, **body)

    def _refused(self, answer: httpx.Response) -> PushError:
        code = answer.status_code
        if code in _REFUSALS:
            fix = "Give credentials that may write: see 'diplograph push --help'"
            return PushError(self.endpoint, f"refused the credentials ({code})", fix)
        said = answer.text.strip().split("\n")[0][:200] or answer.reason_phrase
        fix = "Check the endpoint and the kind of store (--store)"
        return PushError(self.endpoint, f"answered {code}: {said}", fix)

    def _unreachable(self, error: Exception, tries: int = len(WAITS) + 1) -> PushError:
        often = f" after {tries} tries" if tries > 1 else ""
        problem = f"cannot be reached{often}: {error or type(error).__name__}"
        return PushError(self.endpoint, problem, "Check that the store is running")


def named(graph: IRI | None) -> str:
    """Return a graph as SPARQL Update names it."""
    return f"GRAPH <{graph}>" if graph else "DEFAULT"


def check_endpoint(endpoint: str) -> str:
    """Return an endpoint without a slash at its end.

    Raises:
        PushError: It is no web address, or holds a password.
    """
    parts = urlsplit(endpoint)
    if parts.username or parts.password:
        place = f"{parts.scheme}://{parts.hostname}"
        fix = "Leave it out, and see 'diplograph push --help'"
        raise PushError(place, "the address holds a name or a password", fix)
    if parts.scheme not in ("http", "https") or not parts.hostname or not endpoint.isascii():
        fix = "Name one such as http://127.0.0.1:7878"
        raise PushError(repr(endpoint), "is no web address", fix)
    return endpoint.rstrip("/")


def _asked_for(answer: httpx.Response) -> float | None:
    asked = answer.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST) if asked.isdigit() else None


def recognise(endpoint: str, candidates: Mapping[str, Kind], credentials: Credentials) -> Kind:
    """Return the kind of the store at an endpoint: the first whose probe is answered.

    Raises:
        PushError: The endpoint cannot be reached, or is of no kind that is known.
    """
    for kind in candidates.values():
        client = Client(endpoint, kind, credentials)
        try:
            if client.answers():
                return kind
        finally:
            client.close()
    fix = f"Name its kind with --store: {', '.join(candidates)}, or a TOML file"
    raise PushError(endpoint, "is no kind of store that is known", fix)
