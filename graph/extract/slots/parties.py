"""Find who takes part in what a noun names, where only the clause around it says so."""

from collections.abc import Sequence

from graph.extract.parsing.word import SUBJECTS, VERBS, Word
from graph.extract.slots.behind import Behind

#: Within how many words behind a noun a place is of what it names, whatever the parser says.
_NEXT = 3


class Parties(Behind):
    """Looks at the clause around one predicate."""

    def partners(self) -> list[Word]:
        """Return who takes part in what says so only beside it: "in a call, A told B"."""
        opposed = self._word.lemma in self._clauses.opposed
        clause = self._clause()
        verb = clause or (self._ending() if opposed else None)
        if verb is None:
            return []
        acting = self._clauses.subjects(verb)
        if opposed and clause is not None and self._is_of_others(acting):
            return []
        if opposed:
            return [word for word in acting if self._reference.are_several(word)]
        mutual = self._clauses.mutual | self._clauses.remote
        if self._word.lemma in mutual and any(map(self._reference.are_several, acting)):
            return acting  # "in a call, A and B agreed"
        told = self._tree.children(verb, "indirect", "object")
        obliques = self._tree.children(verb, "oblique")
        told += [kid for kid in obliques if kid.prep in self._clauses.table["dative"]]
        to = [kid for kid in told if self._reference.is_person(kid)]
        return [*acting, *to] if to and self._word.lemma in mutual else []

    def _is_of_others(self, acting: Sequence[Word]) -> bool:
        """Whether what a noun names happens where nobody who acts is: "since the war in C"."""
        placing = self._clauses.table["placing"]
        next_ = self._tree.words[self._word.index + 1 : self._word.index + 1 + _NEXT]
        near = [*self._tree.children(self._word, "oblique"), *next_]
        near = [word for word in near if word.mention is not None and word.prep in placing]
        there = [actor for word in near for actor in self._reference.actors(word)]
        here = {self._reference.state(a) for kid in acting for a in self._reference.actors(kid)}
        return bool(there) and here.isdisjoint(map(self._reference.state, there))

    def _clause(self) -> Word | None:
        """Return the verb of a clause during or after which the word happens."""
        way = (self._word, *self._tree.ancestors(self._word))
        ends = (each for each in way if each.role != "oblique" or self._frames(each))
        at = next(ends, way[-1])
        verb = self._tree.head(at)
        fits = at.role in ("oblique", "agent") and verb is not None and verb.pos in VERBS
        return verb if fits else None

    def _ending(self) -> Word | None:
        """Return the verb of an agreement about it: "A and B signed a pact that ends their war"."""
        above = self._tree.ancestors(self._word)
        verbs = [at for at, word in enumerate(above) if word.pos in VERBS]
        inner = above[verbs[0]] if verbs else None
        pact = self._tree.head(inner) if inner is not None and inner.role == "relative" else None
        outer = self._tree.head(pact) if pact is not None and pact.role == "object" else None
        return outer if outer is not None and outer.pos in VERBS else None

    def _frames(self, noun: Word) -> bool:
        """Whether a noun tells during or by what a clause happens: "after a call", "by phone"."""
        return noun.prep in self._clauses.during or noun.lemma in self._clauses.remote

    def _is_in_a_work(self, noun: Word, verb: Word) -> bool:
        """Whether a noun is what a text or a show is about: who opens one on a war wages none.

        Args:
            noun: What the verb does something to, or what hangs from the verb beside it.
            verb: The verb.
        """
        about = noun.role == "oblique" and noun.prep in self._clauses.table["limiting"]
        shown = self._tree.children(verb, "object") if about else ()
        works = self._clauses.table["works"]
        return any(word.lemma in works for word in (noun, *shown))

    def _is_charge(self) -> bool:
        """Whether what a noun names another did: "jailed a man for planning a raid on B"."""
        verb = self._tree.head(self._word) if self._word.role == "object" else None
        return verb is not None and self._clauses.accuser(verb) is not None

    def _is_of_clause_apart(self, word: Word) -> bool:
        """Whether a word is the subject of another clause: "after men had", "with men going".

        So is what stands in what somebody is charged with: "convicted two men of killing a child".
        """
        if word.role == "adverbial":
            return True
        verb = self._tree.head(word)
        if verb is not None and self._clauses.accuser(verb) is self._word:
            return True  # whoever is convicted of killing somebody was not killed
        if verb is None or word.role not in SUBJECTS:
            return False
        beside = verb.role == "gerund" and verb.prep in self._clauses.table["partner"]
        marked = verb.role == "adverbial" and bool(self._tree.children(verb, "marker"))
        return beside or marked
