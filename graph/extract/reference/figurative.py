"""Words of force that tell of none: "a war of words", "clashed over how to deal with migrants"."""

from collections.abc import Callable, Mapping, Sequence

from graph.extract.once import frozen
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import VERBS

#: A word and the two around it.
_BETWEEN = 3


class Figurative:
    """Answers about the words of one sentence."""

    def __init__(self, tree: Tree, table: Mapping[str, Sequence[str]]) -> None:
        """Look at a tree, with the table of such words in the language's ``nouns.toml``."""
        self._tree = tree
        self._nouns, self._modifiers = frozen(table["nouns"]), frozen(table["modifiers"])
        self._disputes, self._settling = frozen(table["disputes"]), frozen(table["settling"])
        self._foes = frozen(table["foes"])
        self._opening, self._closing = frozen(table["opening"]), frozen(table["closing"])
        self._about, self._matters = frozen(table["about"]), frozen(table["matters"])

    def is_one(self, word: Word, modified: Callable[[Word, str], bool]) -> bool:
        """Return whether a word of force is a figure, or its force is that of words.

        Args:
            word: A predicate.
            modified: Tells whether a word has a modifier.
        """
        if word.pos in VERBS and self._is_quarrel(word):
            return True
        if word.lemma in self._disputes and self._is_settled(word):
            return True
        force = word.pos == "NOUN" and word.lemma in self._nouns
        return force and (
            self._is_quoted(word) or any(modified(word, name) for name in self._modifiers)
        )

    def is_matter(self, word: Word) -> bool:
        """Return whether a noun names what nobody fights or eases by force: "unemployment"."""
        return word.mention is None and word.lemma in self._foes

    def _is_quoted(self, word: Word) -> bool:
        """Whether a word alone stands between quotation marks, as not meant so: « guerre »."""
        around = self._tree.words[max(word.index - 1, 0) : word.index + 2]
        marked = len(around) == _BETWEEN and around[0].text in self._opening
        return marked and around[-1].text in self._closing

    def _is_settled(self, noun: Word) -> bool:
        """Whether somebody only settles it: "the mediator in the conflict between A and B"."""
        return any(item.lemma in self._settling for item in self._tree.ancestors(noun)[:1])

    def _is_quarrel(self, verb: Word) -> bool:
        """Whether a verb tells of a quarrel: "clashed over how to deal with migrants"."""
        about = [kid for kid in self._tree.children(verb) if kid.prep in self._about]
        words = [word for kid in about for word in (kid, *self._tree.children(kid, "modifier"))]
        told = any(kid.pos in VERBS or kid.role == "gerund" for kid in about)
        return told or any(word.lemma in self._matters for word in words)
