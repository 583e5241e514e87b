"""A user's own names as a table: one row an entry, one column a field of the TOML form.

The first column, ``entry``, has what TOML writes in brackets. Lists have ``|``
between their items; an office is its parts with blanks between them, ``-`` for
an end that has not come. What the cells say is checked as if it stood in TOML.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.actors.ownform import FORMS, MASKS
from graph.errors import DataFileError
from graph.userfile import Form, read_text, unknown

#: What may separate the columns; the one that the first line has most of does.
_DELIMITERS = ",;\t"
_FORMS: Mapping[str, Form] = {**FORMS, "masks": MASKS}


def read_rows(path: Path, see: str) -> dict[str, Any]:
    """Read a CSV file as the tables that TOML would give.

    Args:
        path: The file, in UTF-8.
        see: What to do about a mistake in it.

    Raises:
        DataFileError: It cannot be read, or a row or a column is not what it should be.
    """
    text = read_text(path)
    first = text.partition("\n")[0]
    try:
        delimiter = max(_DELIMITERS, key=first.count)
        rows = csv.reader(text.splitlines(), delimiter=delimiter, strict=True)
        heads, *lines = [[cell.strip() for cell in row] for row in rows if any(row)] or [[]]
    except csv.Error as error:
        raise DataFileError(path, "the file", f"is not CSV: {error}", see) from error
    if heads[:1] != ["entry"]:
        raise DataFileError(path, "the first line", "does not begin with the column entry", see)
    tables: dict[str, Any] = {}
    for line in lines:
        _add(path, tables, line[0], dict(zip(heads[1:], line[1:], strict=False)))
    return tables


def _add(path: Path, tables: dict[str, Any], entry: str, cells: Mapping[str, str]) -> None:
    """Store a row in the tables."""
    kind, _, key = entry.strip("[]").partition(".")
    if kind not in _FORMS:
        raise unknown(path, f"[{entry.strip('[]')}]", "table", kind, _FORMS)
    table = tables.setdefault(kind, {})
    if key in table or (not key and table):
        fix = "Put all that is said of it in one row"
        raise DataFileError(path, f"[{kind}.{key}]".replace(".]", "]"), "stands twice", fix)
    fields = table.setdefault(key, {}) if key else table
    where, form = f"[{entry.strip('[]')}]", _FORMS[kind]
    for column, cell in cells.items():
        if not cell:
            continue
        wanted = _type(form, column)
        if wanted is None:
            raise unknown(path, where, "field", column, form)
        *outer, name = column.split(".")
        inner = fields
        for part in outer:
            inner = inner.setdefault(part, {})
        inner[name] = _value(name, cell, wanted)


def _type(form: object, column: str) -> object:
    """Return the type of the field that a column names, None where there is no such field."""
    for part in column.split("."):
        form = form.get(part) if isinstance(form, Mapping) else None
    return None if isinstance(form, Mapping) else form


def _value(name: str, cell: str, wanted: object) -> object:
    """Return what a cell says, as the type of its field; another one where it does not fit."""
    if wanted is bool:
        return {"true": True, "false": False}.get(cell.lower(), cell)
    if wanted is not list:
        return cell
    items = [item.strip() for item in cell.split("|")]
    return [_office(item) for item in items] if name == "offices" else items


def _office(item: str) -> list[str]:
    """Return the parts of an office; one without an end goes on."""
    parts = ["" if part == "-" else part for part in item.split()]
    return [*parts, ""] if len(parts) == len(("relation", "of", "start")) else parts
