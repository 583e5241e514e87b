"""Structural balance: whether friends of friends are friends, and who would have to turn.

A triad is balanced where the product of its signs is positive: three friends, or two
friends with a common foe (Heider 1946; Cartwright and Harary 1956). Where two friends
of one are foes, or three are foes of each other, one tie is under strain. Three foes are
counted apart: Davis (1967) takes them for balanced, as several blocs can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Literal

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Triad = tuple[str, str, str]
Signs = NDArray[np.int64]
Weights = NDArray[np.float64]
Kind = Literal["+++", "++-", "+--", "---"]

#: Kinds of triad by how many of its ties are hostile.
KINDS: tuple[Kind, ...] = ("+++", "++-", "+--", "---")

#: Triads that are named, of those that are torn.
TRIADS = 1000


@dataclass(frozen=True, slots=True)
class Strain:
    """A tie that, if it flipped, would balance more triads than it would unbalance."""

    one: str
    other: str
    sign: int
    """1 for friends, who would have to fall out; -1 for foes, who would have to make up."""

    mends: int
    """Triads that would be balanced then, and are not."""

    breaks: int
    """Triads that are balanced, and would not be."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The triads of a signed graph."""

    triads: dict[Kind, int]
    strains: tuple[Strain, ...]
    """Those that mend most first; of equal ones, the weakest tie."""

    unbalanced: tuple[Triad, ...]
    """Two friends of one who are foes, the strongest thousand; the common friend first."""

    @property
    def balanced(self) -> float | None:
        """The share of triads that are balanced; None where there are none."""
        total = sum(self.triads.values())
        return (self.triads["+++"] + self.triads["+--"]) / total if total else None


def balance(graph: "nx.Graph[str]") -> Balance:
    """Return the triads of a signed graph, from ``signed_graph``."""
    nodes = sorted(graph)
    weights = nx.to_numpy_array(graph, nodes, weight="weight")
    signs = nx.to_numpy_array(graph, nodes, weight="sign").astype(np.int64)
    friends, foes = (signs > 0).astype(np.int64), (signs < 0).astype(np.int64)
    # Each triad of two friendships has one conflict, and each of two conflicts one friendship.
    counts = (
        int((friends @ friends * friends).sum()) // 6,
        int((friends @ friends * foes).sum()) // 2,
        int((foes @ foes * friends).sum()) // 2,
        int((foes @ foes * foes).sum()) // 6,
    )
    return Balance(
        triads=dict(zip(KINDS, counts, strict=True)),
        strains=tuple(_strains(nodes, signs, weights)),
        unbalanced=tuple(_torn(nodes, signs, weights)),
    )


def _strains(nodes: Sequence[str], signs: Signs, weights: Weights) -> list[Strain]:
    """Return the ties whose turning mends more triads than it breaks."""
    common = np.abs(signs) @ np.abs(signs)
    breaks = (common + signs * (signs @ signs)) // 2
    mends = common - breaks
    gaining = np.argwhere(np.triu((signs != 0) & (mends > breaks))).tolist()
    gaining.sort(key=lambda p: (breaks[*p] - mends[*p], weights[*p], p))
    return [
        Strain(nodes[i], nodes[j], int(signs[i, j]), int(mends[i, j]), int(breaks[i, j]))
        for i, j in gaining
    ]


def _torn(nodes: Sequence[str], signs: Signs, weights: Weights) -> list[Triad]:
    """Return the triads of two friends and a foe by their weakest tie, the strongest first."""
    found = []
    for i, j in np.argwhere(np.triu(signs < 0)).tolist():
        both = np.flatnonzero((signs[i] > 0) & (signs[j] > 0))
        force = np.minimum(np.minimum(weights[i, both], weights[j, both]), weights[i, j])
        found += [(-f, k, i, j) for f, k in zip(force.tolist(), both.tolist(), strict=True)]
    return [(nodes[k], nodes[i], nodes[j]) for _, k, i, j in nsmallest(TRIADS, found)]
