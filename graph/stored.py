"""The graph that a store holds, gone through one statement at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graph.decisions import Decide, Decisions, deciding
from graph.duplicates import marked
from graph.export.jsonl import KEPT, in_order, kept
from graph.merge import Key, key_of
from graph.model import Statement
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Stored:
    """The statements of a store, each once and in order; read anew each time they are gone through.

    Copies are marked as such, and decisions hold.
    """

    store: Store
    copies: Mapping[str, str]
    decide: Decide | None = field(default=None)

    def __iter__(self) -> Iterator[Statement]:
        """Yield the statements."""
        for found in self.store.by_article():
            told = marked(found, self.copies)
            if self.decide is not None:
                told = (each for each in map(self.decide, told) if each is not None)
            yield from in_order(dict.fromkeys(told))


def stored(
    store: Store, decisions: Decisions, copies: Mapping[str, str] | None = None
) -> Iterable[Statement]:
    """Return the statements of a store with decisions laid over them, to go through repeatedly.

    Args:
        store: What was read.
        decisions: Which actors are the same, and which are not.
        copies: What ``store.copies`` returns, where that was asked before.
    """
    found = Stored(store, store.copies() if copies is None else copies)
    if decisions.places:
        found = replace(found, decide=deciding(found, decisions))
    return kept(found) if store.count() <= KEPT else found


class Totals(NamedTuple):
    """How much there is in a graph."""

    statements: int
    ties: int
    copies: int
    """Articles that are copies of others."""


def totals(statements: Iterable[Statement]) -> Totals:
    """Count the statements of a graph, its ties and copies."""
    number, ties, copies = 0, set[Key](), set[str]()
    for statement in statements:
        number += 1
        ties.add(key_of(statement))
        if statement.evidence.source.copy_of:
            copies.add(statement.evidence.source.article)
    return Totals(number, len(ties), len(copies))
