"""Zip and tar: files of articles in one file, each read as it would be outside.

Nothing is unpacked to the disk, so no name in an archive is ever a path. Links
and devices, hidden files and archives in archives are not followed.
"""

import io
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from graph.errors import InputError
from graph.read.bounded import LARGEST, Unpacked, read_all
from graph.read.guard import Reader, guarded
from graph.read.passed import PassedOver
from graph.read.record import Record
from graph.read.suffix import unpacked_suffix

Member = tuple[str, BinaryIO]

#: Formats that are read from their end: unpacked into memory, since a packed stream has none.
SOUGHT = (".parquet", ".zip")


def read_archive(
    stream: BinaryIO,
    where: str,
    *,
    files: Callable[[BinaryIO, str], Iterator[Member | InputError]],
    readers: Mapping[str, Reader],
) -> Iterator[Record | InputError]:
    """Yield the articles of the files in an archive.

    Args:
        stream: The archive.
        where: What to call it in a message.
        files: Finds the files in it with their names: ``in_zip`` or ``in_tar``.
        readers: By suffix; what has none is counted and named at the end.
    """
    passed: Counter[str] = Counter()
    empty = True
    for item in files(stream, where):
        if isinstance(item, InputError):
            empty = False
            yield item
            continue
        name, stream = item
        path = PurePosixPath(name)
        if any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
            continue
        suffix = unpacked_suffix(path.name, readers)
        if suffix is None:
            passed[path.suffix.lower()] += 1
            continue
        empty = False
        yield from _read(readers[suffix], suffix, stream, f"{where}:{name}")
    if empty:
        fix = f"Articles end in {', '.join(readers)}"
        yield InputError(where, "no articles in this archive", fix)
    elif passed:
        yield PassedOver.of(where, passed)


def _read(
    reader: Reader, suffix: str, stream: BinaryIO, where: str
) -> Iterator[Record | InputError]:
    """Read one file; one that is broken costs no other."""
    if suffix in SOUGHT:
        yield from guarded(lambda s, w: reader(io.BytesIO(read_all(s, w)), w), stream, where)
    else:
        yield from guarded(reader, stream, where)


def in_zip(stream: BinaryIO, where: str) -> Iterator[Member | InputError]:
    """Yield the files of a zip archive."""
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            try:
                with archive.open(info) as member:
                    yield info.filename, _guarded(cast("BinaryIO", member), info.compress_size)
            except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
                locked = isinstance(error, RuntimeError) and info.flag_bits & 1
                problem = (
                    "locked with a password" if locked else "packed in a way that is not known"
                )
                yield InputError(f"{where}:{info.filename}", problem, "Pack it anew")


def in_tar(stream: BinaryIO, where: str) -> Iterator[Member | InputError]:  # noqa: ARG001
    """Yield the files of a tar archive, which may be packed; links and devices are no files."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            member = archive.extractfile(info) if info.isreg() else None
            if member is not None:
                yield info.name, cast("BinaryIO", member)


def _guarded(stream: BinaryIO, packed: int) -> BinaryIO:
    raw = Unpacked(stream, lambda: packed)
    return cast("BinaryIO", io.BufferedReader(raw, buffer_size=min(LARGEST, 1 << 16)))
