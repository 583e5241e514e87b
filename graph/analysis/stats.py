"""How much there is: statements, articles, actors, by year, relation, modality and confidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from graph.analysis.asof import days_of
from graph.analysis.columns import publisher_of
from graph.analysis.corroborate import supports
from graph.analysis.markup import Safe
from graph.analysis.notebook import table
from graph.model import KINDS, MODALITIES, Statement
from graph.relations import relations
from graph.terminal import printed

_TOP = 15


@dataclass(frozen=True, slots=True, repr=False)
class Stats:
    """Counts; those by name are in order, the most first, but for what has an order of its own."""

    statements: int
    articles: int
    sources: int
    ties: int
    first: str | None
    """The first day of anything told, ISO 8601."""

    last: str | None
    dated: int
    """Statements whose text gives a date."""

    corroborated: int
    """Ties that at least two independent articles tell of."""

    contested: int
    """Ties that one statement makes and another denies."""

    actors: dict[str, int]
    """By kind."""

    modalities: dict[str, int]
    languages: dict[str, int]
    event_types: dict[str, int]
    relations: dict[str, int]
    most_told: dict[str, int]
    """Actors by the statements they are in."""

    years: dict[str, int]
    """Statements by the year that they may begin in."""

    confidence: dict[str, int]
    """Statements by tenth of confidence."""

    def record(self) -> dict[str, Any]:
        """Return the counts as JSON has them."""
        return asdict(self)

    def __repr__(self) -> str:
        from graph.analysis.show import stats_lines  # noqa: PLC0415 - it needs this module

        return printed(stats_lines(self))

    def _repr_html_(self) -> Safe:
        return table(
            ("", ""), [(key.replace("_", " "), _told(v)) for key, v in asdict(self).items()]
        )


def stats(statements: Iterable[Statement]) -> Stats:
    """Return the counts of some statements."""
    told = sorted(statements, key=lambda each: (each.id, repr(each)))
    days = [days for each in told if (days := days_of(each))]
    support = supports(told)
    kinds = {end.id: end.kind for each in told for end in (each.subject, each.object)}
    labels = Counter(
        label for each in told for label in sorted({each.subject.label, each.object.label})
    )
    return Stats(
        statements=len(told),
        articles=len({each.evidence.source.article for each in told}),
        sources=len({publisher_of(each.evidence.source) for each in told} - {""}),
        ties=len(support),
        first=min(first for first, _ in days).isoformat() if days else None,
        last=max(last for _, last in days).isoformat() if days else None,
        dated=sum(each.date is not None for each in told),
        corroborated=sum(each.articles > 1 for each in support),
        contested=sum(bool(each.contested) for each in support),
        actors=_ordered(Counter(kinds.values()), KINDS),
        modalities=_ordered(Counter(each.modality for each in told), MODALITIES),
        languages=_most(Counter(each.evidence.source.lang for each in told)),
        event_types=_most(Counter(relations()[each.relation].parent for each in told)),
        relations=_most(Counter(each.relation for each in told), _TOP),
        most_told=_most(labels, _TOP),
        years=dict(sorted(Counter(f"{first.year:04}" for first, _ in days).items())),
        confidence=dict(sorted(Counter(_tenth(each.confidence) for each in told).items())),
    )


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{what} {count}" for what, count in value.items())
    return "unknown" if value is None else str(value)


def _most(counts: Counter[str], top: int | None = None) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top])


def _ordered(counts: Counter[Any], names: Iterable[str]) -> dict[str, int]:
    return {name: counts[name] for name in names if counts[name]}


def _tenth(confidence: float) -> str:
    return f"{min(int(confidence * 10 + 1e-9), 9) / 10:.1f}"
