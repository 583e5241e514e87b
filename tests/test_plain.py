"""Plainly written TOML: read as ``tomllib`` reads it, or left to it."""

import tomllib
from pathlib import Path

import pytest

from graph.actors import plain
from graph.actors.gazetteer import FOLDER

FILES = sorted((Path(__file__).parent.parent / "graph").rglob("*.toml"))

#: Those that make up nearly all of what a start reads.
LONG = ("countries", "organisations", "people")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_is_read_alike(path: Path) -> None:
    """The values and their order."""
    text = path.read_text(encoding="utf-8")
    ours, theirs = plain.loads(text), tomllib.loads(text)
    assert ours == theirs
    assert [(key, list(value)) for key, value in ours.items()] == [
        (key, list(value)) for key, value in theirs.items()
    ]


@pytest.mark.parametrize("name", LONG)
def test_long_files_are_plain(name: str) -> None:
    """One line that is not makes every start slower."""
    assert plain.tables((FOLDER / f"{name}.toml").read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize(
    "text",
    [
        'a = "one"  # said behind it',
        "a = 'in single quotes'",
        'a = "with \\u00e9"',
        'a = """\nof several lines"""',
        "a = 1",
        "a = { b = 1 }",
        'a = ["one",  # said within\n  "two",\n]',
        '[[a]]\nb = "one"',
        '[a.b]\nc = "one"',
        'a.b.c = "one"',
        'a = [\n"one",\n"two"\n]',
        '"a" = "one"',
        "a = 2023-10-12",
    ],
)
def test_what_is_not_plain_is_left_to_tomllib(text: str) -> None:
    assert plain.tables(text) is None
    assert plain.loads(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = "one"\na = "two"',
        '[a]\nb = "one"\n[a]\nc = "two"',
        'a = "one"\n[a]\nb = "two"',
        'a = "one"\na.b = "two"',
        'a.b = "one"\na.b = "two"',
        'a = "one", "two"',
        'a = "one',
        'a = ["one"',
        'a = "one" "two"',
        "a = null",
        "a = [null]",
        "a = [NaN]",
        'a = ["one", [null]]',
        'a = [{"b": "one"}]',
        "a",
        "[a",
        "a = ",
    ],
)
def test_a_mistake_is_an_error(text: str) -> None:
    """As TOML has it, not as JSON does."""
    with pytest.raises(tomllib.TOMLDecodeError):
        plain.loads(text)


def test_lists_may_have_several_lines_and_a_last_comma() -> None:
    text = 'a = [\n  "one", "two",\n  "three",\n]\n\n# a comment\n[b]\nc.d = true\nc.e = []\n'
    assert plain.tables(text) == {"a": ["one", "two", "three"], "b": {"c": {"d": True, "e": []}}}


def test_no_lines() -> None:
    assert plain.loads("") == {}
