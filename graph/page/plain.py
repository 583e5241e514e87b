"""Text of articles as the page may show it: no signs that act on the text around them.

Escaping makes markup harmless; this is about what no escaping touches: marks that
turn the direction of writing of everything that follows, control characters, and
sentences of ten megabytes that would make a page nobody can open. The files for
other programs keep every character; only the page shows less.
"""

import re
from collections.abc import Sequence

#: The longest text shown, in code points; what is cut is marked with three dots.
LONGEST = 2000

#: The longest name of an actor, a source or a place that is shown, in code points.
NAME = 200

# C0 and C1 controls but for tab and line feed; marks and overrides of direction; invisible fillers.
_ACTIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def plain(text: str, longest: int = LONGEST) -> str:
    """Return a text with a replacement character for each active one, cut where it is too long.

    Positions in what is kept are those in the text as it was.
    """
    # None of the active signs is printable; some others are not either, such as a fixed space.
    if len(text) <= longest and text.isprintable():
        return text
    kept = text if len(text) <= longest else text[:longest].rstrip() + "…"
    return _ACTIVE.sub("\ufffd", kept)


def all_plain(texts: Sequence[str], longest: int = LONGEST) -> list[str]:
    """Return ``plain`` of each text; whether any has an active sign is asked of all at once."""
    joined = "".join(texts)
    if joined.isprintable() or not _ACTIVE.search(joined):
        return [text if len(text) <= longest else plain(text, longest) for text in texts]
    return [plain(text, longest) for text in texts]
