"""Where a sentence turns to somebody else: "A signed; B was represented by its minister"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: Code points between what turns a sentence and the state that it turns to: an article at most.
_NEAR = 6

#: What a semicolon in brackets parts from what stands before them, and what a word begins.
_ASIDE, _CLAUSE = re.compile(r"[^();\n]*\)"), re.compile(r"[^,;.!?\n]*")


@dataclass(slots=True)
class Turns:
    """The state that each part of a sentence begins with."""

    starts: Sequence[int] = ()
    """Where sentences, and parts of them, begin, in order."""

    turned: frozenset[int] = frozenset()
    """Those of them where a sentence turns to somebody else."""

    leading: dict[int, str | None] = field(default_factory=dict)
    """By number of the part; none of one that begins with a place, or only goes on."""

    def again(self) -> "Turns":
        """Return the same for another reading, with those named that are so far."""
        return Turns(self.starts, self.turned, self.leading.copy())

    def add(self, start: int, code: str | None) -> None:
        """Store that a state is named, or a place.

        Args:
            start: First code point of what names it.
            code: The ISO code of the state; None for a place.
        """
        number = bisect_right(self.starts, start)
        begun = self.starts[number - 1] if number else 0
        near = begun not in self.turned or start - begun <= _NEAR
        self.leading.setdefault(number, code if near else None)

    def topic(self, start: int) -> str | None:
        """Return the state that the part of a sentence begins with in which a place lies."""
        return self.leading.get(bisect_right(self.starts, start))


class TurnWords:
    """The words and signs by which sentences of a language turn."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words that begin such a clause, which ends with a comma."""
        # Each is asked for its letters first: a boundary would be looked for at every letter. They
        # stand side by side, so that where none begins is passed over without a look at any.
        listed = [rf"{re.escape(word)}(?<=\b{re.escape(word)})" for word in words]
        self._pattern = re.compile("|".join([";", *listed]))

    def turns(self, text: str, starts: Sequence[int]) -> Turns:
        """Return where the sentences of a text turn, with nobody named yet.

        Args:
            text: The article's text.
            starts: Where its sentences begin, in order.
        """
        turned, over = set(), set()
        at = 0
        while found := self._pattern.search(text, at):
            at = found.end()
            turned.add(at)
            parts = found.group() == ";"
            rest = (_ASIDE if parts else _CLAUSE).match(text, at)
            at = rest.end() if rest else at
            if (parts and rest) or text.startswith(",", at):
                over.add(at)
        places = sorted({*starts, *turned, *over})
        ended: dict[int, str | None] = {bisect_right(places, at): None for at in over}
        return Turns(places, frozenset(turned), ended)
