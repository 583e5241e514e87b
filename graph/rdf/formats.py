"""The formats of RDF, and what each can hold.

To add a format, write a function from blocks to text and add an entry to
``FORMATS`` and to the exporters.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from graph.errors import OutputError
from graph.files import write_text
from graph.model import Statement
from graph.rdf.document import document
from graph.rdf.jsonld import json_ld
from graph.rdf.lines import lines
from graph.rdf.names import NAMESPACES, OURS, Names
from graph.rdf.ontology import ontology
from graph.rdf.profiles import find_profile
from graph.rdf.shape import Shape
from graph.rdf.terms import Block, Filled
from graph.rdf.turtle import turtle
from graph.rdf.xml import xml


@dataclass(frozen=True, slots=True)
class Format:
    """A format of RDF."""

    write: Callable[[Iterable[Block | Filled], Mapping[str, str]], Iterator[str]]
    """Makes text from blocks and prefixes."""

    media: str
    """Its media type."""

    graphs: bool = False
    """Whether it can hold named graphs."""

    triple_terms: bool = False
    """Whether it can hold RDF 1.2."""


def _lines(found: Iterable[Block | Filled], _: Mapping[str, str]) -> Iterator[str]:
    return lines(found)


#: Formats by name.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "ttl": Format(turtle, "text/turtle", triple_terms=True),
        "trig": Format(turtle, "application/trig", graphs=True, triple_terms=True),
        "nt": Format(_lines, "application/n-triples", triple_terms=True),
        "nq": Format(_lines, "application/n-quads", graphs=True, triple_terms=True),
        "jsonld": Format(json_ld, "application/ld+json", graphs=True),
        "rdf": Format(xml, "application/rdf+xml"),
    }
)


def check_layout(format_: str, profile: str | None, base: str | None) -> Shape:
    """Return how to lay out a graph, from what a person asked for.

    Args:
        format_: A name of ``FORMATS``.
        profile: A name of ``PROFILES``; None for the one that suits the format.
        base: What minted IRIs start with; None for ours.

    Raises:
        UnknownNameError: There is no such profile.
        InputError: The base cannot start an IRI.
        OutputError: The format cannot hold what the profile needs.
    """
    chosen = FORMATS[format_]
    name = profile or ("quads" if format_ in ("trig", "nq") else "standard")
    shape = Shape(find_profile(name), Names.under(base) if base else OURS)
    for needed, can, what in (
        (shape.profile.graphs, "graphs", "graphs"),
        (shape.profile.triple_terms, "triple_terms", "RDF 1.2"),
    ):
        if needed and not getattr(chosen, can):
            able = [key for key, value in FORMATS.items() if getattr(value, can)]
            problem = f"cannot hold the {what} of the profile {name!r}"
            raise OutputError(f"format {format_}", problem, _use(able))
    return shape


def _use(able: list[str]) -> str:
    return f"Use {', '.join(able[:-1])} or {able[-1]}, or another profile"


def text_of(statements: Iterable[Statement], format_: str, shape: Shape) -> Iterator[str]:
    """Return statements as RDF text, in pieces.

    Args:
        statements: Can be gone through twice.
        format_: A name of ``FORMATS``.
        shape: From ``check_layout``, which makes sure that the format can hold it.
    """
    return FORMATS[format_].write(document(statements, shape), shape.prefixes())


def write_rdf(
    statements: Iterable[Statement],
    path: Path,
    format_: str,
    *,
    profile: str | None = None,
    base: str | None = None,
) -> None:
    """Write statements to a file as RDF.

    Args:
        statements: Can be gone through twice.
        path: The file to write.
        format_: A name of ``FORMATS``.
        profile: A name of ``PROFILES``; None for the one that suits the format.
        base: What minted IRIs start with; None for ours.

    Raises:
        UnknownNameError: There is no such profile.
        InputError: The base cannot start an IRI.
        OutputError: The file cannot be written, or the format cannot hold the profile.
    """
    write_text(path, text_of(statements, format_, check_layout(format_, profile, base)))


def write_ontology(path: Path) -> None:
    """Write the vocabulary alone, as Turtle."""
    write_text(path, turtle(ontology(), NAMESPACES))
