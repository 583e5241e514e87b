"""Statements in the shape of Wikidata's: ``p:``, ``ps:``, ``pq:``, ``pr:`` and ranks.

A relation that is a property of Wikidata uses that property; all others use
one of ours in the same shape. A statement that is no fact (denied, planned,
claimed by somebody) has the deprecated rank, which queries for "truthy"
statements leave out.
"""

from graph.actors.places import find_place
from graph.model import Evidence, Statement
from graph.rdf.alignment import alignments
from graph.rdf.describe import article
from graph.rdf.names import Names, dg, term
from graph.rdf.terms import IRI, Block, Literal, Pair, clean, iri, text
from graph.rdf.told import sentence
from graph.rdf.values import moment

_TYPE, _RANK = term("rdf:type"), term("wikibase:rank")
_NORMAL, _DEPRECATED = term("wikibase:NormalRank"), term("wikibase:DeprecatedRank")
_BEST, _STATEMENT = term("wikibase:BestRank"), term("wikibase:Statement")
_DERIVED = term("prov:wasDerivedFrom")
_POINT, _START, _END = term("pq:P585"), term("pq:P580"), term("pq:P582")
_STATED_IN, _ADDRESS, _QUOTATION = term("pr:P248"), term("pr:P854"), term("pr:P1683")
_PUBLISHED = term("pr:P577")


def statement(names: Names, found: Statement, *, asserted: bool) -> list[Pair]:
    """Return what the node of a statement holds: value, qualifiers, rank and reference."""
    pairs: list[Pair] = [
        (_TYPE, _STATEMENT),
        (_property("ps", found.relation), names.actor(found.object.id)),
        *_when(found.date),
        (term("dgpq:modality"), dg(found.modality)),
    ]
    if found.place:
        pairs.append((term("dgpq:place"), Literal(clean(found.place))))
    if (place := find_place(found.place)) is not None:
        pairs.append((term("dgpq:location"), names.actor(place.id)))
    if found.said_by:
        pairs.append((term("dgpq:saidBy"), Literal(clean(found.said_by))))
    pairs.append((_RANK, _NORMAL if asserted else _DEPRECATED))
    if asserted:
        pairs.append((_TYPE, _BEST))
    pairs.append((_DERIVED, sentence(names, found.evidence)))
    return pairs


def arc(names: Names, found: Statement, node: IRI) -> Block:
    """Return the arc from a subject to its statement."""
    return Block(names.actor(found.subject.id), [(_property("p", found.relation), node)])


def truthy(relation: str) -> list[IRI]:
    """Return the property of Wikidata's own direct triple, where a relation has one."""
    known = alignments()[relation].wikidata
    return [term(f"wdt:{known}")] if known else []


def reference(names: Names, evidence: Evidence) -> list[Pair]:
    """Return what makes a sentence a reference."""
    source = evidence.source
    pairs: list[Pair] = [
        (_TYPE, term("wikibase:Reference")),
        (_STATED_IN, article(names, source)),
        (_QUOTATION, text(evidence.sentence, source.lang)),
    ]
    address = iri(source.url) if source.url and source.url.startswith("http") else None
    if address:
        pairs.append((_ADDRESS, address))
    if source.published:
        pairs.append((_PUBLISHED, moment(source.published)))
    return pairs


def _property(prefix: str, relation: str) -> IRI:
    known = alignments()[relation].wikidata
    return term(f"{prefix}:{known}" if known else f"dg{prefix}:{relation}")


def _when(date: str | None) -> list[Pair]:
    if date is None:
        return []
    start, _, end = date.partition("/")
    if not end:
        return [(_POINT, moment(start))]
    return [(_START, moment(start)), (_END, moment(end))]
