"""Blocs: groups with friendship inside and conflict between, found on the signed graph.

What is made large is the modularity of signed graphs (Gómez, Jensen and Arenas,
"Analysis of community structure in networks of correlated data", Physical Review E
80 (2009), 016114): friendship inside of blocs beyond what chance would give, less
conflict inside of them beyond chance. It is climbed by the moves of Louvain (Blondel et
al. 2008): single nodes at first, then whole blocs. NetworkX has Louvain for positive
weights only. Common foes alone make no bloc: what is not joined by friendship is
taken apart. Ties of a choice are broken by id, so that the result is repeatable.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

#: Improvements smaller than this are no improvements: the last bits of sums differ.
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Blocs:
    """A division of the actors."""

    members: tuple[tuple[str, ...], ...]
    """Ids, the largest bloc first; those who are alone last."""

    modularity: float
    """How much better than chance, at most 1."""

    against: tuple[tuple[str, str], ...]
    """Friends in two blocs and foes in one, the strongest tie first."""


def blocs(graph: "nx.Graph[str]") -> Blocs:
    """Return the blocs of a signed graph, from ``signed_graph``."""
    nodes = sorted(graph)
    gain, total = _gain(graph, nodes)
    labels = _joined(graph, nodes, _climb(gain))
    groups: dict[int, list[str]] = {}
    for node, label in zip(nodes, labels, strict=True):
        groups.setdefault(label, []).append(node)
    members = sorted((tuple(group) for group in groups.values()), key=lambda g: (-len(g), g))
    same = np.equal.outer(labels, labels)
    home = {node: number for number, group in enumerate(members) for node in group}
    return Blocs(
        members=tuple(members),
        modularity=float(gain[same].sum() / total) if total else 0.0,
        against=tuple(_against(graph, home)),
    )


def _joined(
    graph: "nx.Graph[str]", nodes: Sequence[str], labels: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Take blocs apart into what is joined by friendship inside of them."""
    label = dict(zip(nodes, labels.tolist(), strict=True))
    inside: nx.Graph[str] = nx.Graph()
    inside.add_nodes_from(nodes)
    inside.add_edges_from(
        (one, other)
        for one, other, data in graph.edges(data=True)
        if data["sign"] > 0 and label[one] == label[other]
    )
    parts = {node: i for i, part in enumerate(nx.connected_components(inside)) for node in part}
    return np.array([parts[node] for node in nodes], np.int64)


def _against(graph: "nx.Graph[str]", home: dict[str, int]) -> list[tuple[str, str]]:
    edges = [
        (-data["weight"], *sorted((one, other)))
        for one, other, data in graph.edges(data=True)
        if (home[one] == home[other]) != (data["sign"] > 0)
    ]
    return [(one, other) for _, one, other in sorted(edges)]


def _gain(graph: "nx.Graph[str]", nodes: Sequence[str]) -> tuple[Matrix, float]:
    """Return what each pair adds when it is in one bloc, and the sum of all weights."""
    place = {node: number for number, node in enumerate(nodes)}
    sides = np.zeros((2, len(nodes), len(nodes)))
    for one, other, data in graph.edges(data=True):
        i, j, side = place[one], place[other], int(data["sign"] < 0)
        sides[side, i, j] = sides[side, j, i] = data["weight"]
    gain = np.zeros((len(nodes), len(nodes)))
    for sign, weights in zip((1, -1), sides, strict=True):
        degree, total = weights.sum(axis=0), weights.sum()
        if total:
            gain += sign * (weights - np.outer(degree, degree) / total)
    return gain, float(sides.sum())


def _climb(gain: Matrix) -> NDArray[np.int64]:
    """Return a label for each node; nodes move, then blocs move as nodes, until none gains."""
    labels = np.arange(len(gain))
    while len(labels):
        found = _moved(gain)
        _, found = np.unique(found, return_inverse=True)
        labels = found[labels]
        if found.max() + 1 == len(gain):
            break
        joined = np.zeros((found.max() + 1, len(gain)))
        joined[found, np.arange(len(gain))] = 1
        gain = joined @ gain @ joined.T
    return labels


def _moved(gain: Matrix) -> NDArray[np.int64]:
    """Move one node after the other to where it adds most, until none moves."""
    labels, moving = np.arange(len(gain)), True
    while moving:
        moving = False
        for node, row in enumerate(gain):
            adds = np.bincount(labels, row, len(gain))
            adds[labels[node]] -= row[node]
            best = int(np.argmax(np.round(adds / _LEAST)))
            if adds[best] > adds[labels[node]] + _LEAST:
                labels[node], moving = best, True
    return labels
