"""Text whose characters are not those that its words are spelled with elsewhere.

Out of PDF files, web pages and other systems come accents as characters of their own (Unicode's
NFD), letters that are joined (``ﬁ``), places where a word may be parted, and marks that nobody
sees. Such text is read as if it were spelled as usual.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple
from unicodedata import is_normalized, normalize

#: Nobody sees them: where a word may be parted, joiners, the order of mark, the way of writing.
_HIDDEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)

#: What joins two parts of a word, by what it is written as elsewhere.
_JOINS = {
    **dict.fromkeys("\u0060\u00b4\u02b9\u02bc\u2018\u2032\uff07", "\u2019"),
    **dict.fromkeys("\u2010\u2011", "-"),
}

#: Letters that are joined.
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))

_SIGNS = (*_HIDDEN, *_JOINS, *_LIGATURES)

#: The only one of them that is plain ASCII.
_PLAIN = "`"

#: What is respelled, in turn: what nobody sees may part what is spelled in several characters.
_ODD = (
    re.compile(rf"[{_HIDDEN}]+"),
    re.compile(
        rf"[{_LIGATURES}]|[^\W\d_][\u0300-\u036f]+|(?<=\w)[\u2010\u2011](?=\w)"
        rf"|(?<=[^\W\d_])[{''.join(_JOINS)}](?=[^\W\d_])"
    ),
)


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text spelled as usual, and where its characters stand in the text as it is."""

    text: str
    """Spelled as usual."""

    _steps: tuple["_Step", ...]
    """How it came about, the last first."""

    def place(self, at: int) -> int:
        """Return where a code point, or an end, of the usual text stands in the text as it is."""
        for step in self._steps:
            side = bisect_right(step.starts, at) - 1
            at = step.places[side] + at - step.starts[side]
        return at


class _Step(NamedTuple):
    """Two texts, of which one is the other but for some stretches."""

    starts: Sequence[int]
    """Code points from which on they run side by side, in the later one."""

    places: Sequence[int]
    """The same in the earlier one."""


def is_odd(text: str) -> bool:
    """Return whether a text may not be spelled as usual."""
    if text.isascii():
        return _PLAIN in text
    return not is_normalized("NFC", text) or any(map(text.__contains__, _SIGNS))


def spelled(text: str) -> str:
    """Return a text spelled as usual."""
    return respelled(text).text if is_odd(text) else text


def respelled(text: str) -> Respelled:
    """Return a text spelled as usual, with the way back to what it was."""
    steps = []
    for odd in _ODD:
        found = [(match, _usual(match)) for match in odd.finditer(text)]
        places = [0, *(match.end() for match, _ in found)]
        lost = accumulate((len(match[0]) - len(usual) for match, usual in found), initial=0)
        starts = [place - less for place, less in zip(places, lost, strict=True)]
        text = odd.sub(_usual, text)
        steps.append(_Step(starts, places))
    return Respelled(text, tuple(reversed(steps)))


def _usual(match: re.Match[str]) -> str:
    """Return how a stretch is written elsewhere."""
    odd = match[0]
    if odd[0] in _HIDDEN:
        return ""
    return _JOINS.get(odd) or normalize("NFKC" if odd in _LIGATURES else "NFC", odd)
