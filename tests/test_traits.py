"""What each relation is like is said once, in one file, and all of it is of use."""

from pathlib import Path
from typing import get_args

import pytest

from graph.errors import DataFileError
from graph.relations import relations
from graph.traits import PATH, Trait, has, traits

HEAD = PATH.read_text(encoding="utf-8").partition("relation,subject")[0]


def test_each_relation_has_a_row_in_the_order_of_the_vocabulary() -> None:
    assert list(traits()) == list(relations())


@pytest.mark.parametrize("trait", get_args(Trait))
def test_each_trait_is_explained_and_some_have_it_and_some_do_not(trait: Trait) -> None:
    assert f"#   {trait} " in HEAD
    assert {has(relation, trait) for relation in relations()} == {True, False}


@pytest.mark.parametrize("relation", relations())
def test_traits_of_a_row_are_in_one_order_and_said_once(relation: str) -> None:
    row = next(line for line in PATH.read_text().splitlines() if line.startswith(f"{relation},"))
    said = row.rpartition(",")[2].split()
    assert said == [trait for trait in get_args(Trait) if trait in said]


@pytest.mark.parametrize("relation", relations())
def test_what_a_denial_covers_is_another_relation_and_both_are_cooperation(relation: str) -> None:
    for covered in traits()[relation].covers:
        assert covered != relation
        assert relations()[covered].quad.endswith("cooperation")


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("meets,,,hosts,scheduled", "agreesWith"),
        ("agreesWith,,,,eternal", "eternal"),
        ("agreesWith,nation,,,", "nation"),
        ("agreesWith,,,parleysWith,", "parleysWith"),
        ("parleysWith,,,,", "parleysWith"),
    ],
    ids=["row missing", "trait", "kind", "covered", "relation"],
)
def test_a_name_that_is_none_is_named(tmp_path: Path, row: str, word: str) -> None:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("agreesWith,"))
    added = row.startswith("parleysWith")
    lines[start : start + (not added)] = [row]
    (path := tmp_path / "traits.csv").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataFileError, match=word):
        traits(path)
