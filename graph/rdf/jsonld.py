"""JSON-LD with the context of ``graph/ontology/context.jsonld``: one node a line.

The context is part of every file, so that nothing is fetched to read one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from graph.rdf.alignment import FOLDER
from graph.rdf.names import term
from graph.rdf.terms import IRI, Block, Filled, Literal, Term, plain

_TYPE = term("rdf:type")
Short = Callable[[IRI], str]


@cache
def context() -> dict[str, Any]:
    """Return the words that stand for properties, and the types of their values."""
    found: dict[str, Any] = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))
    return dict(found["@context"])


def json_ld(found: Iterable[Block | Filled], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return blocks as JSON-LD."""
    short = _shortener(prefixes)
    head = json.dumps({**prefixes, **context()}, ensure_ascii=False, indent=1)
    yield f'{{"@context": {head},\n"@graph": ['
    comma = "\n"
    for graph, blocks in groupby(plain(found), key=lambda block: block.graph):
        if graph is not None:
            yield f'{comma}{{"@id": {json.dumps(short(graph))}, "@graph": ['
            comma = "\n"
        for block in blocks:
            yield comma + json.dumps(_node(block, short), ensure_ascii=False)
            comma = ",\n"
        if graph is not None:
            yield "\n]}"
    yield "\n]}\n"


def _shortener(prefixes: Mapping[str, str]) -> Short:
    by_namespace = {namespace: name for name, namespace in prefixes.items()}

    @lru_cache(maxsize=1 << 14)
    def short(node: IRI) -> str:
        cut = max(node.rfind("/"), node.rfind("#")) + 1
        prefix = by_namespace.get(node[:cut])
        return f"{prefix}:{node[cut:]}" if prefix and node[cut:] else node

    return short


@cache
def _words() -> dict[IRI, tuple[str, str]]:
    """Return the word of each property that has one, with the type of value it stands for."""
    return {
        term(entry["@id"]): (word, entry.get("@type", ""))
        for word, entry in context().items()
        if isinstance(entry, dict)
    }


def _node(block: Block, short: Short) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": short(block.subject)}
    for name, value in block.pairs:
        if name == _TYPE:
            key, said = "@type", short(IRI(str(value)))
        else:
            key, said = _said(name, value, short)
        known = node.get(key)
        if known is None:
            node[key] = said
        elif isinstance(known, list):
            known.append(said)
        else:
            node[key] = [known, said]
    return node


def _said(name: IRI, value: Term, short: Short) -> tuple[str, Any]:
    """Return a property and its value: plain where the context tells its type."""
    word, kind = _words().get(name, ("", ""))
    if isinstance(value, str):
        return (word, short(value)) if kind == "@id" else (short(name), {"@id": short(value)})
    assert isinstance(value, Literal)  # noqa: S101
    if word and kind and value.datatype and term(kind) == value.datatype:
        return word, value.text
    if word and not kind and not value.datatype:
        return word, _literal(value, short) if value.lang else value.text
    return short(name), _literal(value, short)


def _literal(value: Literal, short: Short) -> dict[str, str]:
    if value.lang:
        return {"@value": value.text, "@language": value.lang}
    if value.datatype:
        return {"@value": value.text, "@type": short(value.datatype)}
    return {"@value": value.text}
