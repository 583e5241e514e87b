"""Read no more than an article can be, whatever a stream holds.

A packed file may unpack to more than the memory has: a few kilobytes of gzip
become gigabytes of zeros. So nothing is read to its end without a bound, and
what comes out of a packed stream is weighed against what went in.
"""

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from graph.errors import InputError

#: Bytes of one document: a text, a page, a PDF, a line of JSON. A long book has a tenth of it.
LARGEST = 64 * 1024 * 1024

#: Bytes out of a packed stream that are never a bomb, and how often news packs at the most.
HARMLESS, TIGHTEST = 16 * 1024 * 1024, 100


class BombError(OSError):
    """A packed stream unpacks to more than text can."""

    def __init__(self) -> None:
        """Say it as the operating system says what is wrong with a file."""
        super().__init__(0, f"it unpacks to more than {TIGHTEST} times its size")


def read_all(stream: BinaryIO, where: str) -> bytes:
    """Return all that a stream holds.

    Raises:
        InputError: It is more than one document can be.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(where)
    return data


def lines_of(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream with their ends; None for one longer than a document can be."""
    while line := stream.readline(LARGEST):
        if len(line) < LARGEST or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST)
        yield None


def too_large(where: str) -> InputError:
    """Return what is wrong with a document that is larger than any."""
    problem = f"more than {LARGEST // 1024 // 1024} MB for one article"
    return InputError(where, problem, "Split it into articles")


class Unpacked(io.RawIOBase):
    """What comes out of a packed stream, as long as it can be text."""

    def __init__(self, stream: BinaryIO, packed: Callable[[], int]) -> None:
        """Take the stream, and what tells how many packed bytes were read for it so far."""
        self._stream, self._packed, self._read = stream, packed, 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401
        """Fill a buffer.

        Raises:
            BombError: More came out than the packed bytes can stand for.
        """
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._read += len(data)
        if self._read > max(HARMLESS, TIGHTEST * self._packed()):
            raise BombError
        return len(data)
