"""Whom two verbs that stand side by side act on, where only the second says so."""

from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import Word

#: Roles of what may stand between two verbs that have one object.
_BETWEEN = ("coordinator", "adverb", "particle")


def shared_object(tree: Tree, verb: Word, *, planned: bool) -> list[Word]:
    """Return the object of the verb joined to one that has none: "armed and fed the rebels".

    Args:
        tree: The sentence.
        verb: The one that has none.
        planned: Whether it may be of what the other plans: "condemned and vowed to punish A".
    """
    for other in tree.children(verb, "conjunct"):
        between = tree.words[verb.index + 1 : other.index]
        bare = all(word.role in _BETWEEN for word in between)
        if other.pos == "VERB" and between and bare:
            below = tree.children(other, "infinitive") if planned else ()
            objects = [kid for each in below for kid in tree.children(each, "object")]
            return tree.children(other, "object") or objects
    return []
