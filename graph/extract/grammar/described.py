"""Whom a noun only describes, or a pronoun doubles: "A is one of the states that back B"."""

from collections.abc import Mapping
from typing import Any

from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS

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


def doubled(tree: Tree, pronoun: Word) -> Word:
    """Return the name that a pronoun doubles, else the pronoun: « l'Ukraine, elle, a attaqué ».

    One that goes on at once doubles nobody: « si A a attaqué l'Ukraine, elle a ».
    """
    before = tree.words[max(0, pronoun.index - 2) : pronoun.index]
    name = before[0] if before and before[-1].pos == "PUNCT" else pronoun
    behind = (word for word in tree.words[pronoun.index + 1 :] if word.pos != "ADV")
    closed = next(behind, pronoun).pos == "PUNCT"
    apart = closed or pronoun.role not in SUBJECTS
    return name if name.mention is not None and apart else pronoun


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
