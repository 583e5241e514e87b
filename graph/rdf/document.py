"""Statements to blocks of RDF, as a stream.

Two passes: the first surveys the actors and what they are said to have done,
the second describes articles and statements one by one. Memory is bounded by
actors and ties, not by statements.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter, itemgetter

from graph.actors.gazetteer import load_gazetteer
from graph.actors.places import Place
from graph.contests import Pair as Contest
from graph.contests import contests
from graph.export.jsonl import in_order
from graph.model import Actor, Statement
from graph.rdf.describe import of_actor, of_article, of_place, of_run
from graph.rdf.names import BASE, Names
from graph.rdf.ontology import ontology
from graph.rdf.shape import Shape
from graph.rdf.survey import Survey, direct
from graph.rdf.terms import IRI, Block, Filled
from graph.rdf.told import (
    of_contest,
    of_sentence,
    of_speaker,
    of_statement,
    sentence_id,
    speaker_id,
)


def vocabulary_graph() -> IRI:
    """Return the graph that holds the vocabulary, where there are graphs."""
    return IRI(f"{BASE}ontology")


def actors_graph(names: Names) -> IRI:
    """Return the graph that holds the actors, where there are graphs."""
    return names.local("dgg", "actors")


def document(statements: Iterable[Statement], shape: Shape) -> Iterator[Block | Filled]:
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


def common(survey: Survey, pairs: Iterable[Contest]) -> Iterator[Block]:
    """Return what is said beside articles: the vocabulary, actors, places and contests."""
    shape = survey.shape
    names, graphs = shape.names, shape.profile.graphs
    places = survey.places()
    actors = _with_states(survey.actors(), places.values())
    acts = {} if graphs else survey.direct()
    vocabulary = vocabulary_graph() if graphs else None
    shared = actors_graph(names) if graphs else None
    yield from (block._replace(graph=vocabulary) for block in ontology())
    yield of_run(names)._replace(graph=shared)
    for key in sorted(actors):
        for block in of_actor(names, actors[key], acts.get(names.actor(key), [])):
            yield block._replace(graph=shared)
    for key in sorted(places):
        if not (place := places[key]).is_country:
            yield of_place(names, place)._replace(graph=shared)
    for pair in pairs:
        yield from (block._replace(graph=shared) for block in of_contest(names, *pair))


def articles(statements: Iterable[Statement], shape: Shape) -> Iterator[Block | Filled]:
    """Return what is said of articles and what was read from each.

    Args:
        statements: Those of an article beside each other.
        shape: The profile and the base of minted IRIs.
    """
    for _, found in groupby(statements, key=attrgetter("evidence.source.article")):
        yield from _article(list(found), shape)


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


def _article(statements: list[Statement], shape: Shape) -> Iterator[Block | Filled]:
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


def _read(statements: list[Statement], shape: Shape) -> Iterator[Block | Filled]:
    names, profile = shape.names, shape.profile
    seen: set[str] = set()
    for statement in statements:
        evidence = statement.evidence
        node, voice = sentence_id(evidence), speaker_id(statement)
        if node not in seen:
            seen.add(node)
            yield of_sentence(names, node, evidence, profile.sentence(names, evidence))
        if voice and voice not in seen:
            seen.add(voice)
            yield of_speaker(names, voice, statement)
        yield of_statement(names, statement, node, voice, profile.statement(names, statement))
        yield from profile.arcs(names, statement)


def _asserted_in(statements: list[Statement], shape: Shape) -> Iterator[Block]:
    ways = {way for statement in statements for way in direct(statement, shape)}
    for subject, found in groupby(sorted(ways), key=itemgetter(0)):
        yield Block(subject, [pair for _, pair in found])
