"""Expressions for one actor named before: "the kingdom", "his country", "its neighbour"."""

from collections.abc import Sequence

from graph.actors.discourse import Discourse
from graph.actors.groups import Groups
from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import Gazetteer
from graph.actors.titles import TitleWords
from graph.model import Actor

#: The actors of a phrase, and how it means them.
Resolved = tuple[Sequence[Actor | None], str]


class Anaphora:
    """Whom such an expression means, at the place that the reading of an article has reached."""

    def __init__(self, text: str, people: People, discourse: Discourse, words: TitleWords) -> None:
        """Look back at what was read of a text."""
        self._text, self._words = text, words
        self._discourse = discourse
        self._gazetteer: Gazetteer = people.gazetteer
        self._groups = Groups(text, people, discourse, words)

    def group(self, phrase: Phrase, but: Actor | None = None) -> Resolved:
        """Return the actors of "the two countries" or "both leaders".

        Args:
            phrase: With its noun and its number.
            but: Somebody who is none of them, though spoken of most.
        """
        return self._groups.actors(phrase, but), "pair"

    def state(self) -> Sequence[Actor]:
        """Return the state most spoken of."""
        return self._groups.states(1)

    def described(self, phrase: Phrase) -> Resolved:
        """Return the actor of "the kingdom", "the Gulf state" or "his country"."""
        units = phrase.parts.get("described") or phrase.parts["region"]
        listed = [unit for unit in units if unit.tag in "cr"]
        table = self._gazetteer.descriptions
        words = [[table[name.key] for name in unit.names] for unit in listed]
        land = words[0][0].kind == "country"
        if land and (theirs := self._groups.theirs(phrase)):
            return theirs, "pair"
        if land and phrase.follows(self._text, self._words.many):
            return [], "pair"
        if phrase.follows(self._text, self._words.possessive):
            person = next(iter(self._discourse.people()), None)
            state = self._gazetteer.countries.get(person.country or "") if person else None
            return [state if state and words[0][0].fits(state) else None], "description"
        pointed = phrase.follows(self._text, self._words.pointing)
        definite = pointed or phrase.follows(self._text, self._words.definite)
        if definite and not pointed and len(words) == 1 and land:
            return self.state(), "description"
        return [self._discourse.described(words) if definite else None], "description"

    def other(self, phrase: Phrase) -> Resolved:
        """Return the other one of two: "its neighbour", "his host"."""
        if not phrase.follows(self._text, self._words.possessive):
            return [], "description"
        kinds = {name.key for name in phrase.parts["other"][0].names}
        last = self._discourse.named[-1:]
        if "person" in kinds and last and (last[0].kind == "person" or "country" not in kinds):
            return self._discourse.people()[1:2], "description"
        return self._groups.states(1, but=last[0] if last else None), "description"
