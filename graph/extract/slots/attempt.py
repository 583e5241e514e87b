"""One try of a pattern at a predicate: what was found so far."""

from dataclasses import dataclass, field

from graph.extract.frames.patterns import Pattern, Slot
from graph.extract.grammar.clauses import Argument
from graph.extract.parsing.tree import Word
from graph.model import Actor

#: Actors of a pattern by name: S, O, S+.
Filling = dict[str, list[Actor]]


@dataclass(slots=True)
class Attempt:
    """A pattern, and what its slots have been filled with."""

    pattern: Pattern
    relation: str
    """What the pattern says."""

    loose: str
    """What may be found beside the predicate rather than in the tree: ``S``, ``O`` or ``noun``;
    empty for nothing."""

    arguments: list[Argument]
    """Those of the predicate, and behind a complement those in it first."""

    words: list[Word]
    """The predicate, and the words that filled slots."""

    filling: Filling = field(default_factory=dict)
    """The actors that did."""

    @property
    def acting(self) -> list[Actor]:
        """Who acts, one or several."""
        return self.filling.get("S", []) or self.filling.get("S+", [])

    @property
    def taken(self) -> set[str]:
        """The ids of the actors that have filled slots."""
        return {actor.id for group in self.filling.values() for actor in group}

    def is_loose(self, slot: Slot) -> bool:
        """Return whether what fills a slot may stand beside the predicate."""
        return bool(self.loose) and self.loose in (slot.kind, slot.name)
