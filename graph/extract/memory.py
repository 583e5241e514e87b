"""What an article said so far, for what later sentences leave unsaid."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.model import Actor
from graph.relations import ACCUSE, relations

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


@dataclass(frozen=True, slots=True)
class Act:
    """What a text told that somebody did to somebody."""

    subject: Actor
    relation: str
    object: Actor

    at: int
    """Where its predicate starts: what several did together stands at one place."""


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

    acts: list[Act] = field(default_factory=list)
    """Who did what to whom, in order."""

    def addressers(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return whoever last did something to one of some actors, or to the state it acts for.

        What two do together, one does not do to the other.
        """
        lately = self.acts[-_LATELY:]
        return _latest([act for act in lately if not relations()[act.relation].symmetric], actors)

    def accusers(self, actors: Sequence[Actor], start: int) -> list[Actor]:
        """Return whoever last spoke against one of some actors, or the state it acts for.

        Args:
            actors: Who denies it.
            start: Where the sentence starts in which they do; whatever it tells may be the charge.
        """
        spoken = [act for act in self.acts if _is_spoken_against(act.relation) or act.at >= start]
        return _latest(spoken, actors)

    def alike(self, relation: str, actors: Sequence[Actor]) -> list[Actor]:
        """Return to whom others lately did what some actors do: "B also condemned the raid".

        What is condemned is told before as an act as often as in another condemnation.
        """
        own = {_side(actor) for actor in actors}
        acts = self.acts[-_LATELY:]
        for age, act in enumerate(reversed(acts)):
            end = _judged_in(act) if _blames(relation) else None
            if end is None and _blames(relation) and age == 0 and act.relation in _PROVOKING:
                end = act.subject
            if end is not None and _side(end) not in own:
                return [end]
            others = _side(act.subject) not in own and _side(act.object) not in own
            if act.relation == relation and others:
                same = (act.subject, relation)
                return list(
                    dict.fromkeys(a.object for a in acts if (a.subject, a.relation) == same)
                )
        return []

    def parties(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return the two sides of what was told last, but for anything some actors were in."""
        own = {_side(actor) for actor in apart}
        for act in reversed(self.acts[-_LATELY:]):
            sides = {_side(act.subject), _side(act.object)}
            if len(sides) > 1 and sides.isdisjoint(own):
                return [act.subject, act.object]
        return []

    def partner(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return with whom the text told most and last of an actor, or of the state it acts for."""
        own = {_side(actor) for actor in actors}
        weights: dict[str, float] = defaultdict(float)
        others: dict[str, Actor] = {}
        for age, act in enumerate(reversed(self.acts)):
            apart = [actor for actor in (act.subject, act.object) if _side(actor) not in own]
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
    return known is not None and known.parent == ACCUSE


def _is_spoken_against(relation: str) -> bool:
    return relations()[relation].quad == "verbal-conflict"


def _judged_in(act: Act) -> Actor | None:
    """Return who did what others condemn: whoever used force, or was condemned before."""
    if _blames(act.relation):
        return act.object
    return act.subject if relations()[act.relation].quad == "material-conflict" else None


def _latest(acts: Sequence[Act], actors: Sequence[Actor]) -> list[Actor]:
    """Return who did the last thing that was done to one of some actors, or to its state."""
    sides = {_side(actor) for actor in actors}
    done = [act for act in acts if _side(act.object) in sides]
    return [act.subject for act in done if act.at == done[-1].at]


def _side(actor: Actor) -> str:
    return actor.country or actor.id
