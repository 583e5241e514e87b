"""Decide which actors the phrases of an article stand for.

Two passes: the first meets every person the article names, so that the second
can give "le dirigeant nord-coréen" in the first line the name that stands in
the third.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from graph.actors.turns import TurnWords
from graph.actors.units import Cut, Unit, build_lexicon, cut
from graph.languages import LanguagePack
from graph.model import Sentence
from graph.text.folding import fold

__all__ = ["Cast", "Claim", "Linker", "Mention"]


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


class Linker:
    """Finds and links the mentions of articles in one language."""

    def __init__(self, gazetteer: Gazetteer, pack: LanguagePack) -> None:
        """Index the names of a language."""
        self._gazetteer = gazetteer
        self._shared = gazetteer.shared[pack.code]
        self._lexicon: Lexicon = build_lexicon(gazetteer, pack)
        self._grammar = PhraseGrammar(pack)
        heads = pack.tables["mentions"]["words"]["g"]
        self._heads = tuple(f" {fold(word)}" for word in heads)
        self._words = TitleWords.of(pack.tables["mentions"], pack.tables["parser"]["plural"])
        self._turns = TurnWords(pack.tables["mentions"]["between"]["turning"])

    def cast(
        self, text: str, sentences: Sequence[Sentence], published: str | None, title: str = ""
    ) -> Cast:
        """Return the mentions of a text and the offices that its titles claim.

        Args:
            text: The article's text.
            sentences: Where to look.
            published: ISO date, which decides between namesakes, and what a name meant then.
            title: The headline, which tells of whom the text begins to speak.
        """
        found = cut(text, sentences, self._lexicon, published)
        found = without_homonyms(text, found, self._gazetteer.homonyms)
        found = settled(text, found, self._shared, self._gazetteer)
        found = without_namesakes(text, found, self._gazetteer)
        found = without_others(text, found, self._heads, self._gazetteer)
        people = People(self._gazetteer, published)
        starts = [sentence.start for sentence in sentences]
        before = Discourse(self._gazetteer)
        turns = self._turns.turns(text, starts)
        before.begin(starts, turns.again())
        first = Reading(text, people, before, self._words)
        phrases = self._grammar.find(found)
        for phrase in phrases:
            first.hear(phrase)
        short = frozenset(word for actor in before.recent for word in before.short(actor))
        known = _known_by_now(text, found, people, short)
        now = before.again()
        if title:
            self._headline(title, people, now)
        now.begin(starts, turns)
        reading = Reading(text, people, now, self._words)
        phrases = phrases if known is found else self._grammar.find(known)
        mentions = [m for phrase in phrases for m in reading.mentions(phrase)]
        return Cast(tuple(mentions), tuple(reading.offices.claims.found), known)

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


def _known_by_now(text: str, cut: Cut, people: People, short: frozenset[str]) -> Cut:
    """Tag the capitalised words that the article has introduced by now.

    F for the end of a person's name ("Le Drian"), S for a word of the name of an
    organisation ("the Court").
    """
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
