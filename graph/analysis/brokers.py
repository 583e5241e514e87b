"""Who is central, who stands between, and who is told to mediate.

Strength is the sum of an actor's ties. Betweenness (Freeman 1977) is NetworkX's, on
friendship alone; for distance, a strong tie is short. Constraint (Burt 1992: low where
one's friends are not each other's) is worked out here: NetworkX takes minutes for a
dense graph of 200 states. A broker is a friend of two who are no
friends of each other; brokerage is counted by who is in which bloc (Gould and Fernandez
1989): a go-between joins two blocs. A mediator is one of whom articles say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np

from graph.analysis.columns import node_of
from graph.analysis.signed import part_of
from graph.model import Actor, Statement

#: The relation of a go-between to each side.
_MEDIATES = "mediatesFor"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an actor stands in the signed graph."""

    id: str
    friends: int
    foes: int
    cooperation: float
    """The sum of its friendly ties."""

    conflict: float
    """The sum of its hostile ties."""

    betweenness: float
    """The share of shortest paths of friendship that lead through it, from 0 to 1."""

    constraint: float | None
    """How far its friends are each other's; None without friends."""

    brokers: int
    """Pairs of its friends who are no friends of each other."""

    across: int
    """Those of these pairs whose two are in different blocs."""


@dataclass(frozen=True, slots=True)
class Mediation:
    """A mediator, those between whom it mediates, and what says so."""

    mediator: Actor
    parties: tuple[Actor, ...]
    """Sorted by id."""

    articles: int
    statements: tuple[Statement, ...]


def places(graph: "nx.Graph[str]", home: Mapping[str, int]) -> list[Place]:
    """Return the place of each actor, the strongest first.

    Args:
        graph: From ``signed_graph``.
        home: The bloc of each actor.
    """
    friends, foes = part_of(graph, 1), part_of(graph, -1)
    for _, _, data in friends.edges(data=True):
        data["length"] = 1 / data["weight"]
    between = nx.betweenness_centrality(friends, weight="length")
    constraint = _constraint(friends)
    found = [
        Place(
            id=node,
            friends=friends.degree(node),
            foes=foes.degree(node),
            cooperation=friends.degree(node, weight="weight"),
            conflict=foes.degree(node, weight="weight"),
            betweenness=between[node],
            constraint=constraint[node] if friends.degree(node) else None,
            **_brokerage(friends, node, home),
        )
        for node in graph
    ]
    return sorted(found, key=lambda each: (-(each.cooperation + each.conflict), each.id))


def _constraint(friends: "nx.Graph[str]") -> dict[str, float]:
    """Return for each actor how far its friends are tied to each other."""
    weights = nx.to_numpy_array(friends, weight="weight")
    total = weights.sum(axis=1, keepdims=True)
    part = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    pull = np.where(weights > 0, (part + part @ part) ** 2, 0.0)
    return dict(zip(friends, pull.sum(axis=1).tolist(), strict=True))


def _brokerage(friends: "nx.Graph[str]", node: str, home: Mapping[str, int]) -> dict[str, int]:
    apart = [pair for pair in combinations(friends[node], 2) if not friends.has_edge(*pair)]
    across = sum(home[one] != home[other] for one, other in apart)
    return {"brokers": len(apart), "across": across}


def mediations(statements: Iterable[Statement]) -> list[Mediation]:
    """Return who is said to have mediated between whom, the most told of first.

    The parties are those for whom one article says that the mediator did.
    """
    by_article: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in statements:
        if each.relation == _MEDIATES and each.modality == "actual":
            mediator = node_of(each.subject).id
            by_article[mediator, each.evidence.source.article].append(each)
    grouped: defaultdict[tuple[str, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for (mediator, _), told in by_article.items():
        parties = {node_of(each.object).id for each in told} - {mediator}
        if parties:
            grouped[mediator, tuple(sorted(parties))].extend(told)
    found = [_mediation(parties, told) for (_, parties), told in grouped.items()]
    return sorted(
        found,
        key=lambda each: (-each.articles, each.mediator.id, tuple(p.id for p in each.parties)),
    )


def _mediation(parties: tuple[str, ...], told: list[Statement]) -> Mediation:
    told = sorted(told, key=lambda each: (each.date or "", each.id, repr(each)))
    nodes = {node.id: node for each in told for node in [node_of(each.object)]}
    articles = {each.evidence.source.article for each in told}
    sides = tuple(nodes[id_] for id_ in parties)
    return Mediation(node_of(told[0].subject), sides, len(articles), tuple(told))
