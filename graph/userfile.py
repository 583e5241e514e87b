"""Files that a user writes in TOML: read and checked, with errors that say what to write."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from graph.encoding import remedy
from graph.errors import DataFileError

#: A year, a month or a day; the day need not be one of the month.
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

#: Types of fields, with what to write.
_TYPES = {str: "text in quotes", list: "a list in brackets", bool: "true or false"}

#: Types of fields: ``str``, ``bool``, ``list`` (of texts), or the fields of a table in it.
Form = Mapping[str, Any]


def read_table(path: Path, see: str) -> dict[str, Any]:
    """Read a TOML file.

    Args:
        path: The file.
        see: What to do about a mistake in it: "See docs/…".

    Raises:
        DataFileError: It cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(path, "the file", f"is not TOML: {error}", see) from error


def read_text(path: Path) -> str:
    """Read a file in UTF-8, without its byte order mark.

    Raises:
        DataFileError: It cannot be read, or is in another encoding.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        raise DataFileError(path, "the file", problem, "Check the path") from error
    except UnicodeDecodeError as error:
        problem, fix = remedy(error.object, str(path))
        raise DataFileError(path, "the file", f"is {problem}", fix) from None


def is_date(text: str) -> bool:
    """Return whether a text is a year, a month or a day of the calendar."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def check_fields(
    path: Path, where: str, entry: object, form: Form, free: Iterable[str] = ()
) -> None:
    """Raise an error for the first field of an entry that is unknown or of another type.

    Args:
        path: The file, for the message.
        where: The entry, for the message.
        entry: What the file holds there.
        form: The fields that may be there, with their types.
        free: Lists whose items need not be texts.

    Raises:
        DataFileError: Names the file, the entry, what is wrong and what to do.
    """
    if not isinstance(entry, dict):
        raise DataFileError(path, where, "is no table of fields", "Write FIELD = VALUE below it")
    for name, value in entry.items():
        if name not in form:
            raise unknown(path, where, "field", name, form)
        wanted = form[name]
        if not isinstance(wanted, type):
            check_fields(path, f"{where} {name}", value, wanted)
        elif not isinstance(value, wanted):
            as_ = _TYPES[wanted]
            raise DataFileError(path, where, f"{name} is not {as_}", f"Write {name} as {as_}")
        elif isinstance(value, list) and name not in free:
            _check_texts(path, where, name, value)


def _check_texts(path: Path, where: str, name: str, texts: list[object]) -> None:
    for text in texts:
        if not isinstance(text, str) or not re.search(r"\w", text) or text != text.strip():
            problem = f"{name} holds {text!r}, which is no name"
            raise DataFileError(path, where, problem, "Write each name in quotes, without blanks")


def unknown(path: Path, where: str, what: str, name: str, known: Iterable[str]) -> DataFileError:
    """Return the error that a file has a table or a field that there is none of.

    Args:
        path: The file.
        where: The place in it.
        what: What kind of thing is named: a field, a table.
        name: What it is called.
        known: The names that there are.
    """
    known = list(known)
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean {close[0]!r}? " if close else ""
    return DataFileError(
        path, where, f"there is no {what} {name!r}", f"{hint}Known: {', '.join(known)}"
    )
