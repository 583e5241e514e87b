"""Cut a text into units, each with a tag letter, so that phrases are regular expressions.

From the gazetteer: C country, A adjective, D demonym, K capital or seat,
G organisation, P person, F family name, W actors that one name means together,
H adjective of two states ("franco-allemand"), Q its first part,
J name of something that is no actor.
From the language pack: T title, U titles in the plural, B body, R portfolio,
M honorific, L group of actors named before ("neighbours"), p the other one of
two ("host"), and the letters of its ``[words]``. From the descriptions: c noun
that an actor named before is called ("kingdom"), r adjective beside it. From
the shape of a word: X capitalised, Y capitalised only because it begins a
sentence, N all in capitals, i initial, 9 number, ``,`` comma, ``.`` other sign,
w any other word; ``|`` a break that no phrase crosses. Once an article is known,
S stands for a word of the name of an organisation that it names.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from graph.actors.alone import CAPITALS, UNHYPHENED, words_met
from graph.actors.lexicon import Hit, Lexicon, Tokens, tokenise
from graph.actors.records import Gazetteer, Name
from graph.languages import LanguagePack
from graph.model import Sentence
from graph.undisturbed import loading


class Unit(NamedTuple):
    """One word, sign or listed name."""

    tag: str
    """One letter."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    names: tuple[Name, ...] = ()
    """The entries of a listed name, the likeliest first."""


#: Makes a unit of its fields, in order, in two thirds of the time.
_unit = partial(tuple.__new__, Unit)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into units, in order."""

    units: Sequence[Unit]
    tags: str
    """Of all of them: what few have is looked for there."""

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "Cut":
        """Return some units with their tags."""
        return cls(units, _tags(units))

    def places(self, tags: re.Pattern[str]) -> list[int]:
        """Return where there are some tags, by the first of each."""
        return [found.start() for found in tags.finditer(self.tags)]

    def but(self, changed: Mapping[int, Unit]) -> "Cut":
        """Return it with other units at some places."""
        if not changed:
            return self
        return Cut.of([changed.get(at, unit) for at, unit in enumerate(self.units)])


def _tags(units: Iterable[Unit]) -> str:
    return "".join([unit.tag for unit in units])


@loading()
def build_lexicon(gazetteer: Gazetteer, pack: LanguagePack) -> Lexicon:
    """Return every listed form of a language: actors, titles, bodies, words."""
    compounds = pack.tables["mentions"]["between"]["compounds"]
    return Lexicon([*gazetteer.names[pack.code], *_pack_names(pack)], compounds)


def _pack_names(pack: LanguagePack) -> Iterable[Name]:
    table = pack.tables["mentions"]
    for relation, forms in table["titles"].items():
        yield from (Name(text, "T", relation) for text in forms["one"])
        yield from (Name(text, "U", relation) for text in forms["many"])
    yield from (Name(text, "B", text) for text in table["bodies"]["names"])
    yield from (Name(text, "R", text) for text in table["portfolios"]["names"])
    yield from (Name(text, "M", text) for text in table["honorifics"]["names"])
    for tag, section in (("L", "groups"), ("p", "others")):
        rows = table[section].items()
        yield from (Name(text, tag, kind) for kind, texts in rows for text in texts)
    for tag, texts in table["words"].items():
        yield from (Name(text, tag, text) for text in texts)


def cut(
    text: str, sentences: Sequence[Sentence], lexicon: Lexicon, published: str | None = None
) -> Cut:
    """Return the units of the sentences of a text, with a break after each sentence.

    Args:
        text: The article's text.
        sentences: Spans to look at; anything between them is passed over.
        lexicon: The listed forms of the text's language.
        published: ISO date of the article, which decides what a name means.
    """
    units: list[Unit] = []
    tags: list[str] = []
    for sentence in sentences:
        tokens = tokenise(text, sentence.start, sentence.end)
        match = partial(_disjoint, lexicon, tokens, published)
        found = _units(tokens, match, lexicon)
        told = _tags(found)
        # Neither is frequent: all tags of a sentence are asked at once.
        if any(map(told.__contains__, _ACRONYMS)):
            found = _but_acronyms(found, text)
            told = _tags(found)
        if _PEOPLE in told:  # a people's name may be an adjective, with another tag
            found = _adjectives(found)
            told = _tags(found)
        units += found
        units.append(Unit("|", sentence.end, sentence.end))
        tags += (told, "|")
    return Cut(units, "".join(tags))


#: Tags of the long name of a state or body and its short one in brackets, and of a people's name.
_ACRONYMS, _PEOPLE = ("C.C.", "G.G."), "D"


def _but_acronyms(units: Iterable[Unit], text: str) -> list[Unit]:
    """Leave out the short name in brackets behind a long one: "… du Congo (RDC)", "… (IAEA)"."""
    kept: list[Unit] = []
    for unit in units:
        kept.append(unit)
        if unit.tag != "." or "".join([each.tag for each in kept[-4:]]) not in _ACRONYMS:
            continue
        if [text[u.start : u.end] for u in kept[-3::2]] == ["(", ")"]:
            named, short = kept[-4].names[0], kept[-2].names[0]
            if named.key == short.key:
                del kept[-3:]
    return kept


def _adjectives(units: Sequence[Unit]) -> list[Unit]:
    """Take a people's name right behind a title for its adjective: « le ministre Danois »."""
    return [
        unit._replace(tag="A", names=tuple(replace(name, tag="A") for name in unit.names))
        if unit.tag == _PEOPLE and at and units[at - 1].tag in _LEADING
        else unit
        for at, unit in enumerate(units)
    ]


