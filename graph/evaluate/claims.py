"""What is annotated and what is found, in one shape that can be compared.

Actors are matched by country code, else by any name in common. Of a relation
without a direction, both ends are put in one order.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.evaluate.gold import GoldArticle
from graph.model import Actor, Statement
from graph.relations import STATE, relations

Triple = tuple[str, str, str]
"""Keys of the subject and the object, with the relation between."""

_KINDS = {"PER": "person", "ORG": "organisation"}

#: Levels of strictness, the loosest first; ``state`` is about offices and memberships.
LEVELS = ("ties", "typed", "exact", "full", "state")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of either side."""

    triple: Triple
    """Keys of the gold article, and the relation."""

    states: tuple[str, str]
    """The countries that the actors are or act for."""

    date: str | None
    modality: str
    sourced: bool
    """Whether the text ascribes it to somebody."""

    confidence: float = 1.0
    """Of what is found."""

    start: int = -1
    """Where its sentence starts in the text; of what is found."""

    @property
    def pair(self) -> frozenset[str]:
        """The actors, in no order."""
        return frozenset((self.triple[0], self.triple[2]))

    @property
    def is_event(self) -> bool:
        """Whether it is about an act, not an office."""
        return relations()[self.triple[1]].parent != STATE

    @property
    def full(self) -> tuple[object, ...]:
        """All that can be right or wrong."""
        return (*self.triple, self.date, self.modality, self.sourced)

    def at(self, level: str) -> tuple[object, ...] | None:
        """Return what has to be equal on a level; None where it does not count there."""
        if (level == "state") is self.is_event:
            return None
        if level in ("state", "exact"):
            return self.triple
        if level == "full":
            return self.full
        first, second = _oriented(self.states[0], self.triple[1], self.states[1])
        if first == second:
            return None
        if level == "ties":
            return tuple(sorted((first, second)))
        return first, relations()[self.triple[1]].parent, second


@dataclass(frozen=True, slots=True)
class Linked:
    """Whom an article speaks of."""

    actors: tuple[Actor, ...]
    """Those that its mentions stand for, and the states that titles are of."""

    named: frozenset[str]
    """ISO codes of the states that a word of its text names."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Both sides of one article."""

    gold: GoldArticle
    wanted: tuple[Claim, ...]
    found: tuple[Claim, ...]
    linked: frozenset[str] | None
    """Keys of the actors that its mentions stand for; None where that is not known."""

    named: frozenset[str]
    """Codes of the states that its text names; empty where that is not known."""

    kinds: Mapping[str, str]
    """country, person or organisation, by key of an actor."""


def sheet(gold: GoldArticle, statements: Sequence[Statement], linked: Linked | None) -> Sheet:
    """Return an article with both sides.

    Args:
        gold: What a person reads.
        statements: What was found.
        linked: Whom its mentions stand for, if that is known.
    """
    keys = _Keys(gold)
    return Sheet(
        gold,
        tuple(
            _claim(
                (item.subject, item.relation, item.object),
                (gold.state(item.subject), gold.state(item.object)),
                (item.date, item.modality, bool(item.said_by)),
            )
            for item in gold.statements
        ),
        tuple(
            _claim(
                (keys.key(item.subject), item.relation, keys.key(item.object)),
                (keys.state(item.subject), keys.state(item.object)),
                (item.date, item.modality, bool(item.said_by)),
                item,
            )
            for item in statements
        ),
        None if linked is None else frozenset(map(keys.key, linked.actors)),
        frozenset() if linked is None else linked.named,
        keys.kinds,
    )


def _claim(
    triple: Triple,
    states: tuple[str, str],
    rest: tuple[str | None, str, bool],
    found: Statement | None = None,
) -> Claim:
    subject, relation, object_ = triple
    first, second = _oriented(subject, relation, object_)
    if found is None:
        return Claim((first, relation, second), states, *rest)
    return Claim((first, relation, second), states, *rest, found.confidence, found.evidence.start)


def _oriented(subject: str, relation: str, object_: str) -> tuple[str, str]:
    turned = relations()[relation].symmetric and subject > object_
    return (object_, subject) if turned else (subject, object_)


class _Keys:
    """Finds the gold key of an actor that was found, or gives it one of its own."""

    def __init__(self, gold: GoldArticle) -> None:
        self._gold = gold
        self.kinds = {key: _KINDS.get(key.partition(":")[0], "country") for key in gold.actors}
        self._by_name: dict[str, str] = {}
        for key, actor in gold.actors.items():
            names = [*actor.names, *key.split(":", 1)[1:]]
            self._by_name.update((_squeezed(name), key) for name in names)

    def key(self, actor: Actor) -> str:
        key = self._known(actor)
        self.kinds.setdefault(key, "organisation" if actor.kind == "group" else actor.kind)
        return key

    def _known(self, actor: Actor) -> str:
        if actor.kind == "country" and actor.country:
            return actor.country.upper()
        for name in (actor.label, *actor.names):
            if (squeezed := _squeezed(name)) in self._by_name:
                return self._by_name[squeezed]
        return "?" + _squeezed(actor.label)

    def state(self, actor: Actor) -> str:
        key = self.key(actor)
        known = self._gold.actors[key].country if key in self._gold.actors else None
        return known or (actor.country or "").upper() or key


def _squeezed(name: str) -> str:
    """Return the letters and digits of a name, lower case and without accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", name.casefold())))
