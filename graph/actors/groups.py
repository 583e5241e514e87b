"""Whom an expression for several means: "the two countries", "both leaders", "les trois hommes"."""

from collections.abc import Collection, Sequence
from itertools import combinations
from math import fsum

from graph.actors.discourse import Discourse
from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import UNION, Gazetteer
from graph.actors.titles import TitleWords
from graph.actors.units import Unit
from graph.model import Actor

#: How many "both" are, and how many states come into question for two.
_TWO, _LIKELY = 2, 5
#: How many holders of an office come into question for two of them, the last ones named.
_LATELY = 20
#: Nouns that say how many they mean.
_SEVERAL = {"duo": 2, "trio": 3}
#: Nouns for states and the Union alike.
_POWERS = "power"
#: The tag of adjectives that describe somebody: "the two Baltic states".
_ADJECTIVE = "r"
#: How much likelier "the leaders" are persons whom the text names than states.
_NAMED = 1.5

#: A state, or whoever acts for none, by its key; and the person who acts for it where one is named.
_Side = tuple[str, Actor | None]


class Groups:
    """Whom such an expression means, at the place that the reading of an article has reached."""

    def __init__(self, text: str, people: People, discourse: Discourse, words: TitleWords) -> None:
        """Look back at what was read of a text."""
        self._text, self._words = text, words
        self._people, self._discourse = people, discourse
        self._gazetteer: Gazetteer = people.gazetteer

    def actors(self, phrase: Phrase, but: Actor | None = None) -> Sequence[Actor]:
        """Return the actors of "the two countries", "both leaders" or "the neighbours".

        Args:
            phrase: With its noun and its number.
            but: Somebody who is none of them, though spoken of most.
        """
        unit, number = phrase.parts["group"][0], phrase.parts.get("number")
        wanted = int(number[0].tag) if number else _TWO
        among = self._described(phrase)
        few = among is not None and (len(among) < wanted or not (number or len(among) == wanted))
        if few or not self._is_told(phrase, unit):
            return ()
        what, theirs = unit.names[0].key, self.theirs(phrase)
        if unit.tag == "U":
            return self._bearing(unit, wanted, but, theirs)
        if what in _SEVERAL:
            several = self._several(_SEVERAL[what], phrase)
            return several or (self._met(phrase) if _SEVERAL[what] == _TWO else ())
        if what == "person":
            return self._met(phrase, wanted, but)
        if len(theirs) == wanted or (theirs and not number):
            return theirs
        return self._parties(phrase, wanted, but, among or ())

    def alone(self, phrase: Phrase) -> Sequence[Actor]:
        """Return the two of whom this sentence or the one before tells: "the two agreed".

        They are those that it joins, or else the only two persons, states or groups in it.
        """
        words, number = self._words, phrase.parts["alone"][0]
        verb = next(iter(phrase.after), None)
        told = phrase.follows(self._text, words.definite)
        floating = phrase.follows(self._text, words.alone)  # "A and B have both denied it"
        told = told or (Phrase.is_behind(number, self._text, words.both) and not floating)
        if not told or not Phrase.is_behind(verb, self._text, words.alone):
            return ()
        return self._several(_TWO, phrase) or self._only(phrase)

    def _met(self, phrase: Phrase, wanted: int = _TWO, but: Actor | None = None) -> Sequence[Actor]:
        """Return the persons of whom the text tells: "A saw B. The two men", "the pair agreed"."""
        here = self._discourse.sentence(phrase.start)
        return self._discourse.somebodies.met(here, wanted) or self._persons(wanted, but)

    def _only(self, phrase: Phrase) -> Sequence[Actor]:
        """Return the only two persons of the last sentence with any, or else its two sides."""
        here, discourse = self._discourse.sentence(phrase.start), self._discourse
        for told in (discourse.persons, discourse.sides):
            keys = told.within(here) or told.within(here - 1)
            actors = [who for key in reversed(keys) if (who := discourse.actor(key)) is not None]
            if len(keys) == len(actors) == _TWO:
                return actors
            if keys and told is discourse.persons:
                return ()
        return ()

    def _parties(
        self, phrase: Phrase, wanted: int, but: Actor | None, among: Collection[str]
    ) -> Sequence[Actor]:
        """Return the states, or the sides, that a phrase means, arguments as in ``states``."""
        what = phrase.parts["group"][0].names[0].key
        own = phrase.follows(self._text, self._words.possessive)
        out = self._discourse.named[-1] if own and self._discourse.named else but
        if what == "side":
            return self.sides(wanted, but=out, among=among)
        plain = what == "country" and wanted == _TWO and out is None and not among
        apart = self._named_apart(phrase) if plain else ()
        return apart or self.states(wanted, but=out, union=what == _POWERS, among=among)

    def _named_apart(self, phrase: Phrase) -> Sequence[Actor]:
        """Return the two that a sentence named so far, where not in one breath.

        "A recognised the new name of B, and the two states …"; but A and B who urge two states to
        talk are none of them.
        """
        here = self._discourse.sentence(phrase.start)
        states = self._discourse.states
        codes = states.within(here) if not states.joined(within=here) else ()
        return [self._gazetteer.countries[c] for c in codes] if len(codes) == _TWO else ()

    def members(self, phrase: Phrase) -> Sequence[Actor]:
        """Return those of a set whom the text named: "the two Nordic countries"."""
        whole = self._gazetteer.sets[phrase.parts["set"][0].names[0].key]
        number, words = phrase.parts["number"][0], self._words
        told = phrase.follows(self._text, words.definite)
        told = told or Phrase.is_behind(number, self._text, words.both)
        named = (self._gazetteer.countries[code] for code in self._discourse.countries())
        return _all([actor for actor in named if actor in whole], int(number.tag)) if told else ()

    def fits(self, phrase: Phrase, actor: Actor) -> bool:
        """Return whether an actor is what adjectives of a phrase say: "its Baltic neighbour"."""
        table = self._gazetteer.descriptions
        told = (unit.names for unit in phrase.units if unit.tag == _ADJECTIVE)
        return all(any(table[name.key].fits(actor) for name in names) for names in told)

    def _described(self, phrase: Phrase) -> list[str] | None:
        """Return the codes of the states that the adjectives of a phrase fit; None without one."""
        if all(unit.tag != _ADJECTIVE for unit in phrase.units):
            return None
        countries, named = self._gazetteer.countries, self._discourse.countries()
        return [code for code in named if self.fits(phrase, countries[code])]

    def _is_told(self, phrase: Phrase, unit: Unit) -> bool:
        """Whether those are meant whom the text named: "the two", not "two" nor "its rivals"."""
        words = self._words
        known = any(phrase.follows(self._text, each) for each in (words.definite, words.possessive))
        number = phrase.parts.get("number", ())
        both = number[:1] and Phrase.is_behind(number[0], self._text, words.both)
        owned = phrase.follows(self._text, words.possessive)
        owned = owned and not phrase.follows(self._text, words.theirs)
        loose = any(name.key == "loose" for name in unit.names) and not owned
        return bool(both) or (known and bool(number or loose or unit.tag != "L"))

    def theirs(self, phrase: Phrase) -> Sequence[Actor]:
        """Return the states of those named just before: "A and B, … their countries"."""
        if not phrase.follows(self._text, self._words.theirs):
            return ()
        here = self._discourse.sentence(phrase.start)
        states = self._discourse.states
        codes = states.joined(within=here) or states.joined(within=here - 1)
        return [self._gazetteer.countries[code] for code in codes]

    def states(
        self,
        wanted: int,
        *,
        but: Actor | None = None,
        union: bool = True,
        among: Collection[str] = (),
    ) -> Sequence[Actor]:
        """Return the states spoken of together, as many as wanted or none.

        Args:
            wanted: How many.
            but: Who is none of them.
            union: Whether the European Union may be one of two: a partner, but no country.
            among: The codes of those who alone may be; all where it is empty.
        """
        out = but.country if but is not None else None
        states = self._discourse.states
        if wanted == _TWO:
            codes: Sequence[str] = states.pair(but={out} if union else {out, UNION}, among=among)
        else:
            ranked = [c for c in states.ranked() if c != out and (not among or c in among)]
            codes = states.joined(wanted) if wanted > 1 and out is None else ()
            codes = codes if codes and set(codes) <= set(ranked) else ranked[:wanted]
        return _all([self._gazetteer.countries[code] for code in codes], wanted)

    def sides(
        self, wanted: int, *, but: Actor | None = None, among: Collection[str] = ()
    ) -> Sequence[Actor]:
        """Return the states and groups spoken of together; arguments as ``states`` takes them."""
        if wanted != _TWO:
            return self.states(wanted, but=but, among=among)
        out = self._discourse.side(but) if but is not None else None
        keys = self._discourse.sides.pair(but={out}, among=among)
        return [who for key in keys if (who := self._discourse.actor(key)) is not None]

    def _several(self, wanted: int, phrase: Phrase) -> Sequence[Actor]:
        """Return the persons, or else the two or three sides, named last in one breath."""
        here = self._discourse.sentence(phrase.start)
        for sentence in (here, here - 1):
            people = self._discourse.persons.joined(wanted, within=sentence)
            sides = self._discourse.sides.joined(wanted, within=sentence)
            found = map(self._discourse.actor, people or sides)
            if actors := [actor for actor in found if actor is not None]:
                return actors
        return ()

    def _persons(self, wanted: int, but: Actor | None) -> Sequence[Actor]:
        """Return the persons spoken of together: "the two men"."""
        named = {actor.id: actor for actor in self._discourse.people() if actor != but}
        if wanted == _TWO:
            return [named[key] for key in self._discourse.persons.pair(among=named)]
        return _all(list(named.values()), wanted)

    def _bearing(
        self, unit: Unit, wanted: int, but: Actor | None, theirs: Sequence[Actor]
    ) -> Sequence[Actor]:
        """Return who bears a title in the plural, or the states where the text names nobody."""
        bearers = [who for who in self._bearers(unit) if who != but]
        if wanted != _TWO:
            return _all(bearers, wanted) or self.states(wanted, but=but)
        sides: list[_Side] = [(who.country or who.id, who) for who in bearers]
        of_state = unit.names[0].key == "leads" or self._is_open(unit)
        if of_state and len({side for side, _ in sides}) < _TWO:
            sides += self._states_of(unit, but, theirs)
        out = but.country if but is not None else None
        among = {state.country for state in theirs}
        sides = [side for side in sides if side[0] != out and (not among or side[0] in among)]
        found = self._closest(sides, apart=of_state)
        return [who or self._gazetteer.countries[code] for code, who in found]

    def _states_of(self, unit: Unit, but: Actor | None, theirs: Sequence[Actor]) -> Sequence[_Side]:
        """Return the states whose office a title is, with their leaders where it is of leaders."""
        likely = [state.country or "" for state in theirs] or self._discourse.countries()[:_LIKELY]
        leads = unit.names[0].key == "leads"
        leaders = [self._people.leader(code) if leads else None for code in likely]
        return [
            (code, who if who != but else None) for code, who in zip(likely, leaders, strict=True)
        ]

    def _closest(self, sides: Sequence[_Side], *, apart: bool) -> Sequence[_Side]:
        """Return the two holders of an office whom the text speaks of together, or nothing.

        Args:
            sides: The states, and the persons who act for them where they are named.
            apart: Whether they act for two states: officers may be of one army.
        """
        states, persons = self._discourse.states, self._discourse.persons
        of_states, of_persons = states.weights(), persons.weights()

        def closeness(two: tuple[_Side, ...]) -> float:
            codes, people = [code for code, _ in two], [who.id for _, who in two if who is not None]
            named = fsum(_NAMED + of_persons.get(who, 0) for who in people)
            both = persons.closeness(*people) if len(people) == _TWO else 0
            told = fsum(of_states.get(code, 0) for code in codes)
            return named + both + told + states.closeness(*codes)

        fitting = (
            (one, other)
            for one, other in combinations(sides[:_LATELY], _TWO)
            if one[0] != other[0] or (not apart and one[1] != other[1])
        )
        return max(fitting, key=closeness, default=())

    def _is_open(self, unit: Unit) -> bool:
        title = self._words.single(self._text[unit.start : unit.end])
        return title in {self._words.single(each) for each in self._words.complements.open}

    def _bearers(self, unit: Unit) -> list[Actor]:
        """Return the persons named who bear a title in the plural, the last one first.

        Who is given another title in the article bears it not, unless it is one of any leader;
        of persons without one those do who are known by such an office.
        """
        title, relation = self._words.single(self._text[unit.start : unit.end]), unit.names[0].key
        any_leader = title in {self._words.single(each) for each in self._words.generic}
        borne: dict[Actor, list[str]] = {}
        for role, who in self._people.roles:
            kind = role.relation if any_leader else self._words.single(role.title)
            borne.setdefault(who, []).append(kind)
        wanted = {relation} if any_leader else set(title.split())
        return self._discourse.latest(
            lambda actor: (
                any(wanted <= set(each.split()) for each in borne[actor])
                if actor in borne
                else self._people.office(actor, relation) is not None
            )
        )


def _all(actors: Sequence[Actor], wanted: int) -> Sequence[Actor]:
    """Return as many actors as wanted, or none."""
    return actors[:wanted] if len(actors) >= wanted else []
