"""Where things happen: a table of sentences."""

from pathlib import Path

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
from tests.test_factuality import key, name

TABLE = Path(__file__).parent / "data" / "places.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_place(row: tuple[str, ...]) -> None:
    """A statement has the place that its sentence names, or none."""
    lang, text, statement, place = row
    article = Article("a", text, lang=lang, published="2024-05-15")
    ((_, found),) = extract([article], load_knowledge())
    places = {name(key(s.subject), s.relation, key(s.object)): s.place for s in found}
    assert places[name(*statement.split(">"))] == (None if place == "-" else place)
