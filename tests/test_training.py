"""The articles to learn from are whole: readable as gold, and every relation is there."""

from collections import Counter
from pathlib import Path

import pytest

from graph.evaluate.gold import read_gold
from graph.relations import relations

FOLDER = Path(__file__).parent.parent / "training"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl.gz")), ids=lambda path: path.name)
def test_every_relation_is_told_in_several_ways(path: Path) -> None:
    """Fewer than eight examples teach nothing of how a relation is said."""
    told = Counter(told.relation for item in read_gold(str(path)) for told in item.statements)
    assert {name: told[name] for name in relations() if told[name] < 8} == {}
