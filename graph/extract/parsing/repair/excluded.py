"""Who is told apart from those who do something does not do it: "A, not B, struck C".

Parsers join him to them, or hang the "not" from the verb. He is nobody in the sentence then, and
nothing is denied; "to A" of "not to B but to A" takes his place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import (
    NOUNS,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    heads_of,
    kids_of,
    of_text,
)

#: A role of words that say nothing of what they hang from.
_MUTE = "punctuation"

#: Parts of speech of what may stand between "not" and a name.
_LEADING = ("ADP", "DET")

#: How far behind who is excluded stands who is meant, and before him whoever is told apart.
_NEAR = 5

#: How far before "is not" its "it" stands: « ce n'est pas ».
_IT = 2

#: Roles of whoever a verb that is denied is told of.
_ACTED_ON = ("object", "indirect", "oblique")

#: Roles of somebody's own clause, which tells of whoever is meant.
_OF_BOTH = ("relative", *SUBJECTS)


def excluded(words: Words, table: Mapping[str, Any]) -> None:
    """Take out whoever is named only to be told apart."""
    for run in [run for sign in table["excluding"] for run in _runs(words, sign.split())]:
        name = _next(words, run[-1])
        if name is None or name.mention is None:
            continue
        meant = _meant(words, name, table)
        opened = len(run) > 1 or _opens(words[max(0, run[0].index - 1)])
        if meant is None and _is_cleft(words, run[0], name):
            words[name.index] = replace(name, mention=None)
            continue
        if meant is not None and not opened and _acts(words, meant):
            continue  # « A ne condamne pas B, mais C l'a fait »
        if meant is not None and (opened or _is_bare(words, run)):
            _swap(words, name, meant)
        elif opened and meant is None:
            _hand_over(words, run[0], name)
        else:
            continue
        for word in (*run, name):
            words[word.index] = replace(words[word.index], role=_MUTE, mention=None)


def corrected(words: Words, table: Mapping[str, Any]) -> None:
    """Put who is meant in the place of whom a verb denies: « n'a pas frappé A mais B »."""
    for but in [word for sign in table["instead"] for word in of_text(words, sign)]:
        meant = _next(words, but)
        if meant is None or meant.role != "conjunct" or meant.pos not in NOUNS:
            continue
        other = words[meant.head]
        verb = next((head for head in heads_of(words, other) if head.pos in VERBS), other)
        denials = [kid for kid in kids_of(words, verb) if kid.text in table["denials"]]
        if other.role not in _ACTED_ON or other.index > but.index or not _is_plain(words, denials):
            continue
        if _is_clause(words, meant) or len({meant.prep, other.prep} - {None}) > 1:
            continue  # « n'a pas livré de chars à A mais des drones »
        _swap(words, other, meant)
        for word in (*denials, words[other.index]):
            words[word.index] = replace(words[word.index], role=_MUTE, mention=None)


def _acts(words: Words, meant: Word) -> bool:
    """Whether somebody has a clause of his own, and is not whose deed a verb is told of."""
    verb = words[meant.head]
    forms = [verb, *(kid for kid in kids_of(words, verb) if kid.role == "auxiliary")]
    return meant.role in SUBJECTS and not any("VerbForm=Inf" in word.features for word in forms)


def _is_plain(words: Words, denials: Sequence[Word]) -> bool:
    """Whether a verb is denied, and no more than that: not « pas seulement », "not only"."""
    last = max((word.index for word in denials), default=len(words) - 1)
    behind = words[min(last + 1, len(words) - 1)]
    return bool(denials) and (behind.pos in VERBS or behind.pos in _LEADING)


def _is_clause(words: Words, meant: Word) -> bool:
    """Whether somebody behind "but" may be told something else of: "but A did not answer"."""
    behind = words[min(meant.index + 1, len(words) - 1)]
    return behind.pos not in ("ADP", "ADJ", "PUNCT")


def _runs(words: Words, sign: Sequence[str]) -> Iterator[list[Word]]:
    """Yield where a sign of one word or of several stands: "not", "rather than"."""
    for last in of_text(words, sign[-1]):
        run = words[max(0, last.index + 1 - len(sign)) : last.index + 1]
        if [word.text for word in run] == sign:
            yield run


def _next(words: Words, before: Word) -> Word | None:
    """Return the first word behind another that is no preposition or article."""
    behind = words[before.index + 1 : before.index + 1 + _NEAR]
    return next((word for word in behind if word.pos not in _LEADING), None)


def _opens(before: Word) -> bool:
    """Whether what stands before the sign shows that a name is told apart: "A, not B"."""
    return before.text == "," or before.pos == "CCONJ"


def _is_cleft(words: Words, sign: Word, name: Word) -> bool:
    """Whether it is denied only that it was somebody: "it was not A that struck B"."""
    be = words[max(0, sign.index - 1)]
    told = [
        kid for kid in kids_of(words, be) if kid.role == "complement" and kid.index > name.index
    ]
    if not (told or any(kid.role == "relative" for kid in kids_of(words, name))):
        return False
    said = be.pos == "AUX" and (be.role == "copula" or name.role == "attribute")
    before = words[: be.index] if said else ()
    return any(w.pos == "PRON" and w.mention is None and w.role in SUBJECTS for w in before[-_IT:])


def _is_bare(words: Words, run: list[Word]) -> bool:
    """Whether no verb has the sign: "armed not B but A", but "is not B but A" or "did not"."""
    return run[0].index == 0 or words[run[0].index - 1].pos != "AUX"


def _meant(words: Words, name: Word, table: Mapping[str, Any]) -> Word | None:
    """Return who is meant in the place of somebody: "not B but A"."""
    behind = words[name.index + 1 : name.index + 1 + _NEAR]
    behind = behind[1:] if behind and behind[0].text == "," else behind
    if not behind or behind[0].text not in table["instead"]:
        return None
    found = _next(words, behind[0])
    return found if found is not None and found.mention is not None else None


def _swap(words: Words, name: Word, meant: Word) -> None:
    """Put who is meant in the place of who is not, unless he is above him: there he has his own."""
    head = meant.index if name.head == name.index else name.head
    prep = meant.prep or name.prep
    for kid in kids_of(words, name):
        if (kid.role == "conjunct" or kid.role in _OF_BOTH) and kid is not meant:
            words[kid.index] = replace(kid, head=meant.index)
    if meant not in heads_of(words, name):
        words[meant.index] = replace(meant, role=name.role, head=head, prep=prep)
    words[name.index] = replace(name, head=meant.index)


def _hand_over(words: Words, sign: Word, name: Word) -> None:
    """Have what hangs from who is told apart hang from the one named before him."""
    near = words[max(0, sign.index - _NEAR) : sign.index]
    found = [word for word in near if word.mention not in (None, name.mention)]
    for kid in kids_of(words, name) if found else ():
        if kid.role in _OF_BOTH and kid is not found[-1]:
            words[kid.index] = replace(kid, head=found[-1].index)
