"""Words of force that tell of none: "a war of words", "clashed over how to deal with migrants".

Nor is gear a weapon that is of use in peace: « du matériel médical »; nor do they meet who find
themselves in some plight: « se retrouvent au bord de la guerre ».
"""

from collections.abc import Callable, Mapping, Sequence

from graph.extract.once import frozen
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import NOUNS, PAST, VERBS

#: The relations that tell of weapons, and of a meeting.
_ARMS, _MEETS = "arms", "meets"


class Figurative:
    """Answers about the words of one sentence."""

    def __init__(self, tree: Tree, table: Mapping[str, Sequence[str]]) -> None:
        """Look at a tree, with the table of such words in the language's ``nouns.toml``."""
        self._tree = tree
        self._nouns, self._modifiers = frozen(table["nouns"]), frozen(table["modifiers"])
        self._disputes, self._settling = frozen(table["disputes"]), frozen(table["settling"])
        self._foes = frozen(table["foes"])
        self._gear, self._civil = frozen(table["gear"]), frozen(table["civil"])
        self._finding, self._plights = frozen(table["finding"]), frozen(table["plights"])
        self._about, self._matters = frozen(table["about"]), frozen(table["matters"])

    def is_one(self, word: Word, modified: Callable[[Word, str], bool], relation: str) -> bool:
        """Return whether a word of force is a figure, or its force is that of words.

        Args:
            word: A predicate, or what one is done with.
            modified: Tells whether a word has a modifier.
            relation: What it tells of; where it is of giving weapons, the word may be no weapon.
        """
        if relation == _ARMS:
            return word.lemma in self._gear and any(modified(word, name) for name in self._civil)
        if relation == _MEETS:
            return word.lemma in self._finding and self._is_plight(word)
        if word.pos in VERBS and self._is_quarrel(word):
            return True
        if word.lemma in self._disputes and self._is_settled(word):
            return True
        force = word.pos in NOUNS and word.lemma in self._nouns
        return force and any(modified(word, name) for name in self._modifiers)

    def is_matter(self, word: Word) -> bool:
        """Return whether a noun names what nobody fights or eases by force: "unemployment"."""
        return word.mention is None and word.lemma in self._foes

    def _is_settled(self, noun: Word) -> bool:
        """Whether somebody only settles it: "the mediator in the conflict between A and B"."""
        return any(item.lemma in self._settling for item in self._tree.ancestors(noun)[:1])

    def _is_plight(self, verb: Word) -> bool:
        """Whether a verb tells how somebody fares: « se retrouvent isolés », « dos à dos »."""
        kids = [kid for kid in self._tree.children(verb) if kid.index > verb.index]
        near = [kid for kid in kids if kid.index == verb.index + 1]
        states = [kid for kid in near if kid.pos == "ADJ" or kid.features >= PAST]
        return bool(states) or any(kid.lemma in self._plights for kid in kids)

    def _is_quarrel(self, word: Word) -> bool:
        """Whether a word tells of a quarrel: "clashed over how to deal with migrants"."""
        about = [kid for kid in self._tree.children(word) if kid.prep in self._about]
        near = [item for kid in about for item in (kid, *self._tree.children(kid, "modifier"))]
        told = any(kid.pos in VERBS or kid.role == "gerund" for kid in about)
        return told or any(item.lemma in self._matters for item in near)
