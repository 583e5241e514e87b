"""Corroboration and contradiction: how many tell of a tie, and who denies it.

Articles with the same sentence are one witness, since a dispatch is printed by many.
Publishers are told apart by name, or by the host of the address; those that say
neither are none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.analysis.columns import publisher_of
from graph.merge import contests
from graph.model import Statement, Tie


@dataclass(frozen=True, slots=True)
class Support:
    """How well a tie is told."""

    tie: Tie
    articles: int
    """Independent articles that say it happened."""

    sources: int
    """Publishers of these that are known."""

    contested: tuple[tuple[Statement, Statement], ...]
    """Pairs of which one says what the other denies."""

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
            "contested": [[said.id, denied.id] for said, denied in self.contested],
        }


def support(tie: Tie) -> Support:
    """Return how well a tie is told."""
    told = [each for each in tie.statements if each.modality == "actual"]
    sources = {publisher_of(each.evidence.source) for each in told} - {""}
    return Support(tie, independent(told), len(sources), tuple(contests(tie)))


def supports(ties: Iterable[Tie]) -> list[Support]:
    """Return how well ties are told: those told by most articles first."""
    found = [support(tie) for tie in ties]
    return sorted(found, key=lambda each: (-each.articles, -each.sources, _key(each.tie)))


def contested(ties: Iterable[Tie]) -> list[Support]:
    """Return the ties that one statement makes and another denies, the best told first."""
    return [each for each in supports(ties) if each.contested]


def independent(statements: Sequence[Statement]) -> int:
    """Return how many articles tell of something, those that share a sentence being one."""
    leads: dict[str, str] = {}

    def lead(article: str) -> str:
        while leads.setdefault(article, article) != article:
            article = leads[article]
        return article

    first: dict[str, str] = {}
    for each in statements:
        article, sentence = each.evidence.source.article, each.evidence.sentence
        leads[lead(article)] = lead(first.setdefault(sentence, article))
    return len({lead(article) for article in list(leads)})


def _key(tie: Tie) -> tuple[str, str, str]:
    return tie.subject.id, tie.relation, tie.object.id
