"""Ties and statements as the page's script reads them: a column for each thing that is said of all.

Tens of thousands of records with the same keys take several times as long to make, to write and
to read. What few rows have is kept by the number of the row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from graph.actors.places import Place, find_place
from graph.contests import Pair
from graph.model import MODALITIES, UNMARKED, Source, Statement, Tie, digest
from graph.page.cast import Cast
from graph.page.disputed import Sides, sides_of
from graph.page.marks import marks_of
from graph.page.plain import NAME, plain

Columns = dict[str, dict[str, Any]]

#: What every statement has, in the order of ``_row``.
_COLUMNS = ("id", "source", "sentence", "modality", "date", "rule", "confidence", "iri")

#: Numbers of modalities.
_MODALITIES = {name: number for number, name in enumerate(MODALITIES)}

#: Digits of how sure the program is.
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Tables:
    """Ties and statements, and what they point at by its number."""

    ties: Columns
    statements: Columns
    """Those of a tie beside each other."""

    sources: list[Source]
    sentences: list[str]
    places: list[Place]


def tables_of(
    ties: Sequence[Tie], cast: Cast, relations: Mapping[str, int], disputed: Sequence[Pair]
) -> Tables:
    """Return ties with their statements.

    Args:
        ties: The ties.
        cast: Their actors.
        relations: Numbers of their relations.
        disputed: Pairs of a claim and its denial.
    """
    told = [each for tie in ties for each in tie.statements]
    sources, sentences, places = dict[Source, int](), dict[str, int](), dict[Place, int]()
    rows = [_row(each, sources, sentences) for each in told]
    sides = sides_of(ties, disputed)
    contested = set(chain.from_iterable(chain.from_iterable(sides.values())))
    turned = (each.subject.id != tie.subject.id for tie in ties for each in tie.statements)
    some = _some(told, places) | {
        "contested": {row: True for row, each in enumerate(told) if each.id in contested},
        "turned": {row: True for row, other in enumerate(turned) if other},
    }
    columns = map(list, zip(*rows, strict=True)) if rows else ([] for _ in _COLUMNS)
    statements: Columns = {"all": dict(zip(_COLUMNS, columns, strict=True)), "some": some}
    found = _ties(ties, cast, relations, sides)
    return Tables(found, statements, list(sources), list(sentences), list(places))


def _ties(
    ties: Sequence[Tie], cast: Cast, relations: Mapping[str, int], sides: Mapping[int, Sides]
) -> Columns:
    """Return who acts on whom, how many statements say so, and how many contest it."""
    always = {
        "from": [cast.place[tie.subject.id] for tie in ties],
        "relation": [relations[tie.relation] for tie in ties],
        "to": [cast.place[tie.object.id] for tie in ties],
        "count": [len(tie.statements) for tie in ties],
    }
    # Who rejects is not contested for that.
    contested = {
        index: list(map(len, both))
        for index, both in sides.items()
        if both[0] and ties[index].relation != "rejects"
    }
    return {"all": always, "some": {"contested": contested}}


def _row(
    statement: Statement, sources: dict[Source, int], sentences: dict[str, int]
) -> tuple[object, ...]:
    """Return what every statement has."""
    evidence = statement.evidence
    return (
        statement.id,
        sources.setdefault(evidence.source, len(sources)),
        sentences.setdefault(evidence.sentence, len(sentences)),
        _MODALITIES[statement.modality],
        statement.date,
        _name(evidence.rule),
        round(statement.confidence, _DIGITS),
        # The end of the IRI that the RDF gives a sentence; a browser cannot hash as we do.
        digest(evidence.source.article, evidence.start, evidence.end, evidence.sentence),
    )


def _some(told: Sequence[Statement], places: dict[Place, int]) -> dict[str, dict[int, object]]:
    """Return what some statements have, by the number of the row."""
    named = {row: each.place for row, each in enumerate(told) if each.place}
    known = {name: find_place(name) for name in dict.fromkeys(named.values())}
    at = {name: places.setdefault(place, len(places)) for name, place in known.items() if place}
    evidence = [each.evidence for each in told]
    marked = [(row, each) for row, each in enumerate(evidence) if each.marks is not UNMARKED]
    marks = {row: list(chain.from_iterable(marks_of(each))) for row, each in marked}
    return {
        "place": {row: _name(name) for row, name in named.items()},
        "at": {row: at[name] for row, name in named.items() if name in at},
        "by": {row: _name(each.said_by) for row, each in enumerate(told) if each.said_by},
        "marks": {row: found for row, found in marks.items() if found},
    }


@lru_cache(maxsize=1 << 12)
def _name(text: str) -> str:
    return plain(text, NAME)
