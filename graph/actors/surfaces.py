"""Every surface form of the listed actors, with the tag that it gets in a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.actors.records import Name

#: Lists of a state's entry, and of an era, with the tag of their words.
LISTS = {"names": "C", "adjectives": "A", "demonyms": "D", "capitals": "K", "seats": "K"}


def persons_of(table: Mapping[str, Mapping[str, Any]]) -> Iterator[Name]:
    """Yield the names of persons, which are those of all languages.

    Args:
        table: The entries of ``people.toml``.
    """
    for key, fields in table.items():
        full = (fields["en"], fields.get("fr", fields["en"]), *fields.get("names", []))
        yield from (Name(text, "P", key) for text in dict.fromkeys(full))
        yield from (Name(text, "F", key) for text in fields.get("family", []))


def names_of(
    tables: Mapping[str, Mapping[str, Any]], lang: str, persons: Iterable[Name]
) -> Iterator[Name]:
    """Yield the names of one language.

    Args:
        tables: By file name without suffix, as ``data`` holds them.
        lang: ISO 639-1 code.
        persons: The names of persons.
    """
    for key, fields in tables["countries"].items():
        yield Name(fields[lang]["label"], "C", key)
        yield from _listed(fields[lang], key)
    for fields in tables["eras"].values():
        yield from _dated(fields, lang, tables)
    for key, fields in tables["organisations"].items():
        words = fields[lang]
        full = (words["label"], *words.get("names", []), *words.get("adjectives", []))
        yield from (Name(text, "G", key) for text in dict.fromkeys(full))
    yield from persons
    for key, fields in tables["descriptions"].items():
        yield from (Name(text, "r" if "adjective" in fields else "c", key) for text in fields[lang])
    for key, fields in tables["sets"].items():
        yield from (Name(text, "W", key) for text in fields[lang])
    for key, fields in tables.get("cities", {}).items():
        yield from (Name(text, "K", key) for text in (*fields["both"], *fields[lang]))
    for key, fields in tables.get("compounds", {}).items():
        yield from (Name(text, "Q", key) for text in fields[lang])
    yield from (Name(text, "J", text) for text in tables["masks"][lang])
    yield from (Name(text, "X", text) for text in tables["given_names"]["names"])


def _dated(
    era: Mapping[str, Any], lang: str, tables: Mapping[str, Mapping[str, Any]]
) -> Iterator[Name]:
    """Yield the names of an era; of a body and of a person all are tagged as their names are."""
    key = era["means"]
    tag = "G" if key in tables["organisations"] else "P" if key in tables["people"] else None
    for name in _listed(era.get(lang, {}), key, era["from"], era["to"]):
        yield name if tag is None else replace(name, tag=tag)


def _listed(words: Mapping[str, Any], key: str, start: str = "", end: str = "") -> Iterator[Name]:
    """Yield what the lists of an entry hold."""
    for field, tag in LISTS.items():
        yield from (Name(text, tag, key, start, end) for text in words.get(field, []))
