"""Repairs of relative clauses that a parser took for something else, or for the sentence itself.

Words are replaced, never moved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.repair.relatives import antecedent, introduces
from graph.extract.parsing.word import (
    PAST,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_text,
    heads_of,
    kids_of,
    of_role,
)

#: Roles of a clause that a parser gives to relatives which it did not see to be any.
_BESIDE = ("parataxis", "adverbial", "complement", "clause")


def contracted(words: Words, table: Mapping[str, Any]) -> None:
    """A relative in one word with its preposition is of its verb: « auquel il a demandé »."""
    wholes = table["relative_contracted"]
    for word in words if wholes else ():
        if whole := wholes.get(word.text):
            preposition, pronoun = whole
            words[word.index] = replace(word, text=pronoun, prep=preposition, role="oblique")
        elif word.index and (whole := wholes.get(words[word.index - 1].text + word.text)):
            _whence(words, word, whole)


def _whence(words: Words, word: Word, whole: Sequence[str]) -> None:
    """Make a relative of two words one: « A, d'où B a retiré ses troupes »."""
    preposition, pronoun = whole
    words[word.index] = replace(word, text=pronoun, prep=preposition, role="oblique")
    before, verb = words[word.index - 1], words[word.head]
    words[before.index] = replace(before, head=word.index, role="preposition")
    if verb.pos in VERBS and verb.role != "root":
        words[verb.index] = replace(verb, role="relative", prep=None)


def owners(words: Words, table: Mapping[str, Any]) -> None:
    """Behind "whose" stands what is somebody's, and then what it does: « dont le chef accuse »."""
    listed = frozen(table["relative_possessive"])
    for pronoun in words if has_text(words, listed) else ():
        if pronoun.text not in listed:
            continue
        noun = _owned(words, pronoun, words[pronoun.head])
        words[pronoun.index] = replace(pronoun, head=noun.index)
        verb, before = words[noun.head], antecedent(words, pronoun)
        joined = words[pronoun.index - 1].pos == "CCONJ"  # "who left and whose men stayed"
        loose = verb.pos in VERBS and verb.role in _BESIDE and noun.role in SUBJECTS and not joined
        if loose and before is not None and verb not in heads_of(words, before):
            words[verb.index] = replace(verb, head=before.index, role="relative")


def _owned(words: Words, pronoun: Word, head: Word) -> Word:
    """Return what is somebody's behind "whose": the subject, or the object where A named acts."""
    named = head.mention is not None and head.role in SUBJECTS
    verb = head if head.pos in VERBS else words[head.head]
    if verb.pos not in VERBS or not (head is verb or named) or pronoun.role == "possessor":
        return head
    behind = [kid for kid in kids_of(words, verb) if kid.index > pronoun.index]
    roles = ("object",) if named or _is_named_subject(behind) else SUBJECTS
    held = [kid for kid in behind if kid.role in roles and kid.mention is None]
    known = (kid for kid in held if any("Definite=Def" in k.features for k in kids_of(words, kid)))
    return next(known, head)


def _is_named_subject(kids: Sequence[Word]) -> bool:
    return any(kid.role in SUBJECTS and kid.mention is not None for kid in kids)


def outer(words: Words) -> None:
    """A clause with a relative heads no sentence: what its noun does behind it is what is told.

    « La Russie, dont l'UE a gelé les avoirs, menace la Belgique. »
    """
    for pronoun in words:
        if "PronType=Rel" not in pronoun.features:
            continue
        verb = words[pronoun.head]
        verb = verb if verb.pos in VERBS else words[verb.head]
        if verb.index < pronoun.index:
            continue
        top = words[verb.head]  # the verb itself, or a name that the parser took for a title
        acting = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS]
        noun = top if verb.role == "relative" else next(iter(acting), None)
        main = _behind(words, top, verb)
        if noun is None or main is None or noun.index > pronoun.index or top.head != top.index:
            continue
        words[main.index] = replace(main, head=main.index, role="root")
        words[noun.index] = replace(noun, head=main.index, role="subject")
        words[verb.index] = replace(verb, head=noun.index, role="relative")


def asides(words: Words) -> None:
    """A participle between commas heads no sentence: « A, réélu en mai, exige que B parte »."""
    root = next((word for word in words if word.head == word.index), None)
    if root is None:
        return  # other repairs have tied the words in a loop: they are all taken back
    if not root.features >= PAST:
        return
    kids = kids_of(words, root)
    helped = any(kid.role in ("auxiliary", "passive_auxiliary", "copula") for kid in kids)
    noun = next((k for k in kids if k.role in SUBJECTS and k.index < root.index), None)
    if helped or noun is None:
        return
    between = words[noun.index + 1 : root.index]
    main = _behind(words, root, root)
    if main is not None and any(word.text == "," for word in between):
        words[main.index] = replace(main, head=main.index, role="root")
        words[noun.index] = replace(noun, head=main.index, role="subject")
        words[root.index] = replace(root, head=noun.index, role="participle")


def _behind(words: Words, above: Word, clause: Word) -> Word | None:
    """Return the verb behind a clause and a comma that hangs from a word and lacks a subject."""
    for kid in kids_of(words, above):
        if kid.pos != "VERB" or kid.index < clause.index or kid is clause:
            continue
        inside = (kid, *kids_of(words, kid))
        finite = any("VerbForm=Fin" in word.features for word in inside)
        acting = any(word.role in SUBJECTS and word.index < kid.index for word in inside)
        first = min(word.index for word in inside if word.pos != "PUNCT")
        if finite and not acting and words[first - 1].text == ",":
            return kid
    return None


def governed(words: Words, table: Mapping[str, Any]) -> None:
    """What stands behind a preposition is no object: « que Kigali accuse de partialité »."""
    for verb in of_role(words, "relative"):
        kids = kids_of(words, verb)
        marked = any(kid.text in table["relative_object"] for kid in kids)
        for kid in kids if marked else ():
            if kid.role == "object" and kid.prep and kid.index > verb.index:
                words[kid.index] = replace(kid, role="oblique")


def swapped(words: Words, table: Mapping[str, Any]) -> None:
    """A clause behind a comma and "que" heads no sentence: that before it does."""
    for pronoun in of_role(words, "marker"):
        if pronoun.text not in table["relative_object"]:
            continue
        verb = words[pronoun.head]
        if verb.role != "root" or not introduces(words, pronoun):
            continue
        earlier = [kid for kid in kids_of(words, verb) if kid.index < pronoun.index]
        main = next(
            (kid for kid in earlier if kid.pos in VERBS and not _is_marked(words, kid)), None
        )
        noun = antecedent(words, pronoun)
        if main is None or noun is None or main not in heads_of(words, noun):
            continue
        words[main.index] = replace(main, head=main.index, role="root")
        noun = _agreeing(words, noun, verb)
        words[verb.index] = replace(verb, head=noun.index, role="relative", prep=None)
        for kid in earlier:
            if kid is not main:
                words[kid.index] = replace(kid, head=main.index)


def _agreeing(words: Words, noun: Word, verb: Word) -> Word:
    """Return the first of a list where a participle says that several are meant."""
    several = {"VerbForm=Part", "Number=Plur"} <= verb.features
    chain = (noun, *heads_of(words, noun))
    return next((word for word in chain if not several or word.role != "conjunct"), noun)


def _is_marked(words: Words, verb: Word) -> bool:
    """Whether a conjunction or relative says that a verb depends on another."""
    kids = kids_of(words, verb)
    finite = any("VerbForm=Fin" in kid.features for kid in (verb, *kids))
    return not finite or any(kid.role == "marker" or "PronType=Rel" in kid.features for kid in kids)
