"""Entries of organisations."""

from collections.abc import Mapping
from typing import Any

from graph.actors.gazetteer import Gazetteer
from graph.actors.records import slug
from graph.update.queries import Row, item
from graph.update.taken import Taken


def body_entries(rows: list[Row], gazetteer: Gazetteer, taken: Taken) -> dict[str, Any]:
    """Return the entries of organisations that are new, or of which something is.

    Args:
        rows: Those of ``bodies.rq``.
        gazetteer: The listed actors.
        taken: The names that are somebody's.
    """
    listed = {**gazetteer.countries, **gazetteer.organisations}
    keys = {actor.id: key for key, actor in listed.items()}
    by_body: dict[str, list[Row]] = {}
    for row in rows:
        by_body.setdefault(row["body"], []).append(row)
    entries: dict[str, Any] = {}
    for iri, mine in sorted(by_body.items()):
        key = keys.get(iri) or _key(mine[0], gazetteer, taken)
        if key in gazetteer.countries or key in entries:
            continue
        if entry := _entry(key, mine, gazetteer, taken):
            entries[key] = entry
            keys[iri] = key
    _wholes(entries, by_body, keys, gazetteer)
    return dict(sorted(entries.items()))


def _key(row: Row, gazetteer: Gazetteer, taken: Taken) -> str:
    """Return the key of a body that is listed without an item by that name, or a new one."""
    owner = taken.owner(row["en"])
    body = gazetteer.organisations.get(owner or "")
    if owner is not None and body is not None and "wikidata" not in body.id:
        return owner
    key = slug(row["en"])
    return f"{key}-{item(row['body']).lower()}" if key in gazetteer else key


def _entry(key: str, rows: list[Row], gazetteer: Gazetteer, taken: Taken) -> dict[str, Any]:
    """Return what is new of an organisation; nothing where all is known."""
    known, row = gazetteer.organisations.get(key), rows[0]
    labels = {"en": row["en"], "fr": row.get("fr", row["en"])}
    entry: dict[str, Any] = {}
    if known is None:
        if not taken.give(row["en"], key):
            return {}
        entry["kind"] = "organisation"
    if known is None or "wikidata" not in known.id:
        entry["wikidata"] = item(row["body"])
    for lang, label in labels.items():
        short = sorted({each[_SHORT[lang]] for each in rows if _SHORT[lang] in each})
        new = [name for name in dict.fromkeys((label, *short)) if _is_new(name, key, taken)]
        words: dict[str, Any] = (
            {} if known else {"label": label if taken.bears(label, key) else row["en"]}
        )
        if names := [name for name in new if name != words.get("label")]:
            words["names"] = names
        if words:
            entry[lang] = words
    return entry


_SHORT: Mapping[str, str] = {"en": "shortEn", "fr": "shortFr"}


def _is_new(name: str, key: str, taken: Taken) -> bool:
    return not taken.bears(name, key) and taken.give(name, key)


def _wholes(
    entries: dict[str, Any],
    by_body: Mapping[str, list[Row]],
    keys: Mapping[str, str],
    gazetteer: Gazetteer,
) -> None:
    """Add what new organisations are a part of, where it is listed or new as well."""
    for iri, rows in by_body.items():
        key = keys.get(iri, "")
        wholes = sorted({keys[row["whole"]] for row in rows if row.get("whole") in keys} - {key})
        if key in entries and key not in gazetteer and wholes:
            entries[key]["part_of"] = wholes[0]
