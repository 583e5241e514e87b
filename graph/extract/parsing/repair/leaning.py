"""Repairs of adverbs, prepositions and particles that the parser took for other words.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import Words, has_text, kids_of

#: Parts of speech of nouns, names and what stands for them.
_NOMINAL = ("NOUN", "PROPN", "PRON")


def adverbs(words: Words, table: Mapping[str, Any]) -> None:
    """Some adverbs are taken for nouns or verbs: "ils s'entraînent ensemble"."""
    listed = frozen(table["adverbs"])
    for at, word in enumerate(words) if has_text(words, listed) else ():
        if word.text not in listed or word.prep is not None:
            continue
        if word.head < at and not kids_of(words, word):
            words[at] = replace(word, pos="ADV", role="adverb")


def prepositions(words: Words, table: Mapping[str, Any]) -> None:
    """Some prepositions are taken for verbs with an object: "Following talks with A, B said"."""
    always, verbal = table["prepositions"]["always"], table["prepositions"]["verbal"]
    for kid in words if has_text(words, frozen(always, verbal)) else ():
        word = words[kid.head]
        led = word.text in verbal and word.pos == "VERB" and kid.role == "object"
        led = led and (word.role == "preposition" or (word.index == 0 and word.head > kid.index))
        if kid is not word and (led or word.text in always):
            words[kid.index] = replace(kid, head=word.head, role="oblique", prep=word.text)
            if led:
                words[word.index] = replace(word, head=kid.index, pos="ADP", role="preposition")


def particles(words: Words, table: Mapping[str, Any]) -> None:
    """What is called home is not a home: in "called its envoy home", the envoy.

    Nor does a preposition stand before the object of a verb: "sent in its tanks".
    """
    there = has_text(words, frozen(table["particles"], table["homeward"]))
    for at, word in enumerate(words[1:], start=1) if there else ():
        if word.role not in ("preposition", "object"):
            continue
        noun, verb = words[at - 1], words[word.head]
        if word.role == "preposition" and word.text in table["particles"] and verb is noun:
            acted = [kid for kid in kids_of(words, verb) if kid.role == "object"]
            if verb.pos == "VERB" and any(kid.index > at for kid in acted):
                words[at] = replace(word, role="particle")
        compound = noun.role == "compound" and noun.head == at and noun.pos in _NOMINAL
        if word.text not in table["homeward"] or word.role != "object" or not compound:
            continue
        for kid in kids_of(words, word):
            words[kid.index] = replace(kid, head=noun.index)
        words[noun.index] = replace(noun, role="object", head=verb.index)
        words[at] = replace(word, role="particle")
