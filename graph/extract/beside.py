"""Find an end of a pattern beside its predicate, where the tree does not lead to it."""

from graph.extract.clauses import Clauses
from graph.extract.patterns import Slot
from graph.extract.reference import Reference
from graph.extract.tree import Word

_VERBS = ("VERB", "AUX")

#: How many words behind a predicate its noun is looked for where the tree has none.
_REACH = 8
_SUBJECTS = ("subject", "subject_passive")


class Beside:
    """Looks around one predicate."""

    def __init__(self, clauses: Clauses, reference: Reference, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._word = word

    def subjects(self, *, verbal: bool) -> list[Word]:
        """Return who may act: whoever the clause is about, else whoever was named before."""
        return [*self._host(), *self._before(verbal=verbal)]

    def objects(self, slot: Slot) -> list[Word]:
        """Return the first actor named after the predicate, before the next finite verb."""
        for word in self._tree.words[self._word.index + 1 :]:
            if word.pos == "VERB" and "VerbForm=Fin" in word.features:
                return []
            elsewhere = word.role in _SUBJECTS and word.head != self._word.index
            if self._reference.named(word) and not elsewhere:
                own = word.role == "object" and word.head == self._word.index
                taken = own and slot.prepositions.isdisjoint(self._clauses.table["dative"])
                bare = word.prep is None and not (slot.prepositions and taken)
                fits = bare or word.prep in slot.prepositions or slot.attached
                return [word] if fits else []
        return []

    def nouns(self) -> list[Word]:
        """Return the nouns close behind the predicate, which the parser may have hung elsewhere."""
        near = self._tree.words[self._word.index + 1 : self._word.index + 1 + _REACH]
        return [word for word in near if word.pos in ("NOUN", "PROPN")]

    def _host(self) -> list[Word]:
        """Return the subject of the clause that an event goes with: "after talks, A left"."""
        if self._word.lemma not in self._clauses.companions:
            return []
        at = self._word
        while at.role in ("oblique", "compound") and (above := self._tree.head(at)) is not None:
            at = above
        return self._clauses.subjects(at) if at is not self._word and at.pos in _VERBS else []

    def _before(self, *, verbal: bool) -> list[Word]:
        """Return the last subject, or else the last actor, named before the predicate.

        Whoever condemns a strike has not struck: the subject of a verb does not perform what its
        object names, unless the verb is one that lends its subject. "After talks with", it does.
        Nor does whoever is named in what a passive acts on.
        """
        head = self._tree.head(self._word) if self._word.role == "object" else None
        barred = [] if verbal or head is None else self._tree.children(head, *_SUBJECTS)
        if verbal:
            barred = [
                word
                for patient in self._tree.children(self._word, "subject_passive")
                for word in self._tree.subtree(patient)
                if word is not patient
            ]
        named = [
            word for word in self._tree.words[: self._word.index] if self._reference.named(word)
        ]
        named = [word for word in named if word not in barred]
        subjects = [word for word in named if word.role in _SUBJECTS]
        return (subjects or named)[-1:]
