"""Names that meant another actor in other years: every entry, and what a date makes of a name."""

import re
import tomllib
from itertools import combinations

import pytest

from graph import languages
from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.actors.link import Linker
from graph.actors.records import within
from graph.actors.surfaces import LISTS
from graph.model import Sentence
from graph.userfile import is_date

TABLE = tomllib.loads((FOLDER / "eras.toml").read_text(encoding="utf-8"))
GAZETTEER = load_gazetteer()
every_entry = pytest.mark.parametrize("key", TABLE)


def words(key: str, lang: str) -> list[str]:
    return [word for listed in TABLE[key][lang].values() for word in listed]


@every_entry
def test_entry_is_well_formed(key: str) -> None:
    """A slug, a known actor, dates in order, and words in every language."""
    fields = TABLE[key]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert set(fields) == {"means", "from", "to", *languages.codes()}
    assert fields["means"] in GAZETTEER
    assert fields["from"] or fields["to"]
    assert all(is_date(fields[name]) for name in ("from", "to") if fields[name])
    assert not fields["to"] or fields["from"] < fields["to"]
    for lang in languages.codes():
        assert set(fields[lang]) <= set(LISTS)
        assert words(key, lang)
        assert all(word == word.strip() and "’" not in word for word in words(key, lang))


def test_entries_are_sorted() -> None:
    """A newcomer finds the place of an entry."""
    assert list(TABLE) == sorted(TABLE)


@pytest.mark.parametrize("lang", languages.codes())
def test_a_word_means_one_actor_on_a_day(lang: str) -> None:
    """Two entries that share a word share no day."""
    for one, other in combinations(TABLE, 2):
        if set(words(one, lang)) & set(words(other, lang)):
            first, last = TABLE[one], TABLE[other]
            assert not within(last["from"], first["from"], first["to"]), (one, other)
            assert not within(first["from"], last["from"], last["to"]), (one, other)


@pytest.mark.parametrize(
    ("lang", "text", "published", "key"),
    [
        ("en", "Belgrade protested.", "1999-04-02", "YU"),
        ("en", "Belgrade protested.", "2003-02-03", "YU"),
        ("en", "Belgrade protested.", "2003-02-04", "XM"),
        ("en", "Belgrade protested.", "2006-06-04", "RS"),
        ("en", "Belgrade protested.", None, "RS"),
        ("fr", "Moscou proteste.", "1991-12-25", "SU"),
        ("fr", "Moscou proteste.", "1991-12-26", "RU"),
        ("fr", "L'armée russe avance.", "1979-12-28", "SU"),
        ("fr", "L'armée russe avance.", "1994-12-28", "RU"),
        ("fr", "Le Congo proteste.", "1985-05-01", "CG"),
        ("en", "Congo protested.", "1985-05-01", "CG"),
        ("en", "Congo protested.", "1998-05-01", "CD"),
        ("en", "Bonn protested.", "1988-05-01", "DE"),
        ("en", "Bonn protested.", "2018-05-01", None),
        ("en", "Bonn protested.", None, None),
        ("fr", "Prague proteste.", "1968-08-21", "CS"),
        ("fr", "Prague proteste.", "1993-01-01", "CZ"),
    ],
)
def test_a_name_means_what_it_meant_on_the_day(
    lang: str, text: str, published: str | None, key: str | None
) -> None:
    cast = Linker(GAZETTEER, languages.load(lang)).cast(text, [Sentence(0, len(text))], published)
    found = [actor.country for mention in cast.mentions for actor in mention.actors]
    assert found == ([key] if key else [])
