"""Run a reader so that nothing in a file can end the run.

A reader yields an error for an article that is wrong, and raises one that is the
end of its file.
"""

import logging
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from graph.errors import InputError
from graph.read.record import Record

Reader = Callable[[BinaryIO, str], Iterator[Record | InputError]]


class UnreadableError(InputError):
    """A whole file, or the rest of one, cannot be read: nobody knows what articles it holds."""


def guarded(reader: Reader, stream: BinaryIO, where: str) -> Iterator[Record | InputError]:
    """Yield what a reader yields, and in place of what it raises why the rest is not read.

    Args:
        reader: Of one format.
        stream: What it is to read.
        where: The file's name, for messages.
    """
    try:
        yield from reader(stream, where)
    except InputError as error:
        yield error
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError) as error:
        yield cut(where, error)
    except Exception as error:
        # Readers stand on libraries that meet whatever people put in files.
        logging.getLogger(__name__).debug("reading %s broke", where, exc_info=True)
        problem = f"the reading broke on it ({type(error).__name__})"
        yield UnreadableError(where, problem, "Give the article as text; all others are unaffected")


def cut(where: str, error: Exception) -> UnreadableError:
    """Return why a file cannot be read, as the operating system has it."""
    problem = getattr(error, "strerror", None) or "cut off, or not what its suffix says"
    fix = "Check the file, and that you may read it"
    return UnreadableError(where, f"cannot be read: {problem}", fix)
