"""A preposition that tells in whose eyes something is so, shown as one that names a source.

« Pour Moscou, l'accord est caduc » is what Moscow says, while « Pour l'Ukraine, Paris débloque un
prêt » is what is done for Ukraine: only a capital, a body or a person right behind the first word,
with a comma behind it, is taken to speak, and a capital not where another actor comes next.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors.mention import Mention
from graph.extract.parsing.pieces import Piece
from graph.model import Sentence

#: How somebody is named who speaks.
_VOICES = ("capital", "body", "person", "title")

#: What closes such a phrase.
_PAUSE = ","


def viewpoint(
    text: str, sentence: Sentence, mentions: Sequence[Mention], table: Mapping[str, Any]
) -> list[Piece]:
    """Return the preposition that opens a sentence before whoever speaks in it, if any.

    Args:
        text: The article's text.
        sentence: The span to look at.
        mentions: Who is named in it, in order.
        table: The language's ``parser.toml``.
    """
    if not mentions or mentions[0].how not in _VOICES:
        return []
    first = mentions[0]
    word, _, articles = text[sentence.start : first.start].partition(" ")
    shown = table["viewpoint"].get(word)
    if shown is None or not set(articles.split()) <= set(table["articles"]):
        return []
    named = text[first.start : first.end].rstrip()
    closed = named.endswith(_PAUSE) or text.startswith(_PAUSE, first.end)
    if not closed or (first.how == "capital" and _acts_next(text, mentions, table)):
        return []
    return [Piece(sentence.start, sentence.start + len(word), shown, None)]


def _acts_next(text: str, mentions: Sequence[Mention], table: Mapping[str, Any]) -> bool:
    """Return whether who is named next opens the clause: « Pour Kiev, la France achète »."""
    between = text[mentions[0].end : mentions[1].start] if len(mentions) > 1 else _PAUSE * 2
    return set(between.replace(_PAUSE, " ", 1).split()) <= set(table["articles"])
