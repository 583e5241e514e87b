"""What the user named, as a list of files to read."""

import bz2
import gzip
import io
import os
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from graph.errors import InputError
from graph.read.archive import SOUGHT
from graph.read.bounded import Unpacked, read_all
from graph.read.guard import UnreadableError
from graph.read.passed import PassedOver
from graph.read.suffix import kind


@dataclass(frozen=True, slots=True)
class Source:
    """One file of articles, or standard input."""

    where: str
    """What to call it in a message."""

    path: Path | None = None
    """The file; None is standard input."""

    suffix: str = ""
    """Its format, as registered."""

    packing: str = ""
    """The suffix of what packs it; empty where nothing does."""

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
            if not self.packing:
                yield packed, packed
                return
            with gzip.open(packed) if self.packing == ".gz" else bz2.open(packed) as unpacked:
                raw = Unpacked(cast("BinaryIO", unpacked), packed.tell)
                stream = cast("BinaryIO", io.BufferedReader(raw))
                if self.suffix in SOUGHT:
                    stream = io.BytesIO(read_all(stream, self.where))
                yield stream, packed


def sources(name: str, suffixes: Collection[str]) -> Iterator[Source | InputError]:
    """Yield what one argument of the command line stands for, or why it stands for nothing."""
    path = Path(name)
    if name == "-":
        yield Source("standard input")
    elif path.is_dir():
        yield from _folder(path, suffixes)
    elif not path.exists():
        yield UnreadableError(name, "no such file or folder", "Check the path")
    else:
        yield _file(path, suffixes) or _unsupported(path, suffixes)


def _folder(folder: Path, suffixes: Collection[str]) -> Iterator[Source | InputError]:
    """Yield the articles of a folder; hidden files are not meant, other formats are counted."""
    found: list[Source] = []
    passed: Counter[str] = Counter()
    for path in _walk(folder):
        if not path.is_file():
            passed["leading nowhere by a link" if path.is_symlink() else "that is no file"] += 1
        elif _leads_out(path, folder):
            passed["leading out of it by a link"] += 1
        elif source := _file(path, suffixes):
            found.append(source)
        else:
            passed[path.suffix.lower()] += 1
    yield from found
    if not found:
        fix = f"Articles end in {', '.join(suffixes)}"
        yield InputError(str(folder), "no articles in this folder", fix)
    elif passed:
        yield PassedOver.of(str(folder), passed)


def _walk(folder: Path) -> list[Path]:
    """Return what a folder holds; links to folders are not followed, they may lead round."""
    paths = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(root, name) for name in files if not name.startswith(".")]
    return sorted(paths)


def _leads_out(path: Path, folder: Path) -> bool:
    """Return whether a file of a folder is a link to one outside, which is none of its own."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def _file(path: Path, suffixes: Collection[str]) -> Source | None:
    found = kind(path.name, suffixes)
    return Source(str(path), path, *found) if found else None


def _unsupported(path: Path, suffixes: Collection[str]) -> InputError:
    suffix = path.suffix or "no suffix"
    known = ", ".join(suffixes)
    return InputError(str(path), f"format not supported ({suffix})", f"Supported: {known}")
