"""People: every entry of the file."""

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest

from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.actors.records import Office
from graph.text.folding import fold
from graph.userfile import is_date

TABLE = tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))
GAZETTEER = load_gazetteer()
FIELDS = {"wikidata", "country", "en", "fr", "names", "family", "given", "offices"}


def full_names(key: str) -> list[str]:
    fields = TABLE[key]
    return [fields["en"], *([fields["fr"]] if "fr" in fields else []), *fields.get("names", [])]


def faults(key: str, fields: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an entry: its key, its fields, its state, its names."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
        yield "no slug"
    yield from (f"unknown field {field}" for field in fields.keys() - FIELDS)
    if fields.get("country", "FR") not in GAZETTEER.countries:
        yield "unknown country"
    if not re.fullmatch(r"Q[1-9]\d*", fields.get("wikidata", "Q1")):
        yield "no item"
    for name in (*full_names(key), *fields.get("family", []), *fields.get("given", [])):
        if not name or name != name.strip() or "’" in name:
            yield f"name {name!r}"
    for office in fields.get("offices", []):
        yield from (f"{fault} in {office}" for fault in faults_of_office(*office))


def faults_of_office(relation: str, of: str, start: str, end: str, *post: str) -> Iterator[str]:
    """Yield what is wrong with an office: relation, body, dates of any precision in order."""
    if relation not in ("leads", "holdsOfficeIn"):
        yield "unknown relation"
    if of not in GAZETTEER.countries and of not in GAZETTEER.organisations:
        yield "unknown body"
    if list(post) not in ([], ["foreign-minister"]):
        yield "unknown post"
    if not start or not all(is_date(day) for day in (start, end) if day):
        yield "no date"
    if end and start[: len(end)] > end[: len(start)]:
        yield "end before the start"


def test_entries_are_well_formed() -> None:
    """All faults of the file at once."""
    assert {key: found for key, row in TABLE.items() if (found := list(faults(key, row)))} == {}


@pytest.mark.parametrize(
    ("office", "fault"),
    [
        (("rules", "FR", "2020", ""), "unknown relation"),
        (("leads", "ZZ", "2020", ""), "unknown body"),
        (("leads", "FR", "2020", "", "minister"), "unknown post"),
        (("leads", "FR", "", ""), "no date"),
        (("leads", "FR", "2020-13", ""), "no date"),
        (("leads", "FR", "2020-05", "2019"), "end before the start"),
    ],
)
def test_a_fault_of_an_office_is_found(office: tuple[str, ...], fault: str) -> None:
    """The check itself is one."""
    assert list(faults_of_office(*office)) == [fault]


def test_no_full_name_is_claimed_twice() -> None:
    """Two people with one name are told apart by the years in which they led."""
    bearers: dict[str, list[str]] = {}
    for key in TABLE:
        for name in {fold(name) for name in full_names(key)}:
            bearers.setdefault(name, []).append(key)
    pairs = {pair for keys in bearers.values() for pair in combinations(keys, 2)}
    assert {pair for pair in pairs if not are_told_apart(*pair)} == set()


def are_told_apart(one: str, other: str) -> bool:
    """Return whether two people led first of all, and nothing at one time."""
    terms = [[Office(*office) for office in TABLE[key].get("offices", [])] for key in (one, other)]
    led = all(offices and offices[0].relation == "leads" for offices in terms)
    return led and not any(first.overlaps(second) for first, second in product(*terms))


def test_entries_are_sorted() -> None:
    """A newcomer finds the place of an entry."""
    assert list(TABLE) == sorted(TABLE)


@pytest.mark.parametrize(
    ("state", "day", "leaders"),
    [
        ("US", "2003-03-20", {"George W. Bush"}),
        ("RU", "2023-10-12", {"Vladimir Putin"}),
        ("FR", "1995-05-18", {"Jacques Chirac", "Alain Juppé"}),
        ("ZA", "1995-01-01", {"Nelson Mandela"}),
        ("un", "2000-01-01", {"Kofi Annan"}),
    ],
)
def test_who_led_what(state: str, day: str, leaders: set[str]) -> None:
    """Well-known facts, in the middle of terms and at their edges."""
    found = {
        person.actor.label
        for person in GAZETTEER.people.values()
        for office in person.offices
        if office.relation == "leads" and office.of == state and office.covers(day)
    }
    assert leaders <= found


@pytest.mark.parametrize(
    ("key", "day", "country"),
    [
        ("jens-stoltenberg", "2010-05-01", "NO"),
        ("jens-stoltenberg", "2020-05-01", None),
        ("antonio-guterres", "1998-05-01", "PT"),
        ("antonio-guterres", "2020-05-01", None),
        ("ursula-von-der-leyen", "2016-05-01", "DE"),
        ("ursula-von-der-leyen", "2022-05-01", "EU"),
        ("mark-rutte", "2020-05-01", "NL"),
        ("mark-rutte", "2025-05-01", None),
        ("kaja-kallas", "2022-05-01", "EE"),
        ("rafael-grossi", "2023-05-01", None),
    ],
)
def test_who_holds_an_office_acts_for_whom_it_is_of(
    key: str, day: str, country: str | None
) -> None:
    """A secretary-general is none of the state of birth, while in office."""
    assert GAZETTEER.on(GAZETTEER.people[key], day).actor.country == country
