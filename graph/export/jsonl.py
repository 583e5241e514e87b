"""``statements.jsonl``: one statement a line, the form that other programs count on."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import InputError
from graph.export.files import write_text
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


def read_statements(path: Path) -> Iterator[Statement]:
    """Yield the statements of a file that ``write_jsonl`` wrote.

    Raises:
        InputError: The file cannot be read, or a line is no statement.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        fix = "Name a folder that 'diplograph build' wrote, or a statements.jsonl"
        raise InputError(str(path), "cannot be read", fix) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield from_line(line, f"{path}, line {number}")