#: Tags of titles, and of what says that one is no longer held.
_HELD, _FORMER = "TU", "q"

#: Tags of nouns that no people's name stands right behind, but for an adjective with a capital.
_LEADING = "TUBh"

#: Finds the listed name that starts at a token.
_Match = Callable[[int], Hit | None]


def _disjoint(lexicon: Lexicon, tokens: Tokens, published: str | None, at: int) -> Hit | None:
    """Return the listed name that starts at a token, cut short where a state's runs on behind it.

    « Le président de la République » is one title, but not in « le président de la République
    islamique d'Iran ».
    """
    hit = lexicon.match(tokens, at, published)
    if hit is None or hit.tag != "T":
        return hit
    for inner in range(at + 1, at + hit.size):
        other = lexicon.match(tokens, inner, published)
        if other is not None and other.tag == "C" and inner + other.size > at + hit.size:
            return lexicon.match(tokens, at, published, inner)
    return hit


def _units(tokens: Tokens, match: _Match, lexicon: Lexicon) -> list[Unit]:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    known = words_met(lexicon).known(words)
    hyphens = tokens.has_hyphens  # without them nothing is a part of a longer word
    units: list[Unit] = []
    last = len(words) - 1
    at = 0
    paired = False
    while at <= last:
        tag, names, hit, longer, sure, _, form = known[at]
        more = longer and at < last and (known[at + 1].folded or words[at + 1]) in longer
        if tag and not more:  # as of most words
            units.append(_unit((tag, starts[at], ends[at], names)))
            at, paired = at + 1, False
            continue
        hit = match(at) if more or not sure else hit
        if hit is None and form not in CAPITALS:
            units.append(_unit((form, starts[at], ends[at], ())))
            at, paired = at + 1, False
            continue
        if hit is not None and (hyphens or hit.tag not in UNHYPHENED):
            pairs = (hit.tag in _PAIRED and paired) or _is_former(hit, tokens, at, match)
            whole = hit if pairs else _whole(hit, tokens, at, lexicon.compounds)
            hit = _joined(hit, tokens, at, match) or whole
        if hyphens and hit and hit.tag == "C" and _goes_on(tokens, at + hit.size, match):
            hit = None
        behind = at + (hit.size if hit else 1)
        tag = hit.tag if hit else form
        if not hit and tag == "X" and (at == 0 or words[at - 1] in _OPENERS):
            tag = "Y"
        if tag == "i" and at < last and words[at + 1] == ".":
            behind = at + 2
        while hyphens and tag in "XY" and tokens.is_glued(behind):
            behind += 1
        units.append(_unit((tag, starts[at], ends[behind - 1], hit.names if hit else ())))
        at = behind
        # "Japon-Corée", "the US-Iran talks": what a hyphen joins to a name may be another.
        paired = tag in _PAIRED
    return units


#: Tags of names that a hyphen may join: "le sommet Inde-Chine", "the Trump-Putin call".
_PAIRED = "CKF"
_OPENERS = '«“"(:—–'
#: Words that are never a name's part unless in small letters: "de" may be, "De" is.
_FUNCTION = "dolqehzxwabfuymn"


def _joined(hit: Hit, tokens: Tokens, at: int, match: _Match) -> Hit | None:
    """Return an adjective of two states, which a hyphen joins: "russo-turc", "US-Iran talks"."""
    behind = at + hit.size
    if hit.tag not in "QACG" or not tokens.is_glued(behind) or tokens.is_glued(at):
        return None
    second = match(behind)
    if second is None or second.tag not in "ADCG":
        return None
    if hit.tag in _PAIRED and second.tag in _PAIRED:
        return None  # two names
    key = f"{hit.names[0].key}+{second.names[0].key}"
    return Hit(hit.size + second.size, "H", (Name(key, "H", key),))


def _goes_on(tokens: Tokens, at: int, match: _Match) -> bool:
    """Whether a hyphen and an unknown name make a country's name a region's: "Inde-Centrale"."""
    return tokens.is_glued(at) and tokens.words[at].istitle() and match(at) is None


def _whole(hit: Hit, tokens: Tokens, at: int, compounds: Set[str]) -> Hit | None:
    """Drop a hit that is only a part of a hyphenated word, such as "anti-russe".

    Not where it does what the other part tells: "Omani-mediated".
    """
    if hit.tag == "Q":
        return None
    if hit.tag not in UNHYPHENED:
        listed_small = hit.tag in _FUNCTION and hit.names[0].text[0].islower()
        capital = listed_small and tokens.words[at][0].isupper()
        return None if capital and at and tokens.words[at - 1] not in _OPENERS else hit
    behind = tokens.words[at + hit.size] if tokens.is_glued(at + hit.size) else ""
    # "l'avenue du Président-Wilson" has no president.
    joined = behind and not (hit.tag in "ACKGF" and behind in compounds)
    cut_off = tokens.is_glued(at) or (joined and (hit.tag in "TB" or behind.islower()))
    return None if cut_off else hit


def _is_former(hit: Hit, tokens: Tokens, at: int, match: _Match) -> bool:
    """Whether a hyphen joins a title to what says that it is no longer held: « ex-président »."""
    before = match(at - 1) if hit.tag in _HELD and tokens.is_glued(at) else None
    return before is not None and before.tag == _FORMER and before.size == 1
