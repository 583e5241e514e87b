"""Mentions: what a text names, and which actor each name stands for."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import languages
from graph.actors.gazetteer import load_gazetteer
from graph.actors.lexicon import tokenise
from graph.actors.link import Linker, Mention
from graph.actors.units import cut
from graph.model import Sentence

GAZETTEER = load_gazetteer()
LINKERS = {code: Linker(GAZETTEER, languages.load(code)) for code in languages.codes()}

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "mentions.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
_MARK = re.compile(r"\[(?P<surface>[^|\]]*)\|(?P<keys>[^\]]*)\]")


def name_of(key: str) -> str:
    """Return what an actor is called that a key of the table means."""
    return key[1:] if key.startswith("=") else GAZETTEER.actor(key).label


def marked(annotated: str) -> tuple[str, list[tuple[str, list[str]]]]:
    """Return the text without brackets, and each bracket's surface with the actors it wants."""
    wanted = [
        (mark["surface"], [name_of(key) for key in mark["keys"].split("+")])
        for mark in _MARK.finditer(annotated)
        if mark["keys"] != "-"
    ]
    return _MARK.sub(lambda mark: mark["surface"], annotated), wanted


def mentions(lang: str, text: str) -> list[Mention]:
    cast = LINKERS[lang].cast(text, [Sentence(0, len(text))], "2024-01-15")
    return [mention for mention in cast.mentions if mention.how != "adjective"]


@pytest.mark.parametrize(("lang", "annotated"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_mentions(lang: str, annotated: str) -> None:
    """A text gives the mentions that are marked in it, and no others."""
    text, wanted = marked(annotated)
    found = [
        (text[m.start : m.end], [actor.label for actor in m.actors]) for m in mentions(lang, text)
    ]
    assert [(surface, sorted(names)) for surface, names in found] == [
        (surface, sorted(names)) for surface, names in wanted
    ]


def test_title_claims_an_office() -> None:
    """A titled name says who leads what, once."""
    named = "Le président russe Vladimir Poutine"
    text = f"{named} a parlé. {named} est sorti."
    claims = LINKERS["fr"].cast(text, [Sentence(0, len(text))], None).claims
    assert [(c.person.label, c.relation, c.of.label) for c in claims] == [
        ("Vladimir Putin", "leads", "Russia")
    ]


def test_former_title_claims_nothing() -> None:
    """Whoever held an office once is named, but leads nothing now."""
    text = "The former French president Nicolas Sarkozy spoke in Rome."
    cast = LINKERS["en"].cast(text, [Sentence(0, len(text))], "2024-01-15")
    assert cast.claims == ()
    assert cast.mentions[0].actors[0].label == "Nicolas Sarkozy"


@given(st.text(max_size=200))
def test_any_text_is_cut_in_order(text: str) -> None:
    """Tokens and mentions lie in the text, in order, without overlap."""
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    for lang in languages.codes():
        found = LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions
        edges = [edge for mention in found for edge in (mention.start, mention.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)


def test_units_carry_one_tag_letter_each() -> None:
    """Phrase patterns count on one letter a unit."""
    text = "U.S. Secretary of State Antony Blinken met Xi in Beijing."
    linker = LINKERS["en"]
    units = cut(text, [Sentence(0, len(text))], linker._lexicon)
    assert all(len(unit.tag) == 1 for unit in units)
    assert units[-1].tag == "|"
