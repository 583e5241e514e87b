"""``statements.jsonl``: one statement a line, the form that other programs count on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice, pairwise
from pathlib import Path

from graph.errors import InputError
from graph.files import write_text
from graph.model import Graph, Statement
from graph.undisturbed import undisturbed
from graph.wire import from_line, to_line

#: Statements that are held rather than read again for each use: 100 MB. A page holds as many.
KEPT = 50_000


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements by article, place and content, the order of every listing."""
    found: list[Statement] = []
    for _, same in groupby(sorted(statements, key=order), key=order):
        alike = list(same)
        found += sorted(alike, key=to_line) if len(alike) > 1 else alike
    return found


def order(statement: Statement) -> tuple[str | int, ...]:
    """Return what statements are ordered by; where it is the same, their lines decide."""
    evidence = statement.evidence
    return (
        evidence.source.article,
        evidence.start,
        evidence.end,
        evidence.rule,
        statement.subject.id,
        statement.object.id,
        statement.id,
    )


def listed(graph: Graph | Iterable[Statement]) -> Iterable[Statement]:
    """Return the statements of a graph in order; others are in order already."""
    return in_order(graph.statements) if isinstance(graph, Graph) else graph


def write_jsonl(graph: Graph | Iterable[Statement], path: Path) -> None:
    """Write every statement of a graph, in a stable order."""
    write_text(path, map(to_line, listed(graph)))


@dataclass(frozen=True, slots=True)
class Saved:
    """The statements that an earlier run wrote, read anew each time they are gone through."""

    path: Path
    """A ``statements.jsonl``, or a folder that holds one."""

    def __iter__(self) -> Iterator[Statement]:
        """Read the statements one by one."""
        return read_statements(self._file)

    def are_more_than(self, number: int) -> bool:
        """Return whether the file has more lines than so many; not so if it cannot be read."""
        try:
            with self._file.open("rb") as lines:
                return sum(1 for _ in islice(lines, number + 1)) > number
        except OSError:
            return False

    @property
    def _file(self) -> Path:
        return self.path / "statements.jsonl" if self.path.is_dir() else self.path


def kept(statements: Iterable[Statement]) -> Iterable[Statement]:
    """Return statements that can be gone through more than once: a list of them if they are few."""
    if isinstance(statements, Saved) and statements.are_more_than(KEPT):
        return statements  # to read a line takes far longer than to count it
    with undisturbed():
        found = list(islice(statements, KEPT + 1))
    return found if len(found) <= KEPT else statements


def ordered(statements: Iterable[Statement]) -> Iterable[Statement]:
    """Return statements each once and in order: themselves where they are, else a list.

    Args:
        statements: Can be gone through more than once.
    """
    if all(one < other for one, other in pairwise(map(order, statements))):
        return statements
    return in_order(set(statements))


def read_statements(path: Path) -> Iterator[Statement]:
    """Yield the statements of a file that ``write_jsonl`` wrote.

    Raises:
        InputError: The file cannot be read, or a line is no statement.
    """
    try:
        # Only line feeds end a line: a text may hold other signs that Python takes for an end.
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield from_line(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError) as error:
        fix = "Name a folder that 'diplograph build' wrote, or a statements.jsonl"
        raise InputError(str(path), "cannot be read", fix) from error
