"""Which sentences that could hold a statement are passed over, and the files that say so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import languages
from graph.errors import DataFileError
from graph.extract.prepare import prepare
from graph.extract.selection.promise import ANY, Candidate, Promise, Why, lines, load, signs
from graph.extract.tools import Tools, make_tools
from graph.knowledge import load_knowledge
from graph.languages import FOLDER
from graph.model import Article

# Background after two who are named.
BACKGROUND = {
    "en": "Norway and Denmark share a long border at sea. It is rainy there for most of the year."
    " The prime minister likes to ski in winter, he says. It has snowed for weeks.",
    "fr": "La Norvège et le Danemark ont des côtes. Il y pleut le plus souvent, sauf en hiver."
    " On dit que le premier ministre aime la neige, mais il ne skie pas."
    " Il a neigé des semaines.",
}
# What tells of them.
TELLING = {
    "en": "Norway and Denmark share a long border at sea. They signed an agreement on Monday."
    " Norway accused Denmark of violating it.",
    "fr": "La Norvège et le Danemark ont des côtes. Ils ont signé lundi un accord sur la pêche."
    " La Norvège a accusé le Danemark de le violer.",
}


@cache
def _tools(lang: str) -> Tools:
    return make_tools(load_knowledge().gazetteer, languages.load(lang))


def _parsed(text: str, lang: str, *, promise: Promise | None = None) -> set[int]:
    tools = _tools(lang)
    tools = replace(tools, promise=promise or tools.promise)
    (prepared,) = prepare([Article("a", text, published="2024-05-06", lang=lang)], tools)
    return {at for at, _ in prepared.pieces}


@pytest.mark.parametrize("lang", languages.codes())
def test_background_is_passed_over_and_what_tells_of_two_is_not(lang: str) -> None:
    background = _parsed(BACKGROUND[lang], lang)
    assert background < _parsed(BACKGROUND[lang], lang, promise=ANY)
    assert {1, 2} <= _parsed(TELLING[lang], lang)


_TEXTS = st.text(alphabet=st.sampled_from("aBé '?"), max_size=30)
_NAMES = st.frozensets(st.sampled_from("abc"))
_WHY: st.SearchStrategy[Why | None] = st.sampled_from([None, "two", "both", "looks", "answers"])
_CANDIDATES = st.builds(Candidate, _TEXTS, st.integers(0, 9), _NAMES, _NAMES, _NAMES, _NAMES, _WHY)


@given(st.lists(_CANDIDATES, min_size=1), st.floats(-9, 9))
def test_nothing_is_kept_that_could_hold_no_statement(
    article: Sequence[Candidate], least: float
) -> None:
    could = [each.why is not None for each in article]
    assert ANY.kept(article) == could
    found = Promise({"why=two": 1.0, "a": -1.0}, least).kept(article)
    assert all(may or not kept for kept, may in zip(found, could, strict=True))


@given(st.lists(_CANDIDATES, min_size=1))
def test_a_sign_is_the_beginning_of_a_word_or_a_count(article: Sequence[Candidate]) -> None:
    for found in filter(None, signs(article)):
        assert len(found) == len(set(found))
        assert all(_SIGN.fullmatch(sign) for sign in found if sign)


_SIGN = re.compile(r"[^\W\d_]{1,6}|[a-z]+=[a-z_0-9]+(\+before=[0-9])?")


@pytest.mark.parametrize("code", languages.codes())
def test_what_was_fitted_has_the_form_that_is_read(code: str) -> None:
    promise = load(code)
    assert all(_SIGN.fullmatch(sign) for sign in promise.weights)
    written = (FOLDER / code / "promise.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    assert list(lines(promise)) == [line for line in written if not line.startswith("#")]


@given(st.lists(_CANDIDATES, min_size=1, max_size=3))
def test_of_a_brief_all_may(article: Sequence[Candidate]) -> None:
    assert Promise({}, 9.0).kept(article) == ANY.kept(article)


def test_a_language_without_weights_has_all_parsed_that_could_hold_a_statement() -> None:
    assert load("xx") is ANY


@pytest.mark.parametrize("text", ["least=,-1\nsaid,much\n", "said,0.5\n", "least=\n"])
def test_a_malformed_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "promise.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"promise\.csv"):
        load("en", tmp_path)
