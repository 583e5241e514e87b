"""Repairs of a parse at the pronouns that lean on a verb.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.word import SUBJECTS, Word, Words, kids_of


def pronouns(words: Words, table: Mapping[str, Any]) -> None:
    """Some pronouns that lean on a verb are taken for others: reflexives for objects, and so on."""
    for kid in words:
        if kid.text in table["there"] and kid.role == "reflexive":
            words[kid.index] = replace(kid, role="oblique")
        if kid.text in table["leaning"] and kid.role == "subject":
            _lean(words, kid)
        if kid.text in table["reflexive"] and kid.role in ("indirect", "object"):
            words[kid.index] = replace(kid, role="reflexive")


def _lean(words: Words, pronoun: Word) -> None:
    """What looks like a subject behind that of the same verb is acted on: "A nous a aidés"."""
    kids = kids_of(words, words[pronoun.head])
    first = next(kid for kid in kids if kid.role in SUBJECTS)
    if first.index < pronoun.index:
        words[pronoun.index] = replace(pronoun, role="indirect")
