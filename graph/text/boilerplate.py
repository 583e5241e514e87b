"""Tell what is not prose: captions, credits, links to other articles, buttons.

The cues are in each language's ``text.toml``. They are looked for only where a
sentence may begin, so that "Photo" or "Source" inside a sentence is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.languages import load
from graph.text.dateline import is_date_line
from graph.text.lines import Span

PieceKind = Literal["prose", "caption", "boilerplate"]

#: A line that ends with a picture's credit is a caption up to this length, in code points.
LONGEST_CAPTION = 300

#: What joins several buttons on one line.
_JOINTS = re.compile(r"(?<!\s)(?:\s++[-\u2013\u2014|\u2022\u00b7]\s+|\s*+[|\u2022]\s*)")
#: Every one of them has such a sign, or one of these dashes with blanks around it.
_BARS, _DASHES = "|\u2022", "-\u2013\u2014\u00b7"
_DASH = re.compile(rf"[{_DASHES}](?<=\s.)\s")
_SPACES = r"[ \u00a0\u202f\t]+"
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Cues:
    """The compiled cues of one language."""

    lang: str
    """ISO 639-1 code."""

    line: re.Pattern[str]
    """A whole line, or part of a line, that is no prose."""

    opening: re.Pattern[str]
    """What begins something else than prose; its group says what."""

    credit: re.Pattern[str]
    """A credit at the end of a caption."""

    opener: re.Pattern[str]
    """What begins a caption."""

    def is_boilerplate(self, line: str) -> bool:
        """Whether a whole line is no prose."""
        if self.line.fullmatch(line) or is_date_line(line, self.lang):
            return True
        if not _may_join(line):  # as of most
            return False
        parts = [part for part in _JOINTS.split(line) if part]
        return bool(parts) and all(self.line.fullmatch(part) for part in parts)


def _may_join(line: str) -> bool:
    """Whether a line has what joins buttons; each sign is looked for, which is told at once."""
    has = line.__contains__
    return any(map(has, _BARS)) or (any(map(has, _DASHES)) and _DASH.search(line) is not None)


@cache
def cues(lang: str) -> Cues:
    """Compile the cues of a language."""
    table = load(lang).tables["text"]
    boilerplate, openers = table["boilerplate"], any_of(table["captions"]["openers"])
    photo, credit = any_of(boilerplate["photo_credits"]), any_of(boilerplate["credits"])
    tails = any_of(boilerplate["tails"])
    opening = f"(?P<caption>{openers})|(?P<tail>{tails})|(?P<credit>{credit})|(?P<photo>{photo})"
    return Cues(
        lang=lang,
        line=re.compile(any_of(boilerplate["lines"]), re.IGNORECASE),
        opening=re.compile(rf"(?<!\w)(?:{opening})"),
        credit=re.compile(rf"(?<!\s)\s*+(?:{credit}|{photo})\s*$"),
        opener=re.compile(rf"(?:{openers})\s*"),
    )


def any_of(patterns: Iterable[str]) -> str:
    """Return a pattern for any of some; a space in them stands for any spaces."""
    loose = (pattern.replace(" ?", r"\s?").replace(" ", _SPACES) for pattern in patterns)
    return "|".join(loose) or _NOTHING


def pieces(text: str, start: int, end: int, cues: Cues) -> Iterator[tuple[PieceKind, Span]]:
    """Cut a paragraph where its cues are; the pieces hold all of it, in order.

    Args:
        text: The article's text.
        start: Where the paragraph begins in it, in code points.
        end: Where it ends.
        cues: Of the language.
    """
    if cues.is_boilerplate(text[start:end]):
        yield "boilerplate", (start, end)
        return
    marks = _marks(text, start, end, cues.opening)
    if marks and _is_photo_line(start, end, marks):
        yield "caption", (start, end)
        return
    position = start
    for number, mark in enumerate(marks):
        if mark.start() >= position:
            yield "prose", (position, mark.start())
            position = _end(mark, marks[number + 1 :], end)
            kind: PieceKind = "caption" if mark.lastgroup == "caption" else "boilerplate"
            yield kind, (mark.start(), position)
    yield "prose", (position, end)


#: Behind what something else than prose may begin, if it is not what a paragraph begins with.
_BEHIND = re.compile(r"[.!?\u2026\u00bb\u201d\")\]|]\s*")


def _marks(text: str, start: int, end: int, opening: re.Pattern[str]) -> list[re.Match[str]]:
    """Return what begins something else than prose, where that may begin."""
    marks: list[re.Match[str]] = []
    done = start
    for place in (start, *[behind.end() for behind in _BEHIND.finditer(text, start, end)]):
        mark = opening.match(text, place, end) if place >= done else None
        if mark is not None:
            marks.append(mark)
            done = mark.end()
    return marks


def _is_photo_line(start: int, end: int, marks: list[re.Match[str]]) -> bool:
    last = marks[-1]
    at_end = last.lastgroup == "photo" and last.end() == end and last.start() > start
    return at_end and len(marks) == 1 and end - start <= LONGEST_CAPTION


def _end(mark: re.Match[str], later: list[re.Match[str]], end: int) -> int:
    """Return where a piece ends: a caption after its credit, a link at the next cue."""
    if mark.lastgroup in ("credit", "photo"):
        return mark.end()
    if mark.lastgroup == "caption" and later and later[0].lastgroup in ("credit", "photo"):
        return later[0].end()
    return next((m.start() for m in later if m.lastgroup in ("caption", "tail")), end)
