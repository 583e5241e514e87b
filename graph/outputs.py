"""The files of an output folder: written when something has changed, and only then."""

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from graph.decisions import Decisions, unused
from graph.engines.machine import room
from graph.engines.pool import Pool
from graph.export import Layout, exporter
from graph.files import sweep, umask
from graph.model import Statement, digest
from graph.page.top import MOST
from graph.store import DONE, FILE, Store
from graph.stored import Stored, Totals, stored, totals

_PACKAGE = Path(__file__).parent

#: Statements from which on several processes are quicker than one, though each has to start.
_PAYS = 15_000


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a store, and what was said of it."""

    key: str
    """Depends on all that the files depend on besides the statements."""

    files: dict[str, str]
    """Hashes of the files, by name."""

    statements: int
    ties: int
    copies: int
    notes: list[str]
    """Decisions without effect."""

    new: bool = True
    """Whether they were written now; False where an earlier run has written the same."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What files are to be written, and how."""

    formats: Sequence[str]
    """Names of ``EXPORTERS``."""

    layout: Layout
    """How RDF is to be laid out."""

    decisions: Decisions
    """Which actors are the same, and which are not."""


@dataclass(frozen=True)
class _Writer:
    """Does a part of the writing in a process beside the one that has the store."""

    store: Path
    output: Path
    wanted: Wanted
    copies: Mapping[str, str]
    umask: int

    @cached_property
    def statements(self) -> Iterable[Statement]:
        """All statements; taken from the store once a process."""
        store = Store(self.store, beside=True)
        return stored(store, self.wanted.decisions, self.copies)

    def __call__(self, name: str | None) -> Totals | bool:
        """Return what ``done`` does, or False if that fails: it will again, where it is seen."""
        os.umask(self.umask)  # processes are forked from one that may be older than the caller's
        try:
            return self.done(name, self.statements)
        except Exception:
            logging.getLogger(__name__).debug("%s failed beside", name, exc_info=True)
            return False

    def done(self, name: str | None, statements: Iterable[Statement]) -> Totals | bool:
        """Write the file of a format and return True; where there is none, count."""
        if name is None:
            return totals(statements)
        exporter(name).write(statements, self.output / exporter(name).file, self.wanted.layout)
        return True


def write_files(store: Store, output: Path, wanted: Wanted, workers: int | None = 1) -> Written:
    """Write what a store holds, if it is not what the files say already.

    Args:
        store: What was read.
        output: The folder that it lies in.
        wanted: What files.
        workers: Processes that write, where there is much; None for what pays on this machine.

    Raises:
        OutputError: A file cannot be written.
    """
    formats, decisions = wanted.formats, wanted.decisions
    key = digest(_version(), json.dumps(sorted(formats)), repr(wanted.layout), repr(decisions))
    if (known := _known(store)) and known.key == key and known.files == _hashes(output, known):
        return replace(known, new=False)
    notes = list[str]()
    if decisions.places:
        notes.extend(unused(Stored(store, {}), decisions, store.ids()))
    writer = _Writer(output / FILE, output, wanted, store.copies(), umask())
    counts = _all_done(store, writer, workers)
    if counts.statements > MOST and "html" in formats:
        notes.append(f"The page shows those of the ties that are told most: {MOST:,} statements.")
    files = {exporter(name).file: _hash(output / exporter(name).file) for name in formats}
    written = Written(key, files, *counts, notes)
    store.note(DONE, json.dumps(asdict(written)))
    return written


def _all_done(store: Store, writer: _Writer, workers: int | None) -> Totals:
    """Write all files and count, side by side where there is much to write."""
    parts, found = [None, *writer.wanted.formats], dict[str | None, Totals | bool | None]()
    processes = 1 if store.count() < _PAYS else workers or room()
    if processes > 1:
        try:
            found.update(Pool(min(processes, len(parts)), writer).map(parts))
        finally:
            sweep(writer.output)  # processes that were killed have left something
    left = [part for part in parts if not found.get(part)]
    if left:
        statements = stored(store, writer.wanted.decisions, writer.copies)
        found.update((part, writer.done(part, statements)) for part in left)
    return next(each for each in found.values() if isinstance(each, Totals))


def _known(store: Store) -> Written | None:
    """Return what was written of the statements that are in the store, if they were written."""
    noted = store.noted(DONE)
    return None if noted is None else Written(**json.loads(noted))


def _hashes(output: Path, known: Written) -> dict[str, str]:
    """Return the hashes of files as they are now; a person may have changed one."""
    return {name: _hash(output / name) for name in known.files if (output / name).is_file()}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:32]


@cache
def _version() -> str:
    """Return a hash of all code and data: a new version may write files otherwise."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(_PACKAGE).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()
