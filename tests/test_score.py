"""The score on articles annotated by hand may rise but not fall."""

import tomllib
from pathlib import Path

import pytest

from graph.evaluate import evaluate
from graph.evaluate.figures import total
from graph.evaluate.gold import read_gold
from graph.evaluate.report import Report
from graph.knowledge import load_knowledge

FOLDER = Path(__file__).parent / "eval"
FLOORS = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
TRAINING: dict[str, dict[str, float]] = FLOORS.pop("training")


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate(list(read_gold(str(FOLDER))), load_knowledge())


def measured(report: Report) -> dict[str, float]:
    """Return what ``floors.toml`` holds down; triples of events and of offices together."""
    triples = total(report.levels[level] for level in ("exact", "state"))
    return {
        "precision": triples.precision,
        "recall": triples.recall,
        "full": report.attributes["all"].share,
        **{name: report.attributes[name].share for name in ("date", "modality", "said_by")},
        "sure": report.reliability["0.9-1.0"].share,
    }


@pytest.mark.parametrize("name", FLOORS)
def test_score_is_not_below_the_floor(report: Report, name: str) -> None:
    assert measured(report)[name] >= FLOORS[name], report.articles


@pytest.mark.parametrize("name", TRAINING)
def test_score_on_the_articles_to_learn_from_is_not_below_the_floor(name: str) -> None:
    """Prose that is denser and more varied than news shows what the rules cannot read yet."""
    path = FOLDER.parent.parent / "training" / f"{name}.jsonl.gz"
    found = evaluate(list(read_gold(str(path))), load_knowledge())
    figures = {name: level.f1 for name, level in found.levels.items()}
    figures.update((kind, share.share) for kind, share in found.linked.items())
    figures.update((f"{kind}_right", figure.precision) for kind, figure in found.actors.items())
    figures.update((name, share.share) for name, share in found.attributes.items())
    figures["real"] = 1 - found.false_facts.share
    floors = TRAINING[name]
    assert {kind: figures[kind] for kind in floors if figures[kind] < floors[kind]} == {}
