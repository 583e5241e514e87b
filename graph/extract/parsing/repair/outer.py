"""Repairs of a parse around relative clauses set off by commas: what goes on behind them.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import (
    SUBJECTS,
    VERBS,
    Word,
    Words,
    heads_of,
    kids_of,
    of_role,
    of_text,
)

#: How many words join the last of a list: a comma and "and".
_JOINT = 2


def names(words: Words) -> None:
    """Behind a relative clause set off by commas the list goes on: "A, which met B, and C agreed".

    What stands right before the verb of the first name is joined to that name.
    """
    for at, word in enumerate(words[1:-1], 1) if of_role(words, "relative") else ():
        if word.mention is None:
            continue
        before = [item for item in words[:at] if item.role != "determiner"][-_JOINT:]
        comma = [item.text for item in before[:1]] == [","]
        if not comma or before[-1].role != "coordinator":
            continue
        clause = next((item for item in heads_of(words, word) if item.role == "relative"), None)
        if clause is None or words[clause.head].mention is None:
            continue
        _join(words, words[clause.head], word)


def _join(words: Words, name: Word, other: Word) -> None:
    """Join a name to the one whose relative clause it was taken into, before their verb."""
    opens, own = words[other.index + 1], words[other.head]
    verb = words[name.head]
    if name.role in SUBJECTS and verb.index in (opens.index, opens.head) and opens.pos in VERBS:
        words[other.index] = replace(other, head=name.index, role="conjunct", prep=None)
    elif name.role == "root" and other.role in SUBJECTS and own.role == "conjunct":
        words[own.index] = replace(own, head=own.index, role="root")
        words[name.index] = replace(name, head=own.index, role=other.role)
        words[other.index] = replace(other, head=name.index, role="conjunct")


def verbs(words: Words) -> None:
    """Behind a relative clause set off by commas the name goes on: "A, which leads B, warns C"."""
    for comma in of_text(words, ",") if of_role(words, "relative") else ():
        at = comma.index + 1
        verb = words[min(at, len(words) - 1)]
        finite = verb.pos in VERBS and "VerbForm=Fin" in verb.features
        if not finite or verb.role == "relative":
            continue
        clause = next((item for item in heads_of(words, verb) if item.role == "relative"), None)
        name = words[clause.head] if clause is not None else verb
        opens = name.role == "root" and name.mention is not None and name.pos not in VERBS
        if not opens or any(kid.role in SUBJECTS for kid in kids_of(words, verb)):
            continue
        words[at] = replace(verb, head=at, role="root")
        words[name.index] = replace(name, head=at, role="subject")


def kinds(words: Words, table: Mapping[str, Any]) -> None:
    """A noun behind a name says what it is: « a quitté A, pays qu'il accuse de fraude »."""
    for comma in of_text(words, ",") if of_role(words, "relative") else ():
        at = comma.index + 1
        if not 1 < at < len(words):
            continue
        noun, name = words[at], words[at - 2]
        if noun.lemma not in table["kinds"] or noun.mention is not None or noun.role == "root":
            continue
        kids = kids_of(words, noun)
        behind = name.mention is not None and name.head != at
        bare = all(kid.role not in ("determiner", "preposition") for kid in kids)
        if behind and bare and any(kid.role == "relative" for kid in kids):
            words[at] = replace(noun, head=name.index, role="apposition", prep=None)


def infinitives(words: Words) -> None:
    """Behind a clause set off by commas its sentence goes on: "A, whom B met, left to".

    « A a reçu B, que C a critiqué, avant de se rendre à D »: it is A who went to D.
    """
    for verb in of_role(words, "adverbial"):
        at = verb.index
        if "VerbForm=Inf" not in verb.features:
            continue
        first = min((kid.index for kid in kids_of(words, verb) if kid.index < at), default=at)
        clause = words[verb.head]
        if first == 0 or words[first - 1].text != "," or clause.index > at:
            continue
        main = _main(words, clause)
        if main is not None:
            words[at] = replace(verb, head=main.index)


def _main(words: Words, clause: Word) -> Word | None:
    """Return the verb in whose sentence a finite clause stands between commas, if it does."""
    kids = kids_of(words, clause)
    opening = min((kid.index for kid in kids if kid.role != "punctuation"), default=0)
    finite = any("VerbForm=Fin" in item.features for item in (clause, *kids))
    told = clause.role in ("relative", "adverbial") and finite and opening < clause.index
    if not told or opening == 0 or words[opening - 1].text != ",":
        return None
    above = heads_of(words, clause)
    return next((item for item in above if item.pos in VERBS and item.index < opening), None)
