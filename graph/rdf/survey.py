"""What RDF says of all statements together, heard of one by one: the first of two passes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.actors.places import Place, find_place
from graph.contests import Denials
from graph.export.jsonl import order
from graph.merge import Key, one_each
from graph.model import Actor, Statement
from graph.rdf.shape import Shape
from graph.rdf.terms import IRI, Pair
from graph.rdf.told import asserted
from graph.relations import relations


@dataclass(slots=True)
class Survey:
    """Sees statements go by: who acts, what is said to have been done, where, what is denied."""

    shape: Shape
    done: set[Key] = field(default_factory=set)
    """Ties of which a statement says itself that they happened."""

    named: set[str] = field(default_factory=set)
    """Names of places."""

    denials: Denials = field(default_factory=Denials)
    seen: Counter[Actor] = field(default_factory=Counter)
    in_order: bool = True
    """Whether statements came each once and in the order of ``in_order``."""

    last: tuple[str | int, ...] = ()

    def hear(self, statement: Statement) -> None:
        """Note what a statement has."""
        subject, object_ = statement.subject, statement.object
        if asserted(statement):
            self.done.add((subject.id, statement.relation, object_.id))
        if statement.place:
            self.named.add(statement.place)
        self.seen[subject] += 1
        self.seen[object_] += 1
        self.denials.hear(statement)
        at = order(statement)
        self.in_order = self.in_order and self.last < at
        self.last = at

    def add(self, other: "Survey") -> "Survey":
        """Add what was seen of other statements, and return what both have."""
        self.done |= other.done
        self.named |= other.named
        self.denials.add(other.denials)
        self.seen.update(other.seen)
        return self

    def actors(self) -> dict[str, Actor]:
        """Return one record for each actor by its id."""
        return one_each(self.seen.items())

    def places(self) -> dict[str, Place]:
        """Return the places that are known by their names, by id."""
        found = filter(None, map(find_place, self.named))
        return {place.id: place for place in found}

    def direct(self) -> dict[IRI, list[Pair]]:
        """Return what actors are said to have done, sorted."""
        found = defaultdict[IRI, set[Pair]](set)
        for key in self.done:
            for subject, pair in _ways(key, self.shape):
                found[subject].add(pair)
        return {subject: sorted(pairs) for subject, pairs in found.items()}


def direct(statement: Statement, shape: Shape) -> Iterator[tuple[IRI, Pair]]:
    """Return the triples that a statement asserts; of a symmetric relation, both ways round."""
    if asserted(statement):
        key = (statement.subject.id, statement.relation, statement.object.id)
        yield from _ways(key, shape)


def _ways(key: Key, shape: Shape) -> Iterator[tuple[IRI, Pair]]:
    subject, object_ = shape.names.actor(key[0]), shape.names.actor(key[2])
    for relation in shape.profile.direct(key[1]):
        yield subject, (relation, object_)
        if relations()[key[1]].symmetric:
            yield object_, (relation, subject)
