"""What an article said so far: whom it named, who did what to whom, and what its title names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.model import Actor
from graph.relations import relations

if TYPE_CHECKING:
    from graph.extract.matching import Match

#: What each later thing told leaves of the weight of an earlier one.
_FADING = 0.6

#: What each later mention leaves of the weight of an earlier one, and what one in the title weighs.
_DIMMING, _TITLE = 0.9, 2.0

#: What somebody else may resent as soon as it is told: "A received B. C protested".
_PROVOKING = frozenset(
    {"alliesWith", "arms", "exercisesWith", "hosts", "praises", "recognizes", "supports", "visits"}
)

#: How many things back somebody still answers to what was done to it.
_LATELY = 6


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody that a text named."""

    actors: tuple[Actor, ...]
    subject: bool
    """Whether it was the subject of its clause."""

    many: bool
    """Whether "they" may stand for it."""

    form: frozenset[str] = frozenset()
    """The gender and number that its article shows."""


@dataclass(slots=True)
class Memory:
    """Who was spoken of so far in an article; pronouns and bare answers look back at it."""

    named: list[Named] = field(default_factory=list)
    """In order of mention."""

    topic: tuple[Actor, ...] = ()
    """The subject of the last main clause that had an actor for one."""

    told: "tuple[Match, ...]" = ()
    """What the sentence before said last."""

    about: tuple[Actor, ...] = ()
    """Whom the article's title names."""

    claimants: tuple[Actor, ...] = ()
    """Who said something in the part of the sentence before a semicolon."""

    acts: list[tuple[Actor, str, Actor]] = field(default_factory=list)
    """Who did what to whom, in order."""

    def addresser(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return whoever last did something to one of some actors, or to the state it acts for."""
        ids = {actor.id for actor in actors}
        countries = {actor.country for actor in actors} - {None}
        for subject, _, object_ in reversed(self.acts[-_LATELY:]):
            if object_.id in ids or object_.country in countries:
                return [subject]
        return []

    def alike(self, relation: str, actors: Sequence[Actor]) -> list[Actor]:
        """Return to whom others lately did what some actors do: "B also condemned the raid".

        What is condemned is told before as an act as often as in another condemnation.
        """
        own = {_side(actor) for actor in actors}
        for age, (subject, told, object_) in enumerate(reversed(self.acts[-_LATELY:])):
            end = _judged_in(told, subject, object_) if _blames(relation) else None
            if end is None and _blames(relation) and age == 0 and told in _PROVOKING:
                end = subject
            if end is not None and _side(end) not in own:
                return [end]
            if told == relation and _side(subject) not in own and _side(object_) not in own:
                acts = self.acts[-_LATELY:]
                return list(dict.fromkeys(o for s, t, o in acts if (s, t) == (subject, told)))
        return []

    def parties(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return the two sides of what was told last, but for anything some actors were in."""
        own = {_side(actor) for actor in apart}
        for subject, _, object_ in reversed(self.acts[-_LATELY:]):
            sides = {_side(subject), _side(object_)}
            if len(sides) > 1 and sides.isdisjoint(own):
                return [subject, object_]
        return []

    def partner(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return with whom the text told most and last of an actor, or of the state it acts for."""
        own = {_side(actor) for actor in actors}
        weights: dict[str, float] = defaultdict(float)
        others: dict[str, Actor] = {}
        for age, (subject, _, object_) in enumerate(reversed(self.acts)):
            apart = [actor for actor in (subject, object_) if _side(actor) not in own]
            if len(apart) == 1:
                others.setdefault(_side(apart[0]), apart[0])
                weights[_side(apart[0])] += _FADING**age
        return [others[max(weights, key=lambda side: weights[side])]] if weights else []

    def other(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return whom the text and its title speak of most and last, but for some actors.

        Where it has told of nothing that states do to each other, as a text of home affairs does,
        it is whom the title names.
        """
        own = {_side(actor) for actor in actors}
        titled = {_side(actor) for actor in self.about}
        weights: dict[str, float] = defaultdict(float)
        others: dict[str, Actor] = {}
        told = [
            (actor, _DIMMING**age)
            for age, item in enumerate(reversed(self.named))
            for actor in item.actors
        ]
        for actor, weight in (*told, *((actor, _TITLE) for actor in self.about)):
            if _side(actor) not in own and (self.acts or _side(actor) in titled):
                others.setdefault(_side(actor), actor)
                weights[_side(actor)] += weight
        return [others[max(weights, key=lambda side: weights[side])]] if weights else []


def _blames(relation: str) -> bool:
    known = relations().get(relation)  # none while what is lacking is looked for
    return known is not None and known.parent == "ACCUSE"


def _judged_in(told: str, subject: Actor, object_: Actor) -> Actor | None:
    """Return who did what others condemn: whoever used force, or was condemned before."""
    if _blames(told):
        return object_
    return subject if relations()[told].quad == "material-conflict" else None


def _side(actor: Actor) -> str:
    return actor.country or actor.id
