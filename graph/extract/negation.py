"""Negation: whether a negative word scopes over a predicate."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.extract.clauses import Clauses
from graph.extract.word import SUBJECTS, VERBS, Word

_NEGATORS = ("determiner", "coordinator")


class Negation:
    """Finds what is negated in one sentence."""

    def __init__(
        self, clauses: Clauses, table: Mapping[str, Sequence[str]], cues: Mapping[str, Any]
    ) -> None:
        """Look at a sentence.

        Args:
            clauses: The sentence.
            table: The table ``negation`` of the language's ``cues.toml``.
            cues: The table ``modality`` of the same.
        """
        self._clauses, self._tree = clauses, clauses.tree
        self._prepositions = frozenset(table["prepositions"])
        self._adverbs = frozenset(table["adverbs"])
        self._weak, self._particles = frozenset(table["weak"]), frozenset(table["particles"])
        self._restrictors = frozenset(table["restrictors"])
        self._doubling, self._opening = frozenset(table["doubling"]), frozenset(table["opening"])
        self._denials = frozenset(cues["denied"]["verbs"])

    def negates(self, word: Word) -> bool:
        """Return whether a negative word scopes over a predicate, itself or through its object."""
        if word.prep in self._prepositions:
            return True
        kids = self._tree.children(word, "adverb", "determiner", "coordinator", "other")
        objects = self._tree.children(word, "object", "attribute") if word.pos in VERBS else []
        quantities = [det for kid in objects for det in self._tree.children(kid, "determiner")]
        shared = self._tree.children(word, *SUBJECTS)
        pairs = [det for kid in shared for det in self._negators(kid)]
        texts = {kid.text for kid in (*kids, *quantities, *pairs) if not self._is_restricted(kid)}
        if texts & self._weak and texts & self._particles:
            return True
        return bool(texts & self._adverbs)

    def denies_beside(self, word: Word) -> bool:
        """Return whether a verb of denial that the parser took for an adverb stands before."""
        kids = self._tree.children(word, "adverb")
        auxiliaries = self._tree.children(word, "auxiliary", "passive_auxiliary")
        first = min(item.index for item in (word, *auxiliaries))
        before = self._tree.words[max(0, first - 1) : first]
        taken = [item for item in before if auxiliaries and item.pos == "ADV"]
        near = (*taken, *(kid for kid in kids if kid.index < word.index))
        return any(kid.text in self._denials for kid in near)

    def affirms(self, verb: Word) -> bool:
        """Return whether two negations affirm: "n'a pas hésité à", "did not fail to"."""
        return bool(self._clauses.lemmas(verb) & self._doubling) and self.negates(verb)

    def leaves_open(self, verb: Word) -> bool:
        """Return whether a denial is denied: "n'exclut pas de", "does not rule out"."""
        return bool(self._clauses.lemmas(verb) & self._opening) and self.negates(verb)

    def _negators(self, subject: Word) -> list[Word]:
        """Return the words that may deny for all of a subject: "no country", "ni A ni B"."""
        named = self._tree.conjuncts(subject)
        return [kid for word in named for kid in self._tree.children(word, *_NEGATORS)]

    def _is_restricted(self, negator: Word) -> bool:
        """Whether a negator is part of "not only"."""
        behind = self._tree.words[negator.index + 1 : negator.index + 2]
        return bool(behind) and behind[0].text in self._restrictors
