"""Names that hold an actor's name but are none."""

import pytest

from graph import languages
from graph.actors.gazetteer import load_gazetteer
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
