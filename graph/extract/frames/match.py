"""A frame that fits at a word of a sentence, for one pair of actors."""

from collections.abc import Callable
from typing import NamedTuple

from graph.extract.frames.frame import Frame
from graph.extract.frames.patterns import Pattern
from graph.extract.parsing.tree import Word
from graph.model import Actor, Modality

#: Says whether what a predicate says happened; None where nothing is recorded.
Judge = Callable[[Word], Modality | None]


class Match(NamedTuple):
    """A frame that fits at a word, for one pair."""

    frame: Frame
    pattern: Pattern
    predicate: Word
    subject: Actor
    object: Actor

    loose: bool
    """Whether one end was found beside the predicate only."""

    words: tuple[Word, ...]
    """What filled the noun slots."""

    size: int
    """How specific the pattern is, as it was filled."""

    repeats: Modality | None = None
    """Whether the act happened that an echo says somebody else did too."""

    @property
    def trigger(self) -> list[Word]:
        """The words that gave the relation: the predicate, and nouns that name no actor."""
        return [word for word in (self.predicate, *self.words) if word.mention is None]
