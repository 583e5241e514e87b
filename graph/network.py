"""The graph as NetworkX has it, for analysis."""

from collections.abc import Iterable
from operator import itemgetter

import networkx as nx

from graph.contests import contests
from graph.merge import Key, actors_of
from graph.model import Actor, Graph, Statement
from graph.relations import relations
from graph.summary import Summary, contested, summarise


def to_networkx(graph: Graph | Iterable[Statement]) -> "nx.MultiDiGraph[str]":
    """Return a graph for analysis: a node an actor, an edge a tie, keyed by relation.

    Attributes are strings and numbers only, so that every format can hold them.

    Args:
        graph: A graph, or statements that can be gone through more than once and are not held.
    """
    statements = graph.statements if isinstance(graph, Graph) else graph
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    actors, disputed = actors_of(statements), contested(contests(statements))
    for key, summary in sorted(summarise(statements).items(), key=itemgetter(0)):
        subject, relation, object_ = key
        for actor in (subject, object_):
            found.add_node(actor, **_node(actors[actor]))
        found.add_edge(subject, object_, key=relation, **edge(key, summary, disputed[key]))
    return found


def _node(actor: Actor) -> dict[str, str]:
    return {
        "label": actor.label,
        "label_fr": actor.label_fr or actor.label,
        "kind": actor.kind,
        "country": actor.country or "",
    }


def edge(key: Key, summary: Summary, disputed: int) -> dict[str, str | int | float]:
    """Return what is said of a tie.

    Args:
        key: The tie.
        summary: Of all its statements.
        disputed: How many pairs of a claim and its denial it has a part in.
    """
    relation = relations()[key[1]]
    return {
        "relation": relation.name,
        "event_type": relation.parent,
        "score": relation.score if relation.score is not None else 0.0,
        "statements": len(summary.statements),
        "articles": len(summary.articles),
        "independent": summary.independent,
        "first": summary.first,
        "last": summary.last,
        "contested": disputed,
        "modalities": " ".join(sorted(summary.modalities)),
    }
