"""Expressions whose classes of characters are worked out once are those of Python."""

import re
from collections.abc import Iterator
from importlib import import_module
from threading import Event, Thread
from types import ModuleType

import pytest

from graph import languages
from graph.extract.parsing.charsets import sharing_classes
from graph.extract.parsing.parse import load_parser

NAME = "_optimize_charset"

# The same class in small letters and regardless of case, negated, and behind another.
ALIKE = ["[a-zß-öκ]+", "(?i)[a-zß-öκ]+", "[^a-zß-öκ]", "(?i)x[a-zß-öκ]|[a-zß-öκ]", "(?ia)[a-zß-öκ]"]


@pytest.fixture(name="compiler")
def _compiler() -> Iterator[ModuleType]:
    yield import_module("re._compiler")
    re.purge()


def _compiled(patterns: list[str]) -> list[re.Pattern[str]]:
    re.purge()
    return [re.compile(pattern) for pattern in patterns]


def _of_tokenizer(lang: str) -> list[str]:
    tokenizer = import_module(languages.load(lang).tables["parser"]["model"]).load().tokenizer
    named = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")
    asked = [getattr(tokenizer, name) for name in named]
    return [each.__self__.pattern for each in asked if each is not None]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_tokenizer_has_the_very_expressions_of_python(lang: str, compiler: ModuleType) -> None:
    patterns = _of_tokenizer(lang)
    plain = _compiled(patterns)
    with sharing_classes():
        assert hasattr(compiler, NAME)
        shared = _compiled(patterns)
    assert shared == plain
    assert all(one is not other for one, other in zip(shared, plain, strict=True))


def test_case_and_negation_are_told_apart(compiler: ModuleType) -> None:
    plain = _compiled(ALIKE)
    with sharing_classes():
        assert _compiled(ALIKE) == plain
    assert len(set(plain)) == len(ALIKE)
    assert compiler


def test_a_class_is_worked_out_once(compiler: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    own, asked = getattr(compiler, NAME), []

    def counting(*given: object) -> object:
        asked.append(given)
        return own(*given)

    monkeypatch.setattr(compiler, NAME, counting)
    with sharing_classes():
        _compiled([f"(?i){letter}[a-zß-ö]" for letter in "abcdefgh"])
    assert len(asked) < 8
    assert getattr(compiler, NAME) is counting


def test_a_python_that_has_no_such_function_is_left_as_it_is(
    compiler: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.delattr(compiler, NAME)
        with sharing_classes():
            assert not hasattr(compiler, NAME)


def test_a_failure_leaves_python_as_it_was(compiler: ModuleType) -> None:
    before = getattr(compiler, NAME)
    with pytest.raises(KeyError), sharing_classes():
        raise KeyError
    assert getattr(compiler, NAME) is before


def test_parsers_are_loaded_so(monkeypatch: pytest.MonkeyPatch, compiler: ModuleType) -> None:
    seen = []
    before = getattr(compiler, NAME)
    pipeline = import_module("graph.extract.parsing.pipeline")

    def made(model: str) -> object:
        seen.append((model, getattr(compiler, NAME) is before))
        return object()

    monkeypatch.setattr(pipeline, "Pipeline", made)
    load_parser.__wrapped__("some_model")
    assert seen == [("some_model", False)]


def test_a_python_that_compiles_elsewhere_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.extract.parsing.charsets._COMPILER", "re._somewhere_else")
    with sharing_classes():
        assert re.compile("(?i)[a-zß-öκω]+").match("ΩK")


def test_two_that_load_at_once_leave_python_as_it_was(compiler: ModuleType) -> None:
    before, inside, go_on = getattr(compiler, NAME), Event(), Event()

    def long() -> None:
        with sharing_classes():
            inside.set()
            go_on.wait(timeout=5)

    def short() -> None:
        with sharing_classes():
            pass

    first, second = Thread(target=long), Thread(target=short)
    first.start()
    inside.wait(timeout=5)
    second.start()
    second.join(timeout=0.2)  # it has to wait for the first
    go_on.set()
    first.join()
    second.join()
    assert getattr(compiler, NAME) is before
