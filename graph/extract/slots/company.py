"""Who else does it: "A left, as did B", "A, together with B, left", "A joined B in leaving"."""

from collections.abc import Collection

from graph.extract.frames.patterns import Pattern
from graph.extract.grammar.clauses import Argument, Clauses
from graph.extract.parsing.tree import Word
from graph.extract.reference.reference import Reference
from graph.extract.slots.candidates import Candidates
from graph.model import Actor
from graph.relations import relations
from graph.traits import has

#: Roles of a participle that says with whom somebody goes.
_ASIDE = ("participle", "adverbial", "oblique", "modifier")


class Company:
    """Looks for whoever does something with somebody, at one predicate."""

    def __init__(
        self, clauses: Clauses, reference: Reference, word: Word, candidates: Candidates
    ) -> None:
        """Look at a word of a sentence, and at what its words may be."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._word = word
        self._accompanied, self._likened = candidates.accompanied, candidates.likened

    def alike(self) -> list[Actor]:
        """Return who is said to do the same: "A left, as did B", "A joined B in leaving"."""
        words = self._clauses.joined(self._word)
        if self._likened:
            likening = self._clauses.table["likening"]
            kids = self._tree.children(self._word, "oblique")
            words = [kid for kid in kids if kid.prep in likening or kid.lemma in likening] + words
        return [actor for word in words for actor in self._reference.actors(word)]

    def beside(self, pattern: Pattern, relation: str) -> list[Actor]:
        """Return who does it together with the subject of a pattern, to others.

        Whoever stands so before a passive has it done to him, and whom the pattern itself asks for
        is on the other side: "A fights alongside B".

        Args:
            pattern: One that the word is the predicate of.
            relation: What it says.
        """
        goes = has(relation, "bodily") and self._clauses.goes(self._word)
        if not (self._accompanied or goes):  # as at most words
            return []
        if _is_mutual(relation) or not pattern.prepositions.isdisjoint(self._clauses.company):
            return []
        at, passive = self._word.index, self._clauses.is_passive
        words = [word for word in self._near() if word.index > at or not passive(self._word)]
        if goes:  # "A went to B with C"
            kids = self._tree.children(self._word, "oblique")
            words += [kid for kid in kids if kid.prep in self._clauses.table["partner"]]
            words = [word for word in words if self._reference.is_person(word)]
        return [actor for word in words for actor in self._reference.actors(word, dig=False)]

    def partners(self, arguments: Collection[Argument], relation: str) -> list[Argument]:
        """Return those as its partners in what is done by both: "A signed it together with B"."""
        if not (self._accompanied and _is_mutual(relation)):  # as at most words
            return []
        near = self._near()
        partner = self._clauses.table["partner"]
        return [
            Argument(a.role, prep, a.word) for a in arguments if a.word in near for prep in partner
        ]

    def _near(self) -> list[Word]:
        """Return the words behind such a preposition, at the predicate or at its subject."""
        heads = [self._word, *self._tree.children(self._word, "subject", "subject_passive")]
        kids = [kid for head in heads for kid in self._tree.children(head, *_ASIDE)]
        together = [
            kid for kid in kids if kid.role == "oblique" and kid.prep in self._clauses.company
        ]
        return together + self._accompanying(kids)

    def _accompanying(self, kids: Collection[Word]) -> list[Word]:
        """Return who goes with the subject: « accompagné de B, A s'est rendu »."""
        going = [kid for kid in kids if kid.lemma in self._clauses.table["accompanying"]]
        going = [kid for kid in going if "VerbForm=Part" in kid.features]
        words = [kid for verb in going for kid in self._tree.children(verb, "oblique", "agent")]
        return [word for word in words if word.prep is not None and word.mention is not None]


def _is_mutual(relation: str) -> bool:
    """Whether both ends of a relation do it."""
    return relations()[relation].symmetric
