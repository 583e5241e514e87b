"""What may be told in a sentence, as far as that hangs on no other sentence.

That is looked for in many sentences one after the other, before any of them is read: so it takes
two thirds of the time that it takes between all else that is done for each.
"""

from typing import NamedTuple

from graph.extract.frames.asked import Held
from graph.extract.frames.entries import Entry
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import Word
from graph.extract.slots.fill import Filler
from graph.extract.unsaid.recall import Recall


class Tried(NamedTuple):
    """A predicate at which something may be told."""

    word: Word
    filler: Filler
    """Tries patterns at it."""

    entries: list[Entry]
    """The patterns that may fit, whoever acts."""

    unfit: list[Entry]
    """Those that may not, where somebody wants to hear of them."""

    echoing: bool
    """Whether it may say that somebody does what others did."""


class Looked(NamedTuple):
    """A sentence that was looked at."""

    clauses: Clauses

    reference: Recall
    """Whom its words stand for, which is not asked before it is read."""

    held: Held
    """What it has of all that patterns ask for."""

    tried: list[Tried]
    """Its predicates, in order, but for those that tell nothing."""
