"""Ask a graph by SPARQL, in an Oxigraph store in memory; nothing leaves the machine."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

import pyoxigraph as ox
from typing_extensions import Buffer

from graph.errors import InputError, UnknownNameError
from graph.export.jsonl import Saved
from graph.model import Statement
from graph.rdf.answers import Answer, answer
from graph.rdf.formats import FORMATS, text_of
from graph.rdf.questions import prefixed, questions
from graph.rdf.shape import STANDARD

#: Formats of RDF files as Oxigraph names them.
OX_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}

#: What a query may hold that only looks like a keyword: IRIs, strings, comments.
_NOT_WORDS = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|#[^\n]*""",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![:\w?$-])SERVICE(?![\w:-])", re.IGNORECASE)


def open_graph(path: Path) -> ox.Store:
    """Return a graph as a store.

    Args:
        path: A folder or file that an earlier command wrote: statements, or RDF of any format.

    Raises:
        InputError: The file cannot be read.
    """
    format_ = OX_FORMATS.get(path.suffix.removeprefix("."))
    if format_ is None:
        return store_of(Saved(path))
    store = ox.Store()
    load_file(store, path, format_)
    return store


def store_of(statements: Iterable[Statement]) -> ox.Store:
    """Return statements as a store.

    Args:
        statements: What can be gone through more than once, such as ``Saved``.

    Raises:
        InputError: They cannot be read.
    """
    store = ox.Store()
    stream: IO[bytes] = io.BufferedReader(_Stream(text_of(statements, "nt", STANDARD)))
    store.bulk_load(stream, format=ox.RdfFormat.N_TRIPLES)
    return store


def load_file(store: ox.Store, path: Path, format_: ox.RdfFormat) -> None:
    """Load an RDF file into a store.

    Raises:
        InputError: It cannot be read, or is not valid.
    """
    try:
        store.bulk_load(path=path, format=format_)
    except SyntaxError as error:
        fix = "Write it anew with 'diplograph export'"
        raise InputError(str(path), f"is not valid: {error}", fix) from error
    except (OSError, ValueError) as error:
        fix = f"Name a file in one of the formats {', '.join(FORMATS)}"
        raise InputError(str(path), f"cannot be read: {error}", fix) from error


class _Stream(io.RawIOBase):
    """Pieces of text as a file of bytes, so that a large graph is never one string."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._waiting = b""

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Fill a buffer, and return how much of it; 0 at the end."""
        view = memoryview(buffer)
        while not self._waiting and (piece := next(self._pieces, None)) is not None:
            self._waiting = piece.encode("utf-8")
        found, self._waiting = self._waiting[: len(view)], self._waiting[len(view) :]
        view[: len(found)] = found
        return len(found)


def ask(store: ox.Store, question: str, given: Mapping[str, str] | None = None) -> Answer:
    """Return what a graph answers.

    Args:
        store: From ``open_graph``.
        question: The name of a question, a file that ends in ``.rq``, or SPARQL.
        given: Values of a question's parameters by name.

    Raises:
        UnknownNameError: There is no question, or no parameter, of that name.
        InputError: The query is not valid SPARQL, or asks another machine.
    """
    text = query_text(question, given or {})
    if asks_elsewhere(text):
        fix = "Leave SERVICE out: this graph alone is asked"
        raise InputError("the query", "asks another machine", fix)
    try:
        return answer(store.query(text, use_default_graph_as_union=True))
    except (SyntaxError, ValueError) as error:
        fix = "Common prefixes, such as dg: and rdfs:, need not be declared"
        raise InputError("the query", f"is not valid SPARQL: {error}", fix) from error


def query_text(question: str, given: Mapping[str, str]) -> str:
    """Return a query in full, from a name, a file or its own text.

    Raises:
        UnknownNameError: There is no question, or no parameter, of that name.
        InputError: The file cannot be read, or a parameter is missing.
    """
    if question in questions():
        return questions()[question].text(given)
    if question.endswith(".rq"):
        try:
            return prefixed(Path(question).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(question, "cannot be read", "Name a file with a query") from error
    if re.fullmatch(r"[\w-]+", question):
        raise UnknownNameError("question", question, questions())
    return prefixed(question)


def listing() -> str:
    """Return the questions that have a name, with their parameters, as a person reads them."""
    wide = max(map(len, questions()))
    lines: list[str] = []
    for name, question in questions().items():
        lines.append(f"{name.ljust(wide)}  {question.title}")
        lines += [f"{' ' * wide}    {key}: {what}" for key, what in question.parameters.items()]
    return "\n".join(lines) + "\n"


def values(given: Iterable[str]) -> dict[str, str]:
    """Return values by name from texts such as ``since=2023-01-01``.

    Raises:
        InputError: One has no name, or no value.
    """
    found: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not name or not equals:
            raise InputError(repr(text), "is no value", "Write it as NAME=VALUE")
        found[name] = value
    return found


def asks_elsewhere(query: str) -> bool:
    """Return whether a query would send a part of itself to another machine."""
    return bool(_SERVICE.search(_NOT_WORDS.sub(" ", query)))
