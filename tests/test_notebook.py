"""The notebook of the docs runs from its first cell to its last."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from graph.export.jsonl import write_jsonl
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, Graph
from graph.read import read_articles

ROOT = Path(__file__).parent.parent
NOTEBOOK = json.loads((ROOT / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
CELLS = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


def run(cell: str, names: dict[str, Any]) -> object:
    """Run a cell as a notebook does, and return what its last line comes to."""
    tree = ast.parse(cell)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - it is ours
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # type: ignore[attr-defined] # noqa: S307


def test_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the sample articles; every cell shows something."""
    articles = list(read_articles([str(ROOT / "data" / "articles")]))
    read = extract([each for each in articles if isinstance(each, Article)], load_knowledge())
    told = Graph.of(each for _, statements in read for each in statements)
    write_jsonl(told, tmp_path / "output" / "statements.jsonl")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for cell in CELLS:
        shown = run(cell, names)
        assert shown is not None, cell
        assert getattr(shown, "_repr_html_", lambda: "<")().startswith("<")


def test_it_is_kept_without_output() -> None:
    assert all(not cell.get("outputs") for cell in NOTEBOOK["cells"])
    assert all(cell.get("execution_count") is None for cell in NOTEBOOK["cells"])
