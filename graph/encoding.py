"""What text that is not UTF-8 is in, and the command that makes it UTF-8."""

import shlex
from pathlib import PurePath

#: How UTF-16 begins.
_WIDE = (b"\xff\xfe", b"\xfe\xff")

#: Letters and quotes in Windows-1252, and nothing in Latin-1.
_WINDOWS = frozenset(range(0x80, 0xA0))


def is_utf16(data: bytes) -> bool:
    """Return whether bytes say of themselves that they are UTF-16."""
    return data.startswith(_WIDE)


def remedy(data: bytes, where: str) -> tuple[str, str]:
    """Return what is wrong with bytes that are not UTF-8, and how to convert them.

    Args:
        data: The bytes.
        where: The file that they are of.
    """
    if is_utf16(data):
        return "not UTF-8 but UTF-16", _convert(where, "utf-16")
    return "not UTF-8", _convert(where, "windows-1252" if _WINDOWS.intersection(data) else "latin1")


def _convert(where: str, encoding: str) -> str:
    path = PurePath(where)
    target = path.with_name(f"{path.stem}.utf8{path.suffix}") if path.name else path
    names = f"{shlex.quote(str(path))} > {shlex.quote(str(target))}"
    return f"Convert it: iconv -f {encoding} -t utf-8 {names}"
