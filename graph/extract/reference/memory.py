"""What an article said so far, for what later sentences leave unsaid."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from graph.extract.frames.deeds import Deeds
from graph.extract.reference.salience import Spoken, party, side
from graph.model import Actor
from graph.relations import relations
from graph.traits import has

if TYPE_CHECKING:
    from graph.extract.frames.match import Match

#: Types of the acts that are violence, the plainest first.
_VIOLENCE = ("ASSAULT", "COERCE")

#: Type of what is done to people of a state.
_FORCED = "COERCE"

#: What one says to be kind, which nobody grants or refuses.
_KIND = ("congratulates", "condolesWith", "thanks")

#: What one does who wants something done, or says that he will do it.
_MEANT = frozenset({"invites", "pledgesTo", "requests"})

#: What is left of what was told for each thing told since; how much more a quarrel weighs.
_FADING, _OPPOSED = 0.85, 3.0

#: Kinds of actors that may be one of two sides; how many sentences back these were told of.
_SIDES, _NEAR, _TWO = ("country", "person", "group"), 2, 2

#: How many things back somebody still answers to what was done to it.
_LATELY = 6

#: Acts that still weigh: what is older has faded to nothing.
_REMEMBERED = 100


class Named(NamedTuple):
    """Somebody that a text named."""

    actors: tuple[Actor, ...]
    subject: bool
    """Whether it was the subject of its clause."""

    many: bool
    """Whether "they" may stand for it."""

    form: frozenset[str] = frozenset()
    """The gender and number that its article shows."""

    titled: bool = False
    """Whether it is somebody whom only a title names: "the Greek minister"."""

    at: int = 0
    """In which sentence of the article, by number."""

    placed: bool = False
    """Whether only as a place: "met in Geneva"."""

    joined: bool = False
    """Whether they are several, named together in another role than the subject."""


class Act(NamedTuple):
    """What a text told that somebody did to somebody."""

    subject: Actor
    relation: str
    object: Actor

    at: int
    """Where its predicate starts: what several did together stands at one place."""

    happened: bool = True
    """Whether it is said to have happened."""


def _nothing() -> None:
    """Tell of no text, where no sentence is known."""


@dataclass(slots=True)
class Memory:
    """Who was spoken of so far in an article; pronouns and bare answers look back at it."""

    named: list[Named] = field(default_factory=list)
    """In order of mention."""

    at: int = 0
    """Which sentence is read, by number; many are passed over."""

    since: int = 0
    """Where the sentence before starts, of those that were read."""

    topic: tuple[Actor, ...] = ()
    """The subject of the last main clause that had an actor for one."""

    written: "Callable[[], frozenset[str] | None]" = _nothing
    """Tells the gender and number of the text that was the subject of the last sentence, if any."""

    told: "tuple[Match, ...]" = ()
    """What the sentence before said last."""

    about: Callable[[], tuple[Actor, ...]] = tuple
    """Tells whom the article's title names, which few articles are asked."""

    spoken: Spoken = field(default_factory=Spoken)
    """Whom the article speaks of, from its first word to its last."""

    claimants: tuple[Actor, ...] = ()
    """Who said or asked something in the part of the sentence before a semicolon."""

    acts: list[Act] = field(default_factory=list)
    """Who did what to whom, in order."""

    claims: list[Act] = field(default_factory=list)
    """Who said of whom that it did something, in order."""

    strikes: list[tuple[Actor, int]] = field(default_factory=list)
    """Who struck something of nobody known, and where that is told: "fired two missiles"."""

    deeds: Deeds = field(default_factory=dict)
    """Which nouns of the language tell that somebody did something."""

    def lately_named(self, sentences: int) -> list[Named]:
        """Return who was named in the sentence that is read or up to some before it."""
        first = bisect_left(self.named, self.at - sentences, key=attrgetter("at"))
        return self.named[first:]

    def addressers(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return whoever last did something to one of some actors, or to the state it acts for.

        What two do together, one does not do to the other; and thanks ask for no answer.
        """
        lately = [act for act in self.acts[-_LATELY:] if act.relation not in _KIND]
        return _latest([act for act in lately if not relations()[act.relation].symmetric], actors)

    def planners(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return who last asked for something, or means to do it, but for the side of some."""
        own = {side(actor) for actor in apart}
        lately = [act for act in reversed(self.acts[-_LATELY:]) if side(act.subject) not in own]
        meant = (act for act in lately if not act.happened or act.relation in _MEANT)
        return [act.subject for act in meant][:1]

    def accusers(self, actors: Sequence[Actor], start: int) -> list[Actor]:
        """Return whoever last spoke against one of some actors, or said that it did something.

        Also where that is the state that it acts for.

        Args:
            actors: Who denies it.
            start: Where the sentence starts in which they do; whatever it tells may be the charge.
        """
        spoken = [act for act in self.acts if _is_spoken_against(act.relation) or act.at >= start]
        return _latest(sorted([*spoken, *self.claims], key=lambda act: act.at), actors)

    def opponents(self, actors: Sequence[Actor], start: int) -> list[Actor]:
        """Return who last did something against one of some actors, or against its state.

        Not against its people: a suspect who is arrested is accused for himself.

        Args:
            actors: Whom it is done to.
            start: Where the sentence starts that tells it.
        """
        opposed = [act for act in self.acts if act.at >= start and _is_against(act.relation)]
        return _latest(opposed, actors)

    def claim(self, speaker: Actor, doer: Actor, at: int) -> None:
        """Store that somebody says of another that it did something, unless it is known.

        Args:
            speaker: Who says so.
            doer: Of whom.
            at: Where that is told.
        """
        sides = side(speaker), side(doer)
        known = any(
            (side(act.subject), side(act.object)) == sides and _is_spoken_against(act.relation)
            for act in self.acts
        )
        if sides[0] != sides[1] and not known:
            self.claims.append(Act(speaker, "accuses", doer, at))

    def assailant(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return who last attacked somebody, or else forced, but for the side of some actors.

        Whoever struck nobody known after that is likelier.
        """
        own = {side(actor) for actor in apart}
        last = max((act.at for act in self.acts if _is_violent(act)), default=-1)
        for striker, at in reversed(self.strikes):
            if at > last and side(striker) not in own:
                return [striker]
        for kind in _VIOLENCE:
            for act in reversed(self.acts):
                of_kind = act.happened and relations()[act.relation].parent == kind
                if of_kind and side(act.subject) not in own:
                    return [act.subject]
        return []

    def doer(self, nouns: Sequence[str], apart: Sequence[Actor], relation: str) -> list[Actor]:
        """Return who did what some nouns name, but for the side of some actors.

        Args:
            nouns: Their lemmas.
            apart: Who judges it.
            relation: What is told of them; a noun that tells just that names no deed of others.
        """
        kinds = [told for noun in nouns if relation not in (told := self.deeds.get(noun, ()))]
        done = [act for act in self.acts if any(act.relation in told for told in kinds)]
        own = {side(actor) for actor in apart}
        return [act.subject for act in done[-1:] if side(act.subject) not in own]

    def lately(self) -> list[Actor]:
        """Return the two sides of whom the last sentence with somebody in it told, if just two."""
        before = [item for item in self.named if item.at < self.at and item.actors]
        last = before[-1].at if before and self.at - before[-1].at <= _NEAR else self.at
        told = [item for item in before if item.at == last and not item.placed]
        sides = {side(a): a for item in told for a in item.actors if a.kind in _SIDES}
        return list(sides.values()) if len(sides) == _TWO else []

    def parties(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return the two sides of what was told last, but for anything some actors were in."""
        own = {party(actor) for actor in apart}
        told = (act for act in reversed(self.acts[-_LATELY:]) if _is_between_others(act, own))
        last = next(told, None)
        return [last.subject, last.object] if last is not None else []

    def quarrellers(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return the two sides of whom most was told, and last, but for those of some actors.

        What sets two against each other counts more: it is what others mediate in.
        """
        own = {party(actor) for actor in apart}
        acts = self.acts[-_REMEMBERED:]
        weights: dict[frozenset[str], float] = {}
        for age, act in enumerate(reversed(acts)):
            if _is_between_others(act, own):
                pair = frozenset((party(act.subject), party(act.object)))
                weight = _FADING**age * (_OPPOSED if _is_opposed(act.relation) else 1.0)
                weights[pair] = weights.get(pair, 0.0) + weight
        known = {party(actor): actor for act in acts for actor in (act.subject, act.object)}
        best = max(weights, key=lambda pair: (weights[pair], sorted(pair)), default=frozenset())
        return [known[each] for each in sorted(best)]

    def makers(self, apart: Sequence[Actor]) -> list[Actor]:
        """Return who last concluded something together, but for the sides of some actors."""
        own = {side(actor) for actor in apart}
        made = [act for act in self.acts if has(act.relation, "concluded")]
        last = [act for act in made if act.at == made[-1].at]
        actors = dict.fromkeys(actor for act in last for actor in (act.subject, act.object))
        return [actor for actor in actors if side(actor) not in own]

    def are_parties(self, pair: Sequence[Actor]) -> bool:
        """Return whether two did something to, or with, each other."""
        sides = {party(actor) for actor in pair}
        return any({party(act.subject), party(act.object)} == sides for act in self.acts)


def _is_between_others(act: Act, own: set[str]) -> bool:
    sides = {party(act.subject), party(act.object)}
    return len(sides) > 1 and sides.isdisjoint(own)


def _is_opposed(relation: str) -> bool:
    return relations()[relation].quad.endswith("conflict") or has(relation, "disputed")


def _is_against(relation: str) -> bool:
    known = relations()[relation]
    return known.quad.endswith("conflict") and known.parent != _FORCED


def _is_spoken_against(relation: str) -> bool:
    return relations()[relation].quad == "verbal-conflict"


def _latest(acts: Sequence[Act], actors: Sequence[Actor]) -> list[Actor]:
    """Return who did the last thing that was done to one of some actors, or to its state."""
    sides = {side(actor) for actor in actors}
    done = [act for act in acts if side(act.object) in sides]
    return [act.subject for act in done if act.at == done[-1].at]


def _is_violent(act: Act) -> bool:
    """Whether somebody is said to have used force."""
    return act.happened and relations()[act.relation].parent in _VIOLENCE
