"""Expressions and compound prepositions that mislead the parser, and what it is shown instead."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, NamedTuple

from graph.extract.once import once
from graph.extract.parsing.pieces import WORD, Piece
from graph.model import Sentence

#: Marks that open a quotation: no word ends right before one, as before a comma.
_OPENING = "«“"


def expressions(
    text: str, sentence: Sentence, words: AbstractSet[str], table: Mapping[str, Any]
) -> list[Piece]:
    """Return expressions that mislead the parser; those it does without go with their commas.

    Args:
        text: The article's text.
        sentence: Where it stands.
        words: Those of the sentence, in small letters.
        table: The language's ``parser.toml``.
    """
    listed = _by_sign(table["expressions"])
    rows = [row for sign in listed.keys() & words for row in listed[sign] if row[1] <= words]
    if not rows:  # as of most
        return []
    body = text[sentence.start : sentence.end]
    told = " ".join(body.lower().replace("’", "'").split())
    return [
        Piece(sentence.start + m.start(), sentence.start + m.end(), shown or " ", None)
        for _, _, choices, shown, written, plain in sorted(rows, key=_place)
        if plain in told and not any(map(words.isdisjoint, choices))
        for m in _expression(written, stays=bool(shown)).finditer(body)
    ]


#: The place of an expression in its list, the words that have one form in it, the forms of each of
#: the others, what is shown for it, how it is listed, and how it stands in a text in small letters:
#: empty if it has words of several forms.
_Row = tuple[int, frozenset[str], list[list[str]], str, str, str]


def _place(row: _Row) -> int:
    return row[0]


@once
def _by_sign(listed: Mapping[str, str]) -> dict[str, list[_Row]]:
    """Return expressions by a word that each has; a sentence has the words of few."""
    found: dict[str, list[_Row]] = {}
    for place, (written, shown) in enumerate(listed.items()):
        parts = written.lower().split()
        always = WORD.findall(" ".join(part for part in parts if "|" not in part))
        choices = [WORD.findall(part) for part in parts if "|" in part]
        plain = "" if choices else " ".join(parts)
        row = place, frozenset(always), choices, shown, written, plain
        found.setdefault(max(always, key=len), []).append(row)
    return found


@cache
def _expression(written: str, *, stays: bool) -> re.Pattern[str]:
    """Return the pattern of an expression; of one that goes, with its commas.

    Most are never asked for: compiling all of them takes as long as reading an article or two.
    """
    body = r"\s+".join(map(_alternatives, written.split())).replace("'", "['’]")
    begins = "" if written[0] in _OPENING else r"\b"
    around = rf"{begins}{body}\b" if stays else rf"(?:\s*,)?\s*{begins}{body}(?!\w)(?:\s*,)?\s*"
    return re.compile(around, re.IGNORECASE)


def _alternatives(word: str) -> str:
    """Return a pattern of a word, or of several that may stand in one place: "is|was"."""
    forms = "|".join(map(re.escape, word.split("|")))
    return f"(?:{forms})" if "|" in word else forms


def prepositions(
    text: str, sentence: Sentence, words: AbstractSet[str], table: Mapping[str, Any]
) -> list[Piece]:
    """Return the compound prepositions of a sentence whose normal form is a plain word.

    Args:
        text: The article's text.
        sentence: Where it stands.
        words: Those of the sentence, in small letters.
        table: The language's ``parser.toml``.
    """
    compounds = _compounds(table["prepositions"])
    if compounds.telling.isdisjoint(words):  # as in most
        return []
    return [
        Piece(m.start(), m.end(), f"{normal} ", None)
        for first, normal, form in compounds.rows
        if first <= words
        for m in form.finditer(text, sentence.start, sentence.end)
    ]


class _Compounds(NamedTuple):
    """The compound prepositions of a language."""

    rows: list[tuple[frozenset[str], str, re.Pattern[str]]]
    """The words of each that have one form only, what is shown for it, and its pattern."""

    telling: frozenset[str]
    """The last of those words of each: a noun mostly."""


@once
def _compounds(table: Mapping[str, Any]) -> _Compounds:
    rows, telling = [], []
    for written, normal in table["compound"].items():
        if "_" not in normal:
            fixed = WORD.findall(" ".join(written.lower().split()[:-1]))
            rows.append((frozenset(fixed), normal, _compound(written, table["normal"])))
            telling.append(fixed[-1])
    return _Compounds(rows, frozenset(telling))


def _compound(written: str, normals: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern of a compound preposition whose last word has several forms: "de", "du"."""
    *first, last = written.split()
    forms = (last, *(form for form, name in normals.items() if name == last))
    ends = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    body = r"\s+".join([*map(re.escape, first), f"(?:{ends})"]).replace("'", "['’]")
    return re.compile(rf"\b{body}(?:(?<=['’])|\b)[ ]?", re.IGNORECASE)
