"""What a pronoun may stand for that is no actor: a thing, a stranger, or nothing."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS

#: Roles of what says at a noun whose it is.
_OWNING = ("possessor", "determiner", "compound", "modifier", "apposition", "oblique", "agent")

#: Roles of what somebody says, and of the parts of a name.
_SAID, _NAME = ("complement",), ("compound", "flat")

#: Kinds of features in which a pronoun and what it stands for agree.
SHOWN = ("Gender=", "Number=")


def form(word: Word) -> frozenset[str]:
    """Return the gender and number that a word shows."""
    return _shown(word.features)


@lru_cache(maxsize=4096)
def _shown(features: frozenset[str]) -> frozenset[str]:
    return frozenset(feature for feature in features if feature.startswith(SHOWN))


def differ(own: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two words show another gender or number, each of them."""
    kinds = [kind for kind in SHOWN if any(f.startswith(kind) for f in own)]
    shown = [{f for f in other if f.startswith(kind)} for kind in kinds]
    return any(each and own.isdisjoint(each) for each in shown)


def is_stranger(tree: Tree, word: Word, *roles: str) -> bool:
    """Return whether a word of a tree is a person's name of several parts that is no actor's.

    Args:
        tree: The sentence.
        word: One of its words.
        roles: What the other parts may be to it.
    """
    if word.pos != "PROPN" or word.mention is not None:
        return False
    parts = tree.children(word, *roles)
    loose = all(kid.mention is None for kid in parts)
    return loose and any(kid.pos == "PROPN" for kid in parts)


class _Lists:
    """The words of a language for what is no actor, for all its sentences."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the language's tables."""
        parser = tables["parser"]
        self.documents = frozen(parser["documents"])
        self.owned = frozen(parser["genitive"], parser["agent_prepositions"]) | {None}
        self.agents = frozen(tables["nouns"]["agents"]["nouns"])
        self.there = frozen(parser["there"])
        self.saying = frozen(tables["cues"]["speech"]["verbs"])
        self.expletive = frozen(tables["mentions"]["anaphora"]["expletive"])


_lists = once(_Lists)


class Things:
    """Answers about the words of one sentence that are no actors."""

    def __init__(self, tree: Tree, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Look at a tree, with the tables of its language."""
        self._tree = tree
        self._lists = _lists(tables)

    def says_it_himself(self, word: Word) -> bool:
        """Return whether a pronoun is who speaks, by a name of no actor: "Total said it would"."""
        clause = self._tree.head(word) if word.role in SUBJECTS else None
        verb = self._tree.head(clause) if clause is not None and clause.role in _SAID else None
        if verb is None or verb.lemma not in self._lists.saying:
            return False
        speakers = [kid for kid in self._tree.children(verb, "subject") if kid.index < word.index]
        return any(
            kid.pos == "PROPN" and kid.mention is None and not is_stranger(self._tree, kid, *_NAME)
            for kid in speakers
        )

    def written(self) -> frozenset[str] | None:
        """Return the gender and number of the thing that is the subject of the sentence, if any.

        That is a text, or what belongs to nobody: "the attack on A", but not "A's attack".
        """
        roots = [word for word in self._tree.words if word.role == "root"]
        subjects = [kid for root in roots for kid in self._tree.children(root, *SUBJECTS)]
        things = [kid for kid in subjects if self._is_thing(kid)]
        return form(things[0]) if things else None

    def _is_thing(self, word: Word) -> bool:
        """Whether a noun is a text, or a thing that is nobody's, or names a firm or the like."""
        if word.mention is not None or word.pos not in ("NOUN", "PROPN"):
            return False
        if is_stranger(self._tree, word, *_NAME):
            return False
        inside = self._tree.children(word, *_OWNING)
        owned = any(kid.mention is not None and kid.prep in self._lists.owned for kid in inside)
        return word.lemma in self._lists.documents or not (
            owned or word.lemma in self._lists.agents
        )

    def is_expletive(self, word: Word) -> bool:
        """Return whether a pronoun stands for nothing: « il est urgent de partir »."""
        if word.text not in self._lists.expletive or word.role not in SUBJECTS:
            return False
        head = self._tree.head(word)
        if head is None:
            return False
        there = [
            kid for kid in self._tree.children(head, "reflexive") if kid.text in self._lists.there
        ]
        said = self._tree.children(head, "infinitive", "complement")
        judged = head.pos == "ADJ" or word.role != "subject"
        return bool(there) or (judged and bool(said))
