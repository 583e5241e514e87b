"""All figures of one evaluation, as a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.evaluate import details
from graph.evaluate.claims import Sheet
from graph.evaluate.details import Share
from graph.evaluate.figures import (
    Figure,
    by_language,
    by_level,
    by_relation,
    compare,
    triples,
)

_COUNTS = ("gold", "predicted", "hit", "missed", "spurious")


@dataclass(frozen=True, slots=True)
class Report:
    """What an extraction is worth against articles annotated by hand."""

    levels: Mapping[str, Figure]
    languages: Mapping[str, Mapping[str, Figure]]
    """Levels by ISO 639-1 code."""

    relations: Mapping[str, Figure]
    """Of triples, by relation."""

    confusion: Sequence[tuple[str, str, int]]
    """Relation that is meant, relation that is found, how often."""

    attributes: Mapping[str, Share]
    """Of the statements whose triple is right."""

    false_facts: Share
    """What has not happened and is given as happened, of what is found that has not."""

    reliability: Mapping[str, Share]
    """Triples that are right, by confidence."""

    actors: Mapping[str, Figure]
    """Actors that statements name, by kind."""

    linked: Mapping[str, Share]
    """Actors of gold statements that are linked at all, by kind; empty where not known."""

    false_alarms: Share
    """Sentences without a gold statement that give a wrong one."""

    articles: Mapping[str, Figure]
    """Of triples, by id of the article, most errors first."""

    unknown: Sequence[str]
    """Ids of articles that statements cite and the gold file does not hold."""


def report(sheets: Sequence[Sheet], unknown: Sequence[str] = ()) -> Report:
    """Return the figures of some articles.

    Args:
        sheets: The articles with both sides.
        unknown: Ids of articles that are in what was found alone.
    """
    known = [sheet for sheet in sheets if sheet.linked is not None]
    articles = {sheet.gold.article.id: compare(*triples(sheet)) for sheet in sheets}
    worst = sorted(articles.items(), key=lambda i: (-i[1].missed - i[1].spurious, i[0]))
    return Report(
        by_level(sheets),
        by_language(sheets),
        by_relation(sheets),
        details.confusion(sheets),
        details.attributes(sheets),
        details.false_facts(sheets),
        details.reliability(sheets),
        details.actors(sheets),
        details.linked(known) if known else {},
        details.false_alarms(sheets),
        dict(worst),
        sorted(unknown),
    )


def to_record(report_: Report) -> dict[str, Any]:
    """Return a report as JSON has it; shares and figures are rounded to four digits."""
    return {name: _record(getattr(report_, name)) for name in Report.__dataclass_fields__}


def _record(value: object) -> object:
    if isinstance(value, Figure):
        counts = {name: getattr(value, name) for name in _COUNTS}
        rates = {"precision": value.precision, "recall": value.recall, "f1": value.f1}
        return counts | {name: round(rate, 4) for name, rate in rates.items()}
    if isinstance(value, Share):
        return {"right": value.right, "of": value.of, "share": round(value.share, 4)}
    if isinstance(value, Mapping):
        return {name: _record(item) for name, item in value.items()}
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
