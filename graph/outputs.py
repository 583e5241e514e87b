"""The files of an output folder: written when something has changed, and only then."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from graph.decisions import Decisions, unused
from graph.export import Layout, exporter
from graph.model import digest
from graph.page.top import MOST
from graph.store import DONE, Store
from graph.stored import Stored, stored, totals

_PACKAGE = Path(__file__).parent


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


def write_files(
    store: Store, output: Path, formats: Sequence[str], layout: Layout, decisions: Decisions
) -> Written:
    """Write what a store holds, if it is not what the files say already.

    Args:
        store: What was read.
        output: The folder.
        formats: Names of ``EXPORTERS``.
        layout: How RDF is to be laid out.
        decisions: Which actors are the same, and which are not.

    Raises:
        OutputError: A file cannot be written.
    """
    key = digest(_version(), json.dumps(sorted(formats)), repr(layout), repr(decisions))
    if (known := _known(store)) and known.key == key and known.files == _hashes(output, known):
        return replace(known, new=False)
    notes = list[str]()
    if decisions.places:
        notes.extend(unused(Stored(store, {}), decisions, store.ids()))
    statements = stored(store, decisions)
    counts = totals(statements)
    if counts.statements > MOST and "html" in formats:
        notes.append(f"The page shows those of the ties that are told most: {MOST:,} statements.")
    for name in formats:
        exporter(name).write(statements, output / exporter(name).file, layout)
    files = {exporter(name).file: _hash(output / exporter(name).file) for name in formats}
    written = Written(key, files, *counts, notes)
    store.note(DONE, json.dumps(asdict(written)))
    return written


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
