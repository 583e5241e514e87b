"""People: every entry of the file."""

import re
import tomllib
from datetime import date
from itertools import combinations, product

import pytest

from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.actors.records import Office
from graph.text.folding import fold

TABLE = tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))
GAZETTEER = load_gazetteer()
FIELDS = {"wikidata", "country", "en", "fr", "names", "family", "given", "offices"}


def full_names(key: str) -> list[str]:
    fields = TABLE[key]
    return [fields["en"], *([fields["fr"]] if "fr" in fields else []), *fields.get("names", [])]


def test_entries_are_well_formed() -> None:
    """A slug, a known state, clean names and nothing else."""
    for key, fields in TABLE.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key), key
        assert set(fields) <= FIELDS, key
        assert fields.get("country", "FR") in GAZETTEER.countries, key
        assert re.fullmatch(r"Q[1-9]\d*", fields.get("wikidata", "Q1")), key
        for name in (*full_names(key), *fields.get("family", []), *fields.get("given", [])):
            assert name, key
            assert name == name.strip(), key
            assert "’" not in name, key


def test_offices_are_well_formed() -> None:
    """Known relation and body, dates of any precision in order."""
    for key, fields in TABLE.items():
        for relation, of, start, end, *post in fields.get("offices", []):
            assert relation in ("leads", "holdsOfficeIn"), key
            assert of in GAZETTEER.countries or of in GAZETTEER.organisations, key
            assert post in ([], ["foreign-minister"]), key
            for day in filter(None, (start, end)):
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day), key
                date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
            assert start, key
            assert not end or start[: len(end)] <= end[: len(start)], key


def test_no_full_name_is_claimed_twice() -> None:
    """Two people with one name are told apart by the years in which they led."""
    bearers: dict[str, list[str]] = {}
    for key in TABLE:
        for name in {fold(name) for name in full_names(key)}:
            bearers.setdefault(name, []).append(key)
    for keys in bearers.values():
        for one, other in combinations(keys, 2):
            terms = product(*(TABLE[key]["offices"] for key in (one, other)))
            assert not any(Office(*a).overlaps(Office(*b)) for a, b in terms), (one, other)
            assert all(TABLE[key]["offices"][0][0] == "leads" for key in (one, other))


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
