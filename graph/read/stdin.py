"""Standard input: what it holds shows in how it begins."""

import io
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from graph.errors import InputError
from graph.read.bounded import LARGEST, lines_of, too_large
from graph.read.feed import read_feed
from graph.read.guard import Reader, guarded
from graph.read.jsonl import json_lines, read_json_lines
from graph.read.record import Record
from graph.read.text import read_text
from graph.read.webpage import read_page

WHERE = "standard input"

_OBJECT = re.compile(rb'\s*\{\s*"')
_PAGE = re.compile(rb"\s*(?:<!doctype\s+html|<html\b)", re.IGNORECASE)
_FEED = re.compile(rb"\s*<(?:\?xml\b|rss\b|feed\b|rdf:rdf\b)", re.IGNORECASE)


def read_standard_input(stream: BinaryIO) -> Iterator[Record | InputError]:
    """Yield the articles of a stream that has no name to tell its format.

    It is JSON Lines where the first line is a JSON object, or where all lines open like one, so
    that a first line cut in half is said to be that; a page or a feed where it opens like one; and
    one text otherwise. JSON Lines are read as they come.
    """
    head = [stream.readline(LARGEST)]
    while head[-1].isspace():
        head.append(stream.readline(LARGEST))
    if _is_object(head[-1]):
        yield from json_lines(chain(head, lines_of(stream)), WHERE)
        return
    data = b"".join(head) + stream.read(LARGEST)
    if len(data) > LARGEST:
        yield too_large(WHERE)
    else:
        yield from guarded(_reader(data), io.BytesIO(data), WHERE)


def _reader(data: bytes) -> Reader:
    """Return what reads bytes that open as these do."""
    start = data.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return read_page
    if _FEED.match(start):
        return read_feed
    lines = [line for line in data.splitlines() if line.strip()]
    return read_json_lines if lines and all(map(_OBJECT.match, lines)) else read_text


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
