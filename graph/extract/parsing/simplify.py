"""Put one plain word in the place of each long name before parsing.

Parsers err most on the names they know least. "Le président de la République
démocratique du Congo, Félix Tshisekedi, a reçu" is parsed as "Le président a
reçu", and the word that stands in leads back to the mention.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from graph.actors.mention import Mention
from graph.extract.once import once
from graph.extract.parsing.expressions import expressions, prepositions
from graph.extract.parsing.pieces import LAST_WORD, WORD, Piece, plain, single_spaced
from graph.extract.parsing.presents import presents
from graph.extract.parsing.standins import stand_in, start_of
from graph.extract.parsing.topics import end_of, topic
from graph.extract.parsing.viewpoints import viewpoint
from graph.extract.selection.topic import Worded
from graph.model import Sentence


def simplify(
    text: str,
    sentence: Sentence,
    mentions: Sequence[tuple[int, Mention]],
    dates: Sequence[tuple[int, int]],
    table: Mapping[str, Any],
) -> list[Piece]:
    """Return the pieces of a sentence, in order, stand-ins and plain text in turn.

    Args:
        text: The article's text.
        sentence: The span to cut.
        mentions: The mentions inside it with their indices, in order.
        dates: Places of date expressions, which the parser does without.
        table: The language's ``parser.toml``.
    """
    text = _accented(text, sentence, table)
    words = Worded.of(text[sentence.start : sentence.end]).words
    turns: dict[str, int] = defaultdict(int)
    start = topic(text, sentence, mentions, table)
    cuts = [Piece(sentence.start, start, "", None)] if start > sentence.start else []
    mentions = [(i, m) for i, m in mentions if m.start >= start]
    named = [m for _, m in mentions]
    for i, m in mentions:
        first = start_of(text, m, table)
        shown = stand_in(text, m, first, table, turns)
        cuts.append(Piece(first, end_of(text, sentence, m, table), shown, i))
    taken = [range(cut.start, cut.end) for cut in cuts]
    led = prepositions(text, sentence, words, table)
    phrases = [*expressions(text, sentence, words, table), *led]
    others = [
        *_dates(text, sentence, _behind(dates, led), table),
        *sorted(phrases, key=lambda piece: piece.start - piece.end),  # "as well as", not "as well"
        *_marks(text, sentence, table),
        *_pairs(text, sentence, named, table),
        *_opening(text, sentence, table),
        *_ligatures(text, sentence, table),
        *presents(text, sentence, named, table),
        *viewpoint(text, sentence, named, table),
    ]
    for cut in others:
        if not _overlaps(cut, taken):
            cuts.append(cut)
            taken.append(range(cut.start, cut.end))
    pieces: list[Piece] = []
    at = sentence.start
    for cut in sorted(cuts, key=lambda piece: piece.start):
        if cut.start > at:
            pieces.append(plain(text, at, cut.start))
        pieces.append(cut)
        at = cut.end
    pieces.append(plain(text, at, sentence.end))
    return single_spaced(piece for piece in pieces if piece.end > piece.start)


#: An aside in brackets, and the blank before it.
_ASIDE = re.compile(r"\s?\([^()]*\)")

#: A blank before a comma or full stop, or behind an apostrophe, that taking out links has left.
_GAP = re.compile(
    r"[^\S\n](?:[^\S\n]*(?=[,.](?:\s|$))|(?<=\b[cdjlmnst]['’][^\S\n])[^\S\n]*(?=\w))", re.IGNORECASE
)

#: Longest quotation that is part of the sentence around it, in code points.
_SHORT = 60


def _marks(text: str, sentence: Sentence, table: Mapping[str, Any]) -> list[Piece]:
    """Return asides in brackets, stray blanks, and the marks around a few quoted words."""
    body = text[sentence.start : sentence.end]
    forms = (_ASIDE, _GAP) if "(" in body else (_GAP,)
    found = [
        Piece(m.start(), m.end(), "", None)
        for form in forms
        for m in form.finditer(text, sentence.start, sentence.end)
    ]
    opening, closing = table["quotation_marks"]
    if not any(map(body.__contains__, opening)):  # as in most
        return found
    quote, lone = _quotes(opening, closing)
    for match in quote.finditer(text, sentence.start + 1, sentence.end):
        # What begins with a capital is somebody's whole sentence.
        if not match[2].strip()[:1].isupper():
            found += [Piece(*match.span(side), "", None) for side in (1, 3)]
    if first := lone.match(body):
        end = sentence.start + first.end()
        found.append(Piece(sentence.start, end, "", None))  # a quotation that later sentences close
    return found


@cache
def _quotes(opening: str, closing: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a few quoted words, and of a quotation that is only opened."""
    opens, closes = re.escape(opening), re.escape(closing)
    few = rf"([{opens}]\s?)([^{opens}{closes}]{{1,{_SHORT}}})(\s?[{closes}])"
    return re.compile(few), re.compile(rf"[{opens}]\s?(?=[^{opens}{closes}]*\Z)")


