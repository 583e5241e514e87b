"""Ties between two actors, collapsed into one line of the map.

A directed relation draws from its subject to its object, so two actors have at
most three lines: there, back, and what they do together. Every tie is in
exactly one pair; none is dropped.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Actor, Tie
from graph.page.palette import Sign, sign_of
from graph.relations import Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the map."""

    source: int
    """Index of the actor that acts; of a mutual line, the one that sorts first."""

    target: int
    """Index of the actor acted on."""

    mutual: bool
    """True when the relations are symmetric: the line has no arrow."""

    ties: tuple[int, ...]
    """Indexes of the ties, ascending; at least one."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How a line is drawn, given the statements that are counted."""

    statements: int
    """How many are counted."""

    sign: Sign
    """Class of the mean score; ``standing`` when only standing relations are counted."""


def actors_of(ties: Sequence[Tie]) -> list[Actor]:
    """Return the actors of some ties, sorted by id."""
    found = {actor.id: actor for tie in ties for actor in (tie.object, tie.subject)}
    return [found[id_] for id_ in sorted(found)]


def pairs_of(ties: Sequence[Tie], vocabulary: Mapping[str, Relation]) -> list[Pair]:
    """Collapse ties into lines, sorted by their ends; a symmetric tie begins at its lower id."""
    index = {actor.id: number for number, actor in enumerate(actors_of(ties))}
    lines: defaultdict[tuple[int, int, bool], list[int]] = defaultdict(list)
    for number, tie in enumerate(ties):
        mutual = vocabulary[tie.relation].symmetric
        lines[index[tie.subject.id], index[tie.object.id], mutual].append(number)
    return [Pair(*key, tuple(numbers)) for key, numbers in sorted(lines.items())]


def weigh(pair: Pair, ties: Sequence[Tie], vocabulary: Mapping[str, Relation]) -> Weight | None:
    """Weigh a line by its statements of what happened; None where there are none."""
    scores = [
        vocabulary[ties[number].relation].score
        for number in pair.ties
        for statement in ties[number].statements
        if statement.modality == "actual"
    ]
    if not scores:
        return None
    return Weight(len(scores), sign_of(score for score in scores if score is not None))
