"""RDF/XML, for programs that read nothing newer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from graph.rdf.forms import Forms
from graph.rdf.terms import IRI, Block, Filled, Literal, Pair, Part

#: Names and parts of which is kept how they look.
_KEPT = 1 << 14

_SPECIAL = re.compile('[&<>"\r\n\t]')
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\r": "&#13;",
        "\n": "&#10;",
        "\t": "&#9;",
    }
)


def xml(found: Iterable[Block | Filled], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return blocks as RDF/XML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f'\n    xmlns:{name}="{_escaped(space)}"' for name, space in prefixes.items())
    yield ">\n"
    yield from map(_Writer(prefixes).write, found)
    yield "</rdf:RDF>\n"


class _Writer:
    """Writes blocks; what recurs is put into words once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Begin with nothing put into words."""
        self._names = {namespace: name for name, namespace in prefixes.items()}
        self._qualified = lru_cache(_KEPT)(self._make_qualified)
        self._part = lru_cache(_KEPT)(self._make_part)
        self._forms = Forms(self.write, lambda _, name, value: self._pair((name, value)))

    def write(self, found: Block | Filled) -> str:
        if isinstance(found, Block):
            pairs = "".join(map(self._pair, found.pairs))
            about = _escaped(found.subject)
            return f'<rdf:Description rdf:about="{about}">\n{pairs}</rdf:Description>\n'
        stencil, ids, texts, parts, _ = found
        form = self._forms.of(stencil, len(ids), len(texts), bool(parts))
        return form.fill(*ids, *map(_escaped, texts), "".join(map(self._part, parts)))

    def _make_part(self, part: Part) -> str:
        return "".join(map(self._pair, part.pairs))

    def _pair(self, pair: Pair) -> str:
        name, value = self._qualified(pair[0]), pair[1]
        if isinstance(value, str):
            return f'  <{name} rdf:resource="{_escaped(value)}"/>\n'
        assert isinstance(value, Literal)  # noqa: S101
        kind = f' rdf:datatype="{_escaped(value.datatype)}"' if value.datatype else ""
        lang = f' xml:lang="{value.lang}"' if value.lang else ""
        return f"  <{name}{kind}{lang}>{_escaped(value.text)}</{name}>\n"

    def _make_qualified(self, name: IRI) -> str:
        """Return a property as an XML name: all of ours have a prefix and begin with a letter."""
        cut = max(name.rfind("/"), name.rfind("#")) + 1
        return f"{self._names[name[:cut]]}:{name[cut:]}" if cut else name  # a mark of a form


def _escaped(value: str) -> str:
    return value.translate(_ESCAPES) if _SPECIAL.search(value) else value
