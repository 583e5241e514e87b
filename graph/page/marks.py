"""Where a sentence names the two actors of a statement, and the words that gave the relation.

The words were kept when the statement was read. The names are found again in the
lists that the extraction used, so that "Moscow" and "Russian" are marked for Russia;
no parser is needed for that. Where a pronoun stands for an actor nothing is marked:
better no mark than a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from graph import languages
from graph.actors.gazetteer import load_gazetteer
from graph.actors.lexicon import Lexicon
from graph.actors.units import Unit, build_lexicon, cut
from graph.model import Actor, Sentence, Statement
from graph.page.plain import LONGEST

_Role = Literal["subject", "object", "trigger"]

#: Tags of units that name somebody.
_NAMING = frozenset("CADKGPF")

#: The tag of capitals and seats; beside the country's own name they are places.
_CAPITAL = "K"

#: The tag of a title, whose key is the relation that it claims: "President Putin".
_TITLE = "T"


class Mark(NamedTuple):
    """A stretch of a sentence."""

    start: int
    """First code point, from the beginning of the sentence."""

    length: int
    """How many code points."""

    role: _Role
    """What it is in the statement."""


def marks_of(statement: Statement) -> list[Mark]:
    """Return the marks of a statement's sentence, in order, none over another."""
    found = sorted(_found(statement), key=lambda mark: (mark.start, -mark.length, mark.role))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].start + kept[-1].length:
            kept.append(mark)
    return kept


def _found(statement: Statement) -> Iterator[Mark]:
    evidence = statement.evidence
    lang, text = evidence.source.lang, evidence.sentence[:LONGEST]
    units = _units(lang, text) if lang in _known() else ()
    yield from _names(statement.subject, text, units, "subject")
    yield from _names(statement.object, text, units, "object")
    words = [(start - evidence.start, end - start) for start, end in evidence.trigger]
    here = [(start, long) for start, long in words if 0 <= start < start + long <= len(text)]
    yield from [Mark(*span, "trigger") for span in here] or _titles(statement.relation, units)


@lru_cache(maxsize=4096)
def _units(lang: str, text: str) -> tuple[Unit, ...]:
    return tuple(cut(text, [Sentence(0, len(text))], _lexicon(lang)))


@cache
def _known() -> frozenset[str]:
    return frozenset(languages.codes())


@cache
def _lexicon(lang: str) -> Lexicon:
    return build_lexicon(load_gazetteer(), languages.load(lang))


@cache
def _keys() -> dict[str, str]:
    """Return the keys of listed names by the IRI of the actor they stand for."""
    known = load_gazetteer()
    listed = {**known.countries, **known.organisations}
    keys = {actor.id: key for key, actor in listed.items()}
    return keys | {person.actor.id: key for key, person in known.people.items()}


def _names(actor: Actor, text: str, units: Sequence[Unit], role: _Role) -> Iterator[Mark]:
    key = _keys().get(actor.id)
    if key is None or not units:
        yield from _spelled(actor, text, role)
    own = [
        unit for unit in units if unit.tag in _NAMING and key in {name.key for name in unit.names}
    ]
    by_name = [unit for unit in own if unit.tag != _CAPITAL]
    yield from (Mark(unit.start, unit.end - unit.start, role) for unit in by_name or own)


def _spelled(actor: Actor, text: str, role: _Role) -> Iterator[Mark]:
    """Mark the names as the articles spelled them, as whole words."""
    for match in _spelling(actor).finditer(text):
        yield Mark(match.start(), match.end() - match.start(), role)


@lru_cache(maxsize=4096)
def _spelling(actor: Actor) -> re.Pattern[str]:
    """Return what matches any name of an actor, the longest first."""
    names = sorted({actor.label, actor.label_fr or "", *actor.names} - {""}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _titles(relation: str, units: Sequence[Unit]) -> Iterator[Mark]:
    """Mark the titles that claim a relation: "President", of whoever leads a country."""
    for unit in units:
        if unit.tag == _TITLE and relation in {name.key for name in unit.names}:
            yield Mark(unit.start, unit.end - unit.start, "trigger")
