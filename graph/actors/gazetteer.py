"""Read the listed actors from ``data/*.toml``, with a user's own file on top of them."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from sys import intern
from types import MappingProxyType
from typing import Any, TypeVar

from graph import languages
from graph.actors import plain
from graph.actors.citizens import Citizens
from graph.actors.homonyms import words
from graph.actors.own import Own, read_own
from graph.actors.records import (
    MINTED,
    WIKIDATA,
    Description,
    Gazetteer,
    Homonym,
    Name,
    Office,
    Person,
    SharedWord,
    crown_key,
)
from graph.actors.surfaces import names_of, persons_of
from graph.errors import DataFileError
from graph.model import Actor, Kind
from graph.text.folding import fold
from graph.undisturbed import loading

__all__ = ["FOLDER", "Gazetteer", "Name", "Office", "Person", "load_gazetteer"]

FOLDER = Path(__file__).parent / "data"
_Made = TypeVar("_Made")
_Tables = dict[str, dict[str, Any]]
_FILES = (
    *("countries", "cities", "organisations", "people", "eras"),
    *("masks", "descriptions", "sets", "compounds", "given_names", "shared", "borders"),
    "homonyms",
    "heads",
)


def load_gazetteer(own: Path | None = None) -> Gazetteer:
    """Read the known actors, once.

    Args:
        own: A file of the user's that adds entries and overrides ours (``docs/gazetteer.md``).

    Raises:
        DataFileError: An entry does not have the form it should.
    """
    return _load(own)  # ``cache`` keeps what is asked for with nothing apart from None


@cache
@loading()
def _load(own: Path | None) -> Gazetteer:
    tables = {name: plain.loads(_path(name).read_text(encoding="utf-8")) for name in _FILES}
    mine = read_own(own, tables) if own is not None else Own()
    tables = mine.over(tables)
    countries = _each("countries", tables, _country)
    organisations = _each("organisations", tables, _organisation)
    people = _each("people", tables, _person)
    known = {**countries, **organisations}
    described = _each("descriptions", tables, lambda _, fields: _description(fields, known))
    sets = _each("sets", tables, lambda _, fields: tuple(known[key] for key in fields["of"]))
    persons = tuple(persons_of(tables["people"]))
    names = {lang: _names(tables, lang, persons, mine) for lang in languages.codes()}
    shared = MappingProxyType({lang: _shared(tables, lang) for lang in languages.codes()})
    return Gazetteer(
        countries,
        organisations,
        people,
        MappingProxyType({person.actor.id: person for person in people.values()}),
        _citizens(people),
        _leaders(people),
        _crowned(people),
        described,
        sets,
        MappingProxyType(names),
        _wholes(tables, known),
        shared,
        _borders(tables["borders"]),
        tuple(map(_homonym, tables["homonyms"].values())),
        _civil(tables, organisations),
        *_heads(tables["heads"], people),
    )


def _path(name: str) -> Path:
    return FOLDER / f"{name}.toml"


def _names(tables: _Tables, lang: str, persons: Iterable[Name], own: Own) -> tuple[Name, ...]:
    names = names_of(tables, lang, persons)
    return tuple(name for name in names if own.allows(name, lang))


def _shared(tables: _Tables, lang: str) -> Mapping[str, SharedWord]:
    rows = tables["shared"].values()
    return MappingProxyType({fold(word): _shared_word(row) for row in rows for word in row[lang]})


def _shared_word(row: Mapping[str, Any]) -> SharedWord:
    beside = {key: state for state, keys in row.get("beside", {}).items() for key in keys}
    told = {state: words(listed) for state, listed in row.get("words", {}).items()}
    return SharedWord(
        tuple(row["of"]),
        row.get("by", 1),
        MappingProxyType(beside),
        MappingProxyType(told),
        MappingProxyType(row.get("bodies", {})),
    )


def _homonym(row: Mapping[str, Any]) -> Homonym:
    names = frozenset(name for lang in languages.codes() for name in row[lang])
    return Homonym(names, words(row["beside"]), words(row["unless"]))


def _heads(
    rows: Mapping[str, Any], people: Mapping[str, Person]
) -> tuple[Mapping[str, str], frozenset[str]]:
    """Return the office of leaders by the code of their state or their IRI, and who are women."""
    women = frozenset(people[key].actor.id for key in rows["women"]["people"])
    offices = {kind: row for kind, row in rows.items() if kind != "women"}
    states = {code: kind for kind, row in offices.items() for code in row["states"]}
    own = {people[key].actor.id: kind for kind, row in offices.items() for key in row["people"]}
    return MappingProxyType(states | own), women


def _borders(rows: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Return the neighbours of each state; the file has each two of them once."""
    found: dict[str, set[str]] = {}
    for one, others in rows.items():
        for other in others:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return MappingProxyType({key: frozenset(keys) for key, keys in found.items()})


