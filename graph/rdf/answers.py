"""What a query finds, as a table, CSV, JSON or Turtle."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from graph.errors import OutputError, UnknownNameError
from graph.export.cells import guarded
from graph.rdf.names import NAMESPACES, WIKIDATA
from graph.terminal import plain

#: The longest cell of a table that is shown whole, in signs.
_WIDE = 80
_NAMES = {space: name for name, space in {**NAMESPACES, **WIKIDATA}.items()}

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under columns; of a query that makes a graph, its triples."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]
    graph: bool = False


def answer(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """Return what Oxigraph found."""
    if isinstance(found, ox.QueryBoolean):
        return Answer(("answer",), ((ox.Literal(bool(found)),),))
    if isinstance(found, ox.QueryTriples):
        triples = tuple((item.subject, item.predicate, item.object) for item in found)
        return Answer(("subject", "predicate", "object"), triples, graph=True)
    columns = tuple(variable.value for variable in found.variables)
    return Answer(columns, tuple(tuple(row[name] for name in columns) for row in found))


def text_of_node(node: Node | None) -> str:
    """Return a value as a person reads it: text as it is, an IRI with its prefix."""
    if node is None:
        return ""
    if isinstance(node, ox.Literal):
        return node.value
    if isinstance(node, ox.NamedNode):
        cut = max(node.value.rfind("/"), node.value.rfind("#")) + 1
        name = _NAMES.get(node.value[:cut])
        return f"{name}:{node.value[cut:]}" if name else node.value
    return str(node)


def _table(found: Answer) -> str:
    rows = [[_short(plain(text_of_node(node))) for node in row] for row in found.rows]
    columns = list(found.columns)
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    lines = [columns, ["-" * width for width in widths], *rows]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def _short(text: str) -> str:
    return text if len(text) <= _WIDE else text[: _WIDE - 1] + "…"


def _csv(found: Answer) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(found.columns)
    rows.writerows([guarded(_value(node)) for node in row] for row in found.rows)
    return out.getvalue()


def _value(node: Node | None) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.Literal) else str(node or "")


def _json(found: Answer) -> str:
    rows = [_record(found.columns, row) for row in found.rows]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _record(columns: Iterable[str], row: Iterable[Node | None]) -> dict[str, str | None]:
    return {
        name: None if node is None else _value(node)
        for name, node in zip(columns, row, strict=True)
    }


def _turtle(found: Answer) -> str:
    if not found.graph:
        fix = "Ask with CONSTRUCT or DESCRIBE, or choose table, csv or json"
        raise OutputError("ttl", "cannot hold the rows of a SELECT query", fix)
    triples = (ox.Triple(*row) for row in found.rows)  # type: ignore[arg-type]
    out = io.BytesIO()
    ox.serialize(triples, out, format=ox.RdfFormat.TURTLE, prefixes=NAMESPACES)
    return out.getvalue().decode("utf-8")


#: Forms of an answer by name.
FORMS: Mapping[str, Callable[[Answer], str]] = MappingProxyType(
    {"table": _table, "csv": _csv, "json": _json, "ttl": _turtle}
)


def shown(found: Answer, form: str) -> str:
    """Return an answer as text.

    Args:
        found: From ``ask``.
        form: A name of ``FORMS``; ``json`` is one object a line.

    Raises:
        UnknownNameError: There is no such form.
        OutputError: The form cannot hold it.
    """
    if form not in FORMS:
        raise UnknownNameError("form of answers", form, FORMS)
    return FORMS[form](found)
