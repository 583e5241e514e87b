"""Repairs of a parse beside names: examples, second namings, and what was done to somebody.

"Several countries, among them A and B", "A, a rebel group backed by B", "met A, backed by B".
Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    PAST,
    PRESENT,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_text,
    heads_of,
    kids_of,
    of_role,
    of_text,
)

#: How far before the word that introduces examples the noun stands that they are examples of.
_NEAR = 8

#: Roles that a parser gives to whoever is named again behind a comma.
_STRAY = ("object", "oblique", "conjunct", "other", "parataxis")

#: Roles that it gives to a participle behind one.
_ASIDE = ("adverbial", *_STRAY)

#: Roles that it gives to a name in brackets.
_BRACKETED = ("apposition", *_STRAY)


def examples(words: Words, table: Mapping[str, Any]) -> None:
    """Examples of several are what the noun before names: "several states, among them A and B"."""
    for at, name in enumerate(words):
        if name.mention is None or name.role == "determiner" or name.role in SUBJECTS:
            continue
        if name.role == "apposition" and name.prep in table["partner"]:
            words[at] = replace(name, role="oblique")  # "talks, notably with A"
            continue
        sign = before(words, at, ("determiner",))
        if sign is None or sign.text not in table["listing"] or name.prep not in (None, sign.text):
            continue
        noun = _several(words, sign.index, table)
        if noun is not None and name not in heads_of(words, noun):
            words[at] = replace(name, head=noun.index, role="apposition", prep=None)


def leading(words: Words, table: Mapping[str, Any]) -> None:
    """A bare noun that opens a sentence says what its subject is: "member of A, B has left"."""
    noun, verb = words[0], words[words[0].head]
    bare = noun.pos == "NOUN" and noun.mention is None and noun.prep is None
    done = noun.text.endswith((*table["participle_endings"], *table["agentive_endings"]))
    if done or not bare or noun.role != "oblique" or verb.pos not in VERBS:
        return
    if any(kid.role == "determiner" for kid in kids_of(words, noun)):
        return
    acting = next((kid for kid in kids_of(words, verb) if kid.role in SUBJECTS), None)
    if acting is not None and any(word.text == "," for word in words[: acting.index]):
        words[0] = replace(noun, head=acting.index, role="apposition")


def bystanders(words: Words, table: Mapping[str, Any]) -> None:
    """What others do meanwhile makes them no partners: "A met B, with C mediating"."""
    for word in of_role(words, "oblique"):
        at = word.index
        if word.prep not in table["partner"]:
            continue
        led = next((item for item in reversed(words[:at]) if item.text == word.prep), words[0])
        doing = any(
            kid.index > at and kid.role == "participle" and kid.features >= PRESENT
            for kid in kids_of(words, word)
        )
        if doing and words[led.index - 1].text == ",":
            words[at] = replace(word, role="adverbial", prep=table["circumstance"][0])


def _several(words: Words, at: int, table: Mapping[str, Any]) -> Word | None:
    """Return the plural noun of a kind that stands before a place and names nobody.

    It may be the subject of the verb before: "several states recalled their envoys, among them A".
    """
    for word in reversed(words[max(0, at - _NEAR) : at]):
        if word.pos in VERBS:
            subjects = [kid for kid in kids_of(words, word) if kid.role in SUBJECTS]
            inside = [kid for noun in subjects for kid in (noun, *kids_of(words, noun))]
            named = words[at - 1].text == "," and [k for k in inside if _is_several(k, table)]
            return named[0] if named and named[0].mention is None else None
        if _is_several(word, table):
            return word if word.mention is None else None
    return None


def _is_several(word: Word, table: Mapping[str, Any]) -> bool:
    return word.lemma in table["kinds"] and word.text.endswith(tuple(table["plural"]))


def second_names(words: Words, table: Mapping[str, Any]) -> None:
    """Behind a name and a comma a noun of a kind names it again: "A, a group that B backs"."""
    for at, noun in enumerate(words) if of_text(words, ",") else ():
        if noun.role not in _STRAY or noun.prep or noun.mention is not None:
            continue
        if noun.lemma not in table["kinds"]:
            continue
        kids = kids_of(words, noun)
        mark = next((kid for kid in kids if kid.role == "determiner"), None)
        if mark is None or mark.index != at - 1 or "Definite=Ind" not in mark.features:
            continue
        name = _named_before(words, mark.index)
        joined = any(kid.role == "coordinator" for kid in kids)
        if name is None or joined or noun in heads_of(words, name):
            continue
        words[at] = replace(noun, head=name.index, role="apposition")


def acronyms(words: Words) -> None:
    """A name in brackets is that of the noun before, whatever says more of it.

    "The attack on the mission of A in B (M)": the mission is M.
    """
    for bracket in of_text(words, "("):
        name = words[min(bracket.index + 1, len(words) - 1)]
        if name.mention is None or name.role not in _BRACKETED:
            continue
        at = name.index
        head = words[name.head]
        if head.index >= at or head.mention is not None or head.pos in VERBS:
            continue
        inner = [word for word in words[head.index + 1 : at] if head in heads_of(words, word)]
        bodies = [word for word in inner if word.pos == "NOUN" and word.mention is None]
        if bodies and bodies[0].prep is not None and bodies[0].head == head.index:
            words[at] = replace(name, head=bodies[0].index, role="apposition", prep=None)


def sufferers(words: Words, table: Mapping[str, Any]) -> None:
    """What was done by somebody, behind a name and a comma, was done to it: "A, backed by B"."""
    for at, word in enumerate(words) if of_text(words, ",") else ():
        if word.pos not in VERBS or not word.features >= PAST or word.role not in _ASIDE:
            continue
        name = _named_before(words, at)
        if name is None:
            continue
        agents = [kid for kid in kids_of(words, word) if kid.prep in table["agent_prepositions"]]
        borne = any(kid.role in SUBJECTS or kid.role == "auxiliary" for kid in kids_of(words, word))
        if agents and not borne and word not in heads_of(words, name) and name.role not in SUBJECTS:
            words[at] = replace(word, head=name.index, role="participle", prep=None)


def _named_before(words: Words, at: int) -> Word | None:
    """Return the name before a comma that stands before a place."""
    if at < 1 or words[at - 1].text != ",":
        return None
    word = before(words, at - 1, ())
    while word is not None and word.mention is None and word.role == "flat":
        word = words[word.head]
    return word if word is not None and word.mention is not None else None


def before(words: Words, at: int, passed: tuple[str, ...]) -> Word | None:
    """Return the word before a place, but for those of some roles."""
    return next((word for word in reversed(words[:at]) if word.role not in passed), None)


def attributes(words: Words, table: Mapping[str, Any]) -> None:
    """What only describes a name has no clause of its own: "accuses its neighbour A of lying"."""
    listed = frozen(table["attributive"])
    for at, word in enumerate(words) if has_text(words, listed) else ():
        if word.pos != "ADJ" or word.text not in listed:
            continue
        verb = words[word.head]
        if verb.pos not in VERBS:
            continue
        if at == 0 or words[at - 1].mention is None:
            continue
        words[at] = replace(word, head=at - 1, role="modifier")
        for kid in kids_of(words, words[at]):
            if kid.index > at:
                words[kid.index] = replace(kid, head=verb.index)


def detached(words: Words) -> None:
    """A present participle behind a comma tells of the subject: "met A's envoy, praising B"."""
    for at, word in enumerate(words) if of_text(words, ",") else ():
        if word.pos not in VERBS or not word.features >= PRESENT:
            continue
        noun = words[word.head]
        apart = at > 0 and words[at - 1].text == ","
        if not apart or noun.pos in VERBS or noun.role in SUBJECTS or noun.index > at:
            continue
        verb = next((above for above in heads_of(words, noun) if above.pos in VERBS), None)
        acting = any(kid.role in SUBJECTS for kid in kids_of(words, verb)) if verb else False
        if verb is not None and verb.index < at and acting and verb.role != "relative":
            words[at] = replace(word, head=verb.index, role="adverbial")


def plans(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody decides hangs from the decision: "regretted A's decision to leave"."""
    for at, word in enumerate(words):
        loose = word.role in ("infinitive", "adverbial")
        if not loose or "VerbForm=Inf" not in word.features:
            continue
        verb = words[word.head]
        if word.prep not in table["planning"] or verb.index > at:
            continue
        between = words[verb.index + 1 : at]
        nouns = [noun for noun in between if noun.lemma in table["plans"]]
        nouns = [noun for noun in nouns if verb in heads_of(words, noun)]
        owned = nouns and any(kid.mention is not None for kid in kids_of(words, nouns[-1]))
        if owned:
            words[at] = replace(word, head=nouns[-1].index, role="participle")
