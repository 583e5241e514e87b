"""JSON-LD with the context of ``graph/ontology/context.jsonld``: one node a line.

The context is part of every file, so that nothing is fetched to read one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from itertools import groupby
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from graph.rdf.alignment import FOLDER
from graph.rdf.forms import Forms
from graph.rdf.names import term
from graph.rdf.terms import IRI, Block, Filled, Literal, Pair, Part, Stencil, Term

_TYPE = term("rdf:type")

#: What stands between two nodes.
_NEXT = ",\n"

#: IRIs and parts of which is kept how they look.
_KEPT = 1 << 14

Short = Callable[[IRI], str]


@cache
def context() -> dict[str, Any]:
    """Return the words that stand for properties, and the types of their values."""
    found: dict[str, Any] = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))
    return dict(found["@context"])


def json_ld(found: Iterable[Block | Filled], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return blocks as JSON-LD."""
    writer = _Writer(_shortener(prefixes))
    head = json.dumps({**prefixes, **context()}, ensure_ascii=False, indent=1)
    yield f'{{"@context": {head},\n"@graph": ['
    first = True
    for graph, some in groupby(found, key=attrgetter("graph")):
        if graph is not None:
            yield f'{"" if first else _NEXT[0]}\n{{"@id": {writer.named(graph)}, "@graph": ['
            first = True
        for each in some:
            words = writer.write(each)
            yield words[1:] if first else words
            first = False
        if graph is not None:
            yield "\n]}"
    yield "\n]}\n"


class _Writer:
    """Writes blocks as nodes, each behind a comma; what recurs is put into words once."""

    def __init__(self, short: Short) -> None:
        """Begin with nothing put into words."""
        self._short = short
        self._part = lru_cache(_KEPT)(self._make_part)
        self._forms = Forms(self._block, self._pair)
        self._own: dict[tuple[Stencil, int], Set[str]] = {}
        self._mixed = set[Stencil]()

    def named(self, node: IRI) -> str:
        return encode_basestring(self._short(node))

    def write(self, found: Block | Filled) -> str:
        if isinstance(found, Block):
            return self._block(found)
        stencil, ids, texts, parts, _ = found
        if stencil in self._mixed:
            return "".join(map(self._block, found.blocks()))
        form = self._forms.of(stencil, len(ids), len(texts), bool(parts))
        told = [self._part(part) for part in parts]
        keys = [self._keys(found), *(keys for keys, _ in told)]
        if len(frozenset().union(*keys)) < sum(map(len, keys)):
            # One key has values of two parts, which have to be one list; so it is with most alike.
            self._mixed.add(stencil)
            return self.write(found)
        inside = (encode_basestring(text)[1:-1] for text in texts)
        return form.fill(*ids, *inside, ", ".join([words for _, words in told]))

    def _keys(self, found: Filled) -> Set[str]:
        """Return the keys that the subject of a stencil has besides those of parts."""
        key = found.stencil, len(found.texts)
        if key not in self._own:
            block = found.stencil(found.ids, found.texts, ())[0]
            self._own[key] = _node(block.pairs, self._short).keys()
        return self._own[key]

    def _make_part(self, part: Part) -> tuple[Set[str], str]:
        node = _node(part.pairs, self._short)
        return node.keys(), json.dumps(node, ensure_ascii=False)[1:-1]

    def _block(self, block: Block) -> str:
        node = {"@id": self._short(block.subject)} | _node(block.pairs, self._short)
        return _NEXT + json.dumps(node, ensure_ascii=False)

    def _pair(self, _: IRI, name: IRI, value: IRI) -> str:
        return json.dumps(_node([(name, value)], self._short), ensure_ascii=False)[1:-1]


def _shortener(prefixes: Mapping[str, str]) -> Short:
    by_namespace = {namespace: name for name, namespace in prefixes.items()}

    @lru_cache(_KEPT)
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


def _node(pairs: Iterable[Pair], short: Short) -> dict[str, Any]:
    node: dict[str, Any] = {}
    for name, value in pairs:
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
