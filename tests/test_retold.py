"""A deed that a text tells twice has the day that it names once, and no other deed has it."""

from pathlib import Path

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
from tests.test_factuality import key, name

TABLE = Path(__file__).parent / "data" / "retold.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "lang\t"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_first_and_last_telling(row: tuple[str, ...]) -> None:
    lang, text, deed, *dates = row
    article = Article("a", text, lang=lang, published="2024-05-15")
    [(_, found)] = extract([article], load_knowledge())
    told = sorted(
        (each.evidence.start, each.date or "-")
        for each in found
        if name(key(each.subject), each.relation, key(each.object)) == name(*deed.split(">"))
    )
    assert [told[0][1], told[-1][1]] == dates
    assert len(told) > 1
