"""How far what is said of one word of a sentence reaches to others."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import VERBS, Word

#: How many words behind a verb an aside is longer than.
_ASIDE = 2

_DEFINITE = frozenset({"Definite=Def", "Poss=Yes", "PronType=Dem"})


@dataclass(frozen=True, slots=True)
class Tense:
    """The tense of a clause, by its finite verb."""

    finite: frozenset[str]
    """Tense features of the finite verb; empty where there is none."""

    perfect: bool
    """Whether an auxiliary puts the verb in the past of that tense."""

    @property
    def is_present(self) -> bool:
        """Whether it tells what is so now."""
        return "Tense=Pres" in self.finite and not self.perfect

    @property
    def is_before(self) -> bool:
        """Whether it tells what was so then: "was due", "devait"."""
        return not self.finite.isdisjoint(("Tense=Past", "Tense=Imp"))

    @property
    def is_narrative(self) -> bool:
        """Whether it tells what happened next: "refused", "a refusé"."""
        return "Tense=Past" in self.finite or ("Tense=Pres" in self.finite and self.perfect)


class Scope:
    """Answers about the words above a word, for dates, modality and sources alike."""

    def __init__(self, tree: Tree) -> None:
        """Look at a parsed sentence."""
        self._tree = tree

    def above(self, word: Word) -> list[Word]:
        """Return the heads above a word, nearest first, up to a semicolon."""
        above, stretches = self._tree.ancestors(word), self._tree.stretches
        if not stretches:  # as of nearly all sentences
            return above
        own = stretches[word.index]
        return list(takewhile(lambda head: stretches[head.index] == own, above))

    def governor(self, word: Word) -> Word | None:
        """Return the verb at or above a word, or the root: "was in Rome, where he met"."""
        chain = (word, *self.above(word))
        return next((item for item in chain if item.pos in VERBS or item.role == "root"), None)

    def is_told(self, clause: Word) -> bool:
        """Return whether a clause is what its head says; ", que Kiev réclame" is taken for one."""
        if clause.role != "complement":
            return False
        marker = self._tree.children(clause, "marker")[:1]
        before = self._tree.words[max(0, marker[0].index - 1)].text if marker else ""
        head = self._tree.head(clause)
        judged = head is not None and head.pos in ("ADJ", "AUX")  # "it is false, said A, that"
        judged = judged or (head is not None and self._is_parted(head, marker))
        return judged or not (before == "," and self._tree.children(clause, "subject"))

    def _is_parted(self, verb: Word, marker: Sequence[Word]) -> bool:
        """Whether only an aside parts a verb from what it says: "demands, before talks, that"."""
        behind = self._tree.words[verb.index + 1 : verb.index + 2]
        opens = any(word.text == "," for word in behind)
        return opens and any(mark.index > verb.index + _ASIDE for mark in marker)

    def tense(self, verb: Word) -> Tense:
        """Return the tense of a verb with its auxiliaries."""
        held = self._tree.children(verb, "auxiliary", "passive_auxiliary", "copula")
        finite = [item for item in (verb, *held) if "VerbForm=Fin" in item.features][:1]
        features = {name for item in finite for name in item.features if name.startswith("Tense")}
        helping = self._tree.children(verb, "auxiliary")
        perfect = any(item in finite for item in helping) and "Tense=Past" in verb.features
        return Tense(frozenset(features), perfect)

    def is_definite(self, noun: Word) -> bool:
        """Return whether a noun is told as known: "the attack", "its attack", "Moscow's attack"."""
        determiners = self._tree.children(noun, "determiner")
        if any(not _DEFINITE.isdisjoint(kid.features) for kid in determiners):
            return True
        return any(kid.role == "possessor" for kid in self._tree.children(noun))
