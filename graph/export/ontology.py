"""The vocabulary of the export, made from ``relations.csv`` and written with the data."""

from rdflib import OWL, RDF, RDFS, Literal, Namespace
from rdflib import Graph as Triples
from rdflib.namespace import XSD

from graph.export.iri import NAMESPACES, ONTOLOGY, iri
from graph.model import KINDS, MODALITIES
from graph.relations import Relation, relations

#: Properties of a statement, with what they mean.
_PROPERTIES = {
    "subject": "the actor that acts",
    "relation": "what it does",
    "object": "the actor that is acted on",
    "date": "when it happens, EDTF level 0",
    "begin": "the first moment of the date",
    "end": "the last moment of the date",
    "place": "where it happens, as the text names it",
    "modality": "whether it happened",
    "saidBy": "to whom the text ascribes it",
    "confidence": "how sure the extraction is, from 0 to 1",
    "rule": "what fired",
    "evidence": "the sentence it was read from",
    "countryCode": "ISO 3166-1 alpha-2 code of the state an actor is, or acts for",
    "eventType": "PLOVER event type of a relation",
    "score": "from -10, conflict, to 10, cooperation",
}


def add_ontology(triples: Triples) -> None:
    """Add classes, properties, modalities and relations."""
    for name in (*(kind.capitalize() for kind in KINDS), "Statement", "Article", "Modality"):
        triples.add((iri(ONTOLOGY + name), RDF.type, OWL.Class))
        triples.add((iri(ONTOLOGY + name), RDFS.label, Literal(name.lower(), lang="en")))
    for name in MODALITIES:
        triples.add((iri(ONTOLOGY + name), RDF.type, iri(ONTOLOGY + "Modality")))
        triples.add((iri(ONTOLOGY + name), RDFS.label, Literal(name, lang="en")))
    for name, comment in _PROPERTIES.items():
        triples.add((iri(ONTOLOGY + name), RDF.type, RDF.Property))
        triples.add((iri(ONTOLOGY + name), RDFS.comment, Literal(comment, lang="en")))
    for relation in relations().values():
        _add_relation(triples, relation)


def _add_relation(triples: Triples, relation: Relation) -> None:

    skos = Namespace(NAMESPACES["skos"])
    node = iri(ONTOLOGY + relation.name)
    triples.add((node, RDF.type, OWL.ObjectProperty))
    if relation.symmetric:
        triples.add((node, RDF.type, OWL.SymmetricProperty))
    triples.add((node, RDFS.label, Literal(relation.label_en, lang="en")))
    triples.add((node, RDFS.label, Literal(relation.label_fr, lang="fr")))
    triples.add((node, skos.definition, Literal(relation.definition, lang="en")))
    triples.add((node, iri(ONTOLOGY + "eventType"), Literal(relation.parent)))
    if relation.score is not None:
        score = Literal(f"{relation.score:.1f}", datatype=XSD.decimal)
        triples.add((node, iri(ONTOLOGY + "score"), score))
