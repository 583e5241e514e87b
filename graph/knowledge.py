"""Everything loaded from data files, as one frozen value that is passed around."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph import languages
from graph.actors.gazetteer import Gazetteer, load_gazetteer
from graph.languages import LanguagePack

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the extraction knows before it reads an article."""

    gazetteer: Gazetteer
    """The known actors."""

    packs: Mapping[str, LanguagePack]
    """Language packs by ISO 639-1 code."""

    version: str
    """Changes with every change of the package's data or code; decides what is read anew."""


@cache
def load_knowledge() -> Knowledge:
    """Load the gazetteer and every language pack.

    Raises:
        DataFileError: A data file does not have the form it should.
    """
    packs = {code: languages.load(code) for code in languages.codes()}
    return Knowledge(load_gazetteer(), MappingProxyType(packs), _version())


def _version() -> str:
    """Return a hash of the package's code and data."""
    found = hashlib.blake2b(digest_size=8)
    paths = [path for path in _PACKAGE.rglob("*") if path.suffix in (".py", ".toml", ".csv")]
    for path in sorted(paths):
        found.update(path.relative_to(_PACKAGE).as_posix().encode())
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()
