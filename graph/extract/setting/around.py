"""What stands right before and behind a date: an aside, a way of saying, a clause that it dates.

The parser is not shown most dates, so where one belongs is told by its place among the words.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from graph.extract.parsing.word import PRESENT, VERBS, Word

#: Signs between which something is told in passing, and the one between which only participles are.
_DASHES, _COMMA = ("—", "–", "-"), ","

#: How many code points before a date may say what it is of.
_REACH = 60

_STOPS = re.compile(r"[,;:.!?()«»\"“”—–]")
_WORDS = re.compile(r"\w+")

#: Signs, and how many words, that may stand between a date and a clause that it dates.
_SIGNS, _WORDS_BETWEEN = (",", "(", ")", "–", "—"), 1


def outside(before: Sequence[Word]) -> Sequence[Word]:
    """Return the words before a date without an aside that closes right there.

    "A will recognise B — comprising C — on Friday"; "to leave A, starting with B, on Friday".
    """
    sign = before[-1].text if before else ""
    if sign != _COMMA and sign not in _DASHES:
        return before
    opens = next((word.index for word in reversed(before[:-1]) if word.text == sign), None)
    if opens is None:
        return before
    inner = [word for word in before[:-1] if word.index > opens]
    told = [word for word in before if word.index < opens]
    passing = sign != _COMMA or (bool(inner) and inner[0].features >= PRESENT)
    return told if inner and told and passing else before


@lru_cache(maxsize=1)  # of one date it is asked for two or three reasons
def words_before(text: str, place: int) -> Mapping[str, int]:
    """Return the words before a place in a text, up to a sign: where each ends, in lower case."""
    near = _STOPS.split(text[max(0, place - _REACH) : place])[-1]
    start = place - len(near)
    return {match.group().lower(): start + match.end() for match in _WORDS.finditer(near)}


def clause_behind(words: Sequence[Word], end: int, opening: Collection[str]) -> Word | None:
    """Return the word that opens a clause right behind a date: "on Friday, when A left B".

    Args:
        words: Of the sentence.
        end: Just past the date's expression.
        opening: Conjunctions that tell what happened then.
    """
    passed = 0
    for word in words:
        if word.start < end or word.text in _SIGNS:
            continue
        if word.text in opening:
            return word
        passed += 1
        if passed > _WORDS_BETWEEN or word.pos in VERBS or word.mention is not None:
            return None
    return None
