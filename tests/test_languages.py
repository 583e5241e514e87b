"""Language packs: every pack has the same tables, and their entries fit each other."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from graph import languages
from graph.actors.phrases import PhraseGrammar
from graph.errors import DataFileError
from graph.languages import LanguagePack
from graph.model import MODALITIES
from graph.relations import STATE, relations

PACKS = [languages.load(code) for code in languages.codes()]
every_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)


def test_french_and_english_are_there() -> None:
    """The two languages of the project have packs."""
    assert {"en", "fr"} <= set(languages.codes())


@every_pack
def test_packs_have_the_same_tables(pack: LanguagePack) -> None:
    """A pack that lacks a file, or a section of one, would fail at run time."""
    model = PACKS[0]
    assert set(pack.tables) == set(model.tables)
    for name in ("cues", "mentions", "verbs"):
        assert set(pack.tables[name]) == set(model.tables[name])


@every_pack
def test_titles_claim_state_relations(pack: LanguagePack) -> None:
    """A title's relation is a state relation of the vocabulary."""
    for relation, forms in pack.tables["mentions"]["titles"].items():
        assert relations()[relation].parent == STATE
        assert forms["one"]
        assert not set(forms["one"]) & set(forms["many"]) - {"porte-parole"}


@every_pack
def test_lists_have_no_repeats_or_blanks(pack: LanguagePack) -> None:
    """Every list of words is clean: no repeats, no blanks around an entry."""
    for name in ("cues", "mentions", "nouns", "verbs"):
        for place, words in lists(pack.tables[name], name):
            assert len(words) == len(set(words)), (place, [w for w in words if words.count(w) > 1])
            assert all(word == word.strip() and word for word in words), place


def lists(table: object, place: str) -> list[tuple[str, list[str]]]:
    """Return every list of strings below a table, with its path."""
    if isinstance(table, list) and all(isinstance(item, str) for item in table):
        return [(place, table)]
    if isinstance(table, dict):
        return [found for key, value in table.items() for found in lists(value, f"{place}.{key}")]
    return []


@every_pack
def test_words_are_grouped_where_several_lists_share_them(pack: LanguagePack) -> None:
    """A group that one list names is no group; that it doubles no word is tested above."""
    folder = languages.FOLDER / pack.code
    files = [path for path in folder.glob("*.toml") if path.stem != "groups"]
    named = "".join(path.read_text(encoding="utf-8") for path in files)
    for group, words in tomllib.loads((folder / "groups.toml").read_text(encoding="utf-8")).items():
        assert len(words) == len(set(words)), group
        assert named.count(f'"@{group}"') > 1, group


def test_a_group_that_there_is_none_of_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = shutil.copytree(languages.FOLDER / "en", tmp_path / "en")
    verbs = pack / "verbs.toml"
    verbs.write_text(verbs.read_text(encoding="utf-8").replace("@asking", "@aksing"))
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for known in (languages.codes, languages.load):
        monkeypatch.setattr(languages, known.__name__, known.__wrapped__)
    with pytest.raises(DataFileError, match="'@aksing': is no group of words"):
        languages.load("en")


def test_a_language_without_groups_is_read_until_a_list_names_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = shutil.copytree(languages.FOLDER / "en", tmp_path / "en")
    (pack / "groups.toml").unlink()
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for known in (languages.codes, languages.load):
        monkeypatch.setattr(languages, known.__name__, known.__wrapped__)
    with pytest.raises(DataFileError, match="is no group of words"):
        languages.load("en")
    for path in pack.glob("*.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace('"@', '"'), encoding="utf-8")
    assert "verbs" in languages.load("en").tables


@every_pack
def test_modalities_are_those_of_the_model(pack: LanguagePack) -> None:
    """Cues name modalities, or the content of a threat."""
    assert set(pack.tables["cues"]["modality"]) == set(MODALITIES) - {"actual"} | {"drop"}


@every_pack
def test_phrase_patterns_compile(pack: LanguagePack) -> None:
    """Patterns are regular expressions over tag letters, with unique ids."""
    PhraseGrammar(pack)
    ids = [row["id"] for row in pack.tables["mentions"]["phrases"]]
    assert len(ids) == len(set(ids))
    for row in pack.tables["mentions"]["phrases"]:
        bare = re.sub(r"\(\?P<\w+>|NAMES?|EACH|WHO|OFFICE", "", row["pattern"])
        letters = "ACDGKPFTUBRMLSWXYNiwdolqehzxstJvprckjabfguymn"
        assert set(re.findall(r"[A-Za-z]", bare)) <= set(letters)


@every_pack
def test_compound_prepositions_end_in_words_that_frames_use(pack: LanguagePack) -> None:
    """A normal form is one word, or words joined by underscores."""
    for written, normal in pack.tables["parser"]["prepositions"]["compound"].items():
        assert written == written.strip().lower()
        assert re.fullmatch(r"\w+", normal)


@every_pack
def test_no_pattern_lists_a_word_twice(pack: LanguagePack) -> None:
    """The second of two would do nothing, and perhaps another word was meant."""
    listed = [pattern for _, table in pack.frames for pattern in table["patterns"]]
    rows = [row.split("|") for pattern in listed for row in re.findall(r"[^\s{}]+", pattern)]
    assert [row for row in rows if len(row) > len(set(row))] == []
