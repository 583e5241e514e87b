"""Repairs of a parse where an aside parts somebody from what he does: "A, which met B, accuses C".

The parser may give the subject to the verb of the aside, or hang the sentence from that verb, or
take the verb behind the aside for a part of it. Words are replaced, never moved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    NOUNS,
    PAST,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    heads_of,
    kids_of,
    of_text,
)

_NOMINAL = (*NOUNS, "PRON")

#: Roles under which a parser has a subject that it did not see to be one.
_ASTRAY = (*SUBJECTS, "oblique", "root", "other")

#: Roles of what stands right before a verb and belongs to it.
_LEANING = ("auxiliary", "passive_auxiliary", "copula", "reflexive", "adverb", "indirect", "object")

#: Roles of a verb that the parser may have put above, below or beside that of an aside.
_LOOSE = ("root", "adverbial", "conjunct", "infinitive", "complement", "parataxis", "participle")


@dataclass(frozen=True, slots=True)
class _Aside:
    """Somebody, where what is told of him by the way ends, and the word that it hangs from."""

    noun: Word
    closes: int
    inner: Word
    role: str
    """What the inner word is: of a relative clause, a quality, or of one who tells the rest."""


def parted(words: Words, table: Mapping[str, Any]) -> None:
    """Whoever stands before an aside does what the verb behind it says."""
    commas = [comma.index for comma in of_text(words, ",")]
    for verb in words if len(commas) > 1 else ():
        lacks = verb.pos in VERBS and _lacks_subject(words, verb)
        aside = _aside(words, verb, commas, table) if lacks else None
        if aside is not None:
            _mend(words, aside, verb)


def helped(words: Words, table: Mapping[str, Any]) -> None:
    """What an aside parts from its auxiliary is the verb: « A a, une fois de plus, frappé B »."""
    having = frozen(table["perfect_gerund"])
    for comma in of_text(words, ","):
        word = words[max(comma.index - 1, 0)]
        if word.lemma not in having or "VerbForm=Fin" not in word.features:
            continue
        name = words[word.head] if words[word.head].pos in NOUNS else None
        apart = word.role not in _LEANING or (name is not None and name.index < word.index)
        verb = _helped(words, word) if apart else None
        if verb is not None:
            _help(words, word, verb, name)


def _help(words: Words, auxiliary: Word, verb: Word, name: Word | None) -> None:
    """Give what hangs from an auxiliary to its verb, and the name above it as its subject."""
    top = auxiliary if name is None else name
    head = verb.index if top.head == top.index else top.head
    for kid in kids_of(words, top):
        if kid.index > auxiliary.index or name is None:
            words[kid.index] = replace(kid, head=verb.index)
    if name is not None:
        words[name.index] = replace(name, head=verb.index, role="subject")
    words[verb.index] = replace(verb, head=head, role=top.role)
    words[auxiliary.index] = replace(auxiliary, head=verb.index, role="auxiliary", pos="AUX")


def _helped(words: Words, auxiliary: Word) -> Word | None:
    """Return the participle behind the aside that follows an auxiliary, if it has none nearer."""
    for word in words[auxiliary.index + 2 :]:
        if word.pos in VERBS and "VerbForm=Fin" in word.features:
            return None
        if word.features >= PAST and words[word.index - 1].text == ",":
            heads = heads_of(words, word)
            loose = not heads or auxiliary in heads or words[auxiliary.head] in heads
            borne = any(kid.role in _LEANING[:2] for kid in kids_of(words, word))
            return word if loose and not borne else None
    return None


def _lacks_subject(words: Words, verb: Word) -> bool:
    """Whether a finite verb has nobody who acts, or only the relative pronoun of an aside."""
    if verb.role not in _LOOSE:
        return False
    kids = kids_of(words, verb)
    borne = [kid for kid in kids if kid.pos == "AUX" and kid.role in _LEANING]
    finite = any("VerbForm=Fin" in word.features for word in (verb, *borne))
    acting = [kid for kid in kids if kid.role in SUBJECTS]
    return finite and all("PronType=Rel" in kid.features for kid in acting)


def _aside(
    words: Words, verb: Word, commas: Sequence[int], table: Mapping[str, Any]
) -> _Aside | None:
    """Return the aside that ends right before a verb, and behind whom it begins."""
    start = verb.index
    while start and words[start - 1].head == verb.index and words[start - 1].role in _LEANING:
        start -= 1
    if start - 1 not in commas:
        return None
    for opens in reversed(commas[: commas.index(start - 1)]):
        noun = _noun(words, opens)
        if noun is None or not _is_astray(noun, verb, range(opens, start)):
            continue
        inside = words[opens + 1 : start - 1]
        inner, role = _inner(words, inside, table) if inside else (None, "")
        if inner is not None:
            return _Aside(noun, start - 1, inner, role)
    return None


def _noun(words: Words, end: int) -> Word | None:
    """Return the noun whose phrase ends before a comma and opens a clause, without preposition."""
    word = words[end - 1]
    while words[word.head].pos in _NOMINAL and word.head < word.index:
        word = words[word.head]
    named = word.pos in NOUNS or (word.pos == "PRON" and "PronType=Dem" in word.features)
    first = min([word.index, *(kid.index for kid in kids_of(words, word) if kid.pos == "DET")])
    opens = first == 0 or words[first - 1].pos in ("PUNCT", "SCONJ", "CCONJ")
    return word if named and opens and word.prep is None and word.role in _ASTRAY else None


def _is_astray(noun: Word, verb: Word, aside: range) -> bool:
    """Whether a noun is given to what stands in an aside, or to nothing."""
    if noun.head in (noun.index, verb.index):
        return noun.role not in SUBJECTS
    return noun.head in aside


def _inner(
    words: Words, inside: Sequence[Word], table: Mapping[str, Any]
) -> tuple[Word | None, str]:
    """Return the word that an aside hangs from, and its role; None where it is no aside."""
    pronoun = next((word for word in inside[:2] if word.text in _relatives(table)), None)
    if pronoun is not None:
        behind = inside[pronoun.index - inside[0].index + 1 :]
        own = (word for word in behind if word.pos in VERBS and word.role not in _LEANING)
        return next(own, None), "relative"
    first = next((word for word in inside if word.role not in _LEANING), inside[0])
    after = [kid for kid in kids_of(words, first) if kid.index > first.index]
    told = first.lemma in table["inverted"] and any(kid.pos in _NOMINAL for kid in after)
    told = told or any(kid.text.startswith("-") for kid in after)  # "says she"
    finite = "VerbForm=Fin" in {*first.features, *inside[0].features}
    if told and finite and first.pos == "VERB":
        return first, "parataxis"
    plain = (word for word in inside if word.pos == "VERB" and word.role != "relative")
    finite = finite or any("VerbForm=Fin" in word.features for word in plain)
    quality = first.pos in ("ADJ", "VERB") and first is inside[0] and not finite
    return (first if quality else None), "participle"


def _relatives(table: Mapping[str, Any]) -> set[str]:
    lists = ("relative_subject", "relative_object", "relative_possessive", "relative_place")
    return {word for name in lists for word in table[name]}


def _mend(words: Words, aside: _Aside, verb: Word) -> None:
    """Give a noun the verb behind an aside, which takes the place of that of the aside."""
    noun, inner = aside.noun, aside.inner
    _raise(words, (noun.index, inner.index), verb)
    for kid in (*kids_of(words, inner), *kids_of(words, noun)):
        if kid.index > aside.closes and kid.index != verb.index:
            words[kid.index] = replace(kid, head=verb.index)
    for kid in kids_of(words, verb):
        if kid.role in SUBJECTS:  # the pronoun of the aside
            words[kid.index] = replace(kid, head=inner.index)
    role = "subject_passive" if has_kid(words, verb, "passive_auxiliary") else "subject"
    words[noun.index] = replace(noun, head=verb.index, role=role)
    telling = aside.role == "parataxis"
    above = verb.index if telling else noun.index
    words[inner.index] = replace(inner, head=above, role=aside.role, prep=None)
    speaking = [kid for kid in kids_of(words, inner) if kid.role in ("object", "attribute")]
    for kid in speaking[:1] if telling else ():
        words[kid.index] = replace(kid, role="subject")


def _raise(words: Words, below: Sequence[int], verb: Word) -> None:
    """Put a verb in the place of the highest of some words that it hangs from."""
    above = [word for word in heads_of(words, verb) if word.index in below]
    if above:
        head = verb.index if above[-1].head == above[-1].index else above[-1].head
        words[verb.index] = replace(verb, head=head, role=above[-1].role, prep=above[-1].prep)
