"""Where a sentence turns to somebody else: "A signed; B was represented by its minister"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: What parts two sentences that are written as one.
_SIGNS = (";",)


def turn_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds where sentences turn, by the words that begin such a clause."""
    # Each is asked for its letters first: a boundary would be looked for at every letter of a text.
    listed = [rf"{re.escape(word)}(?<=\b{re.escape(word)})" for word in words]
    return re.compile("|".join([*_SIGNS, *listed]))


@dataclass(slots=True)
class Turns:
    """The state that each part of a sentence begins with."""

    starts: Sequence[int] = ()
    """Where sentences, and parts of them that turn to somebody else, begin, in order."""

    leading: dict[int, str | None] = field(default_factory=dict)
    """By number of the part; none of one that begins with a place."""

    def add(self, start: int, code: str | None) -> None:
        """Store that a state is named, or a place.

        Args:
            start: First code point of what names it.
            code: The ISO code of the state; None for a place.
        """
        self.leading.setdefault(bisect_right(self.starts, start), code)

    def topic(self, start: int) -> str | None:
        """Return the state that the part of a sentence begins with in which a place lies."""
        return self.leading.get(bisect_right(self.starts, start))
