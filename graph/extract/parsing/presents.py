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
from graph.extract.parsing.pieces import WORD, Piece
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
    for found in _behind_asides(text, sentence, mentions, table):
        if found[1] in shown:
            yield Piece(*found.span(1), shown[found[1]], None, present=found[1])


def _behind_asides(
    text: str, sentence: Sentence, mentions: Sequence[Mention], table: Mapping[str, Any]
) -> Iterator[re.Match[str]]:
    """Yield words that may be the verb of whoever opens a sentence: « Moscou, isolé, presse A »."""
    first = mentions[0] if mentions else None
    if first is None or _COMMA not in text[first.end - 1 : first.end + 1]:
        return
    if {*WORD.findall(text, sentence.start, first.start)} <= _openers(table):
        yield from _aside(table).finditer(text, first.end, sentence.end)


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


#: What an imperfect is though the parser takes it for a participle.
_FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def _in_present(token: Token, written: str | None) -> Token:
    if written is None:
        return token
    finite = token.morph.replace("Tense=Imp", "Tense=Pres")
    return token._replace(lower=written, morph=_FINITE if "VerbForm=Part" in finite else finite)


@once
def _imperfects(table: Mapping[str, Any]) -> dict[str, str]:
    """Return the imperfect of each present that a parser does not know."""
    found: dict[str, str] = dict(table["others"])
    for infinitive in table["verbs"]:
        ending = next(row for row in table["endings"] if infinitive.endswith(row[0]))
        stem = infinitive.removesuffix(ending[0])
        found[stem + ending[1]] = stem + ending[2]
    return found


#: What opens and closes what is told of somebody beside the clause.
_COMMA = ","


@once
def _openers(table: Mapping[str, Any]) -> frozenset[str]:
    """Return the articles that may stand before a name at the beginning of a sentence."""
    plain = [word for article in table["articles"] for word in WORD.findall(article)]
    return frozenset([*plain, *map(str.capitalize, plain)])


@once
def _aside(table: Mapping[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a word behind a comma that has what a verb governs behind it.

    A superlative shows that it is a noun, and so does an owner where a comma and a verb follow.
    """
    kinds = ("governed", "owning", "superlatives", "following")
    governed, owning, most, verbs = ("|".join(table["presents"][kind]) for kind in kinds)
    noun = rf"(?:{most})\b|(?:{owning})\b[^,]*,\s+(?:{verbs})\b"
    return re.compile(rf",\s+([^\W\d_]+)\s+(?!{noun})(?=(?:{governed})\b|[A-ZÀ-Ý0-9«“])")


@once
def _verb(table: Mapping[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a word that has what a verb governs behind it, or its adverb."""
    endings = (*table["infinitives"]["endings"], *table["presents"]["adverbs"])
    ended = (rf"[^\W\d_]+{re.escape(ending)}" for ending in endings)
    behind = "|".join((*map(re.escape, table["presents"]["governed"]), *ended))
    return re.compile(rf"\s+([^\W\d_]+)\s+(?=(?:{behind})\b|[A-ZÀ-Ý0-9«“])")
