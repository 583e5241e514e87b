"""Bytes to text: UTF-8, or a message that says how to get there."""

from graph.encoding import is_utf16, remedy
from graph.errors import InputError

_BOM = b"\xef\xbb\xbf"
#: Control characters that text does not hold.
_CONTROL = bytes(sorted(set(range(0x20)).difference(b"\t\n\v\f\r\x1b")))


def decode(data: bytes, where: str, *, part: str = "") -> str:
    """Decode UTF-8 without its byte order mark.

    Args:
        data: The bytes.
        where: The file, for messages and the command that mends it.
        part: What of the file the bytes are, e.g. ":7" for a line; empty for all of it.

    Raises:
        InputError: The bytes are not text, or not in UTF-8.
    """
    if is_utf16(data):
        raise InputError(where + part, *remedy(data, where))
    if _is_binary(data):
        raise InputError(where + part, "binary data, not text", "Give the article as UTF-8 text")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(where + part, *remedy(data, where)) from None


def _is_binary(data: bytes) -> bool:
    head = data[:4096]
    return len(head.translate(None, _CONTROL)) < len(head) or b"\x00" in data
