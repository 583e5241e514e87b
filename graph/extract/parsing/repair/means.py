"""Repairs of the means by which one talks: « s'est entretenu par téléphone avec A de la trêve ».

The parser hangs from it what the verb governs, or takes it for who does it; and what one says in a
talk it takes for what happens there: "A said that B must act, in a call with C".
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import VERBS, Word, Words, has_kid, kids_of, of_role

#: Roles of what stands behind a preposition.
_LED = ("oblique", "agent")

#: How many words stand at most between the comma before a talk and the noun.
_NEAR = 6


def means(words: Words, table: Mapping[str, Any]) -> None:
    """What stands behind the means by which one talks belongs to the verb.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for word in words:
        if word.role not in _LED or word.lemma not in table["channels"]:
            continue
        if words[word.head].pos not in VERBS:
            continue
        words[word.index] = replace(word, role="oblique")
        for kid in kids_of(words, word):
            if kid.role == "oblique" and kid.index > word.index:
                words[kid.index] = replace(kid, head=word.head)


def unjoined(words: Words, table: Mapping[str, Any]) -> None:
    """Who acts behind a noun is joined to nobody: « réagi à l'invasion de A par B ».

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for word in of_role(words, "conjunct"):
        if word.prep not in table["agent_prepositions"] or words[word.head].pos != "NOUN":
            continue
        if words[word.head].prep != word.prep and not has_kid(words, word, "coordinator"):
            words[word.index] = replace(word, role="oblique")


def acted(words: Words, table: Mapping[str, Any]) -> None:
    """Who stands behind whom a noun's deed befalls does it: « réagi à l'arrestation de A par B ».

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for word in (*of_role(words, "agent"), *of_role(words, "oblique")):
        verb = words[word.head]
        if word.mention is None or word.prep not in table["agent_prepositions"]:
            continue
        if verb.pos not in VERBS or has_kid(words, verb, "passive_auxiliary"):
            continue
        for deed in kids_of(words, verb):
            if deed.prep in table["dative"] and deed.pos == "NOUN" and deed.mention is None:
                near = [kid for kid in kids_of(words, deed) if kid.prep in table["genitive"]]
                if any(verb.index < kid.index < word.index <= kid.index + _NEAR for kid in near):
                    words[word.index] = replace(word, head=deed.index)


def talks(words: Words, table: Mapping[str, Any]) -> None:
    """What a comma parts from what is said there belongs to the verb of saying.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for word in of_role(words, "oblique"):
        if word.lemma not in table["conversations"]:
            continue
        told = words[word.head]
        saying = words[told.head]
        parted = told.pos in VERBS and told.role == "complement" and saying.pos in VERBS
        if parted and _is_parted(words, told, word, table):
            words[word.index] = replace(word, head=saying.index)


def _is_parted(words: Words, told: Word, noun: Word, table: Mapping[str, Any]) -> bool:
    """Whether a comma stands before the preposition of a noun, behind a verb."""
    pairs = range(max(told.index + 1, noun.index - _NEAR), noun.index - 1)
    return any(words[at].text == "," and words[at + 1].text in table["through"] for at in pairs)
