"""The vocabulary: ``core.ttl`` by hand, and a property for each relation of ``relations.csv``.

It is written with every export, so that a file can be read without another,
and shipped as ``graph/ontology/diplograph.ttl``, which ``make ontology`` makes.
"""

from functools import cache

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse
from pyoxigraph import Literal as OxLiteral

from graph.rdf.alignment import FOLDER, Alignment, alignments
from graph.rdf.names import dg, term
from graph.rdf.terms import IRI, Block, Literal, Pair, Term, text
from graph.rdf.values import decimal
from graph.relations import Relation, relations

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")
_DEFINITION, _SUB = term("skos:definition"), term("rdfs:subPropertyOf")
_PROPERTY = term("owl:ObjectProperty")


@cache
def ontology() -> tuple[Block, ...]:
    """Return classes, properties, modalities, event types and relations."""
    made = [block for relation in relations().values() for block in _relation(relation)]
    return (*_core(), *made)


def _core() -> list[Block]:
    """Return what ``core.ttl`` says, in its order."""
    blocks: dict[IRI, Block] = {}
    for triple in parse(path=FOLDER / "core.ttl", format=RdfFormat.TURTLE):
        subject = _named(triple.subject)
        block = blocks.setdefault(subject, Block(subject, []))
        block.pairs.append((_named(triple.predicate), _term(triple.object)))
    return list(blocks.values())


def _term(node: object) -> Term:
    if isinstance(node, OxLiteral):
        kind = "" if node.language or node.datatype == _STRING else node.datatype.value
        return Literal(node.value, IRI(kind), node.language or "")
    return _named(node)


def _named(node: object) -> IRI:
    assert isinstance(node, NamedNode) and not isinstance(node, BlankNode)  # noqa: S101, PT018
    return IRI(node.value)


_STRING = NamedNode(term("xsd:string"))


def _relation(relation: Relation) -> list[Block]:
    """Return a relation as a property and a concept, and its inverse."""
    aligned = alignments()[relation.name]
    pairs: list[Pair] = [
        (_TYPE, _PROPERTY),
        *([(_TYPE, term("owl:SymmetricProperty"))] if relation.symmetric else []),
        (_TYPE, term("skos:Concept")),
        (_LABEL, text(relation.label_en, "en")),
        (_LABEL, text(relation.label_fr, "fr")),
        (_DEFINITION, text(relation.definition, "en")),
        *([(_DEFINITION, text(aligned.definition_fr, "fr"))] if aligned.definition_fr else []),
        (_SUB, dg(relation.parent)),
        (dg("eventType"), dg(relation.parent)),
        (term("skos:inScheme"), dg("relations")),
    ]
    if relation.quad:
        pairs.append((dg("quadClass"), dg(relation.quad)))
    if relation.score is not None:
        pairs.append((dg("score"), decimal(relation.score)))
    pairs.extend(_matches(aligned))
    return [Block(dg(relation.name), pairs), *_inverse(relation, aligned)]


def _matches(aligned: Alignment) -> list[Pair]:
    # Not owl:equivalentProperty: Wikidata's take items of more kinds than ours.
    near = [name for name in aligned.related if name != aligned.wikidata]
    exact = [(term("skos:exactMatch"), term(f"wdt:{aligned.wikidata}"))] if aligned.wikidata else []
    return [*exact, *((term("skos:relatedMatch"), term(f"wdt:{name}")) for name in near)]


def _inverse(relation: Relation, aligned: Alignment) -> list[Block]:
    if not aligned.inverse:
        return []
    pairs: list[Pair] = [
        (_TYPE, _PROPERTY),
        (_LABEL, text(aligned.inverse_en, "en")),
        (_LABEL, text(aligned.inverse_fr, "fr")),
        (term("owl:inverseOf"), dg(relation.name)),
    ]
    return [Block(dg(aligned.inverse), pairs)]
