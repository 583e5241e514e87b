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
from unicodedata import is_normalized, normalize

#: Nobody sees them: where a word may be parted, joiners, the order of mark, the way of writing.
_HIDDEN = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)

#: What joins two parts of a word, by what it is written as elsewhere.
_JOINS = {
    **dict.fromkeys("\u0060\u00b4\u02b9\u02bc\u2018\u2032\uff07", "\u2019"),
    **dict.fromkeys("\u2010\u2011", "-"),
}

#: Letters that are joined.
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))

_SIGNS = (*_HIDDEN, *_JOINS, *_LIGATURES)

_ODD = re.compile(
    rf"[{_HIDDEN}]+|[{_LIGATURES}]|[^\W\d_][\u0300-\u036f]+"
    rf"|(?<=[^\W\d_])[{''.join(_JOINS)}](?=[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text spelled as usual, and where its characters stand in the text as it is."""

    text: str
    """Spelled as usual."""

    _starts: Sequence[int]
    """Code points from which on the two texts run side by side, in the one that is usual."""

    _places: Sequence[int]
    """The same in the text as it is."""

    def place(self, at: int) -> int:
        """Return where a code point, or an end, of the usual text stands in the text as it is."""
        side = bisect_right(self._starts, at) - 1
        return self._places[side] + at - self._starts[side]


def is_odd(text: str) -> bool:
    """Return whether a text may not be spelled as usual."""
    return not text.isascii() and (
        not is_normalized("NFC", text) or any(sign in text for sign in _SIGNS)
    )


def spelled(text: str) -> str:
    """Return a text spelled as usual."""
    return _ODD.sub(_usual, text) if is_odd(text) else text


def respelled(text: str) -> Respelled:
    """Return a text spelled as usual, with the way back to what it was."""
    found = [(match, _usual(match)) for match in _ODD.finditer(text)]
    places = [0, *(match.end() for match, _ in found)]
    lost = accumulate((len(match[0]) - len(usual) for match, usual in found), initial=0)
    starts = [place - less for place, less in zip(places, lost, strict=True)]
    return Respelled(_ODD.sub(_usual, text), starts, places)


def _usual(match: re.Match[str]) -> str:
    """Return how a stretch is written elsewhere."""
    odd = match[0]
    if odd[0] in _HIDDEN:
        return ""
    return _JOINS.get(odd) or normalize("NFKC" if odd in _LIGATURES else "NFC", odd)
