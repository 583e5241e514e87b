"""Repairs of the means by which one talks: « s'est entretenu par téléphone avec A de la trêve ».

The parser hangs from it what the verb governs, or takes it for who does it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import VERBS, Words, kids_of

#: Roles of what stands behind a preposition.
_LED = ("oblique", "agent")


def means(words: Words, table: Mapping[str, Any]) -> None:
    """What stands behind the means by which one talks belongs to the verb.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for word in words:
        if word.role not in _LED or word.lemma not in table["channels"]:
            continue
        if words[word.head].pos not in VERBS:
            continue
        words[word.index] = replace(word, role="oblique")
        for kid in kids_of(words, word):
            if kid.role == "oblique" and kid.index > word.index:
                words[kid.index] = replace(kid, head=word.head)
