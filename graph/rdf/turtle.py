r"""Turtle and TriG with prefixes, written as a stream in the order of the blocks.

rdflib's Turtle serialiser holds the whole graph and sorts it; pyoxigraph's
writes a slash after a prefix as ``\/``, which Virtuoso keeps in the IRI.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from graph.rdf.lines import quoted
from graph.rdf.names import term
from graph.rdf.terms import IRI, Block, Literal, Term

#: Local names that need no escape anywhere.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_TYPE = term("rdf:type")

#: Datatypes whose values Turtle writes without quotes, with the form that they must have.
_BARE = {term("xsd:decimal"): re.compile(r"-?[0-9]+\.[0-9]+")}


def turtle(blocks: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return blocks as Turtle, or as TriG where they are in graphs."""
    short = _shortener(prefixes)
    yield from (f"@prefix {name}: <{namespace}> .\n" for name, namespace in prefixes.items())
    for graph, found in groupby(blocks, key=lambda block: block.graph):
        if graph is None:
            yield from ("\n" + _block(block, short) for block in found)
        else:
            yield f"\nGRAPH {short(graph)} {{\n"
            yield from (_block(block, short) for block in found)
            yield "}\n"


def _shortener(prefixes: Mapping[str, str]) -> Callable[[IRI], str]:
    """Return what writes an IRI, with a prefix where there is one."""
    by_namespace = {namespace: name for name, namespace in prefixes.items()}

    @lru_cache(maxsize=1 << 14)
    def short(node: IRI) -> str:
        cut = max(node.rfind("/"), node.rfind("#")) + 1
        prefix, local = by_namespace.get(node[:cut]), node[cut:]
        return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else f"<{node}>"

    return short


def _block(block: Block, short: Callable[[IRI], str]) -> str:
    parts = [short(block.subject)]
    last = None
    for name, value in block.pairs:
        if name == last:
            parts.append(" , ")
        else:
            parts.append(
                f" {_name(name, short)} " if last is None else f" ;\n    {_name(name, short)} "
            )
        parts.append(short(value) if isinstance(value, str) else _written(value, short))
        last = name
    parts.append(" .\n")
    return "".join(parts)


def _name(name: IRI, short: Callable[[IRI], str]) -> str:
    return "a" if name == _TYPE else short(name)


def _written(node: Term, short: Callable[[IRI], str]) -> str:
    if isinstance(node, Literal):
        if node.lang:
            return f"{quoted(node.text)}@{node.lang}"
        if not node.datatype:
            return quoted(node.text)
        bare = _BARE.get(node.datatype)
        if bare and bare.fullmatch(node.text):
            return node.text
        return f"{quoted(node.text)}^^{short(node.datatype)}"
    assert not isinstance(node, str)  # noqa: S101
    return f"<<( {short(node.subject)} {short(node.predicate)} {short(node.object)} )>>"
