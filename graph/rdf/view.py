"""The graph as an rdflib ``Graph``, for those who work with that library."""

from rdflib import Graph as Triples

from graph.export.jsonl import in_order
from graph.model import Graph
from graph.rdf.formats import text_of
from graph.rdf.shape import STANDARD, Shape


def to_rdflib(graph: Graph, store: str = "default", shape: Shape = STANDARD) -> Triples:
    """Return the triples of a graph.

    Args:
        graph: What to show.
        store: A store of rdflib's; ``Oxigraph`` where ``oxrdflib`` is installed, which suits
            large graphs.
        shape: A profile of RDF 1.1 without graphs, which is all that rdflib reads.
    """
    triples = Triples(store=store, bind_namespaces="none")
    for prefix, namespace in shape.prefixes().items():
        triples.bind(prefix, namespace)
    text = "".join(text_of(in_order(graph.statements), "nt", shape))
    return triples.parse(data=text, format="nt")
