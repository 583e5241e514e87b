"""A user's own names: a TOML or CSV file that adds to the listed actors and overrides them.

The file has the tables of our data files under one more name each:
``[countries.FR]``, ``[organisations.my-club]``, ``[people.jane-doe]``, ``[eras.old-capital]``,
and ``[masks]`` for names that are no actor's. A name that the file claims is nobody else's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from graph import languages
from graph.actors.owncsv import read_rows
from graph.actors.ownform import check
from graph.actors.records import Name, Office
from graph.actors.surfaces import names_of, persons_of
from graph.errors import DataFileError
from graph.userfile import read_table

_Tables = dict[str, dict[str, Any]]
_LABELLED = ("countries", "organisations", "people")


@dataclass(frozen=True, slots=True)
class Own:
    """What a user's file says."""

    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Its tables: countries, organisations, people, eras, masks."""

    claims: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Language and name, and the only entry that may bear it."""

    def over(self, tables: _Tables) -> _Tables:
        """Return our tables with those of the file on top; ours are not changed."""
        return {name: self._over(name, table) for name, table in tables.items()}

    def _over(self, name: str, table: dict[str, Any]) -> dict[str, Any]:
        own = self.tables.get(name, {})
        if name in _LABELLED:
            table = {key: _kept(name, entry, own.get(key, {})) for key, entry in table.items()}
        return cast("dict[str, Any]", _over(table, own))

    def allows(self, name: Name, lang: str) -> bool:
        """Return whether a name may be an entry's: no other entry of the file claims it."""
        return self.claims.get((lang, name.text), name.key) == name.key


def read_own(path: Path, tables: Mapping[str, Mapping[str, Any]]) -> Own:
    """Read and check a user's file.

    Args:
        path: A TOML or CSV file, as ``docs/gazetteer.md`` describes it.
        tables: Ours, which it adds to.

    Raises:
        DataFileError: It cannot be read, or an entry does not have the form it should.
    """
    see = "docs/gazetteer.md has an example"
    table = path.suffix.lower() == ".csv"
    own = read_rows(path, see) if table else read_table(path, f"Write the names in TOML: {see}")
    check(path, own, tables)
    _complete(own, tables)
    return Own(own, _claims(path, own))


def _complete(own: _Tables, tables: Mapping[str, Mapping[str, Any]]) -> None:
    """Give new entries the labels that they may leave out: the English one in all languages."""
    for kind in ("countries", "organisations"):
        for key, fields in own.get(kind, {}).items():
            fields.pop("new", None)  # said, and no part of the entry
            for lang in languages.codes() if key not in tables[kind] else ():
                fields.setdefault(lang, {}).setdefault("label", fields["en"]["label"])


def _claims(path: Path, own: _Tables) -> dict[tuple[str, str], str]:
    claims: dict[tuple[str, str], str] = {}
    for lang, name in _own_names(own):
        other = claims.setdefault((lang, name.text), name.key)
        if other != name.key:
            problem = f"{name.text!r} is a name of {_entry(own, other)} too"
            fix = "Give it to one of them, or put a longer name in each"
            raise DataFileError(path, _entry(own, name.key), problem, fix)
    return claims


def _entry(own: _Tables, key: str) -> str:
    """Return the entry of a key as the file writes it: ``[countries.FR]``."""
    for kind in ("countries", "organisations", "people"):
        if key in own.get(kind, {}):
            return f"[{kind}.{key}]"
    return "[masks]"


def _own_names(own: _Tables) -> Iterator[tuple[str, Name]]:
    """Yield the names that a file itself gives, by language."""
    # An era's words keep their other meaning in other years.
    empty: dict[str, Any] = {name: {} for name in ("eras", "descriptions", "sets")}
    empty["given_names"] = {"names": []}
    for lang in languages.codes():
        stated = {kind: _stated(own.get(kind, {}), lang) for kind in ("countries", "organisations")}
        people = {k: f for k, f in own.get("people", {}).items() if "en" in f}
        masks = {lang: own.get("masks", {}).get(lang, [])}
        tables = {**empty, **stated, "masks": masks}
        for name in names_of(tables, lang, persons_of(people)):
            # Several may share a family name: the article tells them apart.
            if name.text and name.tag != "F":
                yield lang, name


def _stated(entries: Mapping[str, Any], lang: str) -> dict[str, Any]:
    return {key: {lang: {"label": "", **fields.get(lang, {})}} for key, fields in entries.items()}


def _kept(kind: str, entry: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry of ours as it goes on under what a file says of it."""
    if kind == "people":
        return _with_former(_without_replaced(entry, own), own, languages.codes())
    words = {
        lang: _with_former(entry[lang], own[lang], ["label"])
        for lang in languages.codes()
        if lang in own
    }
    return {**entry, **words}


def _with_former(
    ours: dict[str, Any], own: Mapping[str, Any], labels: Iterable[str]
) -> dict[str, Any]:
    """Return words with the labels that a file replaces among the names: texts have them still."""
    former = [ours[field] for field in labels if field in ours and field in own]
    return {**ours, "names": [*ours.get("names", []), *former]} if former else ours


def _without_replaced(entry: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a person without the terms that a file gives anew: of one office, at one time."""
    if "offices" not in own:
        return entry
    anew = [Office(*office) for office in own["offices"]]
    kept = [
        office
        for office in entry.get("offices", [])
        if not any(each.overlaps(Office(*office)) for each in anew)
    ]
    return {**entry, "offices": kept}


def _over(ours: Any, own: Any) -> Any:  # noqa: ANN401 - a value of a TOML file
    """Return one value over another: tables are joined, lists added to, all else replaced."""
    if isinstance(ours, dict) and isinstance(own, Mapping):
        return {**ours, **{key: _over(ours.get(key), value) for key, value in own.items()}}
    if isinstance(ours, list) and isinstance(own, list):
        return [*ours, *(item for item in own if item not in ours)]
    return own
