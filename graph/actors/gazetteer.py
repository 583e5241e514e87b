"""The actors that are known beforehand, read from ``data/*.toml`` and checked."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from graph.errors import DataFileError
from graph.model import Actor, Kind
from graph.text.folding import fold

FOLDER = Path(__file__).parent / "data"
WIKIDATA = "http://www.wikidata.org/entity/"
MINTED = "https://w3id.org/diplograph/actor/"
_Made = TypeVar("_Made")
_FILES = ("countries", "organisations", "people", "masks", "descriptions", "sets", "given_names")


@dataclass(frozen=True, slots=True)
class Office:
    """A term in which somebody led or served a state or an organisation."""

    relation: str
    """``leads`` or ``holdsOfficeIn``."""

    of: str
    """ISO code of the state, or slug of the organisation."""

    start: str
    """EDTF date of taking office."""

    end: str
    """EDTF date of leaving it, empty while in office."""

    post: str = ""
    """``foreign-minister``, or empty."""

    def covers(self, day: str) -> bool:
        """Return whether the office was held on an ISO day, to the precision given."""
        return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts for a state or an organisation."""

    actor: Actor
    family: tuple[str, ...]
    """Names that news uses alone."""

    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun or an adjective tells of an actor that the text named before."""

    kind: str
    """The kind of actor it means, or empty."""

    of: frozenset[str]
    """IRIs of the actors it may mean; empty where any of the kind will do."""

    def fits(self, actor: Actor) -> bool:
        """Return whether an actor may be meant."""
        return self.kind in ("", actor.kind) and (not self.of or actor.id in self.of)


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form of an actor in one language."""

    text: str
    tag: str
    """One letter, see ``graph.actors.units``."""

    key: str
    """ISO code, organisation slug or person slug."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known actors; immutable."""

    countries: Mapping[str, Actor]
    """By ISO code."""

    organisations: Mapping[str, Actor]
    """By slug."""

    people: Mapping[str, Person]
    """By slug."""

    people_by_id: Mapping[str, Person]
    """By the IRI of the actor."""

    descriptions: Mapping[str, Description]
    """By slug."""

    sets: Mapping[str, tuple[Actor, ...]]
    """Actors that one name means together, by slug."""

    names: Mapping[str, tuple[Name, ...]]
    """By language: every surface form, in file order."""

    def actor(self, key: str) -> Actor:
        """Return the actor of an ISO code, an organisation's slug or a person's slug."""
        if key in self.countries:
            return self.countries[key]
        return self.organisations[key] if key in self.organisations else self.people[key].actor


def slug(name: str) -> str:
    """Return a name as ASCII letters, digits and hyphens, for a minted IRI."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "x"


@cache
def words_of(actor: Actor) -> frozenset[str]:
    """Return the words of all names of an actor, folded."""
    names = (actor.label, actor.label_fr or "", *actor.names)
    return frozenset(word for name in names for word in re.findall(r"\w+", fold(name)))


def minted(name: str, kind: Kind, country: str | None, *names: str) -> Actor:
    """Return an actor for a name that the gazetteer does not know.

    The country is part of the IRI, so that namesakes of two countries stay two.
    """
    iri = f"{MINTED}{slug(name)}" + (f"-{country.lower()}" if country else "")
    return Actor(iri, name, kind, country, tuple(sorted({*names} - {name})))


@cache
def load_gazetteer(folder: Path = FOLDER) -> Gazetteer:
    """Read the known actors.

    Args:
        folder: Holds the files that ``data`` holds.

    Raises:
        DataFileError: An entry lacks a field.
    """
    tables = {name: _read(folder / f"{name}.toml") for name in _FILES}
    countries = _each(folder / "countries.toml", tables["countries"], _country)
    organisations = _each(folder / "organisations.toml", tables["organisations"], _organisation)
    people = _each(folder / "people.toml", tables["people"], _person)
    names = {lang: tuple(_names(tables, lang)) for lang in ("en", "fr")}
    by_id = MappingProxyType({person.actor.id: person for person in people.values()})
    known = {**countries, **organisations}
    described = _each(
        folder / "descriptions.toml",
        tables["descriptions"],
        lambda _, fields: _description(fields, known),
    )
    sets = _each(
        folder / "sets.toml",
        tables["sets"],
        lambda _, fields: tuple(known[key] for key in fields["of"]),
    )
    return Gazetteer(
        countries, organisations, people, by_id, described, sets, MappingProxyType(names)
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _each(
    path: Path, table: dict[str, dict[str, Any]], make: Callable[[str, dict[str, Any]], _Made]
) -> Mapping[str, _Made]:
    entries: dict[str, _Made] = {}
    for key, fields in table.items():
        try:
            entries[key] = make(key, fields)
        except (KeyError, TypeError, ValueError) as error:
            raise DataFileError(
                path, f"[{key}]", f"missing or bad field: {error}", "See its header"
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


def _names(tables: dict[str, dict[str, Any]], lang: str) -> Iterator[Name]:
    for key, fields in tables["countries"].items():
        words = fields[lang]
        forms = [
            ("C", [words["label"], *words.get("names", [])]),
            ("A", words.get("adjectives", [])),
        ]
        forms += [
            ("D", words.get("demonyms", [])),
            ("K", words.get("capitals", [])),
            ("K", words.get("seats", [])),
        ]
        yield from (Name(text, tag, key) for tag, texts in forms for text in texts)
    for key, fields in tables["organisations"].items():
        yield from (
            Name(text, "G", key) for text in dict.fromkeys(_organisation_names(fields, lang))
        )
    for key, fields in tables["people"].items():
        full = [fields["en"], fields.get("fr", fields["en"]), *fields.get("names", [])]
        yield from (Name(text, "P", key) for text in dict.fromkeys(full))
        yield from (Name(text, "F", key) for text in fields.get("family", []))
    for key, fields in tables["descriptions"].items():
        yield from (Name(text, "r" if "adjective" in fields else "c", key) for text in fields[lang])
    for key, fields in tables["sets"].items():
        yield from (Name(text, "W", key) for text in fields[lang])
    yield from (Name(text, "J", text) for text in tables["masks"][lang])
    yield from (Name(text, "X", text) for text in tables["given_names"]["names"])


def _organisation_names(fields: dict[str, Any], lang: str) -> list[str]:
    words = fields[lang]
    return [words["label"], *words.get("names", []), *words.get("adjectives", [])]
