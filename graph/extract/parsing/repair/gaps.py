"""Repairs of a parse where a verb is left out: "accuses A of theft and B of fraud"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import (
    NOUNS,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    heads_of,
    kids_of,
    of_role,
    of_text,
)

#: Roles of what stands before what is one's own: an article, or "its".
_BEFORE_NOUNS = ("determiner", "possessor")


def gapped(words: Words) -> None:
    """A verb left out has its object all the same: "accuses A of theft and B of fraud"."""
    for word in of_role(words, "conjunct"):
        at = word.index
        if word.mention is None or at >= len(words) - 2:
            continue
        for verb in heads_of(words, word):
            first = _first_object(words, verb, at) if verb.pos in VERBS else None
            if first is not None and words[word.head] != first:
                words[at] = replace(word, head=first.index, prep=None)
                _lift(words, at, verb)
                break


def counted(words: Words) -> None:
    """A verb left out before a number has its subject: "A expelled two envoys and B three".

    So has one before a number of things: « A a livré des chars, B quatre canons ».
    """
    for at, word in enumerate(words[:-1]):
        if word.mention is None or word.pos not in NOUNS or not _is_number(words[at + 1], at):
            continue
        verb = _left_out(words, at)
        subjects = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS] if verb else []
        if verb is None or not subjects:
            continue
        subject = subjects[0]
        if subject.mention is None or subject.index >= at:
            continue
        words[at] = replace(word, head=subject.index, role="conjunct", prep=None)
        words[at + 1] = replace(words[at + 1], head=verb.index, role="other")


def owned(words: Words, table: Mapping[str, Any]) -> None:
    """A verb left out before "its own" has its subject: "A recalled its envoy, and B its own"."""
    for text in table["ones_own"]:
        for word in of_text(words, text):
            at = word.index - 2
            if at <= 0 or words[at].mention is None or words[at + 1].role not in _BEFORE_NOUNS:
                continue
            verb = _left_out_behind(words, at)
            subjects = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS] if verb else []
            if verb is None or not subjects or subjects[0].index >= at:
                continue
            if any(kid.lemma == words[at].lemma for kid in words[verb.index : at]):
                continue  # from each other: "A recalled its envoy from B, and B its own"
            words[at] = replace(words[at], head=subjects[0].index, role="conjunct", prep=None)
            words[word.index] = replace(word, head=verb.index, role="other")


def _left_out_behind(words: Words, at: int) -> Word | None:
    """Return the verb that is left out behind a name that a comma or "and" joins to its clause."""
    before = at - 1
    while before > 0 and words[before].role == "determiner":
        before -= 1
    if words[before].role != "coordinator" and words[before].text not in (",", ";"):
        return None
    verbs = (word for word in reversed(words[:before]) if word.pos in VERBS)
    return next((verb for verb in verbs if _objects(words, verb)), None)


def _is_number(word: Word, at: int) -> bool:
    """Whether a word behind a name is a number that stands for things, or is one of some."""
    return word.pos == "NUM" or (word.role == "number" and word.head == at)


def _left_out(words: Words, at: int) -> Word | None:
    """Return the verb that is left out behind a name, if any: what it is done to is counted too."""
    before = at - 1
    while before > 0 and words[before].role == "determiner":
        before -= 1
    joint = words[before].role == "coordinator" or words[before].text in (",", ";")
    things = words[words[at + 1].head]
    bare = at + 2 == len(words) or words[at + 2].pos in ("PUNCT", "CCONJ")
    for verb in reversed(words[: max(before, 0)] if joint else []):
        objects = [kid for kid in _objects(words, verb) if kid.index < before]
        if verb.pos in VERBS and objects:
            told = any(_is_counted(kid) for kid in kids_of(words, objects[0]))
            many = things.role == "object" and things.head == verb.index and things.index > at
            return verb if told and (bare or many) else None
    return None


def _is_counted(word: Word) -> bool:
    return word.role == "number" or "Definite=Ind" in word.features


def _objects(words: Words, verb: Word) -> list[Word]:
    return [kid for kid in kids_of(words, verb) if kid.role == "object"]


def _first_object(words: Words, verb: Word, at: int) -> Word | None:
    """Return the object of a verb that has behind it what the name at a place has, too."""
    kids = [kid for kid in kids_of(words, verb) if kid.index < at]
    objects = [kid for kid in kids if kid.role == "object" and kid.mention is not None]
    held = [kid for kid in kids if kid.role in ("oblique", "gerund") and kid.prep]
    after = words[at + 1]
    alike = any(kid.prep == after.text and kid.index > objects[0].index for kid in held if objects)
    return objects[0] if alike else None


def _lift(words: Words, at: int, verb: Word) -> None:
    """Hang from a verb the clause behind a name that was taken for another's."""
    for kid in words[at + 2 : at + 4]:
        if kid.role == "gerund" and kid.head < at:
            words[kid.index] = replace(kid, head=verb.index)
