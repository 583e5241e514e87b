"""Repairs of what a participle tells of, and of who stands behind it: "an attack blamed on A".

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import NOUNS, PAST, Word, Words, of_role


def undertaken(words: Words, table: Mapping[str, Any]) -> None:
    """A name right behind a participle hangs from it: « l'attentat attribué à A a fait dix morts ».

    The parser may hang it from the noun that the participle tells of.
    """
    for word in of_role(words, "oblique"):
        if word.mention is None or word.prep is None:
            continue
        verb = _before(words, word)
        told = verb is not None and verb.role == "participle" and verb.head == word.head
        if verb is not None and told and words[word.head].pos in NOUNS:
            role = "agent" if word.prep in table["agent_prepositions"] else word.role
            words[word.index] = replace(word, head=verb.index, role=role)


def _before(words: Words, word: Word) -> Word | None:
    """Return the past participle right before a name, its preposition and its article."""
    at = word.index - 1
    while at > 0 and words[at].head == word.index:
        at -= 1
    verb = words[at]
    if verb.text == word.prep:
        return None  # a preposition that the parser takes for a verb
    return verb if verb.pos == "VERB" and verb.features >= PAST else None


def several(words: Words) -> None:
    """What a participle in the plural tells of is many: « une série d'attentats attribués à A »."""
    for word in of_role(words, "participle"):
        at = word.index
        if at == 0 or "Number=Plur" not in word.features:
            continue
        one, many = words[word.head], words[at - 1]
        counted = many.role == "oblique" and many.head == one.index and many.mention is None
        if counted and "Number=Sing" in one.features and "Number=Plur" in many.features:
            words[at] = replace(word, head=many.index)
