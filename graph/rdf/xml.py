"""RDF/XML, for programs that read nothing newer."""

from collections.abc import Iterable, Iterator, Mapping

from graph.rdf.terms import IRI, Block, Filled, Literal, Term, plain

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
    names = {namespace: name for name, namespace in prefixes.items()}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f'\n    xmlns:{name}="{_escaped(space)}"' for name, space in prefixes.items())
    yield ">\n"
    for block in plain(found):
        yield f'<rdf:Description rdf:about="{_escaped(block.subject)}">\n'
        yield from (_pair(_qualified(name, names), value) for name, value in block.pairs)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _pair(name: str, value: Term) -> str:
    if isinstance(value, str):
        return f'  <{name} rdf:resource="{_escaped(value)}"/>\n'
    assert isinstance(value, Literal)  # noqa: S101
    kind = f' rdf:datatype="{_escaped(value.datatype)}"' if value.datatype else ""
    lang = f' xml:lang="{value.lang}"' if value.lang else ""
    return f"  <{name}{kind}{lang}>{_escaped(value.text)}</{name}>\n"


def _qualified(name: IRI, names: Mapping[str, str]) -> str:
    """Return a property as an XML name: all of ours have a prefix and begin with a letter."""
    cut = max(name.rfind("/"), name.rfind("#")) + 1
    return f"{names[name[:cut]]}:{name[cut:]}"


def _escaped(value: str) -> str:
    return value.translate(_ESCAPES)
