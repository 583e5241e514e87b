"""The graph as RDF 1.1: Turtle and N-Triples.

Every statement is a node with its own properties, its source and the sentence
it was read from. A direct triple ``subject relation object`` stands only for
what at least one article says to have happened; what is planned, possible,
requested or denied is never asserted. ``docs/rdf.md`` shows the shape.
"""

from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Literal, Namespace, URIRef
from rdflib import Graph as Triples
from rdflib.namespace import DCTERMS, PROV, XSD

from graph.export.files import write_text
from graph.export.iri import ARTICLE, NAMESPACES, ONTOLOGY, STATEMENT, clean, iri
from graph.export.moments import moment
from graph.export.ontology import add_ontology
from graph.merge import ties
from graph.model import Actor, Graph, Source, Statement, digest
from graph.relations import relations

_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def write_turtle(graph: Graph, path: Path) -> None:
    """Write Turtle with readable prefixes, the ontology included."""
    write_text(path, [to_rdf(graph).serialize(format="turtle")])


def write_ntriples(graph: Graph, path: Path) -> None:
    """Write sorted N-Triples, for stores that load them fastest."""
    # Not splitlines: a literal may hold other signs that Python takes for the end of a line.
    lines = to_rdf(graph).serialize(format="nt").split("\n")
    write_text(path, (line + "\n" for line in sorted(lines) if line))


def to_rdf(graph: Graph) -> Triples:
    """Return the triples of a graph, without blank nodes: two exports of one graph are equal."""
    triples = Triples(bind_namespaces="none")
    for prefix, namespace in NAMESPACES.items():
        triples.bind(prefix, namespace)
    add_ontology(triples)
    for tie in ties(graph):
        subject, object_ = _actor(triples, tie.subject), _actor(triples, tie.object)
        if any(statement.modality == "actual" for statement in tie.statements):
            triples.add((subject, iri(ONTOLOGY + tie.relation), object_))
    for statement in graph.statements:
        _statement(triples, statement)
    return triples


def _actor(triples: Triples, actor: Actor) -> URIRef:

    node = iri(actor.id)
    triples.add((node, RDF.type, iri(ONTOLOGY + actor.kind.capitalize())))
    triples.add((node, RDFS.label, Literal(clean(actor.label), lang="en")))
    triples.add((node, RDFS.label, Literal(clean(actor.label_fr or actor.label), lang="fr")))
    for name in actor.names:
        triples.add((node, SKOS.altLabel, Literal(clean(name))))
    if actor.country:
        triples.add((node, iri(ONTOLOGY + "countryCode"), Literal(clean(actor.country))))
    return node


def _statement(triples: Triples, statement: Statement) -> None:

    node = iri(STATEMENT + statement.id)
    relation = relations()[statement.relation]
    triples.add((node, RDF.type, iri(ONTOLOGY + "Statement")))
    triples.add((node, iri(ONTOLOGY + "subject"), iri(statement.subject.id)))
    triples.add((node, iri(ONTOLOGY + "relation"), iri(ONTOLOGY + relation.name)))
    triples.add((node, iri(ONTOLOGY + "object"), iri(statement.object.id)))
    triples.add((node, iri(ONTOLOGY + "modality"), iri(ONTOLOGY + statement.modality)))
    confidence = Literal(f"{statement.confidence:.2f}", datatype=XSD.decimal)
    triples.add((node, iri(ONTOLOGY + "confidence"), confidence))
    triples.add((node, iri(ONTOLOGY + "rule"), Literal(clean(statement.evidence.rule))))
    for name, value in (("place", statement.place), ("saidBy", statement.said_by)):
        if value:
            triples.add((node, iri(ONTOLOGY + name), Literal(clean(value))))
    _date(triples, node, statement.date)
    article = _article(triples, statement.evidence.source)
    triples.add((node, PROV.wasDerivedFrom, article))
    _evidence(triples, node, statement, article)


def _date(triples: Triples, node: URIRef, date: str | None) -> None:
    """Add a date with its precision, and the first and last moments to sort by."""
    if date is None:
        return
    triples.add((node, iri(ONTOLOGY + "date"), Literal(date, datatype=URIRef(_EDTF))))
    first, _, last = date.partition("/")
    triples.add((node, iri(ONTOLOGY + "begin"), moment(first)))
    triples.add((node, iri(ONTOLOGY + "end"), moment(last or first)))


def _article(triples: Triples, source: Source) -> URIRef:

    node = iri(ARTICLE + digest(source.article))
    triples.add((node, RDF.type, iri(ONTOLOGY + "Article")))
    triples.add((node, DCTERMS.identifier, Literal(clean(source.article))))
    triples.add((node, DCTERMS.language, Literal(clean(source.lang))))
    for name, value in ((DCTERMS.title, source.title), (DCTERMS.publisher, source.publisher)):
        if value:
            triples.add((node, name, Literal(clean(value))))
    if source.published:
        triples.add((node, DCTERMS.date, moment(source.published)))
    if source.url and source.url.startswith(("http://", "https://")):
        triples.add((node, DCTERMS.source, iri(source.url)))
    return node


def _evidence(triples: Triples, node: URIRef, statement: Statement, article: URIRef) -> None:
    """Add the sentence as a Web Annotation target: its quote and its place in the article."""
    oa = Namespace(NAMESPACES["oa"])
    evidence = statement.evidence
    target = iri(f"{node}-evidence")
    triples.add((node, iri(ONTOLOGY + "evidence"), target))
    triples.add((target, RDF.type, oa.SpecificResource))
    triples.add((target, oa.hasSource, article))
    quote, position = iri(f"{node}-quote"), iri(f"{node}-position")
    triples.add((target, oa.hasSelector, quote))
    triples.add((quote, RDF.type, oa.TextQuoteSelector))
    triples.add(
        (quote, oa.exact, Literal(clean(evidence.sentence), lang=evidence.source.lang or None))
    )
    triples.add((target, oa.hasSelector, position))
    triples.add((position, RDF.type, oa.TextPositionSelector))
    for name, value in ((oa.start, evidence.start), (oa.end, evidence.end)):
        triples.add((position, name, Literal(value, datatype=XSD.nonNegativeInteger)))
