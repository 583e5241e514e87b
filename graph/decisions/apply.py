"""Lay decisions over a graph."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from graph.actors.records import MINTED
from graph.decisions.records import Decisions
from graph.model import Actor, Graph, Statement

#: Returns a statement as decisions have it, or None where it is left out.
Decide = Callable[[Statement], Statement | None]


def deciding(statements: Iterable[Statement], decisions: Decisions) -> Decide:
    """Return what lays decisions over each statement of a graph.

    What two actors do to each other that are the same is nothing, and left out. Nobody becomes
    an actor that is neither listed nor in the graph: its key may be misspelt.

    Args:
        statements: All of them; gone through once, and not held.
        decisions: What the file says.
    """
    return deciding_among(actors_of(statements, decisions), decisions)


def deciding_among(actors: Iterable[Actor], decisions: Decisions) -> Decide:
    """Return what ``deciding`` does.

    Args:
        actors: From ``actors_of``, of all statements; in any order and with any repetition.
        decisions: What the file says.
    """
    records = _records(_in_order(actors), decisions)

    def decide(statement: Statement) -> Statement | None:
        parted = _parted(statement, decisions)
        subject = records.get(parted.subject.id, parted.subject)
        object_ = records.get(parted.object.id, parted.object)
        same = subject.id == object_.id
        return None if same else replace(parted, subject=subject, object=object_)

    return decide


def decided(graph: Graph, decisions: Decisions) -> Graph:
    """Return a graph in which the decisions hold, as ``deciding`` has it."""
    if not decisions.places:
        return graph
    found = map(deciding(graph.statements, decisions), graph.statements)
    return Graph.of(each for each in found if each is not None)


def unused(
    statements: Iterable[Statement], decisions: Decisions, articles: Collection[str]
) -> Iterator[str]:
    """Yield a line for each actor and article of the file that has no part in a build.

    Args:
        statements: Of the graph, as it was read.
        decisions: What the file says.
        articles: The ids of all articles of the build.
    """
    yield from unused_among({actor.id for actor in _actors(statements)}, decisions, articles)


def unused_among(
    actors: Collection[str], decisions: Decisions, articles: Collection[str]
) -> Iterator[str]:
    """Yield what ``unused`` does, from the ids of all actors as they were read.

    Args:
        actors: Ids of all actors, as they were read.
        decisions: What a person decided.
        articles: Ids of all articles.
    """
    present = {*actors, *decisions.split.values()}
    given = set(decisions.kept.values())  # an item, say, for an actor that had none
    for iri, place in decisions.places.items():
        if iri in present:
            continue
        if _is_made(iri, decisions):
            yield f"{place} is neither a listed actor nor in the build: no effect. {_ACTOR}."
        elif iri not in given:
            yield f"{place} is in no statement"
    for article, place in decisions.articles.items():
        if article not in articles:
            yield f"{place} is no article of the build: no effect. {_ARTICLE}."


_ACTOR = "Check its spelling: write the id that statements.jsonl shows, its end, or an ISO code"
_ARTICLE = "Write the id that statements.jsonl shows as 'article'"


def _is_made(iri: str, decisions: Decisions) -> bool:
    """Return whether an IRI is of nobody that is listed, and no item or address from elsewhere."""
    return iri.startswith(MINTED) and iri not in decisions.records


def _parted(statement: Statement, decisions: Decisions) -> Statement:
    """Tell apart who was taken for another in an article."""
    article = statement.evidence.source.article

    def meant(actor: Actor) -> Actor:
        iri = decisions.split.get((actor.id, article))
        if iri is None:
            return actor
        return decisions.records.get(iri) or replace(
            actor, id=iri, label=decisions.labels.get(iri, actor.label)
        )

    return replace(statement, subject=meant(statement.subject), object=meant(statement.object))


def actors_of(statements: Iterable[Statement], decisions: Decisions) -> set[Actor]:
    """Return the actors of statements, those told apart that decisions tell apart."""
    return _actors(_parted(each, decisions) for each in statements)


def _records(everybody: Sequence[Actor], decisions: Decisions) -> dict[str, Actor]:
    """Return what becomes of each actor that is the same as another."""
    members: dict[str, dict[str, Actor]] = {}
    present = {actor.id for actor in everybody}
    roots = {
        iri for iri in decisions.kept.values() if iri in present or not _is_made(iri, decisions)
    }
    for actor in everybody:
        root = decisions.kept.get(actor.id, actor.id)
        if root in roots:
            members.setdefault(root, {}).setdefault(actor.id, actor)
    found: dict[str, Actor] = {}
    for root, actors in members.items():
        first = decisions.records.get(root) or actors.get(root) or actors[min(actors)]
        label = decisions.labels.get(root, first.label)
        names = {name for each in (first, *actors.values()) for name in (each.label, *each.names)}
        kept = replace(first, id=root, label=label, names=tuple(sorted(names - {label})))
        found.update(dict.fromkeys((root, *actors), kept))
    return found


def _actors(statements: Iterable[Statement]) -> set[Actor]:
    return {actor for each in statements for actor in (each.subject, each.object)}


def _in_order(actors: Iterable[Actor]) -> list[Actor]:
    """Return actors each once, in an order that is always the same."""
    return sorted(set(actors), key=lambda actor: (actor.id, actor.label, repr(actor)))
