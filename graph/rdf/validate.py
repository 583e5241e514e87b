"""Check an RDF file: its syntax by Oxigraph, its shape by SHACL.

The shapes are ``graph/ontology/shapes.ttl``, and anybody may use them with
another validator. Rules between statements and direct triples are queries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib
from pyshacl import validate as shacl
from rdflib.namespace import RDF, SH

from graph.errors import InputError
from graph.rdf.alignment import FOLDER
from graph.rdf.answers import text_of_node
from graph.rdf.formats import FORMATS
from graph.rdf.names import NAMESPACES
from graph.rdf.query import OX_FORMATS, load_file

SHAPES = FOLDER / "shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that is not as it must be."""

    node: str
    """What it is about."""

    message: str
    """What is wrong, and what is expected."""

    value: str = ""
    """What was found, where something was."""

    def __str__(self) -> str:
        """Return one line."""
        found = f" (found {self.value})" if self.value else ""
        return f"{self.node}: {self.message}{found}"


def validate(path: Path) -> list[Problem]:
    """Return what is wrong with an RDF file, sorted; nothing where all is well.

    Raises:
        InputError: It cannot be read, is in no format of RDF, or is not valid.
    """
    format_ = OX_FORMATS.get(path.suffix.removeprefix("."))
    if format_ is None:
        fix = f"Name a file that ends in one of: {', '.join(f'.{name}' for name in FORMATS)}"
        raise InputError(str(path), "is in no format of RDF that is known", fix)
    store = ox.Store()
    load_file(store, path, format_)
    # SHACL needs the classes, which somebody's file may leave out.
    load_file(store, FOLDER / "diplograph.ttl", ox.RdfFormat.TURTLE)
    return sorted({*_shape(store), *_rules(store)})


def _shape(store: ox.Store) -> Iterator[Problem]:
    # A graph of its own: from a path pyshacl makes a Dataset, which this rdflib warns of.
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    _, report, _ = shacl(_triples(store), shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)  # noqa: S101
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node = report.value(result, SH.focusNode)
        message = report.value(result, SH.resultMessage)
        value = report.value(result, SH.value)
        yield Problem(_name(node), str(message), "" if value in (None, node) else _name(value))


def _triples(store: ox.Store) -> rdflib.Graph:
    """Return what a store holds in one graph, without triple terms, which rdflib does not know."""
    plain = {quad.triple for quad in store if not isinstance(quad.object, ox.Triple)}
    data = ox.serialize(plain, format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=data, format="nt")


def _name(node: object) -> str:
    text = str(node)
    return text_of_node(ox.NamedNode(text)) if isinstance(node, rdflib.URIRef) else repr(text)


def _rules(store: ox.Store) -> Iterator[Problem]:
    for message, query in _RULES.items():
        found = store.query(query, prefixes=NAMESPACES, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)  # noqa: S101
        for row in found:
            yield Problem(text_of_node(row["node"]), message, text_of_node(row["value"]))


_FACT = """?statement dg:relation ?relation ; dg:modality dg:actual .
  { ?statement dg:subject ?node ; dg:object ?value }
  UNION { ?statement dg:object ?node ; dg:subject ?value . ?relation a owl:SymmetricProperty }
  FILTER NOT EXISTS { ?statement dg:saidBy ?said }"""

#: What SHACL can say slowly or not at all: a message, and a query for what breaks the rule.
_RULES = {
    "a direct triple must have a statement that is dg:actual and without dg:saidBy": f"""
SELECT DISTINCT ?node ?value WHERE {{
  ?relation skos:inScheme dg:relations ; dg:eventType ?type . ?node ?relation ?value .
  FILTER NOT EXISTS {{ {_FACT} }} }}""",
    "what an article itself says to have happened must also be a direct triple": f"""
SELECT DISTINCT ?node ?value WHERE {{ {_FACT} FILTER NOT EXISTS {{ ?node ?relation ?value }} }}""",
    "dg:contests must go both ways": """
SELECT DISTINCT ?node ?value WHERE { ?node dg:contests ?value .
  FILTER NOT EXISTS { ?value dg:contests ?node } }""",
    "dg:contests must tie what is dg:actual to what is dg:denied, or dg:rejects it": """
SELECT DISTINCT ?node ?value WHERE { ?node dg:contests ?value ; dg:modality ?one ; dg:relation ?r .
  ?value dg:modality ?other ; dg:relation ?s .
  FILTER (!((?one = dg:actual && (?other = dg:denied || ?s = dg:rejects))
    || (?other = dg:actual && (?one = dg:denied || ?r = dg:rejects)))) }""",
    "rdf:reifies must hold the statement's own subject, relation and object": """
SELECT DISTINCT ?node ?value WHERE { ?node rdf:reifies ?value .
  FILTER NOT EXISTS { ?node dg:subject ?s ; dg:relation ?p ; dg:object ?o .
    FILTER (?value = TRIPLE(?s, ?p, ?o)) } }""",
}
