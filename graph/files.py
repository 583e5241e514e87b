"""Write files whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from graph.errors import OutputError

#: What the name of a file ends in until it is whole.
_WAITING = ".part"


def write_text(path: Path, chunks: Iterable[str]) -> None:
    """Write text as UTF-8 with line feeds, replacing what was there in one move.

    Args:
        path: The file to write; its folder is made if need be.
        chunks: The text, in pieces.

    Raises:
        OutputError: The file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, not replaced
            with path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
                out.writelines(chunks)
        else:
            # A link stays one, but for a link to itself, which leads nowhere.
            _replace(Path(os.path.realpath(path)), chunks)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        if isinstance(error, FileExistsError) and path.parent.is_file():
            reason = f"{path.parent} is a file, not a folder"
        fix = f"{'Make room, or choose' if is_full(error) else 'Choose'} another place with -o"
        raise OutputError(path, f"cannot be written: {reason}", fix) from error


def is_full(error: Exception) -> bool:
    """Return whether an error is that there is no room left on a disk, or in a person's part."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def sweep(folder: Path) -> None:
    """Remove what runs that were killed while they wrote have left in a folder."""
    for path in folder.glob(f".*{_WAITING}"):
        path.unlink(missing_ok=True)


def _replace(path: Path, chunks: Iterable[str]) -> None:
    """Write beside the file, then move onto it: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(_WAITING, f".{path.name}.", path.parent)
    waiting = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as out:  # noqa: PTH123
            out.writelines(chunks)
            out.flush()
            os.fsync(handle)  # else a move may outlive what it moves, if the power goes
        waiting.chmod(0o666 & ~umask())
        os.replace(waiting, path)  # noqa: PTH105
    finally:
        waiting.unlink(missing_ok=True)


def umask() -> int:
    """Return what this process leaves out of the rights to its files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
