"""Who was spoken of so far in an article: whom "the two countries" or "the kingdom" means.

States are spoken of also through their people and their towns, but for towns
that are named as places. What the whole article speaks of is known in the
second reading of it.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from graph.actors.manner import Manner
from graph.actors.phrases import Phrase
from graph.actors.records import UNION, Description, Gazetteer, words_of
from graph.actors.somebodies import Somebodies
from graph.actors.together import REMEMBERED, Together
from graph.actors.turns import Turns
from graph.model import Actor
from graph.text.folding import fold

#: How many code points before a place let it begin its sentence: "Here in Ankara".
_AT_ONCE = 8

#: What it weighs of a group that the headline names it, beside a mention just before.
_HEADLINED = 1.0


@dataclass(slots=True)
class Discourse:
    """The actors named up to some place of an article, in order."""

    gazetteer: Gazetteer
    starts: Sequence[int] = ()
    """Where the sentences begin, in order."""

    turns: Turns = field(default_factory=Turns)
    """The parts of them, and the state that each begins with."""

    states: Together = field(default_factory=Together)
    """By ISO code."""

    sides: Together = field(default_factory=Together)
    """States by their code, and groups by their IRI."""

    persons: Together = field(default_factory=Together)
    """By IRI."""

    ground: Together = field(default_factory=Together)
    """States by ISO code, also as places, but for those that only an adjective names."""

    everybody: Together = field(default_factory=Together)
    """By IRI."""

    named: list[Actor] = field(default_factory=list)
    """In order of mention, with repeats."""

    nouns: list[Actor] = field(default_factory=list)
    """The same without those whom an adjective beside something else names."""

    recent: dict[Actor, None] = field(default_factory=dict)
    """Each of those named once, the last one last."""

    known: dict[str, Actor] = field(default_factory=dict)
    """The same by IRI."""

    somebodies: Somebodies = field(default_factory=Somebodies)
    """The persons, and whoever is somebody by title alone."""

    openings: dict[int, str] = field(default_factory=dict)
    """The ISO code of the first state that each sentence speaks of, also as a place."""

    acting: dict[int, list[str]] = field(default_factory=dict)
    """The same, but for sentences that begin with a place, or tell of one first."""

    rising: set[int] = field(default_factory=set)
    """Sentences that begin with a group, which may fight the state that it is of."""

    midway: set[int] = field(default_factory=set)
    """Sentences that tell of a place first, and not at once: "it was signed in Rome by"."""

    posts: dict[int, str] = field(default_factory=dict)
    """The ISO code of the state where an envoy serves whom a sentence names."""

    own: dict[str, frozenset[str]] = field(default_factory=dict)
    """By IRI: the words by which the text may call a movement that nobody lists."""

    headlined: frozenset[str] = frozenset()
    """The IRIs of those whom the headline names."""

    pointed: Actor | None = None
    """The state that a noun named last: "French soldiers in Niger … this country"."""

    end: int = 0
    """Where the mention before ends."""

    _aside: bool = False
    """Whether whoever it names only goes between others, or backs one."""

    def begin(self, starts: Sequence[int], turns: Turns) -> None:
        """Begin with the text behind its headline, whose sentences begin, and turn, somewhere."""
        self.starts, self.turns, self.end = starts, turns, 0
        self.headlined = frozenset(self.everybody.codes())

    def again(self) -> "Discourse":
        """Return the start of a second reading, which knows of whom the whole article speaks."""
        told = Discourse(self.gazetteer, own=self.own)
        told.states, told.sides = Together(self.states), Together(self.sides)
        told.persons, told.everybody = Together(self.persons), Together(self.everybody)
        told.ground = Together(self.ground)
        return told

    def add(self, actors: Sequence[Actor], phrase: Phrase, manner: Manner) -> None:
        """Store that some actors were named.

        Args:
            actors: In the order named, at least one.
            phrase: What names them.
            manner: How it does.
        """
        placed, beside, start = manner.placed, manner.beside, phrase.start
        sentence, listed = self.sentence(start), self.gazetteer.countries
        states = [a.country for a in actors if a.country is not None and a.country in listed]
        if actors[0].kind == "group" and sentence not in self.openings:
            self.rising.add(sentence)
        if states and not beside:
            if placed and sentence not in self.openings and not self._is_at_once(phrase):
                self.midway.add(sentence)
            self.openings.setdefault(sentence, states[0])
            self.acting.setdefault(sentence, [] if placed else states[:1])
            self.turns.add(start, None if placed else states[0])
        joint = self.joint(phrase)
        self.end = manner.end
        self._aside = manner.aside or (self._aside and bool(joint))
        if not beside:
            self.ground.add(states, sentence, joint)
        if placed:
            return
        for actor in actors:
            self.recent.pop(actor, None)
            self.recent[actor] = None
            self.known[actor.id] = actor
            self.pointed = actor if actor.kind == "country" and not beside else self.pointed
        self.named.extend(actors)
        if not beside:
            self.nouns.extend(actors)
        self.somebodies.add(actors, sentence, titled=manner.titled)
        self.everybody.add([actor.id for actor in actors], sentence, joint)
        if self._aside:
            return
        kinds = [actor.kind for actor in actors]
        self.states.add(states, sentence, joint)
        self.sides.add(self._sides(actors) if "group" in kinds else states, sentence, joint)
        people = [actor.id for actor in actors if actor.kind == "person"]
        self.persons.add(people, sentence, joint)

    def serves(self, post: Actor | None, phrase: Phrase) -> None:
        """Store where the envoy serves whom a phrase names, if it is one."""
        if post is not None and post.country is not None:
            self.posts.setdefault(self.sentence(phrase.start), post.country)

    def joint(self, phrase: Phrase) -> str:
        """Return what alone stands between a phrase and the mention before it."""
        joint = phrase.joint
        if joint is None or joint.start - self.end > 1:
            return ""
        return "and" if joint.tag == "z" else ","

    def _is_at_once(self, phrase: Phrase) -> bool:
        """Whether a phrase stands at the beginning of its sentence, behind a preposition."""
        number = self.sentence(phrase.start)
        return phrase.start <= self.starts[number - 1] + _AT_ONCE if number else False

    def side(self, actor: Actor) -> str | None:
        """Return the key of the side that an actor is on: its state, or itself if it is a group."""
        if actor.kind == "group":
            return actor.id
        return actor.country if actor.country in self.gazetteer.countries else None

    def _sides(self, actors: Iterable[Actor]) -> list[str]:
        return [key for actor in actors if (key := self.side(actor)) is not None]

    def actor(self, key: str) -> Actor | None:
        """Return who was named, by IRI, or a state by its code."""
        return self.known.get(key) or self.gazetteer.countries.get(key)

    def home(
        self,
        start: int,
        *,
        but: Collection[str | None] = (),
        opened: bool = True,
        behind: bool = False,
    ) -> str | None:
        """Return the state of somebody whom a sentence introduces without one.

        It is where an envoy that the sentence names serves, or the first that it speaks of, or the
        one before, or the weightiest; the European Union only where the sentence names it.

        Args:
            start: First code point of the name.
            but: Codes of states that it is not.
            opened: Whether it may be the one that the sentence begins with, if that is no place
                that it begins with at once.
            behind: Whether the title stands behind the name: of "was received in Rome by the
                minister Jane Roe" she is of there, of "was signed in Rome by Jane Roe, the
                minister" she need not be.
        """
        here = self.sentence(start)
        opening = self.openings.get(here)
        midway = behind and here in self.midway
        begun = midway or opening in self.acting.get(here, ())
        subject = opening if begun and not opened else None
        before = self.openings.get(here - 1) if subject is None else None
        others = [code for code in (before, *self.countries()) if code != UNION]
        known = [code for code in (self.posts.get(here), opening, *others) if code is not None]
        return next((code for code in known if code != subject and code not in but), None)

    def topic(self, start: int) -> str | None:
        """Return the state that a sentence, or its part, begins with, or else the one before it."""
        here = self.sentence(start)
        found = (*self.acting.get(here, ()), *self.acting.get(here - 1, ()))
        return self.turns.topic(start) or next(iter(found), None)

    def in_turn(self, start: int, number: int) -> Sequence[str]:
        """Return the ISO codes of so many states that were named just before in one breath."""
        here = self.sentence(start)
        return self.states.joined(number, within=here) or self.states.joined(
            number, within=here - 1
        )

    def owners(self, start: int) -> list[Actor]:
        """Return whose "its neighbour" is: whoever was named last.

        Where a sentence begins with it, it is the state that the sentence before begins with.
        """
        topic = self.before(start)
        return [topic] if topic is not None else self.named[-1:]

    def before(self, start: int) -> Actor | None:
        """Return the state that the sentence before begins with, where this one has named none."""
        here = self.sentence(start)
        topic = self.acting.get(here - 1, ()) if here not in self.openings else ()
        return self.gazetteer.countries[topic[0]] if topic else None

    def sentence(self, start: int) -> int:
        """Return the number of the sentence that a place lies in."""
        return bisect_right(self.starts, start)

    def latest(self, fits: Callable[[Actor], bool]) -> list[Actor]:
        """Return the actors named that fit, each once, the last one first."""
        return [actor for actor in islice(reversed(self.recent), REMEMBERED) if fits(actor)]

    def people(self) -> list[Actor]:
        """Return the persons named, each once, the last one first."""
        return self.latest(lambda actor: actor.kind == "person")

    def national(self, state: Actor) -> Actor | None:
        """Return the person of a state named last: « l'Américain »."""
        return next((who for who in self.people() if who.country == state.country), None)

    def countries(self) -> list[str]:
        """Return the ISO codes of the states spoken of, the weightiest first."""
        return self.states.ranked()

    def speaks_of(self, code: str) -> bool:
        """Return whether the article names a state, anywhere once it was read through."""
        return code in (self.states.whole or self.states).codes()

    def described(self, words: Sequence[Sequence[Description]], start: int) -> Actor | None:
        """Return the actor spoken of most that fits one of the descriptions of each word.

        Where a sentence begins with it, that is the state that the sentence before begins with.
        """

        def fits(actor: Actor) -> bool:
            return all(any(reading.fits(actor) for reading in word) for word in words)

        if (topic := self.before(start)) is not None and fits(topic):
            return topic
        weights = self.everybody.weights()

        def weight(actor: Actor) -> float:
            told = actor.kind == "group" and actor.id in self.headlined
            return weights[actor.id] + (_HEADLINED if told else 0)

        return max(self.latest(fits), key=weight, default=None)

    def shortened(self, word: str) -> Actor | None:
        """Return the organisation named last that bears a word in a name: "the Court"."""
        return next(iter(self.latest(lambda actor: fold(word) in self.short(actor))), None)

    def short(self, actor: Actor) -> frozenset[str]:
        """Return the words by which news may call somebody, folded."""
        if actor.id in self.own:
            return self.own[actor.id]
        # News calls no state by a word of its name, but for the "Union".
        called = actor.kind != "person" and (actor.kind != "country" or actor.country == UNION)
        return words_of(actor) if called else frozenset()
