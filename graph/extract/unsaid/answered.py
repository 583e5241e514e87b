"""Who said, asked or charged what somebody answers: "rejects the charge", "denies it"."""

from collections.abc import Sequence
from itertools import chain

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.salience import others
from graph.extract.unsaid.recall import Recall
from graph.model import Actor


class Answered:
    """Answers about one predicate of denying or refusing."""

    def __init__(self, clauses: Clauses, reference: Recall, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses, self._tree = clauses, clauses.tree
        self._reference, self._memory = reference, reference.memory
        self._word = word

    def speakers(self, named: Sequence[Actor], *, charge: bool, pointed: bool) -> list[Actor]:
        """Return who said what is answered.

        Args:
            named: Who answers.
            charge: Whether it is answered as a charge.
            pointed: Whether the answer points at what was said: "rejects the charge". What is only
                denied, "denies having fired", nobody need have charged.
        """
        if self._is_strangers():
            return []
        if found := self._claimants(named):
            return found
        start = self._tree.words[0].start
        found = self._memory.accusers(named, start) if charge else []
        found = found or (self._memory.addressers(named) if pointed else [])
        known = chain(self._memory.acts, self._memory.claims)
        alike = all(actor.kind == "person" for actor in named)
        near = self._memory.since if alike else start
        here = {act.subject for act in known if act.at >= near}
        return [actor if actor in here else self._reference.served(actor) for actor in found]

    def _is_strangers(self) -> bool:
        """Whether nobody known says in the sentence what is answered: "experts accuse A, which"."""
        verbs = [verb for verb in self._tree.ancestors(self._word) if verb.pos in VERBS]
        said = next((verb for verb in verbs if self._clauses.judges(verb)), None)
        within = self._word.role == "relative" and said is not None
        return within and not (said and self._reference.acting(self._clauses, said))

    def _claimants(self, named: Sequence[Actor]) -> list[Actor]:
        """Return who said before it in the sentence what is denied: "A says B fired, B denies it".

        Whoever tells of the denial itself is not asked: "A said that B denied it".
        """
        telling = set(self._clauses.telling(self._word))
        for verb in reversed(self._tree.words[: self._word.index]):
            if verb in telling or not self._reference.speech.claims(self._clauses, verb):
                continue
            if found := others(self._reference.acting(self._clauses, verb), named):
                return found
        return others(self._memory.claimants, named)
