"""Date expressions: a table of sentences, the word files, and laws over any text."""

import re
import string
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DataFileError, UnknownNameError
from graph.text import dategrammar, dates, edtf
from graph.text.dategrammar import Tokens
from graph.text.dates import DateSpan, DateWords, find_dates, load_date_words, resolve
from graph.text.datewords import FOLDER, read_date_words

TABLE = Path(__file__).parent / "data" / "dates.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith(("#", "lang\t"))]
LANGS = ("en", "fr")
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?", re.ASCII)


def marked(text: str, spans: list[DateSpan]) -> str:
    for span in reversed(spans):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


def unmarked(text: str) -> str:
    return text.replace("[", "").replace("]", "")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[4]}")
def test_sentence(row: list[str]) -> None:
    """A sentence has the expressions in brackets, and they resolve to what stands beside it."""
    lang, published, previous, future, text, expected = (field.strip("-") for field in row[:6])
    spans = find_dates(unmarked(text), load_date_words(lang))
    assert marked(unmarked(text), spans) == text
    got = [
        resolve(span, published=published or None, previous=previous or None, future=bool(future))
        for span in spans
    ]
    assert " ".join(value or "-" for value in got) == ("" if expected == "none" else row[5])


def test_table_is_large_enough_and_even() -> None:
    assert len(ROWS) >= 300
    assert all(sum(row[0] == lang for row in ROWS) >= len(ROWS) * 0.45 for lang in LANGS)
    assert len({tuple(row[:5]) for row in ROWS}) == len(ROWS)


def tokens_of(text: str, words: DateWords) -> Tokens:
    parts = words.parts(text)
    return words.tokens(text, parts, words.known(parts))


def tagged(lang: str) -> list[str]:
    """The sentences of a language as tags, before and after dates became single tokens."""
    words, found = load_date_words(lang), []
    for row in ROWS:
        if row[0] == lang:
            tokens = tokens_of(unmarked(row[4]), words)
            plain = dates._matches(words.phrases, tokens, {})
            found += [tokens, dates._merged(tokens, plain, words)[0]]
    return [tokens.tags for tokens in found]


def file(lang: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / lang / "dates.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_form_has_an_example(lang: str) -> None:
    tags, texts = load_date_words(lang).tags, tagged(lang)
    forms = [form for phrase in file(lang)["phrases"] for form in phrase["forms"]]
    assert len(forms) == len(set(forms))
    unused = [
        form
        for form in forms
        if not any(dategrammar.compiled(form, tags).search(text) for text in texts)
    ]
    assert unused == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_match_has_the_anchors_of_its_form(lang: str) -> None:
    words, texts = load_date_words(lang), tagged(lang)
    matches = [
        (phrase.anchors, match[0])
        for phrase in (*words.phrases, *words.frames)
        for text in texts
        for match in phrase.form.finditer(text)
    ]
    assert len(matches) > len(texts)
    assert all(anchor.intersection(found) for anchors, found in matches for anchor in anchors)
    assert all(phrase.anchors for phrase in (*words.phrases, *words.frames))


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_is_one_token_of_its_class(lang: str) -> None:
    """A word that the tokenizer splits could never be found."""
    data, words = file(lang), load_date_words(lang)
    assert (len(data["months"]), len(data["weekdays"])) == (12, 7)
    assert set(data["doubtful"]) <= {month[0].title() for month in data["months"]}
    named = [(word, "month") for word in data["doubtful"]]
    named += [(row[0], "month") for row in data["months"]]
    named += [(row[0], "weekday") for row in data["weekdays"]]
    named += [(word, key) for key in ("num", "ordinal", "season") for word in data[key]]
    named += [(word, "unit") for listed in data["unit"].values() for word in listed]
    named += [(word, key) for key, listed in data["class"].items() for word in listed]
    for word, name in named:
        tokens = tokens_of(word, words)
        assert [len(tokens.known), name in tokens.known[0].classes] == [1, True], word


@pytest.mark.parametrize("lang", LANGS)
def test_lists_repeat_nothing(lang: str) -> None:
    data = file(lang)
    for listed in [*data["class"].values(), *data["unit"].values(), data["doubtful"]]:
        assert len(listed) == len(set(listed))
    for narrower in ("strong", "opening"):
        assert set(data["class"][narrower]) <= set(data["class"]["lead"])


def test_languages_without_words_are_named() -> None:
    with pytest.raises(UnknownNameError, match="Known: en, fr"):
        load_date_words("xx")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('kind = "weekend"', 'kind = "party"'), "unknown kind or key"),
        (('forms = ["weekend"]', 'forms = ["{weekends}"]'), "bad element 'weekends'"),
        (('forms = ["weekend"]', 'forms = ["(weekend"]'), "bad element"),
        (("months = [", "month = ["), "cannot be read"),
        (('hour = ["hour"', 'minute = ["hour"'), "cannot be read"),
    ],
)
def test_broken_files_say_where(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    text = (FOLDER / "en" / "dates.toml").read_text(encoding="utf-8")
    path = tmp_path / "dates.toml"
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=re.escape(told)):
        read_date_words(path, "en")


