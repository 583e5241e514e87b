"""Read the listed actors from ``data/*.toml``, with a user's own file on top of them."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from graph.actors.own import Own, read_own
from graph.actors.records import MINTED, WIKIDATA, Description, Gazetteer, Name, Office, Person
from graph.actors.surfaces import names_of
from graph.errors import DataFileError
from graph.model import Actor

__all__ = ["FOLDER", "Gazetteer", "Name", "Office", "Person", "load_gazetteer"]

FOLDER = Path(__file__).parent / "data"
_Made = TypeVar("_Made")
_FILES = ("countries", "organisations", "people", "masks", "descriptions", "sets", "given_names")


@cache
def load_gazetteer(own: Path | None = None) -> Gazetteer:
    """Read the known actors.

    Args:
        own: A file of the user's that adds entries and overrides ours (``docs/gazetteer.md``).

    Raises:
        DataFileError: An entry does not have the form it should.
    """
    tables = {name: tomllib.loads(_path(name).read_text(encoding="utf-8")) for name in _FILES}
    mine = read_own(own, tables) if own is not None else Own()
    tables = mine.over(tables)
    countries = _each("countries", tables, _country)
    organisations = _each("organisations", tables, _organisation)
    people = _each("people", tables, _person)
    by_id = MappingProxyType({person.actor.id: person for person in people.values()})
    known = {**countries, **organisations}
    described = _each("descriptions", tables, lambda _, fields: _description(fields, known))
    sets = _each("sets", tables, lambda _, fields: tuple(known[key] for key in fields["of"]))
    names = {lang: tuple(_names(tables, lang, mine)) for lang in ("en", "fr")}
    return Gazetteer(
        countries, organisations, people, by_id, described, sets, MappingProxyType(names)
    )


def _path(name: str) -> Path:
    return FOLDER / f"{name}.toml"


def _names(tables: dict[str, dict[str, Any]], lang: str, own: Own) -> Iterator[Name]:
    return (name for name in names_of(tables, lang) if own.allows(name, lang))


def _each(
    file: str, tables: dict[str, dict[str, Any]], make: Callable[[str, dict[str, Any]], _Made]
) -> Mapping[str, _Made]:
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
    found = {fields[lang]["label"] for lang in ("en", "fr")}
    found.update(name for lang in ("en", "fr") for name in fields[lang].get("names", []))
    return tuple(sorted(found - {label}))


def _country(key: str, fields: dict[str, Any]) -> Actor:
    label = fields["en"]["label"]
    return Actor(
        _iri(key, fields), label, "country", key, _spellings(fields, label), fields["fr"]["label"]
    )


def _organisation(key: str, fields: dict[str, Any]) -> Actor:
    label = fields["en"]["label"]
    names, kind = _spellings(fields, label), fields["kind"]
    return Actor(
        _iri(key, fields), label, kind, fields.get("country"), names, fields["fr"]["label"]
    )


def _person(key: str, fields: dict[str, Any]) -> Person:
    label, french = fields["en"], fields.get("fr", fields["en"])
    names = tuple(sorted({french, *fields.get("names", [])} - {label}))
    actor = Actor(_iri(key, fields), label, "person", fields.get("country"), names, french)
    offices = tuple(Office(*office) for office in fields.get("offices", []))
    return Person(actor, tuple(fields.get("family", [])), offices)


def _description(fields: dict[str, Any], known: Mapping[str, Actor]) -> Description:
    return Description(
        fields.get("kind", ""), frozenset(known[key].id for key in fields.get("of", []))
    )
