"""Descriptions of actors named before: every entry of the file."""

import tomllib

import pytest

from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.model import KINDS

TABLE = tomllib.loads((FOLDER / "descriptions.toml").read_text(encoding="utf-8"))
GAZETTEER = load_gazetteer()
every_entry = pytest.mark.parametrize("key", TABLE)


@every_entry
def test_entry_is_well_formed(key: str) -> None:
    """Known actors or a kind, words in both languages, no repeats."""
    fields = TABLE[key]
    assert set(fields) <= {"of", "kind", "adjective", "named", "en", "fr"}
    assert ("of" in fields) is not ("kind" in fields)
    assert fields.get("kind", "country") in KINDS
    for listed in (fields.get("of", []), fields["en"], fields["fr"]):
        assert len(listed) == len(set(listed))
    assert all(GAZETTEER.actor(actor) for actor in fields.get("of", []))


@every_entry
def test_words_are_no_names(key: str) -> None:
    """What names an actor by itself needs no description."""
    names = {
        name.text for lang in ("en", "fr") for name in GAZETTEER.names[lang] if name.tag in "CKGP"
    }
    assert not names & {*TABLE[key]["en"], *TABLE[key]["fr"]}


SETS = tomllib.loads((FOLDER / "sets.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", SETS)
def test_set_is_well_formed(key: str) -> None:
    """Several known actors, and names in both languages that nobody else has."""
    fields = SETS[key]
    assert set(fields) == {"of", "en", "fr"}
    assert 2 <= len(set(fields["of"])) == len(fields["of"]) <= 6
    assert list(GAZETTEER.sets[key]) == [GAZETTEER.actor(actor) for actor in fields["of"]]
    names = {
        name.text for lang in ("en", "fr") for name in GAZETTEER.names[lang] if name.tag != "W"
    }
    assert not names & {*fields["en"], *fields["fr"]}


GIVEN = tomllib.loads((FOLDER / "given_names.toml").read_text(encoding="utf-8"))["names"]


def test_given_names_name_nobody_known() -> None:
    """A given name is no state, town or family name of somebody listed, and is listed once."""
    taken = {
        name.text for lang in ("en", "fr") for name in GAZETTEER.names[lang] if name.tag in "CKDGFP"
    }
    assert len(GIVEN) == len(set(GIVEN))
    assert not taken & set(GIVEN)
    assert all(name.istitle() and name.isalpha() for name in GIVEN)
