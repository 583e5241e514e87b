"""Errors that the command line shows to a person.

* DiplographError
  * InputError: an article file cannot be read as what it should be
  * OutputError: a result cannot be written where it was asked for
  * DataFileError: a data file, ours or the user's, does not say what it must
  * PushError: a triple store does not take a graph, or cannot be reached
  * UnknownNameError: a language, relation or format that has no entry

Anything else that escapes is a bug, and keeps its traceback.
"""

import difflib
from collections.abc import Iterable
from pathlib import Path


class DiplographError(Exception):
    """Base of every error that a user can act on: one line, what, where, how to fix."""


class InputError(DiplographError):
    """An article, or a file of articles, cannot be read."""

    def __init__(self, where: str, problem: str, fix: str) -> None:
        """Say where (path, and line if there is one), what is wrong, and what to do."""
        super().__init__(f"{where}: {problem}. {fix}.")
        self.where = where


class OutputError(DiplographError):
    """A result cannot be written."""

    def __init__(self, path: Path | str, problem: str, fix: str) -> None:
        """Say which path, what is wrong, and what to do."""
        super().__init__(f"{path}: {problem}. {fix}.")


class DataFileError(DiplographError):
    """A data file does not have the form that the code needs."""

    def __init__(self, path: Path | str, where: str, problem: str, fix: str) -> None:
        """Say which file and entry, what is wrong, and what to do."""
        super().__init__(f"{path}, {where}: {problem}. {fix}.")


class EndpointError(DiplographError):
    """A server does not answer as it should, or cannot be reached."""

    def __init__(self, endpoint: str, problem: str, fix: str) -> None:
        """Say which server, what is wrong, and what to do."""
        super().__init__(f"{endpoint}: {problem}. {fix}.")


class PushError(EndpointError):
    """A triple store does not take what is sent, or cannot be reached."""

    def with_state(self, state: str) -> "PushError":
        """Return the same error with what the store holds now."""
        told = PushError("", "", "")
        told.args = (f"{self} {state}.",)
        return told


class UnknownNameError(DiplographError):
    """A name was asked for that no data file or registry defines."""

    def __init__(self, kind: str, name: str, known: Iterable[str], fix: str = "") -> None:
        """List the known names, the closest one first where there is one.

        Args:
            kind: What the name is to be of.
            name: As it was asked for.
            known: All names of the kind.
            fix: What to do, in place of a list that would be too long.
        """
        known = sorted(known)
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {close[0]!r}? " if close else ""
        advice = fix or f"Known: {', '.join(known)}"
        super().__init__(f"No {kind} named {name!r}. {hint}{advice}.")
