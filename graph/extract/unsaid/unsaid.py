"""Whom a clause leaves unsaid: the text before tells, or the clause that it belongs to."""

from collections.abc import Sequence

from graph.extract.frames.patterns import Slot
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.salience import side
from graph.extract.unsaid.answered import Answered
from graph.extract.unsaid.hosts import Hosts
from graph.extract.unsaid.judged import Judged
from graph.extract.unsaid.mutual import Mutual
from graph.extract.unsaid.otherclauses import OtherClauses
from graph.extract.unsaid.recall import Recall
from graph.model import Actor
from graph.relations import ACCUSE, relations

#: What one also does for whoever used force.
_BACKED = "supports"

#: What one does for two others.
_BETWEEN = "mediatesFor"

#: What one does to whoever spoke.
_ANSWER = "rejects"

#: What one does to whoever one speaks to.
_ASKED = "requests"

#: How likely the one must be whom an answer is to, where the text tells of no word of his.
_BY_FAR = 0.6

#: How many have each other for the other side.
_PAIR = 2


class Unsaid:
    """Answers about one predicate."""

    def __init__(self, clauses: Clauses, reference: Recall, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._memory = reference.memory
        self._word = word
        self._answered = Answered(clauses, reference, word)
        self._judged = Judged(clauses, reference, word)
        self._others = OtherClauses(clauses, reference, word)
        self._hosts = Hosts(clauses, reference, word)
        self.mutual = Mutual(clauses, reference, word)

    def actors(
        self, slot: Slot, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> list[Actor]:
        """Return who fills a slot that nothing in the clause fills.

        Args:
            slot: Its ``context`` says where to look (see graph/extract/frames/patterns.py).
            words: The predicate and what filled the slots before.
            named: The actors that did.
            relation: What is told of them.
        """
        if slot.context == "*":
            bidden = (
                self._others.beneath(slot.prepositions)
                if slot.prepositions
                else self._others.bidden()
            )
            return bidden if set(bidden).isdisjoint(named) else []
        if slot.context == ">":
            return [actor for actor in self._hosts.of() if actor not in named]
        if slot.context == "?":
            return [actor for actor in self._others.conditioned() if actor not in named]
        if slot.context[:1] == "&":
            private = self._is_private(words) or self._is_between_others(words, named, relation)
            untold = private or self._judged.is_supposed(words)
            untold = untold or any(map(self._judged.is_strangers, words[1:]))
            untold = untold or self._judged.is_own(words, named)
            return [] if untold else self._other(slot, words, named, relation)
        if slot.attached:
            own = self._judged.is_own(words, named)
            return [] if own else self._pointed_at(words, named, relation)
        return self._answers(slot, words, named, relation)

    def _answers(
        self, slot: Slot, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> list[Actor]:
        """Return whose words somebody answers."""
        told = (
            self._told_of(named) if len(words) == 1 else self._judged.is_named_at(words[-1], named)
        )
        pointed = slot.context == "^" or len(words) > 1
        charge = slot.context == "%"
        if told:
            return []
        found = self._answered.speakers(named, charge=charge, pointed=pointed)
        return found or self._opposed(slot, words, named, relation)

    def _opposed(
        self, slot: Slot, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> list[Actor]:
        """Return whom a refusal or "the charge" answers, where nobody is told to have spoken.

        That is the likeliest by far; who "denies having fired" may answer anybody.
        """
        bare = slot.context == "^" and len(words) == 1
        charged = slot.context == "%" and len(words) > 1 and self._judged.is_given(words[-1])
        answers = relation == _ANSWER and (bare or charged)
        return self._reference.likeliest(named, relation, least=_BY_FAR) if answers else []

    def _pointed_at(
        self, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> list[Actor]:
        """Return who did what a noun points back at: "condemned this attack", "the attack"."""
        marks = self._tree.children(words[-1], "determiner")
        pointed = any("PronType=Dem" in mark.features for mark in marks)
        known = any("Definite=Def" in mark.features for mark in marks)
        known = known and not self._judged.is_named_at(words[-1], named)
        if pointed and self._judged.is_violence(words, relation):
            own = self._tree.children(words[-1], "modifier", "possessor")
            owned = any(kid.mention is not None for kid in own)  # "this Iranian attack"
            # "this attack" is not of whoever acted last
            return [] if owned else self._memory.assailant(named)
        return self._reference.doer(named) if pointed or known else []

    def _other(
        self, slot: Slot, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> list[Actor]:
        """Return the other side: of condemned violence whoever was told to attack, or nobody.

        Not whom the text speaks of most, who may be those attacked.
        """
        if slot.name == "S+":
            return self.mutual.sides(words, relation)
        if deed := self._judged.doers(words, named, relation):
            return deed
        if provoking := self._others.provoking(named):
            return provoking
        if self._judged.is_charged(relation):
            return self._judged.aggrieved(words, named)
        if self._word.role == "participle" and relations()[relation].parent == ACCUSE:
            return self._judged.concerned(named)
        faced = self._judged.faced(words) | self._judged.judging()
        faced |= self._judged.telling(words, relation)
        others = set(self._behind()) - set(named) - faced
        unknown = relation != _BACKED and self._judged.is_violence(words, relation)
        bare = relation == _ASKED and len(words) == 1  # "asked to leave" asks whom it speaks to
        found = [] if unknown else self._of_before(slot, named, relation, near=bare)
        pitied = self._judged.pitied(relation)
        found = [a for a in found if a not in faced and side(a) not in pitied]
        return [actor for actor in found if not others or actor in others]

    def _is_private(self, words: Sequence[Word]) -> bool:
        """Whether it is done to people who are no actors: "offered the families condolences"."""
        kids = [kid for word in words for kid in self._tree.children(word, "oblique", "indirect")]
        told = [kid for kid in kids if kid.prep in self._clauses.table["dative"]]
        return any(self._reference.is_nobody(kid) for kid in told)

    def _is_between_others(
        self, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> bool:
        """Whether a noun says between whom it is: "C suspended the talks between A and B".

        One may also mediate between people of whom nobody knows: "between the junta and its foes".
        """
        kids = [kid for word in words for kid in self._tree.children(word, "oblique")]
        parted = [kid for kid in kids if kid.prep in self._clauses.table["between"]]
        sides = {side(actor) for kid in parted for actor in self._reference.actors(kid)}
        if not sides:
            return relation == _BETWEEN and any(
                len(self._tree.conjuncts(kid)) > 1 for kid in parted
            )
        return sides.isdisjoint(map(side, named))

    def _of_before(
        self,
        slot: Slot,
        named: Sequence[Actor],
        relation: str,
        *,
        near: bool,
    ) -> list[Actor]:
        """Return who the text before says the other side is.

        Args:
            slot: What nothing in the clause fills.
            named: Who does it.
            relation: What is told of them.
            near: Whether only the clause above may say so.
        """
        if slot.context == "&+" and (makers := self._memory.makers(named)):
            return makers
        told = self._others.told_to(named, asked=relation == _ASKED)
        if told or near:
            return told
        if relation == _ANSWER:
            there = self._tree.children(self._word, "indirect", "adverb", "other")
            opposed = any(kid.text in self._clauses.table["there"] for kid in there)
            said = self._answered.speakers(named, charge=False, pointed=True)
            return said or (self._memory.planners(named) if opposed else [])  # "s'y oppose"
        if relation == _BETWEEN:
            sides = self._others.parties(named) or self._quarrelling(named)
        else:
            pair = self._each_other(named)
            if pair and relation == _ASKED:
                return []  # "A and B demanded a truce": of others
            sides = pair or self._others.joined(named, relation)
        return sides or self._reference.likeliest(named, relation)

    def _quarrelling(self, named: Sequence[Actor]) -> list[Actor]:
        """Return the states or groups that somebody mediates for: not their envoys."""
        return [self._reference.served(actor) for actor in self._memory.quarrellers(named)]

    def _each_other(self, named: Sequence[Actor]) -> list[Actor]:
        """Return two who act, where each is the other's other side: "A and B freed their captives".

        Nobody else is: what the text told of both of them with a third is no affair of theirs.
        """
        sides = [self._reference.state(actor) for actor in named]
        opposed = len(set(sides)) == _PAIR and self._memory.are_parties(sides)
        return list(named) if opposed else []

    def _told_of(self, named: Sequence[Actor]) -> bool:
        """Whether what is denied or refused says to whom it was done: "denied having hit A"."""
        content = self._tree.children(self._word, "gerund", "infinitive", "complement")
        content = [verb for verb in content if "Mood=Ind" not in verb.features]
        inside = [word for verb in content for word in self._tree.subtree(verb)]
        return not {a for word in inside for a in self._reference.direct(word)} <= set(named)

    def _behind(self) -> list[Actor]:
        """Return whom the clause speaks of behind the predicate, also with pronouns."""
        found: list[Actor] = []
        for word in self._tree.words[self._word.index + 1 :]:
            if word.pos in VERBS and "VerbForm=Fin" in word.features:
                break
            if word.text == "," and self._word.pos == "NOUN":
                break  # "since the invasion, A has armed B" says not whom
            if word.role == "determiner" or "Reflex=Yes" in word.features:
                continue  # what « se poursuit » tells of nobody
            found += self._reference.direct(word)
        return found
