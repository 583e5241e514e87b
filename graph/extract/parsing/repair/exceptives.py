"""Who is excepted from a denial does what the others do not: "no country but A recognises B".

Parsers hang him from those others, or join him to them. He takes their place, and the denial goes:
"is not recognised by any state except A" is recognised by A.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import NOUNS, Word, Words, has_text, heads_of, kids_of

#: How far behind the word that excepts stands whoever is excepted, in words.
_NEAR = 5

#: Parts of speech of those others.
_NOMINAL = (*NOUNS, "PRON")

#: A role of words that say nothing of what they hang from.
_MUTE = "punctuation"

#: What a group of which one is excepted is to its verb.
_PARTS = ("subject", "subject_passive", "agent", "object", "oblique")


def exceptions(words: Words, table: Mapping[str, Any]) -> None:
    """Put whoever is excepted in the place of those of whom it is denied."""
    listed = frozen(table["exceptives"])
    there = has_text(words, listed)
    for sign in [word for word in words if word.text in listed] if there else ():
        name = next((w for w in words[sign.index + 1 :][:_NEAR] if w.mention is not None), None)
        group = _group(words, sign, table) if name is not None else None
        if name is not None and group is not None and name.mention != group.mention:
            _swap(words, sign, name, group)
            _affirm(words, words[name.index], group, table)


def _group(words: Words, sign: Word, table: Mapping[str, Any]) -> Word | None:
    """Return those from whom somebody is excepted: before the word, or behind its phrase."""
    earlier = (word for word in reversed(words[: sign.index]) if word.text != ",")
    before = next(earlier, None)
    if before is not None and before.pos in _NOMINAL and _is_denied(words, before, table):
        return before
    opened = sign.index == 0 or words[sign.index - 1].text == ","
    behind = words[sign.index + 1 :] if opened else []
    return next((w for w in behind if w.role in _PARTS and _is_none(words, w, table)), None)


def _is_denied(words: Words, word: Word, table: Mapping[str, Any]) -> bool:
    """Whether a word stands for nobody, or for anybody of whom a verb denies it."""
    marks = {word.text, *(kid.text for kid in kids_of(words, word) if kid.role == "determiner")}
    anybody = not marks.isdisjoint(table["anybody"]) and bool(_denials(words, word, table))
    return word.role in _PARTS and (_is_none(words, word, table) or anybody)


def _is_none(words: Words, word: Word, table: Mapping[str, Any]) -> bool:
    marks = {word.text, *(kid.text for kid in kids_of(words, word) if kid.role == "determiner")}
    return not marks.isdisjoint(table["nobody"])


def _denials(words: Words, word: Word, table: Mapping[str, Any]) -> list[Word]:
    """Return the words that deny what is above a word."""
    above = heads_of(words, word)[:1]
    return [kid for verb in above for kid in kids_of(words, verb) if kid.text in table["denials"]]


def _swap(words: Words, sign: Word, name: Word, group: Word) -> None:
    words[name.index] = replace(name, role=group.role, head=group.head, prep=group.prep)
    words[sign.index] = replace(sign, role=_MUTE, head=name.index)
    words[group.index] = replace(group, role=_MUTE, head=name.index, mention=None)


def _affirm(words: Words, name: Word, group: Word, table: Mapping[str, Any]) -> None:
    """Take back what denies the verb; a "no" that belongs to the group says nothing any more."""
    for kid in _denials(words, name, table):
        words[kid.index] = replace(kid, role=_MUTE)
    for kid in kids_of(words, group):
        if kid.role == "determiner":
            words[kid.index] = replace(kid, role=_MUTE)
