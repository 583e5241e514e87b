"""Whom the clauses around a predicate speak of: that above it, or one of condition."""

from collections.abc import Sequence, Set

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import SUBJECTS, VERBS, Word
from graph.extract.reference.salience import others, side
from graph.extract.unsaid.recall import Recall
from graph.model import Actor
from graph.relations import relations

#: How many have each other for the other side.
_PAIR = 2

#: Roles of what somebody is made to do.
_BENEATH = ("infinitive", "complement", "gerund", "adverbial", "oblique", "participle")

#: What answers what somebody else did.
_FORCE, _PROTEST = "material-conflict", "protestsTo"


class OtherClauses:
    """Answers about one predicate."""

    def __init__(self, clauses: Clauses, reference: Recall, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses, self._tree = clauses, clauses.tree
        self._reference = reference
        self._word = word

    def bidden(self) -> list[Actor]:
        """Return who acts at somebody's request or invitation, or answers it."""
        if self._word.prep not in self._clauses.table["behest"]:
            answering = self._clauses.answerers(self._word)
            return [actor for word in answering for actor in self._reference.actors(word)]
        verb = self._clause()
        return self._all(self._clauses.agents_of(verb)) if verb is not None else []

    def beneath(self, prepositions: Set[str]) -> list[Actor]:
        """Return who does something with what the noun names: "with A's support, B took C"."""
        return self._doing() if self._word.prep in prepositions else []

    def conditioned(self) -> list[Actor]:
        """Return the subjects of the conditions of a clause: "would leave unless B paid".

        Of what is done to them they are no masters: "would strike A if B is attacked".
        """
        inside = self._tree.subtree(self._word)
        clauses = [kid for word in inside for kid in self._tree.children(word, "adverbial")]
        met = [
            clause
            for clause in clauses
            for kid in self._tree.children(clause, "marker")
            if kid.text in self._clauses.table["conditions"]
            and not self._clauses.is_passive(clause)
        ]
        subjects = [word for clause in met for word in self._clauses.subjects(clause)]
        return [actor for word in subjects for actor in self._reference.actors(word)]

    def told_to(self, named: Sequence[Actor], *, asked: bool) -> list[Actor]:
        """Return whom the clause above is about: "phoned B to ask", "wrote to B and asked"."""
        verb = self._tree.head(self._word)
        loose = self._word.role in ("infinitive", "adverbial", "participle")
        loose = loose and "VerbForm=Fin" not in self._word.features
        joined = asked and self._word.role == "conjunct"
        if verb is None or verb.pos not in VERBS or not (loose or joined):
            return []
        if self._clauses.is_of("joining", verb):
            return []  # "joined B to demand a truce" demands it of others
        kids = self._tree.children(verb, "object", "indirect")
        dative = self._clauses.table["dative"]
        kids += [kid for kid in self._tree.children(verb, "oblique") if kid.prep in dative]
        return others([actor for kid in kids for actor in self._spoken_to(kid)], named)

    def provoking(self, named: Sequence[Actor]) -> list[Actor]:
        """Return who made somebody act: "A's vote led B to recall its envoy", "pushed B into"."""
        verb = self._tree.head(self._word)
        if verb is None or self._clauses.lemmas(verb).isdisjoint(self._clauses.prompting):
            return []
        if self._word.role not in _BENEATH or self._word.index < verb.index:
            return []
        found = others(self._all(self._causes(verb)), named)
        return [self._reference.state(found[0])] if found else []

    def _causes(self, verb: Word) -> list[Word]:
        """Return who does what a verb says, be it what a clause before tells: « ce qui a mené »."""
        subjects = self._clauses.subjects(verb)
        told = [w for w in subjects if w.text in self._clauses.table["resuming"]]
        clauses = [head for word in told if (head := self._tree.head(word)) is not None]
        return [who for clause in clauses for who in self._clauses.subjects(clause)] or subjects

    def parties(self, named: Sequence[Actor]) -> list[Actor]:
        """Return the several who act in the clause above: "A and B met in talks mediated by C"."""
        if self._word.role in SUBJECTS:
            return []
        found = others(self._doing(), named)
        return found if len({side(actor) for actor in found}) == _PAIR else []

    def joined(self, named: Sequence[Actor], relation: str) -> list[Actor]:
        """Return whom force or a protest answers: "A shelled a post, B hit back", "after A fired".

        That is who acts in the other clause, where each has a subject and the first names nobody
        else.
        """
        own = self._tree.children(self._word, *SUBJECTS)
        answering = relations()[relation].quad == _FORCE or relation == _PROTEST
        if not answering or not own:
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
        return self._before_protest(named) if relation == _PROTEST else []

    def _before_protest(self, named: Sequence[Actor]) -> list[Actor]:
        """Return who did what is protested against: "protested after the entry of A's ship"."""
        kids = self._tree.children(self._word, "oblique")
        deeds = [kid for kid in kids if kid.prep in self._clauses.table["circumstance"]]
        found = others(self._all(deeds), named)
        states = list(dict.fromkeys(map(self._reference.state, found)))
        return states if len(states) == 1 else []

    def _spoken_to(self, word: Word) -> list[Actor]:
        """Return to whom somebody speaks: to its state through an envoy ("called B in to")."""
        own = self._reference.envoy(word)[-1:] if self._reference.title(word) else []
        return own or self._reference.actors(word, dig=False)

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
