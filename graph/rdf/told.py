"""What is said about each thing that an article tells: a sentence, a speaker, a statement.

There are many of these, so they are told by stencils, which depend on a few strings; and what
several statements share (a tie, a date, a rule) is made once, kept, and handed on.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from graph.actors.places import find_place
from graph.model import Evidence, Statement, digest
from graph.rdf.describe import LABEL, OBJECT, RELATION, TYPE, run
from graph.rdf.names import Names, dg, term
from graph.rdf.terms import IRI, Block, Filled, Literal, Pair, Part, Stencil, clean, language
from graph.rdf.values import count, dates, decimal

_STATEMENT, _MODALITY, _CONFIDENCE = dg("Statement"), dg("modality"), dg("confidence")
_SUBJECT, _RULE, _PLACE, _SAID_BY = dg("subject"), dg("rule"), dg("place"), dg("saidBy")
_LOCATION, _CONTESTS, _EVIDENCE = dg("location"), dg("contests"), dg("evidence")
_DERIVED, _GENERATED = term("prov:wasDerivedFrom"), term("prov:wasGeneratedBy")
_ATTRIBUTED, _SPEAKER = term("prov:wasAttributedTo"), dg("Speaker")
_SPECIFIC, _QUOTE = term("oa:SpecificResource"), term("oa:TextQuoteSelector")
_POSITION, _EXACT = term("oa:TextPositionSelector"), term("oa:exact")
_HAS_SOURCE, _HAS_SELECTOR = term("oa:hasSource"), term("oa:hasSelector")
_START, _END = term("oa:start"), term("oa:end")

#: Parts of each kind that are kept: what recurs among some hundred thousand statements.
_KEPT = 1 << 14


def sentence(names: Names, evidence: Evidence) -> IRI:
    """Return the IRI of a sentence; statements that were read from one share it."""
    return names.ending("dgq", sentence_id(evidence))


def sentence_id(evidence: Evidence) -> str:
    """Return what the IRI of a sentence ends in."""
    return digest(evidence.source.article, evidence.start, evidence.end, evidence.sentence)


@lru_cache(_KEPT)
def article_id(article: str) -> str:
    """Return what the IRI of an article ends in."""
    return digest(article)


def speaker_id(statement: Statement) -> str:
    """Return what the IRI of a speaker ends in, one for each wording in an article, or nothing."""
    said_by = statement.said_by
    return digest(statement.evidence.source.article, said_by) if said_by else ""


def of_sentence(names: Names, node: str, evidence: Evidence, more: Sequence[Pair] = ()) -> Filled:
    """Describe a sentence as a Web Annotation target: its quote, and its place in the article.

    Args:
        names: Makes IRIs.
        node: From ``sentence_id``.
        evidence: What to describe.
        more: What else is said of it.
    """
    source = evidence.source
    ids = (node, article_id(source.article), str(evidence.start), str(evidence.end))
    parts = (Part(tuple(more)),) if more else ()
    return Filled(_sentences(names.base, source.lang), ids, (clean(evidence.sentence),), parts)


@lru_cache
def _sentences(base: str, lang: str) -> Stencil:
    return partial(_sentence, Names(base), language(lang))


def _sentence(
    names: Names, lang: str, ids: Sequence[str], texts: Sequence[str], pairs: Sequence[Pair]
) -> list[Block]:
    node, source = names.ending("dgq", ids[0]), names.ending("dgt", ids[1])
    quote, position = IRI(f"{node}-quote"), IRI(f"{node}-position")
    selectors = (_HAS_SELECTOR, quote), (_HAS_SELECTOR, position)
    return [
        Block(node, [(TYPE, _SPECIFIC), (_HAS_SOURCE, source), *selectors, *pairs]),
        Block(quote, [(TYPE, _QUOTE), (_EXACT, Literal(texts[0], lang=lang))]),
        Block(position, [(TYPE, _POSITION), (_START, count(ids[2])), (_END, count(ids[3]))]),
    ]


def of_speaker(names: Names, node: str, statement: Statement) -> Filled:
    """Describe whom a statement is ascribed to, in the article's words."""
    stencil = _speakers(names.base, statement.evidence.source.lang)
    return Filled(stencil, (node,), (clean(statement.said_by or ""),))


