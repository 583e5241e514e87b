"""Repairs of a parse at its names: what hangs from one, and what describes one.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    PAST,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_text,
    kids_of,
    of_role,
    of_text,
)

#: Parts of speech that no name has.
_NO_NAMES = frozenset({*VERBS, "ADV", "X", "SCONJ"})

#: Roles of what a parser hangs from a name that it does not belong to.
_MISHUNG = ("oblique", "participle")

#: What stands before a noun and belongs to it.
_BEFORE = ("compound", "determiner", "modifier", "number", "possessor", "preposition")


def named(words: Words) -> None:
    """What stands for a name, or behind a preposition, is no verb: "dans l'est du pays"."""
    for at, word in enumerate(words):
        if word.pos not in _NO_NAMES:
            continue
        governed = word.pos == "AUX" and word.role == "oblique" and word.prep is not None
        if governed or word.mention is not None:
            words[at] = replace(word, pos="NOUN")


def names(words: Words, table: Mapping[str, Any]) -> None:
    """A name has no arguments: they belong to what the name hangs from.

    Right behind it stands whose head it is: "King A of B".
    """
    for at, word in enumerate(words):
        if word.role not in _MISHUNG:
            continue
        infinitive = word.role == "participle"
        if infinitive and not ("VerbForm=Inf" in word.features and word.prep):
            continue
        head = words[word.head]
        if head.mention is None or head.head == head.index:
            continue
        between = words[head.index + 1 : at]
        bare = head.prep is None and all(item.pos in ("ADP", "DET") for item in between)
        if word.mention is not None and word.prep in table["genitive"] and between and bare:
            continue
        while head.role == "conjunct" and words[head.head].mention is not None:
            head = words[head.head]
        above = words[head.head]
        role = "infinitive" if infinitive and above.pos in VERBS else word.role
        if above.index != at:
            words[at] = replace(word, head=above.index, role=role)


def governed(words: Words, table: Mapping[str, Any]) -> None:
    """A name behind a preposition is no object ("a reçu de A des obus"), one without it may be."""
    for at, word in enumerate(words):
        if word.mention is None and word.role != "agent":  # as most
            continue
        if word.mention is not None and word.role == "object" and word.prep is not None:
            words[at] = replace(word, role="oblique")
        if word.role == "agent" and word.prep in table["partner"]:
            words[at] = replace(word, role="oblique")
        if word.mention is None or word.role != "infinitive" or word.prep is not None:
            continue
        verb = words[word.head]
        if word.pos not in ("NOUN", "PROPN") or at <= verb.index:
            continue
        if not any(kid.role in ("object", "copula") for kid in kids_of(words, verb)):
            words[at] = replace(word, role="object")


def _titled(words: Words, table: Mapping[str, Any]) -> None:
    """Whom a title names stands behind it: "the presidents A and B"."""
    for word in of_role(words, "oblique"):
        if word.prep is not None or word.mention is None:
            continue
        at, title = word.index, words[word.head]
        if title.mention is not None or title.lemma not in table["kinds"]:
            continue
        between = words[title.index + 1 : at]
        if title.index >= at or any(item.mention != word.mention for item in between):
            continue
        if title.head != title.index:
            words[at] = replace(word, role=title.role, head=title.head, prep=title.prep)
            words[title.index] = replace(title, role="modifier", head=at, prep=None)


def _acting(words: Words) -> None:
    """A name before a verb that has no subject is it, and no adjective of it."""
    for word in of_role(words, "modifier"):
        if word.mention is None or word.prep:
            continue
        verb = words[word.head]
        if verb.pos != "VERB" or "VerbForm=Fin" not in verb.features or word.index >= verb.index:
            continue
        if not any(kid.role in SUBJECTS for kid in kids_of(words, verb)):
            words[word.index] = replace(word, role="subject")


def owners(words: Words, table: Mapping[str, Any]) -> None:
    """Whose somebody is, and not one of a list: "Russia's X and Syria's Y"."""
    for word in of_text(words, table["possessive_mark"]):
        at = word.index
        if not 0 < at < len(words) - 1:
            continue
        owner, owned = words[at - 1], words[at + 1]
        if None in (owner.mention, owned.mention):
            continue
        if owner.role == "conjunct" and owner.head != owned.index:
            words[owner.index] = replace(owner, role="possessor", head=owned.index)


def coined(words: Words) -> None:
    """Who does what a compound participle tells belongs to it: "the UN-sponsored Afghan talks"."""
    for hyphen in of_text(words, "-"):
        at = hyphen.index
        if not 0 < at < len(words) - 1:
            continue
        name, verb = words[at - 1], words[at + 1]
        if name.mention is None or verb.mention is not None:
            continue
        done = verb.features >= PAST or verb.lemma != verb.text
        joined = name.role in _BEFORE and name.head == verb.head > verb.index
        if joined and done and verb.pos in ("VERB", "ADJ") and name.prep is None:
            words[at - 1] = replace(name, head=verb.index, role="compound")
            words[at + 1] = replace(verb, role="modifier")


def bearers(words: Words) -> None:
    """A name that nobody lists tells who somebody is: "the US arrested Australian writer X"."""
    for at, word in enumerate(words):
        if word.pos != "PROPN" or word.mention is not None or word.role in ("compound", "flat"):
            continue
        noun = _borne(words, word)
        if noun is None:
            continue
        head = noun.index if word.head == at else word.head
        for kid in kids_of(words, word):
            if kid.role == "conjunct" or (kid.index < noun.index and kid.role in _BEFORE):
                words[kid.index] = replace(kid, head=noun.index)
        words[noun.index] = replace(noun, head=head, role=word.role, prep=word.prep)
        words[at] = replace(word, head=noun.index, role="apposition", prep=None)


def _borne(words: Words, name: Word) -> Word | None:
    """Return the noun right before a name that tells what its bearer is, if he is somebody's."""
    at = name.index - 1
    while at > 0 and words[at].pos == "PROPN" and words[at].mention is None:
        if words[at].head != name.index:
            return None
        at -= 1
    noun = words[at]
    if noun.pos != "NOUN" or noun.role != "compound" or noun.head != name.index or at < 1:
        return None
    owned = words[at - 1].mention is not None and words[at - 1].head in (at, name.index)
    return noun if noun.mention is None and owned else None


