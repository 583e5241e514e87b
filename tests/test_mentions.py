"""Mentions: what a text names, and which actor each name stands for."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import languages
from graph.actors.gazetteer import load_gazetteer
from graph.actors.lexicon import tokenise
from graph.actors.link import Linker
from graph.actors.mention import Mention
from graph.actors.units import cut
from graph.model import Sentence
from graph.text.sentences import split

GAZETTEER = load_gazetteer()
LINKERS = {code: Linker(GAZETTEER, languages.load(code)) for code in languages.codes()}


def rows(name: str) -> list[list[str]]:
    """Return the cells of a table of cases, without its header."""
    lines = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


ROWS = rows("mentions.tsv")
OFFICES = rows("offices.tsv")
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


def mentions(lang: str, text: str, published: str = "2024-01-15") -> list[Mention]:
    cast = LINKERS[lang].cast(text, split(text, lang), published)
    return [mention for mention in cast.mentions if mention.how != "adjective"]


@pytest.mark.parametrize("lang", languages.codes())
def test_one_pattern_tells_where_any_phrase_begins(lang: str) -> None:
    """All patterns in one match wherever one of them does, and nowhere else."""
    linker = LINKERS[lang]
    grammar, texts = linker._grammar, [marked(row[1])[0] for row in ROWS if row[0] == lang]
    for text in texts:
        tags = cut(text, split(text, lang), linker._lexicon).tags
        for at in range(len(tags)):
            matching = [row for row in grammar._patterns if row[1].match(tags, at)]
            found = grammar._begins.match(tags, at)
            first = grammar._from.get(found.lastgroup or "", []) if found else []
            assert first[:1] == matching[:1], (text, at)


@pytest.mark.parametrize("row", ROWS, ids=[row[1][:40] for row in ROWS])
def test_mentions(row: list[str]) -> None:
    """A text gives the mentions that are marked in it, and no others."""
    lang, annotated, *published = row
    text, wanted = marked(annotated)
    found = [
        (text[m.start : m.end], [actor.label for actor in m.actors])
        for m in mentions(lang, text, *published)
    ]
    assert [(surface, sorted(names)) for surface, names in found] == [
        (surface, sorted(names)) for surface, names in wanted
    ]


def claims(lang: str, text: str) -> list[str]:
    """Return the state relations that a text claims: "Vladimir Putin leads RU"."""
    cast = LINKERS[lang].cast(text, split(text, lang), "2024-01-15")
    return sorted(f"{c.person.label} {c.relation} {GAZETTEER.key(c.of)}" for c in cast.claims)


@pytest.mark.parametrize(("lang", "text", "wanted"), OFFICES, ids=[row[1][:40] for row in OFFICES])
def test_titles_claim_offices(lang: str, text: str, wanted: str) -> None:
    """A text claims the offices in its row, and no others."""
    assert claims(lang, text) == sorted(wanted.split("; ") if wanted != "-" else [])


def test_a_title_claims_its_office_once() -> None:
    """However often an article repeats it."""
    named = "Le président russe Vladimir Poutine"
    assert claims("fr", f"{named} a parlé. {named} est sorti.") == ["Vladimir Putin leads RU"]


def test_a_former_holder_is_named() -> None:
    """Whoever held an office once is named, but stands for no state."""
    found = mentions("en", "The former French president Nicolas Sarkozy spoke.")
    assert [actor.label for actor in found[0].actors] == ["Nicolas Sarkozy"]


@pytest.mark.parametrize(
    ("title", "wanted"), [("Taliban hold talks", "Taliban"), ("Talks in Doha", "ELN")]
)
def test_the_headline_tells_which_group_is_meant(title: str, wanted: str) -> None:
    """Of two groups that fit, rather the one that the headline names than one named in passing."""
    text = "Beijing wants a break with the ELN first. The insurgents met Qatar."
    cast = LINKERS["en"].cast(text, split(text, "en"), "2024-01-15", title)
    (found,) = (m for m in cast.mentions if text[m.start : m.end] == "insurgents")
    assert [actor.label for actor in found.actors] == [wanted]


@given(st.text(max_size=200))
def test_any_text_is_cut_in_order(text: str) -> None:
    """Tokens and mentions lie in the text, in order, without overlap."""
    tokens = tokenise(text)
    spans = zip(tokens.starts, tokens.ends, strict=True)
    assert [text[start:end] for start, end in spans] == tokens.words
    for lang in languages.codes():
        found = LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions
        edges = [edge for mention in found for edge in (mention.start, mention.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)


def test_units_carry_one_tag_letter_each() -> None:
    """Phrase patterns count on one letter a unit."""
    text = "U.S. Secretary of State Antony Blinken met Xi in Beijing."
    linker = LINKERS["en"]
    units = cut(text, [Sentence(0, len(text))], linker._lexicon).units
    assert all(len(unit.tag) == 1 for unit in units)
    assert units[-1].tag == "|"


COMPOUNDS = tomllib.loads(
    (Path(__file__).parent.parent / "graph/actors/data/compounds.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("key", COMPOUNDS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_adjectives_of_two_states(key: str, lang: str) -> None:
    """Every listed first part, before an adjective, gives both states: "russo-turc"."""
    code = "TN" if key != "TN" else "LY"
    adjective = {"fr": {"TN": "tunisien", "LY": "libyen"}, "en": {"TN": "Tunisian", "LY": "Libyan"}}
    for form in COMPOUNDS[key][lang]:
        text = f"{form}-{adjective[lang][code]}"
        (mention,) = LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions
        assert [actor.country for actor in mention.actors] == [key, code]
        assert mention.how == "adjective"


CITIES = tomllib.loads(
    (Path(__file__).parent.parent / "graph/actors/data/cities.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("key", CITIES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_cities_stand_for_their_state(key: str, lang: str) -> None:
    """Every listed town stands for the state it lies in."""
    for name in [*CITIES[key]["both"], *CITIES[key][lang]]:
        text = f"x {name} x"
        (mention,) = LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions
        assert [actor.country for actor in mention.actors] == [key]
        assert mention.how == "capital"


def test_a_name_that_serves_nobody_breaks_nothing() -> None:
    """A row of names and titles without a verb is read, however little it says."""
    assert mentions("en", "vessel Yuan Wang spokesman Blair colleague Wang ") is not None
