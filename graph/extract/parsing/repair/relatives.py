"""Repairs of a parse around relative clauses: what they hang from, and who acts in them.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_text,
    heads_of,
    kids_of,
    of_role,
)

_NOMINAL = ("NOUN", "PROPN", "PRON")


def relatives(words: Words, table: Mapping[str, Any]) -> None:
    """A clause with a relative pronoun hangs from what stands before the pronoun.

    One of persons hangs from a name there: "held a ceremony with A, who thanked B". So does one
    that was taken for another's: "left with A the alliance, which threatened B".
    """
    relative = frozen(table["relative_subject"], table["relative_object"])
    for pronoun in words if has_text(words, relative) else ():
        if pronoun.text not in relative:
            continue
        verb = words[pronoun.head]
        if verb.index < pronoun.index or verb.pos not in VERBS:
            continue
        head = words[verb.head]
        person = pronoun.text in table["relative_person"] and head.mention is None
        bound = verb.role == "relative" and head.pos in _NOMINAL
        if verb.role in ("conjunct", "root"):
            continue
        noun = antecedent(words, pronoun)
        if bound and (noun is None or noun.mention is None):
            continue
        if bound and not person and not _is_apart(words, noun, head):
            continue
        if noun is None or verb in heads_of(words, noun) or not introduces(words, pronoun):
            continue
        words[verb.index] = replace(verb, head=noun.index, role="relative")


def _is_apart(words: Words, noun: Word | None, head: Word) -> bool:
    """Whether a name without a preposition, none of a list, is behind a noun that has it not."""
    if noun is None or noun.prep is not None or head in heads_of(words, noun):
        return False
    first = min(kid.index for kid in (noun, *kids_of(words, noun)) if kid.pos != "PUNCT")
    return words[first].pos != "CCONJ" and words[first - 1].pos != "CCONJ"


def antecedent(words: Words, pronoun: Word) -> Word | None:
    """Return the noun before a relative pronoun."""
    at = pronoun.index - 1
    while at >= 0 and (words[at].pos == "PUNCT" or words[at].head == pronoun.index):
        at -= 1
    chain = (words[at], *heads_of(words, words[at])) if at >= 0 else ()
    before = takewhile(lambda word: word.index < pronoun.index, chain)
    return next((word for word in before if word.pos in _NOMINAL and word.role != "flat"), None)


def introduces(words: Words, pronoun: Word) -> bool:
    """Return whether a word that may be a conjunction is a relative pronoun."""
    if pronoun.role != "marker":
        return True
    verb = words[pronoun.head]
    objects = [kid for kid in kids_of(words, verb) if kid.role == "object"]
    below = [kid for kid in kids_of(words, verb) if kid.role == "infinitive"]
    # "A, que B l'accuse d'armer": it is armed
    lacking = any(not _has_object(words, kid) for kid in below)
    own = any(kid.pos != "PRON" or kid.index > verb.index or not lacking for kid in objects)
    comma = words[pronoun.index - 1].text == ","
    return comma and not own


def _has_object(words: Words, verb: Word) -> bool:
    return any(kid.role == "object" for kid in kids_of(words, verb))


#: Roles in a clause that has no place for an object of its own.
_WHOLE = ("passive_auxiliary", "copula", "complement", "reflexive", "attribute")


def stood_for(words: Words, table: Mapping[str, Any]) -> None:
    """A verb has the clause for which its pronoun stands: « s'oppose à ce que A parte »."""
    for clause in of_role(words, "participle"):
        sign = words[clause.head]
        if sign.text not in table["resuming"] or sign.role not in ("oblique", "object"):
            continue
        opens = words[sign.index + 1]
        if opens.role == "marker" and opens.head == clause.index:
            words[clause.index] = replace(clause, head=sign.head, role="complement")


def contents(words: Words, table: Mapping[str, Any]) -> None:
    """A clause that lacks nothing is what is said: "told the agency that A had attacked B"."""
    for verb in of_role(words, "relative"):
        kids, noun = kids_of(words, verb), words[verb.head]
        that = [kid for kid in kids if kid.text in table["relative_object"]]
        that = [kid for kid in that if kid.index < verb.index]  # not "would have asked that A go"
        joined = any(kid.role == "marker" or kid.pos == "SCONJ" for kid in that)
        behind = [kid for kid in kids if kid.index > verb.index and kid.prep is None]
        filled = any(kid.role == "object" or kid.mention is not None for kid in behind)
        filled = filled or any(kid.role in _WHOLE for kid in kids)
        acting = any(kid.role in SUBJECTS and kid not in behind for kid in kids)
        if not (joined and acting):
            continue
        above = next((head for head in heads_of(words, noun) if head.pos == "VERB"), None)
        if above is None or above.index > verb.index:
            continue
        # "told the agency on Monday that A had lied", but not "a note, which A sent"
        beside = (
            noun.role == "oblique"
            and noun.head == above.index
            and words[that[0].index - 1].text != ","
        )
        open_ = not any(kid.role == "object" for kid in kids_of(words, above))
        if filled or (beside and open_):
            words[verb.index] = replace(verb, head=above.index, role="complement")