def places(words: Words) -> None:
    """A place that opens a clause is no part of the name behind it: "in Istanbul A met B"."""
    for at, word in enumerate(words[:-1]):
        if word.role != "compound" or word.mention is None or word.head != at + 1:
            continue
        name = words[word.head]
        if name.mention in (None, word.mention) or name.prep is None:
            continue
        verb = words[name.head]
        acted = any(kid.role in SUBJECTS for kid in kids_of(words, verb))
        if verb.pos in VERBS and verb.index > name.index and not acted:
            words[at] = replace(word, head=verb.index, role="oblique", prep=name.prep)
            words[name.index] = replace(name, role="subject", prep=None)


def neighbours(words: Words) -> None:
    """Of two names side by side, the first says what the second is: "le Français X"."""
    named = [word for word in words if word.mention is not None and word.role != "determiner"]
    for first, second in pairwise(named):
        if first.mention == second.mention or first.prep or first.pos == "ADJ":
            continue
        between = words[first.index + 1 : second.index]
        if any(word.mention != second.mention for word in between):
            continue
        if words[first.index].head != second.index and second.prep is None:
            head = second.index if first.head == first.index else words[first.index].head
            words[second.index] = replace(second, head=head, role=words[first.index].role)
            words[first.index] = replace(first, head=second.index, role="modifier")


def described(words: Words, table: Mapping[str, Any]) -> None:
    """Names and what describes them find each other."""
    _descriptions(words)
    _titled(words, table)
    _acting(words)


def _descriptions(words: Words) -> None:
    """What only a comma joins to a name describes its bearer: "A, B's chief of staff,"."""
    linked = {word.head for word in of_role(words, "coordinator")}
    for at, word in enumerate(words):
        if word.pos != "NOUN" or word.mention is not None:
            continue
        name = words[word.head]
        if name.mention is None:
            continue
        alone = word.role == "conjunct" and not linked & {at, name.index}
        bare = word.role == "oblique" and word.prep is None and words[at - 1].text == ","
        if alone or (bare and not any(kid.role == "determiner" for kid in kids_of(words, word))):
            words[at] = replace(word, role="apposition")


def givers(words: Words, table: Mapping[str, Any]) -> None:
    """A name behind "of" is no object beside another one: "a reçu de A des chars"."""
    normal = table["prepositions"]["normal"]
    for kid in of_role(words, "determiner"):
        name = words[kid.head]
        if name.mention is None or name.role != "object" or name.pos != "PROPN":
            continue
        verb, prep = words[name.head], normal.get(kid.text, kid.text)
        if prep not in table["genitive"] or kid.index != name.index - 1:
            continue
        others = [item for item in kids_of(words, verb) if item.role == "object"]
        if len(others) > 1 and verb.index < name.index:
            words[kid.index] = replace(kid, role="preposition")
            words[name.index] = replace(name, role="oblique", prep=prep)


def substitutes(words: Words, table: Mapping[str, Any]) -> None:
    """Whose one that stands for a noun is follows it: "A's navy and that of B"."""
    listed = frozen(table["substitutes"])
    for word in words if has_text(words, listed) else ():
        if word.text not in listed:
            continue
        behind = [
            item for item in words[word.index + 1 : word.index + 4] if item.mention is not None
        ]
        if not behind:
            continue
        verb = words[word.index - 1]
        if verb.pos == "VERB" and not any(kid.role == "object" for kid in kids_of(words, verb)):
            words[word.index] = replace(word, head=verb.index, role="object")
        name = next((item for item in behind if item.prep in table["genitive"]), behind[0])
        if name.prep in table["genitive"] and name.head != word.index:
            words[name.index] = replace(name, head=word.index, role="oblique")


def near(words: Words, table: Mapping[str, Any]) -> None:
    """Near which place something is, it is where its verb says: « patrouille près de A »."""
    for text, prep in table["prepositions"]["near"].items():
        for word in of_text(words, text):
            at = word.index + 1
            if at == len(words) or words[at].role != "preposition":
                continue
            name = words[words[at].head]
            head = name.head if word.head == name.index else word.head
            plain = all(each.pos == "DET" for each in words[at + 1 : name.index])
            if name.mention is not None and name.index > at and plain and head != name.index:
                words[name.index] = replace(name, head=head, role="oblique", prep=prep)
