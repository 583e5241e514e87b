"""Write a graph to a file.

To add a format, write ``write_xyz(graph, path)`` in a module here and add a
line to ``EXPORTERS``; the command line, its help and the tests follow.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from graph.errors import UnknownNameError
from graph.model import Graph


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: the file it goes to in an output folder, and what writes it."""

    file: str
    module: str
    """Imported when first used: some formats need libraries that are slow to load."""

    function: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write a graph to a file."""
        writer: Callable[[Graph, Path], None] = getattr(import_module(self.module), self.function)
        writer(graph, path)


#: Formats by name.
EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "jsonl": Exporter("statements.jsonl", "graph.export.jsonl", "write_jsonl"),
        "ttl": Exporter("graph.ttl", "graph.export.rdf", "write_turtle"),
        "nt": Exporter("graph.nt", "graph.export.rdf", "write_ntriples"),
        "graphml": Exporter("graph.graphml", "graph.export.tables", "write_graphml"),
        "csv": Exporter("statements.csv", "graph.export.tables", "write_csv"),
        "html": Exporter("graph.html", "graph.page", "write_page"),
    }
)


def exporter(name: str) -> Exporter:
    """Return a format by its name.

    Raises:
        UnknownNameError: There is no such format.
    """
    if name not in EXPORTERS:
        raise UnknownNameError("export format", name, EXPORTERS)
    return EXPORTERS[name]


def export(graph: Graph, path: Path, name: str) -> None:
    """Write a graph to a file in the format of a name.

    Raises:
        UnknownNameError: There is no such format.
        OutputError: The file cannot be written.
    """
    exporter(name).write(graph, path)
