"""Repairs of objects, and of what says when or how, that the parser hung from what stands before.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.repair import qualities
from graph.extract.parsing.repair.qualities import TAKEN
from graph.extract.parsing.word import (
    PRESENT,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    heads_of,
    kids_of,
    of_role,
    of_text,
)

#: Parts of speech of what may be an object.
_NOMINAL = ("NOUN", "PROPN", "PRON")

#: Roles under which an object is mistaken for a part of what stands before it.
_MISTAKEN = ("conjunct", "apposition", "oblique", "other")

#: Labels under which a parser has what it finds no place for, and with that of names.
_ODD = ("other", "punctuation")
_UNPLACED = frozenset({*_ODD, "infinitive"})

#: Roles of what a parser hangs from what stands before it, for want of a better place.
_LOOSE = ("oblique", "other", "modifier")

_TWO = 2

#: Roles of what a verb has no object beside, with what stands for one.
_FULL = (*TAKEN, "complement", "infinitive")


def articled(words: Words) -> None:
    """What an article stands before is no adverb: « lui a emboîté le pas »."""
    for word in of_role(words, "adverb"):
        if word.pos != "ADV" or word.index <= word.head:
            continue
        if any("PronType=Art" in kid.features for kid in kids_of(words, word)):
            plain = word.features - {"Polarity=Neg"}
            words[word.index] = replace(word, pos="NOUN", role="object", features=plain)


def objects(words: Words, table: Mapping[str, Any]) -> None:
    """Objects, and subjects behind their verb, belong to the verb."""
    _odd(words, table)
    _next(words)
    _bare(words, table)
    _strays(words)
    _second_subjects(words)
    _of_participles(words)
    qualities.called(words)
    qualities.rejected(words)
    _named(words)
    _parted(words, table)
    _plural(words, table)
    _timed(words, table)
    _inverted(words, table)


def _odd(words: Words, table: Mapping[str, Any]) -> None:
    """A noun that has no place in the parse is the object of the verb that it hangs from.

    "Ont violé l'espace aérien", "appelle les Vingt-Sept à sanctionner".
    """
    for at, word in enumerate(words):
        if word.role not in _UNPLACED:  # as most
            continue
        noun = word.pos == "NOUN" and word.role in _ODD
        named = word.mention is not None and (word.role in _ODD or word.role == "infinitive")
        if not (noun or named) or word.prep is not None:
            continue
        verb = words[word.head]
        if verb.pos != "VERB" or verb.index > at:
            continue
        told = has_kid(words, word, "determiner")
        taken = any(kid.role in TAKEN for kid in kids_of(words, verb))
        if told and not taken and word.lemma not in table["times"]:
            words[at] = replace(word, role="object")


def _of_participles(words: Words) -> None:
    """A second subject right behind a present participle is its object: "sanctions visant A"."""
    for verb in words:
        if verb.pos != "VERB" or not verb.features >= PRESENT:
            continue
        behind = (w for w in words[verb.index + 1 :] if w.role != "determiner")
        name = next(behind, None)
        if name is None or name.mention is None or name.role not in SUBJECTS:
            continue
        first = [kid for kid in kids_of(words, words[name.head]) if kid.role in SUBJECTS]
        if first[0].index < verb.index and name.head > name.index:
            words[name.index] = replace(name, head=verb.index, role="object")


def _next(words: Words) -> None:
    """A bare name right behind a verb that lacks an object is its object: « A presse B »."""
    for at, name in enumerate(words):
        if (
            name.mention is None
            or name.prep is not None
            or name.role not in ("oblique", "modifier")
        ):
            continue
        verb = words[name.head]
        if name.pos != "PROPN" or verb.pos != "VERB":
            continue
        between = words[verb.index + 1 : at]
        kids = kids_of(words, verb)
        acting = any(kid.role == "subject" and kid.index < verb.index for kid in kids)
        taken = any(kid.role in TAKEN or kid.role == "complement" for kid in kids)
        if acting and not taken and at > verb.index and all(w.head == at for w in between):
            words[at] = replace(name, role="object")


def _bare(words: Words, table: Mapping[str, Any]) -> None:
    """A noun behind a verb that lacks an object is it: "pounded for hours the port".

    Not where it tells when, nor behind a lone comma.
    """
    for noun in of_role(words, "oblique"):
        if noun.prep is not None or noun.pos != "NOUN":
            continue
        at, verb = noun.index, words[noun.head]
        if verb.pos != "VERB" or verb.index > at or noun.lemma in table["times"]:
            continue
        known = any(kid.role in ("determiner", "number") for kid in kids_of(words, noun))
        between = words[verb.index + 1 : at]
        parted = sum(word.text == "," for word in between) == 1
        kids = kids_of(words, verb)
        acting = any(kid.role == "subject" and kid.index < verb.index for kid in kids)
        acting = acting or "VerbForm=Inf" in verb.features
        taken = any(kid.role in _FULL for kid in kids)
        if known and acting and not parted and not taken:
            words[at] = replace(noun, role="object")


def _strays(words: Words) -> None:
    """A noun that an oblique seems to hold without a preposition is its verb's object.

    "A relevé à 25 % les droits de douane", "a joint au téléphone le ministre".
    """
    for at, word in enumerate(words):
        if word.prep is not None or word.role not in _LOOSE or word.pos not in _NOMINAL:
            continue
        oblique = words[word.head]
        verb = words[oblique.head]
        held = (
            oblique.role in ("oblique", "agent")
            and oblique.prep
            and verb.index < oblique.index < at
        )
        if not held or verb.pos not in VERBS:
            continue
        kids = kids_of(words, word)
        named = word.mention is not None or any(kid.role == "determiner" for kid in kids)
        parted = any(item.text == "," for item in words[oblique.index : at])
        taken = any(kid.role in ("object", "attribute", "copula") for kid in kids_of(words, verb))
        if named and not parted and not taken and oblique.mention is None:
            words[at] = replace(word, head=verb.index, role="object")
            for kid in kids_of(words, oblique):
                if kid.index > at and kid.prep is not None:
                    words[kid.index] = replace(kid, head=at, role="oblique")


def _second_subjects(words: Words) -> None:
    """Of two subjects the name behind the verb is its object: "I met on Monday A"."""
    doing = [word.head for role in SUBJECTS for word in of_role(words, role)]
    for verb in words if len({*doing}) < len(doing) else ():
        if verb.pos != "VERB":
            continue
        kids = kids_of(words, verb)
        acting = [kid for kid in kids if kid.role in SUBJECTS]
        if len(acting) != _TWO or not acting[0].index < verb.index:
            continue
        name = acting[1]
        taken = any(kid.role in TAKEN or kid.role == "complement" for kid in kids)
        behind = words[name.index + 1 : name.index + 2]
        taken = taken or any(word.pos in VERBS for word in behind)  # "I know A warned B"
        if name.index > verb.index and name.mention is not None and not name.prep and not taken:
            words[name.index] = replace(name, role="object")


def _named(words: Words) -> None:
    """Without a comma, a noun behind a name is no apposition: "handed to A a smuggler"."""
    for word in of_role(words, "apposition"):
        if word.mention is not None or word.prep is not None or word.pos != "NOUN":
            continue
        name = words[word.head]
        verb = words[name.head]
        held = name.mention is not None and name.prep is not None and name.index > verb.index
        if not held or verb.pos not in VERBS:
            continue
        marks = [kid.index for kid in kids_of(words, word) if kid.role == "determiner"]
        between = words[name.index + 1 : word.index]
        if marks and all(item.pos in ("DET", "ADJ", "NUM") for item in between):
            _give(words, word, verb)


def _parted(words: Words, table: Mapping[str, Any]) -> None:
    """What stands behind an aside is the verb's object: "signed, in front of A, a pact"."""
    for at, word in enumerate(words) if of_text(words, ",") else ():
        if word.role not in _MISTAKEN or word.prep:
            continue
        plain = word.pos == "NOUN" and word.mention is None
        if not (plain or _is_lone(words, word)):
            continue
        kids = kids_of(words, word)
        before = [kid.index for kid in kids if kid.index < at and kid.pos != "PUNCT"]
        marked = any(kid.role == "determiner" and 0 < kid.index < at for kid in kids)
        if not marked or any(kid.role == "coordinator" for kid in kids):
            continue
        aside = next((up for up in heads_of(words, word) if words[up.head].pos in VERBS), None)
        if words[min(before) - 1].text != "," or aside is None or not aside.prep:
            continue
        verb = words[aside.head]
        opened = any(item.text == "," for item in words[verb.index + 1 : aside.index])
        auxiliaries = [kid.lemma for kid in kids_of(words, verb) if kid.role == "auxiliary"]
        if opened and set(auxiliaries).isdisjoint(table["passive_auxiliary"]):
            _give(words, word, verb)


