"""Where a sentence begins behind the topic of a headline, and where a name in it ends."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from graph.actors.mention import Mention
from graph.model import Sentence

#: How many a headline names that tells of one of them what others do.
_TOPICAL = 2

#: What stands between the topic of a headline and what it tells.
_COLON = re.compile(r"\s?:\s+(?=\w)")


def topic(
    text: str,
    sentence: Sentence,
    mentions: Sequence[tuple[int, Mention]],
    table: Mapping[str, Any],
) -> int:
    """Return where what is told begins behind a state that a headline tells of: "Mali: a junta".

    It is the start of the sentence where there is none, and where what follows is said: "A: "no"".
    """
    if len(mentions) < _TOPICAL:
        return sentence.start
    first = mentions[0][1]
    state = first.how in ("name", "capital") and first.actors[0].kind == "country"
    before = text[sentence.start : first.start].strip()
    behind = _COLON.match(text, first.end, sentence.end)
    if not (state and behind) or (before and before.lower() not in table["articles"]):
        return sentence.start
    return behind.end()


def end_of(text: str, mention: Mention, table: Mapping[str, Any]) -> int:
    """Return where a name ends, without the comma behind it if a verb of telling follows.

    "A recevra le président B, a annoncé C": it is C who says so.
    """
    name = text[mention.start : mention.end]
    closing = name.endswith(",") and name.count(",") == 1
    told = closing and _telling(*map(tuple, table["telling_behind"])).match(text, mention.end)
    return mention.end - 1 if told else mention.end


@cache
def _telling(auxiliaries: Sequence[str], forms: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of a verb of telling that stands before whoever tells."""
    perfect, present = ("|".join(map(re.escape, words)) for words in (auxiliaries, forms))
    return re.compile(rf"\s+(?:(?:{perfect})\s+\w+|(?:{present})\b)")
