"""How a graph is laid out as RDF: a profile, and what minted IRIs start with."""

from dataclasses import dataclass

from graph.rdf.names import NAMESPACES, OURS, Names
from graph.rdf.profiles import PROFILES, Standard


@dataclass(frozen=True, slots=True)
class Shape:
    """How a graph is laid out as RDF."""

    profile: Standard = PROFILES["standard"]
    names: Names = OURS

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes to write, those of minted IRIs last."""
        return {**NAMESPACES, **self.profile.namespaces, **self.names.prefixes()}


#: RDF 1.1 with our own IRIs.
STANDARD = Shape()
