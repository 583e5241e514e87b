"""Bytes to text: UTF-8, or a message that says how to get there."""

import shlex
from pathlib import PurePath

from graph.errors import InputError

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
#: Control characters that text does not hold.
_CONTROL = frozenset(range(0x20)) - frozenset(b"\t\n\v\f\r\x1b")
#: Letters and quotes in Windows-1252, and nothing in Latin-1.
_WINDOWS = frozenset(range(0x80, 0xA0))


def decode(data: bytes, where: str, *, part: str = "") -> str:
    """Decode UTF-8 without its byte order mark.

    Args:
        data: The bytes.
        where: The file, for messages and the command that mends it.
        part: What of the file the bytes are, e.g. ":7" for a line; empty for all of it.

    Raises:
        InputError: The bytes are not text, or not in UTF-8.
    """
    if data.startswith(_WIDE):
        raise InputError(where + part, "not UTF-8 but UTF-16", _convert(where, "utf-16"))
    if _is_binary(data):
        raise InputError(where + part, "binary data, not text", "Give the article as UTF-8 text")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        encoding = "windows-1252" if _WINDOWS.intersection(data) else "latin1"
        raise InputError(where + part, "not UTF-8", _convert(where, encoding)) from None


def _is_binary(data: bytes) -> bool:
    return bool(_CONTROL.intersection(data[:4096])) or b"\x00" in data


def _convert(where: str, encoding: str) -> str:
    path = PurePath(where)
    target = path.with_name(f"{path.stem}.utf8{path.suffix}") if path.name else path
    names = f"{shlex.quote(str(path))} > {shlex.quote(str(target))}"
    return f"Convert it: iconv -f {encoding} -t utf-8 {names}"
