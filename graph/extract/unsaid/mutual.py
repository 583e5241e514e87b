"""Between whom something is that a clause tells of without them: "Talks resumed on Monday"."""

from collections.abc import Sequence

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import Word
from graph.extract.reference.salience import side
from graph.extract.unsaid.recall import Recall
from graph.model import Actor

#: What those agree on who quarrelled.
_TRUCE = "ceasesFireWith"


class Mutual:
    """Answers about one predicate."""

    def __init__(self, clauses: Clauses, reference: Recall, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses, self._tree = clauses, clauses.tree
        self._reference, self._memory = reference, reference.memory
        self._word = word

    def is_done(self) -> bool:
        """Return whether somebody does it of whom nobody knows: "the parties signed a treaty".

        "It" does nothing: « il a été convenu de … ».
        """
        subjects = self._clauses.subjects(self._word)
        it = [word.pos == "PRON" and "Number=Sing" in word.features for word in subjects]
        return not self._clauses.is_passive(self._word) and not (it and all(it))

    def sides(self, words: Sequence[Word], relation: str) -> list[Actor]:
        """Return the two sides of what a predicate and its nouns tell, where the text told of them.

        They are those of what was told last, or else those of the sentence before if it tells of
        just two. What is new ("a truce was agreed") is between the latter, unless it is somewhere
        else. Of "no deal", "a deal that would be signed" they are nobody known.

        Args:
            words: The predicate and what filled the slots before.
            relation: What is told of them; a truce is between those who quarrel.
        """
        nouns = [*words[1:], *self._clauses.subjects(self._word)]
        if all(word.pos == "PRON" for word in nouns):  # « il a été convenu de … »
            return list(map(self._reference.served, self._memory.parties(())))
        given = [self._is_given(noun) for noun in nouns]
        told = self._memory.quarrellers if relation == _TRUCE else self._memory.parties
        found = told(()) if all(given) else []
        main = self._word.role == "root" and None not in given
        if not found and (all(given) or main):
            found = self._memory.lately()
        there = all(given) or self._named(places=True) <= set(map(side, found))
        fit = there and self._are_unsaid(found) and not self._is_with_others(nouns, found)
        return list(map(self._reference.served, found)) if fit else []

    def _are_unsaid(self, found: Sequence[Actor]) -> bool:
        """Whether two are no bodies, and the clause names neither."""
        bodies = any(actor.kind == "organisation" for actor in found)
        return not bodies and self._named(places=False).isdisjoint(map(side, found))

    def _is_with_others(self, nouns: Sequence[Word], found: Sequence[Actor]) -> bool:
        """Whether it is said to be with others: "talks with the unions", not "a pact with A"."""
        table, both = self._clauses.table, set(map(side, found))
        joined = [item for noun in nouns for item in self._tree.conjuncts(noun)]
        kids = [k for w in (self._word, *joined) for k in self._tree.children(w, "oblique")]
        kids = [kid for kid in kids if kid.pos != "PRON"]
        if any(kid.prep in table["between"] for kid in kids):
            return True
        partners = [kid for kid in kids if kid.prep in table["partner"]]
        return any(both.isdisjoint(map(side, self._reference.actors(kid))) for kid in partners)

    def _is_given(self, noun: Word) -> bool | None:
        """Return whether a noun is of something told of; None where it is of no single thing."""
        start = self._tree.words[0].start
        here = any(act.at >= start for act in self._memory.acts[-1:])
        if here and self._word.role == "participle" and self._word.head == noun.index:
            return True  # "left a pact with A, signed in May"
        marks = self._tree.children(noun, "determiner")
        features = {feature for mark in marks for feature in mark.features}
        if not features.isdisjoint(("Definite=Def", "PronType=Dem")):
            return True
        if "Definite=Ind" in features or any(k.pos == "NUM" for k in self._tree.children(noun)):
            return False
        return None if marks else True

    def _named(self, *, places: bool) -> set[str]:
        """Return the sides that the clause names, perhaps as places."""
        words = [word for word in self._tree.subtree(self._word) if word.mention is not None]
        told = (word for word in words if places or not self._reference.placed(word))
        return {side(actor) for word in told for actor in self._reference.direct(word)}
