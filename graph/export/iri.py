"""Namespaces, and strings that RDF can hold.

Minted IRIs end in letters, digits and hyphens only: some stores keep the
escapes that Turtle needs for other signs, and so read another IRI.
"""

import re
from urllib.parse import quote

from rdflib import URIRef

BASE = "https://w3id.org/diplograph/"
ONTOLOGY = f"{BASE}ontology#"
ACTOR = f"{BASE}actor/"
STATEMENT = f"{BASE}statement/"
ARTICLE = f"{BASE}article/"

#: Prefixes of the Turtle that is written.
NAMESPACES = {
    "dg": ONTOLOGY,
    "dga": ACTOR,
    "dgs": STATEMENT,
    "dgt": ARTICLE,
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: What an IRI may hold unescaped.
_SAFE = "!#$%&'()*+,-./:;=?@_~"

#: Code points that neither Turtle nor XML can hold: controls, lone surrogates, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def iri(text: str) -> URIRef:
    """Return an IRI, with every sign percent-encoded that does not belong in one."""
    encoded = quote(text.encode("utf-8", "replace"), safe=_SAFE)
    return URIRef(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded))


def clean(text: str) -> str:
    """Return text with U+FFFD in the place of code points that RDF cannot hold."""
    return _UNFIT.sub("\ufffd", text)
