"""Ask one address, and take no more than was agreed, in size and in time."""

import time
import zlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from graph import __version__
from graph.fetch.address import Network, resolved

AGENT = f"diplograph/{__version__}"

#: Seconds to connect, and to wait for the next bytes.
_PATIENCE = 15.0


class TooMuchError(OSError):
    """An answer is too large, or takes too long."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    kind: str
    """The media type, in lower case and without parameters; empty where none is given."""

    data: bytes
    location: str | None
    """Where it says to look instead."""

    wait: str | None
    """How long it says to wait, as it says it."""


class _Checked(httpcore.NetworkBackend):
    """Connects to addresses that may be asked, and to no other."""

    def __init__(self, inside: Collection[Network]) -> None:
        self._inside, self._plain = inside, httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        last: Exception = OSError(0, "it leads nowhere")
        for address in resolved(host, port, self._inside):
            try:
                return self._plain.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except httpcore.ConnectError as error:
                last = error
        raise last


class Web:
    """Asks addresses, each in a connection of its own."""

    def __init__(self, *, largest: int, longest: float, inside: Collection[Network] = ()) -> None:
        """Set what is taken at the most.

        Args:
            largest: Bytes of an answer, packed or not.
            longest: Seconds for an answer.
            inside: Private networks that may be asked.
        """
        self._largest, self._longest, self._inside = largest, longest, inside

    def ask(self, url: str) -> Answer:
        """Return the answer of an address; redirections are not followed.

        Args:
            url: As ``checked_url`` returns it.

        Raises:
            OSError: It cannot be reached, may not be asked, or says too much.
        """
        end = time.monotonic() + self._longest
        waits = {"connect": _PATIENCE, "read": _PATIENCE, "write": _PATIENCE, "pool": _PATIENCE}
        headers = [("User-Agent", AGENT), ("Accept", "*/*"), ("Accept-Encoding", "gzip")]
        try:
            with (
                httpcore.ConnectionPool(network_backend=_Checked(self._inside)) as pool,
                pool.stream("GET", url, headers=headers, extensions={"timeout": waits}) as answer,
            ):
                return self._answer(answer, end)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise OSError(0, _reason(error)) from error

    def _answer(self, answer: httpcore.Response, end: float) -> Answer:
        headers = {
            name.decode("latin1").lower(): value.decode("latin1") for name, value in answer.headers
        }
        packed = headers.get("content-encoding", "").lower()
        if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise TooMuchError(0, "its answer is packed in a way that is not known")
        unpack = zlib.decompressobj(47).decompress if packed not in ("", "identity") else _as_it_is
        data = self._body(answer, end, unpack)
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return Answer(
            answer.status, kind, data, headers.get("location"), headers.get("retry-after")
        )

    def _body(
        self, answer: httpcore.Response, end: float, unpack: Callable[[bytes, int], bytes]
    ) -> bytes:
        data, asked = bytearray(), 0
        for part in answer.iter_stream():
            asked += len(part)
            try:
                data += unpack(part, self._largest + 1)
            except zlib.error as error:
                raise OSError(0, "its answer is broken") from error
            if max(len(data), asked) > self._largest:
                raise TooMuchError(0, f"its answer is larger than {self._largest // 1_000_000} MB")
            if time.monotonic() > end:
                raise TooMuchError(0, f"its answer takes longer than {self._longest:g} seconds")
        return bytes(data)


def _as_it_is(part: bytes, _: int) -> bytes:
    return part


def _reason(error: Exception) -> str:
    if isinstance(error, httpcore.TimeoutException):
        return "it does not answer in time"
    if isinstance(error, httpcore.ProtocolError):
        return "what answers is no web server"
    return "it cannot be reached"
