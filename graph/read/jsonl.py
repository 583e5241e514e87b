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
        fields = json.loads(decode(line, where, part=part))
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