#: The first word of a sentence before one that begins no name.
_FIRST = re.compile(r"[^\W\d_]+(?= [^\W\d_A-Z])")


def _opening(text: str, sentence: Sentence, table: Mapping[str, Any]) -> list[Piece]:
    """Return a participle that opens a sentence without its capital, as no name is written.

    So is what else is told first, up to a comma, of whoever the sentence is about: "loyal to A, B".
    """
    first = _FIRST.match(text, sentence.start, sentence.end)
    if first is None:
        return []
    word = first.group()
    if not word.endswith(tuple(table["participle_endings"])):
        quality = word.lower() in table["opening_qualities"]
        if not (quality or word.endswith(tuple(table["agentive_endings"]))):
            return []
        told, comma, _ = text[first.end() : sentence.end].partition(",")
        if not comma or set(WORD.findall(told)).isdisjoint(table["governing"]):
            return []
    return [Piece(*first.span(), word.lower(), None)]


def _accented(text: str, sentence: Sentence, table: Mapping[str, Any]) -> str:
    """Return a text with the accent that the capital of a first word lacks: "A Paris"."""
    unaccented = table["unaccented"]
    first = WORD.match(text, sentence.start, sentence.end) if unaccented else None
    shown = unaccented.get(first.group()) if first else None
    if first is None or shown is None or not text[first.end() : first.end() + 1].isspace():
        return text
    return f"{text[: first.start()]}{shown}{text[first.end() :]}"


def _ligatures(text: str, sentence: Sentence, table: Mapping[str, Any]) -> list[Piece]:
    """Return words that are written without a ligature that they have: "manoeuvre"."""
    found = []
    for plain_, joined in table["ligatures"].items():
        if plain_ not in text[sentence.start : sentence.end].lower():
            continue
        word = re.compile(rf"\b\w*{plain_}\w*", re.IGNORECASE)
        for m in word.finditer(text, sentence.start, sentence.end):
            shown = re.sub(plain_, joined, m.group(), flags=re.IGNORECASE)
            found.append(Piece(m.start(), m.end(), shown, None))
    return found


#: What stands before the first of two names at the beginning of a clause, and behind the second.
_OPENS = re.compile(r"(?:^|[;:–—-])\s*$")
_HYPHENS = ("-", "–", "‐", "‑")
_GOES_ON = re.compile(r"\s+\w+(?![\w,])")


def _pairs(
    text: str, sentence: Sentence, mentions: Sequence[Mention], table: Mapping[str, Any]
) -> list[Piece]:
    """Return what stands for "and" between names: "Rome, Bern agree", "Inde-Chine"."""
    found = []
    joiner = _joiner(table)
    for first, second in pairwise(mentions):
        between = text[first.end : second.start]
        if between in _HYPHENS:
            opening, joining = table["hyphened"]
            found.append(Piece(first.end, second.start, f" {joining} ", None))
            if opening and text[first.start - 1 : first.start] == " ":
                found.append(Piece(first.start - 1, first.start, f" {opening} ", None))
            continue
        if joint := joiner.match(between):
            end = first.end + joint.end()
            found.append(Piece(first.end, end, f" {table['coordinators'][0]} ", None))
            continue
        if between != ", ":
            continue
        opens = _OPENS.search(text[sentence.start : first.start])
        follows = _GOES_ON.match(text, second.end, sentence.end)
        joined = follows and follows.group().strip().lower() in table["coordinators"]
        headline = opens or text.startswith(table["infinitive_mark"], second.end)
        if headline and follows and not joined:
            found.append(Piece(first.end, second.start, f" {table['coordinators'][0]} ", None))
    return found


