"""The graph as NetworkX has it, for analysis."""

import networkx as nx

from graph.contests import contests
from graph.merge import independent, ties
from graph.model import Actor, Graph, Tie
from graph.relations import relations


def to_networkx(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Return a graph for analysis: a node an actor, an edge a tie, keyed by relation.

    Attributes are strings and numbers only, so that every format can hold them.
    """
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    disputed = [{one.id, other.id} for one, other in contests(graph.statements)]
    for tie in ties(graph):
        for actor in (tie.subject, tie.object):
            found.add_node(actor.id, **_node(actor))
        found.add_edge(tie.subject.id, tie.object.id, key=tie.relation, **_edge(tie, disputed))
    return found


def _node(actor: Actor) -> dict[str, str]:
    return {
        "label": actor.label,
        "label_fr": actor.label_fr or actor.label,
        "kind": actor.kind,
        "country": actor.country or "",
    }


def _edge(tie: Tie, disputed: list[set[str]]) -> dict[str, str | int | float]:
    relation = relations()[tie.relation]
    own = {statement.id for statement in tie.statements}
    dates = [statement.date for statement in tie.statements if statement.date]
    return {
        "relation": tie.relation,
        "event_type": relation.parent,
        "score": relation.score if relation.score is not None else 0.0,
        "statements": len(tie.statements),
        "articles": len({statement.evidence.source.article for statement in tie.statements}),
        "independent": independent(tie.statements),
        "first": min(dates, default=""),
        "last": max(dates, default=""),
        "contested": sum(not own.isdisjoint(pair) for pair in disputed),
        "modalities": " ".join(sorted({statement.modality for statement in tie.statements})),
    }
