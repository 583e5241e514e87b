"""The signed graph: who is tied to whom in friendship or in conflict, and how strongly.

An edge is a pair whose events lean to one side: its tone is at least a point from
zero, the classes of the map's legend. Its weight is the net index, so that many
events weigh more than one.
"""

import networkx as nx

from graph.analysis.index import TieIndex

#: The least distance of a tone from 0 at which a pair is friends or foes.
LEANING = 1.0


def signed_graph(table: TieIndex) -> "nx.Graph[str]":
    """Return the signed graph of an index, by its last step.

    Args:
        table: Undirected, from ``tie_table`` or ``tie_index``.

    Returns:
        A node an actor, with ``label``, ``kind`` and ``country``; an edge a pair that leans,
        with ``sign`` (1 or -1), ``weight`` (above 0), ``tone``, ``articles``.
    """
    found: nx.Graph[str] = nx.Graph()
    nodes = table.columns.nodes
    tones, nets = table.tone[-1].tolist(), table.net[-1].tolist()
    for i, (tone, net) in enumerate(zip(tones, nets, strict=True)):
        if abs(tone) < LEANING or not net:
            continue
        ends = [nodes[int(side[i])] for side in (table.one, table.other)]
        for node in ends:
            found.add_node(node.id, label=node.label, kind=node.kind, country=node.country or "")
        found.add_edge(
            *(node.id for node in ends),
            sign=1 if net > 0 else -1,
            weight=abs(net),
            tone=tone,
            articles=int(table.articles[-1, i]),
        )
    return found


def part_of(graph: "nx.Graph[str]", sign: int) -> "nx.Graph[str]":
    """Return all nodes with the edges of one sign."""
    found: nx.Graph[str] = nx.Graph()
    found.add_nodes_from(graph.nodes(data=True))
    found.add_edges_from(
        (one, other, data) for one, other, data in graph.edges(data=True) if data["sign"] == sign
    )
    return found
