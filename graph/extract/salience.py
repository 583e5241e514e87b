"""Whom a text means where it leaves somebody unsaid: the likeliest of those that it speaks of.

"Paris denounced an escalation": whose, the text tells before, by speaking of them most, naming
them in its title, or telling what they did. Each sign adds to a candidate's score; the weights
were fitted, as a softmax over the candidates, to the sentences of ``training/`` that leave one end
of a statement unnamed. The nearest name alone is right in half of them, this in two of three.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import exp, log1p
from typing import TYPE_CHECKING

from graph.model import Actor

if TYPE_CHECKING:
    from graph.extract.memory import Memory

#: What the title adds; what each mention does, by its logarithm; what having just been named does.
_TITLE, _MENTIONS, _LATELY = 1.1, 1.3, 0.55

#: What what was told adds, where somebody did it, suffered it, or was in it with whoever acts now.
_DOER, _SUFFERER, _PARTNER = 0.2, 0.3, 0.25

#: What is left of that for each thing told since; how many names back somebody was just named.
_FADING, _NEAR = 0.85, 3


def side(actor: Actor) -> str:
    """Return the state that an actor acts for, or else the actor itself, as a key."""
    return actor.country or actor.id


def mentioned(actors: Iterable[Actor]) -> Counter[str]:
    """Return how often a text speaks of each side, from whom its mentions stand for."""
    return Counter(side(actor) for actor in actors)


def likeliest(
    memory: "Memory", acting: Sequence[Actor], fits: Callable[[Actor], bool] = lambda _: True
) -> tuple[Actor | None, float]:
    """Return whom a text means beside whoever acts, and how likely it is: 0 to 1.

    Args:
        memory: What it said so far.
        acting: Who is not meant, nor anybody of their side.
        fits: Whether somebody may be meant at all.
    """
    told = [actor for act in memory.acts for actor in (act.subject, act.object)]
    named = [actor for item in memory.named for actor in item.actors]
    known = {side(actor): actor for actor in (*memory.about, *told, *named) if fits(actor)}
    scores = _scores(memory, {side(actor) for actor in acting}, known)
    if not scores:
        return None, 0.0
    best = max(scores, key=lambda each: scores[each])
    return known[best], 1 / sum(exp(score - scores[best]) for score in scores.values())


def _scores(memory: "Memory", own: set[str], known: Mapping[str, Actor]) -> dict[str, float]:
    scores = {each: _MENTIONS * log1p(memory.mentions[each]) for each in known if each not in own}
    added: dict[str, float] = defaultdict(float)
    for each in {side(actor) for actor in memory.about}:
        added[each] += _TITLE
    for each in {side(actor) for item in memory.named[-_NEAR:] for actor in item.actors}:
        added[each] += _LATELY
    for age, act in enumerate(reversed(memory.acts)):
        doer, sufferer = side(act.subject), side(act.object)
        weight = _FADING**age
        added[doer] += weight * (_DOER + _PARTNER * (sufferer in own))
        added[sufferer] += weight * (_SUFFERER + _PARTNER * (doer in own))
    return {each: score + added[each] for each, score in scores.items()}