def _plural(words: Words, table: Mapping[str, Any]) -> None:
    """An article that looks like "of", behind whom one is with, opens the object of the verb.

    « A dénoncé, lors d'un entretien avec B, des provocations. »
    """
    for word in words if table["plural_articles"] else ():
        if word.role != "oblique":
            continue
        marks = [kid.text for kid in kids_of(words, word) if kid.role == "preposition"]
        if set(marks).isdisjoint(table["plural_articles"]):
            continue
        aside = words[word.head]
        verb = words[aside.head]
        beside = [kid for kid in kids_of(words, aside) if aside.index < kid.index < word.index]
        named = any(kid.mention is not None and kid.prep for kid in beside)
        held = named and aside.role == "oblique" and verb.pos == "VERB"
        if held and verb.index < aside.index and verb.lemma not in table["speaking_of"]:
            _give(words, replace(word, prep=None), verb)
            for kid in kids_of(words, aside):  # what stands behind it is said of it
                if kid.index > word.index and words[word.index].role == "object":
                    words[kid.index] = replace(kid, head=word.index)


def _is_lone(words: Words, name: Word) -> bool:
    """Whether a name with an article is taken for the second of two that nothing joins."""
    fellows = [kid for kid in kids_of(words, words[name.head]) if kid.role == "conjunct"]
    return name.mention is not None and fellows == [name]


