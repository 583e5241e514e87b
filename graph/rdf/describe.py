"""What is said about each thing: an actor, an article, a sentence, a statement.

``docs/rdf.md`` shows the shape. Every thing has an IRI, so two exports of one
graph are equal, and loading one twice changes nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from graph import __version__
from graph.actors.abroad import abroad
from graph.actors.gazetteer import Office, load_gazetteer
from graph.actors.places import Place, find_place
from graph.model import Actor, Evidence, Source, Statement
from graph.rdf.names import Names, dg, term
from graph.rdf.terms import IRI, Block, Literal, Pair, clean, iri, text
from graph.rdf.values import BEGIN, END, count, dates, decimal, moment

TYPE, LABEL = term("rdf:type"), term("rdfs:label")
_ALSO = term("skos:altLabel")
SUBJECT, RELATION, OBJECT = dg("subject"), dg("relation"), dg("object")
_STATEMENT, _MODALITY, _CONFIDENCE = dg("Statement"), dg("modality"), dg("confidence")
_RULE, _PLACE, _SAID_BY, _EVIDENCE = dg("rule"), dg("place"), dg("saidBy"), dg("evidence")
_LOCATION, _CONTESTS = dg("location"), dg("contests")
_DERIVED, _GENERATED = term("prov:wasDerivedFrom"), term("prov:wasGeneratedBy")
_ATTRIBUTED, _COPY_OF = term("prov:wasAttributedTo"), dg("copyOf")


def run(names: Names) -> IRI:
    """Return the IRI of what made the statements: this version of diplograph."""
    return names.local("dgr", f"diplograph-{__version__.replace('.', '-')}")


def of_run(names: Names) -> Block:
    """Describe what made the statements; no clock, so that two runs are equal."""
    pairs: list[Pair] = [
        (TYPE, dg("Run")),
        (LABEL, text(f"diplograph {__version__}")),
        (dg("version"), text(__version__)),
    ]
    return Block(run(names), pairs)


def of_actor(names: Names, actor: Actor, direct: Sequence[Pair] = ()) -> Iterator[Block]:
    """Describe an actor, what it is said to have done, and the offices it is known to hold."""
    node = names.actor(actor.id)
    pairs: list[Pair] = [
        (TYPE, dg(actor.kind.capitalize())),
        (LABEL, text(actor.label, "en")),
        (LABEL, text(actor.label_fr or actor.label, "fr")),
        *((_ALSO, name) for name in dict.fromkeys(map(text, actor.names))),
        *((_ALSO, text(name, lang)) for lang, name in abroad(actor)),
    ]
    if actor.country:
        pairs.append((dg("countryCode"), text(actor.country)))
        state = load_gazetteer().countries.get(actor.country)
        if state is not None and state.id != actor.id:
            pairs.append((dg("country"), names.actor(state.id)))
    whole = load_gazetteer().wholes.get(actor.id)
    if whole is not None:
        pairs.append((dg("partOf"), names.actor(whole.id)))
    person = load_gazetteer().people_by_id.get(actor.id)
    offices = [_of_office(names, actor.id, office) for office in person.offices] if person else []
    pairs.extend((dg("holds"), office.subject) for office in offices)
    yield Block(node, [*pairs, *direct])
    yield from offices


def _of_office(names: Names, holder: str, office: Office) -> Block:
    gazetteer = load_gazetteer()
    of = gazetteer.countries.get(office.of) or gazetteer.organisations[office.of]
    node = names.minted("dgo", holder, office.relation, of.id, office.start)
    pairs: list[Pair] = [
        (TYPE, dg("Office")),
        (RELATION, dg(office.relation)),
        (OBJECT, names.actor(of.id)),
    ]
    if office.post:
        pairs.append((dg("post"), text(office.post)))
    pairs.append((BEGIN, moment(office.start)))
    if office.end:
        pairs.append((END, moment(office.end)))
    return Block(node, pairs)


def of_place(names: Names, place: Place) -> Block:
    """Describe a town, and where it lies."""
    pairs: list[Pair] = [
        (TYPE, dg("Place")),
        (LABEL, text(place.label)),
        (dg("country"), names.actor(place.country.id)),
    ]
    return Block(names.actor(place.id), pairs)


def of_contest(names: Names, one: Statement, other: Statement) -> Iterator[Block]:
    """Tell two statements of each other of which one denies what the other says."""
    for first, second in ((one, other), (other, one)):
        yield Block(statement_iri(names, first), [(_CONTESTS, statement_iri(names, second))])


def of_article(names: Names, source: Source) -> Block:
    """Describe an article as a citation needs it."""
    pairs: list[Pair] = [
        (TYPE, dg("Article")),
        (term("dcterms:identifier"), text(source.article)),
        (term("dcterms:language"), text(source.lang)),
    ]
    for name, value in (("dcterms:title", source.title), ("dcterms:publisher", source.publisher)):
        if value:
            pairs.append((term(name), text(value)))
    if source.published:
        pairs.append((term("dcterms:date"), moment(source.published)))
    address = iri(source.url) if source.url and source.url.startswith("http") else None
    if address:
        pairs.append((term("dcterms:source"), address))
    if source.copy_of:
        pairs.append((_COPY_OF, names.minted("dgt", source.copy_of)))
    return Block(article(names, source), pairs)


def article(names: Names, source: Source) -> IRI:
    """Return the IRI of an article."""
    return names.minted("dgt", source.article)


def sentence(names: Names, evidence: Evidence) -> IRI:
    """Return the IRI of a sentence; statements that were read from one share it."""
    return names.minted(
        "dgq", evidence.source.article, evidence.start, evidence.end, evidence.sentence
    )


def of_sentence(names: Names, evidence: Evidence, more: Sequence[Pair] = ()) -> list[Block]:
    """Describe a sentence as a Web Annotation target: its quote, and its place in the article."""
    node = sentence(names, evidence)
    quote, position = IRI(f"{node}-quote"), IRI(f"{node}-position")
    return [
        Block(
            node,
            [
                (TYPE, _SPECIFIC),
                (_HAS_SOURCE, article(names, evidence.source)),
                (_HAS_SELECTOR, quote),
                (_HAS_SELECTOR, position),
                *more,
            ],
        ),
        Block(quote, [(TYPE, _QUOTE), (_EXACT, text(evidence.sentence, evidence.source.lang))]),
        Block(
            position,
            [(TYPE, _POSITION), (_START, count(evidence.start)), (_END, count(evidence.end))],
        ),
    ]


_SPECIFIC, _QUOTE = term("oa:SpecificResource"), term("oa:TextQuoteSelector")
_POSITION, _EXACT = term("oa:TextPositionSelector"), term("oa:exact")
_HAS_SOURCE, _HAS_SELECTOR = term("oa:hasSource"), term("oa:hasSelector")
_START, _END = term("oa:start"), term("oa:end")


def speaker(names: Names, statement: Statement) -> IRI:
    """Return the IRI of whom a statement is ascribed to: one for each wording in an article."""
    return names.minted("dgv", statement.evidence.source.article, statement.said_by)


def of_speaker(names: Names, statement: Statement) -> Block:
    """Describe whom a statement is ascribed to, in the article's words."""
    said_by = text(statement.said_by or "", statement.evidence.source.lang)
    return Block(speaker(names, statement), [(TYPE, dg("Speaker")), (LABEL, said_by)])


