"""One graph on its way to one store: what both ways of sending share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.model import Statement, digest
from graph.rdf.push.client import Client
from graph.rdf.push.journal import Journal
from graph.rdf.push.parcels import Parcel, parcels
from graph.rdf.shape import Shape
from graph.rdf.terms import IRI


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or would do."""

    triples: int
    """Triples of the graph."""

    parcels: int
    """Requests that they take."""

    skipped: int = 0
    """Requests that an earlier push had made."""

    retries: int = 0
    """Requests that were made again because the store did not answer."""

    total: int = 0
    """Triples that were counted in the store afterwards, in the graphs that were written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to send, where to, and how."""

    client: Client
    statements: Iterable[Statement]
    """Can be gone through twice."""

    shape: Shape
    target: IRI | None = None
    """The graph to write, of a profile without graphs; None is the default graph."""

    journal: Path
    """Notes what was sent while a push is under way."""

    replace: bool = False
    """Whether what the graphs held before is to go."""

    progress: Callable[[int], None] | None = None
    """Told the number of triples sent so far."""

    def parcels(self) -> Iterator[Parcel]:
        """Return what is sent."""
        return parcels(self.statements, self.shape, self.client.kind.chunk)

    def open_journal(self) -> Journal:
        """Return what an earlier push of the same kind to the same place has left."""
        return Journal(
            self.journal,
            digest(
                self.client.endpoint,
                self.target,
                str(self.replace),
                type(self.shape.profile).__name__,
                self.shape.names.base,
            ),
        )

    def send(self, parcel: Parcel, graph: IRI | None, *, replace: bool, journal: Journal) -> bool:
        """Send a parcel, and return whether it had to be sent.

        Args:
            parcel: What to send, and its key.
            graph: Where to; None for the default graph.
            replace: Whether it takes the place of what is there.
            journal: Of what was sent before, which it is added to.
        """
        if parcel.key in journal:
            return False
        self.client.load(graph, parcel.triples, replace=replace)
        journal.add(parcel.key)
        return True
