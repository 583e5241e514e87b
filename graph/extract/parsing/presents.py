"""Show the parser another tense where it does not know a verb in the present.

Models learn little from headlines: right behind a name they take "presse", "juge" or "expulse" for
nouns and adjectives. The imperfect of the same verb is no other word, and hardly ever mistaken. The
parsed word has its own text and tense again. Adding such sentences to the model's training was
rejected: the models are taken as they come.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.actors.link import Mention
from graph.extract.once import once
from graph.extract.parsing.pieces import Piece
from graph.extract.parsing.word import Token
from graph.model import Sentence


def presents(
    text: str, sentence: Sentence, mentions: Sequence[Mention], table: Mapping[str, Any]
) -> Iterator[Piece]:
    """Yield the verbs right behind names that the parser is shown in the imperfect.

    Args:
        text: The article's text.
        sentence: The span to look at.
        mentions: Who is named in it.
        table: The language's ``parser.toml``.
    """
    shown = _imperfects(table["presents"])
    if not shown:
        return
    verb = _verb(table)
    for mention in mentions:
        found = verb.match(text, mention.end, sentence.end)
        if found is not None and found[1] in shown:
            yield Piece(*found.span(1), shown[found[1]], None, present=found[1])


def restored(tokens: Sequence[Token], pieces: Sequence[Piece]) -> Sequence[Token]:
    """Return tokens in the present that the article has, where the parser was shown another tense.

    Args:
        tokens: Of one sentence.
        pieces: What the parser was shown of it.
    """
    if not any(piece.present for piece in pieces):
        return tokens
    written = {}
    at = 0
    for piece in pieces:
        if piece.present:
            written[at] = piece.present
        at += len(piece.shown)
    return [_in_present(token, written.get(token.idx)) for token in tokens]


def _in_present(token: Token, written: str | None) -> Token:
    if written is None:
        return token
    return token._replace(lower=written, morph=token.morph.replace("Tense=Imp", "Tense=Pres"))


@once
def _imperfects(table: Mapping[str, Any]) -> dict[str, str]:
    """Return the imperfect of each present that a parser does not know."""
    found: dict[str, str] = dict(table["others"])
    for infinitive in table["verbs"]:
        ending = next(row for row in table["endings"] if infinitive.endswith(row[0]))
        stem = infinitive.removesuffix(ending[0])
        found[stem + ending[1]] = stem + ending[2]
    return found


@once
def _verb(table: Mapping[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a word that has what a verb governs behind it, or its adverb."""
    endings = (*table["infinitives"]["endings"], *table["presents"]["adverbs"])
    ended = (rf"[^\W\d_]+{re.escape(ending)}" for ending in endings)
    behind = "|".join((*map(re.escape, table["presents"]["governed"]), *ended))
    return re.compile(rf"\s+([^\W\d_]+)\s+(?=(?:{behind})\b|[A-ZÀ-Ý0-9«“])")
