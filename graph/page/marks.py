"""Where a sentence names the two actors of a statement, and the word that gave the relation.

A statement keeps its sentence, not the places of its words; they are found
again with what the extraction used: the listed names (so that "Moscow" and
"Russian" are marked for Russia), and the predicates of the frame that fired,
brought to their dictionary form by the language's own lemma tables. Where a
pronoun stands for an actor nothing is marked: better no mark than a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from graph import languages
from graph.actors.gazetteer import load_gazetteer
from graph.actors.lexicon import Lexicon, tokenise
from graph.actors.units import Unit, build_lexicon, cut
from graph.extract.frames import read_frames
from graph.extract.parse import load_parser
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
    subject = list(_names(statement.subject, text, units, "subject"))
    object_ = list(_names(statement.object, text, units, "object"))
    yield from (*subject, *object_)
    triggers = list(_triggers(statement, lang, text, units)) if units else []
    if triggers:
        yield min(triggers, key=lambda mark: (_way(mark, subject) + _way(mark, object_), mark))


def _way(mark: Mark, others: Sequence[Mark]) -> int:
    """Return how far a mark is from the nearest of some others."""
    return min((abs(mark.start - other.start) for other in others), default=0)


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


def _triggers(statement: Statement, lang: str, text: str, units: Sequence[Unit]) -> Iterator[Mark]:
    """Mark the forms of the frame's predicates, or the titles that claim the relation."""
    predicates = _predicates(lang).get(statement.evidence.rule, {})
    for token in tokenise(text) if predicates else ():
        word = token.text.lower()
        if any(lemmas & _lemmas(lang, part, word) for part, lemmas in predicates.items()):
            yield Mark(token.start, token.end - token.start, "trigger")
    for unit in units if not predicates else ():
        if unit.tag == _TITLE and statement.relation in {name.key for name in unit.names}:
            yield Mark(unit.start, unit.end - unit.start, "trigger")


@cache
def _predicates(lang: str) -> dict[str, dict[str, frozenset[str]]]:
    """Return the predicates of each frame by part of speech; of a phrasal verb, the verb."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for frame in read_frames(languages.load(lang)):
        parts = found.setdefault(frame.id, {})
        for pattern in frame.patterns:
            lemmas = {noun.lemma.split("_")[0] for noun in pattern.predicates}
            parts[pattern.part] = parts.get(pattern.part, frozenset()) | lemmas
    return found


@lru_cache(maxsize=65536)
def _lemmas(lang: str, part: str, word: str) -> frozenset[str]:
    """Return the dictionary forms that a word may have as a part of speech."""
    tables = _tables(lang)
    listed = {word, *_each(tables["lemma_lookup"].get(word))}
    listed.update(tables["lemma_exc"].get(part, {}).get(word, ()))
    rules = tables["lemma_rules"].get(part, ())
    ruled = {word[: len(word) - len(old)] + new for old, new in rules if word.endswith(old)}
    return frozenset(listed | ruled)


def _each(value: str | list[str] | None) -> list[str]:
    """Return the entries of a lemma table, which holds one as a string and several as a list."""
    return [value] if isinstance(value, str) else value or []


@cache
def _tables(lang: str) -> dict[str, Any]:
    """Return the lemma tables of the language's parser, which the extraction has loaded already."""
    pipe: Any = load_parser(languages.load(lang).tables["parser"]["model"]).get_pipe("lemmatizer")
    names = ("lemma_exc", "lemma_lookup", "lemma_rules")
    return {name: pipe.lookups.get_table(name, {}) for name in names}
