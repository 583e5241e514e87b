"""What is said about each thing that articles speak of, and about articles.

``docs/rdf.md`` shows the shape. Every thing has an IRI, so two exports of one
graph are equal, and loading one twice changes nothing.
"""

from collections.abc import Iterator, Sequence

from graph import __version__
from graph.actors.abroad import abroad
from graph.actors.gazetteer import Office, load_gazetteer
from graph.actors.places import Place
from graph.model import Actor, Source
from graph.rdf.names import Names, dg, term
from graph.rdf.terms import IRI, Block, Pair, iri, text
from graph.rdf.values import BEGIN, END, moment

TYPE, LABEL = term("rdf:type"), term("rdfs:label")
_ALSO = term("skos:altLabel")
RELATION, OBJECT = dg("relation"), dg("object")
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
    """Describe an actor, what it is said to have done, and the offices it is known to hold.

    Args:
        names: Makes IRIs under a base.
        actor: The actor.
        direct: The direct triples that begin with it.
    """
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
