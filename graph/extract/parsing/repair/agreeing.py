"""Repairs of relative clauses that do not agree with what the parser hung them from.

« Les sanctions infligées à A, qui étudie sa riposte » : it is A who studies. Words are replaced,
never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import NOUNS, SUBJECTS, Word, Words, has_text, kids_of

#: What tells how many a word is about.
_NUMBERS = frozenset({"Number=Sing", "Number=Plur"})


def agreeing(words: Words, table: Mapping[str, Any]) -> None:
    """Whoever acts in a relative clause is as many as its verb says, if such a noun is nearer."""
    listed = frozen(table["relative_subject"])
    for pronoun in words if has_text(words, listed) else ():
        if pronoun.role not in SUBJECTS or pronoun.text not in listed:
            continue
        verb = words[pronoun.head]
        noun = words[verb.head]
        number = _finite(words, verb) & _NUMBERS
        several = any(kid.role == "conjunct" for kid in kids_of(words, noun))
        differs = number and noun.features & _NUMBERS and not noun.features & number
        if verb.role != "relative" or noun.mention is not None or several or not differs:
            continue
        between = [word for word in words[noun.index + 1 : pronoun.index] if word.pos in NOUNS]
        between = [word for word in between if word.role != "conjunct"]
        alike = [word for word in between if not word.features & (_NUMBERS - number)]
        if alike:
            words[verb.index] = replace(verb, head=alike[-1].index)


def _finite(words: Words, verb: Word) -> frozenset[str]:
    """Return the features of a verb, or of the finite word that helps it."""
    held = (kid for kid in kids_of(words, verb) if "VerbForm=Fin" in kid.features)
    return verb.features if "VerbForm=Fin" in verb.features else next(held, verb).features
