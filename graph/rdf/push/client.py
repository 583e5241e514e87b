"""Talks to a triple store over HTTP: authentication, loading and asking."""

import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from graph.errors import PushError
from graph.rdf.push.stores import Kind
from graph.rdf.terms import IRI
from graph.web import Web

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


class Client(Web):
    """A triple store."""

    error = PushError

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
        super().__init__(endpoint, sleep, auth=credentials.auth())
        self.kind = kind
        self._credentials = credentials

    def load(self, graph: IRI | None, triples: bytes, *, replace: bool) -> None:
        """Add N-Triples to a graph, or put them in its place; None is the default graph.

        Args:
            graph: The graph's name; None for the default graph.
            triples: N-Triples, UTF-8.
            replace: Whether they take the place of what is there.
        """
        if self.kind.graph_store is None:
            self.update(self._insertion(graph, triples.decode("utf-8"), replace=replace))
            return
        name = f"?graph={quote(graph, safe='')}" if graph else "?default"
        method = "PUT" if replace else "POST"
        headers = {"Content-Type": _TRIPLES}
        self.send(method, self.kind.graph_store + name, content=triples, headers=headers)

    def _insertion(self, graph: IRI | None, triples: str, *, replace: bool) -> str:
        where = f"GRAPH <{graph}> {{\n{triples}}}" if graph else triples
        first = f"DROP SILENT {named(graph)} ;\n" if replace else ""
        return f"{first}INSERT DATA {{ {where} }}"

    def update(self, text: str) -> None:
        """Carry out a SPARQL update."""
        self.send("POST", self.kind.update, data={"update": text})

    def select(self, text: str, options: str = "") -> list[dict[str, str]]:
        """Return the rows of a SPARQL query, each the values of its variables.

        Args:
            text: The query.
            options: What comes behind the address, such as ``?union-default-graph``.
        """
        accept = {"Accept": "application/sparql-results+json"}
        address = self.kind.query + options
        return self.rows(self.send("POST", address, data={"query": text}, headers=accept))

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
            with self.http.stream("GET", self.endpoint + self.kind.probe) as answer:
                if answer.status_code in _REFUSALS:
                    raise self.refused(answer)
                return answer.is_success
        except httpx.HTTPError as error:
            raise self.unreachable(error, tries=1) from None

    def once(self, method: str, path: str, **body: Any) -> httpx.Response:  # noqa: ANN401
        """Send one request, with a digest of the password where the store wants one."""
        answer = super().once(method, path, **body)
        if answer.status_code != _UNKNOWN or not isinstance(self.http.auth, httpx.BasicAuth):
            return answer
        # Virtuoso wants a digest, and says so to those alone who have sent nothing.
        self.http.auth = httpx.DigestAuth(self._credentials.user or "", self._credentials.password)
        return super().once(method, path, **body)

    def refused(self, answer: httpx.Response) -> PushError:
        """Return the error that a store does not do what it is asked."""
        code = answer.status_code
        if code in _REFUSALS:
            fix = "Give credentials that may write: see 'diplograph push --help'"
            return PushError(self.endpoint, f"refused the credentials ({code})", fix)
        problem = f"answered {code}: {self.said(answer)}"
        return PushError(
            self.endpoint, problem, "Check the endpoint and the kind of store (--store)"
        )


def named(graph: IRI | None) -> str:
    """Return a graph as SPARQL Update names it."""
    return f"GRAPH <{graph}>" if graph else "DEFAULT"


def recognise(endpoint: str, candidates: Mapping[str, Kind], credentials: Credentials) -> Kind:
    """Return the kind of the store at an endpoint: the first whose probe is answered.

    Args:
        endpoint: The store's address.
        candidates: Kinds by name, in the order in which they are asked.
        credentials: What the store wants to be shown.

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
