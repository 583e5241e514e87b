"""A record of any format to an Article, or the reason why not."""

import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.errors import InputError
from graph.languages import codes, load
from graph.model import Article, digest
from graph.text.dateline import published as published_in
from graph.text.detect import detect
from graph.text.spelled import spelled

#: Fields that hold text, besides `id`; all others are ignored.
FIELDS = ("text", "title", "published", "lang", "url", "source")

#: Code points of the longest text that is one article: a book of 500 pages.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """What a format has of one article."""

    where: str
    """File, and line if there is one, for messages."""

    fields: Mapping[str, Any]
    """By name; unknown names are ignored. A `hint` is a language to take where none is sure."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of all articles, whatever they say themselves."""

    published: str | None = None
    """ISO 8601."""

    lang: str | None = None
    """ISO 639-1."""


def to_article(record: Record, overrides: Overrides) -> Article:
    """Check a record and fill in what it leaves out.

    Raises:
        InputError: It is no article that can be read; the message says why.
    """
    fields = {name: _string(record, name) for name in FIELDS}
    text, title = fields["text"] or "", fields["title"] or ""
    if not text.strip():
        raise InputError(record.where, "no text", "Give the article a field 'text'")
    if len(text) > LONGEST:
        problem = f"{len(text):,} characters are too long for one article (at most {LONGEST:,})"
        raise InputError(record.where, problem, "Split it into articles")
    _check_characters(record.where, "".join(value or "" for value in fields.values()))
    usual = spelled(text)
    lang = overrides.lang or _lang(record, fields["lang"], usual)
    given = overrides.published or _published(record.where, fields["published"])
    return Article(
        id=_id(record) or digest(title, text, fields["published"]),
        text=text,
        title=title,
        published=given or published_in(usual, lang),
        lang=lang,
        url=fields["url"] or None,
        source=fields["source"] or None,
    )


def day(where: str, value: str) -> str:
    """Return the day of an ISO 8601 date, or date with time in its own zone.

    Raises:
        InputError: It is neither.
    """
    for parse in (date.fromisoformat, lambda text: datetime.fromisoformat(text).date()):
        try:
            return parse(value.strip()).isoformat()
        except ValueError:
            continue
    problem = f"date of publication {reprlib.repr(value)} is not a day"
    raise InputError(where, problem, "Write it as 2023-10-13")


def _published(where: str, value: str | None) -> str | None:
    return day(where, value) if value and value.strip() else None


def _string(record: Record, name: str) -> str | None:
    value = record.fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise InputError(record.where, f"field {name!r} is not a string", "Put it in quotes")


def _id(record: Record) -> str:
    value = record.fields.get("id")
    if value is None or isinstance(value, (str, int)):
        value = "" if value is None else str(value)
        _check_characters(record.where, value)
        return value
    raise InputError(record.where, "field 'id' is not a string", "Put it in quotes")


def _check_characters(where: str, text: str) -> None:
    """Refuse what no file that we write could hold."""
    if "\x00" in text:
        raise InputError(where, "binary data in the text (a NUL character)", "Give text only")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        fix = "Write the character itself, or both halves"
        raise InputError(where, "half a character in the text (a lone surrogate)", fix) from None


def _code(tag: object) -> str:
    """Return the language of a tag such as en-GB."""
    return str(tag or "").strip().lower().replace("_", "-").split("-")[0]


def _lang(record: Record, given: str | None, text: str) -> str:
    """Return a language that there is a pack for; what is not sure is refused, never guessed."""
    where = record.where
    if given and (code := _code(given)) in codes():
        return code
    ours = " or ".join(load(code).tables["text"]["name"] for code in codes())
    say = f"say {' or '.join(f'--lang {code}' for code in codes())}"
    fix = f"If it is, {say}"
    if given and given.strip():
        problem = f"language not {ours} (its field 'lang' says {reprlib.repr(given)})"
        raise InputError(where, problem, f"If it is, write {' or '.join(codes())} there")
    guess = detect(text)
    if guess.sure and guess.lang in codes():
        return guess.lang
    if not guess.sure and (hint := _code(record.fields.get("hint"))) in codes():
        return hint
    if guess.sure:
        raise InputError(where, f"language not {ours} (looks like {guess.name})", fix)
    which = f"whether it is {ours}" if guess.lang in codes() else "which language it is in"
    raise InputError(where, f"cannot tell {which}", f"If you can, {say}")
