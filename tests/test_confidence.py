"""Confidence: weights from a file, signs of support, and the fit of the one to the other."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DataFileError
from graph.evaluate.calibration import fit
from graph.extract import extract
from graph.extract.confidence import PATH, SIGNS, confidence, of_title, weights
from graph.knowledge import load_knowledge
from graph.model import Article
from graph.relations import relations

signs = st.fixed_dictionaries(dict.fromkeys(SIGNS, st.floats(0, 3)))


def sure(text: str) -> float:
    """Return the confidence in the one event that a sentence tells."""
    ((_, found),) = extract(
        [Article("a", text, lang="en", published="2024-05-15")], load_knowledge()
    )
    (statement,) = [item for item in found if not item.evidence.rule.endswith(".title")]
    return statement.confidence


@given(signs, st.sampled_from(sorted(relations())))
def test_confidence_is_a_share_in_hundredths(found: dict[str, float], relation: str) -> None:
    value = confidence(found, relation)
    assert 0 <= value <= 1
    assert value == round(value, 2)


def test_an_office_in_a_title_is_sure() -> None:
    assert confidence(of_title(), "leads") >= 0.9


def test_a_name_is_surer_than_a_pronoun() -> None:
    named = sure("France was angry. France imposed sanctions on Iran.")
    assert named > sure("France was angry. It imposed sanctions on Iran.")


def test_a_broken_file_says_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(PATH.read_text(encoding="utf-8").replace("loose", "lose"), encoding="utf-8")
    with pytest.raises(DataFileError, match="loose, lose"):
        weights(path)


def test_a_relation_that_is_not_known_is_named(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    text = PATH.read_text(encoding="utf-8")
    path.write_text(text.replace("[relations]", "[relations]\nloves = 1.0"), encoding="utf-8")
    with pytest.raises(DataFileError, match="loves"):
        weights(path)


def test_the_fit_finds_what_is_right_how_often() -> None:
    """Of two kinds of statement, right in nine and in five of ten, each gets about its share."""
    rows = np.zeros((1000, len(SIGNS)))
    rows[:, 0] = 1
    rows[500:, 2] = 1
    right = np.array([float(at % 10 != 0) for at in range(500)] + [at % 2 for at in range(500)])
    found = fit(rows, right)
    shares = 1 / (1 + np.exp(-(rows[[0, 999]] @ found)))
    assert shares == pytest.approx([0.9, 0.5], abs=0.03)
