"""JSON Lines: one article a line."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from graph.errors import InputError
from graph.read.bounded import lines_of, too_large
from graph.read.decode import decode
from graph.read.record import Record


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
            yield _record(line, where, number)
    if empty:
        yield InputError(where, "empty", "Put one JSON object a line in it")


def _record(line: bytes, where: str, number: int) -> Record | InputError:
    place = f"{where}:{number}"
    try:
        fields = json.loads(decode(line, where, part=f":{number}"))
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        problem = f"a line that is not whole JSON ({_reason(error)})"
        return InputError(place, problem, "Write one whole JSON object a line")
    if not isinstance(fields, dict):
        return InputError(place, "not a JSON object", 'Write {"text": "…"} with the article in it')
    return Record(place, fields)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at column {error.colno}"
    return "too deep or too long"
