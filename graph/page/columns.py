"""Tables as the page's script reads them: a column for each thing that is said of all rows.

Tens of thousands of records with the same keys take several times as long to make, to write and
to read. What few rows have is kept by the number of the row.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, NamedTuple, Self, TypeVar

from graph.actors.places import Place, find_place
from graph.contests import Pair
from graph.model import MODALITIES, UNMARKED, Modality, Source, Tie, digest_of
from graph.page.cast import Cast
from graph.page.disputed import Sides, sides_of
from graph.page.marks import marks_of
from graph.page.plain import NAME, plain

Columns = dict[str, dict[str, Any]]

Value = TypeVar("Value", bound=Hashable)
Made = TypeVar("Made")

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


class _Told(NamedTuple):
    """A column for each thing that is said of statements, those of a tie beside each other."""

    id: Sequence[str]
    modality: Sequence[Modality]
    date: Sequence[str | None]
    place: Sequence[str | None]
    said_by: Sequence[str | None]
    confidence: Sequence[float]
    rule: Sequence[str]
    sentence: Sequence[str]
    source: Sequence[Source]
    marks: Sequence[tuple[int, ...]]
    iri: Sequence[str]
    """The end of the IRI that the RDF gives a sentence; a browser cannot hash as we do."""

    turned: Sequence[bool]
    """Whether the object of the tie is the subject of the statement."""

    @classmethod
    def of(cls, ties: Iterable[Tie]) -> Self:
        """Look at each statement once, as going from one to the next takes longest."""
        rows = [
            (
                each.id,
                each.modality,
                each.date,
                each.place,
                each.said_by,
                each.confidence,
                read.rule,
                read.sentence,
                read.source,
                () if read.marks is UNMARKED else tuple(chain.from_iterable(marks_of(read))),
                digest_of(read.source.article, str(read.start), str(read.end), read.sentence),
                each.subject is not tie.subject and each.subject.id != tie.subject.id,
            )
            for tie in ties
            for each in tie.statements
            for read in (each.evidence,)
        ]
        return cls(*(zip(*rows, strict=True) if rows else [()] * len(cls._fields)))


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
    told = _Told.of(ties)
    # Statements of an article share its record, and numbers are quicker to look up than records.
    alike, held = _numbered(map(id, told.source))
    record = dict(zip(alike, told.source, strict=True))
    which, sources = _numbered(record[number] for number in range(len(held)))
    source = [which[number] for number in alike]
    sentence, sentences = _numbered(told.sentence)
    places = dict[Place, int]()
    sides = sides_of(ties, disputed)
    contested = set(chain.from_iterable(chain.from_iterable(sides.values())))
    some = _some(told, places) | {
        "contested": few([each in contested for each in told.id] if contested else ()),
        "turned": few(told.turned),
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
        "from": cast.sources,
        "relation": [relations[tie.relation] for tie in ties],
        "to": cast.targets,
        "count": [len(tie.statements) for tie in ties],
    }
    # Who rejects is not contested for that.
    contested = {
        index: list(map(len, both))
        for index, both in sides.items()
        if both[0] and ties[index].relation != "rejects"
    }
    return {"all": always, "some": {"contested": contested}}


def _all(told: _Told) -> dict[str, Any]:
    """Return what every statement has itself."""
    return {
        "id": told.id,
        "modality": [_MODALITIES[each] for each in told.modality],
        "date": told.date,
        "rule": _each(told.rule, _name),
        "confidence": _each(told.confidence, lambda sure: round(sure, _DIGITS)),
        "iri": told.iri,
    }


def _some(told: _Told, places: dict[Place, int]) -> dict[str, dict[int, object]]:
    """Return what some statements have, by the number of the row."""
    named = few(told.place)
    known = {name: find_place(name) for name in dict.fromkeys(named.values())}
    at = {name: places.setdefault(place, len(places)) for name, place in known.items() if place}
    return {
        "place": {row: _name(name) for row, name in named.items()},
        "at": {row: at[name] for row, name in named.items() if name in at},
        "by": {row: _name(voice) for row, voice in few(told.said_by).items()},
        "marks": few(told.marks),
    }


def _numbered(values: Iterable[Value]) -> tuple[list[int], list[Value]]:
    """Return for each value its number, and the values by number, as they come first."""
    numbers = defaultdict[Value, int](count().__next__)
    return list(map(numbers.__getitem__, values)), list(numbers)


def _each(values: Sequence[Value], made: Callable[[Value], Made]) -> list[Made]:
    """Return what is made of each value; made once of those that are the same."""
    known = {value: made(value) for value in set(values)}
    return [known[value] for value in values]


def _name(text: str) -> str:
    return plain(text, NAME)
