"""Blocs, balance and brokers of one time, together: what ``blocs`` gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.analysis.balance import Balance, Strain, balance
from graph.analysis.blocs import Blocs, blocs
from graph.analysis.brokers import Mediation, Place, mediations, places
from graph.analysis.index import TieIndex
from graph.analysis.markup import Safe
from graph.analysis.notebook import table
from graph.analysis.signed import signed_graph
from graph.model import Statement
from graph.terminal import printed


@dataclass(frozen=True, repr=False)
class Camps:
    """Who stands with whom."""

    graph: "nx.Graph[str]" = field(repr=False)
    """The signed graph, from ``signed_graph``."""

    blocs: Blocs
    balance: Balance
    places: tuple[Place, ...]
    """Where each actor stands, the strongest first."""

    mediations: tuple[Mediation, ...]

    @classmethod
    def of(cls, index: TieIndex, statements: Sequence[Statement]) -> "Camps":
        """Return the camps of an index, and the mediators of its statements."""
        graph = signed_graph(index)
        found = blocs(graph)
        home = {node: number for number, group in enumerate(found.members) for node in group}
        return cls(
            graph, found, balance(graph), tuple(places(graph, home)), tuple(mediations(statements))
        )

    def label(self, node: str) -> str:
        """Return the name of an actor."""
        return str(self.graph.nodes[node]["label"])

    def labels(self, nodes: Sequence[str]) -> list[str]:
        """Return the names of some actors."""
        return [self.label(node) for node in nodes]

    def record(self) -> dict[str, Any]:
        """Return everything as JSON has it."""
        balanced = self.balance.balanced
        return {
            "modularity": round(self.blocs.modularity, 3) + 0.0,
            "blocs": [self._ends(group) for group in self.blocs.members],
            "against": [self._ends(pair) for pair in self.blocs.against],
            "triads": self.balance.triads,
            "balanced": None if balanced is None else round(balanced, 3),
            "unbalanced": [self._ends(triad) for triad in self.balance.unbalanced],
            "flips": [self._strain(strain) for strain in self.balance.strains],
            "places": [self._place(place) for place in self.places],
            "mediators": [
                {
                    "mediator": {"id": m.mediator.id, "label": m.mediator.label},
                    "parties": [{"id": p.id, "label": p.label} for p in m.parties],
                    "articles": m.articles,
                    "statements": [each.id for each in m.statements],
                }
                for m in self.mediations
            ],
        }

    def _ends(self, nodes: Sequence[str]) -> list[dict[str, str]]:
        return [{"id": node, "label": self.label(node)} for node in nodes]

    def _strain(self, strain: Strain) -> dict[str, Any]:
        pair = self._ends((strain.one, strain.other))
        return {"pair": pair, "sign": strain.sign, "mends": strain.mends, "breaks": strain.breaks}

    def _place(self, place: Place) -> dict[str, Any]:
        return {
            **self._ends([place.id])[0],
            "friends": place.friends,
            "foes": place.foes,
            "cooperation": round(place.cooperation, 3),
            "conflict": round(place.conflict, 3),
            "betweenness": round(place.betweenness, 4),
            "constraint": None if place.constraint is None else round(place.constraint, 4),
            "brokers": place.brokers,
            "across": place.across,
        }

    def __repr__(self) -> str:
        from graph.analysis.showcamps import camps_lines  # noqa: PLC0415 - it needs this module

        return printed(camps_lines(self))

    def _repr_html_(self) -> Safe:
        rows = [(n, ", ".join(self.labels(group))) for n, group in enumerate(self.blocs.members, 1)]
        return table(("bloc", "members"), rows, f"modularity {self.blocs.modularity:z.2f}")
