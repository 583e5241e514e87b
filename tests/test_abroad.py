"""Countries' names in other languages: for people who look them up, never for texts."""

import re
from collections import Counter

import pytest

from graph import languages
from graph.actors.abroad import abroad, table
from graph.actors.gazetteer import load_gazetteer
from graph.actors.link import Linker
from graph.model import Sentence

GAZETTEER = load_gazetteer()
LANGUAGES = {"ar", "de", "es", "it", "nl", "pt", "ru", "zh"}


@pytest.mark.parametrize("code", table())
def test_a_row_is_whole(code: str) -> None:
    """A known country, a clean name in each language, and nothing like the code of a country."""
    assert code in GAZETTEER.countries
    assert {lang for lang, _ in table()[code]} == LANGUAGES
    for _, name in table()[code]:
        assert name == name.strip()
        assert name
        assert not re.fullmatch("[A-Z]{2}", name)


def test_every_state_of_today_is_there() -> None:
    """Missing are vanished states, and territories that have no code."""
    missing = set(GAZETTEER.countries) - set(table())
    assert {code for code in missing if not code.startswith("X")} == {
        "CS",
        "DD",
        "SU",
        "YD",
        "YU",
        "ZR",
    }


def test_no_name_means_two_countries() -> None:
    names = [(lang, name) for row in table().values() for lang, name in row]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_no_name_is_that_of_another_country_here() -> None:
    """But for the Congo, which is one of two wherever one is."""
    ours = {
        (name.text.casefold(), name.key)
        for names in GAZETTEER.names.values()
        for name in names
        if name.tag in "CGPK" and not name.is_dated
    }
    for code, row in table().items():
        for _, text in row:
            others = {key for name, key in ours if name == text.casefold()} - {code}
            assert not others or text == "Congo", text


@pytest.mark.parametrize("lang", languages.codes())
def test_no_text_is_searched_for_them(lang: str) -> None:
    """The names that a language of ours does not have itself give no mention in it."""
    known = {name.text.casefold() for name in GAZETTEER.names[lang]}
    linker = Linker(GAZETTEER, languages.load(lang))
    for word in ("Alemania", "Germania", "Frankreich", "Stati Uniti", "Россия", "中国"):
        assert word.casefold() not in known
        text = f"{word} protesta."
        assert linker.cast(text, [Sentence(0, len(text))], None).mentions == ()


def test_only_countries_have_them() -> None:
    assert ("es", "Francia") in abroad(GAZETTEER.countries["FR"])
    assert abroad(GAZETTEER.organisations["french-senate"]) == ()
