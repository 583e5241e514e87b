"""What somebody is told to do, hung by the parser from whom it names: "ordered an envoy to leave".

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import VERBS, Word, Words, has_kid, heads_of, kids_of, of_role

#: Roles that the parser gives to what somebody is told to do.
_MISTAKEN = ("participle", "relative")

#: Roles of what says already what he is told.
_TOLD = ("infinitive", "complement")


def bidden(words: Words, table: Mapping[str, Any]) -> None:
    """What stands behind people who are told something is theirs: "told an envoy of A to go"."""
    for verb in words:
        if verb.pos != "VERB" or verb.lemma not in table["bidding"]:
            continue
        kids = kids_of(words, verb)
        told = [kid for kid in kids if kid.role == "object" and kid.index > verb.index]
        if len(told) != 1 or any(kid.role in _TOLD for kid in kids):
            continue
        if told[0].lemma not in table["kinds"] and told[0].mention is None:
            continue
        deed = next((word for word in words[told[0].index :] if _is_deed(words, word)), None)
        if deed is not None and told[0] in heads_of(words, deed):
            words[deed.index] = replace(deed, head=verb.index, role="infinitive")


def pressed(words: Words, table: Mapping[str, Any]) -> None:
    """What is to be done hangs from what tells somebody to do it: "put pressure on A to leave"."""
    for deed in of_role(words, "adverbial"):
        verb, at = words[deed.head], deed.index
        if "VerbForm=Inf" not in deed.features or verb.pos not in VERBS or verb.index > at:
            continue
        kids = [kid for kid in kids_of(words, verb) if kid.role in ("object", "oblique")]
        order = next((kid for kid in kids if kid.lemma in table["pressing"]["nouns"]), verb)
        told = [kid for kid in (*kids, *kids_of(words, order)) if order.index < kid.index < at]
        whom = [kid for kid in told if kid.role == "oblique" and kid.mention is not None]
        if order.role == "object" and len(whom) == 1 and whom[0].prep in table["pressing"]["at"]:
            words[at] = replace(deed, head=order.index, role="participle")
            words[whom[0].index] = replace(whom[0], head=order.index)


def addressed(words: Words, table: Mapping[str, Any]) -> None:
    """A name has no infinitive, the verb before it has: « a promis à A de quitter B »."""
    for deed in words:
        if "VerbForm=Inf" not in deed.features:
            continue
        name = words[deed.head]
        if name.mention is None or name.role != "oblique" or name.prep not in table["dative"]:
            continue
        verb = words[name.head]
        told = has_kid(words, deed, "marker")
        if told and verb.pos in VERBS and verb.index < name.index < deed.index:
            words[deed.index] = replace(deed, head=verb.index, role="infinitive")


def seen(words: Words, table: Mapping[str, Any]) -> None:
    """Whom one sees or lets act has no infinitive, the verb has: « verrait A quitter B »."""
    for deed in of_role(words, "participle"):
        name = words[deed.head]
        verb = words[name.head]
        if "VerbForm=Inf" not in deed.features or has_kid(words, deed, "marker"):
            continue
        acted = name.role == "object" and verb.lemma in table["infinitives"]["yielding"]
        if acted and verb.index < name.index < deed.index:
            words[deed.index] = replace(deed, head=verb.index, role="infinitive")


def doers(words: Words) -> None:
    """A name before what somebody is helped to do is who does it: "helped A strike B"."""
    for name in of_role(words, "compound"):
        deed = words[name.head]
        if name.mention is None or deed.pos != "VERB" or deed.role != "complement":
            continue
        if name.index < deed.index and not has_kid(words, deed, "subject"):
            words[name.index] = replace(name, role="subject")


def minded(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody minds is done by whoever stands before it: "objects to A bombing B".

    Behind a verb that takes no preposition too: "opposes A bombing B".
    """
    for deed in words[1:] if table["minding"] else ():
        if deed.pos != "VERB" or "Aspect=Prog" not in deed.features:
            continue
        name = words[deed.index - 1]
        own = name.role == "subject" and name.head == deed.index
        above = words[deed.head if own else name.head]
        if name.mention is None or above.lemma not in table["minding"]:
            continue
        if own and deed.prep is not None:
            words[name.index] = replace(name, head=above.index, role="oblique", prep=deed.prep)
        elif own:
            words[name.index] = replace(name, head=above.index, role="object")
        elif name.role not in ("oblique", "object") or has_kid(words, deed, "auxiliary"):
            continue
        words[deed.index] = replace(deed, head=name.index, role="participle", prep=None)


def _is_deed(words: Words, word: Word) -> bool:
    """Whether a word is an infinitive with its mark: "to leave"."""
    bare = word.pos == "VERB" and "VerbForm=Inf" in word.features
    marks = [kid for kid in kids_of(words, word) if kid.pos == "PART" and kid.role == "auxiliary"]
    return bare and bool(marks) and word.role in _MISTAKEN
