"""Entries of people, from the terms of the office holders of states."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.actors.gazetteer import Gazetteer
from graph.actors.records import Office, Person, slug
from graph.update.queries import Row, item
from graph.update.taken import Taken

#: How much of a date counts, by Wikidata's precision: year, month, day.
_PRECISIONS = {"9": 4, "10": 7, "11": 10}
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")


def person_entries(
    terms: Mapping[str, list[Row]], gazetteer: Gazetteer, taken: Taken
) -> dict[str, Any]:
    """Return the entries of people who are new, or of whom something is.

    Args:
        terms: Rows of ``terms.rq`` by the ISO code of the state.
        gazetteer: The listed actors.
        taken: The names that are somebody's.
    """
    keys = {person.actor.id: key for key, person in gazetteer.people.items()}
    entries: dict[str, Any] = {}
    for code, rows in sorted(terms.items()):
        for iri in sorted({row["person"] for row in rows}):
            mine = [row for row in rows if row["person"] == iri]
            key = keys.get(iri) or _key(mine[0], code, gazetteer)
            known = gazetteer.people.get(key)
            if known is not None and known.actor.country not in (None, code):
                continue  # who reigns over several states acts for one
            if key not in entries and (entry := _entry(key, mine, code, known, taken)):
                entries[key] = entry
    return entries


def _key(row: Row, code: str, gazetteer: Gazetteer) -> str:
    """Return the key of somebody listed without an item, or a new one."""
    key = slug(row["en"])
    known = gazetteer.people.get(key)
    if known is not None and known.actor.country == code and "wikidata" not in known.actor.id:
        return key
    return f"{key}-{item(row['person']).lower()}" if key in gazetteer else key


def _entry(
    key: str, rows: list[Row], code: str, known: Person | None, taken: Taken
) -> dict[str, Any]:
    """Return what is new of a person; nothing where all is known."""
    row, offices = rows[0], sorted(set(_offices(rows, code)))
    entry: dict[str, Any] = {}
    if known is None:
        if not offices or not taken.give(row["en"], key):
            return {}
        entry = {"country": code, "en": row["en"]}
    spellings = dict.fromkeys((row["en"], row.get("fr", row["en"])))
    new = [name for name in spellings if not taken.bears(name, key) and taken.give(name, key)]
    if new:
        entry["names"] = new
    if known is None or "wikidata" not in known.actor.id:
        entry["wikidata"] = item(row["person"])
    mine = [Office(*office) for office in offices]
    if not all(_is_known(office, known) for office in mine):
        entry["offices"] = [list(office) for office in offices]
    return entry


def _offices(rows: list[Row], code: str) -> Iterator[tuple[str, ...]]:
    for row in rows:
        start, end = _date(row, "from"), _date(row, "to")
        if start and (end or "to" not in row):
            post = () if row["office"] == "leads" else (row["office"],)
            yield ("leads" if not post else "holdsOfficeIn", code, start, end, *post)


def _date(row: Row, name: str) -> str:
    """Return a date as exact as it is known, or nothing."""
    day = _DAY.match(row.get(name, ""))
    return day.group()[: _PRECISIONS.get(row.get(f"{name}Precision", ""), 0)] if day else ""


def _is_known(office: Office, known: Person | None) -> bool:
    """Whether a person is listed with an office, to the precision of both."""
    return known is not None and any(
        (office.relation, office.of, office.post) == (listed.relation, listed.of, listed.post)
        and _agree(office.start, listed.start)
        and _agree(office.end, listed.end)
        for listed in known.offices
    )


def _agree(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return bool(one) == bool(other) and one[:shorter] == other[:shorter]
