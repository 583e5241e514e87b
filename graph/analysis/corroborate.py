"""Corroboration and contradiction: how many tell of a tie, and who denies it.

Of the articles with one sentence the first counts, since a dispatch is printed by many.
Publishers are told apart by name, or by the host of the address; those that say
neither are none.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.analysis.columns import publisher_of
from graph.contests import Pair, contests
from graph.merge import independent, ties
from graph.model import Graph, Statement, Tie


@dataclass(frozen=True, slots=True)
class Support:
    """How well a tie is told."""

    tie: Tie
    articles: int
    """Independent articles that say it happened."""

    sources: int
    """Publishers of these that are known."""

    contested: tuple[Pair, ...]
    """Claims of the tie, each with what denies it."""

    def record(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        tie = self.tie
        return {
            "subject": {"id": tie.subject.id, "label": tie.subject.label},
            "relation": tie.relation,
            "object": {"id": tie.object.id, "label": tie.object.label},
            "articles": self.articles,
            "sources": self.sources,
            "statements": [each.id for each in tie.statements],
            "contested": [[claim.id, denial.id] for claim, denial in self.contested],
        }


def supports(statements: Iterable[Statement]) -> list[Support]:
    """Return how well the ties of some statements are told, those told by most articles first.

    Args:
        statements: All that is known: what denies a tie may be of another one.
    """
    graph = Graph.of(statements)
    denied: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in contests(graph.statements):
        denied[pair[0].id].append(pair)
    found = [_support(tie, denied) for tie in ties(graph)]
    return sorted(found, key=lambda each: (-each.articles, -each.sources, _key(each.tie)))


def contested(statements: Iterable[Statement]) -> list[Support]:
    """Return the ties that one statement makes and another denies, the best told first."""
    return [each for each in supports(statements) if each.contested]


def _support(tie: Tie, denied: dict[str, list[Pair]]) -> Support:
    told = [each for each in tie.statements if each.modality == "actual"]
    sources = {publisher_of(each.evidence.source) for each in told} - {""}
    pairs = [pair for each in told for pair in denied.get(each.id, ())]
    return Support(tie, independent(told), len(sources), tuple(pairs))


def _key(tie: Tie) -> tuple[str, str, str]:
    return tie.subject.id, tie.relation, tie.object.id
