"""Repairs of a parse where names are joined: enumerations, with all of their commas and gaps.

Words are replaced, never moved.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import SUBJECTS, VERBS, Word, Words, heads_of, kids_of, of_role

_TWO = 2


def enumerations(words: Words, table: Mapping[str, Any]) -> None:
    """Names with commas and "and" between them are one enumeration."""
    for chain in _chains(words) if of_role(words, "coordinator") else ():
        _join(words, chain, table)


def _openers(words: Words) -> None:
    """The first of a list is one of it though its comma went with its title: "Mr A, B and C"."""
    for name in of_role(words, "compound"):
        if name.mention is None or name.head != name.index + 1:
            continue
        second = words[name.head]
        if second.mention is None:
            continue
        if any(kid.role == "conjunct" and kid.mention for kid in kids_of(words, second)):
            words[name.index] = replace(name, role="conjunct")


def fellows(words: Words) -> None:
    """A second subject behind a comma is one with the first: "A, B and C announced"."""
    _openers(words)
    heads = [word.head for word in words if word.role in SUBJECTS]
    for at in sorted(set(heads)) if len(heads) >= _TWO else ():
        if heads.count(at) < _TWO:
            continue
        verb = words[at]
        acting = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS]
        if len(acting) != _TWO or any(kid.mention is None or kid.prep for kid in acting):
            continue
        first, second = acting
        between = [
            word
            for word in words[first.index + 1 : second.index]
            if word.role != "determiner" and word.mention != first.mention
        ]
        if second.index < verb.index and [word.text for word in between] == [","]:
            words[second.index] = replace(second, head=first.index, role="conjunct")
            for kid in kids_of(words, second):
                if kid.role == "conjunct":
                    words[kid.index] = replace(kid, head=first.index)


def _join(words: Words, chain: list[int], table: Mapping[str, Any]) -> None:
    """Hang the names of an enumeration from the first of them."""
    opened = words[chain[1]].prep in table["between"]  # "the summit of A, between B, C and D"
    if words[chain[0]].prep in table["source"] or (opened and words[chain[0]].prep is not None):
        chain = chain[1:]
    chain = _without_opener(words, chain)
    first = words[chain[0]]
    subject = next((words[at] for at in chain[1:] if words[at].role in SUBJECTS), None)
    if subject is not None and _acts_with(first, subject, words):
        _raise(words, subject.head, chain)
        words[chain[0]] = replace(first, head=subject.head, role=subject.role)
    elif _crosses(words, chain) and first.prep not in table["between"]:
        return
    _raise(words, chain[0], chain[1:])
    for at in chain[1:]:
        words[at] = replace(words[at], head=chain[0], role="conjunct", prep=None)


def _without_opener(words: Words, chain: list[int]) -> list[int]:
    """Return the names that act, without one before them: "under A's aegis, B and C signed"."""
    verb = _lonely_verb(words, chain[-1] + 1) or _verb_of_several(words, chain)
    if verb is None:
        return chain
    opening = words[chain[0]].prep is not None or _is_governed(words, chain[0])
    acting = chain[1:] if opening and words[chain[0] + 1].text == "," else chain
    if acting and words[acting[0]].prep is None and words[acting[0]].role not in SUBJECTS:
        _make_subject(words, acting[0], verb)
    return acting


def _verb_of_several(words: Words, chain: list[int]) -> Word | None:
    """Return the verb in the plural whose subject is the last alone of names behind an opening."""
    last, opening = words[chain[-1]], words[chain[0]]
    if last.role not in SUBJECTS or len(chain) <= _TWO:
        return None
    verb = words[last.head]
    kids = kids_of(words, verb)
    finite = [word for word in (verb, *kids) if _is_finite(word)]
    alone = sum(kid.role in SUBJECTS for kid in kids) == 1
    led = any(
        item.role == "oblique" and item.prep is not None and item.head == verb.index
        for item in (opening, *heads_of(words, opening))
    )
    plural = any("Number=Plur" in word.features for word in finite)
    return verb if alone and led and plural and verb.pos in VERBS else None


def _is_governed(words: Words, at: int) -> bool:
    """Whether a verb or preposition stands right before a name: "to believe A, B and C"."""
    before = [word for word in words[:at] if word.role != "determiner"]
    return bool(before) and (before[-1].pos in VERBS or before[-1].pos == "ADP")


def _make_subject(words: Words, at: int, verb: Word) -> None:
    """Hang a name from a verb as its subject; a verb below the name takes its place."""
    _raise(words, verb.index, [at])
    words[at] = replace(words[at], head=verb.index, role="subject")


def _raise(words: Words, at: int, names: Collection[int]) -> None:
    """Put a word in the place of the highest of some names above it; they may then hang from it."""
    above = [word for word in heads_of(words, words[at]) if word.index in names]
    if above:
        head = at if above[-1].head == above[-1].index else above[-1].head
        words[at] = replace(words[at], head=head, role=above[-1].role, prep=above[-1].prep)


def _lonely_verb(words: Words, at: int) -> Word | None:
    """Return the finite verb that begins at a place, if it has no subject."""
    leaning = ("reflexive", "indirect", "object")
    while at < len(words) and words[at].pos == "PRON" and words[at].role in leaning:
        at += 1  # "A et B se sont rencontrés"
    word = words[at] if at < len(words) else None
    if word is None or word.pos not in VERBS:
        return None
    verb = words[word.head] if word.role in ("auxiliary", "passive_auxiliary") else word
    finite = "VerbForm=Fin" in word.features
    alone = not any(kid.role in SUBJECTS for kid in kids_of(words, verb))
    return verb if finite and alone and verb.pos in VERBS else None


def repeated(words: Words, table: Mapping[str, Any]) -> None:
    """A name behind "and" and the preposition of another is joined to it: "by A and by B"."""
    normal = table["prepositions"]["normal"]
    for at, word in enumerate(words) if of_role(words, "coordinator") else ():
        if word.mention is None or word.role in ("possessor", "compound"):
            continue
        marker = _introducer(words, at)
        if marker is None or words[marker.index - 1].role != "coordinator":
            continue
        prep = normal.get(marker.text, marker.text)
        if prep in table["locative"]:
            continue  # "in Paris and in Berlin, where …"
        before = [w for w in words[: marker.index - 1] if w.mention is not None]
        first = next((w for w in reversed(before) if w.prep == prep), None)
        if first is None or any(_is_finite(w) for w in words[first.index : marker.index]):
            continue
        words[at] = replace(word, head=first.index, role="conjunct", prep=prep)
        words[marker.index] = replace(marker, head=at, role="preposition")


def behind_relatives(words: Words, table: Mapping[str, Any]) -> None:
    """A name behind a relative goes with that before it: "met A, whom he calls a friend, and B".

    It ends its clause: who stands before a verb does what that says.
    """
    opening = frozen(table["relative_subject"], table["relative_object"])
    for at, word in enumerate(words) if of_role(words, "coordinator") else ():
        if word.mention is None:
            continue
        if at + 1 < len(words) and words[at + 1].pos != "PUNCT":
            continue
        marker = _introducer(words, at)
        start = marker.index if marker is not None else _phrase(words, at)
        joined = start > 1 and words[start - 1].role == "coordinator"
        if not joined or words[start - 2].text != ",":
            continue
        named = [w for w in words[: start - 2] if w.mention is not None and w.index + 2 < start]
        first = next((w for w in reversed(named) if _is_told_of(words, w, opening)), None)
        prep = table["prepositions"]["normal"].get(marker.text, marker.text) if marker else None
        if first is not None and first.prep == prep and word not in heads_of(words, first):
            words[at] = replace(word, head=first.index, role="conjunct", prep=prep)


def _phrase(words: Words, at: int) -> int:
    """Return where the phrase of a name begins, with its article."""
    kids = [kid for kid in kids_of(words, words[at]) if kid.pos in ("DET", "ADJ")]
    return min(at, *(kid.index for kid in kids), at)


def _is_told_of(words: Words, name: Word, opening: Collection[str]) -> bool:
    """Whether a relative stands right behind a name and a comma."""
    comma, pronoun = words[name.index + 1], words[name.index + 2]
    return comma.text == "," and pronoun.text in opening


def _introducer(words: Words, at: int) -> Word | None:
    """Return the preposition that stands before a noun, with only its modifiers between."""
    before = at - 1
    while before > 0 and words[before].pos in ("DET", "ADJ", "NUM"):
        before -= 1
    return words[before] if before > 0 and words[before].pos == "ADP" else None


def _is_finite(word: Word) -> bool:
    return word.pos in VERBS and "VerbForm=Fin" in word.features


def _acts_with(first: Word, subject: Word, words: Words) -> bool:
    """Whether the first name of an enumeration is a subject with one behind it."""
    loose = first.role in ("oblique", "other") and words[first.head].pos == "NOUN"
    return first.prep is None and (first.head in (first.index, subject.head) or loose)


def _crosses(words: Words, chain: list[int]) -> bool:
    """Whether an enumeration would run into the subject of another clause."""
    roles = [
        words[at].role in SUBJECTS
        and sum(kid.role in SUBJECTS for kid in kids_of(words, words[words[at].head])) == 1
        for at in chain
    ]
    return any(roles) and not roles[0]


def _chains(words: Words) -> list[list[int]]:
    """Return the enumerations of names ("A, B and C"): places of their words."""
    chains: list[list[int]] = []
    chain: list[int] = []
    joined = parted = False
    for word in words if of_role(words, "coordinator") else ():
        named = word.mention is not None and word.role != "determiner"
        if named:
            if chain and joined:
                chains.append([*chain, word.index])
                chain = []
            alike = bool(chain) and (words[chain[-1]].pos == "ADJ") == (word.pos == "ADJ")
            chain = [*(chain if parted and alike else ()), word.index]
            joined = parted = False
        elif word.role == "coordinator":
            joined = parted = bool(chain)
        elif word.text == ",":
            parted = True
        elif word.role not in ("determiner", "preposition", "fixed"):
            chain, joined = [], False
    return chains
