"""The names of states: every entry of countries.toml is read and checked."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "graph" / "actors" / "data" / "countries.toml"
MEMBERS = (ROOT / "tests" / "data" / "un_members.txt").read_text(encoding="utf-8")

COUNTRIES: dict[str, Any] = tomllib.loads(DATA.read_text(encoding="utf-8"))
LANGUAGES = ("en", "fr")
LISTS = ("names", "adjectives", "demonyms", "capitals", "seats")
OBSERVERS = {"PS", "VA"}

# A list that is empty because its only string went to the commoner claimant, named here.
LENT = {
    ("BE", "en", "capitals"): ("EU", "Brussels"),
    ("BE", "fr", "capitals"): ("EU", "Bruxelles"),
    ("CG", "en", "adjectives"): ("CD", "Congolese"),
    ("CG", "en", "demonyms"): ("CD", "Congolese"),
    ("CG", "fr", "adjectives"): ("CD", "congolais"),
    ("CG", "fr", "demonyms"): ("CD", "Congolais"),
    ("DM", "en", "adjectives"): ("DO", "Dominican"),
    ("DM", "en", "demonyms"): ("DO", "Dominican"),
}

# French feminines that are not the masculine with an e, by ending: the first that fits is used.
FEMININES = (("grec", "grecque"), ("turc", "turque"), ("ek", "èke"), ("en", "enne"), ("", "e"))
INVARIABLE = {"burkinabè", "ni-vanuatu"}
# Peoples whose noun is not their adjective.
NOUNS = {"helvete", "helvetes", "suissesse", "suissesses"}


def codes(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return " ".join(lines).split()


def texts(entry: dict[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    """Every string of an entry in one language, with the list it stands in."""
    yield "label", entry[lang]["label"]
    for field in LISTS:
        for text in entry[lang][field]:
            yield field, text


def owners(lang: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, entry in COUNTRIES.items():
        for _, text in texts(entry, lang):
            found[text].add(code)
    return found


def plural(form: str) -> str:
    words = form.split(" ")
    return " ".join(word if word[-1] in "sxz" else word + "s" for word in words)


def feminine(form: str) -> str:
    ending, replacement = next(pair for pair in FEMININES if form.endswith(pair[0]))
    return form.removesuffix(ending) + replacement


def missing_forms(forms: list[str]) -> set[str]:
    """The feminines and plurals that a list of French forms calls for and does not have."""
    known = {form.lower() for form in forms}
    wanted: set[str] = set()
    for form in known - INVARIABLE:
        is_plural = form.endswith("s") and any(plural(other) == form for other in known - {form})
        if not is_plural:
            wanted.add(plural(form))
            wanted |= {feminine(form)} if form[-1] != "e" else set()
    return wanted - known


def unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


each_entry = pytest.mark.parametrize("code", COUNTRIES)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def test_keys_are_two_capitals_in_order() -> None:
    assert all(re.fullmatch("[A-Z]{2}", code) for code in COUNTRIES)
    assert list(COUNTRIES) == sorted(COUNTRIES)


def test_invented_keys_are_in_the_header() -> None:
    """A key of our own is explained where somebody who adds an entry looks."""
    header = DATA.read_text(encoding="utf-8").split("[AD]")[0]
    assert all(f"{code} " in header for code in COUNTRIES if code.startswith("X") and code != "XK")


def test_wikidata_items_are_unique() -> None:
    items = [entry["wikidata"] for entry in COUNTRIES.values()]
    assert all(re.fullmatch("Q[1-9][0-9]*", item) for item in items)
    assert len(items) == len(set(items))


def test_all_members_and_observers_of_the_united_nations_are_present() -> None:
    expected = codes(MEMBERS)
    assert len(expected) == len(set(expected)) == 193 + len(OBSERVERS)
    assert set(expected) >= OBSERVERS
    assert set(expected) <= set(COUNTRIES)


@each_entry
def test_entry_has_every_key_and_no_other(code: str) -> None:
    entry = COUNTRIES[code]
    assert set(entry) == {"wikidata", *LANGUAGES}
    for lang in LANGUAGES:
        assert set(entry[lang]) == {"label", *LISTS}
        assert entry[lang]["label"]


@pytest.mark.parametrize("code", [code for code in codes(MEMBERS) if code not in OBSERVERS])
@each_language
@pytest.mark.parametrize("field", ["adjectives", "demonyms", "capitals"])
def test_member_is_complete_or_lent_its_word(code: str, lang: str, field: str) -> None:
    if (code, lang, field) in LENT:
        keeper, text = LENT[code, lang, field]
        assert COUNTRIES[code][lang][field] == []
        assert text in COUNTRIES[keeper][lang][field]
    else:
        assert COUNTRIES[code][lang][field]


@each_language
def test_no_string_is_claimed_twice(lang: str) -> None:
    assert {text: by for text, by in owners(lang).items() if len(by) > 1} == {}


@each_entry
@each_language
def test_no_list_repeats_itself_or_the_label(code: str, lang: str) -> None:
    entry = COUNTRIES[code][lang]
    assert entry["label"] not in entry["names"]
    for field in LISTS:
        assert len(entry[field]) == len(set(entry[field])), field


@each_entry
@each_language
def test_strings_are_clean(code: str, lang: str) -> None:
    for _, text in texts(COUNTRIES[code], lang):
        assert text == " ".join(text.split())
        assert text == unicodedata.normalize("NFC", text)
        assert not set(text) & set("’‘ʼ`´“”«»\u200b")
        assert text.isprintable()


@each_entry
def test_english_strings_have_a_capital(code: str) -> None:
    """A name in lower case would be found in ordinary prose."""
    for _, text in texts(COUNTRIES[code], "en"):
        assert any(letter.isupper() for letter in text)


@each_entry
def test_french_adjectives_are_lower_case_and_peoples_are_not(code: str) -> None:
    entry = COUNTRIES[code]["fr"]
    assert all(form == form.lower() for form in entry["adjectives"])
    for field in ("demonyms", "capitals"):
        assert all(form[0].isupper() for form in entry[field])
    for field in ("names", "seats"):
        assert all(any(letter.isupper() for letter in name) or " " in name for name in entry[field])


@each_entry
@pytest.mark.parametrize("field", ["adjectives", "demonyms"])
def test_french_forms_come_with_feminine_and_plural(code: str, field: str) -> None:
    assert missing_forms(COUNTRIES[code]["fr"][field]) == set()


@pytest.mark.parametrize(
    ("forms", "missing"),
    [
        (["grec", "grecque", "grecs", "grecques"], set()),
        (["russe", "russes"], set()),
        (["français", "française", "françaises"], set()),
        (["ouzbek", "ouzbèke", "ouzbeks", "ouzbèkes"], set()),
        (["chypriote turc", "chypriote turque", "chypriotes turcs", "chypriotes turques"], set()),
        (["malien", "malienne", "maliens"], {"maliennes"}),
        (["malien", "maliene", "maliens", "malienes"], {"malienne"}),
        (["russe"], {"russes"}),
        (["français"], {"française"}),
    ],
)
def test_the_check_of_forms_itself(forms: list[str], missing: set[str]) -> None:
    assert missing_forms(forms) == missing


@each_entry
def test_french_peoples_match_an_adjective(code: str) -> None:
    """A slip in one of the two lists shows as a people without its adjective."""
    entry = COUNTRIES[code]["fr"]
    adjectives = {unaccented(form) for form in entry["adjectives"]}
    assert {unaccented(form.lower()) for form in entry["demonyms"]} <= adjectives | NOUNS


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "Congo", "CD"),
        ("fr", "Congo", "CG"),
        ("en", "Nigerien", "NE"),
        ("en", "Nigerian", "NG"),
        ("fr", "nigériane", "NG"),
        ("fr", "nigérienne", "NE"),
        ("fr", "dominicain", "DO"),
        ("fr", "dominiquais", "DM"),
        ("fr", "guinéen", "GN"),
        ("fr", "Mexico", "MX"),
        ("en", "U.S.", "US"),
        ("fr", "Etats-Unis", "US"),
        ("fr", "Quai d'Orsay", "FR"),
        ("en", "Elysee", "FR"),
        ("fr", "Kremlin", "RU"),
        ("en", "Brussels", "EU"),
        ("fr", "Le Caire", "EG"),
        ("en", "Foreign Office", "GB"),
        ("fr", "Saint-Siège", "VA"),
        ("fr", "soviétique", "SU"),
        ("en", "Turkish Cypriots", "XN"),
    ],
)
def test_newsroom_usage(lang: str, text: str, code: str) -> None:
    assert owners(lang)[text] == {code}


@pytest.mark.parametrize(
    "text",
    [
        *("Amérique", "Korea", "Corée", "Korean", "coréen", "European", "Européen"),
        *("Europe", "England", "Scotland", "Maurice", "Dominique", "Grenade", "Male"),
    ],
)
@each_language
def test_names_of_more_than_one_thing_are_in_no_entry(text: str, lang: str) -> None:
    assert text not in owners(lang)


def test_borders() -> None:
    """Each two neighbours are listed once, in the row of the first, by codes that are known."""
    path = DATA.with_name("borders.toml")
    rows: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    assert list(rows) == sorted(rows)
    for one, others in rows.items():
        assert others == sorted(set(others))
        assert all(one < other for other in others)
        assert {one, *others} <= set(COUNTRIES)
