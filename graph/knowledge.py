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

#: What the statements of an article depend on, besides the article.
PARTS = (
    *("actors", "extract", "languages", "text"),
    *("duplicates.py", "encoding.py", "errors.py", "grouped.py", "knowledge.py", "model.py"),
    "particulars.py",
    *("relations.csv", "relations.py", "traits.csv", "traits.py", "undisturbed.py", "userfile.py"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What the extraction knows before it reads an article; read when first asked for.

    A build that finds nothing new, and one whose processes read the articles, need none of it.
    """

    version: str
    """Changes with the rules, the user's too; decides which articles are read anew."""

    own: Path | None = None
    """A user's file of names."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The known actors."""
        return load_gazetteer(self.own)

    @property
    def packs(self) -> Mapping[str, LanguagePack]:
        """Language packs by ISO 639-1 code."""
        return _packs()

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process as what to load there."""
        return load_knowledge, (self.own,) if self.own else ()


@cache
def load_knowledge(own: Path | None = None) -> Knowledge:
    """Return what is known; a user's file is read at once, so that its mistakes are told first.

    Args:
        own: A user's file of names, which adds to ours and overrides them.

    Raises:
        DataFileError: The file does not have the form it should.
    """
    if own is not None:
        load_gazetteer(own)
    return Knowledge(_version(own), own)


@cache
def _packs() -> Mapping[str, LanguagePack]:
    return MappingProxyType({code: languages.load(code) for code in languages.codes()})


def _version(own: Path | None) -> str:
    """Return a hash of the code and data that statements depend on, and of a user's file."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(path for part in PARTS for path in _files(_PACKAGE / part)):
        found.update(path.relative_to(_PACKAGE).as_posix().encode())
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    if own is not None:
        found.update(own.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


def _files(part: Path) -> list[Path]:
    if part.is_file():
        return [part]
    return [path for path in part.rglob("*") if path.suffix in (".py", ".toml", ".csv", ".tsv")]
