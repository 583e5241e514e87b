"""Repairs of headlines, which leave out a verb: « le consul de A expulsé », « B en visite à C ».

The parser takes a bare participle for what its subject did, and whoever is on a visit for the top;
and a place that is visited for one where something is done.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import PAST, Words, kids_of, of_role

#: Roles of what a participle has beside it that is no passive without an auxiliary.
_ACTIVE = ("auxiliary", "copula", "passive_auxiliary", "object", "reflexive", "complement")


def headlines(words: Words, table: Mapping[str, Any]) -> None:
    """A bare participle at the top of a sentence tells what was done to its subject.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    endings = tuple(table["bare_participles"])
    for verb in of_role(words, "root") if endings else ():
        if verb.pos != "VERB" or not verb.features >= PAST:
            continue
        kids = kids_of(words, verb)
        if not verb.text.endswith(endings) or any(kid.role in _ACTIVE for kid in kids):
            continue
        for kid in kids:
            if kid.role == "subject" and kid.index < verb.index and kid.pos != "PRON":
                words[kid.index] = replace(kid, role="subject_passive")


def on_the_way(words: Words, table: Mapping[str, Any]) -> None:
    """Whoever a headline says to be on a visit is its subject: « A en visite à B ».

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for noun in words if table["on_the_way"] else ():
        name = words[noun.head]
        if noun.role != "oblique" or noun.lemma not in table["on_the_way"] or name.role != "root":
            continue
        if name.mention is None or noun.index < name.index or noun.prep not in table["inside"]:
            continue
        words[name.index] = replace(name, role="subject", head=noun.index)
        words[noun.index] = replace(noun, role="root", head=noun.index)
        for kid in kids_of(words, name):
            if kid.index > noun.index:
                words[kid.index] = replace(kid, head=noun.index)


def visited(words: Words, table: Mapping[str, Any]) -> None:
    """A place right behind a journey is that of the journey: « A, en visite chez B, doit ».

    The parser may hang it from the verb that the journey hangs from.

    Args:
        words: Of one sentence, put right in place.
        table: The language's ``parser.toml``.
    """
    for trip in words if table["on_the_way"] else ():
        if trip.role != "oblique" or trip.lemma not in table["on_the_way"]:
            continue
        behind = (word for word in words[trip.index + 1 :] if word.mention is not None)
        place = next(behind, None)
        if place is None or place.head != trip.head or place.prep not in table["inside"]:
            continue
        within = words[trip.index + 1 : place.index]
        own = kids_of(words, trip)
        inner = [word for word in within if word not in own and word.head != place.index]
        if all(words[word.head] in own for word in inner):
            words[place.index] = replace(place, head=trip.index)
