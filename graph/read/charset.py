"""Which bytes of a web page are which letters: as browsers find it out.

A byte order mark tells, then the page itself (``<meta charset>``); a page that
says nothing is UTF-8 if it can be, and Windows-1252 otherwise.
"""

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: Bytes at the start of a page in which it names its encoding.
_HEAD = 4096
_SAID = re.compile(
    rb"<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE
)
#: Browsers take the first for the second, which holds more.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}


def page_text(data: bytes) -> str:
    """Decode a page; bytes that are no letters become the sign for that."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_said(data) or "cp1252", "replace")


def _said(data: bytes) -> str | None:
    """Return the encoding that a page names, where it is one of text."""
    found = _SAID.search(data[:_HEAD])
    if not found:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    # Not "rot13" or "zip", nor what would hide markup from whoever filters it.
    if not known._is_text_encoding or known.name in ("utf-7", "idna", "punycode"):  # noqa: SLF001
        return None
    return _WIDER.get(known.name, known.name)
