"""Offices of the leaders: the whole of ``heads.toml``, and the titles that mean them."""

import tomllib
from collections import Counter

import pytest

from graph import languages
from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.text.folding import fold

GAZETTEER = load_gazetteer()
TABLE = tomllib.loads((FOLDER / "heads.toml").read_text(encoding="utf-8"))
OFFICES = {kind: row for kind, row in TABLE.items() if kind != "women"}


@pytest.mark.parametrize("kind", TABLE)
def test_everybody_is_a_listed_leader(kind: str) -> None:
    """Codes are those of states, slugs those of persons who lead one."""
    assert set(TABLE[kind]["states"]) <= GAZETTEER.countries.keys()
    for slug in TABLE[kind]["people"]:
        assert any(office.relation == "leads" for office in GAZETTEER.people[slug].offices), slug


def test_nobody_is_listed_twice() -> None:
    """A state or a person has one office, and is one woman."""
    offices = Counter(key for row in OFFICES.values() for key in (*row["states"], *row["people"]))
    women = Counter(TABLE["women"]["people"])
    assert max(offices.values()) == max(women.values()) == 1


@pytest.mark.parametrize("code", languages.codes())
def test_titles_name_these_offices(code: str) -> None:
    """Every office has a title in each language, by its first synonym."""
    table = languages.load(code).tables["mentions"]
    heads = {kind: row for kind, row in table["heads"].items() if not kind.endswith("ine")}
    assert heads.keys() == OFFICES.keys() - {"several"}
    first = {fold(title): fold(row[0]) for row in table["synonyms"]["titles"] for title in row}
    titles = [fold(title) for row in heads.values() for title in row]
    assert [first.get(title, title) for title in titles] == titles
