"""What the parser is shown of a sentence: pieces that lead back to the article's text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

#: A word of letters; the last word of a text, perhaps with a sign behind it.
WORD = re.compile(r"[^\W\d_]+")
LAST_WORD = re.compile(r"(\w+)\W{0,2}$")

#: A blank that is no space.
_BLANK = re.compile(r"[^\S ]")

#: What ends a clause that stands for itself.
_STOP = re.compile(r";")


class Piece(NamedTuple):
    """A run of the article's text and what the parser is shown for it."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    shown: str
    """What the parser sees."""

    mention: int | None
    """Index of the mention that a stand-in belongs to."""

    present: str = ""
    """The verb as it is written, where the parser is shown it in another tense."""


def plain(text: str, start: int, end: int) -> Piece:
    """Return a piece that is shown as it is written, but for line breaks and curved apostrophes.

    Args:
        text: The article's text.
        start: Where the piece begins in it, in code points.
        end: Where it ends.
    """
    shown = _BLANK.sub(" ", text[start:end]).replace("’", "'")
    return Piece(start, end, shown, None)


def single_spaced(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces without a second blank where something between two was left out."""
    found: list[Piece] = []
    blank = True
    for piece in pieces:
        found.append(_unspaced(piece) if blank else piece)
        blank = piece.shown.endswith(" ") if piece.shown else blank
    return [piece for piece in found if piece.end > piece.start]


def _unspaced(piece: Piece) -> Piece:
    """Return a piece without the blanks that it begins with."""
    if not piece.shown.startswith(" "):
        return piece
    cut = len(piece.shown) - len(piece.shown.lstrip(" "))
    as_written = piece.end - piece.start == len(piece.shown)
    return piece._replace(start=piece.start + cut * as_written, shown=piece.shown[cut:])


def clauses(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each part of a sentence: parsers run on over semicolons.

    No part begins with a blank, which a parser would take for a word, and hang the rest from it.
    """
    for part in _parts(pieces):
        yield [_unspaced(part[0]), *part[1:]]


def _parts(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    for piece in pieces:
        if piece.mention is not None or ";" not in piece.shown:  # as most
            part.append(piece)
            continue
        at = 0
        for end in [m.end() for m in _STOP.finditer(piece.shown)]:
            yield [*part, Piece(piece.start + at, piece.start + end, piece.shown[at:end], None)]
            part, at = [], end
        part.append(piece._replace(start=piece.start + at, shown=piece.shown[at:]))
    if any(piece.shown.strip() for piece in part):
        yield part
