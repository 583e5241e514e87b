"""Statements as parcels: N-Triples of one graph, of a size that a store takes in one request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.model import Statement, digest
from graph.rdf.document import document
from graph.rdf.lines import lines
from graph.rdf.shape import Shape
from graph.rdf.terms import IRI, Block, plain


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
        for chunk in _chunks(blocks, size):
            text = "".join(lines(block._replace(graph=None) for block in chunk))
            count = sum(len(block.pairs) for block in chunk)
            yield Parcel(graph, text.encode("utf-8"), count, first)
            first = False


def _chunks(blocks: Iterable[Block], size: int) -> Iterator[list[Block]]:
    chunk: list[Block] = []
    count = 0
    for block in blocks:
        chunk.append(block)
        count += len(block.pairs)
        if count >= size:
            yield chunk
            chunk, count = [], 0
    if chunk:
        yield chunk
