"""Whose guest somebody is where he does something: "flew to A and signed a pact"."""

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import SUBJECTS, VERBS, Word
from graph.extract.reference.reference import Reference
from graph.model import Actor

#: How a clause hangs from that of the journey: "and signed", "where he signed", "to sign".
_GOES_ON = ("conjunct", "relative", "adverbial", "infinitive")


class Hosts:
    """Answers about one predicate."""

    def __init__(self, clauses: Clauses, reference: Reference, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses, self._tree, self._reference = clauses, clauses.tree, reference
        self._word = word

    def of(self) -> list[Actor]:
        """Return the states that whoever acts has gone to just before, or goes to for it."""
        verb, above = self._word, self._above(self._word)
        while above is not None and self._is_same(verb):
            if places := self._reached(above):
                return places
            verb, above = above, self._above(above)
        return []

    def _above(self, verb: Word) -> Word | None:
        """Return the verb of the clause that a clause goes on from."""
        head = self._tree.head(verb) if verb.role in _GOES_ON else None
        if head is not None and verb.role == "relative":
            there = self._clauses.table["relative_place"]
            held = self._tree.children(verb, "adverb", "oblique", "marker", "other")
            head = self._tree.head(head) if any(kid.text in there for kid in held) else None
        return head if head is not None and head.pos in VERBS else None

    def _is_same(self, verb: Word) -> bool:
        """Whether a verb has no subject of its own, but a pronoun."""
        return all(kid.pos == "PRON" for kid in self._tree.children(verb, *SUBJECTS))

    def _reached(self, verb: Word) -> list[Actor]:
        """Return the states that a verb says somebody goes to."""
        if not self._clauses.is_of("journeying", verb):
            return []
        places = self._tree.children(verb, "object")
        nouns = [word for word in places if word.lemma in self._reference.journeys]
        goals = self._clauses.table["reaching"]
        for word in (verb, *nouns):
            places += [kid for kid in self._tree.children(word, "oblique") if kid.prep in goals]
        found = [actor for word in places for actor in self._reference.direct(word)]
        return [actor for actor in found if actor.kind == "country"]
