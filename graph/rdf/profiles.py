"""The ways to lay a graph out as RDF. Each holds all that ``standard`` holds.

So a query for the standard shape finds the same in every profile, and what a
profile adds is there for those who want it.

To add a profile, add a class here and an entry to ``PROFILES``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from graph.errors import UnknownNameError
from graph.model import Evidence, Statement
from graph.rdf import wikidata
from graph.rdf.names import WIKIDATA, Names, dg, term
from graph.rdf.terms import IRI, Block, Pair, TripleTerm
from graph.rdf.told import asserted, statement_iri


class Standard:
    """RDF 1.1: a node for each statement, and a direct triple for what happened."""

    graphs = False
    """Whether each article has a graph of its own."""

    triple_terms = False
    """Whether it needs RDF 1.2."""

    namespaces: Mapping[str, str] = MappingProxyType({})
    """Prefixes that it uses beside the common ones."""

    def statement(self, names: Names, statement: Statement) -> list[Pair]:  # noqa: ARG002
        """Return what a statement's node holds beside the standard."""
        return []

    def arcs(self, names: Names, statement: Statement) -> list[Block]:  # noqa: ARG002
        """Return what else a statement brings."""
        return []

    def direct(self, relation: str) -> list[IRI]:
        """Return the properties of the direct triple of a relation."""
        return [dg(relation)]

    def sentence(self, names: Names, evidence: Evidence) -> list[Pair]:  # noqa: ARG002
        """Return what a sentence's node holds beside the standard."""
        return []


class Quads(Standard):
    """A named graph for each article, so that an article can be replaced, trusted or dropped."""

    graphs = True


class Rdf12(Standard):
    """RDF 1.2: the statement's node reifies a triple term, whether that triple stands or not."""

    triple_terms = True

    def statement(self, names: Names, statement: Statement) -> list[Pair]:
        """Return the triple that the statement speaks of."""
        subject, object_ = names.actor(statement.subject.id), names.actor(statement.object.id)
        return [(_REIFIES, TripleTerm(subject, dg(statement.relation), object_))]


class Wikidata(Standard):
    """The statement's node with Wikidata's arcs: claims, qualifiers, references and ranks."""

    namespaces = MappingProxyType(WIKIDATA)

    def statement(self, names: Names, statement: Statement) -> list[Pair]:
        """Return value, qualifiers, rank and reference."""
        return wikidata.statement(names, statement, asserted=asserted(statement))

    def arcs(self, names: Names, statement: Statement) -> list[Block]:
        """Return the claim's arc from its subject."""
        return [wikidata.arc(names, statement, statement_iri(names, statement))]

    def direct(self, relation: str) -> list[IRI]:
        """Return our property and Wikidata's."""
        return [dg(relation), *wikidata.truthy(relation)]

    def sentence(self, names: Names, evidence: Evidence) -> list[Pair]:
        """Return the sentence as a reference."""
        return wikidata.reference(names, evidence)


_REIFIES: IRI = term("rdf:reifies")

#: Profiles by name; the first is the default.
PROFILES: Mapping[str, Standard] = MappingProxyType(
    {"standard": Standard(), "quads": Quads(), "rdf12": Rdf12(), "wikidata": Wikidata()}
)


def find_profile(name: str) -> Standard:
    """Return a profile by its name.

    Raises:
        UnknownNameError: There is no such profile.
    """
    if name not in PROFILES:
        raise UnknownNameError("RDF profile", name, PROFILES)
    return PROFILES[name]
