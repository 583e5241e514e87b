"""What a clause says of its subject or object: "called the raid cowardly"."""

from collections.abc import Sequence

from graph.extract.grammar.clauses import Argument, Clauses
from graph.extract.parsing.tree import Tree, Word


def said_of(predicate: Word, arguments: Sequence[Argument], clauses: Clauses) -> list[Word]:
    """Return what is said of a subject or object, also where it was parsed as its adjective.

    Args:
        predicate: The verb or noun.
        arguments: What it has.
        clauses: The sentence.
    """
    tree = clauses.tree
    said = [argument.word for argument in arguments if argument.role == "attribute"]
    said += [kid for word in said for kid in _qualities(tree, word)]
    own = tree.children(predicate, "modifier")  # « juge "honteux" le propos »
    objects = [argument.word for argument in arguments if argument.role == "object"]
    owners = [kid for word in objects for kid in tree.children(word, "oblique")]
    owners = [kid for kid in owners if kid.prep in clauses.table["genitive"]]
    behind = _behind(tree, objects)
    # "called A's decision absurd"
    behind += [kid for word in owners for kid in tree.children(word, "modifier")]
    return said + own + behind + _mistaken(tree, objects)


def _behind(tree: Tree, objects: Sequence[Word]) -> list[Word]:
    """Return the adjectives behind an object, with those of theirs."""
    kids = [(word, kid) for word in objects for kid in tree.children(word, "modifier")]
    found = [kid for word, kid in kids if kid.index > word.index]
    return found + [kid for word in found for kid in tree.children(word, "modifier")]


def _qualities(tree: Tree, noun: Word) -> list[Word]:
    """Return how what somebody is said to be is called: "said it was a reckless act"."""
    marks = tree.children(noun, "determiner")
    known = any("Definite=Def" in mark.features for mark in marks)  # "the most dangerous issue"
    told = noun.role == "attribute" and noun.pos == "NOUN" and not known
    return tree.children(noun, "modifier") if told else []


def _mistaken(tree: Tree, objects: Sequence[Word]) -> list[Word]:
    """Return what is said of an object but parsed as said of the verb: "called it cowardly"."""
    pairs = [(word, tree.head(word)) for word in objects]
    kids = [(word, kid) for word, verb in pairs if verb for kid in tree.children(verb)]
    return [kid for word, kid in kids if kid.role == "adverb" and kid.index > word.index]
