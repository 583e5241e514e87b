"""Names that hold an actor's name but are none."""

import tomllib

import pytest

from graph import languages
from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.actors.link import Linker
from graph.model import Sentence

GAZETTEER = load_gazetteer()
LINKERS = {code: Linker(GAZETTEER, languages.load(code)) for code in languages.codes()}
MASKS = [
    (lang, name.text)
    for lang in languages.codes()
    for name in GAZETTEER.names[lang]
    if name.tag == "J"
]


@pytest.mark.parametrize(("lang", "name"), MASKS)
def test_a_masked_name_gives_no_mention(lang: str, name: str) -> None:
    """However it is listed, it hides what is inside it."""
    text = f"xx {name} xx"
    assert LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions == ()


def test_no_name_is_masked_and_an_actor() -> None:
    """A name is one or the other."""
    for lang in languages.codes():
        actors = {name.text for name in GAZETTEER.names[lang] if name.tag != "J"}
        masks = {name.text for name in GAZETTEER.names[lang] if name.tag == "J"}
        assert actors & masks == set()


HOMONYMS = tomllib.loads((FOLDER / "homonyms.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", HOMONYMS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_homonyms_follow_the_article(key: str, lang: str) -> None:
    """Beside the other place a name is nobody's, unless a word tells of the state."""
    row = HOMONYMS[key]
    linker = LINKERS[lang]

    def named(text: str) -> set[str | None]:
        mentions = linker.cast(text, [Sentence(0, len(text))], None).mentions
        return {actor.country for mention in mentions for actor in mention.actors}

    for name in row[lang]:
        assert key in named(f"x {name} x")
        for word in row["beside"]:
            assert key not in named(f"x {name} x {word} x")
        for word in row["unless"]:
            assert key in named(f"x {name} x {row['beside'][0]} x {word} x")
