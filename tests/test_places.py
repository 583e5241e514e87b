"""Where things happen: a table of sentences, and the list of places."""

import tomllib
from pathlib import Path

import pytest

from graph.actors.gazetteer import load_gazetteer
from graph.actors.places import PATH, find_place, folded
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
from tests.test_factuality import key, name

TABLE = Path(__file__).parent / "data" / "places.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]


PLACES = [
    line.split("\t")
    for line in PATH.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def shown(text: str | None) -> str:
    """Return what a place is linked to, as the table writes it."""
    place = find_place(text)
    if place is None:
        return "-"
    code = place.country.country or ""
    return code if place.is_country else f"{place.label}, {code}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_place(row: tuple[str, ...]) -> None:
    """A statement has the place that its sentence names, or none, and the place is linked."""
    lang, text, statement, place, linked = row
    article = Article("a", text, lang=lang, published="2024-05-15")
    ((_, found),) = extract([article], load_knowledge())
    places = {name(key(s.subject), s.relation, key(s.object)): s.place for s in found}
    at = places[name(*statement.split(">"))]
    assert (at or "-", shown(at)) == (place, linked)


def test_the_list_of_places_is_whole() -> None:
    """Every line has a known country; lines are sorted, and no name is given twice."""
    assert {code for _, _, code, _ in PLACES} <= set(load_gazetteer().countries)
    names = [name for name, *_ in PLACES]
    assert names == sorted(set(names))
    assert all(name == folded(name) != "" for name in names)
    assert [name for name in names if find_place(name) is None] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_capital_lies_in_its_country(lang: str) -> None:
    """The capital of a state is no place of another; what a vanished one had is another's."""
    countries = tomllib.loads((PATH.parent / "countries.toml").read_text(encoding="utf-8"))
    listed = {code for _, _, code, _ in PLACES}
    wrong = [
        (town, place)
        for code in sorted(listed & set(countries))
        for town in countries[code][lang]["capitals"]
        if (place := find_place(town)) is not None and place.country.country != code
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Genève", "Geneva"), ("Le Caire", "Cairo"), ("Pékin", "Beijing"), ("Suisse", "Switzerland")],
)
def test_names_of_one_place_are_linked_to_it(one: str, other: str) -> None:
    found = find_place(one)
    assert found is not None
    assert found == find_place(other)


@pytest.mark.parametrize("text", ["", None, "Nowhere-upon-Sea", "\x00", "<b>"])
def test_an_unknown_place_is_nowhere(text: str | None) -> None:
    assert find_place(text) is None


def test_names_are_read_once_for_all_who_ask() -> None:
    assert load_knowledge().gazetteer is load_gazetteer()
