"""Repairs of a parse between clauses: which verbs are coordinated, and who acts in each.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import (
    OPENERS,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    heads_of,
    kids_of,
    of_role,
)

#: How many words behind the first of two subjects the second stands at most.
_BESIDE = 6


def introduced(words: Words, table: Mapping[str, Any]) -> None:
    """Whoever stands right behind the conjunction of a clause acts in it: « craint que A attaque ».

    The parser may take him for what is told, and hang the verb of the clause beside him.
    """
    for at, word in enumerate(words):
        if word.mention is None or word.prep not in table["subordinators"]:
            continue
        verb = next((each for each in words[at + 1 :] if _is_left(words, word, each)), None)
        if verb is None or word.role in SUBJECTS:
            continue
        passive = has_kid(words, verb, "passive_auxiliary")
        role = "subject_passive" if passive else "subject"
        words[at] = replace(word, head=verb.index, role=role, prep=None)
        words[verb.index] = replace(verb, head=word.head, role="complement")


def _is_left(words: Words, name: Word, verb: Word) -> bool:
    """Whether a verb hangs beside a name from the same word, with nobody who acts."""
    kids = kids_of(words, verb)
    finite = "VerbForm=Fin" in verb.features or any(kid.pos == "AUX" for kid in kids)
    own = any(kid.role in OPENERS for kid in kids)
    return verb.pos in VERBS and finite and verb.head == name.head and not own


def _told(words: Words) -> None:
    """Of two subjects of what is told the first is no clause: "said that A and B had left"."""
    for word in of_role(words, "complement"):
        at = word.index
        if word.mention is None or word.pos in VERBS:
            continue
        acting = [kid for kid in words[at + 1 : at + _BESIDE] if kid.role in SUBJECTS]
        for second in acting[:1]:
            verb = words[second.head]
            joined = any(
                kid.role == "coordinator" and at < kid.index < second.index
                for kid in kids_of(words, verb)
            )
            if verb.role == "conjunct" and verb.head == word.head and joined:
                words[verb.index] = replace(verb, role="complement", prep=word.prep)
                words[at] = replace(word, head=verb.index, role=second.role, prep=None)
                words[second.index] = replace(second, head=at, role="conjunct")


def coordination(words: Words) -> None:
    """A verb is coordinated with a verb of its own form, not with a noun or adjective."""
    _told(words)
    for word in of_role(words, "conjunct"):
        if word.pos != "VERB":
            continue
        at, head = word.index, words[word.head]
        if head.pos in VERBS and not _resumes(words, word, head):
            continue
        verbs = [above for above in heads_of(words, word) if above.pos == "VERB"]
        form = {"VerbForm=Fin"} if _is_led(words, word) else _form(word)
        alike = [verb for verb in verbs if _form(verb) & form]
        behind = words[at + 1].pos if at + 1 < len(words) else ""
        governs = any(kid.role in ("object", "oblique") for kid in kids_of(words, word))
        if alike and (governs or behind in ("DET", "PRON", "PROPN", "NUM")):
            words[at] = replace(word, head=alike[0].index)


def _resumes(words: Words, verb: Word, other: Word) -> bool:
    """Whether a finite verb goes on above an infinitive: "told A to leave and expelled B".

    Of the present it must show that it is: "wants A to leave and threatens B". So does a
    participle: "a text vowing to fight A and blaming B".
    """
    if verb.pos != "VERB" or "VerbForm=Inf" not in other.features:
        return False
    if {"VerbForm=Part", "Aspect=Prog"} <= verb.features:
        return True
    past = {"VerbForm=Fin", "Tense=Past"} <= verb.features
    return past or {"VerbForm=Fin", "Person=3"} <= verb.features or _is_led(words, verb)


def _is_led(words: Words, verb: Word) -> bool:
    """Whether a conjunction and a finite auxiliary stand before a verb: "and has left"."""
    kids = kids_of(words, verb)
    if "VerbForm=Part" not in verb.features or any(kid.role in SUBJECTS for kid in kids):
        return False
    led = [kid for kid in kids if kid.role == "auxiliary" and "Mood=Ind" in kid.features]
    before = words[max(led[0].index - 1, 0)] if led else verb
    return before.role == "coordinator"


def _form(verb: Word) -> set[str]:
    return {feature for feature in verb.features if feature.startswith("VerbForm=")}


def resumed(words: Words) -> None:
    """A verb goes on with the last one of its tense: "has said that A left and told B".

    So "said that A had lied and recalled its envoy" has not A for whoever recalled it.
    """
    for word in of_role(words, "conjunct"):
        tense = _tense(words, word)
        if tense is None or any(kid.role in SUBJECTS for kid in kids_of(words, word)):
            continue
        verbs = [above for above in heads_of(words, word) if above.pos == "VERB"]
        alike = next((verb for verb in verbs if _tense(words, verb) == tense), None)
        if alike is not None and words[word.head].pos == "VERB":
            words[word.index] = replace(word, head=alike.index)


def _tense(words: Words, verb: Word) -> frozenset[str] | None:
    """Return the tense of a finite verb, also by its auxiliary, as features; else None."""
    borne = next((kid for kid in kids_of(words, verb) if kid.role == "auxiliary"), None)
    finite = borne or verb
    if "VerbForm=Fin" not in finite.features or verb.pos != "VERB":
        return None
    plain = {"VerbForm=Inf", "Tense=Pres"} & verb.features
    compound = "" if borne is None else borne.lemma if plain else "perfect"
    return frozenset({compound, *(x for x in finite.features if x.startswith(("Tense", "Mood")))})


def repeated_verbs(words: Words) -> None:
    """A verb said again stands beside itself: "accused A of having lied and accused B of theft"."""
    for word in of_role(words, "conjunct"):
        if word.pos != "VERB":
            continue
        same = [above for above in heads_of(words, word) if above.lemma == word.lemma]
        if same and same[0].index != word.head and same[0].pos == "VERB":
            words[word.index] = replace(word, head=same[0].index)


def parallel_verbs(words: Words) -> None:
    """What a verb is said again with is no clause inside it: "A hit B and C hit D"."""
    for verb in of_role(words, "complement"):
        first = words[verb.head]
        if verb.pos != "VERB" or first.lemma != verb.lemma:
            continue
        subject = next((kid for kid in kids_of(words, verb) if kid.role in SUBJECTS), None)
        below = kids_of(words, subject) if subject is not None else []
        joined = [kid for kid in below if kid.role == "conjunct"]
        if subject is None or not joined or has_kid(words, verb, "marker"):
            continue
        words[subject.index] = replace(subject, head=first.index, role="object")
        words[joined[-1].index] = replace(joined[-1], head=verb.index, role=subject.role)
        words[verb.index] = replace(verb, role="conjunct")


def next_subjects(words: Words) -> None:
    """Whoever stands before a verb of its own acts: "A freed B and C released D"."""
    for verb in of_role(words, "conjunct"):
        first = words[verb.head]
        if verb.pos != "VERB" or first.pos not in VERBS:
            continue
        if any(kid.role in SUBJECTS for kid in kids_of(words, verb)):
            continue
        before = [w for w in words[first.index : verb.index] if w.pos not in ("AUX", "ADV", "PART")]
        near = before[-1] if before else first
        joined = near.role == "conjunct" and near.mention is not None and near.index > first.index
        inside = words[near.head].role in ("object", "oblique", "conjunct")
        if joined and inside and "VerbForm=Fin" in verb.features:
            passive = has_kid(words, verb, "passive_auxiliary")
            role = "subject_passive" if passive else "subject"
            words[near.index] = replace(near, head=verb.index, role=role)


def coordinated_verbs(words: Words) -> None:
    """A bare word with an object behind "and" is a verb: "recalled its envoy and froze ties"."""
    for word in of_role(words, "conjunct"):
        at = word.index
        if at == len(words) - 1:
            continue
        behind, before = words[at + 1], words[at - 1]
        nominal = word.pos in ("NOUN", "ADJ", "PROPN") and word.mention is None
        governs = behind.role == "determiner" or behind.mention is not None
        if not nominal or before.role != "coordinator" or not governs:
            continue
        if words[word.head].pos in VERBS and not has_kid(words, word, "determiner"):
            words[at] = replace(word, pos="VERB")


def pairs(words: Words, table: Mapping[str, Any]) -> None:
    """What is between two is no clause beside another: "talks between A and B have failed"."""
    for verb in of_role(words, "conjunct"):
        noun = words[verb.head]
        if noun.pos != "NOUN":
            continue
        kids = kids_of(words, verb)
        joint = next((kid for kid in kids if kid.role == "coordinator"), None)
        finite = "VerbForm=Fin" in verb.features or has_kid(words, verb, "copula")
        finite = finite or any("VerbForm=Fin" in kid.features for kid in kids)
        free = finite and not any(kid.role in SUBJECTS for kid in kids)
        if joint is None or not free:
            continue
        first = next((k for k in kids_of(words, noun) if k.prep in table["between"]), None)
        behind = words[joint.index + 1 : verb.index]
        second = next((word for word in behind if first and word.head == first.index), None)
        if first is None or second is None or second.role != "conjunct":
            continue
        top = noun.head == noun.index
        head = verb.index if top else noun.head
        passive = has_kid(words, verb, "passive_auxiliary")
        words[verb.index] = replace(verb, head=head, role=noun.role)
        role = "subject_passive" if passive else "subject"
        words[noun.index] = replace(noun, head=verb.index, role=role)
        words[joint.index] = replace(joint, head=second.index)
