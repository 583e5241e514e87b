"""GraphML, for Gephi, Cytoscape, igraph and the like: a node an actor, an edge a tie.

NetworkX writes it too, from a graph of its own that it holds beside the whole text: of 90,000 ties
that was four times the memory and the time.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from xml.sax.saxutils import escape

from graph.files import write_text
from graph.model import Graph, Statement
from graph.network import Attributes, heard, nodes_of, ties_of

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns\
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

#: How GraphML names the types of values.
_TYPES = {str: "string", int: "long", float: "double"}


def write_graphml(graph: Graph | Iterable[Statement], path: Path) -> None:
    """Write actors and ties with their attributes, as ``graph.network`` has them."""
    write_text(path, _text(graph.statements if isinstance(graph, Graph) else graph))


def _text(statements: Iterable[Statement]) -> Iterator[str]:
    actors, disputed = heard(statements)
    nodes = nodes_of(actors)
    edges = ties_of(statements, disputed)
    first = next(edges, None)
    yield _HEAD
    yield from _keys("node", next((attributes for _, attributes in nodes), {}))
    yield from _keys("edge", first[1] if first else {})
    yield '<graph edgedefault="directed">\n'
    for node, attributes in nodes:
        yield f'<node id="{_said(node)}">\n{_data(attributes)}</node>\n'
    ties = enumerate(chain([first] if first else [], edges), 1)
    for number, ((subject, _, object_), attributes) in ties:
        ends = f'source="{_said(subject)}" target="{_said(object_)}"'
        # Gephi keeps one edge of those that share an id
        yield f'<edge {ends} id="{number}">\n{_data(attributes)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(of: str, attributes: Attributes) -> Iterator[str]:
    for name, value in attributes.items():
        kind = _TYPES[type(value)]
        yield f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(attributes: Attributes) -> str:
    return "".join(
        [f'  <data key="{name}">{_said(value)}</data>\n' for name, value in attributes.items()]
    )


def _said(value: str | float) -> str:
    """Return a value as XML can hold it, which has no control characters."""
    text = str(value)
    if text.isalnum():
        return text
    printable = text if text.isprintable() else "".join(filter(str.isprintable, text))
    return escape(printable, {'"': "&quot;"})
