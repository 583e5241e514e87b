"""What the command line tells of names."""

import pytest

from graph.knowledge import load_knowledge
from graph.lookup import meanings, told, unknown
from graph.model import Article
from graph.unlinked import by_frequency, unlinked

KNOWLEDGE = load_knowledge()
CAPITAL = "its capital, or the seat of its government"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Moscow", "Moscow (en): Russia (country, RU); " + CAPITAL),
        ("moscou", "Moscou (fr): Russia (country, RU); " + CAPITAL),
        ("nigérienne", "nigérienne (fr): Niger (country, NE); an adjective"),
        ("ONU", "ONU (fr): United Nations (organisation); a name"),
        (
            "Air France",
            "Air France (en): nobody; passed over: a name of something that is no actor",
        ),
        (
            "Alemania",
            "Alemania (es): Germany (country, DE); a name; articles in this language are not read",
        ),
        ("германия", "  entry [DE], http://www.wikidata.org/entity/Q183"),
        ("ألمانيا", "  entry [DE], http://www.wikidata.org/entity/Q183"),
        ("德国", "  entry [DE], http://www.wikidata.org/entity/Q183"),
        (
            "Belgrade",
            "Belgrade (fr, 2003-02-04 to 2006-06-03): Serbia and Montenegro (country, XM); "
            + CAPITAL,
        ),
        ("Security Council", "  part of United Nations"),
        ("European Commission", "  part of European Union"),
        ("le Kremlin", "Kremlin (fr): Russia (country, RU); " + CAPITAL),
        ("The Kremlin", "Kremlin (en): Russia (country, RU); " + CAPITAL),
        ("l’Élysée", "Élysée (fr): France (country, FR); " + CAPITAL),
        ("RU", "RU: Russia (country, RU); the key of its entry"),
        ("Vladimir Putin", "  leads RU, 2012-05-07 to now"),
        ("Vladimir Putin", "  entry [vladimir-putin], http://www.wikidata.org/entity/Q7747"),
    ],
)
def test_whom_a_name_means_and_why(name: str, says: str) -> None:
    assert says in list(told(KNOWLEDGE, meanings(KNOWLEDGE.gazetteer, name)))


@pytest.mark.parametrize(
    ("published", "labels"),
    [
        ("1985-03-01", {"Soviet Union"}),
        ("2024-03-01", {"Russia"}),
        (None, {"Russia", "Soviet Union"}),
    ],
)
def test_a_name_means_what_it_meant_on_a_day(published: str | None, labels: set[str]) -> None:
    found = meanings(KNOWLEDGE.gazetteer, "Moscow", published=published)
    assert {each.actor.label for each in found if each.actor} == labels


@pytest.mark.parametrize(
    ("name", "published", "labels"),
    [
        ("King Abdullah", "2010-03-01", {"King Abdullah II", "King Abdullah of Saudi Arabia"}),
        ("King Abdullah", "2024-03-01", {"King Abdullah II"}),
        ("roi Felipe", None, {"Felipe VI"}),
        ("Crown Prince Mohammed", "2024-03-01", {"Mohammed bin Salman"}),
        ("Brussels", None, {"European Union", "Belgium"}),
        ("Congo", "2024-03-01", {"DR Congo", "Republic of the Congo"}),
    ],
)
def test_a_name_that_several_bear_tells_of_all(
    name: str, published: str | None, labels: set[str]
) -> None:
    found = meanings(KNOWLEDGE.gazetteer, name, published=published)
    assert {each.actor.label for each in found if each.actor} == labels


def test_a_name_is_asked_for_in_a_language() -> None:
    assert meanings(KNOWLEDGE.gazetteer, "Moscou", lang="en") == []
    assert {each.lang for each in meanings(KNOWLEDGE.gazetteer, "Iran", lang="fr")} == {"fr"}


def test_a_leading_article_is_dropped_in_its_language_alone() -> None:
    assert {each.lang for each in meanings(KNOWLEDGE.gazetteer, "le Kremlin")} == {"fr"}
    assert meanings(KNOWLEDGE.gazetteer, "le Kremlin", lang="en") == []
    assert meanings(KNOWLEDGE.gazetteer, "the") == []


def test_a_name_that_nobody_bears_has_a_hint() -> None:
    assert meanings(KNOWLEDGE.gazetteer, "Russya") == []
    assert "Did you mean 'Russia'" in unknown(KNOWLEDGE, "Russya")


def test_unlinked_names_come_by_frequency() -> None:
    """Actors, places, whoever a title introduces, and words that begin a sentence are none."""
    text = (
        "Yesterday France sent Acme Widgets to Zorbia. Zorbia thanked Acme Widgets, and Zorbia's "
        "friends met Foreign Minister Ola Testad in Sochi. They told Zorbia so."
    )
    article = Article("a", text, lang="en")
    assert by_frequency(unlinked(KNOWLEDGE, [article])) == [("Zorbia", 3), ("Acme Widgets", 2)]
