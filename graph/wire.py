"""Statements as JSON records, one a line: the form in which they are stored and handed on."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from json.encoder import encode_basestring
from sys import intern
from typing import Any

from graph.actors.places import find_place
from graph.errors import InputError
from graph.model import UNMARKED, Actor, Evidence, Marks, Source, Statement
from graph.quickjson import compact, parsed
from graph.relations import relations

_ROLES = tuple(field.name for field in fields(Marks))


def to_line(statement: Statement) -> str:
    """Return a statement as one line of JSON, with its line feed.

    That is what ``json`` makes of ``to_record``, as a test says, in a third of the time.
    """
    evidence, source = statement.evidence, statement.evidence.source
    place = find_place(statement.place)
    marks = [f'"{role}": {list(map(list, getattr(evidence.marks, role)))}' for role in _ROLES]
    return (
        f'{{"id": {_text(statement.id)}, "article": {_text(source.article)}, '
        f'"subject": {_actor_text(statement.subject)}, "relation": {_text(statement.relation)}, '
        f'"event_type": {_text(relations()[statement.relation].parent)}, '
        f'"object": {_actor_text(statement.object)}, "date": {_text(statement.date)}, '
        f'"place": {_text(statement.place)}, "place_id": {_text(place.id if place else None)}, '
        f'"place_country": {_text(place.country.country if place else None)}, '
        f'"modality": {_text(statement.modality)}, "said_by": {_text(statement.said_by)}, '
        f'"confidence": {statement.confidence!r}, "sentence": {_text(evidence.sentence)}, '
        f'"start": {evidence.start}, "end": {evidence.end}, "lang": {_text(source.lang)}, '
        f'"rule": {_text(evidence.rule)}, "marks": {{{", ".join(marks)}}}, '
        f'"title": {_text(source.title)}, "published": {_text(source.published)}, '
        f'"url": {_text(source.url)}, "source": {_text(source.publisher)}, '
        f'"copy_of": {_text(source.copy_of)}}}\n'
    )


def _text(value: str | None) -> str:
    return "null" if value is None else encode_basestring(value)


#: Actors come again and again.
@lru_cache(maxsize=1024)
def _actor_text(actor: Actor) -> str:
    return json.dumps(_actor(actor), ensure_ascii=False)


def to_record(statement: Statement) -> dict[str, Any]:
    """Return a statement as JSON has it."""
    evidence, source = statement.evidence, statement.evidence.source
    place = find_place(statement.place)
    return {
        "id": statement.id,
        "article": source.article,
        "subject": _actor(statement.subject),
        "relation": statement.relation,
        "event_type": relations()[statement.relation].parent,
        "object": _actor(statement.object),
        "date": statement.date,
        "place": statement.place,
        "place_id": place.id if place else None,
        "place_country": place.country.country if place else None,
        "modality": statement.modality,
        "said_by": statement.said_by,
        "confidence": statement.confidence,
        "sentence": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "lang": source.lang,
        "rule": evidence.rule,
        "marks": {role: list(map(list, getattr(evidence.marks, role))) for role in _ROLES},
        "title": source.title,
        "published": source.published,
        "url": source.url,
        "source": source.publisher,
        "copy_of": source.copy_of,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "label": actor.label,
        "names": list(actor.names),
        "kind": actor.kind,
        "country": actor.country,
        "labels": {"en": actor.label, "fr": actor.label_fr},
    }


def from_line(line: str, where: str) -> Statement:
    """Return the statement of one line.

    Raises:
        InputError: The line is no statement; ``where`` says which line it was.
    """
    try:
        return from_record(parsed(line))
    except (ValueError, KeyError, TypeError) as error:
        fix = "Write the file anew with 'diplograph extract'"
        raise InputError(where, "is no statement", fix) from error


def from_record(record: dict[str, Any]) -> Statement:
    """Return the statement that a JSON object holds.

    Raises:
        KeyError: A field is missing.
    """
    source = _source(
        record["article"],
        record["lang"],
        record.get("title") or "",
        record.get("published"),
        record.get("url"),
        record.get("source"),
        record.get("copy_of"),
    )
    evidence = Evidence(
        source,
        record["sentence"],
        record["start"],
        record["end"],
        intern(record["rule"]),
        _read_marks(record.get("marks") or {}),
    )
    return Statement(
        _read_actor(record["subject"]),
        intern(record["relation"]),
        _read_actor(record["object"]),
        evidence,
        date=record["date"],
        place=record["place"],
        modality=record["modality"],
        said_by=record["said_by"],
        confidence=record["confidence"],
    )


@dataclass(frozen=True, slots=True)
class Packed:
    """Statements as lines, which are handed to another process in a tenth of the time."""

    lines: tuple[str, ...]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.lines)

    def __iter__(self) -> Iterator[Statement]:
        """Read them, each time anew."""
        return (from_line(line, "a line of another process") for line in self.lines)


#: What an article tells.
Told = Sequence[Statement] | Packed


def packed(told: Told) -> Packed:
    """Return statements packed, as a store keeps them: lone surrogates are escaped."""
    if isinstance(told, Packed):
        return told
    return Packed(tuple([compact(to_record(each)) for each in told]))


#: Statements of an article are beside each other, and actors come again and again: what is the
#: same is one record, which takes a third of the room, and no time to make or compare.
_source = lru_cache(maxsize=64)(Source)
_actor_of = lru_cache(maxsize=1 << 14)(Actor)


def _read_marks(record: dict[str, list[list[int]]]) -> Marks:
    if not any(record.values()):
        return UNMARKED
    spans = {role: tuple((start, end) for start, end in found) for role, found in record.items()}
    return Marks(**spans)


def _read_actor(record: dict[str, Any]) -> Actor:
    labels = record.get("labels") or {}
    names = tuple(record["names"])
    return _actor_of(
        record["id"], record["label"], record["kind"], record["country"], names, labels.get("fr")
    )
