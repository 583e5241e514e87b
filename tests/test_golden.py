"""Golden cases: an article in a folder gives the statements that stand beside it.

A new case is a folder with ``article.txt``; ``pytest --update-golden`` writes
its ``expected.tsv``, and a person reads the difference before it is kept.
"""

from pathlib import Path

import pytest

from graph.export.jsonl import in_order
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, Statement
from graph.read import read_articles

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
HEADER = "subject\trelation\tobject\tdate\tmodality\tsaid by\tsentence"


def row(statement: Statement) -> str:
    """Return what a person checks of a statement, on one line."""
    sentence = " ".join(statement.evidence.sentence.split())
    cells = (
        statement.subject.label,
        statement.relation,
        statement.object.label,
        statement.date or "",
        statement.modality,
        statement.said_by or "",
        sentence[:60],
    )
    return "\t".join(cells)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, *, update_golden: bool) -> None:
    """The article gives its statements, in order, and nothing else."""
    articles = list(read_articles([str(case / "article.txt")]))
    assert all(isinstance(article, Article) for article in articles)
    read = extract([item for item in articles if isinstance(item, Article)], load_knowledge())
    found = [statement for _, statements in read for statement in statements]
    lines = [HEADER, *map(row, in_order(found))]
    golden = case / "expected.tsv"
    if update_golden:
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == lines
