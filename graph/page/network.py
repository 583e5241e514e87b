"""The first picture as pyvis models it: nodes, edges and options, placed and styled.

It is the level of countries. The page's script draws every later picture from
the same ties by the same rules; a browser test compares the two.

The lists of ``pyvis.network.Network`` are filled directly: its ``add_node`` and
``add_edge`` search a list each time, which is quadratic. ``directed=True`` is
essential, since an undirected one drops parallel edges without a word.
"""

import json
from collections.abc import Sequence
from math import sqrt
from typing import Any, NamedTuple

from graph.model import Actor
from graph.page.levels import LINES, Level
from graph.page.lines import Line
from graph.page.palette import LIGHT, OPACITY, SHAPES, dash_of

#: Bow of a line, as vis-network has it: the curve's handle is half of this off the middle.
BOW = 0.16

OPTIONS = f"""{{
  "physics": {{"enabled": false}},
  "layout": {{"improvedLayout": false}},
  "nodes": {{"borderWidth": 2, "borderWidthSelected": 3, "font": {{"size": 0}}, "chosen": false}},
  "edges": {{
    "chosen": false,
    "selectionWidth": 0,
    "hoverWidth": 0,
    "smooth": {{"enabled": true, "type": "curvedCW", "roundness": {BOW}}},
    "arrows": {{"to": {{"scaleFactor": 0.5}}, "from": {{"scaleFactor": 0.5}}}}
  }},
  "interaction": {{"hover": true, "hoverConnectedEdges": false, "selectConnectedEdges": false,
                  "multiselect": false, "tooltipDelay": 100000}}
}}"""

#: How vis-network names the ends that have an arrow, by whether the beginning and the end have one.
ARROWS = {(False, False): "", (False, True): "to", (True, False): "from", (True, True): "to;from"}


class Picture(NamedTuple):
    """What vis-network draws at first, as pyvis models it."""

    nodes: list[dict[str, Any]]
    """A node's id is the actor's index."""

    edges: list[dict[str, Any]]
    """An edge's id is the two indexes, the lower first, with a hyphen between."""

    options: dict[str, Any]


def draw(actors: Sequence[Actor], level: Level, lines: Sequence[Line]) -> Picture:
    """Return the symbols of a level that are drawn at first, and the strongest lines.

    Args:
        actors: By their numbers.
        level: The symbols of a view, the most tied first.
        lines: Between them, the strongest first.
    """
    from pyvis.edge import Edge  # type: ignore[import-untyped]  # noqa: PLC0415
    from pyvis.network import Network  # type: ignore[import-untyped]  # noqa: PLC0415
    from pyvis.node import Node  # type: ignore[import-untyped]  # noqa: PLC0415

    shown = level.order[: level.first]
    network = Network(directed=True)
    network.set_options(OPTIONS)
    network.nodes = [
        Node(i, SHAPES[actors[i].kind], actors[i].label, **_node(actors[i], size, at)).options
        for i, size, at in zip(shown, level.sizes, level.near, strict=False)
    ]
    network.edges = [
        Edge(line.low, line.high, False, **_edge(line)).options for line in lines[: LINES[0]]
    ]
    nodes, edges, *_, options = network.get_network_data()
    return Picture(nodes, edges, json.loads(options))


def _node(actor: Actor, size: float, at: tuple[int, int]) -> dict[str, Any]:
    return {"size": size, "x": at[0], "y": at[1], "group": actor.kind}


def _edge(line: Line) -> dict[str, Any]:
    return {
        "id": f"{line.low}-{line.high}",
        "arrows": ARROWS[line.arrows],
        "width": line_width(line),
        "color": {"color": LIGHT[line.sign], "opacity": OPACITY["actual"]},
        "dashes": dash_of(line.sign, "actual") or False,
        "sign": line.sign,
    }


def line_width(line: Line) -> float:
    """Return the width of a line in pixels, which grows with the root of its statements."""
    if line.sign == "standing":
        return 1.2
    return round(min(9.0, 1.0 + 1.4 * sqrt(line.statements)), 1)
