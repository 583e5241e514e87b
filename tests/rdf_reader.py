"""Reads what was written as RDF back to statements, by the shape alone."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.model import KINDS
from graph.rdf.names import ONTOLOGY, term
from graph.rdf.terms import clean
from graph.wire import to_record

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


def quads(path: Path, format_: str) -> list[ox.Quad]:
    """Return what pyoxigraph reads in a file."""
    return list(ox.parse(path=path, format=FORMATS[format_]))


class Triples:
    """Values by subject and property; graphs do not matter."""

    def __init__(self, found: list[ox.Quad]) -> None:
        """Sort triples by subject and property."""
        self._found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for quad in found:
            values = self._found[quad.subject.value][quad.predicate.value]  # type: ignore[union-attr]
            if quad.object not in values:
                values.append(quad.object)

    def all(self, subject: str, name: str) -> list[Any]:
        """Return the values of a property, such as ``dg:subject``."""
        full = ONTOLOGY + name[3:] if name.startswith("dg:") else term(name)
        return self._found[subject][full]

    def one(self, subject: str, name: str) -> str | None:
        """Return the only value of a property, or None where there is none."""
        found = self.all(subject, name)
        assert len(found) <= 1, (subject, name, found)
        return str(found[0].value) if found else None

    def of_type(self, name: str) -> list[str]:
        """Return the subjects of a class of ours."""
        wanted = ox.NamedNode(ONTOLOGY + name)
        typed = [node for node in list(self._found) if wanted in self.all(node, "rdf:type")]
        return [node for node in typed if not node.startswith(ONTOLOGY)]


def read_back(found: list[ox.Quad]) -> dict[str, dict[str, Any]]:
    """Return the statements that some RDF holds, as records by id."""
    triples = Triples(found)
    return {
        node.rsplit("/", 1)[1]: _statement(triples, node) for node in triples.of_type("Statement")
    }


def _statement(triples: Triples, node: str) -> dict[str, Any]:
    def value(name: str) -> str:
        return str(triples.one(node, name))

    sentence = value("dg:evidence")
    selectors = [item.value for item in triples.all(sentence, "oa:hasSelector")]
    quote = next(item for item in selectors if triples.all(item, "oa:exact"))
    position = next(item for item in selectors if triples.all(item, "oa:start"))
    article = str(triples.one(sentence, "oa:hasSource"))
    exact = triples.all(quote, "oa:exact")[0]
    return {
        "id": node.rsplit("/", 1)[1],
        "article": triples.one(article, "dcterms:identifier"),
        "subject": _actor(triples, value("dg:subject")),
        "relation": value("dg:relation").rsplit("#", 1)[1],
        "object": _actor(triples, value("dg:object")),
        "date": triples.one(node, "dg:date"),
        "place": triples.one(node, "dg:place"),
        "place_id": triples.one(node, "dg:location"),
        "place_country": _country_of(triples, triples.one(node, "dg:location")),
        "modality": value("dg:modality").rsplit("#", 1)[1],
        "said_by": triples.one(node, "dg:saidBy"),
        "confidence": float(value("dg:confidence")),
        "sentence": exact.value,
        "lang": exact.language,
        "start": int(str(triples.one(position, "oa:start"))),
        "end": int(str(triples.one(position, "oa:end"))),
        "rule": value("dg:rule"),
        "title": triples.one(article, "dcterms:title") or "",
        "published": triples.one(article, "dcterms:date"),
        "url": triples.one(article, "dcterms:source"),
        "source": triples.one(article, "dcterms:publisher"),
        "copy_of": _identifier(triples, triples.one(article, "dg:copyOf")),
    }


def _identifier(triples: Triples, article: str | None) -> str | None:
    return None if article is None else triples.one(article, "dcterms:identifier")


def _country_of(triples: Triples, place: str | None) -> str | None:
    """Return the code of the country that a place lies in, or is."""
    if place is None:
        return None
    return triples.one(triples.one(place, "dg:country") or place, "dg:countryCode")


def _actor(triples: Triples, node: str) -> dict[str, Any]:
    labels = {item.language: item.value for item in triples.all(node, "rdfs:label")}
    kinds = {item.value for item in triples.all(node, "rdf:type")}
    return {
        "id": node,
        "label": labels["en"],
        "names": sorted(
            also.value for also in triples.all(node, "skos:altLabel") if not also.language
        ),
        "kind": next(kind for kind in KINDS if ONTOLOGY + kind.capitalize() in kinds),
        "country": triples.one(node, "dg:countryCode"),
        "labels": labels,
    }


def expected(statement: Any) -> dict[str, Any]:
    """Return the record that a statement should be read back as."""
    record = to_record(statement)
    del record["event_type"], record["marks"]
    for actor in (record["subject"], record["object"]):
        actor["labels"]["fr"] = actor["labels"]["fr"] or actor["label"]
        actor["names"] = sorted({clean(name) for name in actor["names"]})
    for name in ("place", "said_by", "url", "source"):
        record[name] = record[name] or None
    cleaned: dict[str, Any] = _cleaned(record)
    return cleaned


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return clean(value) if isinstance(value, str) else value
