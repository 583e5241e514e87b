"""Structural balance: whether friends of friends are friends, and who would have to turn.

A triad is balanced where the product of its signs is positive: three friends, or two
friends with a common foe (Heider 1946; Cartwright and Harary 1956). Where two friends
of one are foes, or three are foes of each other, one tie is under strain. Three foes are
counted apart: Davis (1967) takes them for balanced, as several blocs can be.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import networkx as nx

Triad = tuple[str, str, str]
Kind = Literal["+++", "++-", "+--", "---"]

#: Kinds of triad by how many of its ties are hostile.
KINDS: tuple[Kind, ...] = ("+++", "++-", "+--", "---")


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
    """Two friends of one who are foes, the strongest triad first; the common friend first."""

    @property
    def balanced(self) -> float | None:
        """The share of triads that are balanced; None where there are none."""
        total = sum(self.triads.values())
        return (self.triads["+++"] + self.triads["+--"]) / total if total else None


def balance(graph: "nx.Graph[str]") -> Balance:
    """Return the triads of a signed graph, from ``signed_graph``."""
    kinds: Counter[Kind] = Counter()
    mends: Counter[tuple[str, str]] = Counter()
    breaks: Counter[tuple[str, str]] = Counter()
    torn = []
    for triad in _triads(graph):
        signs = [graph.edges[edge]["sign"] for edge in combinations(triad, 2)]
        kind = KINDS[signs.count(-1)]
        kinds[kind] += 1
        counted = mends if kind in ("++-", "---") else breaks
        counted.update(combinations(triad, 2))
        if kind == "++-":
            torn.append(triad)
    return Balance(
        triads={kind: kinds[kind] for kind in KINDS},
        strains=tuple(_strains(graph, mends, breaks)),
        unbalanced=tuple(_friend_first(graph, triad) for triad in sorted(torn, key=_force(graph))),
    )


def _triads(graph: "nx.Graph[str]") -> Iterator[Triad]:
    """Yield triads of ties, each with its ids in order."""
    for triad in sorted(sorted(found) for found in nx.all_triangles(graph)):
        yield triad[0], triad[1], triad[2]


def _force(graph: "nx.Graph[str]") -> Callable[[Triad], tuple[float, Triad]]:
    """Return what sorts triads by their weakest tie, the strongest triad first."""

    def key(triad: Triad) -> tuple[float, Triad]:
        return -min(graph.edges[edge]["weight"] for edge in combinations(triad, 2)), triad

    return key


def _friend_first(graph: "nx.Graph[str]", triad: Triad) -> Triad:
    """Return a triad with whoever is a friend of both others first."""
    foes = next(edge for edge in combinations(triad, 2) if graph.edges[edge]["sign"] < 0)
    (friend,) = set(triad) - set(foes)
    return (friend, *foes)


def _strains(
    graph: "nx.Graph[str]",
    mends: Counter[tuple[str, str]],
    breaks: Counter[tuple[str, str]],
) -> list[Strain]:
    gaining = [pair for pair in mends if mends[pair] > breaks[pair]]
    gaining.sort(key=lambda p: (breaks[p] - mends[p], graph.edges[p]["weight"], p))
    return [Strain(*p, graph.edges[p]["sign"], mends[p], breaks[p]) for p in gaining]
