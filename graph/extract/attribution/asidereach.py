"""Of what an aside is said: of "A left, he says, and B stayed" the first clause alone."""

from collections.abc import Sequence
from itertools import pairwise

from graph.extract.grammar.scope import Scope
from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import SUBJECTS, Word

#: Roles of what a speaker did beside speaking.
_ADJUNCTS = ("adverbial", "participle", "gerund", "oblique")


class AsideReach:
    """Answers about the asides of one sentence."""

    def __init__(self, tree: Tree) -> None:
        """Look at a sentence."""
        self._tree, self._scope = tree, Scope(tree)

    def covers(self, verb: Word, word: Word) -> bool:
        """Return whether an aside is said of a predicate too.

        Args:
            verb: That of the aside.
            word: The predicate.
        """
        if word is verb or any(at.role == "relative" for at in (word, *self._scope.above(word))):
            return False
        first, last = sorted((verb.index, word.index))
        between = self._tree.words[first:last]
        parted = any(item.text in (";", ":") for item in between)
        turned = first == verb.index and self._starts_anew(word, between)
        return not (parted or turned or self._is_beside(word, verb) or self._is_in_relative(verb))

    def _is_beside(self, word: Word, verb: Word) -> bool:
        """Whether a word tells what the speaker did too: ", he said, before receiving B"."""
        chain = [word, *self._scope.above(word)]
        below = [item for item, head in pairwise(chain) if head is verb]
        return word.start > verb.start and any(item.role in _ADJUNCTS for item in below)

    def _is_in_relative(self, verb: Word) -> bool:
        """Whether an aside is of a relative clause only: "B, without whom, he said, he would"."""
        pauses = [item.index for item in self._tree.words[: verb.index] if item.text == ","]
        before = self._tree.words[max(0, pauses[-1] - 1)] if pauses else verb
        return "PronType=Rel" in before.features

    def _starts_anew(self, word: Word, between: Sequence[Word]) -> bool:
        """Whether a clause behind an aside is another: "A left, he says, and B stayed"."""
        joined = any(item.role == "coordinator" for item in between)
        clause = next((i for i in (word, *self._scope.above(word)) if i.role == "conjunct"), word)
        return joined and bool(self._tree.children(clause, *SUBJECTS))
