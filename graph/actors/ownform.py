"""The form of a user's own file of names, checked entry by entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph import languages
from graph.actors.records import FOREIGN
from graph.actors.surfaces import LISTS
from graph.errors import DataFileError
from graph.text.folding import fold, fold_all
from graph.userfile import Form, check_fields, is_date, unknown

_LISTS = dict.fromkeys(LISTS, list)
_STATE_WORDS = {"label": str, **_LISTS}
_WORDS = {"label": str, "names": list, "adjectives": list}

#: The fields of an entry of each table, with their types; a table of fields where it is one.
FORMS: Mapping[str, Form] = {
    "countries": {"wikidata": str, "new": bool, **dict.fromkeys(languages.codes(), _STATE_WORDS)},
    "organisations": {
        **dict.fromkeys(("kind", "country", "part_of", "wikidata"), str),
        "civil": bool,
        **dict.fromkeys(languages.codes(), _WORDS),
    },
    "people": {
        **dict.fromkeys(("wikidata", "country", *languages.codes()), str),
        **dict.fromkeys(("names", "family", "given", "offices"), list),
    },
    "eras": {
        **dict.fromkeys(("means", "from", "to"), str),
        **dict.fromkeys(languages.codes(), _LISTS),
    },
}
#: Names that are no actors, by language.
MASKS = dict.fromkeys(languages.codes(), list)
_TABLES = (*FORMS, "masks")
_KEYS = {"countries": "[A-Z]{2}"}
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"


def check(path: Path, own: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise an error for the first entry that does not have the form it should.

    Args:
        path: The file, for the message.
        own: What it holds.
        tables: Ours, which know the other entries.

    Raises:
        DataFileError: Names the file, the entry, what is wrong and what to do.
    """
    for name, table in own.items():
        if name not in _TABLES:
            raise unknown(path, f"[{name}]", "table", name, _TABLES)
        if not isinstance(table, dict):
            raise DataFileError(path, name, "is no table", f"Write [{name}.KEY] above the fields")
    masks = own.get("masks", {})
    check_fields(path, "[masks]", masks, MASKS)
    for name in _names(masks):
        _check_name(path, "[masks]", name)
    states, bodies, people = (frozenset((*tables[kind], *own.get(kind, {}))) for kind in _BEARERS)
    served = states | bodies
    known = _Known(path, tables, states, served, served | people, _items(own, tables))
    for kind in FORMS:
        for key, entry in own.get(kind, {}).items():
            _Entry(known, kind, key, entry).check()


def _check_name(path: Path, where: str, name: str) -> None:
    """Raise an error for a name that is a word of any text: "and", "The".

    Args:
        path: The file, for the message.
        where: The entry, for the message.
        name: What an actor is called; capitals alone make it an acronym: "WHO".

    Raises:
        DataFileError: It would be found wherever the word is.
    """
    if not name.strip():
        raise DataFileError(path, where, "a name is empty", "Write the name, or leave it out")
    if not name.isupper() and fold(name) in _common():
        fix = "Write a longer name, or leave it out"
        raise DataFileError(path, where, f"{name!r} is a word of any text", fix)


@cache
def _common() -> frozenset[str]:
    """Return words that no name is: those that tell a language, and that open sentences."""
    texts = [languages.load(code).tables["text"] for code in languages.codes()]
    return fold_all(
        word for text in texts for word in (*text["own_words"], *text["sentences"]["starters"])
    )


