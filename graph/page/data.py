"""What the page's own script reads: actors, relations, ties and their evidence.

Records point at each other by index, and a sentence or a source that carries
several statements is written once. Keys whose value is empty are left out.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from graph.model import KINDS, MODALITIES, Actor, Source, Statement, Tie
from graph.page.network import Picture
from graph.page.pairs import Pair, actors_of
from graph.page.palette import CONFLICT_DASH, DASHES, FLOORS, OPACITY
from graph.relations import Relation

Record = dict[str, Any]
Value = TypeVar("Value", bound=Hashable)


class _Index(Generic[Value]):
    """Numbers for values, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self.numbers: dict[Value, int] = {}

    def __call__(self, value: Value) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


def page_data(
    ties: Sequence[Tie], pairs: Sequence[Pair], picture: Picture, vocabulary: Mapping[str, Relation]
) -> Record:
    """Return the data of the evidence panel, the table and the filters, ready for JSON."""
    actors = actors_of(ties)
    ends = {actor.id: number for number, actor in enumerate(actors)}
    present = {tie.relation for tie in ties}
    used = [name for name in vocabulary if name in present]
    number_of = {name: number for number, name in enumerate(used)}
    sources, sentences = _Index[Source](), _Index[str]()
    return {
        "actors": [_actor(*row) for row in zip(actors, picture.ranks, picture.places, strict=True)],
        "relations": [_relation(vocabulary[name]) for name in used],
        "ties": [
            {
                "from": ends[tie.subject.id],
                "relation": number_of[tie.relation],
                "to": ends[tie.object.id],
                "statements": [_statement(each, sources, sentences) for each in tie.statements],
            }
            for tie in ties
        ],
        "pairs": [_pair(pair) for pair in pairs],
        "sources": [_source(source) for source in sources.numbers],
        "sentences": list(sentences.numbers),
        "first": picture.first,
        "style": _style(),
    }


def safe_link(url: str | None) -> str | None:
    """Return a URL that may become a link: absolute, http or https; None for any other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _actor(actor: Actor, rank: int, place: tuple[int, int]) -> Record:
    return _filled(
        {
            "id": actor.id,
            "en": actor.label,
            "fr": actor.label_fr if actor.label_fr != actor.label else None,
            "kind": actor.kind,
            "country": actor.country,
            "names": list(actor.names),
            "link": safe_link(actor.id),
        }
    ) | {"rank": rank, "place": place}


def _relation(relation: Relation) -> Record:
    record = {
        "name": relation.name,
        "en": relation.label_en,
        "fr": relation.label_fr,
        "type": relation.parent,
        "mutual": relation.symmetric,
    }
    return _filled(record) | {"score": relation.score}


def _statement(statement: Statement, sources: _Index[Source], sentences: _Index[str]) -> Record:
    return {
        "id": statement.id,
        "source": sources(statement.evidence.source),
        "sentence": sentences(statement.evidence.sentence),
        "modality": statement.modality,
        "rule": statement.evidence.rule,
        "confidence": round(statement.confidence, 2),
    } | _filled({"date": statement.date, "place": statement.place, "by": statement.said_by})


def _pair(pair: Pair) -> Record:
    return {"from": pair.source, "to": pair.target, "mutual": pair.mutual, "ties": pair.ties}


def _source(source: Source) -> Record:
    record = {
        "article": source.article,
        "lang": source.lang,
        "title": source.title,
        "date": source.published,
        "publisher": source.publisher,
        "link": safe_link(source.url),
    }
    return _filled(record)


def _style() -> Record:
    return {
        "floors": FLOORS,
        "conflictDash": CONFLICT_DASH,
        "dashes": DASHES,
        "opacity": OPACITY,
        "modalities": MODALITIES,
        "kinds": KINDS,
    }


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in (None, "", [], False)}
