"""Lines for a terminal, as records: what they say apart from how it is coloured.

Articles may hold control characters and anything else: ``plain`` is the only
way from text to a terminal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "bold", "dim", "green", "red", "yellow", "cyan"]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of one line in one style."""

    text: str
    """As it is in the data; ``plain`` it before it is shown."""

    style: Style = ""
    """How it looks where there are colours."""


Line = tuple[Part, ...]


def line(*parts: str | Part) -> Line:
    """Return a line of parts; strings have no style."""
    return tuple(part if isinstance(part, Part) else Part(part) for part in parts)


def printed(lines: Iterable[Line]) -> str:
    """Return lines as text without colours, for a prompt of Python."""
    return "\n".join("".join(plain(part.text) for part in each) for each in lines) or "nothing"


def plain(text: str) -> str:
    """Return text that does nothing but be read, whatever it holds."""
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    return " " if char in "\u00a0\u202f" else char.encode("unicode_escape").decode("ascii")


def one_line(text: str, width: int = 0) -> str:
    """Return text with its white space folded, cut to a width if one is given."""
    folded = " ".join(text.split())
    return folded if not width or len(folded) <= width else folded[: width - 1].rstrip() + "…"
