"""What the page's own script reads: actors, relations, ties and their evidence.

Records point at each other by index, and a sentence or a source that carries
several statements is written once. Keys whose value is empty are left out.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from graph.actors.abroad import abroad
from graph.actors.places import Place
from graph.contests import Pair
from graph.model import KINDS, MODALITIES, Actor, Source, Tie, digest
from graph.page.cast import Cast
from graph.page.columns import tables_of
from graph.page.levels import LINES, Level
from graph.page.network import ARROWS, BOW
from graph.page.palette import DASHES, FLOORS, OPACITY, SHAPES, SIGN_DASHES
from graph.page.plain import NAME, plain
from graph.page.world import capitals
from graph.relations import Relation

Record = dict[str, Any]

#: Addresses that need no closer look.
_USUAL = re.compile(r"https?://[a-z0-9.-]*[a-z0-9](?:/[A-Za-z0-9/._~-]*)?")


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
    tables = tables_of(ties, cast, {name: at for at, name in enumerate(used)}, disputed)
    return {
        "actors": [_actor(actor, i, cast.homes[i]) for i, actor in enumerate(cast.actors)],
        "relations": [_relation(vocabulary[name]) for name in used],
        "ties": tables.ties,
        "statements": tables.statements,
        "places": [_place(place) for place in tables.places],
        "sources": [_source(source) for source in tables.sources],
        "sentences": [plain(sentence) for sentence in tables.sentences],
        "levels": {name: _level(level) for name, level in levels.items()},
        "style": _style(),
    }


def safe_link(url: str | None) -> str | None:
    """Return a URL that may become a link: absolute, http or https; None for any other."""
    if url and _USUAL.fullmatch(url):
        return url
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _actor(actor: Actor, index: int, home: int) -> Record:
    return _filled(
        {
            "id": actor.id,
            "en": plain(actor.label, NAME),
            "fr": _other(actor),
            "kind": actor.kind,
            "country": plain(actor.country or "", NAME),
            "names": [plain(name, NAME) for name in actor.names],
            "abroad": list(dict.fromkeys(plain(name, NAME) for _, name in abroad(actor))),
            "link": safe_link(actor.id),
            "at": capitals().get(actor.country or "") if actor.kind == "country" else None,
        }
    ) | ({} if home == index else {"home": home})


def _other(actor: Actor) -> str | None:
    return plain(actor.label_fr, NAME) if actor.label_fr not in (None, actor.label) else None


def _relation(relation: Relation) -> Record:
    record = {
        "name": relation.name,
        "en": relation.label_en,
        "fr": relation.label_fr,
        "type": relation.parent,
        "mutual": relation.symmetric,
    }
    return _filled(record) | {"score": relation.score}


def _place(place: Place) -> Record:
    """Return a place; ``in`` is its country, and missing where it is one itself."""
    country = place.country
    lies = {"id": country.id, "en": plain(country.label, NAME)} | _filled({"fr": _other(country)})
    record = {"id": place.id, "label": plain(place.label, NAME)}
    return record if place.is_country else record | {"in": lies}


def _source(source: Source) -> Record:
    record = {
        "iri": digest(source.article),
        "article": plain(source.article, NAME),
        "lang": source.lang,
        "title": plain(source.title, NAME),
        "date": source.published,
        "publisher": plain(source.publisher or "", NAME),
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
