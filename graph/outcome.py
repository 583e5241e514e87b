"""What came of a run, for whoever asked for it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    articles: int = 0
    """Articles read, new ones and known ones."""

    added: int = 0
    """Articles that were new or had changed, or were read again."""

    unchanged: int = 0
    """Articles known from an earlier run."""

    again: int = 0
    """Articles known from an earlier run, but read by another version of diplograph."""

    skipped: tuple[str, ...] = ()
    """A line for everything left out: where, what was wrong, what to do."""

    notes: tuple[str, ...] = ()
    """A line for what has no effect and is no fault: a file that is no article's, a decision
    about an actor or an article that is not there, a process that died and was replaced.
    """

    statements: int = 0
    """Statements in the graph."""

    ties: int = 0
    """Ties in the graph."""

    copies: int = 0
    """Articles that say something and are copies of others."""

    undated: int = 0
    """Articles of this run that do not say when they appeared."""

    outdated: int = 0
    """Articles of earlier runs that another version of diplograph read, and this run did not."""

    removed: int = 0
    """Articles removed from the graph."""

    kept: int = 0
    """Articles of earlier runs that were not among those of this one, and stay in the graph.

    None are counted where a file could not be read, for it may hold them.
    """

    files: tuple[Path, ...] = ()
    """Files of the graph."""

    written: bool = True
    """Whether they were written now; False where they are those that an earlier run wrote."""
