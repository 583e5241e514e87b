"""Decide which actors the phrases of an article stand for.

Two passes: the first meets every person the article names, so that the second
can give "le dirigeant nord-coréen" in the first line the name that stands in
the third.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

from graph.actors.claims import Claim
from graph.actors.discourse import Discourse
from graph.actors.homonyms import without_homonyms
from graph.actors.lexicon import Lexicon
from graph.actors.mention import Mention
from graph.actors.movements import without_others
from graph.actors.namesakes import without_namesakes
from graph.actors.people import People
from graph.actors.phrases import Phrase, PhraseGrammar
from graph.actors.reading import Reading
from graph.actors.records import Gazetteer
from graph.actors.shared import settled
from graph.actors.titles import TitleWords
from graph.actors.turns import Turns, TurnWords
from graph.actors.units import Cut, Unit, build_lexicon, cut
from graph.languages import LanguagePack
from graph.model import Sentence
from graph.text.folding import fold

__all__ = ["Cast", "Claim", "Linker", "Mention", "Told"]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone an article names."""

    mentions: tuple[Mention, ...]
    """In order of place, none overlapping."""

    claims: tuple[Claim, ...]
    """In order of place, each once."""

    cut: Cut
    """The units of the sentences."""

    def unlinked(self) -> Iterator[tuple[int, int]]:
        """Yield the places of capitalised names that stand for nobody known.

        A word that begins a sentence is no name for certain.
        """
        units = self.cut.units
        starts, tags = [unit.start for unit in units], list(self.cut.tags)
        for mention in self.mentions:
            first = bisect_left(starts, mention.start)
            last = bisect_left(starts, mention.end, first)
            tags[first:last] = "." * (last - first)
        for run in _NAMES.finditer("".join(tags)):
            yield units[run.start()].start, units[run.end() - 1].end


class Told(NamedTuple):
    """An article as it is looked at for those whom it names."""

    text: str
    sentences: Sequence[Sentence]
    """Where to look."""

    published: str | None
    """ISO date, which decides between namesakes, and what a name meant then."""

    title: str = ""
    """The headline, which tells of whom the text begins to speak."""

    @property
    def starts(self) -> list[int]:
        """Where the sentences begin."""
        return [sentence.start for sentence in self.sentences]


class _Heard(NamedTuple):
    """Whom an article names, once it was read through."""

    people: People
    discourse: Discourse
    turns: Turns


