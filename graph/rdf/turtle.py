r"""Turtle and TriG with prefixes, written as a stream in the order of the blocks.

rdflib's Turtle serialiser holds the whole graph and sorts it; pyoxigraph's
writes a slash after a prefix as ``\/``, which Virtuoso keeps in the IRI.

Nearly all of a graph is sentences and statements, which look alike but for a few strings and for
what many of them share. So their blocks are put into words once, with marks for those strings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from graph.rdf.forms import Forms
from graph.rdf.lines import escaped, quoted
from graph.rdf.names import term
from graph.rdf.terms import IRI, Block, Filled, Literal, Pair, Part, TripleTerm

#: Local names that need no escape anywhere.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_TYPE = term("rdf:type")

#: Datatypes whose values Turtle writes without quotes, with the form that they must have.
_BARE = {term("xsd:decimal"): re.compile(r"-?[0-9]+\.[0-9]+")}

#: IRIs and parts of which is kept how they look.
_KEPT = 1 << 14

#: What stands between two properties.
_NEXT = " ;\n    "


def turtle(found: Iterable[Block | Filled], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return blocks as Turtle, or as TriG where they are in graphs."""
    yield from (f"@prefix {name}: <{namespace}> .\n" for name, namespace in prefixes.items())
    writer = _Writer(prefixes)
    for graph, some in groupby(found, key=attrgetter("graph")):
        if graph is None:
            yield from map(writer.write, some)
        else:
            yield f"\nGRAPH {writer.short(graph)} {{"
            yield from map(writer.write, some)
            yield "}\n"


class _Writer:
    """Writes blocks; what recurs is put into words once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Begin with nothing put into words."""
        self._names = {namespace: name for name, namespace in prefixes.items()}
        self.short = lru_cache(_KEPT)(self._short)
        self._part = lru_cache(_KEPT)(self._make_part)
        self._forms = Forms(self.write, self._pair)

    def write(self, found: Block | Filled) -> str:
        """Return a block or several, with an empty line before each."""
        if isinstance(found, Block):
            return f"\n{self.short(found.subject)} {self._said(found.pairs)} .\n"
        stencil, ids, texts, parts, _ = found
        form = self._forms.of(stencil, len(ids), len(texts), bool(parts))
        return form.fill(*ids, *map(escaped, texts), _NEXT.join(map(self._part, parts)))

    def _pair(self, _: IRI, name: IRI, value: IRI) -> str:
        return f"{self.short(name)} {self.short(value)}"

    def _make_part(self, part: Part) -> str:
        return self._said(part.pairs)

    def _said(self, pairs: Iterable[Pair]) -> str:
        """Return properties and values."""
        pieces, last = list[str](), None
        for name, value in pairs:
            text = self.short(value) if isinstance(value, str) else self._value(value)
            if name == last:
                pieces.append(f" , {text}")
            else:
                pieces.append(f"{_NEXT}{'a' if name == _TYPE else self.short(name)} {text}")
            last = name
        return "".join(pieces).removeprefix(_NEXT)

    def _short(self, node: IRI) -> str:
        """Return an IRI with a prefix where there is one."""
        cut = max(node.rfind("/"), node.rfind("#")) + 1
        prefix, local = self._names.get(node[:cut]), node[cut:]
        return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else f"<{node}>"

    def _value(self, node: Literal | TripleTerm) -> str:
        if isinstance(node, TripleTerm):
            return f"<<( {' '.join(map(self.short, node))} )>>"
        if node.lang:
            return f"{quoted(node.text)}@{node.lang}"
        if not node.datatype:
            return quoted(node.text)
        bare = _BARE.get(node.datatype)
        if bare and bare.fullmatch(node.text):
            return node.text
        return f"{quoted(node.text)}^^{self.short(node.datatype)}"
