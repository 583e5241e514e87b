"""The graph as NetworkX has it, for analysis."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.contests import Denials, contests
from graph.merge import Key, one_each
from graph.model import Actor, Graph, Statement
from graph.relations import relations
from graph.summary import Summary, contested, summarise

if TYPE_CHECKING:
    import networkx as nx


#: What is said of an actor or a tie.
Attributes = dict[str, str | int | float]


def to_networkx(graph: Graph | Iterable[Statement]) -> "nx.MultiDiGraph[str]":
    """Return a graph for analysis: a node an actor, an edge a tie, keyed by relation.

    Attributes are strings and numbers only, so that every format can hold them.

    Args:
        graph: A graph, or statements that can be gone through more than once and are not held.
    """
    import networkx as nx  # noqa: PLC0415  # the files are written without it

    statements = graph.statements if isinstance(graph, Graph) else graph
    actors, disputed = heard(statements)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from(nodes_of(actors))
    for (subject, relation, object_), attributes in ties_of(statements, disputed):
        found.add_edge(subject, object_, key=relation, **attributes)
    return found


def heard(statements: Iterable[Statement]) -> tuple[dict[str, Actor], Counter[Key]]:
    """Return the actors of statements, and in how many contests each tie has a part."""
    seen, denials = Counter[Actor](), Denials()
    for each in statements:
        seen[each.subject] += 1
        seen[each.object] += 1
        denials.hear(each)
    return one_each(seen.items()), contested(contests(statements, denials))


def nodes_of(actors: Mapping[str, Actor]) -> list[tuple[str, Attributes]]:
    """Return what is said of each actor, by its id."""
    return [(id_, _node(actors[id_])) for id_ in sorted(actors)]


def ties_of(
    statements: Iterable[Statement], disputed: Mapping[Key, int]
) -> Iterator[tuple[Key, Attributes]]:
    """Yield what is said of each tie, in the order of the ties."""
    for key, summary in summarise(statements):
        yield key, edge(key, summary, disputed.get(key, 0))


def _node(actor: Actor) -> Attributes:
    return {
        "label": actor.label,
        "label_fr": actor.label_fr or actor.label,
        "kind": actor.kind,
        "country": actor.country or "",
    }


def edge(key: Key, summary: Summary, disputed: int) -> Attributes:
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