def told(words: Words, table: Mapping[str, Any]) -> None:
    """A clause right behind a noun is what it tells: "rejected as false a report that A left"."""
    for word in of_role(words, "marker"):
        at = word.index
        inside = 0 < at < len(words) - 1
        if not inside or word.text not in table["relative_object"]:
            continue
        noun, verb = words[at - 1], words[word.head]
        verb = words[verb.head] if verb.role == "auxiliary" else verb
        loose = verb.role == "adverbial" and verb.head < at and noun.pos == "NOUN"
        if loose and noun.mention is None and verb.index > at:
            words[verb.index] = replace(verb, head=noun.index, role="participle")


def lacking(words: Words, table: Mapping[str, Any]) -> None:
    """A clause behind a noun that lacks an object is relative: "the pact that A and B signed"."""
    for pronoun in of_role(words, "marker"):
        if pronoun.index == 0 or pronoun.text not in table["relative_object"]:
            continue
        noun, verb = words[pronoun.index - 1], words[pronoun.head]
        verb = words[verb.head] if verb.role == "auxiliary" else verb
        loose = verb.role == "participle" and verb.head == noun.index and verb.pos in VERBS
        told = noun.lemma in table["contents"]  # "the claim that A left"
        if not loose or told or noun.pos != "NOUN" or noun.mention is not None:
            continue
        kids = kids_of(words, verb)
        acting = any(kid.role in SUBJECTS and kid.index < verb.index for kid in kids)
        whole = any(kid.role == "object" or kid.role in _WHOLE for kid in kids)
        if acting and not whole:
            words[verb.index] = replace(verb, role="relative", prep=None)
            words[pronoun.index] = replace(pronoun, head=verb.index, role="object")


def clefts(words: Words, table: Mapping[str, Any]) -> None:
    """What is put first with its preposition belongs to the verb: "it is with A that B signed"."""
    for verb in of_role(words, "relative"):
        name = words[verb.head]
        cleft = name.head == name.index and name.prep is not None
        if not cleft or name.mention is None or verb.index < name.index:
            continue
        kids = kids_of(words, name)
        said = any(kid.text in table["presenting"] and kid.role in SUBJECTS for kid in kids)
        that = any(kid.text in table["relative_object"] for kid in kids_of(words, verb))
        if not (said and that):
            continue
        words[verb.index] = replace(verb, head=verb.index, role="root")
        words[name.index] = replace(name, head=verb.index, role="oblique")
        for kid in kids:
            if kid.role == "copula" or kid.text in table["presenting"]:
                words[kid.index] = replace(kid, head=verb.index, role="other")


def inversions(words: Words, table: Mapping[str, Any]) -> None:
    """Who is named in a clause that "that" is the object of acts in it: "the men that A sent"."""
    for pronoun in words if of_role(words, "relative") else ():
        verb = words[pronoun.head]
        asked = pronoun.text in table["relative_object"] and pronoun.role not in SUBJECTS
        if not asked or verb.role != "relative":
            continue
        own = kids_of(words, verb)
        if any(kid.role in SUBJECTS for kid in own):
            continue
        before = [word for word in words[pronoun.index : verb.index] if word.head == pronoun.index]
        below = [kid for kid in own if kid.role == "infinitive"]  # "that A has to send"
        acted = [kid for item in (verb, *below) for kid in kids_of(words, item)]
        after = [kid for kid in acted if kid.role == "object" and kid.index > verb.index]
        loose = [kid for kid in kids_of(words, words[verb.head]) if kid.role == "conjunct"]
        after += [kid for kid in loose if kid.index == _next(words, verb)]  # « ce que déplore A »
        named = [kid for kid in (*before, *after) if kid.mention is not None and kid.prep is None]
        if named and named[0].index != pronoun.index:
            words[named[0].index] = replace(named[0], head=verb.index, role="subject")


def _next(words: Words, verb: Word) -> int:
    """Return the place of the word behind a verb, but for its article."""
    behind = (word.index for word in words[verb.index + 1 :] if word.role != "determiner")
    return next(behind, verb.index)


def claimed(words: Words, table: Mapping[str, Any]) -> None:
    """Behind "according to which" stands what a noun tells: "the claims according to which A left".

    Some who stand right behind it act: "les accusations selon lesquelles des A combattent".
    """
    listed = frozen(table["relative_subject"])
    for pronoun in words if has_text(words, listed) else ():
        if pronoun.prep not in table["source"] or pronoun.text not in listed:
            continue
        behind = [word for word in words[pronoun.index :] if word.pos in VERBS]
        verb = next((word for word in behind if "VerbForm=Fin" in word.features), None)
        if verb is None:
            continue
        verb = words[verb.head] if verb.role == "auxiliary" else verb
        if verb.role == "relative":
            words[verb.index] = replace(verb, role="participle")
        some = [kid for kid in kids_of(words, pronoun) if kid.prep in table["partitive"]]
        if some and not any(kid.role in SUBJECTS for kid in kids_of(words, verb)):
            words[some[0].index] = replace(some[0], head=verb.index, role="subject", prep=None)


def pursued(words: Words) -> None:
    """An infinitive right behind the verb of a relative is its own: "the pact A refused to sign".

    Parsers may hang both from the noun.
    """
    for word in of_role(words, "relative"):
        at = word.index
        verb = words[at - 2] if at > 1 else word
        marked = at > 1 and words[at - 1].head == at and words[at - 1].role == "auxiliary"
        bare = "VerbForm=Inf" in word.features
        beside = verb.role == "relative" and verb.head == word.head and verb.pos in VERBS
        if bare and marked and beside:
            words[at] = replace(word, head=verb.index, role="infinitive")
