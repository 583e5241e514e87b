"""Real triple stores for the tests, started on loopback and stopped by their process."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Protocol

OXIGRAPH = Path(sys.executable).parent / "oxigraph"
VIRTUOSO = shutil.which("virtuoso-t")
NEEDS_VIRTUOSO = "needs OpenLink Virtuoso, which `make stores` brings"

_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
"""


def free_port() -> int:
    """Return a port on loopback that nothing uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Server(Protocol):
    """A triple store that can be started, killed and started again with what it kept."""

    kind: str
    endpoint: str

    def start(self) -> None:
        """Start it, and wait until it answers."""

    def kill(self) -> None:
        """End it at once, as a power cut would."""


class _Process:
    """A server process in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, command: list[str], path: str) -> None:
        """Start a command in the folder, and wait until an address of it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                command, cwd=self.folder, stdout=log, stderr=log
            )
        for _ in range(600):
            try:
                with urllib.request.urlopen(self.endpoint + path, timeout=10):  # noqa: S310
                    return
            except OSError:
                assert self._process.poll() is None, (self.folder / "server.log").read_text()
                time.sleep(0.05)
        raise AssertionError(f"{command[0]} does not answer")

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()


class Oxigraph(_Process):
    """The server of the PyPI package ``oxigraph``."""

    kind = "oxigraph"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        address = f"127.0.0.1:{self.port}"
        command = [str(OXIGRAPH), "serve", "--location", "data", "--bind", address]
        self.run(command, "/query?query=ASK%7B%7D")


class Virtuoso(_Process):
    """OpenLink Virtuoso of the Debian package, with the password that it comes with."""

    kind = "virtuoso"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        ini = self.folder / "virtuoso.ini"
        if not ini.exists():
            ini.write_text(_INI.format(sql=free_port(), web=self.port), encoding="ascii")
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)
        command = [str(VIRTUOSO), "+foreground", "+configfile", "virtuoso.ini"]
        self.run(command, "/sparql?query=ASK%7B%7D")


SERVERS: dict[str, type[Oxigraph] | type[Virtuoso]] = {"oxigraph": Oxigraph, "virtuoso": Virtuoso}
