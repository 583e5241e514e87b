"""Tables as the page's script reads them: a column for each thing that is said of all rows.

Tens of thousands of records with the same keys take several times as long to make, to write and
to read. What few rows have is kept by the number of the row.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar

from graph.actors.places import Place, find_place
from graph.contests import Pair
from graph.model import MODALITIES, UNMARKED, Source, Statement, Tie, digest
from graph.page.cast import Cast
from graph.page.disputed import Sides, sides_of
from graph.page.marks import marks_of
from graph.page.plain import NAME, plain

Columns = dict[str, dict[str, Any]]

Value = TypeVar("Value", bound=Hashable)

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
    told = list(chain.from_iterable([tie.statements for tie in ties]))
    source, sources = _numbered([each.evidence.source for each in told])
    sentence, sentences = _numbered([each.evidence.sentence for each in told])
    places = dict[Place, int]()
    sides = sides_of(ties, disputed)
    contested = set(chain.from_iterable(chain.from_iterable(sides.values())))
    firsts = [tie.subject.id for tie in ties for _ in tie.statements]
    turned = [each.subject.id != first for each, first in zip(told, firsts, strict=True)]
    some = _some(told, places) | {
        "contested": few([each.id in contested for each in told] if contested else ()),
        "turned": few(turned),
    }
    statements: Columns = {
        "all": _all(told) | {"source": source, "sentence": sentence},
        "some": some,
    }
    found = _ties(ties, cast, relations, sides)
    return Tables(found, statements, sources, sentences, list(places))


def few(values: Iterable[Value | None]) -> dict[int, Value]:
    """Return the values that there are, by the number of the row."""
    return {row: value for row, value in enumerate(values) if value}


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


def _all(told: Sequence[Statement]) -> dict[str, Any]:
    """Return what every statement has itself."""
    read = [each.evidence for each in told]
    return {
        "id": [each.id for each in told],
        "modality": [_MODALITIES[each.modality] for each in told],
        "date": [each.date for each in told],
        "rule": [_name(each.rule) for each in read],
        "confidence": [round(each.confidence, _DIGITS) for each in told],
        # The end of the IRI that the RDF gives a sentence; a browser cannot hash as we do.
        "iri": [digest(each.source.article, each.start, each.end, each.sentence) for each in read],
    }


def _some(told: Sequence[Statement], places: dict[Place, int]) -> dict[str, dict[int, object]]:
    """Return what some statements have, by the number of the row."""
    named = few([each.place for each in told])
    known = {name: find_place(name) for name in dict.fromkeys(named.values())}
    at = {name: places.setdefault(place, len(places)) for name, place in known.items() if place}
    read = [each.evidence for each in told]
    marks = {
        row: list(chain.from_iterable(marks_of(each)))
        for row, each in enumerate(read)
        if each.marks is not UNMARKED
    }
    return {
        "place": {row: _name(name) for row, name in named.items()},
        "at": {row: at[name] for row, name in named.items() if name in at},
        "by": few([_name(each.said_by) if each.said_by else None for each in told]),
        "marks": {row: found for row, found in marks.items() if found},
    }


def _numbered(values: Iterable[Value]) -> tuple[list[int], list[Value]]:
    """Return for each value its number, and the values by number, as they come first."""
    numbers = dict[Value, int]()
    return [numbers.setdefault(value, len(numbers)) for value in values], list(numbers)


@lru_cache(maxsize=1 << 12)
def _name(text: str) -> str:
    return plain(text, NAME)
