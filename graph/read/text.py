"""Plain text and Markdown: one article a file."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from graph.errors import InputError
from graph.read.bounded import read_all
from graph.read.decode import decode
from graph.read.record import Record

#: A first line up to this length, with a blank line behind it, is the headline; code points.
LONGEST_TITLE = 150

_TITLE = re.compile(r"\s*(?:#\s+)?(?P<title>\S[^\r\n]*)\r?\n[ \t]*\r?\n\s*\S")
_SENTENCE = re.compile(r"[.;:,\u2026]$")


def read_text(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the one article of a text file."""
    yield text_record(decode(read_all(stream, where), where), where)


def text_record(text: str, where: str) -> Record:
    """Return the article that a text is; its headline stays part of the text.

    Raises:
        InputError: There is nothing but white space.
    """
    if not text.strip():
        raise InputError(where, "empty", "Put the article's text in it")
    return Record(where, {"text": text, "title": _title(text)})


def _title(text: str) -> str:
    match = _TITLE.match(text)
    title = match["title"].strip() if match else ""
    return "" if len(title) > LONGEST_TITLE or _SENTENCE.search(title) else title