@lru_cache
def _speakers(base: str, lang: str) -> Stencil:
    return partial(_speaker, Names(base), language(lang))


def _speaker(
    names: Names, lang: str, ids: Sequence[str], texts: Sequence[str], _: Sequence[Pair]
) -> list[Block]:
    label = Literal(texts[0], lang=lang)
    return [Block(names.ending("dgv", ids[0]), [(TYPE, _SPEAKER), (LABEL, label)])]


def of_statement(
    names: Names, statement: Statement, told_in: str, voice: str, more: Sequence[Pair] = ()
) -> Filled:
    """Describe a statement.

    Args:
        names: Makes IRIs.
        statement: What to describe.
        told_in: From ``sentence_id``.
        voice: From ``speaker_id``.
        more: What else is said of it.
    """
    evidence, ends = statement.evidence, (statement.subject.id, statement.object.id)
    parts = [_tie(names.base, statement.relation, *ends, statement.modality)]
    if statement.date is not None:
        parts.append(dates(statement.date))
    if statement.place:
        parts.append(_place(names.base, statement.place))
    parts.append(_reading(names.base, statement.confidence, evidence.rule))
    if more:
        parts.append(Part(tuple(more)))
    ids = (statement.id, article_id(evidence.source.article), told_in, voice)
    texts = (clean(statement.said_by),) if statement.said_by else ()
    return Filled(_statements(names.base), ids, texts, tuple(parts))


@lru_cache
def _statements(base: str) -> Stencil:
    return partial(_statement, Names(base))


def _statement(
    names: Names, ids: Sequence[str], texts: Sequence[str], pairs: Sequence[Pair]
) -> list[Block]:
    own: list[Pair] = []
    if texts:
        own += (_SAID_BY, Literal(texts[0])), (_ATTRIBUTED, names.ending("dgv", ids[3]))
    backed = (_DERIVED, names.ending("dgt", ids[1])), (_EVIDENCE, names.ending("dgq", ids[2]))
    return [Block(names.ending("dgs", ids[0]), [*pairs, *own, *backed])]


@lru_cache(_KEPT)
def _tie(base: str, relation: str, subject: str, object_: str, modality: str) -> Part:
    names = Names(base)
    ends = (
        (_SUBJECT, names.actor(subject)),
        (RELATION, dg(relation)),
        (OBJECT, names.actor(object_)),
    )
    return Part(((TYPE, _STATEMENT), *ends, (_MODALITY, dg(modality))))


@lru_cache(_KEPT)
def _place(base: str, name: str) -> Part:
    place = find_place(name)
    known = ((_LOCATION, Names(base).actor(place.id)),) if place is not None else ()
    return Part(((_PLACE, Literal(clean(name))), *known))


@lru_cache(_KEPT)
def _reading(base: str, confidence: float, rule: str) -> Part:
    read = (_CONFIDENCE, decimal(confidence)), (_RULE, Literal(clean(rule)))
    return Part((*read, (_GENERATED, run(Names(base)))))


def of_contest(names: Names, one: Statement, other: Statement) -> Iterator[Block]:
    """Tell two statements of each other of which one denies what the other says."""
    for first, second in ((one, other), (other, one)):
        yield Block(statement_iri(names, first), [(_CONTESTS, statement_iri(names, second))])


def statement_iri(names: Names, statement: Statement) -> IRI:
    """Return the IRI of a statement; its id has letters and digits only."""
    return names.ending("dgs", statement.id)


def asserted(statement: Statement) -> bool:
    """Return whether an article says itself that this happened: only then a triple says so."""
    return statement.modality == "actual" and not statement.said_by
