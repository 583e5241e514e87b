"""What was answered so far, kept in a file until all is, so that one that was cut off can go on."""

import json
from pathlib import Path

from graph.errors import OutputError
from graph.update.queries import Row


class Journal:
    """Answers by the key of their question, one a line."""

    def __init__(self, path: Path, purpose: str) -> None:
        """Read what an earlier run with the same purpose left.

        Args:
            path: The file.
            purpose: Whom is asked what; the answers to another are no help.
        """
        self._path, self._purpose = path, purpose
        self._rows = self._read()
        self.resumed = bool(self._rows)

    def _read(self) -> dict[str, list[Row]]:
        try:
            first, *lines = self._path.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return {}
        # The last line is empty, or was cut off.
        return dict(map(json.loads, lines[:-1])) if first == self._purpose else {}

    def __len__(self) -> int:
        """Return how many questions are answered."""
        return len(self._rows)

    def get(self, key: str) -> list[Row] | None:
        """Return what was answered to a question."""
        return self._rows.get(key)

    def put(self, key: str, rows: list[Row]) -> None:
        """Store what was answered to a question.

        Raises:
            OutputError: The file cannot be written.
        """
        self._rows[key] = rows
        lines = [self._purpose, *map(json.dumps, self._rows.items())]
        try:
            if len(self._rows) == 1 or self.resumed:
                self._path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            else:
                with self._path.open("a", encoding="utf-8") as out:
                    out.write(lines[-1] + "\n")
        except OSError as error:
            problem = f"cannot be written: {error.strerror}"
            raise OutputError(self._path, problem, "Choose another place with -o") from error

    def clear(self) -> None:
        """Forget everything."""
        self._path.unlink(missing_ok=True)
