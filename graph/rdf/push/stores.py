"""The kinds of triple store, read from ``stores.toml`` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.errors import DataFileError, UnknownNameError

PATH = Path(__file__).parent / "stores.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of triple store; addresses are what comes behind the endpoint."""

    name: str
    """Its name in the file."""

    probe: str
    """A GET of it says 200 where the store is of this kind."""

    query: str
    """Where SPARQL queries go."""

    update: str
    """Where SPARQL updates go."""

    graph_store: str | None = None
    """Where graphs go by the Graph Store protocol; None where they go by updates."""

    default_graph: bool
    """Whether a plain query reads the default graph."""

    rdf12: bool
    """Whether it takes triple terms."""

    chunk: int
    """Triples in one request."""


@cache
def kinds(path: Path = PATH) -> Mapping[str, Kind]:
    """Return the kinds of store that a file describes, by name, in file order.

    Raises:
        DataFileError: It cannot be read, or a table lacks a field.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileError(path, "the file", f"cannot be read: {error}", _FIX) from error
    return MappingProxyType({name: _kind(path, name, table) for name, table in tables.items()})


_FIX = f"See the head of {PATH.name}"


def _kind(path: Path, name: str, table: Mapping[str, object]) -> Kind:
    try:
        return Kind(name=name, **table)  # type: ignore[arg-type]
    except TypeError as error:
        problem = str(error).removeprefix("Kind.__init__() ")
        raise DataFileError(path, f"table [{name}]", problem, _FIX) from error


def find_kind(name: str) -> Kind:
    """Return a kind of store by its name, or the first one of a TOML file.

    Raises:
        UnknownNameError: There is no such kind.
        DataFileError: The file does not say what it must.
    """
    if name.endswith(".toml"):
        return next(iter(kinds(Path(name)).values()))
    if name not in kinds():
        raise UnknownNameError("kind of store", name, kinds())
    return kinds()[name]
