"""Whom a noun only describes: "A is one of the states that back B", "A, the only state that"."""

from collections.abc import Mapping
from typing import Any

from graph.extract.parsing.tree import Tree, Word

#: What "one" is, of which the noun behind it tells the kind.
_COUNTING = ("NUM", "PRON")


def described(tree: Tree, noun: Word, table: Mapping[str, Any]) -> Word:
    """Return whoever a noun says what he is, also as one of several; else the noun.

    Args:
        tree: The sentence.
        noun: What a relative or a participle tells more about.
        table: Of the language's parser.
    """
    if noun.mention is not None or noun.lemma not in table["kinds"]:
        return noun
    whole = noun
    while (above := tree.head(whole)) is not None and _is_one_of(whole, above, table):
        whole = above
    name = above if whole.role == "apposition" else _subject(tree, whole, table)
    return name if name is not None and name.mention is not None else noun


def _is_one_of(noun: Word, above: Word, table: Mapping[str, Any]) -> bool:
    counted = above.pos in _COUNTING and above.mention is None
    return counted and noun.role == "oblique" and noun.prep in table["genitive"]


def _subject(tree: Tree, noun: Word, table: Mapping[str, Any]) -> Word | None:
    """Return who is said to be something, where nobody denies it: "A is among the states"."""
    copula = bool(tree.children(noun, "copula"))
    verb = noun if copula else tree.head(noun)
    if verb is None or any("Polarity=Neg" in kid.features for kid in tree.children(verb)):
        return None
    among = noun.prep in table["amid"] and verb.lemma in table["numbering"]
    said = copula or noun.role == "attribute" or among
    return next(iter(tree.children(verb, "subject")), None) if said else None
