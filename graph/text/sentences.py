"""Cut an article into sentences, captions, headlines and boilerplate.

A full stop, question or exclamation mark ends a sentence where white space and
something that can open a sentence follow, unless the word before it is an
abbreviation or an initial. Everything that depends on the language is in its
``text.toml``. Offsets are those of the text as read: nothing is normalised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.languages import load
from graph.model import Sentence
from graph.text.boilerplate import Cues, cues, pieces
from graph.text.dateline import prose_start
from graph.text.lines import Span, is_bullet, is_closed, paragraphs, trim

#: An unfinished line up to this length is a headline, in code points.
LONGEST_HEADLINE = 140

#: What goes on for longer without an end is a table or markup, not a sentence; code points. The
#: longest of 1,300 articles has 706, and the parser takes time with the square of it.
LONGEST_SENTENCE = 2000

# Runs are taken whole (`++`), and looked at from their first character only: a text may be hostile.
_END = re.compile(
    r"[.!?\u2026](?<![.!?\u2026].)[.!?\u2026]*+"
    r"(?:[)\]\"\u201d\u2019'\u00bb]|[ \u00a0\u202f]\u00bb)*+"
    r"(?:\s++\.(?!\.))?"  # Wikinews sets the full stop apart: « … » .
    r"(?P<gap>\s++)(?P<open>(?:[\"'\u201c\u2018\u00ab(\[\u2022\u2013\u2014-]++\s*+)?)(?P<next>\w++)"
)
_WORD = re.compile(r"[\w.-]+$")
_INITIALS = re.compile(r"[^\W\d_](?:(?:\.-?|-)[^\W\d_])*")
_BULLET = re.compile(r"[-*+\u2022\u00b7\u2013\u2014]\s+")
#: The longest abbreviation looked for, in code points.
_REACH = 24


@dataclass(frozen=True, slots=True)
class Stops:
    """The words of one language that a full stop does not, or may not, end a sentence after."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    starters: frozenset[str]


@cache
def _stops(lang: str) -> Stops:
    table = load(lang).tables["text"]["sentences"]
    names = ("titles", "abbreviations", "numbered", "starters")
    return Stops(*(frozenset(table[name]) for name in names))


def split(text: str, lang: str) -> list[Sentence]:
    """Cut a text into spans that are trimmed, in order, and hold all of it but white space.

    Args:
        text: The article's text, with any line ends.
        lang: ISO 639-1 code; there must be a pack for it.

    Returns:
        The spans. A caption holds its "Photo :" and its credit, a sentence its dateline: that is
        the evidence as the article has it. `core` tells what of it is to be parsed.
    """
    known = cues(lang)
    spans = list(paragraphs(text, known.is_boilerplate))
    return [
        sentence
        for start, end in spans
        for sentence in _paragraph(text, start, end, known, several=len(spans) > 1)
    ]


def core(text: str, sentence: Sentence, lang: str) -> Span:
    """Return the part of a sentence that is to be parsed.

    That leaves out a dateline, a bullet, the hour of a running report, the "Photo :" of a caption,
    and its credit.

    Args:
        text: The article's text.
        sentence: Where it stands.
        lang: ISO 639-1 code.
    """
    start, end, known = sentence.start, sentence.end, cues(lang)
    if sentence.kind == "caption":
        if opener := known.opener.match(text, start, end):
            start = opener.end()
        if credit := known.credit.search(text[start:end]):
            end = start + credit.start()
    elif bullet := _BULLET.match(text, start, end):
        start = bullet.end()
    return trim(text, prose_start(text, start, end, lang), end)


def _paragraph(
    text: str, start: int, end: int, known: Cues, *, several: bool
) -> Iterator[Sentence]:
    for kind, piece in pieces(text, start, end, known):
        first, last = trim(text, *piece)
        if first == last:
            continue
        if kind == "boilerplate":
            yield Sentence(first, last, kind)
        elif kind == "caption":
            yield from _caption(text, first, last, known)
        elif several and (first, last) == (start, end) and _is_headline(text[first:last]):
            yield Sentence(first, last, "headline")
        else:
            for begin, end_ in _cut(text, first, last, known.lang):
                long = end_ - begin > LONGEST_SENTENCE
                yield Sentence(begin, end_, "boilerplate" if long else "prose")


def _caption(text: str, start: int, end: int, known: Cues) -> Iterator[Sentence]:
    """Yield a caption's sentences, the last one with the credit behind it."""
    credit = known.credit.search(text[start:end])
    *spans, (last, _) = _cut(text, start, start + credit.start() if credit else end, known.lang)
    for span in spans:
        yield Sentence(*span, "caption")
    yield Sentence(last, end, "caption")


def _is_headline(line: str) -> bool:
    if line.startswith("#"):
        return True
    return len(line) <= LONGEST_HEADLINE and not is_closed(line) and not is_bullet(line)


def _cut(text: str, start: int, end: int, lang: str) -> Iterator[Span]:
    stops, first = _stops(lang), start
    position = prose_start(text, start, end, lang)  # "WASHINGTON, Sept. 25 – " holds no end
    while match := _END.search(text, position, end):
        if _is_end(text, first, match, stops):
            yield first, match.start("gap")
            first = match.end("gap")
        position = match.end("gap")
    yield first, end


def _is_end(text: str, start: int, match: re.Match[str], stops: Stops) -> bool:
    follower = match["next"]
    if len(follower) == 1 and text.startswith(".", match.end()):
        follower = ""  # an initial opens no sentence for sure: "J. D. Vance"
    if follower[:1].islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    word = _WORD.search(text, max(start, match.start() - _REACH), match.start())
    return not word or _may_end(word[0], word.start() == start, follower, stops)


def _may_end(word: str, opens: bool, follower: str, stops: Stops) -> bool:
    """Whether a full stop after a word can end a sentence, given the word that follows."""
    if word in stops.titles:
        return False
    if word in stops.numbered and follower[:1].isdigit():
        return False
    if word in stops.abbreviations or _INITIALS.fullmatch(word):
        return follower in stops.starters
    return not (opens and word.isdigit())  # "1. The parties …" is one item of a list
