"""The tense of what a sentence tells, and whether it tells it or only what was before."""

from graph.extract.grammar.scope import Scope, Tense
from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import VERBS, Word

#: Roles of clauses that tell what happened some other time.
_BACKGROUND = frozenset({"relative", "participle", "adverbial", "complement"})


class Tenses:
    """Answers about the predicates of one sentence."""

    def __init__(self, tree: Tree) -> None:
        """Look at a parsed sentence."""
        self._tree, self._scope = tree, Scope(tree)

    def is_main(self, word: Word) -> bool:
        """Return whether a predicate tells what its sentence tells, not some background of it."""
        item = word
        for head in self._scope.above(word):
            told = item.role == "complement" and item.index < head.index
            if item.role in _BACKGROUND and not told:
                return False
            item = head
        return True

    def is_present(self, verb: Word) -> bool:
        """Return whether a verb is in the present."""
        return "VerbForm=Fin" in verb.features and self._scope.tense(verb).is_present

    def tense(self, word: Word) -> Tense:
        """Return the tense of the verb of a predicate."""
        return self._scope.tense(self._scope.governor(word) or word)

    def is_narrative(self, verb: Word) -> bool:
        """Return whether a verb tells what happened."""
        return self._scope.tense(verb).is_narrative

    def is_past(self, word: Word) -> bool:
        """Return whether the verb of a predicate, or a verb that it hangs from, is in the past."""
        verbs = [item for item in (word, *self._scope.above(word)) if item.pos in VERBS]
        tenses = [self._scope.tense(verb) for verb in verbs]
        return next((tense.is_before for tense in tenses if tense.finite), False)
