"""Repairs of a main verb that the parser hung from its own subject, or from its own object.

"A, which has ties with both, offered to mediate" has a name for its top then, and no verb tells
what A did. Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    PAST,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    has_text,
    heads_of,
    kids_of,
)

#: Roles that the parser gives to a main verb behind its subject.
_HUNG = ("participle", "relative", "apposition", "modifier", "other")

#: Roles of what a comma parts from a name, and tells of it.
_ASIDES = ("relative", "apposition")

#: Roles of what follows a verb that acts, and no participle that tells what was done to somebody.
_FOLLOWING = ("object", "infinitive", "complement")

#: Roles of what stands where a subject does.
_ACTING = (*SUBJECTS, "expletive")

#: Roles of what shows that a verb is not the main one.
_LED = (*SUBJECTS, "auxiliary", "passive_auxiliary", "marker", "agent")


def main_verbs(words: Words) -> None:
    """Behind a name with an aside between commas stands its verb: "A, who said so, left B"."""
    name = next((word for word in words if word.head == word.index), None)
    if name is None or name.mention is None or name.pos in VERBS:
        return
    aside = [kid for kid in kids_of(words, name) if kid.role in _ASIDES and kid.index > name.index]
    verb = next((word for word in words[name.index + 1 :] if _is_main(words, name, word)), None)
    if verb is None or not any(kid.index < verb.index - 1 and kid != verb for kid in aside):
        return
    if verb.role == "modifier":  # "A, who said so, tightened controls"
        noun = words[verb.head]
        words[noun.index] = replace(noun, head=verb.index, role="object")
    features = verb.features - PAST | {"VerbForm=Fin", "Tense=Past"}
    for kid in kids_of(words, name):
        if kid.index > verb.index:
            words[kid.index] = replace(words[kid.index], head=verb.index)
    words[verb.index] = replace(verb, head=verb.index, role="root", features=features)
    words[name.index] = replace(name, head=verb.index, role="subject")


def _is_main(words: Words, name: Word, verb: Word) -> bool:
    """Whether a word behind a comma looks like what a name at the top does."""
    if verb.pos != "VERB" or verb.role not in _HUNG or words[verb.index - 1].text != ",":
        return False
    if verb.features.isdisjoint({"VerbForm=Fin", "Tense=Past"}):
        return False
    if any(has_kid(words, verb, role) for role in _LED):
        return False
    above = words[verb.head]
    if verb.role == "modifier":
        return above.head == name.index and above.index > verb.index
    acts = any(has_kid(words, verb, role) for role in _FOLLOWING)
    return above.index == name.index and acts


def fronted_names(words: Words) -> None:
    """A name behind what stands in front is the subject: "in A, B, who won, moved C"."""
    verb = next((word for word in words if word.head == word.index), None)
    if verb is None or verb.pos != "VERB" or words[0].pos != "ADP":
        return
    kids = kids_of(words, verb)
    front = [kid for kid in kids if kid.role == "oblique" and kid.index < verb.index]
    if not front or any(kid.role in _ACTING for kid in kids):
        return
    for comma in words[: verb.index]:
        name = _name_behind(words, comma, verb) if comma.text == "," else None
        if name is not None and any(place in heads_of(words, name) for place in front):
            words[name.index] = replace(name, head=verb.index, role="subject")
            return


def _name_behind(words: Words, comma: Word, verb: Word) -> Word | None:
    """Return the name right behind a comma, hung from something before it, up to the verb."""
    name = next((word for word in words[comma.index : verb.index] if _is_hung(word, comma)), None)
    between = words[comma.index + 1 : name.index] if name is not None else ()
    if name is None or any(word.head != name.index for word in between):
        return None
    last = next(word for word in reversed(words[: verb.index]) if word.pos != "PUNCT")
    above = (name, words[name.head])  # "who won" may hang from either
    return name if last is name or any(w in above for w in heads_of(words, last)) else None


def _is_hung(word: Word, comma: Word) -> bool:
    """Whether a word is a name that is hung, as one of several, from a word before a comma."""
    several = word.role in ("apposition", "conjunct") and word.prep is None
    return several and word.mention is not None and word.head < comma.index < word.index


def owned_objects(words: Words, table: Mapping[str, Any]) -> None:
    """Behind "whose" and a noun, the name before the verb acts: "whose men the army fights"."""
    listed = frozen(table["relative_possessive"])
    for pronoun in words if has_text(words, listed) else ():
        if pronoun.text not in listed:
            continue
        noun = words[pronoun.head]
        verb = words[noun.head]
        if noun.role not in SUBJECTS or verb.pos not in VERBS or noun.mention is not None:
            continue
        inside = [kid for kid in kids_of(words, noun) if noun.index < kid.index < verb.index]
        name = next((kid for kid in inside if kid.mention is not None and kid.prep is None), None)
        if name is not None and name.role in ("object", "apposition", "other"):
            words[name.index] = replace(name, head=verb.index, role="subject")
            words[noun.index] = replace(noun, role="object")
