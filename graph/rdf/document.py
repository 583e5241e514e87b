"""Statements to blocks of RDF, as a stream.

Two passes: the first surveys the actors and what they are said to have done,
the second describes articles and statements one by one. Memory is bounded by
actors and ties, not by statements.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby

from graph.actors.gazetteer import load_gazetteer
from graph.actors.places import Place, find_place
from graph.contests import Denials, contests
from graph.contests import Pair as Contest
from graph.export.jsonl import in_order
from graph.merge import one_each
from graph.model import Actor, Statement
from graph.rdf.describe import (
    asserted,
    of_actor,
    of_article,
    of_contest,
    of_place,
    of_run,
    of_sentence,
    of_speaker,
    of_statement,
    sentence,
)
from graph.rdf.names import BASE, NAMESPACES, OURS, Names
from graph.rdf.ontology import ontology
from graph.rdf.profiles import PROFILES, Standard
from graph.rdf.terms import IRI, Block, Pair
from graph.relations import relations


@dataclass(frozen=True, slots=True)
class Shape:
    """How a graph is laid out as RDF."""

    profile: Standard = PROFILES["standard"]
    names: Names = OURS

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes to write, those of minted IRIs last."""
        return {**NAMESPACES, **self.profile.namespaces, **self.names.prefixes()}


#: RDF 1.1 with our own IRIs.
STANDARD = Shape()


def vocabulary_graph() -> IRI:
    """Return the graph that holds the vocabulary, where there are graphs."""
    return IRI(f"{BASE}ontology")


def actors_graph(names: Names) -> IRI:
    """Return the graph that holds the actors, where there are graphs."""
    return names.local("dgg", "actors")


def document(statements: Iterable[Statement], shape: Shape) -> Iterator[Block]:
    """Return all that is said of some statements.

    Args:
        statements: Can be gone through more than once. In the order of ``in_order``
            they are not held in memory.
        shape: The profile and the base of minted IRIs.
    """
    survey = Survey(shape)
    for statement in statements:
        survey.hear(statement)
    yield from common(survey, contests(statements, survey.denials))
    yield from articles(statements if survey.in_order else in_order(set(statements)), shape)


def common(survey: "Survey", pairs: Iterable[Contest]) -> Iterator[Block]:
    """Return what is said beside articles: the vocabulary, actors, places and contests."""
    shape = survey.shape
    names, graphs = shape.names, shape.profile.graphs
    actors = _with_states(survey.actors(), survey.places.values())
    vocabulary = vocabulary_graph() if graphs else None
    shared = actors_graph(names) if graphs else None
    yield from (block._replace(graph=vocabulary) for block in ontology())
    yield of_run(names)._replace(graph=shared)
    for key in sorted(actors):
        ties = [] if graphs else sorted(survey.direct.get(names.actor(key), ()))
        for block in of_actor(names, actors[key], ties):
            yield block._replace(graph=shared)
    for key in sorted(survey.places):
        if not (place := survey.places[key]).is_country:
            yield of_place(names, place)._replace(graph=shared)
    for pair in pairs:
        yield from (block._replace(graph=shared) for block in of_contest(names, *pair))


def articles(statements: Iterable[Statement], shape: Shape) -> Iterator[Block]:
    """Return what is said of articles and what was read from each.

    Args:
        statements: Those of an article beside each other.
        shape: The profile and the base of minted IRIs.
    """
    for _, found in groupby(statements, key=lambda item: item.evidence.source.article):
        yield from _article(list(found), shape)