class Linker:
    """Finds and links the mentions of articles in one language."""

    def __init__(self, gazetteer: Gazetteer, pack: LanguagePack) -> None:
        """Index the names of a language."""
        self._gazetteer = gazetteer
        self._lexicon: Lexicon = build_lexicon(gazetteer, pack)
        heads = tuple(f" {fold(word)}" for word in pack.tables["mentions"]["words"]["g"])
        #: What else an article tells of the units that it is cut into, in order.
        self._settling: tuple[Callable[[str, Cut], Cut], ...] = (
            partial(without_homonyms, homonyms=gazetteer.homonyms),
            partial(settled, shared=gazetteer.shared[pack.code], gazetteer=gazetteer),
            partial(without_namesakes, gazetteer=gazetteer),
            partial(without_others, heads=heads, gazetteer=gazetteer),
        )
        self._grammar = PhraseGrammar(pack)
        self._words = TitleWords.of(pack.tables["mentions"], pack.tables["parser"]["plural"])
        self._turns = TurnWords(pack.tables["mentions"]["between"]["turning"])

    def cast(
        self, text: str, sentences: Sequence[Sentence], published: str | None, title: str = ""
    ) -> Cast:
        """Return the mentions of a text and the offices that its titles claim.

        Args:
            text: The article's text.
            sentences: Where to look.
            published: ISO date of the article.
            title: The headline.
        """
        (cast,) = self.casts([Told(text, sentences, published, title)])
        return cast

    def casts(self, articles: Sequence[Told]) -> list[Cast]:
        """Return the mentions of articles, and the offices that their titles claim.

        All go through a step before the next one does: what a processor has to go through for
        either is so much that it would lose it from article to article.
        """
        cuts = self._cuts(articles)
        phrases = list(map(self._grammar.find, cuts))
        heard = list(map(self._hear, articles, phrases))
        known = list(map(_known_by_now, articles, cuts, heard))
        again = [
            found if now is cut else self._grammar.again(now, cut, found)
            for now, cut, found in zip(known, cuts, phrases, strict=True)
        ]
        return list(map(self._read, articles, heard, known, again))

    def _cuts(self, articles: Sequence[Told]) -> list[Cut]:
        """Return the units of articles, as all of each article tells what they are."""
        texts = [each.text for each in articles]
        cuts = [cut(each.text, each.sentences, self._lexicon, each.published) for each in articles]
        for step in self._settling:
            cuts = list(map(step, texts, cuts))
        return cuts

    def _hear(self, article: Told, phrases: Iterable[Iterable[Phrase]]) -> _Heard:
        """Read an article for the first time, for those whom it names and no more."""
        people, discourse = People(self._gazetteer, article.published), Discourse(self._gazetteer)
        turns = self._turns.turns(article.text, article.starts)
        discourse.begin(article.starts, turns.again())
        reading = Reading(article.text, people, discourse, self._words)
        for phrase in chain.from_iterable(phrases):
            reading.hear(phrase)
        return _Heard(people, discourse, turns)

    def _read(
        self, article: Told, heard: _Heard, cut: Cut, phrases: Iterable[Iterable[Phrase]]
    ) -> Cast:
        """Read an article that was heard, and return whom each phrase means."""
        now = heard.discourse.again()
        if article.title:
            self._headline(article.title, heard.people, now)
        now.begin(article.starts, heard.turns)
        reading = Reading(article.text, heard.people, now, self._words)
        mentions = [m for phrase in chain.from_iterable(phrases) for m in reading.mentions(phrase)]
        return Cast(tuple(mentions), tuple(reading.offices.claims.found), cut)

    def _headline(self, title: str, people: People, discourse: Discourse) -> None:
        """Store whom a headline names; its capitals may make a name of any other word."""
        found = cut(title, [Sentence(0, len(title))], self._lexicon, people.published)
        reading = Reading(title, people, discourse, self._words)
        for unit in found.units:
            kind = "adjective" if unit.tag == "A" else "atom"
            if unit.tag in _LISTED:
                reading.hear(Phrase(kind, (unit,), {kind: (unit,)}, None))


#: Tags of listed actors.
_LISTED = "CAGKPFW"

#: Capitalised words and acronyms, with small particles between them.
_NAMES = re.compile(r"[XN](?:[XNi]|[xo](?=[XN]))*")


def _known_by_now(article: Told, cut: Cut, heard: _Heard) -> Cut:
    """Tag the capitalised words that the article has introduced by now.

    F for the end of a person's name ("Le Drian"), S for a word of the name of an
    organisation ("the Court").
    """
    text, people, discourse = article.text, heard.people, heard.discourse
    short = frozenset[str]().union(*map(discourse.short, discourse.recent))
    if not (people.by_name or short):
        return cut
    units, found = cut.units, list[Unit]()
    done = 0
    for at in cut.places(_CAPITAL):
        if at < done:
            continue
        unit = units[at]
        size = _size_of_end(text, units, at, people) if unit.tag in _PARTS else 0
        if size > 1 or (size and unit.tag != "F"):
            unit = Unit("F", unit.start, units[at + size - 1].end)
        elif unit.tag in "XYN" and fold(text[unit.start : unit.end]) in short:
            unit = unit._replace(tag="S")
        else:
            continue
        found += units[done:at]
        found.append(unit)
        done = at + max(size, 1)
    return Cut.of([*found, *units[done:]]) if found else cut


#: How many words the end of a name has at most: "Van der Bellen".
_LONGEST = 4
#: Tags of the units that it may be made of.
_PARTS = "XYFxi"
#: A unit that it, or a word of an organisation's name, may begin with.
_CAPITAL = re.compile(f"[{_PARTS}N]")


def _size_of_end(text: str, units: Sequence[Unit], at: int, people: People) -> int:
    """Return how many units from one on are the end of the name of a person introduced by now."""
    start, size = units[at].start, 0
    for number, unit in enumerate(units[at : at + _LONGEST], 1):
        if unit.tag not in _PARTS:
            break
        if unit.tag in "XYF" and fold(text[start : unit.end]) in people.by_name:
            size = number
    return size
