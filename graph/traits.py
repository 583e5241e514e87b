"""What each relation is like: what it holds between, and what follows of it; ``traits.csv``."""

import csv
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from graph.errors import DataFileError
from graph.model import KINDS, Actor
from graph.relations import relations

PATH = Path(__file__).parent / "traits.csv"

Trait = Literal[
    "for_state",
    "at_home",
    "own",
    "bodily",
    "penal",
    "popular",
    "affirmed",
    "spares",
    "unstruck",
    "judging",
    "charging",
    "unopposed",
    "of_parties",
    "attempted",
    "declared",
    "avowed",
    "spoken",
    "scheduled",
    "located",
    "concluded",
    "unbroken",
    "disputed",
    "lasting",
    "promised",
    "courteous",
    "conciliatory",
    "awaited",
    "politic",
]
"""What may be true of a relation; the head of the file says what each means."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What one relation is like."""

    subject: frozenset[str]
    """Kinds of actor that its subject may have, or codes of countries allowed beside them."""

    object: frozenset[str]
    """The same of its object."""

    covers: frozenset[str]
    """Relations that a denial of this one denies too."""

    marks: frozenset[str]
    """What is true of it, each a ``Trait``."""


@cache
def traits(path: Path = PATH) -> Mapping[str, Traits]:
    """Return what each relation is like.

    Args:
        path: The file that says it.

    Raises:
        DataFileError: A relation, kind or trait is not known, or a relation has no row.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    read = {
        row["relation"]: Traits(
            _kinds(row["subject"]),
            _kinds(row["object"]),
            frozenset(row["covers"].split()),
            frozenset(row["traits"].split()),
        )
        for row in rows
    }
    _check(path, read)
    return read


def _kinds(cell: str) -> frozenset[str]:
    return frozenset(cell.split()) if cell else frozenset(KINDS)


def _check(path: Path, read: Mapping[str, Traits]) -> None:
    """Raise DataFileError where a name in the file is none."""
    known = relations().keys()
    if apart := read.keys() ^ known:
        raise DataFileError(
            path, f"row {min(apart)!r}", "each relation needs one row", "Add or remove it"
        )
    for relation, row in read.items():
        kinds = {kind for kind in row.subject | row.object if not kind.isupper()}
        odd = (row.covers - known) | (row.marks - set(get_args(Trait))) | (kinds - set(KINDS))
        if odd:
            raise DataFileError(
                path, f"row {relation!r}", f"{min(odd)!r} is not known", "See the head of the file"
            )


def has(relation: str, trait: Trait) -> bool:
    """Return whether something is true of a relation."""
    return trait in traits()[relation].marks


def allowed(relation: str, subject: Actor, object_: Actor) -> bool:
    """Return whether a relation can hold between two actors, by their kinds.

    Args:
        relation: A name of ``graph/relations.csv``.
        subject: Whoever acts.
        object_: Whom it is done to.
    """
    row = traits()[relation]
    return fits(subject, row.subject) and fits(object_, row.object)


def stands_for_state(relation: str, object_: Actor) -> bool:
    """Return whether what is done to a person is done to its state: "expelled envoy X"."""
    return object_.kind == "person" and has(relation, "for_state")


def is_domestic(relation: str, subject: Actor, object_: Actor) -> bool:
    """Return whether two actors serve one state, within which a relation is not told.

    Args:
        relation: A name of ``graph/relations.csv``.
        subject: Whoever acts.
        object_: Whom it is done to.
    """
    own = subject.country is not None and subject.country == object_.country
    armed = "group" in (subject.kind, object_.kind)
    return own and not armed and not has(relation, "at_home")


def is_unpolitic(relation: str, civil: Set[str], *ends: Actor) -> bool:
    """Return whether a charity or the like is an end of what is said between states.

    Args:
        relation: What is said.
        civil: IRIs of such bodies.
        ends: Who says it, and of whom.
    """
    return has(relation, "politic") and any(actor.id in civil for actor in ends)


def fits(actor: Actor, allowed_: frozenset[str]) -> bool:
    """Return whether an actor is of one of some kinds, or one of the countries named beside."""
    return actor.kind in allowed_ or (actor.kind == "country" and actor.country in allowed_)
