"""Expressions for one actor named before: "the kingdom", "his country", "its neighbour"."""

from collections.abc import Sequence

from graph.actors.discourse import Discourse
from graph.actors.groups import Groups
from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import Description, Gazetteer
from graph.actors.titles import TitleWords
from graph.actors.units import Unit
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

    def nobody(self, _: Phrase) -> Resolved:
        """Return nobody, for a thing that is named like somebody."""
        return [], "name"

    def group(self, phrase: Phrase, but: Actor | None = None) -> Resolved:
        """Return the actors of "the two countries" or "both leaders".

        Args:
            phrase: With its noun and its number.
            but: Somebody who is none of them, though spoken of most.
        """
        return self._groups.actors(phrase, but), "pair"

    def without(self, phrase: Phrase, actors: Sequence[Actor], actor: Actor) -> tuple[Actor, ...]:
        """Return whom "both sides" means where one of the likeliest urges them: another one.

        Args:
            phrase: With its noun and its number.
            actors: Whom it means.
            actor: One of them.
        """
        others = tuple(self._groups.actors(phrase, actor))
        return others if not set(others) <= set(actors) else ()

    def two(self, phrase: Phrase) -> Resolved:
        """Return those of "the two agreed", or of "both deny it"."""
        return self._groups.alone(phrase), "pair"

    def members(self, phrase: Phrase) -> Resolved:
        """Return those of a set whom the text named: "the two Nordic countries"."""
        return self._groups.members(phrase), "pair"

    def state(self) -> Sequence[Actor]:
        """Return the state most spoken of."""
        return self._groups.states(1)

    def around(self, phrase: Phrase, body: str) -> Sequence[Actor]:
        """Return the state on whose ground most is told: whose "the police" are."""
        but = self._scorning(phrase) if body in self._words.scorned else ()
        ranked = self._discourse.ground.ranked() or self._discourse.countries()
        codes = [code for code in ranked if code not in but]
        return [self._gazetteer.countries[code] for code in codes[:1]]

    def _scorning(self, phrase: Phrase) -> Sequence[str]:
        """Return the state that acts in a sentence: "the regime" that it accuses is none of it.

        It may well be that of the rebels who act, or of "those in favour of the regime".
        """
        here = self._discourse.sentence(phrase.start)
        direct = phrase.before is not None and phrase.before.tag == "d"
        own = here in self._discourse.rising or not direct
        return () if own else self._discourse.acting.get(here, ())

    def described(self, phrase: Phrase) -> Resolved:
        """Return the actor of "the kingdom", "the Gulf state" or "his country"."""
        if self._is_of_something(phrase):
            return [], "description"
        units = phrase.parts.get("described") or phrase.parts["region"]
        listed = [unit for unit in units if unit.tag in "cr"]
        table = self._gazetteer.descriptions
        words = [[table[name.key] for name in unit.names] for unit in listed]
        if words[0][0].kind == "country" and len(words) == 1:
            return self._land(phrase, words[0])
        if phrase.follows(self._text, self._words.possessive):
            return [self._fitting(self._discourse.people()[:1], words[0])], "description"
        pointed = phrase.follows(self._text, self._words.pointing)
        definite = pointed or phrase.follows(self._text, self._words.definite)
        return [self._discourse.described(words, phrase.start) if definite else None], "description"

    def described_by(self, phrase: Phrase, noun: Unit) -> Resolved:
        """Return the actor of "the Christian militia": whoever is meant by its noun."""
        table = self._gazetteer.descriptions
        words = [[table[name.key] for name in noun.names]]
        definite = phrase.follows(self._text, self._words.definite)
        return [self._discourse.described(words, phrase.start) if definite else None], "description"

    def _is_of_something(self, phrase: Phrase) -> bool:
        """Whether "of" behind a noun says of what it is: not in "accused the kingdom of arming"."""
        if not Phrase.is_behind(next(iter(phrase.after), None), self._text, self._words.genitive):
            return False
        return not Phrase.is_behind(phrase.lead, self._text, self._words.charging)

    def _land(self, phrase: Phrase, words: Sequence[Description]) -> Resolved:
        """Return the state of "the country", "this country", "her country", "their countries"."""
        if theirs := self._groups.theirs(phrase):
            return theirs, "pair"
        if phrase.follows(self._text, self._words.many):
            return [], "pair"
        if phrase.is_whose or phrase.follows(self._text, self._words.theirs):
            return [self._fitting(self._discourse.named[-1:], words)], "description"
        if phrase.follows(self._text, self._words.possessive):
            return [self._fitting(self._somebody(phrase), words)], "description"
        if phrase.follows(self._text, self._words.pointing):
            return [self._discourse.pointed], "description"
        definite = phrase.follows(self._text, self._words.definite)
        return self._meant(phrase) if definite else [], "description"

    def _meant(self, phrase: Phrase) -> Sequence[Actor]:
        """Return the state of "the country": the topic, or else the one most spoken of.

        Of "A sold arms to the country" it is not A.
        """
        if (topic := self._discourse.before(phrase.start)) is not None:
            return [topic]
        toward = phrase.is_behind(phrase.lead, self._text, self._words.toward)
        here = self._discourse.sentence(phrase.start)
        acting = self._discourse.acting.get(here, ()) if toward else ()
        but = next((self._gazetteer.countries[code] for code in acting), None)
        return self._groups.states(1, but=but)

    def _somebody(self, phrase: Phrase) -> list[Actor]:
        here = self._discourse.sentence(phrase.start)
        return self._discourse.somebodies.last(here)

    def _fitting(self, owners: Sequence[Actor], words: Sequence[Description]) -> Actor | None:
        """Return the state that somebody acts for, if a description fits it."""
        codes = (owner.country or "" for owner in owners)
        states = (self._gazetteer.countries.get(code) for code in codes)
        return next((state for state in states if state and words[0].fits(state)), None)

    def other(self, phrase: Phrase) -> Resolved:
        """Return the other one of two: "its neighbour", "his host"."""
        own = phrase.follows(self._text, self._words.possessive)
        if not own or self._is_of_something(phrase):
            return [], "description"
        kinds = {name.key for name in phrase.parts["other"][0].names}
        last = self._discourse.named[-1:]
        if "person" in kinds and last and (last[0].kind == "person" or "country" not in kinds):
            here = self._discourse.sentence(phrase.start)
            met = self._discourse.somebodies.partner(here)
            return met or self._discourse.people()[1:2], "description"
        owners = self._discourse.owners(phrase.start)
        if "neighbour" in kinds:
            return self._neighbour(phrase, owners), "description"
        if "holder" in kinds:
            return self._other_holder(), "description"
        return self._groups.states(1, but=owners[0] if owners else None), "description"

    def _neighbour(self, phrase: Phrase, owners: Sequence[Actor]) -> Sequence[Actor]:
        """Return the neighbour of somebody's state that the text speaks of most.

        It is one across a border, or one that a word beside it describes: "its Baltic neighbour".
        """
        table = self._gazetteer.descriptions
        words = (name for unit in phrase.units if unit.tag == "r" for name in unit.names)
        told = any(table[name.key].of for name in words)
        own = {owner.country or "" for owner in owners}
        around = {code for each in own for code in self._gazetteer.borders.get(each, ())}
        states = [self._gazetteer.countries[code] for code in self._discourse.countries()]
        near = [
            state
            for state in states
            if state.country not in own
            and self._groups.fits(phrase, state)
            and (told or state.country in around)
        ]
        return near[:1]

    def _other_holder(self) -> Sequence[Actor]:
        """Return the person of the same state named before the last one: "her predecessor"."""
        people = self._discourse.people()
        same = [who for who in people[1:] if who.country and who.country == people[0].country]
        return same[:1]
