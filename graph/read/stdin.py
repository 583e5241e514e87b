"""Standard input: JSON Lines where it looks like that, one text otherwise."""

import io
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from graph.errors import InputError
from graph.read.jsonl import read_json_lines
from graph.read.record import Record
from graph.read.text import read_text

WHERE = "standard input"

_OBJECT = re.compile(rb'\s*\{\s*"')


def read_standard_input(stream: BinaryIO) -> Iterator[Record | InputError]:
    """Yield the articles of a stream that has no name to tell its format.

    It is JSON Lines where the first line is a JSON object, or where all lines open like one, so
    that a first line cut in half is said to be that. JSON Lines are read as they come.
    """
    head = [stream.readline()]
    while head[-1].isspace():
        head.append(stream.readline())
    if _is_object(head[-1]):
        yield from read_json_lines(chain(head, stream), WHERE)
        return
    data = b"".join(head) + stream.read()
    lines = [line for line in data.splitlines() if line.strip()]
    like_json = bool(lines) and all(map(_OBJECT.match, lines))
    yield from (read_json_lines if like_json else read_text)(io.BytesIO(data), WHERE)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
