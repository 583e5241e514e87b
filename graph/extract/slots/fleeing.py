"""Journeys that are no visits: who goes into exile, or where he finds refuge, visits nobody."""

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.reference import Reference

#: What belongs to another clause than the journey's.
_APART = ("complement", "conjunct", "object", "parataxis", "relative", "subject")


class Fleeing:
    """Answers about one predicate."""

    def __init__(self, clauses: Clauses, reference: Reference, word: Word) -> None:
        """Look at a word of a sentence."""
        self._tree, self._word = clauses.tree, word
        self._flight = reference.flight

    def is_told(self, place: Word | None) -> bool:
        """Return whether somebody goes in flight: "flew into exile in A", "to A, where he hides".

        Args:
            place: The word for where he goes, if one is known.
        """
        own = [kid for kid in self._tree.children(self._word) if kid.role not in _APART]
        about = self._tree.children(place, "relative") if place is not None else []
        verbs = [kid for kid in (*own, *about) if kid.pos in VERBS]  # no "talks on asylum"
        inner = [*own, *(item for verb in verbs for item in (verb, *self._tree.children(verb)))]
        return any(not self._flight.isdisjoint((word.lemma, word.text)) for word in inner)