def of_statement(names: Names, statement: Statement, more: Sequence[Pair] = ()) -> Block:
    """Describe a statement."""
    evidence = statement.evidence
    pairs: list[Pair] = [
        (TYPE, _STATEMENT),
        (SUBJECT, names.actor(statement.subject.id)),
        (RELATION, dg(statement.relation)),
        (OBJECT, names.actor(statement.object.id)),
        (_MODALITY, dg(statement.modality)),
    ]
    if statement.date is not None:
        pairs.extend(dates(statement.date))
    if statement.place:
        pairs.append((_PLACE, Literal(clean(statement.place))))
    if (place := find_place(statement.place)) is not None:
        pairs.append((_LOCATION, names.actor(place.id)))
    if statement.said_by:
        pairs.append((_SAID_BY, Literal(clean(statement.said_by))))
        pairs.append((_ATTRIBUTED, speaker(names, statement)))
    pairs.append((_CONFIDENCE, decimal(statement.confidence)))
    pairs.append((_RULE, Literal(clean(evidence.rule))))
    pairs.append((_DERIVED, article(names, evidence.source)))
    pairs.append((_GENERATED, run(names)))
    pairs.append((_EVIDENCE, sentence(names, evidence)))
    return Block(statement_iri(names, statement), list(chain(pairs, more)))


def statement_iri(names: Names, statement: Statement) -> IRI:
    """Return the IRI of a statement."""
    return names.local("dgs", statement.id)


def asserted(statement: Statement) -> bool:
    """Return whether an article says itself that this happened: only then a triple says so."""
    return statement.modality == "actual" and not statement.said_by
