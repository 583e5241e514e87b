"""CSV: one article a row, its columns named in the first."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from graph.errors import InputError
from graph.read.bounded import LARGEST, lines_of, too_large
from graph.read.decode import decode
from graph.read.record import FIELDS, Record

#: What separates cells, likeliest first.
_DELIMITERS = ",;\t|"


def read_table(stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield the article of each row; empty rows are passed over.

    Args:
        stream: The file, UTF-8.
        where: Its name, for messages.

    Raises:
        InputError: Its first row names no column of text, or a row cannot be read.
    """
    csv.field_size_limit(LARGEST)
    lines = _text(stream, where)
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        names = _names(first, delimiter, where)
        for cells in rows:
            if any(map(str.strip, cells)):
                fields = dict(zip(names, cells, strict=False))
                yield _record(fields, where, f":{rows.line_num + 1}")
    except csv.Error as error:
        raise InputError(where, f"not CSV ({error})", "Check its quotes and line ends") from error


def _names(first: str, delimiter: str, where: str) -> list[str]:
    names = [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
    if "text" in names:
        return names
    known = ", ".join(("id", *FIELDS))
    fix = f"Name the columns in the first row; one must be text, others may be {known}"
    raise InputError(where, "no column 'text'" if names else "empty", fix)


def _text(stream: BinaryIO, where: str) -> Iterator[str]:
    """Yield lines; bytes that are not UTF-8 are kept as they are, for the row to be named."""
    for number, line in enumerate(lines_of(stream)):
        if line is None:
            raise too_large(where)
        yield line.decode("utf-8" if number else "utf-8-sig", "surrogateescape")


def _record(fields: dict[str, str], where: str, part: str) -> Record | InputError:
    try:
        decode("".join(fields.values()).encode("utf-8", "surrogateescape"), where, part=part)
    except InputError as error:
        return error
    return Record(where + part, {name: value or None for name, value in fields.items()})
