"""``statements.jsonl``: one statement a line, the form that other programs count on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.files import write_text
from graph.model import Graph, Statement
from graph.wire import from_line, to_line


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements by article, place and content, the order of every listing."""
    return sorted(statements, key=_order)


def _order(statement: Statement) -> tuple[str | int, ...]:
    evidence = statement.evidence
    return (
        evidence.source.article,
        evidence.start,
        evidence.end,
        evidence.rule,
        statement.subject.id,
        statement.object.id,
        statement.id,
        to_line(statement),
    )


def write_jsonl(graph: Graph, path: Path) -> None:
    """Write every statement of a graph, in a stable order."""
    write_text(path, (to_line(statement) for statement in in_order(graph.statements)))


@dataclass(frozen=True, slots=True)
class Saved:
    """The statements that an earlier run wrote, read anew each time they are gone through."""

    path: Path
    """A ``statements.jsonl``, or a folder that holds one."""

    def __iter__(self) -> Iterator[Statement]:
        """Read the statements one by one."""
        return read_statements(self.path / "statements.jsonl" if self.path.is_dir() else self.path)


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
