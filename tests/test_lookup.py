"""What the command line tells of names."""

import pytest

from graph.errors import DiplographError
from graph.knowledge import load_knowledge
from graph.lookup import told, unlinked
from graph.model import Article

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Moscow", "Moscow (en): Russia (country, RU); its capital, or the seat of its government"),
        ("moscou", "Moscou (fr): Russia (country, RU); its capital, or the seat of its government"),
        ("nigérienne", "nigérienne (fr): Niger (country, NE); an adjective"),
        ("ONU", "ONU (fr): United Nations (organisation); a name"),
        (
            "Air France",
            "Air France (en): nobody; passed over: a name of something that is no actor",
        ),
        ("Vladimir Putin", "  leads RU, 2012-05-07 to now"),
        ("Vladimir Putin", "  entry [vladimir-putin], http://www.wikidata.org/entity/Q7747"),
    ],
)
def test_whom_a_name_means_and_why(name: str, says: str) -> None:
    assert says in list(told(KNOWLEDGE, name))


def test_a_name_that_nobody_bears_has_a_hint() -> None:
    with pytest.raises(DiplographError, match="Did you mean 'Russia'"):
        list(told(KNOWLEDGE, "Rusia"))


def test_unlinked_names_come_by_frequency() -> None:
    """Known actors, whoever a title introduces, and words that begin a sentence are none."""
    text = (
        "Yesterday France sent Acme Widgets to Zorbia. Zorbia thanked Acme Widgets, and Zorbia's "
        "friends met Foreign Minister Ola Testad. They told Zorbia so."
    )
    article = Article("a", text, lang="en")
    assert unlinked(KNOWLEDGE, [article]) == [("Zorbia", 3), ("Acme Widgets", 2)]
