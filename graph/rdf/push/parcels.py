"""Statements as parcels: N-Triples of one graph, of a size that a store takes in one request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.grouped import grouped
from graph.model import Statement, digest
from graph.rdf.document import document
from graph.rdf.lines import lines
from graph.rdf.shape import Shape
from graph.rdf.terms import IRI, plain


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent in one request."""

    graph: IRI | None
    """The graph of a profile that has graphs; None where it has none."""

    triples: bytes
    """N-Triples."""

    count: int
    """How many triples."""

    first: bool
    """Whether it is the first of its graph."""

    @property
    def key(self) -> str:
        """A hash of graph and content."""
        return digest(self.graph, self.triples.decode("utf-8"))


def parcels(statements: Iterable[Statement], shape: Shape, size: int) -> Iterator[Parcel]:
    """Return all that is said of some statements, in parcels.

    Args:
        statements: Can be gone through twice.
        shape: The profile and the base of minted IRIs.
        size: Triples in a parcel, to which the block that fills it may add some.
    """
    for graph, blocks in groupby(plain(document(statements, shape)), key=lambda block: block.graph):
        first = True
        for chunk in grouped(blocks, lambda block: len(block.pairs), size):
            text = "".join(lines(block._replace(graph=None) for block in chunk))
            count = sum(len(block.pairs) for block in chunk)
            yield Parcel(graph, text.encode("utf-8"), count, first)
            first = False
