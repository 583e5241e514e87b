"""Repairs of what somebody is called before he is named: « a qualifié de honteux le choix de A ».

The parser takes the preposition and the quality for a compound preposition of what is so called, or
what is so called for a part of the quality. Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import VERBS, Word, Words, kids_of, of_role

#: Roles under which a parser has the quality.
_MISTAKEN = ("infinitive", "oblique", "object", "attribute")

#: Roles under which what is said of an object is taken for a part of it.
_SAID = ("modifier", "compound")

#: The role of what an object does or is said to be, an adjective too: "calls A absurd" (xcomp).
_OF_OBJECT = "infinitive"

#: Roles of what a verb has no second one of, or no object beside.
TAKEN = ("object", "attribute", "copula", "reflexive", "passive_auxiliary")


def qualities(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody is called stands apart from whoever is so called, the object of the verb."""
    calling = frozen(table["calling"])
    for verb in words:
        if verb.lemma not in calling:
            continue
        for kid in kids_of(words, verb):
            quality = _within(words, kid) if kid.index > verb.index else None
            if quality is not None:
                _part(words, verb, kid, quality)
            elif kid.role in _MISTAKEN and kid.prep in table["genitive"]:
                _free(words, verb, kid)


def judged(words: Words) -> None:
    """An adjective right behind a verb is what its object is found to be: « juge absurdes les »."""
    for verb, quality in pairwise(words):
        mistaken = quality.pos == "ADJ" and quality.role == "adverb" and quality.head == verb.index
        if not mistaken or verb.pos != "VERB":
            continue
        if quality.features & {"Number=Plur", "Number=Sing"}:  # not "cut short a visit"
            behind = [kid for kid in kids_of(words, verb) if kid.index > quality.index]
            if any(kid.role == "object" for kid in behind):
                words[quality.index] = replace(quality, role=_OF_OBJECT)


def _within(words: Words, noun: Word) -> Word | None:
    """Return the quality that is taken for a part of a noun's preposition."""
    if noun.prep is None:
        return None
    marks = [kid for kid in kids_of(words, noun) if kid.role == "preposition"]
    fixed = [kid for mark in marks for kid in kids_of(words, mark) if kid.role == "fixed"]
    return next((kid for kid in fixed if kid.index < noun.index), None)


def _part(words: Words, verb: Word, noun: Word, quality: Word) -> None:
    """Give the preposition to the quality, and the noun to the verb."""
    mark = words[quality.head]
    words[mark.index] = replace(mark, head=quality.index)
    words[quality.index] = replace(
        quality, head=verb.index, role="oblique", prep=noun.prep, pos="ADJ", features=frozenset()
    )
    words[noun.index] = replace(noun, role="object", prep=None)


def _free(words: Words, verb: Word, quality: Word) -> None:
    """Give the verb the noun that hangs from a quality before it: « d'indigne la conduite »."""
    for kid in kids_of(words, quality):
        marked = any(item.role == "determiner" for item in kids_of(words, kid))
        if kid.pos == "NOUN" and kid.prep is None and marked and kid.index > quality.index:
            words[kid.index] = replace(kid, head=verb.index, role="object")
            words[quality.index] = replace(quality, role="oblique")


def called(words: Words) -> None:
    """What an adjective says of an object is no part of its name: "called the landing shocking"."""
    for word in of_role(words, "attribute"):
        at = word.index
        if word.pos != "ADJ" or at == 0:
            continue
        noun = words[at - 1]
        verb = words[word.head]
        inside = noun.role == "compound" and noun.head == at and noun.pos == "NOUN"
        marked = any(kid.role in ("determiner", "possessor") for kid in kids_of(words, word))
        if not (inside and marked) or verb.pos != "VERB" or verb.index > at:
            continue
        for kid in kids_of(words, word):
            if kid.index < at - 1:
                words[kid.index] = replace(kid, head=at - 1)
        words[at - 1] = replace(noun, head=verb.index, role="object")


def rejected(words: Words) -> None:
    """What stands before a noun's article is no part of it: "rejected as absurd the claim"."""
    for noun in of_role(words, "oblique"):
        verb = words[noun.head]
        if noun.pos != "NOUN" or not noun.prep or verb.pos not in VERBS:
            continue
        kids = kids_of(words, noun)
        marks = [kid.index for kid in kids if kid.role in ("determiner", "possessor")]
        early = [kid for kid in kids if kid.role in _SAID and marks and kid.index < min(marks)]
        kids = kids_of(words, verb)
        if not early or any(kid.role in TAKEN for kid in kids):
            continue
        words[noun.index] = replace(noun, role="object", prep=None)
        for kid in early[:-1]:
            words[kid.index] = replace(kid, head=early[-1].index)
        words[early[-1].index] = replace(early[-1], role="oblique", prep=noun.prep, head=verb.index)
