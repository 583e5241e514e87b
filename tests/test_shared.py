"""Words that several states share: each stands in one of their entries, and follows the article."""

import tomllib

import pytest

from graph import languages
from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.actors.link import Linker
from graph.model import Sentence

GAZETTEER = load_gazetteer()
LINKERS = {code: Linker(GAZETTEER, languages.load(code)) for code in languages.codes()}
TABLE = tomllib.loads((FOLDER / "shared.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_shared_word_follows_the_capital(row: str, lang: str) -> None:
    """Beside a capital, every word means the state that this governs."""
    capitals = {name.key: name.text for name in GAZETTEER.names[lang] if name.tag == "K"}
    for word in TABLE[row][lang]:
        for key in TABLE[row]["of"]:
            text = f"{capitals[key]}: x {word} x"
            found = LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions
            assert [actor.country for m in found for actor in m.actors] == [key, key]
