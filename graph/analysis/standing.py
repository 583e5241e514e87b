"""What stands at a date: relations, recognition, sanctions, alliances, offices, memberships.

A state stands once something began it, until something ends it (``standing.csv``). Of two
statements the later decides; on one day, the one that ends. Nobody reports that an
office ends, so offices and memberships tell when they were last told of.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.analysis.asof import days_of
from graph.analysis.columns import node_of
from graph.errors import DataFileError
from graph.model import Actor, Statement
from graph.relations import STATE, relations

PATH = Path(__file__).parent / "standing.csv"


@dataclass(frozen=True, slots=True)
class State:
    """One row of the table."""

    name: str
    begins: frozenset[str]
    """Relations that begin it."""

    ends: frozenset[str]
    """Relations that end it."""

    pair: bool
    """Whether it holds both ways."""

    label: str
    """As people read it, in English."""

    label_fr: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A state between two, and how it is known."""

    state: State
    subject: Actor
    object: Actor
    since: date
    """The first day it may have begun, since it last ended."""

    told: date
    """The last day on which something says that it is so."""

    statements: tuple[Statement, ...]
    """What says so, from ``since`` on."""

    @property
    def days(self) -> tuple[str, str]:
        """Since when, and when last told, as exactly as is known: "2025-01" is no first of January.

        The same twice where one date says both.
        """
        whole = (self.since, self.told)
        for each in self.statements:
            if each.date and days_of(each) == whole:
                return each.date, each.date
        return self.since.isoformat(), self.told.isoformat()

    def record(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "state": self.state.name,
            "subject": {"id": self.subject.id, "label": self.subject.label},
            "object": {"id": self.object.id, "label": self.object.label},
            "since": self.since.isoformat(),
            "told": self.told.isoformat(),
            "statements": [each.id for each in self.statements],
        }


@cache
def states(path: Path = PATH) -> Mapping[str, State]:
    """Read the table of states.

    Raises:
        DataFileError: A row names a relation that there is not.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return MappingProxyType({row["state"]: _state(path, row) for row in csv.DictReader(lines)})


def _state(path: Path, row: Mapping[str, str]) -> State:
    begins, ends = frozenset(row["begins"].split()), frozenset(row["ends"].split())
    unknown = sorted((begins | ends) - set(relations()))
    if unknown:
        where = f"row {row['state']!r}"
        raise DataFileError(
            path, where, f"no relation {unknown[0]!r}", "Use a name of relations.csv"
        )
    return State(row["state"], begins, ends, row["pair"] == "yes", row["label_en"], row["label_fr"])


def standing(statements: Iterable[Statement]) -> list[Standing]:
    """Return the states that stand after some statements, by state, then the latest first.

    Args:
        statements: Those up to the date that is asked for, from ``as_of``.
    """
    told = [
        (days[1], each)
        for each in statements
        if each.modality == "actual" and (days := days_of(each)) is not None
    ]
    told.sort(key=lambda item: (item[0], item[1].id, repr(item[1])))
    found = [
        each
        for state in states().values()
        for each in _standing(state, [item for item in told if _matters(item[1], state)])
    ]
    order = {name: number for number, name in enumerate(states())}
    return sorted(
        found,
        key=lambda each: (
            order[each.state.name],
            -each.told.toordinal(),
            each.subject.id,
            each.object.id,
        ),
    )


def _matters(statement: Statement, state: State) -> bool:
    return statement.relation in state.begins or statement.relation in state.ends


def _standing(state: State, told: list[tuple[date, Statement]]) -> list[Standing]:
    """Go through what is told, in order of days, and return what stands at the end."""
    ended: dict[tuple[str, str], date] = {}
    for day, statement in told:
        if statement.relation in state.ends:
            ended.update((key, day) for key, *_ in _ends(state, statement))
    begun: dict[tuple[str, str], list[tuple[date, Statement, Actor, Actor]]] = {}
    for day, statement in told:
        for key, subject, object_ in _ends(state, statement):
            if statement.relation in state.begins and day > ended.get(key, date.min):
                begun.setdefault(key, []).append((day, statement, subject, object_))
    return [_found(state, items) for items in begun.values()]


def _found(state: State, items: list[tuple[date, Statement, Actor, Actor]]) -> Standing:
    days = [days_of(statement) for _, statement, *_ in items]
    since = min(first for first, _ in filter(None, days))
    _, _, subject, object_ = items[-1]
    return Standing(state, subject, object_, since, items[-1][0], tuple(item[1] for item in items))


def _ends(state: State, statement: Statement) -> list[tuple[tuple[str, str], Actor, Actor]]:
    """Return between whom a statement begins or ends a state, and the key of these two."""
    relation = relations()[statement.relation]
    one, other = statement.subject, statement.object
    if relation.parent != STATE:  # who holds an office is a person; who acts, a state
        one, other = node_of(one), node_of(other)
    low, high = sorted((one, other), key=lambda actor: actor.id)
    if one.id == other.id:
        return []
    if state.pair:
        return [((low.id, high.id), low, high)]
    ways = [(one, other), (other, one)] if relation.symmetric else [(one, other)]
    return [((subject.id, object_.id), subject, object_) for subject, object_ in ways]