def test_parts_keep_their_own_places() -> None:
    text = "Depuis le 3 mai, rien."
    (span,) = find_dates(text, load_date_words("fr"))
    assert [text[part.start : part.end] for part in span.parts] == ["3 mai"]


def test_what_follows_is_told_apart() -> None:
    """What "three days after X" dates is X, what "three days later" dates its own clause."""
    words = load_date_words("en")
    after, later = find_dates("Three days after the vote; three days later.", words)
    assert (after.forward, later.forward) == (True, False)


# Laws

words_of = st.sampled_from([load_date_words(lang) for lang in LANGS])
tokens = sorted({token for row in ROWS for token in re.findall(r"\w+|[^\w\s]", row[4])})
sentences = st.lists(st.sampled_from(tokens), max_size=12).map(" ".join)
texts = st.one_of(st.text(max_size=60), sentences, st.text(string.digits + "-/. ", max_size=20))
days = st.dates().map(date.isoformat)
months = st.dates().map(lambda day: day.isoformat()[:7])
years = st.dates().map(lambda day: day.isoformat()[:4])
values = st.one_of(days, months, years, st.builds("{}/{}".format, years, days), st.text(max_size=9))


@given(texts, words_of)
def test_spans_are_apart_in_order_and_inside(text: str, words: DateWords) -> None:
    edge = 0
    for span in find_dates(text, words):
        assert edge <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        edge = span.end


@given(texts, words_of, st.none() | values, st.none() | values, st.booleans())
def test_results_are_well_formed(
    text: str, words: DateWords, published: str | None, previous: str | None, future: bool
) -> None:
    for span in find_dates(text, words):
        found = resolve(span, published=published, previous=previous, future=future)
        if found is not None:
            assert EDTF.fullmatch(found)
            first, last = edtf.bounds(found)
            assert first <= last


@given(sentences, words_of, days, days, st.booleans())
def test_results_are_no_more_precise_than_the_words(
    text: str, words: DateWords, published: str, previous: str, future: bool
) -> None:
    """A year named alone stays a year, a month a month, a count of months one."""
    for span in find_dates(text, words):
        found = resolve(span, published=published, previous=previous, future=future) or ""
        if span.kind == "calendar" and span.day is None and span.weekday is None:
            assert len(found) <= (4 if span.month is None else 7)
        if span.kind == "shift" and span.unit in ("month", "year") and not span.exact:
            assert len(found) <= 7


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.booleans())
def test_weekdays_are_within_a_week(published: date, weekday: int, future: bool) -> None:
    span = DateSpan(0, 1, "calendar", weekday=weekday)
    found = date.fromisoformat(resolve(span, published=published.isoformat(), future=future) or "")
    assert found.weekday() == weekday
    assert 0 <= (found - published).days * (1 if future else -1) <= 6


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.booleans())
def test_months_are_within_a_year(published: date, month: int, future: bool) -> None:
    span = DateSpan(0, 1, "calendar", month=month)
    first, last = edtf.bounds(resolve(span, published=published.isoformat(), future=future) or "")
    assert first.month == month
    assert (last >= published) if future else (first <= published)
    assert abs((first - published).days) <= 366


@given(sentences, words_of)
def test_order_of_words_alone_decides(text: str, words: DateWords) -> None:
    """Spaces, however many, change nothing but offsets."""
    wide = text.replace(" ", "   ")
    one, other = find_dates(text, words), find_dates(wide, words)
    assert [text[span.start : span.end].split() for span in one] == [
        wide[span.start : span.end].split() for span in other
    ]


@given(days, st.sampled_from(["day", "week", "month", "year"]), st.integers(-40, 40))
def test_moves_go_the_right_way(day: str, unit: str, amount: int) -> None:
    start = date.fromisoformat(day)
    try:
        moved = edtf.move(start, unit, amount)
    except (ValueError, OverflowError):
        return
    assert (moved > start) - (moved < start) == (amount > 0) - (amount < 0)


@pytest.mark.parametrize(
    "value", ["", "23", "2023-13", "2023-02-30", "2023/2022", "2023/", "/2023", "x"]
)
def test_bad_values_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|must be|range"):
        edtf.bounds(value)
