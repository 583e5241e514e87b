"""Repairs of a parse at the pronouns that lean on a verb.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import PAST, SUBJECTS, VERBS, Word, Words, has_text, kids_of

#: Roles of what bears a verb, and of what hangs from verbs only.
_BORNE = ("auxiliary", "passive_auxiliary")
_OF_VERBS = (*_BORNE, *SUBJECTS)


def clitics(words: Words) -> None:
    """What leans on a verb by a hyphen is no verb itself: « ainsi Rome a-t-elle convoqué A »."""
    for word in words:
        if word.text[0] != "-" or not any(kid.role in _OF_VERBS for kid in kids_of(words, word)):
            continue
        behind = next((kid for kid in words[word.index + 1 :] if kid.pos != "ADV"), word)
        if behind.pos != "VERB" or not behind.features >= PAST:
            continue
        for kid in kids_of(words, word):
            if kid.index != behind.index:
                words[kid.index] = replace(kid, head=behind.index)
        if word.index in (word.head, behind.head):
            head = behind.index if word.head == word.index else word.head
            words[behind.index] = replace(behind, head=head, role=word.role)
        words[word.index] = replace(word, pos="PRON", role="fixed", head=behind.index)


def pronouns(words: Words, table: Mapping[str, Any]) -> None:
    """Some pronouns that lean on a verb are taken for others: reflexives for objects, and so on."""
    kinds = ("there", "relative_place", "leaning", "dative_clitics", "reflexive")
    listed = frozen(*(table[kind] for kind in kinds))
    for kid in words if has_text(words, listed) else ():
        if kid.text not in listed:
            continue
        if kid.text in table["there"] and kid.role == "reflexive":
            words[kid.index] = replace(kid, role="oblique")
        if kid.text in table["relative_place"] and kid.role in SUBJECTS:
            words[kid.index] = replace(kid, role="adverb")
        if kid.text in table["leaning"] and kid.role == "subject":
            _lean(words, kid)
        if kid.text in table["dative_clitics"]:
            _give(words, kid)
        if kid.text in table["reflexive"] and kid.role in ("indirect", "object"):
            words[kid.index] = replace(kid, role="reflexive")


def _lean(words: Words, pronoun: Word) -> None:
    """What looks like a subject behind that of the same verb is acted on: "A nous a aidés"."""
    kids = kids_of(words, words[pronoun.head])
    first = next(kid for kid in kids if kid.role in SUBJECTS)
    if first.index < pronoun.index:
        words[pronoun.index] = replace(pronoun, role="indirect")


def _give(words: Words, pronoun: Word) -> None:
    """A pronoun right before a verb is whom something is given to, not what: "A lui a donné B"."""
    verb = next(
        (word for word in words[pronoun.index + 1 :] if word.pos not in ("PRON", "ADV")), None
    )
    verb = words[verb.head] if verb is not None and verb.role in _BORNE else verb
    if verb is None or verb.pos not in VERBS or verb.index < pronoun.index:
        return
    if pronoun.pos in VERBS:  # taken for a form of "luire"
        for kid in kids_of(words, pronoun):
            words[kid.index] = replace(kid, head=verb.index)
        if words[verb.index].head == pronoun.index or verb is pronoun:
            return
    elif pronoun.pos != "PRON" or pronoun.role != "object" or pronoun.head != verb.index:
        return
    words[pronoun.index] = replace(pronoun, pos="PRON", role="indirect", head=verb.index)
