"""JSON Lines: one article a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from graph.errors import InputError
from graph.read.bounded import lines_of, too_large
from graph.read.decode import decode
from graph.read.record import FIELDS, Record


def read_json_lines(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the article of each line; blank lines are passed over."""
    return json_lines(lines_of(stream), where)


def json_lines(lines: Iterable[bytes | None], where: str) -> Iterator[Record | InputError]:
    """Yield the article of each line; None stands for a line that is too long."""
    empty = True
    for number, line in enumerate(lines, 1):
        if line is None:
            empty = False
            yield too_large(f"{where}:{number}")
        elif line.strip():
            empty = False
            yield record_of(line, where, f":{number}")
    if empty:
        yield InputError(where, "empty", "Put one JSON object a line in it")


def record_of(line: bytes, where: str, part: str = "") -> Record | InputError:
    """Return the article of a line.

    Args:
        line: Not blank.
        where: Its file.
        part: Where in the file it is.
    """
    place = where + part
    try:
        fields = json.loads(decode(line, where, part=part), object_pairs_hook=_Fields)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        problem = f"a line that is not whole JSON ({_reason(error)})"
        return InputError(place, problem, "Write one whole JSON object a line")
    if not isinstance(fields, _Fields):
        return InputError(place, "not a JSON object", 'Write {"text": "…"} with the article in it')
    if fields.twice:
        problem = f"the field {fields.twice!r} is there twice"
        return InputError(place, problem, "Leave one of the two out")
    return Record(place, fields)


_READ = ("id", *FIELDS)


class _Fields(dict[str, Any]):
    """An object of JSON, and the first of its fields that it has twice; empty where none is."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        self.twice = ""
        super().__init__()
        for key, value in pairs:
            self.twice = self.twice or (key if key in self and key in _READ else "")
            self[key] = value


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at column {error.colno}"
    return "too deep or too long"
