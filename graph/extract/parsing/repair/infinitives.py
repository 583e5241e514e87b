"""Repairs of infinitives that a parser does not know: « compte annexer le canton ».

It takes them for names, and hangs what they are done to from the verb above.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import NOUNS, VERBS, Word, Words, has_kid, kids_of, of_role

#: Roles of what a verb has no second object beside.
_TAKEN = ("object", "complement", "infinitive")


def infinitives(words: Words, table: Mapping[str, Any]) -> None:
    """Make verbs of infinitives that look like one, and give them their objects.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    endings = tuple(table["infinitives"]["endings"])
    for word in of_role(words, "infinitive") if endings else ():
        if not word.text.endswith(endings):
            continue
        at, head = word.index, words[word.head]
        if head.pos in VERBS and _is_unknown(words, word):
            words[at] = replace(word, pos="VERB", features=word.features | {"VerbForm=Inf"})
        if words[at].pos == "VERB" and head.lemma not in table["infinitives"]["yielding"]:
            _take_object(words, words[at], head)


def _is_unknown(words: Words, word: Word) -> bool:
    """Whether what is taken for a name or an adjective acts on what stands behind it."""
    nominal = word.pos in NOUNS or word.pos == "ADJ"
    if not nominal or word.mention is not None or has_kid(words, word, "determiner"):
        return False
    behind = words[word.index + 1 : word.index + 2]
    return any(item.role == "determiner" and item.head != word.index for item in behind)


def _take_object(words: Words, verb: Word, head: Word) -> None:
    """Hang from an infinitive the object of the verb above that stands right behind it."""
    if head.index > verb.index or any(kid.role in _TAKEN for kid in kids_of(words, verb)):
        return
    for noun in kids_of(words, head):
        if noun.role != "object" or noun.index < verb.index:
            continue
        between = words[verb.index + 1 : noun.index]
        if all(word.head == noun.index for word in between):
            words[noun.index] = replace(noun, head=verb.index)
        return
