"""What sentences of a construction say, all of it and nothing else: a table, read whole."""

from pathlib import Path

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
from graph.relations import STATE, relations
from tests.test_factuality import key, name

TABLE = Path(__file__).parent / "data" / "constructions.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]


@pytest.fixture(scope="module")
def said() -> list[set[str]]:
    """Return what each text of the table says, but for offices."""
    articles = [
        Article(f"{at}", text, published="2024-06-12", lang=lang)
        for at, (lang, text, _) in enumerate(ROWS)
    ]
    return [
        {
            name(key(s.subject), s.relation, key(s.object))
            for s in found
            if relations()[s.relation].parent != STATE
        }
        for _, found in extract(articles, load_knowledge())
    ]


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[row[1] for row in ROWS])
def test_all_of_it_and_nothing_else(said: list[set[str]], at: int) -> None:
    """Each text gives its statements, no fewer and no more."""
    expected = set() if ROWS[at][2] == "-" else set(ROWS[at][2].split())
    assert said[at] == {name(*statement.split(">")) for statement in expected}
