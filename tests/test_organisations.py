"""Organisations: every entry of the file."""

import re
import tomllib
from collections import Counter
from itertools import chain

import pytest

from graph.actors.gazetteer import FOLDER, load_gazetteer

TABLE = tomllib.loads((FOLDER / "organisations.toml").read_text(encoding="utf-8"))
COUNTRIES = tomllib.loads((FOLDER / "countries.toml").read_text(encoding="utf-8"))
FIELDS = {"wikidata", "kind", "country", "part_of", "civil", "en", "fr"}
every_entry = pytest.mark.parametrize("key", TABLE)


def names(key: str, lang: str) -> list[str]:
    words = TABLE[key][lang]
    return [words["label"], *words.get("names", []), *words.get("adjectives", [])]


@every_entry
def test_entry_is_well_formed(key: str) -> None:
    """A slug, a kind, known codes, labels in both languages and nothing else."""
    fields = TABLE[key]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert set(fields) <= FIELDS
    assert fields["kind"] in ("organisation", "group")
    assert fields.get("country", "FR") in COUNTRIES
    assert fields.get("part_of", "EU") in {*TABLE, *COUNTRIES} - {key}
    assert re.fullmatch(r"Q[1-9]\d*", fields.get("wikidata", "Q1"))


@every_entry
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_names_are_clean(key: str, lang: str) -> None:
    """No blanks around, straight apostrophes, no repeats, acronyms in capitals."""
    found = names(key, lang)
    assert len(found) == len(set(found))
    for name in found:
        assert name == name.strip()
        assert name
        assert "’" not in name
        assert len(name) > 3 or name.upper() == name or name == "Onu"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_name_is_claimed_twice(lang: str) -> None:
    """A name that two organisations bear would be linked by chance."""
    counts = Counter(chain.from_iterable(names(key, lang) for key in TABLE))
    assert [name for name, count in counts.items() if count > 1] == []


def test_items_are_claimed_once() -> None:
    """No two actors of any kind have one Wikidata item."""
    gazetteer = load_gazetteer()
    people = (person.actor for person in gazetteer.people.values())
    everyone = [*gazetteer.countries.values(), *gazetteer.organisations.values(), *people]
    counts = Counter(actor.id for actor in everyone)
    assert [iri for iri, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("un-security-council", "un"),
        ("unhcr", "un"),
        ("minusma", "un"),
        ("european-commission", "EU"),
        ("kfor", "nato"),
        ("us-senate", "us-congress"),
        ("echr", "council-of-europe"),
        ("quds-force", "irgc"),
    ],
)
def test_what_an_organisation_is_a_part_of(part: str, whole: str) -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.wholes[gazetteer.actor(part).id] == gazetteer.actor(whole)


@pytest.mark.parametrize("key", ["imf", "iaea", "un", "nato", "EU"])
def test_what_is_a_part_of_nothing(key: str) -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.actor(key).id not in gazetteer.wholes


def test_nothing_is_a_part_of_itself() -> None:
    """However long the way is."""
    for key in TABLE:
        seen = [key]
        while "part_of" in TABLE.get(seen[-1], {}):
            seen.append(TABLE[seen[-1]]["part_of"])
            assert len(seen) == len(set(seen)), seen


def test_entries_are_sorted() -> None:
    """A newcomer finds the place of an entry."""
    assert list(TABLE) == sorted(TABLE)


def test_the_best_known_are_there() -> None:
    """The organisations that any week of diplomacy news names."""
    wanted = {
        "un",
        "un-security-council",
        "nato",
        "african-union",
        "ecowas",
        "iaea",
        "icc",
        "icj",
        "hamas",
    }
    assert wanted <= set(TABLE)
    assert len(TABLE) >= 150
