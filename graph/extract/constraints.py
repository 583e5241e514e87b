"""Which kinds of actor a relation can hold between, from ``constraints.csv``."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.model import KINDS, Actor

#: Columns that say yes or nothing, in the order of the fields.
_MARKS = ("state", "home", "bodily", "spares", "party", "popular")

PATH = Path(__file__).parent / "constraints.csv"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a relation can hold between."""

    subject: frozenset[str]
    """Kinds of actor, or codes of countries allowed beside them."""

    object: frozenset[str]
    """The same of its object."""

    for_state: bool
    """Whether a person who may not be the object stands for its state."""

    at_home: bool
    """Whether it is told between two who act for one state."""

    bodily: bool
    """Whether a state does it only through somebody who goes there."""

    spares: bool
    """Whether those whom violence is done to are never its object."""

    party: bool
    """Whether only one of those between whom something is does it to the other."""

    popular: bool
    """Whether a state does it only through its people."""


@cache
def constraints(path: Path = PATH) -> Mapping[str, Constraint]:
    """Return the constraint of each relation listed."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {
        row["relation"]: Constraint(
            _kinds(row["subject"]),
            _kinds(row["object"]),
            *(row[column] == "yes" for column in _MARKS),
        )
        for row in rows
    }


def _kinds(cell: str) -> frozenset[str]:
    return frozenset(cell.split()) if cell else frozenset(KINDS)


def allowed(relation: str, subject: Actor, object_: Actor) -> bool:
    """Return whether a relation can hold between two actors, by their kinds."""
    constraint = constraints().get(relation)
    if constraint is None:
        return True
    return fits(subject, constraint.subject) and fits(object_, constraint.object)


def stands_for_state(relation: str, object_: Actor) -> bool:
    """Return whether what is done to a person is done to its state: "expelled envoy X"."""
    constraint = constraints().get(relation)
    person = object_.kind == "person"
    return constraint is not None and person and constraint.for_state


def is_domestic(relation: str, subject: Actor, object_: Actor) -> bool:
    """Return whether two actors serve one state, within which a relation is not told."""
    constraint = constraints().get(relation)
    own = subject.country is not None and subject.country == object_.country
    armed = "group" in (subject.kind, object_.kind)
    return own and not armed and not (constraint is not None and constraint.at_home)


def is_bodily(relation: str) -> bool:
    """Return whether a state does something only through somebody who goes: visits."""
    constraint = constraints().get(relation)
    return constraint is not None and constraint.bodily


def is_popular(relation: str) -> bool:
    """Return whether a state does something only through its people: demonstrates."""
    constraint = constraints().get(relation)
    return constraint is not None and constraint.popular


def spares(relation: str) -> bool:
    """Return whether those whom violence is done to are not meant: "condemned the attack on A"."""
    constraint = constraints().get(relation)
    return constraint is not None and constraint.spares


def is_of_parties(relation: str) -> bool:
    """Return whether only a party does something, not who "halted talks between A and B"."""
    constraint = constraints().get(relation)
    return constraint is not None and constraint.party


def fits(actor: Actor, allowed_: frozenset[str]) -> bool:
    """Return whether an actor is of one of some kinds, or one of the countries named beside."""
    return actor.kind in allowed_ or (actor.kind == "country" and actor.country in allowed_)
