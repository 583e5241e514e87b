"""Whom a text means where it leaves somebody unsaid: the likeliest of those that it speaks of.

"Paris denounced an escalation": whose, the text tells before, by speaking of them most, naming
them in its title, or telling what they did. Each sign adds to a candidate's score; the weights
were fitted, as a softmax over the candidates, to the sentences of ``training/`` that leave one end
of a statement unnamed. The nearest name alone is right in half of them, this in two of three.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, fsum, log1p
from typing import TYPE_CHECKING

from graph.actors.claims import Claim
from graph.actors.mention import Mention
from graph.model import Actor

if TYPE_CHECKING:
    from graph.extract.reference.memory import Memory

#: Where nobody is as likely as this, the text leaves open whom it means.
SURE = 0.4

#: What the title adds; what each mention does, by its logarithm; what having just been named does.
_TITLE, _MENTIONS, _LATELY = 1.1, 1.3, 0.55

#: What what was told adds, where somebody did it, suffered it, or was in it with whoever acts now.
_DOER, _SUFFERER, _PARTNER = 0.2, 0.3, 0.25

#: What one does for somebody in need, which is no sign that one is helped next.
_HELP = "material-cooperation"

#: What is left of that for each thing told since; how many names back somebody was just named.
_FADING, _NEAR = 0.85, 3

#: Kinds of bodies in which somebody has an office that is none of a state.
_BODIES = ("group", "organisation")


def side(actor: Actor) -> str:
    """Return the state that an actor acts for, or else the actor itself, as a key."""
    return actor.country or actor.id


def party(actor: Actor) -> str:
    """Return on whose side somebody is in a quarrel, as a key: rebels are none of their state's."""
    return actor.id if actor.kind == "group" else side(actor)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whom an article speaks of, in order of place."""

    starts: tuple[int, ...] = ()
    """Where each mention starts."""

    actors: tuple[tuple[Actor, ...], ...] = ()
    """Whom each stands for."""

    counts: Mapping[str, int] = field(default_factory=dict)
    """How often the whole article speaks of each side."""

    officers: frozenset[Actor] = frozenset()
    """Whom their titles make somebody of a state or body."""

    listed: Container[str] = ()
    """IRIs of the persons who are known without a title."""

    fellows: Mapping[str, Actor] = field(default_factory=dict)
    """By IRI: the group or organisation in which a person has an office, as a title says."""

    @classmethod
    def of(
        cls,
        mentions: Sequence[Mention],
        claims: Sequence[Claim] = (),
        listed: Container[str] = (),
    ) -> "Spoken":
        """Return whom an article speaks of.

        Args:
            mentions: All of it, in order of place.
            claims: What its titles say of persons.
            listed: IRIs of the persons of the gazetteer.
        """
        counts = Counter(side(actor) for item in mentions for actor in item.actors)
        starts = tuple(item.start for item in mentions)
        officers = frozenset(claim.person for claim in claims)
        fellows = {claim.person.id: claim.of for claim in claims if claim.of.kind in _BODIES}
        actors = tuple(item.actors for item in mentions)
        return cls(starts, actors, counts, officers, listed, fellows)

    def is_known(self, person: Actor) -> bool:
        """Return whether a list has a person, or the article gives him a title."""
        return person.id in self.listed or person in self.officers

    def is_about(self, state: str | None) -> bool:
        """Return whether an article speaks of one state more than of all others together."""
        own = self.counts.get(state or "", 0)
        states = [count for key, count in self.counts.items() if key.isupper()]
        return own * 2 > sum(states)

    def before(self, place: int) -> list[Actor]:
        """Return everybody mentioned before a place, in order."""
        groups = self.actors[: bisect_left(self.starts, place)]
        return [actor for group in groups for actor in group]


def others(actors: Sequence[Actor], named: Sequence[Actor]) -> list[Actor]:
    """Return those of some actors who are not on the side of any other."""
    sides = {side(actor) for actor in named}
    return [actor for actor in actors if side(actor) not in sides]


def likeliest(
    memory: "Memory",
    acting: Sequence[Actor],
    place: int,
    fits: Callable[[Actor], bool] = lambda _: True,
    *,
    kind: str = "",
) -> tuple[Actor | None, float]:
    """Return whom a text means beside whoever acts, and how likely it is: 0 to 1.

    Args:
        memory: What it said so far.
        acting: Who is not meant, nor anybody of their side.
        place: Where the sentence starts that leaves it unsaid.
        fits: Whether somebody may be meant at all.
        kind: What is done to whom the text means, as one of the four kinds of events.
    """
    named = memory.spoken.before(place)
    told = [actor for act in memory.acts for actor in (act.subject, act.object)]
    spoken = [*memory.about(), *told, *named]
    fitting = set(filter(fits, set(spoken)))  # most are spoken of many times
    known = {side(actor): actor for actor in spoken if actor in fitting}
    for actor in acting:
        known.pop(side(actor), None)
    if not known:
        return None, 0.0
    doing = 0.0 if kind == _HELP else _DOER
    scores = _scores(memory, {side(actor) for actor in acting}, known, named[-_NEAR:], doing)
    best = max(scores, key=lambda each: scores[each])
    return known[best], 1 / fsum(exp(score - scores[best]) for score in scores.values())


def _scores(
    memory: "Memory",
    own: set[str],
    known: Mapping[str, Actor],
    near: Sequence[Actor],
    doing: float,
) -> dict[str, float]:
    """Return the score of each side that may be meant, of whom a deed tells so much."""
    counts = memory.spoken.counts
    scores = {each: _MENTIONS * log1p(counts.get(each, 0)) for each in known}
    signs = [(each, _TITLE) for each in {side(actor) for actor in memory.about()}]
    signs += [(each, _LATELY) for each in {side(actor) for actor in near}]
    for age, act in enumerate(reversed(memory.acts)):
        doer, sufferer, weight = side(act.subject), side(act.object), _FADING**age
        signs.append((doer, weight * (doing + _PARTNER * (sufferer in own))))
        signs.append((sufferer, weight * (_SUFFERER + _PARTNER * (doer in own))))
    for each, sign in signs:
        if each in scores:
            scores[each] += sign
    return scores