def _civil(tables: _Tables, known: Mapping[str, Actor]) -> frozenset[str]:
    bodies = tables["organisations"].items()
    return frozenset(known[key].id for key, fields in bodies if fields.get("civil"))


def _wholes(tables: _Tables, known: Mapping[str, Actor]) -> Mapping[str, Actor]:
    bodies = tables["organisations"].items()
    parts = {
        known[key].id: known[fields["part_of"]] for key, fields in bodies if "part_of" in fields
    }
    return MappingProxyType(parts)


def _each(file: str, tables: _Tables, make: Callable[[str, Any], _Made]) -> Mapping[str, _Made]:
    entries: dict[str, _Made] = {}
    for key, fields in tables[file].items():
        try:
            entries[key] = make(key, fields)
        except (KeyError, TypeError, ValueError) as error:
            raise DataFileError(
                _path(file), f"[{key}]", f"missing or bad field: {error}", "See its header"
            ) from error
    return MappingProxyType(entries)


def _iri(key: str, fields: dict[str, Any]) -> str:
    return WIKIDATA + fields["wikidata"] if fields.get("wikidata") else MINTED + key.lower()


def _spellings(fields: dict[str, Any], label: str) -> tuple[str, ...]:
    words = [fields[lang] for lang in languages.codes() if lang in fields]
    found = {name for each in words for name in (each["label"], *each.get("names", []))}
    return tuple(sorted(found - {label}))


def _country(key: str, fields: dict[str, Any]) -> Actor:
    return _body(key, fields, "country", key)


def _organisation(key: str, fields: dict[str, Any]) -> Actor:
    return _body(key, fields, fields["kind"], fields.get("country"))


def _body(key: str, fields: dict[str, Any], kind: Kind, country: str | None) -> Actor:
    label, french = fields["en"]["label"], fields["fr"]["label"]
    return Actor(_iri(key, fields), label, kind, country, _spellings(fields, label), french)


def _person(key: str, fields: dict[str, Any]) -> Person:
    label, french = fields["en"], fields.get("fr", fields["en"])
    names = tuple(sorted({french, *fields.get("names", [])} - {label}))
    actor = Actor(_iri(key, fields), label, "person", fields.get("country"), names, french)
    # One text for each year and each state, of which thousands have the same.
    offices = tuple(Office(*map(intern, office)) for office in fields.get("offices", []))
    return Person(actor, tuple(fields.get("family", [])), offices, tuple(fields.get("given", [])))


def _citizens(people: Mapping[str, Person]) -> Mapping[str, Citizens]:
    found: dict[str, list[Person]] = {}
    for person in people.values():
        found.setdefault(person.actor.country or "", []).append(person)
    return MappingProxyType({state: Citizens(some) for state, some in found.items() if state})


def _leaders(people: Mapping[str, Person]) -> Mapping[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for person in people.values():
        for of in {office.of: None for office in person.offices if office.relation == "leads"}:
            found.setdefault(of, []).append(person)
    return MappingProxyType({of: tuple(some) for of, some in found.items()})


def _crowned(people: Mapping[str, Person]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, person in people.items():
        for name in {crown_key(name) for name in person.given}:
            found.setdefault(name, []).append(key)
    return MappingProxyType({name: tuple(keys) for name, keys in found.items()})


def _description(fields: dict[str, Any], known: Mapping[str, Actor]) -> Description:
    return Description(
        fields.get("kind", ""),
        frozenset(known[key].id for key in fields.get("of", [])),
        bool(fields.get("named")),
    )
