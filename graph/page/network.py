"""The network as pyvis models it: nodes, edges and options, placed and styled.

The lists of ``pyvis.network.Network`` are filled directly: its ``add_node`` and
``add_edge`` search a list each time, which is quadratic. ``directed=True`` is
essential, since an undirected one drops parallel edges without a word.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any, NamedTuple

from graph.model import Actor, Tie
from graph.page.layout import Body, Links, place
from graph.page.pairs import Pair, Weight, actors_of, weigh
from graph.page.palette import LIGHT, OPACITY, SHAPES, dash_of
from graph.relations import Relation

#: Actors drawn at first where there are many more; the page says so and offers the others.
FIRST = 60

#: Above this many actors only the first ones are drawn at first.
MANY = 75

SMALLEST = 9.0
SIZE_BY_KIND = {"country": 6.0, "organisation": 1.0, "group": 2.0, "person": 1.0}

OPTIONS = """{
  "physics": {"enabled": false},
  "layout": {"improvedLayout": false},
  "nodes": {"borderWidth": 2, "borderWidthSelected": 3, "font": {"size": 0}, "chosen": false},
  "edges": {
    "chosen": false,
    "selectionWidth": 0,
    "hoverWidth": 0,
    "smooth": {"enabled": true, "type": "curvedCW", "roundness": 0.16},
    "arrows": {"to": {"scaleFactor": 0.5}}
  },
  "interaction": {"hover": true, "hoverConnectedEdges": false, "selectConnectedEdges": false,
                  "multiselect": false, "tooltipDelay": 100000}
}"""


class Picture(NamedTuple):
    """What is drawn."""

    network: Any
    """A ``pyvis.network.Network``; a node's id is the actor's index, an edge's the pair's."""

    ranks: list[int]
    """Each actor's rank by its ties, 0 for the most connected."""

    first: int
    """How many actors are drawn at first, by rank."""

    places: list[tuple[int, int]]
    """Where each actor is when all are drawn."""


def draw(ties: Sequence[Tie], pairs: Sequence[Pair], vocabulary: Mapping[str, Relation]) -> Picture:
    """Place and style the actors and lines of a graph."""
    from pyvis.edge import Edge  # type: ignore[import-untyped]  # noqa: PLC0415
    from pyvis.network import Network  # type: ignore[import-untyped]  # noqa: PLC0415
    from pyvis.node import Node  # type: ignore[import-untyped]  # noqa: PLC0415

    actors = actors_of(ties)
    counts = _tie_counts(len(actors), pairs)
    ranks = _ranks(actors, counts)
    first = FIRST if len(actors) > MANY else len(actors)
    bodies = [Body(actor.id, _size(actor, counts[i])) for i, actor in enumerate(actors)]
    links = _links(actors, pairs)
    places = place(bodies, links)
    shown = (
        _place_first(bodies, links, ranks, first)
        if first < len(actors)
        else dict(enumerate(places))
    )

    network = Network(directed=True)
    network.set_options(OPTIONS)
    network.nodes = [
        Node(
            i, SHAPES[actor.kind], actor.label, **_node(actor, bodies[i], shown.get(i, places[i]))
        ).options
        for i, actor in enumerate(actors)
    ]
    network.edges = [
        Edge(
            pair.source,
            pair.target,
            not pair.mutual,
            **_edge(i, pair, weigh(pair, ties, vocabulary)),
        ).options
        for i, pair in enumerate(pairs)
    ]
    return Picture(network, ranks, first, places)


def _tie_counts(count: int, pairs: Sequence[Pair]) -> list[int]:
    counts = [0] * count
    for pair in pairs:
        for end in {pair.source, pair.target}:
            counts[end] += len(pair.ties)
    return counts


def _ranks(actors: Sequence[Actor], counts: Sequence[int]) -> list[int]:
    order = sorted(range(len(actors)), key=lambda i: (-counts[i], actors[i].id))
    ranks = [0] * len(actors)
    for rank, index in enumerate(order):
        ranks[index] = rank
    return ranks


def _size(actor: Actor, ties: int) -> float:
    return round(SMALLEST + SIZE_BY_KIND[actor.kind] + min(18.0, 2.4 * sqrt(ties)), 1)


def _links(actors: Sequence[Actor], pairs: Sequence[Pair]) -> Links:
    """Return how strongly actors pull: by their ties, and whoever acts for a country to it."""
    links: defaultdict[tuple[int, int], float] = defaultdict(float)
    for pair in pairs:
        if pair.source != pair.target:
            ends = min(pair.source, pair.target), max(pair.source, pair.target)
            links[ends] = min(3.0, links[ends] + 0.6 * sqrt(len(pair.ties)))
    home = {actor.country: i for i, actor in enumerate(actors) if actor.kind == "country"}
    for i, actor in enumerate(actors):
        if actor.kind != "country" and actor.country in home:
            country = home[actor.country]
            links[min(i, country), max(i, country)] += 3.0
    return dict(links)


def _place_first(
    bodies: Sequence[Body], links: Links, ranks: Sequence[int], first: int
) -> dict[int, tuple[int, int]]:
    """Place the most connected actors as if they were alone."""
    chosen = [i for i, rank in enumerate(ranks) if rank < first]
    at = {index: number for number, index in enumerate(chosen)}
    among = {(at[a], at[b]): pull for (a, b), pull in links.items() if a in at and b in at}
    return dict(zip(chosen, place([bodies[i] for i in chosen], among), strict=True))


def _node(actor: Actor, body: Body, at: tuple[int, int]) -> dict[str, Any]:
    return {"size": body.radius, "x": at[0], "y": at[1], "group": actor.kind}


def _edge(index: int, pair: Pair, weight: Weight | None) -> dict[str, Any]:
    """Style a line; one of which nothing has happened yet is hidden until asked for."""
    options: dict[str, Any] = {"id": index}
    if pair.mutual:
        options["smooth"] = False
    if weight is None:
        return options | {"hidden": True}
    return options | {
        "width": line_width(weight),
        "color": {"color": LIGHT[weight.sign], "opacity": OPACITY["actual"]},
        "dashes": dash_of(weight.sign, "actual") or False,
        "sign": weight.sign,
    }


def line_width(weight: Weight) -> float:
    """Return the width of a line in pixels, which grows with the root of its statements."""
    if weight.sign == "standing":
        return 1.2
    return round(min(9.0, 1.0 + 1.4 * sqrt(weight.statements)), 1)
