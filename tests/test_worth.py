"""Which sentences are parsed: those that can hold a statement, and those that they look back at."""

import re
from dataclasses import replace
from functools import cache

import pytest

from graph import languages
from graph.extract.prepare import prepare
from graph.extract.selection.promise import ANY
from graph.extract.tools import Tools, make_tools
from graph.knowledge import load_knowledge
from graph.model import Article

# Each sentence after whether it is parsed.
CASES = {
    "fr": [
        "+ La Norvège a reçu le ministre danois. - Le temps était gris. - Les quais étaient vides.",
        "- La Suède a voté. - Le scrutin a duré un jour.",  # one country in the whole article
        "+ Le Pérou a protesté. + Il accuse le Chili. - Nul ne sait. - Le Pérou a deux langues.",
        "- Le Pérou a voté. - Le Pérou a grandi. + Le Pérou a protesté. + Il vise le Chili.",
        "+ Le Kenya et l'Ouganda négocient. + Leurs armées se sont retirées. - La pluie tombe.",
    ],
    "en": [
        "+ Peru blamed Chile. + Chile denied the charge. - Chile has many ports.",
        "+ Norway received the Danish minister. - The weather was grey. - Rain fell on the quays.",
        "- Sweden voted. - The ballot lasted a day.",
        "+ Peru protested. + It accuses Chile. - Nobody knows. - Peru has two languages.",
        "+ Kenya and Uganda are negotiating. + _Their_ armies, their2 spies have left.",
        "- Peru voted. - Peru grew. + Peru protested. + It blames Chile.",
        "+ Kenya and Uganda are negotiating. + Their armies have withdrawn. - Rain is falling.",
        "- Spain beat Italy at the rugby championship. - The winger left the stadium.",
    ],
}


@cache
def _tools(lang: str) -> Tools:
    """Return tools that parse what could hold a statement, whatever it promises."""
    tools = make_tools(load_knowledge().gazetteer, languages.load(lang))
    return replace(tools, promise=ANY)


@pytest.mark.parametrize(
    ("lang", "case"), [(lang, case) for lang, cases in CASES.items() for case in cases]
)
def test_what_is_parsed(lang: str, case: str) -> None:
    sentences = [(sign == "+", text.strip()) for sign, text in re.findall(r"([+-]) ([^+-]+)", case)]
    text = " ".join(text for _, text in sentences)
    article = Article("a", text, published="2024-05-06", lang=lang)
    (prepared,) = prepare([article], _tools(lang))
    parsed = {at for at, _ in prepared.pieces}
    assert [at in parsed for at in range(len(prepared.sentences))] == [is_ for is_, _ in sentences]
