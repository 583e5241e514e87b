"""Language packs: one folder per language, and nothing to register.

To add a language, add a folder named by its ISO 639-1 code with the files that
``en/`` has; each says in its header what it holds. ``groups.toml``, words that
several lists share, may be left out as long as no list names a group. Nothing outside this folder
knows words of a language, but for the names in ``graph/actors/data``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.errors import DataFileError, UnknownNameError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class LanguagePack:
    """The data files of one language, as read."""

    code: str
    """ISO 639-1 code."""

    tables: Mapping[str, Mapping[str, Any]]
    """By file name without suffix: mentions, parser, cues, verbs, nouns, dates, text.

    Names of groups ("@asking") are replaced by the words that ``groups.toml`` gives them.
    """

    frames: tuple[tuple[str, Mapping[str, Any]], ...]
    """Frame tables with the file they stand in, in order of file name, then of place."""


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes that have a pack, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/parser.toml")))


@cache
def load(code: str) -> LanguagePack:
    """Read one language pack.

    Raises:
        UnknownNameError: There is no pack for ``code``.
        DataFileError: A file of the pack is not TOML, or a list names no group that there is.
    """
    if code not in codes():
        raise UnknownNameError("language", code, codes())
    folder = FOLDER / code
    tables = {path: _read(path) for path in sorted(folder.glob("*.toml"))}
    groups = tables.pop(folder / "groups.toml", {})
    whole = {
        path.stem: {name: _whole(below, groups, path) for name, below in table.items()}
        for path, table in tables.items()
    }
    frames = [
        (path.stem, frame)
        for path in sorted((folder / "frames").glob("*.toml"))
        for frame in _read(path).get("frames", [])
    ]
    return LanguagePack(code, MappingProxyType(whole), tuple(frames))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(path, "the file", f"is not TOML: {error}", "See its header") from error


def _whole(value: object, groups: Mapping[str, list[str]], path: Path) -> object:
    """Return a value of a table with the words of a group in the place of its name."""
    if isinstance(value, dict):
        return {key: _whole(below, groups, path) for key, below in value.items()}
    if not isinstance(value, list):
        return value
    found: list[object] = []
    for item in value:
        if not (isinstance(item, str) and item.startswith("@")):
            found.append(_whole(item, groups, path))
        elif item[1:] in groups:
            found += groups[item[1:]]
        else:
            raise DataFileError(path, repr(item), "is no group of words", "See groups.toml")
    return found
