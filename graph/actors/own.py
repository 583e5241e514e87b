"""A user's own names: a TOML file that adds to the listed actors and overrides them.

The file has the tables of our data files under one more name each:
``[countries.FR]``, ``[organisations.my-club]``, ``[people.jane-doe]``, and ``[masks]``
for names that are no actor's. A name that the file claims is nobody else's.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.actors.ownform import check
from graph.actors.records import Name
from graph.actors.surfaces import names_of
from graph.errors import DataFileError

_Tables = dict[str, dict[str, Any]]
_LANGUAGES = ("en", "fr")
_KINDS = ("countries", "organisations", "people")


@dataclass(frozen=True, slots=True)
class Own:
    """What a user's file says."""

    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Its tables: countries, organisations, people, masks."""

    claims: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Language and name, and the only entry that may bear it."""

    def over(self, tables: _Tables) -> _Tables:
        """Return our tables with those of the file on top; ours are not changed."""
        return {name: _over(table, self.tables.get(name, {})) for name, table in tables.items()}

    def allows(self, name: Name, lang: str) -> bool:
        """Return whether a name may be an entry's: no other entry of the file claims it."""
        return self.claims.get((lang, name.text), name.key) == name.key


def read_own(path: Path, tables: Mapping[str, Mapping[str, Any]]) -> Own:
    """Read and check a user's file.

    Args:
        path: A TOML file, as ``docs/gazetteer.md`` describes it.
        tables: Ours, which it adds to.

    Raises:
        DataFileError: It cannot be read, or an entry does not have the form it should.
    """
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        raise DataFileError(path, "the file", problem, "Check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path, "the file", f"is not TOML: {error}", _SEE) from error
    check(path, own, tables)
    _complete(own, tables)
    return Own(own, _claims(path, own))


_SEE = "See docs/gazetteer.md for an example"


def _complete(own: _Tables, tables: Mapping[str, Mapping[str, Any]]) -> None:
    """Give new entries the French label that they may leave out."""
    for kind in ("countries", "organisations"):
        for key, fields in own.get(kind, {}).items():
            if key not in tables[kind]:
                fields.setdefault("fr", {}).setdefault("label", fields["en"]["label"])


def _claims(path: Path, own: _Tables) -> dict[tuple[str, str], str]:
    claims: dict[tuple[str, str], str] = {}
    for lang, name in _own_names(own):
        other = claims.setdefault((lang, name.text), name.key)
        if other != name.key:
            problem = f"{name.text!r} is a name of [{other}] too"
            fix = "Give it to one of them, or put a longer name in each"
            raise DataFileError(path, f"[{name.key}]", problem, fix)
    return claims


def _own_names(own: _Tables) -> Iterator[tuple[str, Name]]:
    """Yield the names that a file itself gives, by language."""
    empty: dict[str, Any] = {"descriptions": {}, "sets": {}, "given_names": {"names": []}}
    for lang in _LANGUAGES:
        stated = {kind: _stated(own.get(kind, {}), lang) for kind in _KINDS[:2]}
        people = {k: f for k, f in own.get("people", {}).items() if "en" in f}
        masks = {lang: own.get("masks", {}).get(lang, [])}
        for name in names_of({**empty, **stated, "people": people, "masks": masks}, lang):
            # Several may share a family name: the article tells them apart.
            if name.text and name.tag != "F":
                yield lang, name


def _stated(entries: Mapping[str, Any], lang: str) -> dict[str, Any]:
    return {key: {lang: {"label": "", **fields.get(lang, {})}} for key, fields in entries.items()}


def _over(ours: Any, own: Any) -> Any:  # noqa: ANN401 - a value of a TOML file
    """Return one value over another: tables are joined, lists added to, all else replaced."""
    if isinstance(ours, dict) and isinstance(own, Mapping):
        return {**ours, **{key: _over(ours.get(key), value) for key, value in own.items()}}
    if isinstance(ours, list) and isinstance(own, list):
        return [*ours, *(item for item in own if item not in ours)]
    return own
