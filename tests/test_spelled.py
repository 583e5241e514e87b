"""Articles whose characters are not the usual ones are read like others, and cited as they are."""

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, Statement
from graph.text.spelled import respelled, spelled

TEXTS = {
    "fr": (
        "Le président français Emmanuel Macron a rencontré à Genève le ministre iranien des "
        "Affaires étrangères, Hossein Amir-Abdollahian, le 12 février 2023. L'Algérie a expulsé "
        "l'ambassadeur d'Israël, et le Sénégal a signé un cessez-le-feu avec l'Éthiopie."
    ),
    "en": (
        "Russia’s foreign ministry officially condemned the United States on Monday. Finnish and "
        "Chadian officials met in Geneva. Türkiye’s Recep Tayyip Erdoğan visited Côte d’Ivoire."
    ),
}
DATED = f"PARIS, 12 février 2023 (Agence) – {TEXTS['fr']}"
HIDDEN = "\u00ad\u200b\u200d\u200e\u202a\u2060\ufeff"

hidden = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(HIDDEN)), min_size=1, max_size=60)


def read(text: str, lang: str, title: str = "") -> list[Statement]:
    article = Article("a", text, title=title, lang=lang, published="2023-03-01")
    ((_, found),) = extract([article], load_knowledge())
    return found


def told(statement: Statement) -> tuple[object, ...]:
    """Return what a statement says, without where."""
    return (
        statement.subject,
        statement.relation,
        statement.object,
        statement.date,
        statement.place,
        statement.modality,
        statement.said_by,
        statement.confidence,
    )


def cited(statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that a statement points at."""
    evidence = statement.evidence
    yield evidence.start, evidence.end
    yield from evidence.marks.subject + evidence.marks.object + evidence.marks.trigger


def seen(text: str) -> str:
    """Return a text as a reader sees it."""
    return normalize("NFC", "".join(each for each in text if each not in HIDDEN))


def check(odd: str, lang: str, usual: str) -> None:
    found, expected = read(odd, lang), read(usual, lang)
    assert list(map(told, found)) == list(map(told, expected))
    for one, other in zip(found, expected, strict=True):
        assert one.evidence.sentence == odd[one.evidence.start : one.evidence.end]
        for (start, end), (begin, stop) in zip(cited(one), cited(other), strict=True):
            assert seen(odd[start:end]) == usual[begin:stop]


@pytest.mark.parametrize("lang", TEXTS)
def test_texts_say_something(lang: str) -> None:
    assert len(read(TEXTS[lang], lang)) > 2


@pytest.mark.parametrize("lang", TEXTS)
@settings(max_examples=15, deadline=None)
@given(hidden)
def test_what_nobody_sees_changes_nothing(lang: str, signs: list[tuple[int, str]]) -> None:
    text = TEXTS[lang]
    for at, sign in sorted(signs, reverse=True):
        text = text[:at] + sign + text[at:]
    check(text, lang, TEXTS[lang])


@pytest.mark.parametrize("lang", TEXTS)
def test_accents_may_be_characters_of_their_own(lang: str) -> None:
    check(normalize("NFD", TEXTS[lang]), lang, TEXTS[lang])


@pytest.mark.parametrize(
    ("sign", "usual"),
    [("ﬁ", "fi"), ("ﬃ", "ffi"), ("ʼ", "’"), ("´", "’"), ("‘", "’"), ("′", "’"), ("‑", "-")],
)
@pytest.mark.parametrize("lang", TEXTS)
def test_a_sign_is_read_as_the_one_that_it_stands_for(lang: str, sign: str, usual: str) -> None:
    text = TEXTS[lang].replace("'", "’").replace(usual, sign)
    found, expected = read(text, lang), read(TEXTS[lang].replace("'", "’"), lang)
    assert [each[:3] for each in map(told, found)] == [each[:3] for each in map(told, expected)]
    for each in found:
        assert each.evidence.sentence == text[each.evidence.start : each.evidence.end]


@pytest.mark.parametrize(
    ("odd", "usual"),
    [
        ("e\u00ad\u0301t\u200be\u0301", "été"),
        ("l\u200bʼItalie, lʼ\u200bItalie", "l’Italie, l’Italie"),
        ("L`Iran", "L’Iran"),
        ("F\u201116 o\ufb03cial", "F-16 official"),
        ("Se\u034f\u0301ne\u0301gal", "Sénégal"),
    ],
)
def test_odd_characters_are_read_where_they_meet(odd: str, usual: str) -> None:
    found = respelled(odd)
    assert spelled(odd) == found.text == spelled(usual) == usual
    assert found.place(0) == 0
    assert found.place(len(usual)) == len(odd)


@pytest.mark.parametrize("lang", TEXTS)
@settings(max_examples=10, deadline=None)
@given(hidden)
def test_marks_and_accents_may_come_together(lang: str, signs: list[tuple[int, str]]) -> None:
    text = normalize("NFD", TEXTS[lang])
    for at, sign in sorted(signs, reverse=True):
        text = text[:at] + sign + text[at:]
    check(text, lang, TEXTS[lang])


def test_the_title_is_read_so_too_and_cited_as_it_is() -> None:
    title = normalize("NFD", "La Norvège et l'Éthiopie")
    found = read("Les deux pays ont signé un accord commercial lundi.", "fr", title)
    assert [(each.subject.label, each.object.label) for each in found] == [("Ethiopia", "Norway")]
    assert {each.evidence.source.title for each in found} == {title}


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        "« L’Iran », a dit ‘l’homme’ à l’ONU — 5′, M. `Ali`, naïve œuvre",
        "日本 العربية",
    ],
)
def test_usual_text_is_read_as_it_is(text: str) -> None:
    assert spelled(text) == respelled(text).text == text
