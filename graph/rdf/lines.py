"""N-Triples and N-Quads: one triple a line, what stores load fastest."""

import re
from collections.abc import Iterable, Iterator

from graph.rdf.terms import Block, Literal, Term

_SPECIAL = re.compile(r'["\\\n\r\t]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quoted(value: str) -> str:
    """Return text between quotes, as Turtle and N-Triples have it."""
    if _SPECIAL.search(value):
        value = _SPECIAL.sub(lambda sign: _ESCAPES[sign[0]], value)
    return f'"{value}"'


def written(node: Term) -> str:
    """Return a term as N-Triples has it."""
    if isinstance(node, str):
        return f"<{node}>"
    if isinstance(node, Literal):
        if node.datatype:
            return f"{quoted(node.text)}^^<{node.datatype}>"
        return f"{quoted(node.text)}@{node.lang}" if node.lang else quoted(node.text)
    return f"<<( <{node.subject}> <{node.predicate}> <{node.object}> )>>"


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Return blocks as N-Triples, or as N-Quads where they are in graphs."""
    for block in blocks:
        ending = f" <{block.graph}> .\n" if block.graph else " .\n"
        start = f"<{block.subject}> <"
        yield "".join([f"{start}{name}> {written(value)}{ending}" for name, value in block.pairs])
