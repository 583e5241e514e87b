"""The articles to learn from are whole: readable as gold, and every relation is there."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.evaluate.gold import GoldArticle, GoldStatement, read_gold
from graph.relations import relations
from graph.text import edtf

FOLDER = Path(__file__).parent.parent / "training"
SETS = sorted(path.name for path in FOLDER.glob("*.jsonl.gz"))


@cache
def articles(name: str) -> tuple[GoldArticle, ...]:
    return tuple(read_gold(str(FOLDER / name)))


def statements(name: str) -> Iterator[tuple[GoldArticle, GoldStatement]]:
    return ((item, told) for item in articles(name) for told in item.statements)


@pytest.mark.parametrize("name", SETS)
def test_every_relation_is_told_in_several_ways(name: str) -> None:
    """Fewer than eight examples teach nothing of how a relation is said."""
    told = Counter(told.relation for _, told in statements(name))
    assert {relation: told[relation] for relation in relations() if told[relation] < 8} == {}


@pytest.mark.parametrize("name", SETS)
def test_what_a_statement_rests_on_stands_in_the_text(name: str) -> None:
    assert {
        told for item, told in statements(name) if told.sentence not in item.article.text
    } == set()
    ends = {
        (item.article.id, key)
        for item, told in statements(name)
        for key in (told.subject, told.object)
        if key not in item.actors
    }
    assert ends == set()


@pytest.mark.parametrize("name", SETS)
def test_dates_are_edtf(name: str) -> None:
    for _, told in statements(name):
        if told.date:
            edtf.bounds(told.date)


def test_no_article_is_in_two_sets() -> None:
    texts = Counter(item.article.text for name in SETS for item in articles(name))
    assert max(texts.values()) == 1


@pytest.mark.parametrize("name", SETS)
def test_packing_is_repeatable(name: str) -> None:
    """A gzip header with no time and no file name: the same articles, the same bytes."""
    assert (FOLDER / name).read_bytes()[3:8] == bytes(5)
