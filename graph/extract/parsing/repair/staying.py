"""Repairs of what stays as it was made: « le nord reste occupé par A », « demeure détenu à B ».

The parser takes what was done for what the verb of staying governs. It is a passive of the verb
that tells what was done.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import PAST, Word, Words, has_kid, kids_of

#: Roles of what a verb of staying says of its subject.
_SAID = ("infinitive", "attribute", "participle", "modifier")


def staying(words: Words, table: Mapping[str, Any]) -> None:
    """Make a passive of what stays as it was made.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for verb in words:
        if verb.pos != "VERB" or verb.lemma not in table["staying"]:
            continue
        for behind in words[verb.index + 1 : verb.index + 2]:
            done = _participle(behind, table)
            told = done.role in _SAID and done.head == verb.index and done.pos in ("VERB", "ADJ")
            if told and done.features >= PAST and not has_kid(words, done, "auxiliary"):
                _put_first(words, verb, done)


def _participle(word: Word, table: Mapping[str, Any]) -> Word:
    """Return a participle that the parser takes for a noun as what it is: « restent détenus »."""
    lemma = table["adjectival"].get(word.text)
    if lemma is None:
        return word
    return replace(word, pos="VERB", lemma=lemma, features=word.features | PAST)


def _put_first(words: Words, verb: Word, done: Word) -> None:
    """Put what was done in the place of the verb of staying, which is its auxiliary then."""
    for kid in kids_of(words, verb):
        if kid.index != done.index:
            role = "subject_passive" if kid.role == "subject" else kid.role
            words[kid.index] = replace(kid, head=done.index, role=role)
    head = done.index if verb.head == verb.index else verb.head
    words[done.index] = replace(done, pos="VERB", role=verb.role, head=head, prep=verb.prep)
    words[verb.index] = replace(
        verb, pos="AUX", role="passive_auxiliary", head=done.index, prep=None
    )
