"""What the page's own script reads: actors, relations, ties and their evidence.

Records point at each other by index, and a sentence or a source that carries
several statements is written once. What there is much of is written by columns.
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
from graph.page.columns import Columns, few, tables_of
from graph.page.levels import LINES, Level
from graph.page.network import ARROWS, BOW
from graph.page.palette import DASHES, FLOORS, OPACITY, SHAPES, SIGN_DASHES
from graph.page.plain import NAME, all_plain, plain
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
    """Return the data of every view, the evidence panel and the filters, ready for JSON.

    Args:
        ties: All of the page, sorted.
        cast: The actors, with their numbers.
        levels: The symbols of each view, with their places.
        vocabulary: Relations by name.
        disputed: Statements that deny each other.
    """
    present = {tie.relation for tie in ties}
    used = [name for name in vocabulary if name in present]
    tables = tables_of(ties, cast, {name: at for at, name in enumerate(used)}, disputed)
    return {
        "actors": _actors(cast),
        "relations": [_relation(vocabulary[name]) for name in used],
        "ties": tables.ties,
        "statements": tables.statements,
        "places": [_place(place) for place in tables.places],
        "sources": _sources(tables.sources),
        "sentences": all_plain(tables.sentences),
        "levels": {name: _level(level) for name, level in levels.items()},
        "style": _style(),
    }


def safe_link(url: str | None) -> str | None:
    """Return a URL that may become a link: absolute, http or https; None for any other."""
    if not url or _USUAL.fullmatch(url):
        return url or None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _actors(cast: Cast) -> Columns:
    actors = cast.actors
    states = [(row, each) for row, each in enumerate(actors) if each.kind == "country"]
    named = [(row, each.names) for row, each in enumerate(actors) if each.names]
    return {
        "all": {
            "id": [actor.id for actor in actors],
            "en": all_plain([actor.label for actor in actors], NAME),
            "kind": [actor.kind for actor in actors],
        },
        "some": {
            "fr": few([_other(actor) for actor in actors]),
            "country": few([actor.country and plain(actor.country, NAME) for actor in actors]),
            "names": {row: [plain(name, NAME) for name in names] for row, names in named},
            "abroad": {row: names for row, state in states if (names := _abroad(state))},
            "link": few([safe_link(actor.id) for actor in actors]),
            "at": {row: seat for row, state in states if (seat := _seat(state))},
            "home": {row: home for row, home in enumerate(cast.homes) if home != row},
        },
    }


def _abroad(state: Actor) -> list[str]:
    return list(dict.fromkeys(plain(name, NAME) for _, name in abroad(state)))


def _seat(state: Actor) -> tuple[int, int] | None:
    return capitals().get(state.country or "")


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


def _sources(sources: Sequence[Source]) -> Columns:
    return {
        "all": {
            "iri": [digest(source.article) for source in sources],
            "article": all_plain([source.article for source in sources], NAME),
            "lang": [source.lang for source in sources],
            "title": [
                title or None for title in all_plain([source.title for source in sources], NAME)
            ],
            "date": [source.published for source in sources],
            "publisher": [
                name or None
                for name in all_plain([source.publisher or "" for source in sources], NAME)
            ],
        },
        "some": {
            "link": few([safe_link(source.url) for source in sources]),
            "copy": few([digest(each.copy_of) if each.copy_of else None for each in sources]),
        },
    }


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