@once
def _joiner(table: Mapping[str, Any]) -> re.Pattern[str]:
    """Return a pattern of what stands for "and" between two names: "A as well as B"."""
    words = "|".join(re.escape(joiner).replace(r"\ ", r"\s+") for joiner in table["joiners"])
    article = "|".join(map(re.escape, table["articles"]))
    return re.compile(rf",?\s+(?:{words})\s+(?=(?:(?:{article})['’]?\s?)?$)", re.IGNORECASE)


def _behind(dates: Sequence[tuple[int, int]], phrases: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return dates without the end of a preposition before them: "in the wake of" Friday's raid."""
    if not phrases:  # as in most
        return [*dates]
    ends = {date: [p.end for p in phrases if p.start < date[0] < p.end] for date in dates}
    return [(max([date[0], *ends[date]]), date[1]) for date in dates]


#: How many words the day of a month has: "September 11".
_DAY_WORDS = 2

_COMMA = re.compile(r",\s*\Z")
_AFTER_DATE = re.compile(r"[ \t]*,?[ \t]*")


def _dates(
    text: str,
    sentence: Sentence,
    dates: Sequence[tuple[int, int]],
    table: Mapping[str, Any],
) -> list[Piece]:
    """Return the date expressions that can be left out, with the blank or comma behind them."""
    cuts = []
    for first, end in _joined(text, dates, table):
        start = first
        before = text[max(start - 1, sentence.start) : start]
        behind = text[end : end + 1]
        if (before and not before.isspace()) or behind in ("'", "’", "-"):
            continue
        if _tells_which(text, start, end, table):
            continue
        word = LAST_WORD.search(text, max(sentence.start, start - 20), start)
        if word and _is_of_day(text, word, start, table):
            start = word.start()
        elif word and word[1].lower() in table["articles"]:
            continue
        enclosed = _COMMA.search(text[:start], sentence.start) if behind == "," else None
        if enclosed:
            cuts.append(Piece(enclosed.start(), end + 1, "", None))
            continue
        stop = _AFTER_DATE.match(text, end, sentence.end)
        opens = start == sentence.start
        cuts.append(
            Piece(start, stop.end() if stop and (opens or behind == " ") else end, "", None)
        )
    return cuts


def _tells_which(text: str, start: int, end: int, table: Mapping[str, Any]) -> bool:
    """Whether a date inside an expression tells which: "since the September 11 attacks"."""
    words = text[start:end].split()
    inner = zip(words[1:][-_DAY_WORDS - 1 :], words[2:][-_DAY_WORDS:], strict=False)
    marked = any(w.lower() in table["articles"] and name[0].isupper() for w, name in inner)
    return marked and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _is_of_day(text: str, word: re.Match[str], start: int, table: Mapping[str, Any]) -> bool:
    """Whether a word says that something is of a day: "the attack of 13 June", not "from … on"."""
    before = LAST_WORD.search(text, max(0, word.start() - 20), word.start())
    counted = before is None or before[1].lower() in table["counting"]
    return word[1].lower() in table["dating"] and text[start].isdigit() and not counted


def _joined(
    text: str, dates: Sequence[tuple[int, int]], table: Mapping[str, Any]
) -> list[tuple[int, int]]:
    """Return dates, two of one word that "and" joins as one: "lundi et mardi"."""
    found: list[tuple[int, int]] = []
    for start, end in dates:
        joint = f" {text[found[-1][1] : start].strip(' ')} " if found else ""
        both = text[found[-1][0] : end].split(joint) if joint.strip() else []
        plain = [word for word in both if word.isalpha()]
        if joint.strip() in table["coordinators"] and len(plain) > 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _overlaps(cut: Piece, taken: Sequence[range]) -> bool:
    return any(cut.start < span.stop and span.start < cut.end for span in taken)
