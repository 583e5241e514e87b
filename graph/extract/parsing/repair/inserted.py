"""Repairs of a verb of charging that stands, with who charges, between a subject and its verb.

« A, accuse B, a tué trois soldats »: the parser has A accuse B.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import SUBJECTS, VERBS, Word, Words, kids_of, of_role


def inserted(words: Words, table: Mapping[str, Any]) -> None:
    """Who stands behind a verb of charging between commas is its subject.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for name in of_role(words, "object"):
        verb = words[name.head]
        if name.mention is None or verb.lemma not in table["charging"]:
            continue
        acting = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS]
        told = _told(words, name, verb) if len(acting) == 1 else None
        if told is not None and _is_behind_comma(words, verb, acting[0]):
            _put_right(words, (acting[0], verb, name, told))


def _is_behind_comma(words: Words, verb: Word, subject: Word) -> bool:
    """Whether only a comma stands between somebody named and a verb, or its auxiliary."""
    start = min([verb.index, *(kid.index for kid in kids_of(words, verb) if kid.pos == "AUX")])
    return subject.mention is not None and subject.index + 2 == start


def _told(words: Words, name: Word, verb: Word) -> Word | None:
    """Return the verb of the clause that goes on behind a name and a comma."""
    opens = name.index + 2
    if opens >= len(words) or words[opens - 1].text != ",":
        return None
    for word in words[opens:]:
        begins = min([word.index, *(kid.index for kid in kids_of(words, word))])
        if word.pos in VERBS and word.head == verb.index and begins >= opens - 1:
            finite = (word, *(kid for kid in kids_of(words, word) if kid.pos == "AUX"))
            first = words[opens]
            if first in finite and "VerbForm=Fin" in first.features:
                return word
    return None


def _put_right(words: Words, found: tuple[Word, Word, Word, Word]) -> None:
    """Have the clause tell of its subject, and the charge stand beside it."""
    subject, verb, name, told = found
    top = told.index if verb.head == verb.index else verb.head
    for kid in kids_of(words, told):
        if kid.role in SUBJECTS and kid.index > told.index:
            words[kid.index] = replace(kid, role="object")
    words[told.index] = replace(told, head=top, role=verb.role)
    words[verb.index] = replace(verb, head=told.index, role="parataxis")
    words[subject.index] = replace(subject, head=told.index)
    words[name.index] = replace(name, role="subject")
