"""N-Triples and N-Quads: one triple a line, what stores load fastest."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph.rdf.forms import Forms
from graph.rdf.terms import IRI, Block, Filled, Literal, Part, Term

_SPECIAL = re.compile(r'["\\\n\r\t]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

#: The end of a line, which no text has: in texts line feeds are escaped.
_END = " .\n"

#: Stands for a subject; no text that can be RDF has it.
_SUBJECT = "\0"

#: Parts of which is kept how they look.
_KEPT = 1 << 14


def quoted(value: str) -> str:
    """Return text between quotes, as Turtle and N-Triples have it."""
    return f'"{escaped(value)}"'


def escaped(value: str) -> str:
    """Return text as it stands between quotes."""
    if _SPECIAL.search(value):
        return _SPECIAL.sub(lambda sign: _ESCAPES[sign[0]], value)
    return value


def written(node: Term) -> str:
    """Return a term as N-Triples has it."""
    if isinstance(node, str):
        return f"<{node}>"
    if isinstance(node, Literal):
        if node.datatype:
            return f"{quoted(node.text)}^^<{node.datatype}>"
        return f"{quoted(node.text)}@{node.lang}" if node.lang else quoted(node.text)
    return f"<<( <{node.subject}> <{node.predicate}> <{node.object}> )>>"


def lines(found: Iterable[Block | Filled]) -> Iterator[str]:
    """Return blocks as N-Triples, or as N-Quads where they are in graphs."""
    part, forms = lru_cache(_KEPT)(_part), Forms(_block, _triple)
    for each in found:
        if isinstance(each, Block):
            words = _block(each)
        else:
            stencil, ids, texts, parts, _ = each
            form = forms.of(stencil, len(ids), len(texts), bool(parts))
            more = "".join(map(part, parts)).replace(_SUBJECT, form.subject(*ids))
            words = form.fill(*ids, *map(escaped, texts), more)
        yield words.replace(_END, f" <{each.graph}>{_END}") if each.graph else words


def _part(part: Part) -> str:
    return _block(Block(IRI(_SUBJECT), list(part.pairs)))


def _block(block: Block) -> str:
    return "".join([_triple(block.subject, name, value) for name, value in block.pairs])


def _triple(subject: IRI, name: IRI, value: Term) -> str:
    return f"<{subject}> <{name}> {written(value)}{_END}"
