"""Decide which actors the phrases of an article stand for.

Two passes: the first meets every person the article names, so that the second
can give "le dirigeant nord-coréen" in the first line the name that stands in
the third.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.actors.discourse import Discourse, words_of
from graph.actors.gazetteer import Gazetteer
from graph.actors.lexicon import Lexicon
from graph.actors.offices import Claim
from graph.actors.people import People
from graph.actors.phrases import PhraseGrammar
from graph.actors.reading import Mention, Reading
from graph.actors.titles import TitleWords
from graph.actors.units import Unit, build_lexicon, cut
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


class Linker:
    """Finds and links the mentions of articles in one language."""

    def __init__(self, gazetteer: Gazetteer, pack: LanguagePack) -> None:
        """Index the names of a language."""
        self._gazetteer = gazetteer
        self._lexicon: Lexicon = build_lexicon(gazetteer, pack)
        self._grammar = PhraseGrammar(pack)
        self._words = TitleWords.of(pack.tables["mentions"])

    def cast(self, text: str, sentences: Sequence[Sentence], published: str | None) -> Cast:
        """Return the mentions of a text and the offices that its titles claim.

        Args:
            text: The article's text.
            sentences: Where to look.
            published: ISO date, which decides between namesakes.
        """
        units = cut(text, sentences, self._lexicon)
        people = People(self._gazetteer, published)
        before = Discourse(self._gazetteer)
        first = Reading(text, people, before, self._words)
        for phrase in self._grammar.find(units):
            list(first.mentions(phrase))
        short = frozenset(
            word for actor in before.named if actor.kind != "person" for word in words_of(actor)
        )
        known = [_known_by_now(text, unit, people, short) for unit in units]
        reading = Reading(text, people, Discourse(self._gazetteer, before.codes()), self._words)
        mentions = [m for phrase in self._grammar.find(known) for m in reading.mentions(phrase)]
        return Cast(tuple(mentions), tuple(dict.fromkeys(reading.offices.claims)))


def _known_by_now(text: str, unit: Unit, people: People, short: frozenset[str]) -> Unit:
    """Tag a capitalised word as a name once the article has introduced its bearer.

    F for a family name, S for a word of an organisation's name: "the Court".
    """
    if unit.tag not in "XY":
        return unit
    word = fold(text[unit.start : unit.end])
    return replace(unit, tag="F" if word in people.by_name else "S" if word in short else unit.tag)
