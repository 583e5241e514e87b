"""Write a graph to a file.

To add a format, write ``write_xyz(graph, path)`` in a module here and add a
line to ``EXPORTERS``; the command line, its help and the tests follow. The
formats of RDF have their home in ``graph/rdf``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from graph.errors import UnknownNameError
from graph.export.jsonl import kept, listed, ordered
from graph.model import Graph, Statement


@dataclass(frozen=True, slots=True)
class Layout:
    """How RDF is to be laid out; other formats leave no choice."""

    profile: str | None = None
    """A name of ``graph.rdf.profiles.PROFILES``; None for what suits the format."""

    base: str | None = None
    """What minted IRIs start with; None for the project's own."""


#: What suits most.
USUAL = Layout()


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: the file it goes to in an output folder, and what writes it."""

    file: str
    module: str
    """Imported when first used: some formats need libraries that are slow to load."""

    function: str
    rdf: str | None = None
    """The name of a format of RDF, which takes a stream of statements and a layout."""

    def check(self, layout: Layout) -> None:
        """Raise what ``write`` would raise for a layout, before any work is done."""
        if self.rdf is not None:
            from_layout = import_module(self.module).check_layout
            from_layout(self.rdf, layout.profile, layout.base)

    def write(self, graph: Graph | Iterable[Statement], path: Path, layout: Layout = USUAL) -> None:
        """Write a graph to a file.

        Args:
            graph: A graph, or statements each once and in order, that can be gone through more
                than once and need not be held in memory.
            path: The file.
            layout: How RDF is to be laid out.
        """
        writer: Callable[..., None] = getattr(import_module(self.module), self.function)
        if self.rdf is None:
            writer(graph, path)
        else:
            writer(listed(graph), path, self.rdf, profile=layout.profile, base=layout.base)


def _rdf(format_: str) -> Exporter:
    return Exporter(f"graph.{format_}", "graph.rdf.formats", "write_rdf", format_)


#: Formats by name.
EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "jsonl": Exporter("statements.jsonl", "graph.export.jsonl", "write_jsonl"),
        **{name: _rdf(name) for name in ("ttl", "trig", "nt", "nq", "jsonld", "rdf")},
        "graphml": Exporter("graph.graphml", "graph.export.graphml", "write_graphml"),
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


def export(
    graph: Graph | Iterable[Statement], path: Path, name: str, layout: Layout = USUAL
) -> None:
    """Write a graph, or statements that may be gone through again, in the format of a name.

    Args:
        graph: A graph, or statements that may be gone through again.
        path: The file to write.
        name: A name of ``EXPORTERS``.
        layout: How RDF is to be laid out.

    Raises:
        UnknownNameError: There is no such format or profile.
        InputError: What was saved cannot be read, or the base cannot start an IRI.
        OutputError: The file cannot be written, or the format cannot hold the profile.
    """
    chosen = exporter(name)
    if not isinstance(graph, Graph):
        graph = kept(graph)
        # RDF is surveyed first in any case, and its writer sees whether there is an order.
        graph = graph if chosen.rdf else ordered(graph)
    chosen.write(graph, path, layout)
