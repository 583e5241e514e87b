"""Language packs: one folder per language, and nothing to register.

To add a language, add a folder named by its ISO 639-1 code with the files that
``en/`` has; each says in its header what it holds. Nothing outside this folder
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
    """By file name without suffix: mentions, parser, cues, verbs, nouns, dates, text."""

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
        DataFileError: A file of the pack is not TOML.
    """
    if code not in codes():
        raise UnknownNameError("language", code, codes())
    folder = FOLDER / code
    tables = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    frames = [
        (path.stem, frame)
        for path in sorted((folder / "frames").glob("*.toml"))
        for frame in _read(path).get("frames", [])
    ]
    return LanguagePack(code, MappingProxyType(tables), tuple(frames))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(path, "the file", f"is not TOML: {error}", "See its header") from error
