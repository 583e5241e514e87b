"""Sentences, boilerplate, language and date of an article."""

import re
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import languages
from graph.model import Sentence
from graph.text.boilerplate import any_of, cues
from graph.text.dateline import prose_start, published
from graph.text.detect import detect, names
from graph.text.sentences import core, split

DATA = Path(__file__).parent / "data"
CODES = ("en", "fr")
TABLES: dict[str, dict[str, Any]] = {
    code: dict(languages.load(code).tables["text"]) for code in CODES
}


def cut(text: str, lang: str) -> list[str]:
    """Return the sentences, each with its kind in front where it is not prose."""
    return [show(text, sentence) for sentence in split(text, lang)]


def show(text: str, sentence: Sentence) -> str:
    mark = "" if sentence.kind == "prose" else f"{sentence.kind[0].upper()}: "
    return mark + text[sentence.start : sentence.end]


def rows(name: str) -> list[tuple[str, str]]:
    """Return the rows of a table of languages and texts."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(lang, text) for lang, text in cells]


CASES = rows("sentences.tsv")


@pytest.mark.parametrize(("lang", "case"), CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_sentences(lang: str, case: str, line_end: str) -> None:
    expected = re.split(r" (?:‖|¶¶?) ", case)
    text = re.sub(r" ‖ ", " ", re.sub(r"(?:(?<=[‖¶] )|^)[CHB]: ", "", case))
    text = text.replace(" ¶¶ ", line_end * 2).replace(" ¶ ", line_end)
    assert cut(text, lang) == expected


WRAPPED = """The two foreign ministers met on Tuesday in the capital to discuss a
plan. They agreed in the end, after two long hours of talks, that Mr.
Silva would lead a commission of eight experts. Its report is due in
March.
The talks go on next week."""


def test_hard_wrapped_text_is_not_cut_at_its_lines() -> None:
    assert [" ".join(sentence.split()) for sentence in cut(WRAPPED, "en")] == [
        "The two foreign ministers met on Tuesday in the capital to discuss a plan.",
        (
            "They agreed in the end, after two long hours of talks, that Mr. Silva would lead a"
            " commission of eight experts."
        ),
        "Its report is due in March.",
        "The talks go on next week.",
    ]


def test_what_never_ends_is_no_sentence() -> None:
    """A table or markup of thousands of words is left alone; what stands around it is read."""
    endless = "France met Mali and " * 200 + "so on."
    spans = split(f"France met Mali.\n\n{endless}\n\nMali met France.", "en")
    assert [span.kind for span in spans] == ["prose", "boilerplate", "prose"]


def test_one_line_without_full_stop_is_prose() -> None:
    assert cut("France recalls its envoy", "en") == ["France recalls its envoy"]


CORES = [
    ("fr", "NIAMEY (AFP) – Le chef part.", "Le chef part."),
    ("fr", "NEW YORK (Nations unies), 3 mai – Le chef part.", "Le chef part."),
    ("fr", "Genève, le 3 mai 2021 — Le chef part.", "Le chef part."),
    ("fr", "3 mai 2021, 14h30 . – Le chef part.", "Le chef part."),
    ("fr", "14 h 30. Le chef part.", "Le chef part."),
    ("fr", "– Le chef part.", "Le chef part."),
    ("fr", "Photo : Le chef part. (Source : AFP) |", "Le chef part."),
    ("fr", "Le chef (PS) – qui part – salue.", "Le chef (PS) – qui part – salue."),
    ("en", "BEIJING — The chief leaves.", "The chief leaves."),
    ("en", "NIAMEY, Sept 25 (Reuters) - The chief leaves.", "The chief leaves."),
    ("en", "Brussels, 8 December 2023 — The chief leaves.", "The chief leaves."),
    ("en", "Port Louis (Reuters) - The chief leaves.", "The chief leaves."),
    ("en", "TAORMINA, Italy — The chief leaves.", "The chief leaves."),
    ("en", "GOMA, Democratic Republic of Congo (AP) — The chief leaves.", "The chief leaves."),
    ("en", "SHARM EL-SHEIKH, Egypt, March 14 - The chief leaves.", "The chief leaves."),
    ("en", "NATO, Russia - two old foes.", "NATO, Russia - two old foes."),
    ("en", "09:30 – The chief leaves.", "The chief leaves."),
    ("en", "Photo: The chief leaves. © Agency", "The chief leaves."),
    ("en", "The chief – who leaves – waves.", "The chief – who leaves – waves."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CORES)
def test_core(lang: str, text: str, expected: str) -> None:
    (sentence,) = split(text, lang)
    start, end = core(text, sentence, lang)
    assert text[start:end] == expected


def words(lang: str) -> Iterator[str]:
    """Yield what texts of a language are made of, the awkward parts above all."""
    sentences, boilerplate = TABLES[lang]["sentences"], TABLES[lang]["boilerplate"]
    yield from (" ", "\n", "\r\n", "\n\n", "\u2028", "\t", "\u00a0", ". ", "? ", "! ", "… ")
    yield from (" » ", "« ", '"', "” ", "– ", "| ", "# ", "Paris", "a", "J.", "12", "14h30", "3.5")
    yield from ("© AFP", "(Source : AFP)", "Photo : ", "Share", "Source", "PARIS (AFP) – ")
    yield from ("12 mai 2021", "May 12, 2021", "Lire aussi : ", "Read more: ")
    yield from (f"{word}. " for word in sentences["titles"] + sentences["abbreviations"])
    yield from boilerplate["lines"][:3]


texts = st.one_of(
    st.text(),
    *(
        st.lists(st.sampled_from(sorted(set(words(lang)))), max_size=30).map("".join)
        for lang in CODES
    ),
)


@given(texts, st.sampled_from(CODES))
def test_sentences_hold_all_but_white_space_once_and_in_order(text: str, lang: str) -> None:
    sentences = split(text, lang)
    assert all(0 <= s.start < s.end <= len(text) for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    kept = "".join(text[s.start : s.end] for s in sentences)
    assert "".join(kept.split()) == "".join(text.split())
    for s in sentences:
        assert text[s.start : s.end] == text[s.start : s.end].strip()


@given(texts, st.sampled_from(CODES))
def test_no_sentence_holds_a_blank_line(text: str, lang: str) -> None:
    assert not any(re.search(r"\n[ \t]*\n", text[s.start : s.end]) for s in split(text, lang))


@given(texts, st.sampled_from(CODES))
def test_core_is_a_trimmed_part(text: str, lang: str) -> None:
    for s in split(text, lang):
        start, end = core(text, s, lang)
        assert s.start <= start <= end <= s.end
        assert text[start:end] == text[start:end].strip()


@given(texts, st.sampled_from(CODES))
def test_published_is_a_day_or_nothing(text: str, lang: str) -> None:
    found = published(text, lang)
    assert found is None or date.fromisoformat(found).isoformat() == found


PUBLISHED = [
    ("fr", "PARIS, 12 octobre 2023 (AFP) – Le chef part.", "2023-10-12"),
    ("fr", "Un titre\n\n1er janvier 2016, 14h30 . –\nLe chef part.", "2016-01-01"),
    ("fr", "Un titre\nPublié le 13/10/2023 à 14h\nLe chef part.", "2023-10-13"),
    ("fr", "Un titre\nPublié le vendredi 13 octobre 2023\nLe chef part.", "2023-10-13"),
    ("fr", "Le chef part.\n\nDate : 2023-10-13", "2023-10-13"),
    ("fr", "Le 12 octobre 2023, le chef est parti.", None),
    ("fr", "NIAMEY, 25 sept. (Reuters) – Le chef part.", None),
    ("fr", "31 février 2016 . –\nLe chef part.", None),
    ("fr", "Mis à jour le 13 octobre 2023\nLe chef part.", None),
    ("en", "A title\nPublished: 13 October 2023\nThe chief leaves.", "2023-10-13"),
    ("en", "A title\nPublished on Oct. 13, 2023\nThe chief leaves.", "2023-10-13"),
    ("en", "Friday, October 13, 2023\nThe chief leaves.", "2023-10-13"),
    ("en", "Brussels, 8 December 2023 — The chief leaves.", "2023-12-08"),
    ("en", "Published: 13/10/2023\nThe chief leaves.", "2023-10-13"),
    ("en", "Published: 10/13/2023\nThe chief leaves.", "2023-10-13"),
    ("en", "Published: 05/10/2023\nThe chief leaves.", None),
    ("en", "NIAMEY, Sept 25 (Reuters) - The chief leaves.", None),
    ("en", "On October 13, 2023 the chief left.", None),
    ("fr", "Un titre\n\nROME, 12 octobre 2023 (ANSA)\n\nLe chef part.", "2023-10-12"),
    ("fr", "Un titre\n\nRome, le 12 octobre 2023\n\nLe chef part.", "2023-10-12"),
    ("fr", "Sommet de Rome, 12 octobre 2023\n\nLe chef part.", None),
    ("en", "A title\n\nNew York | October 12, 2023, 4:30 p.m.\n\nThe chief leaves.", "2023-10-12"),
    ("en", "The talks in Rome, 12 October 2023\n\nThe chief leaves.", None),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PUBLISHED)
def test_published(lang: str, text: str, expected: str | None) -> None:
    assert published(text, lang) == expected


@pytest.mark.parametrize(("lang", "text"), rows("languages.tsv"))
def test_language(lang: str, text: str) -> None:
    guess = detect(text)
    assert guess.sure is (guess.certainty >= 0.95)
    assert guess.lang == lang
    assert guess.sure or lang not in CODES


@pytest.mark.parametrize(
    "text", ["", " \n", "OK", "12 34 56", "Paris, Rome: summit", "NATO UE G20 2024", "???"]
)
def test_a_few_words_are_not_sure(text: str) -> None:
    assert not detect(text).sure


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "France recalled its envoy. Mali protested."),
        ("en", "The minister met her. They were in Oslo."),
        ("fr", "Oslo et Rome ont rompu. Elle part pour Malte."),
    ],
)
def test_a_language_s_own_words_make_a_short_text_sure(lang: str, text: str) -> None:
    guess = detect(text)
    assert (guess.lang, guess.sure) == (lang, True)


@pytest.mark.parametrize("lang", CODES)
def test_own_words_are_no_other_language_s(lang: str) -> None:
    own = TABLES[lang]["own_words"]
    assert len(own) == len(set(own))
    for other, text in rows("languages.tsv"):
        assert other == lang or not set(own) & set(text.lower().split())


@given(st.text())
def test_any_text_has_a_guess(text: str) -> None:
    assert detect(text).lang in names()


def test_candidates_are_known_and_hold_ours() -> None:
    assert set(languages.codes()) <= set(names())
    assert list(names()) == sorted(names())
    assert detect("Bonjour").name == names()[detect("Bonjour").lang]


@pytest.mark.parametrize("lang", CODES)
def test_every_stop_does_what_its_list_says(lang: str) -> None:
    sentences = TABLES[lang]["sentences"]
    starter = sentences["starters"][0]
    for word in sentences["titles"]:
        assert len(cut(f"x {word}. {starter} y.", lang)) == 1, word
    for word in sentences["abbreviations"]:
        assert len(cut(f"x {word}. Zorro y.", lang)) == 1, word
        assert len(cut(f"x {word}. {starter} y.", lang)) == 2, word
    for word in sentences["numbered"]:
        assert len(cut(f"x {word}. 5 y.", lang)) == 1, word
    for word in sentences["starters"]:
        follower = f"{word}'y" if len(word) == 1 and word not in "AIÀ" else word
        assert len(cut(f"x Q. {follower} z.", lang)) == 2, word


@pytest.mark.parametrize("lang", CODES)
def test_every_pattern_compiles_and_matches_something_but_not_everything(lang: str) -> None:
    table = TABLES[lang]
    patterns = [
        p
        for key in ("lines", "tails", "credits", "photo_credits")
        for p in table["boilerplate"][key]
    ]
    for pattern in [*patterns, *table["captions"]["openers"], *table["dateline"]["published"]]:
        assert not re.compile(any_of([pattern]), re.IGNORECASE).match(""), pattern
        assert "?P<" not in pattern


@pytest.mark.parametrize("lang", CODES)
def test_no_list_repeats_itself(lang: str) -> None:
    for table in (TABLES[lang]["sentences"], TABLES[lang]["boilerplate"]):
        for name, entries in table.items():
            assert len(entries) == len(set(entries)), name


def test_packs_have_the_same_keys() -> None:
    first, *others = (
        {key: sorted(part) for key, part in table.items() if isinstance(part, dict)}
        for table in TABLES.values()
    )
    assert all(first == other for other in others)


def test_cues_stand_only_where_a_sentence_may_begin() -> None:
    assert cues("en").opening.search("the Photo: x") is not None
    assert cut("They saw the Photo: x and left.", "en") == ["They saw the Photo: x and left."]


def test_dateline_alone_is_not_cut_off() -> None:
    assert prose_start("PARIS – ", 0, 8, "fr") == 0


UNITS = [
    ".",
    " ",
    ". ",
    "A",
    "A. ",
    "« ",
    " »",
    "(",
    "| ",
    "- ",
    "\n",
    "\r\n",
    "©",
    "Photo : ",
    "12 mai ",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("lang", CODES)
def test_hostile_repetition_takes_no_time(unit: str, lang: str) -> None:
    """Patterns that look at a run again from each of its characters take minutes here."""
    started = time.process_time()
    for text in (unit * 20_000, "x" + unit * 20_000 + "x.", "Photo : x. " + unit * 20_000 + "y"):
        published(text, lang)
        for sentence in split(text, lang)[:50]:
            core(text, sentence, lang)
    assert time.process_time() - started < 3
