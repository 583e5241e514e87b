"""Namespaces, and the IRIs that are minted.

A minted IRI ends in letters, digits, hyphens and low lines only: Virtuoso
keeps the escapes that Turtle needs for other signs, and so reads another IRI.
The vocabulary has one address; what is minted for data can be moved to a base
of one's own.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import InputError
from graph.model import digest
from graph.rdf.terms import IRI, iri

BASE = "https://w3id.org/diplograph/"
ONTOLOGY = f"{BASE}ontology#"

#: Prefixes, in the order in which they are written.
NAMESPACES = {
    "dg": ONTOLOGY,
    "wd": "http://www.wikidata.org/entity/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "time": "http://www.w3.org/2006/time#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vann": "http://purl.org/vocab/vann/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}

#: Prefixes of the profile that has Wikidata's shape.
WIKIDATA = {
    "wikibase": "http://wikiba.se/ontology#",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "pr": "http://www.wikidata.org/prop/reference/",
    "dgp": f"{BASE}prop/",
    "dgps": f"{BASE}prop/statement/",
    "dgpq": f"{BASE}prop/qualifier/",
}

#: What is minted, by the prefix of its folder.
FOLDERS = {
    "dga": "actor/",
    "dgs": "statement/",
    "dgt": "article/",
    "dgq": "sentence/",
    "dgv": "speaker/",
    "dgo": "office/",
    "dgr": "run/",
    "dgg": "graph/",
}
_LOCAL = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the IRIs of data."""

    base: str = BASE
    """What minted IRIs start with; ends in ``/`` or ``#``."""

    @classmethod
    def under(cls, base: str) -> "Names":
        """Return names under a base that a person gave.

        Raises:
            InputError: It cannot start an IRI.
        """
        if iri(base) != base or not base.endswith(("/", "#")) or "#" in base[:-1]:
            fix = "Name one such as https://example.org/news/, which ends in / or #"
            raise InputError(f"base IRI {base!r}", "cannot start an IRI", fix)
        return cls(base)

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes of what is minted."""
        return {prefix: self.base + folder for prefix, folder in FOLDERS.items()}

    def actor(self, key: str) -> IRI:
        """Return the IRI of an actor from its id, which is one but for a broken input file."""
        return _actor(self.base, key)

    def minted(self, prefix: str, *parts: str | int | None) -> IRI:
        """Return an IRI that depends on the parts alone."""
        return _minted(self.base, prefix, parts)

    def ending(self, prefix: str, ending: str) -> IRI:
        """Return an IRI that ends in a hash or another name that every store reads alike."""
        return IRI(f"{self.base}{FOLDERS[prefix]}{ending}")

    def local(self, prefix: str, name: str) -> IRI:
        """Return an IRI that ends in a name, or in its hash where stores would differ on it."""
        ending = name if _LOCAL.fullmatch(name) else digest(name)
        return self.ending(prefix, ending)


#: Names under our own base.
OURS = Names()


@lru_cache(maxsize=1 << 16)
def _actor(base: str, key: str) -> IRI:
    ours = BASE + FOLDERS["dga"]
    if key.startswith(ours):
        return Names(base).local("dga", key.removeprefix(ours))
    return iri(key) or Names(base).minted("dga", key)


@lru_cache(maxsize=1 << 12)
def _minted(base: str, prefix: str, parts: tuple[str | int | None, ...]) -> IRI:
    return IRI(base + FOLDERS[prefix] + digest(*parts))


def dg(name: str) -> IRI:
    """Return a term of the vocabulary."""
    return IRI(ONTOLOGY + name)


def term(name: str) -> IRI:
    """Return the IRI of a prefixed name that is known here, such as ``prov:Agent``."""
    prefix, _, local = name.partition(":")
    return IRI((NAMESPACES.get(prefix) or WIKIDATA[prefix]) + local)
