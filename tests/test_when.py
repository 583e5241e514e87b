"""Which predicate a date belongs to: a table of sentences, with a floor."""

from pathlib import Path

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
from tests.test_factuality import key, name

TABLE = Path(__file__).parent / "data" / "when.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]

#: Share of a language's rows that must be right. Raise it in the commit that earns it.
FLOOR = 0.93


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_share_of_dates_that_are_right(lang: str) -> None:
    """A row is right where its statement has its date, or none where it has none."""
    rows = [row for row in ROWS if row[0] == lang]
    articles = [
        Article(f"{at}", row[1], lang=lang, published="2024-05-15") for at, row in enumerate(rows)
    ]
    wrong = []
    for row, (_, found) in zip(rows, extract(articles, load_knowledge()), strict=True):
        dates = {name(key(s.subject), s.relation, key(s.object)): s.date or "-" for s in found}
        got = dates.get(name(*row[2].split(">")))
        if got != row[3]:
            wrong.append(f"{row[1]} {row[2]} wanted {row[3]}, got {got}")
    assert len(wrong) <= (1 - FLOOR) * len(rows), "\n".join([f"{len(wrong)} wrong:", *wrong])
