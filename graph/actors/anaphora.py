"""Expressions for actors named before: "the two countries", "the kingdom", "its neighbour"."""

from collections.abc import Sequence

from graph.actors.discourse import Discourse
from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import Gazetteer
from graph.actors.titles import TitleWords
from graph.actors.units import Unit
from graph.model import Actor

#: How many "both" are.
_TWO = 2

#: The actors of a phrase, and how it means them.
Resolved = tuple[Sequence[Actor | None], str]


class Anaphora:
    """Whom such an expression means, at the place that the reading of an article has reached."""

    def __init__(self, text: str, people: People, discourse: Discourse, words: TitleWords) -> None:
        """Look back at what was read of a text."""
        self._text, self._words = text, words
        self._people, self._discourse = people, discourse
        self._gazetteer: Gazetteer = people.gazetteer

    def group(self, phrase: Phrase, but: Actor | None = None) -> Resolved:
        """Return the actors of "the two countries", "both leaders" or "the neighbours".

        Args:
            phrase: With its noun and its number.
            but: Somebody who is none of them, though spoken of most.
        """
        unit, number = phrase.parts["group"][0], phrase.parts.get("number")
        own = phrase.follows(self._text, self._words.possessive)
        if not number and not (own or phrase.follows(self._text, self._words.definite)):
            return [], "pair"
        what, wanted = unit.names[0].key, int(number[0].tag) if number else _TWO
        if what == "person":
            people = [who for who in self._discourse.people() if who != but]
            return _all(people, wanted), "pair"
        out = but.country if but is not None else None
        states = self.states(wanted, but=self._last_country() if own else out)
        if unit.tag != "U":
            return states, "pair"
        people = [who for who in self._bearers(unit) if who != but]
        leaders = [self._people.leader(state.country or "") for state in states]
        if what == "leads" and states and all(leader in people for leader in leaders):
            return leaders, "pair"
        if len(people) >= wanted:
            return people[:wanted], "pair"
        known = leaders if what == "leads" else [None] * len(states)
        return [who or state for who, state in zip(known, states, strict=True)] if number else [], (
            "pair"
        )

    def _bearers(self, unit: Unit) -> list[Actor]:
        """Return the persons named who bear a title in the plural, the last one first."""
        title = self._words.single(self._text[unit.start : unit.end])
        exact = {who for role, who in self._people.roles if self._words.single(role.title) == title}
        return self._discourse.latest(
            lambda actor: actor in exact or (not exact and self._bears(actor, unit.names[0].key))
        )

    def states(self, wanted: int, *, but: str | None = None) -> list[Actor]:
        """Return the states most spoken of, as many as wanted or none."""
        others = [code for code in self._discourse.countries() if code != but][:wanted]
        codes = self._discourse.pair(but={but}) if wanted == _TWO else others
        return _all([self._gazetteer.countries[code] for code in codes], wanted)

    def _last_country(self) -> str | None:
        return self._discourse.named[-1].country if self._discourse.named else None

    def _bears(self, actor: Actor, relation: str) -> bool:
        titles = {role.relation for role, who in self._people.roles if who == actor}
        return relation in titles or self._people.office(actor, relation) is not None

    def described(self, phrase: Phrase) -> Resolved:
        """Return the actor of "the kingdom", "the Gulf state" or "his country"."""
        units = phrase.parts.get("described") or phrase.parts["region"]
        listed = [unit for unit in units if unit.tag in "cr"]
        table = self._gazetteer.descriptions
        words = [[table[name.key] for name in unit.names] for unit in listed]
        if phrase.follows(self._text, self._words.many) and words[0][0].kind == "country":
            return self.states(_TWO), "pair"
        if phrase.follows(self._text, self._words.possessive):
            person = next(iter(self._discourse.people()), None)
            state = self._gazetteer.countries.get(person.country or "") if person else None
            return [state if state and words[0][0].fits(state) else None], "description"
        pointed = phrase.follows(self._text, self._words.pointing)
        definite = pointed or phrase.follows(self._text, self._words.definite)
        if definite and not pointed and len(words) == 1 and words[0][0].kind == "country":
            return self.states(1), "description"
        return [self._discourse.described(words) if definite else None], "description"

    def other(self, phrase: Phrase) -> Resolved:
        """Return the other one of two: "its neighbour", "his host"."""
        if not phrase.follows(self._text, self._words.possessive):
            return [], "description"
        kinds = {name.key for name in phrase.parts["other"][0].names}
        last = self._discourse.named[-1:]
        if "person" in kinds and last and (last[0].kind == "person" or "country" not in kinds):
            return self._discourse.people()[1:2], "description"
        return self.states(1, but=self._last_country()), "description"


def _all(actors: list[Actor], wanted: int) -> list[Actor]:
    """Return as many actors as wanted, or none."""
    return actors[:wanted] if len(actors) >= wanted else []
