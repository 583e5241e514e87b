"""Who did what somebody judges, where the text told of it before: "condemned the strike"."""

from collections.abc import Sequence

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.salience import others, side
from graph.extract.unsaid.recall import Recall
from graph.model import Actor
from graph.relations import ACCUSE, REJECT, SUPPORT, relations

#: Types of the acts by which one judges what others did.
_JUDGING = (ACCUSE, REJECT, SUPPORT)

#: What whoever is struck charges another with.
_FORCE = "attacks"

#: What one also does for whoever used force.
_BACKED = "supports"

#: What one does for whoever befell a misfortune.
_SYMPATHY = "condolesWith"


class Judged:
    """Answers about one predicate of judging."""

    def __init__(self, clauses: Clauses, reference: Recall, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses, self._tree = clauses, clauses.tree
        self._reference, self._memory = reference, reference.memory
        self._word = word

    def doers(self, words: Sequence[Word], named: Sequence[Actor], relation: str) -> list[Actor]:
        """Return who did what is judged, where the text told so.

        Of violence that is whoever was last told to use it; of another deed the state of whoever
        did it: "freed two. Spain hailed the release".

        Args:
            words: The predicate, and the nouns for what it judges.
            named: Who judges it.
            relation: What is told of them.
        """
        if self.is_violence(words, relation) and (found := self._memory.assailant(named)):
            return found
        if relations()[relation].parent not in _JUDGING:
            return []
        nouns = [noun for noun in words[1:] if not self._reference.is_violence(noun)]
        known = [noun for noun in nouns if self.is_known(noun)]
        told = [noun.lemma for noun in known if not self.is_named_at(noun, named)]
        return list(map(self._reference.state, self._memory.doer(told, named, relation)))

    def is_own(self, words: Sequence[Word], named: Sequence[Actor]) -> bool:
        """Return whether an adjective says that whoever judges a deed did it: of nobody else.

        "The Palestinian Authority condemned the Palestinian attack on the bus".

        Args:
            words: The predicate, and the nouns for what it judges.
            named: Who judges it.
        """
        own = {side(actor) for actor in named}
        direct = self._reference.direct
        kids = [kid for noun in words[1:] for kid in self._tree.children(noun, "modifier")]
        told = [direct(kid) for kid in kids if kid.mention is not None and kid.pos == "ADJ"]
        return any(doers and own.issuperset(map(side, doers)) for doers in told)

    def is_charged(self, relation: str) -> bool:
        """Return whether it is force that somebody charges another with."""
        return relation == _FORCE and bool(self._charging())

    def aggrieved(self, words: Sequence[Word], named: Sequence[Actor]) -> list[Actor]:
        """Return who says that what is his was struck: "A accuses B of shelling a village".

        That is the state that charges another with it, where nobody says whose the place is.

        Args:
            words: The predicate, and the nouns for what it struck.
            named: Who struck it.
        """
        if any(self.is_named_at(noun, named) for noun in words[1:]):
            return []
        acting = [
            a for verb in self._charging() for a in self._reference.acting(self._clauses, verb)
        ]
        if not set(acting).isdisjoint(named):
            return []  # "A and B accused each other of it"
        found = [self._reference.state(actor) for actor in acting]
        return [actor for actor in found[:1] if actor.kind == "country"]

    def _charging(self) -> list[Word]:
        """Return the verbs of charging beneath which it stands, nearest first."""
        return [verb for verb in self._tree.ancestors(self._word) if self._clauses.judges(verb)]

    def is_violence(self, words: Sequence[Word], relation: str) -> bool:
        """Return whether it is violence that is condemned, or backed."""
        judged = relations()[relation].parent == ACCUSE or relation == _BACKED
        by = [kid for word in words[1:] for kid in self._tree.children(word, "agent")]
        return judged and any(map(self._reference.is_violence, (*words[1:], *by)))

    def concerned(self, named: Sequence[Actor]) -> list[Actor]:
        """Return whom a charge is about that a clause speaks of: "B lost a case brought by A".

        That is the one state or person whom the sentence names beside it.
        """
        inside = self._tree.subtree(self._word)
        outside = [word for word in self._tree.words if word not in inside]
        named_there = (actor for word in outside for actor in self._reference.direct(word))
        found = [a for a in others(list(named_there), named) if a.kind in ("country", "person")]
        return found[:1] if len({side(actor) for actor in found}) == 1 else []

    def pitied(self, relation: str) -> set[str]:
        """Return whom the text told of sympathy for: nobody blames them for what befell them."""
        blaming = relations()[relation].parent == ACCUSE
        acts = self._memory.acts if blaming else ()
        return {side(act.object) for act in acts if act.relation == _SYMPATHY}

    def faced(self, words: Sequence[Word]) -> set[Actor]:
        """Return whom something is done to in what is judged: "hailed the decision to leave A"."""
        verbs = [kid for word in words[1:] for kid in self._tree.children(word, "participle")]
        verbs = [verb for verb in verbs if self._clauses.is_anothers(verb)]
        inside = [word for verb in verbs for word in self._tree.subtree(verb)]
        return {actor for word in inside for actor in self._reference.direct(word)}

    def judging(self) -> set[Actor]:
        """Return who judges what is told here: of "A condemned the raids that B led", A."""
        told = self._tree.ancestors(self._word)
        verbs = [v for v in told if self._clauses.judges(v) or self._clauses.takes_sides(v)]
        return {actor for verb in verbs for actor in self._reference.acting(self._clauses, verb)}

    def telling(self, words: Sequence[Word], relation: str) -> set[Actor]:
        """Return who tells that violence was backed, none of his: "A says B sponsored the raid".

        Args:
            words: The predicate, and the nouns for what was backed.
            relation: What is told.
        """
        if relation != _BACKED or not self.is_violence(words, relation):
            return set()
        verbs = [word for word in self._tree.ancestors(self._word) if word.pos in VERBS]
        return {actor for verb in verbs for actor in self._reference.acting(self._clauses, verb)}

    def is_supposed(self, words: Sequence[Word]) -> bool:
        """Return whether what is judged only might be: "said that a refusal would be a mistake".

        Args:
            words: The predicate, and the nouns for what it judges.
        """
        judged = [*words, *self._tree.children(self._word, "subject")]
        return any(self._is_any(noun) and self._is_unreal(noun) for noun in judged)

    def _is_any(self, noun: Word) -> bool:
        marks = self._tree.children(noun, "determiner")
        return any("Definite=Ind" in mark.features for mark in marks)

    def _is_unreal(self, noun: Word) -> bool:
        head = self._tree.head(noun)
        group = [head, *self._tree.children(head)] if head is not None else []
        return any("Mood=Cnd" in word.features for word in group)

    def is_known(self, noun: Word) -> bool:
        """Return whether a noun is told of before, or here: "left a pact with A, signed in May"."""
        if self._word.role == "participle" and self._word.head == noun.index:
            return True
        marks = self._tree.children(noun, "determiner")
        known = any({"Definite=Def", "PronType=Dem"} & mark.features for mark in marks)
        return known or not marks

    def is_given(self, noun: Word) -> bool:
        """Return whether a noun has an article or the like for what was told of: "the charge"."""
        marks = self._tree.children(noun, "determiner")
        return any({"Definite=Def", "PronType=Dem"} & mark.features for mark in marks)

    def is_named_at(self, noun: Word, named: Sequence[Actor]) -> bool:
        """Return whether a noun says whom it concerns, be it by a place: "its envoy in London"."""
        if noun.pos == "PRON":
            return False  # "rejected it" rejects what was said
        inside = [
            actor for word in self._tree.subtree(noun) for actor in self._reference.direct(word)
        ]
        named_there = bool(self._reference.actors(noun)) or not set(inside) <= set(named)
        return named_there or self.is_strangers(noun)

    def is_strangers(self, noun: Word) -> bool:
        """Return whether something is of people who are no actor: « l'attitude des Européens »."""
        kids = self._tree.children(noun, "oblique", "possessor")
        owners = [kid for kid in kids if kid.prep in self._clauses.table["genitive"]]
        others = [kid for kid in owners if kid.text in self._clauses.table["outsiders"]]
        return any(not self._reference.actors(kid) for kid in others)
