"""What the user named, as a list of files to read."""

import gzip
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from graph.errors import InputError

#: Formats of articles that are not read yet; in a folder they are named, never passed over.
NOT_YET = (".html", ".htm", ".csv", ".xml", ".rss", ".atom", ".parquet")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of articles, or standard input."""

    where: str
    """What to call it in a message."""

    path: Path | None = None
    """The file; None is standard input."""

    suffix: str = ""
    """Its format, as registered."""

    @property
    def size(self) -> int:
        """Bytes of the file as it lies on disk; 0 for standard input."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:  # said when it is read
            return 0

    @contextmanager
    def open(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """Open the file: as bytes to read, and as it is, whose place tells how far that went."""
        with cast("Path", self.path).open("rb") as packed:
            if self.suffix.endswith(".gz"):
                with gzip.open(packed) as unpacked:
                    yield cast("BinaryIO", unpacked), packed
            else:
                yield packed, packed


def sources(name: str, suffixes: Collection[str]) -> Iterator[Source | InputError]:
    """Yield what one argument of the command line stands for, or why it stands for nothing."""
    path = Path(name)
    if name == "-":
        yield Source("standard input")
    elif path.is_dir():
        yield from _folder(path, suffixes)
    elif not path.exists():
        yield InputError(name, "no such file or folder", "Check the path")
    else:
        yield _file(path, suffixes) or _unsupported(path, suffixes)


def _folder(folder: Path, suffixes: Collection[str]) -> Iterator[Source | InputError]:
    """Yield the articles of a folder; hidden files and other formats are not meant."""
    empty = True
    for path in _walk(folder):
        if source := _file(path, suffixes):
            empty = False
            yield source
        elif path.suffix.lower() in NOT_YET:
            empty = False
            yield _unsupported(path, suffixes)
    if empty:
        fix = f"Articles end in {', '.join(suffixes)}"
        yield InputError(str(folder), "no articles in this folder", fix)


def _walk(folder: Path) -> list[Path]:
    paths = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(root, name) for name in files if not name.startswith(".")]
    return sorted(path for path in paths if path.is_file())


def _file(path: Path, suffixes: Collection[str]) -> Source | None:
    ends = [suffix for suffix in suffixes if path.name.lower().endswith(suffix)]
    return Source(str(path), path, max(ends, key=len)) if ends else None


def _unsupported(path: Path, suffixes: Collection[str]) -> InputError:
    kind = path.suffix or "no suffix"
    known = ", ".join(suffixes)
    return InputError(str(path), f"format not supported ({kind})", f"Supported: {known}")
