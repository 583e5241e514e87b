"""Which kinds of actor a relation can hold between, from ``constraints.csv``."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.model import KINDS, Actor

PATH = Path(__file__).parent / "constraints.csv"


@cache
def constraints(path: Path = PATH) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, for each relation listed, the kinds its subject and its object may have."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {row["relation"]: (_kinds(row["subject"]), _kinds(row["object"])) for row in rows}


def _kinds(cell: str) -> frozenset[str]:
    return frozenset(cell.split()) if cell else frozenset(KINDS)


def allowed(relation: str, subject: Actor, object_: Actor) -> bool:
    """Return whether a relation can hold between two actors, by their kinds."""
    if relation not in constraints():
        return True
    subjects, objects = constraints()[relation]
    return _fits(subject, subjects) and _fits(object_, objects)


def _fits(actor: Actor, allowed_: frozenset[str]) -> bool:
    return actor.kind in allowed_ or (actor.kind == "country" and actor.country in allowed_)
