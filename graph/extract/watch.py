"""What the extraction tells of its steps to whoever watches; as a rule nobody does.

``graph.explain`` shows what it hears here, so that an explanation is never a
second implementation that says something else. A step that nobody watches
costs one empty call, and only where something is dropped.
"""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.frames.match import Match
    from graph.extract.frames.patterns import Pattern, Slot
    from graph.extract.parsing.tree import Word
    from graph.extract.prepare import Prepared
    from graph.extract.sentence import Reading
    from graph.model import Sentence, Statement

#: Why a frame that fits at a word gives nothing for a pair.
Reason = Literal[
    "itself",
    "kinds",
    "convenes",
    "sought",
    "brokered",
    "matter",
    "part",
    "own",
    "town",
    "near",
    "domestic",
    "home",
    "civil",
    "private",
    "outward",
    "place",
    "specific",
    "spoken",
]


class Watcher:
    """Hears of every step and keeps nothing; a subclass keeps what it wants."""

    wants_empty = False
    """Whether to tell it of patterns whose words the sentence does not have at all."""

    def article(self, prepared: "Prepared", titles: "Sequence[Statement]") -> None:
        """Hear that an article is read, its mentions and what its titles claim."""

    def sentence(self, span: "Sentence", reading: "Reading") -> None:
        """Hear that the frames are tried on a sentence, which is cited as this span."""

    def empty(self, pattern: "Pattern", word: "Word", slot: "Slot | None") -> None:
        """Hear that a slot of a pattern stays empty at a word; None where the word is unfit.

        Args:
            pattern: What was tried.
            word: Where.
            slot: What nobody fills; None where the word itself is unfit.
        """

    def dropped(self, match: "Match", reason: Reason, winner: "Match | None" = None) -> None:
        """Hear that a match does not count, and which other counts in its place.

        Args:
            match: What does not count.
            reason: Why.
            winner: Which counts in its place, if that is why.
        """

    def read(self, match: "Match", statement: "Statement | None") -> None:
        """Hear what a match says; None where it is a threat or cannot be."""

    def said(self, statements: "Sequence[Statement]") -> None:
        """Hear what is kept of a sentence."""

    def redated(self, before: "Statement", after: "Statement") -> None:
        """Hear that a statement without a date has the day on which the text tells it elsewhere."""


#: Watches nothing.
NOBODY = Watcher()