@dataclass(slots=True)
class Survey:
    """Sees statements go by: who acts, what is said to have been done, where, what is denied."""

    shape: Shape
    direct: dict[IRI, set[Pair]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    denials: Denials = field(default_factory=Denials)
    seen: Counter[Actor] = field(default_factory=Counter)
    in_order: bool = True
    last: tuple[str, int, int] = ("", 0, 0)

    def hear(self, statement: Statement) -> None:
        """Note what a statement has."""
        for subject, pair in _direct(statement, self.shape):
            self.direct.setdefault(subject, set()).add(pair)
        if (place := find_place(statement.place)) is not None:
            self.places[place.id] = place
        self.seen.update((statement.subject, statement.object))
        self.denials.hear(statement)
        evidence = statement.evidence
        at = (evidence.source.article, evidence.start, evidence.end)
        self.in_order = self.in_order and self.last <= at
        self.last = at

    def add(self, other: "Survey") -> "Survey":
        """Add what was seen of other statements, and return what both have."""
        for subject, pairs in other.direct.items():
            self.direct.setdefault(subject, set()).update(pairs)
        self.places.update(other.places)
        self.denials.pairs |= other.denials.pairs
        self.denials.articles |= other.denials.articles
        self.seen.update(other.seen)
        return self

    def actors(self) -> dict[str, Actor]:
        """Return one record for each actor by its id."""
        return one_each(self.seen)


def _with_states(actors: dict[str, Actor], places: Iterable[Place]) -> dict[str, Actor]:
    """Add whom actors are said to belong to, and where places lie: they are spoken of by name."""
    found = {place.country.id: place.country for place in places} | actors
    news = list(found.values())
    while news:
        around = [other for actor in news for other in _around(actor)]
        news = [actor for actor in dict.fromkeys(around) if actor.id not in found]
        found.update({actor.id: actor for actor in news})
    return found


def _around(actor: Actor) -> Iterator[Actor]:
    """Yield whom an actor acts for, holds an office of, or is a part of."""
    known = load_gazetteer()
    person = known.people_by_id.get(actor.id)
    yield from (known.actor(office.of) for office in (person.offices if person else ()))
    if actor.country and actor.country in known.countries:
        yield known.countries[actor.country]
    if actor.id in known.wholes:
        yield known.wholes[actor.id]


def _direct(statement: Statement, shape: Shape) -> Iterator[tuple[IRI, Pair]]:
    """Return the triples that a statement asserts; of a symmetric relation, both ways round."""
    if asserted(statement):
        subject = shape.names.actor(statement.subject.id)
        object_ = shape.names.actor(statement.object.id)
        for relation in shape.profile.direct(statement.relation):
            yield subject, (relation, object_)
            if relations()[statement.relation].symmetric:
                yield object_, (relation, subject)


def _article(statements: list[Statement], shape: Shape) -> Iterator[Block]:
    """Describe an article and all that was read from it."""
    names, profile = shape.names, shape.profile
    source = statements[0].evidence.source
    graph = names.minted("dgg", source.article) if profile.graphs else None
    parts = chain([of_article(names, source)], _read(_once(statements), shape))
    if profile.graphs:
        parts = chain(parts, _asserted_in(statements, shape))
    yield from (block._replace(graph=graph) for block in parts) if graph else parts


def _once(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements each once, where articles spell the actors of one differently."""
    return list({statement.id: statement for statement in statements}.values())


def _read(statements: list[Statement], shape: Shape) -> Iterator[Block]:
    names, profile = shape.names, shape.profile
    seen: set[IRI] = set()
    for statement in statements:
        evidence = statement.evidence
        node = sentence(names, evidence)
        if node not in seen:
            seen.add(node)
            yield from of_sentence(names, evidence, profile.sentence(names, evidence))
        if statement.said_by:
            speaker = of_speaker(names, statement)
            if speaker.subject not in seen:
                seen.add(speaker.subject)
                yield speaker
        yield of_statement(names, statement, profile.statement(names, statement))
        yield from profile.arcs(names, statement)


def _asserted_in(statements: list[Statement], shape: Shape) -> Iterator[Block]:
    ways = {way for statement in statements for way in _direct(statement, shape)}
    for subject, pairs in groupby(sorted(ways), key=lambda way: way[0]):
        yield Block(subject, [pair for _, pair in pairs])
