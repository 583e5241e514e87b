"""The infinitives and clauses of a predicate, and what stands in them."""

from graph.extract.frames.patterns import Slot
from graph.extract.grammar.clauses import Argument, ArgumentRole, Clauses
from graph.extract.parsing.word import SUBJECTS, VERBS, Word
from graph.extract.reference.reference import Reference


class Complements:
    """Answers about the predicates of one sentence."""

    def __init__(self, clauses: Clauses, reference: Reference) -> None:
        """Look at a sentence."""
        self._clauses, self._tree, self._reference = clauses, clauses.tree, reference

    def arguments(
        self, slot: Slot, arguments: list[Argument], predicate: Word
    ) -> list[Argument] | None:
        """Return the arguments of an infinitive or clause, where slots behind it look first.

        "Threatened to cut ties with A", "demands that A leave": A is wherever it stands there.

        Args:
            slot: What is to be filled, of the kind of a complement.
            arguments: Those of the predicate.
            predicate: The word that has them.
        """
        first = self.head(slot, arguments, predicate)
        if first is None:
            return None
        head = self._duty(first) if slot.kind == "duty" else first
        found = self._clauses.arguments(head, verbal=head.pos in VERBS)
        own = [a for a in found if a.role != "subject"]
        acting = [a.word for a in found if a.role == "subject" and slot.kind != "infinitive"]
        if any(self._reference.actors(word) for word in acting):
            # Whoever acts in a clause is who it is about; what is acted on is only a noun in it.
            role: ArgumentRole = "attribute" if self._clauses.lends(head) else "topic"
            said = [a._replace(role=role) if a.role == "object" else a for a in own]
            listed = slot.kind == "clause" and bool(slot.nouns)
            return [*(Argument("object", None, word) for word in acting), *(() if listed else said)]
        if slot.kind == "clause" and slot.nouns:
            return []  # what a verb of such clauses is done to is not who is spoken of
        # "said the move was wrong": of a clause about nobody, its subject is a noun in it.
        own += [a._replace(role="topic") for a in found if a.role == "subject"]
        ahead = head.index < predicate.index
        obliques = [a.word for a in own if a.role == "oblique" and not ahead]
        others = [word for word in obliques if not self._reference.placed(word)]
        return [*own, *(Argument("object", None, word) for word in others)]

    def head(self, slot: Slot, arguments: list[Argument], predicate: Word) -> Word | None:
        """Return the infinitive or clause that a slot asks for, the likeliest of several.

        Args:
            slot: Of a frame's pattern.
            arguments: Of the predicate.
            predicate: The word that the pattern is tried at.
        """
        heads = [a.word for a in arguments if a.role in (slot.kind, "clause")]
        # "A must leave, B said", "A was behind it, B said"
        heads = [
            w for w in heads if w.index > predicate.index or self._is_reported(w, predicate, slot)
        ]
        heads = [word for word in heads if self._fits(word, slot)]
        heads.sort(key=lambda word: word.index < predicate.index)
        return heads[0] if heads else None

    def is_negated(self, slot: Slot, arguments: list[Argument], predicate: Word) -> bool:
        """Return whether what a slot asks for is not to be done: "promised not to attack".

        Args:
            slot: Of a frame's pattern.
            arguments: Of the predicate.
            predicate: The word that the pattern is tried at.
        """
        head = self.head(slot, arguments, predicate)
        kids = self._tree.children(head) if head is not None else []
        return slot.kind == "infinitive" and any("Polarity=Neg" in kid.features for kid in kids)

    def _duty(self, head: Word) -> Word:
        """Return the clause that tells what somebody has to do: « il faut que A parte »."""
        if any(map(self._reference.actors, self._clauses.subjects(head))):
            return head
        told = self._tree.children(head, "complement")
        acting = (kid for kid in told if self._tree.children(kid, "subject"))
        return next(acting, head)

    def _is_reported(self, clause: Word, verb: Word, slot: Slot) -> bool:
        """Whether a clause stands before whoever says it, who stands at the end."""
        saying = self._tree.children(verb, "subject")
        told = clause.role == "complement" and clause.pos in VERBS and clause.mention is None
        loose = clause.role != "complement" and clause in self._clauses.said_before(verb)
        told = told or (loose and (slot.kind == "duty" or bool(slot.nouns)))
        return told and all(word.index > clause.index for word in saying)

    def _is_bidding(self, head: Word) -> bool:
        """Whether a clause before whoever says it tells somebody what to do."""
        bare = not self._tree.children(head, "auxiliary", "marker", *SUBJECTS)
        return bare and head.head > head.index and "VerbForm=Inf" in head.features

    def _fits(self, head: Word, slot: Slot) -> bool:
        """Whether a clause is of the kind, and has one of the verbs, that a slot asks for."""
        listed = slot.asked.bare
        if listed and listed.isdisjoint(self._clauses.lemmas(head)):
            return False
        owed = slot.kind != "duty" or self._clauses.is_duty(head)
        if not owed or (slot.kind == "duty" and self._clauses.is_passive(head)):
            return False  # "said that B must not be left out" asks nothing of B
        if slot.prepositions and head.prep is not None and head.prep not in slot.prepositions:
            return False  # "called B to explain" asks nothing of B
        gerunds = self._clauses.table["gerund_markers"]
        if head.prep in gerunds and head.prep not in slot.prepositions:
            return False  # "refused, blaming B" refuses B nothing
        if slot.kind == "infinitive" and head.role == "complement" and self._is_finite(head):
            return False
        # "Send us arms," A told B
        return not listed or slot.kind != "clause" or not self._is_bidding(head)

    def _is_finite(self, verb: Word) -> bool:
        """Whether a verb is finite, or has a modal: "told B there would be trouble"."""
        kids = self._tree.children(verb, "auxiliary")
        return "VerbForm=Inf" not in verb.features or any(kid.pos == "AUX" for kid in kids)
