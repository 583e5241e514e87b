"""The form of a user's own file of names, checked entry by entry."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import DataFileError

_WORDS = {"label": str, "names": list, "adjectives": list}
_STATE_WORDS = {**_WORDS, "demonyms": list, "capitals": list, "seats": list}

#: The fields of an entry of each table, with their types; a table of fields where it is one.
FORMS: Mapping[str, Mapping[str, Any]] = {
    "countries": {"wikidata": str, "en": _STATE_WORDS, "fr": _STATE_WORDS},
    "organisations": {
        **dict.fromkeys(("kind", "country", "part_of", "wikidata"), str),
        **dict.fromkeys(("en", "fr"), _WORDS),
    },
    "people": {
        **dict.fromkeys(("wikidata", "country", "en", "fr"), str),
        **dict.fromkeys(("names", "family", "offices"), list),
    },
}
_MASKS = {"en": list, "fr": list}
_KEYS = {"countries": "[A-Z]{2}"}
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


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
        if name not in (*FORMS, "masks"):
            raise _unknown(path, f"[{name}]", "table", name, [*FORMS, "masks"])
        if not isinstance(table, dict):
            raise DataFileError(path, name, "is no table", f"Write [{name}.KEY] above the fields")
    _fields(path, "[masks]", own.get("masks", {}), _MASKS)
    states, bodies = (
        frozenset((*tables[kind], *own.get(kind, {}))) for kind in ("countries", "organisations")
    )
    known = _Known(path, tables, states, bodies)
    for kind in FORMS:
        for key, entry in own.get(kind, {}).items():
            _Entry(known, kind, key, entry).check()


def _fields(path: Path, where: str, entry: object, form: Mapping[str, Any]) -> None:
    if not isinstance(entry, dict):
        raise DataFileError(path, where, "is no table of fields", "See docs/gazetteer.md")
    for name, value in entry.items():
        if name not in form:
            raise _unknown(path, where, "field", name, form)
        wanted = form[name]
        if not isinstance(wanted, type):
            _fields(path, f"{where} {name}", value, wanted)
        elif not isinstance(value, wanted):
            quoted = "text in quotes" if wanted is str else "a list in brackets"
            raise DataFileError(path, where, f"{name} is not {quoted}", f"Write {name} as {quoted}")
        elif isinstance(value, list) and name != "offices":
            _texts(path, where, name, value)


def _texts(path: Path, where: str, name: str, texts: list[object]) -> None:
    for text in texts:
        if not isinstance(text, str) or not re.search(r"\w", text) or text != text.strip():
            problem = f"{name} holds {text!r}, which is no name"
            raise DataFileError(path, where, problem, "Write each name in quotes, without blanks")


def _unknown(path: Path, where: str, what: str, name: str, known: Iterable[str]) -> DataFileError:
    known = list(known)
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean {close[0]!r}? " if close else ""
    return DataFileError(
        path, where, f"there is no {what} {name!r}", f"{hint}Known: {', '.join(known)}"
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry may refer to."""

    path: Path
    tables: Mapping[str, Mapping[str, Any]]
    states: frozenset[str]
    bodies: frozenset[str]


class _Entry:
    """One entry of a user's file."""

    def __init__(self, known: _Known, kind: str, key: str, entry: Mapping[str, Any]) -> None:
        self._known, self._kind, self._key, self._entry = known, kind, key, entry
        self._path, self._states, self._bodies = known.path, known.states, known.bodies
        self._where = f"[{kind}.{key}]"
        self._is_new = key not in known.tables[kind]

    def check(self) -> None:
        """Check the key, the fields, what is needed, and what is referred to."""
        pattern = _KEYS.get(self._kind, _SLUG)
        if not re.fullmatch(pattern, self._key):
            form = "two capitals, as FR" if self._kind in _KEYS else "a slug, as jane-doe"
            raise self._error(f"{self._key!r} is no key", f"Write {form}")
        _fields(self._path, self._where, self._entry, FORMS[self._kind])
        self._needs()
        item = self._entry.get("wikidata", "Q1")
        if not re.fullmatch(r"Q[1-9]\d*", item):
            raise self._error(f"wikidata {item!r} is no item", "Write it as Q142, or leave it out")
        state = self._entry.get("country")
        if state is not None and state not in self._states:
            raise self._error(f"country {state!r} is not known", "Use an ISO code, as FR")
        part = self._entry.get("part_of")
        if part is not None and part not in self._bodies:
            raise self._error(f"part_of {part!r} is not known", "Use the slug of an organisation")
        for office in self._entry.get("offices", []):
            self._office(office)

    def _needs(self) -> None:
        kind = self._entry.get("kind")
        if kind not in (None, "organisation", "group"):
            raise self._error(f"kind {kind!r} is not known", "Use 'organisation' or 'group'")
        if not self._is_new:
            return
        english = self._entry.get("en")
        if not english or (self._kind != "people" and not english.get("label")):
            field = "en" if self._kind == "people" else "en.label"
            raise self._error(f"a new entry needs {field}", f'Add {field} = "the name"')
        if self._kind == "organisations" and kind is None:
            raise self._error("a new entry needs kind", 'Add kind = "organisation" or "group"')

    def _office(self, office: object) -> None:
        items = office if isinstance(office, list) else []
        if len(items) not in (4, 5) or not all(isinstance(item, str) for item in items):
            raise self._error(f"office {office!r} is malformed", _OFFICE)
        relation, of, start, end, *post = items
        if relation not in ("leads", "holdsOfficeIn") or post not in ([], ["foreign-minister"]):
            raise self._error(f"office {office!r} is malformed", _OFFICE)
        if of not in self._states | self._bodies:
            raise self._error(f"{of!r} is no state or organisation", "Use an ISO code or a slug")
        for day in (start, *filter(None, (end,))):
            if not _DATE.fullmatch(day):
                raise self._error(f"{day!r} is no date", "Write 2023, 2023-10 or 2023-10-13")

    def _error(self, problem: str, fix: str) -> DataFileError:
        return DataFileError(self._path, self._where, problem, fix)


_OFFICE = 'Write ["leads", "FR", "2017-05", ""]: relation, of whom, from, to'