def _names(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an entry is called, in all languages."""
    for field, value in entry.items():
        if isinstance(value, dict):
            yield from _names(value)
        elif field in _CALLED and isinstance(value, str):
            yield value
        elif field in _CALLED:
            yield from value


#: Fields that hold what an actor is called.
_CALLED = frozenset((*_WORDS, *_LISTS, *languages.codes(), "family", "given"))


def _items(
    own: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, frozenset[str]]:
    """Return the entries that have each item, as a file writes them: ``[countries.FR]``."""
    found: dict[str, set[str]] = {}
    for kind in _BEARERS:
        mine = {key: _item(fields) for key, fields in own.get(kind, {}).items() if _item(fields)}
        ours = {key: _item(fields) for key, fields in tables[kind].items()}
        for key, item in {**ours, **mine}.items():
            found.setdefault(item, set()).add(f"[{kind}.{key}]")
    return {item: frozenset(entries) for item, entries in found.items()}


def _item(fields: object) -> str:
    """Return the item of an entry, whose form is not checked yet; empty where there is none."""
    item = fields.get("wikidata") if isinstance(fields, dict) else None
    return item if isinstance(item, str) else ""


#: Tables whose entries are actors.
_BEARERS = ("countries", "organisations", "people")


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry may refer to."""

    path: Path
    tables: Mapping[str, Mapping[str, Any]]
    states: frozenset[str]
    served: frozenset[str]
    """States and organisations."""

    actors: frozenset[str]
    """The same, and persons."""

    items: Mapping[str, frozenset[str]]
    """The entries that have each Wikidata item."""


class _Entry:
    """One entry of a user's file."""

    def __init__(self, known: _Known, kind: str, key: str, entry: Mapping[str, Any]) -> None:
        self._known, self._kind, self._key, self._entry = known, kind, key, entry
        self._where = f"[{kind}.{key}]"
        self._is_new = key not in known.tables[kind]

    def check(self) -> None:
        """Check the key, the fields, what is needed, and what is referred to."""
        pattern = _KEYS.get(self._kind, _SLUG)
        if not re.fullmatch(pattern, self._key):
            form = "two capitals, as FR" if self._kind in _KEYS else "a slug, as jane-doe"
            raise self._error(f"{self._key!r} is no key", f"Write {form}")
        fields = FORMS[self._kind]
        check_fields(self._known.path, self._where, self._entry, fields, free=["offices"])
        self._needs()
        for name in _names(self._entry):
            _check_name(self._known.path, self._where, name)
        self._item_of_its_own()
        self._refers("country", self._known.states, "Use an ISO code, as FR")
        self._refers("means", self._known.actors, "Use an ISO code, as FR, or the slug of another")
        others = self._known.served - {self._key}
        self._refers("part_of", others, "Use the slug of another organisation, or an ISO code")
        self._span(self._entry.get("from", ""), self._entry.get("to", ""))
        for office in self._entry.get("offices", []):
            self._office(office)

    def _item_of_its_own(self) -> None:
        item = self._entry.get("wikidata")
        if item is None:
            return
        if not re.fullmatch(r"Q[1-9]\d*", item):
            raise self._error(f"wikidata {item!r} is no item", "Write it as Q142, or leave it out")
        for other in sorted(self._known.items[item] - {self._where}):
            fix = "Write the item of this one, or leave it out"
            raise self._error(f"wikidata {item!r} is the item of {other}", fix)

    def _refers(self, field: str, known: frozenset[str], fix: str) -> None:
        key = self._entry.get(field)
        if key is not None and key not in known:
            raise self._error(f"{field} {key!r} is not known", fix)

    def _needs(self) -> None:
        kind = self._entry.get("kind")
        if kind not in (None, "organisation", "group"):
            raise self._error(f"kind {kind!r} is not known", "Use 'organisation' or 'group'")
        if not self._is_new:
            return
        if self._kind == "countries" and not self._entry.get("new"):
            fix = "Use its ISO code, as FR, or add new = true for a state of your own"
            raise self._error(f"no state with the code {self._key!r} is listed", fix)
        for field, example in _NEEDED[self._kind].items():
            value = self._entry
            for part in field.split("."):
                value = value.get(part, {})
            if value == {}:
                raise self._error(f"a new entry needs {field}", f"Add {field} = {example}")

    def _office(self, office: object) -> None:
        if not isinstance(office, list) or not all(isinstance(item, str) for item in office):
            raise self._error(f"office {office!r} is no list of texts", _OFFICE)
        if len(office) not in (4, 5):
            parts = "1 part" if len(office) == 1 else f"{len(office)} parts"
            raise self._error(f"office {office!r} has {parts}, not 4 or 5", _OFFICE)
        relation, of, start, end, *post = office
        if relation not in _RELATIONS:
            fix = f"Write {' or '.join(map(repr, _RELATIONS))} first"
            raise self._error(f"office {office!r}: there is no relation {relation!r}", fix)
        if post not in ([], [FOREIGN]):
            fix = f"Leave the last part out, or write {FOREIGN!r} there"
            raise self._error(f"office {office!r}: {post[0]!r} is no office", fix)
        if of not in self._known.served:
            raise self._error(f"{of!r} is no state or organisation", "Use an ISO code or a slug")
        self._span(start or "none", end)

    def _span(self, start: str, end: str) -> None:
        for day in filter(None, (start, end)):
            if not is_date(day):
                raise self._error(f"{day!r} is no date", "Write 2023, 2023-10 or 2023-10-13")
        exact = min(len(start), len(end))
        if start[:exact] > end[:exact]:
            fix = "Write the first date before the last"
            raise self._error(f"it ends ({end}) before it begins ({start})", fix)

    def _error(self, problem: str, fix: str) -> DataFileError:
        return DataFileError(self._known.path, self._where, problem, fix)


#: What relates a person to whom an office is of.
_RELATIONS = ("leads", "holdsOfficeIn")

_OFFICE = 'Write ["leads", "FR", "2017-05", ""]: relation, of whom, from, to'

#: What a new entry of each table needs, with what to write.
_NEEDED = {
    "countries": {"en.label": '"the name"'},
    "organisations": {"en.label": '"the name"', "kind": '"organisation" or "group"'},
    "people": {"en": '"the name"'},
    "eras": {"means": '"FR"', "from": '"1949-05"', "to": '"1990", or "" where it goes on'},
}
