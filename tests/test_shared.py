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


@pytest.mark.parametrize("row", [row for row in TABLE if "by" not in TABLE[row]])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_shared_word_follows_the_capital(row: str, lang: str) -> None:
    """Beside a capital, every word means the state that this governs."""
    capitals = {name.key: name.text for name in GAZETTEER.names[lang] if name.tag == "K"}
    for word in TABLE[row][lang]:
        for key in TABLE[row]["of"]:
            text = f"{capitals[key]}: x {word} x"
            found = LINKERS[lang].cast(text, [Sentence(0, len(text))], None).mentions
            assert [actor.country for m in found for actor in m.actors] == [key, key]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Brussels fined a firm. A Belgian minister agreed.", "EU"),
        ("en", "Belgium's Belgian premier met the Belgian king; Brussels said no.", "BE"),
        ("en", "Belgium's foreign minister met a Belgian envoy. Brussels said no.", "BE"),
        ("en", "The EU and Belgium agree: Brussels will pay, says Belgium.", "EU"),
        ("fr", "Bruxelles a sanctionné un groupe. Un ministre belge approuve.", "EU"),
        ("fr", "La Belgique, le roi belge et le gouvernement belge : Bruxelles dit non.", "BE"),
        ("fr", "La Commission européenne et la Belgique : Bruxelles dit non.", "EU"),
    ],
)
def test_brussels_follows_the_article(lang: str, text: str, wanted: str) -> None:
    """It is the European Union, unless the article speaks of Belgium much more."""
    cast = LINKERS[lang].cast(text, [Sentence(0, len(text))], None)
    found = {m.actors[0].country for m in cast.mentions if m.how == "capital"}
    assert found == {wanted}
