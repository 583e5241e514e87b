"""Whom a clause leaves unsaid: the text before tells, or the clause that it belongs to."""

from collections.abc import Sequence, Set

from graph.extract.answered import Answered
from graph.extract.clauses import Clauses
from graph.extract.patterns import Slot
from graph.extract.recall import Recall
from graph.extract.salience import others, side
from graph.extract.word import SUBJECTS, VERBS, Word
from graph.model import Actor
from graph.relations import ACCUSE, REJECT, SUPPORT, relations

#: Types of the acts by which one judges what others did.
_JUDGING = (ACCUSE, REJECT, SUPPORT)

#: What one also does for whoever used force.
_BACKED = "supports"

#: What one does for two others.
_BETWEEN = "mediatesFor"

#: What one does to whoever spoke.
_ANSWER = "rejects"

#: What one does to whoever one speaks to.
_ASKED = "requests"

#: What one does for whoever violence was done to.
_SYMPATHY = "condolesWith"

#: What states do to each other by force.
_FORCE = "material-conflict"

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

    def actors(
        self, slot: Slot, words: Sequence[Word], named: Sequence[Actor], relation: str
    ) -> list[Actor]:
        """Return who fills a slot that nothing in the clause fills.

        Args:
            slot: Its ``context`` says where to look (see graph/extract/patterns.py).
            words: The predicate and what filled the slots before.
            named: The actors that did.
            relation: What is told of them.
        """
        if slot.context == "*":
            bidden = self._beneath(slot.prepositions) if slot.prepositions else self._bidden()
            return bidden if set(bidden).isdisjoint(named) else []
        if slot.context == "?":
            return [actor for actor in self._conditioned() if actor not in named]
        if slot.context[:1] == "&":
            return [] if self._is_private(words) else self._other(slot, words, named, relation)
        if not slot.attached:
            told = self._told_of(named) if len(words) == 1 else self._named_at(words[-1], named)
            pointed = slot.context == "^" or len(words) > 1
            charge = slot.context == "%"
            return [] if told else self._answered.speakers(named, charge=charge, pointed=pointed)
        marks = self._tree.children(words[-1], "determiner")
        pointed = any("PronType=Dem" in mark.features for mark in marks)
        known = any("Definite=Def" in mark.features for mark in marks)
        known = known and not self._named_at(words[-1], named)
        if pointed and self._is_deed(words, relation):
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
        deed = self._of_deed(words, named, relation) or self._of_told(words, named, relation)
        if deed:
            return deed
        if self._word.role == "participle" and relations()[relation].parent == ACCUSE:
            return self._concerned(named)
        faced = self._faced(words) | self._judging()
        others = set(self._behind()) - set(named) - faced
        unknown = relation != _BACKED and self._is_deed(words, relation)
        bare = relation == _ASKED and len(words) == 1  # "asked to leave" asks whom it speaks to
        found = [] if unknown else self._of_before(slot, words, named, relation, near=bare)
        pitied = self._pitied(relation)
        found = [a for a in found if a not in faced and side(a) not in pitied]
        return [actor for actor in found if not others or actor in others]

    def _pitied(self, relation: str) -> set[str]:
        """Return whom the text told of sympathy for: nobody blames them for what befell them."""
        blaming = relations()[relation].parent == ACCUSE
        acts = self._memory.acts if blaming else ()
        return {side(act.object) for act in acts if act.relation == _SYMPATHY}

    def _concerned(self, named: Sequence[Actor]) -> list[Actor]:
        """Return whom a charge is about that a clause speaks of: "B lost a case brought by A".

        That is the one state or person whom the sentence names beside it.
        """
        inside = self._tree.subtree(self._word)
        outside = [word for word in self._tree.words if word not in inside]
        named_there = (actor for word in outside for actor in self._reference.direct(word))
        found = [a for a in others(list(named_there), named) if a.kind in ("country", "person")]
        return found[:1] if len({side(actor) for actor in found}) == 1 else []

    def _faced(self, words: Sequence[Word]) -> set[Actor]:
        """Return whom something is done to in what is judged: "hailed the decision to leave A"."""
        verbs = [kid for word in words[1:] for kid in self._tree.children(word, "participle")]
        verbs = [verb for verb in verbs if self._clauses.is_anothers(verb)]
        inside = [word for verb in verbs for word in self._tree.subtree(verb)]
        return {actor for word in inside for actor in self._reference.direct(word)}

    def _judging(self) -> set[Actor]:
        """Return who judges what is told here: of "A condemned the raids that B led", A."""
        told = self._tree.ancestors(self._word)
        verbs = [v for v in told if self._clauses.judges(v) or self._clauses.takes_sides(v)]
        return {actor for verb in verbs for actor in self._reference.acting(self._clauses, verb)}

    def _of_deed(self, words: Sequence[Word], named: Sequence[Actor], relation: str) -> list[Actor]:
        """Return who did the violence that is condemned, or backed: whoever was last told to."""
        return self._memory.assailant(named) if self._is_deed(words, relation) else []

    def _of_told(self, words: Sequence[Word], named: Sequence[Actor], relation: str) -> list[Actor]:
        """Return the state that did what is judged: "freed two. Spain hailed the release"."""
        if relations()[relation].parent not in _JUDGING:
            return []
        nouns = [noun for noun in words[1:] if not self._reference.is_violence(noun)]
        known = [noun for noun in nouns if self._is_known(noun)]
        told = [noun.lemma for noun in known if not self._named_at(noun, named)]
        return list(map(self._reference.state, self._memory.doer(told, named, relation)))

    def _is_deed(self, words: Sequence[Word], relation: str) -> bool:
        """Whether it is violence that is condemned, or backed."""
        judged = relations()[relation].parent == ACCUSE or relation == _BACKED
        by = [kid for word in words[1:] for kid in self._tree.children(word, "agent")]
        return judged and any(map(self._reference.is_violence, (*words[1:], *by)))

    def _is_private(self, words: Sequence[Word]) -> bool:
        """Whether it is done to people who are no actors: "offered the families condolences"."""
        kids = [kid for word in words for kid in self._tree.children(word, "oblique", "indirect")]
        told = [kid for kid in kids if kid.prep in self._clauses.table["dative"]]
        return any(self._reference.is_nobody(kid) for kid in told)

    def _of_before(
        self,
        slot: Slot,
        words: Sequence[Word],
        named: Sequence[Actor],
        relation: str,
        *,
        near: bool,
    ) -> list[Actor]:
        """Return who the text before says the other side is, or both sides.

        Args:
            slot: What nothing in the clause fills.
            words: The predicate and what filled the slots before.
            named: Who does it.
            relation: What is told of them.
            near: Whether only the clause above may say so.
        """
        if slot.name == "S+" and not all(map(self._is_known, words[1:])):
            return []  # "any deal", "a deal that would be signed" are of nobody told of
        if slot.name == "S+":
            return [self._reference.state(actor) for actor in self._memory.parties(())]
        if slot.context == "&+" and (makers := self._memory.makers(named)):
            return makers
        told = self._told_to(named, asked=relation == _ASKED)
        if told or near:
            return told
        if relation == _ANSWER:
            there = self._tree.children(self._word, "indirect", "adverb", "other")
            opposed = any(kid.text in self._clauses.table["there"] for kid in there)
            said = self._answered.speakers(named, charge=False, pointed=True)
            return said or (self._memory.planners(named) if opposed else [])  # "s'y oppose"
        between = relation == _BETWEEN and (self._parties(named) or self._quarrelling(named))
        sides = between or self._each_other(named) or self._joined(named, relation)
        return sides or self._reference.likeliest(named, relation)

    def _is_known(self, noun: Word) -> bool:
        """Whether a noun is one told of before, or here: "left a pact with A, signed in May"."""
        if self._word.role == "participle" and self._word.head == noun.index:
            return True
        marks = self._tree.children(noun, "determiner")
        known = any({"Definite=Def", "PronType=Dem"} & mark.features for mark in marks)
        return known or not marks

    def _quarrelling(self, named: Sequence[Actor]) -> list[Actor]:
        """Return the states or groups that somebody mediates for: not their envoys."""
        return [self._reference.served(actor) for actor in self._memory.quarrellers(named)]

    def _parties(self, named: Sequence[Actor]) -> list[Actor]:
        """Return the several who act in the clause above: "A and B met in talks mediated by C"."""
        if self._word.role in SUBJECTS:
            return []
        found = others(self._doing(), named)
        return found if len({side(actor) for actor in found}) == _PAIR else []

    def _each_other(self, named: Sequence[Actor]) -> list[Actor]:
        """Return two who act, where each is the other's other side: "A and B freed their captives".

        Nobody else is: what the text told of both of them with a third is no affair of theirs.
        """
        sides = [self._reference.state(actor) for actor in named]
        opposed = len(set(sides)) == _PAIR and self._memory.are_parties(sides)
        return list(named) if opposed else []

    def _joined(self, named: Sequence[Actor], relation: str) -> list[Actor]:
        """Return whom force answers: "A shelled a post, B hit back", "B hit back after A fired".

        That is who acts in the other clause, where each has a subject and the first names nobody
        else.
        """
        own = self._tree.children(self._word, *SUBJECTS)
        if relations()[relation].quad != _FORCE or not own:
            return []
        before = [self._tree.head(self._word)] if self._word.role == "conjunct" else []
        for verb in (*before, *self._tree.children(self._word, "adverbial")):
            if verb is None or verb.pos not in VERBS or not self._tree.children(verb, *SUBJECTS):
                continue
            inside = [word for word in self._tree.subtree(verb) if word not in own]
            inside = [w for w in inside if w.index < own[0].index or verb not in before]
            sides = {side(a) for word in inside for a in self._reference.direct(word)}
            found = others(self._all(self._clauses.subjects(verb)), named)
            if found and len(sides - {side(actor) for actor in named}) == 1:
                return [self._reference.state(found[0])]
        return []

    def _told_to(self, named: Sequence[Actor], *, asked: bool) -> list[Actor]:
        """Return whom the clause above is about: "phoned B to ask", "wrote to B and asked"."""
        verb = self._tree.head(self._word)
        loose = self._word.role in ("infinitive", "adverbial", "participle")
        loose = loose and "VerbForm=Fin" not in self._word.features
        joined = asked and self._word.role == "conjunct"
        if verb is None or verb.pos not in VERBS or not (loose or joined):
            return []
        kids = self._tree.children(verb, "object", "indirect")
        dative = self._clauses.table["dative"]
        kids += [kid for kid in self._tree.children(verb, "oblique") if kid.prep in dative]
        return others([actor for kid in kids for actor in self._spoken_to(kid)], named)

    def _spoken_to(self, word: Word) -> list[Actor]:
        """Return to whom somebody speaks: to its state through an envoy ("called B in to")."""
        own = self._reference.envoy(word)[-1:] if self._reference.title(word) else []
        return own or self._reference.actors(word, dig=False)

    def _told_of(self, named: Sequence[Actor]) -> bool:
        """Whether what is denied or refused says to whom it was done: "denied having hit A"."""
        content = self._tree.children(self._word, "gerund", "infinitive", "complement")
        content = [verb for verb in content if "Mood=Ind" not in verb.features]
        inside = [word for verb in content for word in self._tree.subtree(verb)]
        return not {a for word in inside for a in self._reference.direct(word)} <= set(named)

    def _named_at(self, noun: Word, named: Sequence[Actor]) -> bool:
        """Whether a noun says whom it concerns, be it by a place: "its ambassador in London"."""
        if noun.pos == "PRON":
            return False  # "rejected it" rejects what was said
        inside = [
            actor for word in self._tree.subtree(noun) for actor in self._reference.direct(word)
        ]
        return bool(self._reference.actors(noun)) or not set(inside) <= set(named)

    def _bidden(self) -> list[Actor]:
        """Return who acts at somebody's request or invitation, or answers it."""
        if self._word.prep not in self._clauses.table["behest"]:
            answering = self._clauses.answerers(self._word)
            return [actor for word in answering for actor in self._reference.actors(word)]
        verb = self._clause()
        return self._all(self._clauses.agents_of(verb)) if verb is not None else []

    def _beneath(self, prepositions: Set[str]) -> list[Actor]:
        """Return who does something with what the noun names: "with A's support, B took C"."""
        return self._doing() if self._word.prep in prepositions else []

    def _doing(self) -> list[Actor]:
        """Return who a clause that the noun belongs to is about, also where it is passive."""
        verb = self._clause()
        return self._all(self._clauses.subjects(verb)) if verb is not None else []

    def _clause(self) -> Word | None:
        """Return the verb of the clause that the noun belongs to."""
        above = self._tree.ancestors(self._word)
        return next((word for word in above if word.pos in VERBS), None)

    def _all(self, words: Sequence[Word]) -> list[Actor]:
        return [actor for word in words for actor in self._reference.actors(word)]

    def _conditioned(self) -> list[Actor]:
        """Return the subjects of the conditions of a clause: "would leave unless B paid"."""
        inside = self._tree.subtree(self._word)
        clauses = [kid for word in inside for kid in self._tree.children(word, "adverbial")]
        met = [
            clause
            for clause in clauses
            for kid in self._tree.children(clause, "marker")
            if kid.text in self._clauses.table["conditions"]
        ]
        subjects = [word for clause in met for word in self._clauses.subjects(clause)]
        return [actor for word in subjects for actor in self._reference.actors(word)]

    def _behind(self) -> list[Actor]:
        """Return whom the clause speaks of behind the predicate, also with pronouns."""
        found: list[Actor] = []
        for word in self._tree.words[self._word.index + 1 :]:
            if word.pos in VERBS and "VerbForm=Fin" in word.features:
                break
            if word.text == "," and self._word.pos == "NOUN":
                break  # "since the invasion, A has armed B" says not whom
            found += self._reference.direct(word) if word.role != "determiner" else []
        return found
