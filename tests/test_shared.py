"""Words that several states share: each stands in one of their entries, and follows the article."""

import tomllib

import pytest

from graph import languages
from graph.actors.gazetteer import FOLDER, load_gazetteer
from graph.actors.link import Linker
from graph.model import Sentence
from graph.text.sentences import split

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
        ("en", "Brussels will send tanks, the Belgian defence minister said.", "BE"),
        ("en", "The EU pays, but Brussels will not, the Belgian minister said.", "EU"),
        ("fr", "Le ministre belge de la Défense annonce que Bruxelles livrera des avions.", "BE"),
        ("fr", "Selon le ministre belge, l'Union européenne attend que Bruxelles paie.", "EU"),
        ("fr", "La cuisine belge plaît à Bruxelles.", "EU"),
        ("fr", "Bruxelles a sanctionné un groupe. Un ministre belge approuve.", "EU"),
        ("fr", "La Belgique, le roi belge et le gouvernement belge : Bruxelles dit non.", "BE"),
        ("fr", "La Commission européenne et la Belgique : Bruxelles dit non.", "EU"),
    ],
)
def test_brussels_follows_the_article(lang: str, text: str, wanted: str) -> None:
    """It is the European Union, unless the article, or the sentence, speaks of Belgium."""
    cast = LINKERS[lang].cast(text, split(text, lang), None)
    found = {m.actors[0].country for m in cast.mentions if m.how == "capital"}
    assert found == {wanted}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le Congo accuse le Rwanda.", "CD"),
        ("fr", "Dans l'est du Congo, les combats continuent.", "CD"),
        ("fr", "Le M23 avance. Le Congo proteste.", "CD"),
        ("fr", "Le Congo et le Gabon ont signé.", "CG"),
        ("fr", "Le Congo accuse le Rwanda. Brazzaville a rappelé son envoyé.", "CG"),
        ("fr", "Le Congo a signé.", "CG"),
        ("en", "Congo thanked Gabon.", "CG"),
        ("en", "Congo accused Uganda.", "CD"),
    ],
)
def test_a_congo_follows_its_neighbours(lang: str, text: str, wanted: str) -> None:
    """Where nothing names either, what news names beside the one or the other tells."""
    cast = LINKERS[lang].cast(text, split(text, lang), None)
    found = {m.actors[0].country for m in cast.mentions if "Congo" in text[m.start : m.end]}
    assert found == {wanted}


@pytest.mark.parametrize("row", TABLE)
def test_what_tells_is_known(row: str) -> None:
    """Everything listed beside a state is an actor, and each state is one that shares the word."""
    beside, words = TABLE[row].get("beside", {}), TABLE[row].get("words", {})
    assert {*beside, *words} <= {*TABLE[row]["of"]}
    assert all(key in GAZETTEER for keys in beside.values() for key in keys)
