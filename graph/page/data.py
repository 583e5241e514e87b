"""What the page's own script reads: actors, relations, ties and their evidence.

Records point at each other by index, and a sentence or a source that carries
several statements is written once. Keys whose value is empty are left out.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from graph.actors.abroad import abroad
from graph.actors.places import Place, find_place
from graph.contests import Pair, denies
from graph.model import KINDS, MODALITIES, Actor, Evidence, Source, Statement, Tie, digest
from graph.page.cast import Cast
from graph.page.levels import LINES, Level
from graph.page.marks import marks_of
from graph.page.network import ARROWS, BOW
from graph.page.palette import DASHES, FLOORS, OPACITY, SHAPES, SIGN_DASHES
from graph.page.plain import plain
from graph.page.world import capitals
from graph.relations import Relation

Record = dict[str, Any]
Value = TypeVar("Value", bound=Hashable)

#: Longest name of an actor, a source or a place that is shown, in code points.
_NAME = 200


class _Index(Generic[Value]):
    """Numbers for values, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self.numbers: dict[Value, int] = {}

    def __call__(self, value: Value) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


def page_data(
    ties: Sequence[Tie],
    cast: Cast,
    levels: Mapping[str, Level],
    vocabulary: Mapping[str, Relation],
    disputed: Sequence[Pair],
) -> Record:
    """Return the data of every view, the evidence panel and the filters, ready for JSON."""
    present = {tie.relation for tie in ties}
    used = [name for name in vocabulary if name in present]
    number_of = {name: number for number, name in enumerate(used)}
    sources, sentences, places = _Index[Source](), _Index[str](), _Index[Place]()
    pairs_of: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in disputed:
        for one in pair:
            pairs_of[one.id].append(pair)
    return {
        "actors": [_actor(actor, i, cast.homes[i]) for i, actor in enumerate(cast.actors)],
        "relations": [_relation(vocabulary[name]) for name in used],
        "ties": [
            {
                "from": cast.place[tie.subject.id],
                "relation": number_of[tie.relation],
                "to": cast.place[tie.object.id],
                "statements": [
                    _statement(each, tie, sources, sentences)
                    | _where(each, places)
                    | _filled({"contested": any(each.id in side for side in sides)})
                    for each in tie.statements
                ],
            }
            | _filled({"contested": [] if tie.relation == "rejects" else _counts(sides)})
            for tie in ties
            for sides in [_sides(tie, pairs_of)]
        ],
        "places": [_place(place) for place in places.numbers],
        "sources": [_source(source) for source in sources.numbers],
        "sentences": [plain(sentence) for sentence in sentences.numbers],
        "levels": {name: _level(level) for name, level in levels.items()},
        "style": _style(),
    }


def safe_link(url: str | None) -> str | None:
    """Return a URL that may become a link: absolute, http or https; None for any other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _actor(actor: Actor, index: int, home: int) -> Record:
    return _filled(
        {
            "id": actor.id,
            "en": plain(actor.label, _NAME),
            "fr": _other(actor),
            "kind": actor.kind,
            "country": plain(actor.country or "", _NAME),
            "names": [plain(name, _NAME) for name in actor.names],
            "abroad": list(dict.fromkeys(plain(name, _NAME) for _, name in abroad(actor))),
            "link": safe_link(actor.id),
            "at": capitals().get(actor.country or "") if actor.kind == "country" else None,
        }
    ) | ({} if home == index else {"home": home})


def _other(actor: Actor) -> str | None:
    return plain(actor.label_fr, _NAME) if actor.label_fr not in (None, actor.label) else None


def _relation(relation: Relation) -> Record:
    record = {
        "name": relation.name,
        "en": relation.label_en,
        "fr": relation.label_fr,
        "type": relation.parent,
        "mutual": relation.symmetric,
    }
    return _filled(record) | {"score": relation.score}


def _statement(
    statement: Statement, tie: Tie, sources: _Index[Source], sentences: _Index[str]
) -> Record:
    """Return a statement; of a symmetric relation its subject may be the object of the tie."""
    evidence = statement.evidence
    record = {
        "id": statement.id,
        "source": sources(evidence.source),
        "sentence": sentences(evidence.sentence),
        "modality": MODALITIES.index(statement.modality),
        "rule": plain(evidence.rule, _NAME),
        "confidence": round(statement.confidence, 4),
        "iri": _sentence_iri(evidence),
    }
    marks = [part for mark in marks_of(evidence) for part in mark]
    names = {
        "place": plain(statement.place or "", _NAME),
        "by": plain(statement.said_by or "", _NAME),
    }
    return record | _filled(
        {
            "date": statement.date,
            **names,
            "marks": marks,
            "turned": statement.subject.id != tie.subject.id,
        }
    )


def _sides(tie: Tie, pairs_of: Mapping[str, list[Pair]]) -> tuple[set[str], set[str]]:
    """Return the statements that say what a tie tells, and those that deny it; none if nobody does.

    Once one voice contests it, whoever else says the same is contested with it.
    """
    if not pairs_of:
        return set(), set()
    pairs = [pair for each in tie.statements for pair in pairs_of.get(each.id, ())]
    denials = {denial.id: denial for _, denial in pairs}
    same = {
        each.id
        for each in tie.statements
        if any(denies(denial, each) for denial in denials.values())
    }
    return {claim.id for claim, _ in pairs} | same, set(denials)


def _counts(sides: tuple[set[str], set[str]]) -> list[int]:
    """Return how many are on either side, or nothing; who rejects is not contested for that."""
    return [len(side) for side in sides] if sides[0] else []


def _where(statement: Statement, places: _Index[Place]) -> Record:
    place = find_place(statement.place)
    return {} if place is None else {"at": places(place)}


def _place(place: Place) -> Record:
    """Return a place; ``in`` is its country, and missing where it is one itself."""
    country = place.country
    lies = {"id": country.id, "en": plain(country.label, _NAME)} | _filled({"fr": _other(country)})
    record = {"id": place.id, "label": plain(place.label, _NAME)}
    return record if place.is_country else record | {"in": lies}


def _sentence_iri(evidence: Evidence) -> str:
    """Return the end of the IRI that the RDF gives a sentence; a browser cannot hash as we do."""
    return digest(evidence.source.article, evidence.start, evidence.end, evidence.sentence)


def _source(source: Source) -> Record:
    record = {
        "iri": digest(source.article),
        "article": plain(source.article, _NAME),
        "lang": source.lang,
        "title": plain(source.title, _NAME),
        "date": source.published,
        "publisher": plain(source.publisher or "", _NAME),
        "link": safe_link(source.url),
        "copy": digest(source.copy_of) if source.copy_of else None,
    }
    return _filled(record)


def _level(level: Level) -> Record:
    """Return a level; where all are drawn at first, there is one set of places."""
    record = {
        "order": level.order,
        "sizes": level.sizes,
        "first": level.first,
        "near": [part for place in level.near for part in place],
    }
    few = level.first == len(level.order)
    return record | ({} if few else {"far": [part for place in level.far for part in place]})


def _style() -> Record:
    return {
        "arrows": {f"{int(back)}{int(there)}": ends for (back, there), ends in ARROWS.items()},
        "bow": BOW,
        "dashes": DASHES,
        "floors": FLOORS,
        "kinds": KINDS,
        "lines": LINES,
        "modalities": MODALITIES,
        "opacity": OPACITY,
        "shapes": SHAPES,
        "signDashes": SIGN_DASHES,
    }


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value}