def _give(words: Words, word: Word, verb: Word) -> None:
    """Make a noun the object of a verb that has none."""
    if not any(kid.role in TAKEN for kid in kids_of(words, verb)):
        words[word.index] = replace(word, head=verb.index, role="object")


def _timed(words: Words, table: Mapping[str, Any]) -> None:
    """A time has no complement: "marched for the third day before the embassy"."""
    for word in of_role(words, "oblique"):
        if not word.prep or word.prep in table["genitive"]:
            continue
        time = words[word.head]
        if time.role == "oblique" and time.index < word.index and time.lemma in table["times"]:
            words[word.index] = replace(word, head=time.head)


def _inverted(words: Words, table: Mapping[str, Any]) -> None:
    """Who stands behind a verb that has a pronoun for object acts: "où l'a reçu A"."""
    for name in of_role(words, "object"):
        if name.mention is None or name.prep:
            continue
        verb = words[name.head]
        if name.index < verb.index:
            continue
        kids = kids_of(words, verb)
        clitic = any(
            kid.role == "object" and kid.text in table["object_clitics"] and kid.index < verb.index
            for kid in kids
        )
        acting = [kid for kid in kids if kid.role in SUBJECTS]
        if clitic and all(kid.text in table["relative_place"] for kid in acting):
            words[name.index] = replace(name, role="subject")
