"""Where a sentence begins behind the topic of a headline, and where a name in it ends."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from graph.actors.mention import Mention
from graph.model import Sentence

#: How many a headline names that tells of one of them what others do.
_TOPICAL = 2

#: How many code points before a name a source is looked for.
_NEAR = 16

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


def end_of(text: str, sentence: Sentence, mention: Mention, table: Mapping[str, Any]) -> int:
    """Return where a name ends, without the comma behind it if that closes no apposition.

    "A recevra le président B, a annoncé C": it is C who says so. « Selon le ministre A, B a tort »,
    « Selon le ministre, A, B a tort »; « le président A, suscitant la colère de B ».
    """
    name = text[mention.start : mention.end]
    if not name.endswith(","):
        return mention.end
    led = _sources((*table["source"], *table["viewpoint"]), tuple(table["plain_articles"]))
    cited = led.search(text[max(mention.start - _NEAR, 0) : mention.start])
    if cited or name.count(",") > 1:
        return mention.end - 1 if cited else mention.end
    opens = not set(text[sentence.start : mention.start].lower().split()) - {*table["articles"]}
    endings = (*table["going_on"], *(table["undergone"] if opens else ()))
    auxiliaries, forms = table["telling_behind"]
    behind = _telling(tuple(auxiliaries), (*forms, *table["apposed"]), tuple(endings))
    return mention.end - 1 if behind.match(text, mention.end) else mention.end


@cache
def _telling(
    auxiliaries: Sequence[str], forms: Sequence[str], endings: Sequence[str]
) -> re.Pattern[str]:
    """Return a pattern of a verb of telling that stands before whoever tells, or a participle."""
    perfect, present = ("|".join(map(re.escape, words)) for words in (auxiliaries, forms))
    going = "|".join(rf"\w+{ending}\b" for ending in endings) or r"(?!)"
    return re.compile(rf"\s+(?:(?:{perfect})\s+\w+|(?:{present})\b|{going})")


@cache
def _sources(prepositions: Sequence[str], articles: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of what stands before a source, at the end of a text."""
    words, article = ("|".join(map(re.escape, words)) for words in (prepositions, articles))
    return re.compile(rf"\b(?:{words})\s+(?:(?:{article})\b\W?)?\Z", re.IGNORECASE)
