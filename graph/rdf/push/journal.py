"""What a push has sent, kept in a file until it ends, so that one that was cut off can go on."""

from pathlib import Path

from graph.errors import OutputError


class Journal:
    """The keys of parcels that a store has taken.

    It is a help and no truth: a store may have lost what it took. The push
    counts what is there, and starts anew where that is not what was sent.
    """

    def __init__(self, path: Path, purpose: str) -> None:
        """Read what an earlier push with the same purpose left.

        Args:
            path: The file.
            purpose: A hash of endpoint, graph and layout; another one is no help.
        """
        self.path = path
        self._purpose = purpose
        self._sent = self._read()
        self.resumed = bool(self._sent)

    def _read(self) -> set[str]:
        try:
            lines = self.path.read_text(encoding="ascii").splitlines()
        except (OSError, UnicodeDecodeError):
            return set()
        return set(lines[1:]) if lines[:1] == [self._purpose] else set()

    def __contains__(self, key: str) -> bool:
        """Return whether a parcel was sent."""
        return key in self._sent

    def add(self, key: str) -> None:
        """Note that a parcel was sent.

        Raises:
            OutputError: The file cannot be written.
        """
        new = [] if self._sent else [self._purpose]
        try:
            with self.path.open("a" if self._sent else "w", encoding="ascii") as out:
                out.writelines(f"{line}\n" for line in (*new, key))
        except OSError as error:
            fix = "Make its folder writable: it notes what was sent, so that a push can go on"
            raise OutputError(self.path, f"cannot be written: {error.strerror}", fix) from error
        self._sent.add(key)

    def clear(self) -> None:
        """Forget everything."""
        self._sent = set()
        self.resumed = False
        self.path.unlink(missing_ok=True)
