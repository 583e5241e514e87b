"""Repairs of a parse around participles: what one tells of, or goes on with.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import (
    NOUNS,
    OPENERS,
    PAST,
    PRESENT,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    heads_of,
    kids_of,
    of_role,
    of_text,
)

#: Roles of what a verb has that does something.
_ACTIVE = ("object", "auxiliary", "attribute")

#: How far before a participle, with a comma between, stands what it tells of.
_APART = 2


def shared_auxiliaries(words: Words) -> None:
    """A participle with an object shares an auxiliary: "has condemned it, cut its ties"."""
    for at, word in enumerate(words) if of_role(words, "auxiliary") else ():
        if word.role not in ("participle", "adverbial") or not _is_participle(word):
            continue
        governs = any(
            kid.role == "object" and kid.index > at and has_kid(words, kid, "determiner")
            for kid in kids_of(words, word)
        )
        parted = at > 0 and (words[at - 1].text == "," or words[at - 1].role == "coordinator")
        verbs = [v for v in heads_of(words, word) if v.index < at and _is_participle(v)]
        active = [
            v
            for v in verbs
            if has_kid(words, v, "auxiliary") and not has_kid(words, v, "passive_auxiliary")
        ]
        if governs and parted and active:
            words[at] = replace(word, head=active[0].index, role="conjunct")


def strikers(words: Words, table: Mapping[str, Any]) -> None:
    """Whoever is behind another preposition than that of an agent is none: « commis contre A »."""
    for word in of_role(words, "agent"):
        by = word.prep in table["agent_prepositions"] or word.prep in table["genitive"]
        if word.prep is not None and not by:
            words[word.index] = replace(word, role="oblique")


def authors(words: Words, table: Mapping[str, Any]) -> None:
    """Who does what a noun names stands right behind whom it is done to: « l'invasion de A par B ».

    The parser may hang him from a noun before.
    """
    for at, word in enumerate(words):
        suffering = _before(words, at) if word.prep in table["agent_prepositions"] else None
        if suffering is None:
            continue
        deed, above = words[suffering.head], words[word.head]
        held = suffering.role == "oblique" and suffering.prep in table["genitive"]
        if held and deed.pos == "NOUN" and above.pos == "NOUN" and above.index < deed.index:
            words[at] = replace(word, head=deed.index, role="agent")


def _before(words: Words, at: int) -> Word | None:
    """Return the name that stands right before a preposition and its article, or None."""
    before = at - 1
    while before > 0 and words[before].head == at and words[before].mention is None:
        before -= 1
    found = words[before] if before >= 0 else None
    return found if found is not None and found.mention is not None else None


def apposed(words: Words, table: Mapping[str, Any]) -> None:
    """A participle behind a comma tells of whom it can be said.

    Who is accused is named just before: « a expulsé l'envoyé de A, accusé d'espionnage ». Who is
    received is who travels, no place nor visit: « s'est rendu à A, accueilli par B ».
    """
    for at, word in enumerate(words) if of_text(words, ",") else ():
        if at < _APART or words[at - 1].text != "," or not _is_participle(word):
            continue
        if word.role not in ("participle", "adverbial") or has_kid(words, word, "auxiliary"):
            continue
        before = words[at - _APART]
        if word.lemma in table["charged"] and before.mention is not None:
            words[at] = replace(word, head=before.index, role="participle")
        elif word.lemma in table["received"] and has_kid(words, word, "agent"):
            _tell_of_traveller(words, word)


def _tell_of_traveller(words: Words, word: Word) -> None:
    """Hang a participle from the subject of its clause, if it hangs from where he went."""
    noun = words[word.head]
    if noun.role != "oblique" and not (noun.role == "object" and noun.mention is None):
        return
    verb = next((above for above in heads_of(words, noun) if above.pos in VERBS), None)
    if verb is not None and verb.index < word.index:
        going = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS]
        if going and going[0].mention is not None:
            words[word.index] = replace(word, head=going[0].index, role="participle")


def agents(words: Words) -> None:
    """What has an agent behind a noun was done to it, though it looks like an infinitive."""
    for word in of_role(words, "participle"):
        told = word.pos == "VERB" and word.prep is None
        if told and "VerbForm=Inf" in word.features and has_kid(words, word, "agent"):
            features = word.features - {"VerbForm=Inf"} | PAST
            words[word.index] = replace(word, features=features)


def paths(words: Words) -> None:
    """Of two verbs of the past with nothing between, the first tells of the noun before it.

    "Rockets fired from A hit B", "men held in A were freed": the parser takes what was done to
    them for what they did.
    """
    for verb in of_role(words, "root"):
        if "Tense=Past" not in verb.features:
            continue
        kids = kids_of(words, verb)
        acting = [kid for kid in kids if kid.role == "subject"]
        if len(acting) != 1 or acting[0].pos not in NOUNS:
            continue
        if any(kid.role in _ACTIVE for kid in kids):
            continue
        second = next((kid for kid in kids if _goes_on(words, verb, kid)), None)
        second = second or next((kid for kid in kids if _is_finite_group(words, verb, kid)), None)
        told = any(kid.role == "complement" and kid is not second for kid in kids)
        if second is None or told:
            continue
        if acting[0].mention is None or second.role == "complement":
            _demote(words, verb, acting[0], second)


def _is_finite_group(words: Words, verb: Word, other: Word) -> bool:
    """Whether a verb with a finite auxiliary and no subject follows: "men held in A were freed"."""
    if other.role != "complement":
        return False
    kids = kids_of(words, other)
    marks = [kid for kid in kids if kid.role in ("auxiliary", "passive_auxiliary")]
    finite = bool(marks) and "VerbForm=Fin" in marks[0].features
    between = words[verb.index + 1 : marks[0].index] if marks else []
    parted = any(word.pos in ("PUNCT", "CCONJ", "SCONJ", "PRON") for word in between)
    own = any(kid.role in OPENERS for kid in kids)
    return finite and bool(between) and not (parted or own)


def _goes_on(words: Words, verb: Word, other: Word) -> bool:
    """Whether a verb of the past stands behind another with only words of its own between."""
    past = {"VerbForm=Fin", "Tense=Past"} <= other.features and other.pos == "VERB"
    if not past or other.role not in ("adverbial", "conjunct", "other"):
        return False
    between = words[verb.index + 1 : other.index]
    parted = any(word.pos in ("PUNCT", "CCONJ", "SCONJ", "AUX", "PRON") for word in between)
    own = any(kid.role in SUBJECTS or kid.role == "marker" for kid in kids_of(words, other))
    return bool(between) and not (parted or own)


def _demote(words: Words, verb: Word, noun: Word, other: Word) -> None:
    """Make one verb the participle of a noun, and another the verb that the noun is subject of."""
    for kid in kids_of(words, verb):
        if kid.index > other.index and kid.index != other.index:
            words[kid.index] = replace(kid, head=other.index)
    words[other.index] = replace(other, head=other.index, role="root")
    passive = has_kid(words, other, "passive_auxiliary")
    role = "subject_passive" if passive else "subject"
    words[noun.index] = replace(noun, head=other.index, role=role)
    features = verb.features - {"VerbForm=Fin"} | {"VerbForm=Part"}
    words[verb.index] = replace(verb, head=noun.index, role="participle", features=features)


def asides(words: Words, table: Mapping[str, Any]) -> None:
    """What only a comma joins to names tells of them: "A and B, invited by C, met"."""
    for word in of_role(words, "conjunct"):
        if not _is_participle(word):
            continue
        if words[word.head].mention is None:
            continue
        agents = [kid for kid in kids_of(words, word) if kid.prep in table["agent_prepositions"]]
        if agents and not has_kid(words, word, "coordinator"):
            words[word.index] = replace(word, role="participle")


def _is_participle(word: Word) -> bool:
    return word.pos == "VERB" and word.features >= PAST


def present(words: Words, table: Mapping[str, Any]) -> None:
    """Hang present participles where they belong: from a verb, or from what is written."""
    _meanwhile(words)
    _gerunds(words, table)
    _texts(words, table)


def _meanwhile(words: Words) -> None:
    """Behind a comma a present participle is no content: « a prévenu A, accusant B »."""
    for word in of_role(words, "modifier"):
        if word.features >= PRESENT and has_kid(words, word, "object"):
            words[word.index] = replace(word, role="participle")  # "a law sanctioning A"
    for word in of_role(words, "infinitive"):
        if word.features >= PRESENT and words[word.index - 1].text == ",":
            words[word.index] = replace(word, role="adverbial")


def _gerunds(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody does meanwhile hangs from a verb: "reacted with anger, breaking with B"."""
    for word in of_role(words, "participle"):
        at, noun = word.index, words[word.head]
        if noun.role not in ("oblique", "object"):
            continue
        marked = any(kid.text in table["gerund_markers"] for kid in kids_of(words, word))
        if not marked and _opening(words, at) not in table["gerund_markers"]:
            continue
        verb = next((above for above in heads_of(words, noun) if above.pos in VERBS), None)
        if verb is not None and verb.index < at:
            words[at] = replace(word, head=verb.index, role="adverbial")


def _texts(words: Words, table: Mapping[str, Any]) -> None:
    """What a text does close behind it, it does: "vetoed a draft at the UN condemning A"."""
    for word in of_role(words, "adverbial"):
        at = word.index
        if not word.features >= PRESENT or word.head >= at:
            continue
        verb = words[word.head]
        if word.prep or _opening(words, at) in table["gerund_markers"]:
            continue
        between = words[verb.index + 1 : at]
        written = [noun for noun in between if noun.lemma in table["documents"]]
        parted = written and any(w.text == "," for w in words[written[-1].index : at])
        if written and not parted:
            words[at] = replace(word, head=written[-1].index, role="participle")


def _opening(words: Words, at: int) -> str:
    """Return the word before a verb, but for pronouns that lean on it: "en lui donnant"."""
    before = [word.text for word in words[:at] if word.pos != "PRON" or word.index < at - 2]
    return before[-1] if before else ""


def agreement(words: Words) -> None:
    """A participle belongs to a noun that it agrees with, if there is one just before."""
    for word in of_role(words, "participle"):
        if not word.features >= PAST:
            continue
        at, noun = word.index, words[word.head]
        if _agree(word, noun):
            continue
        for above in heads_of(words, noun):
            if above.pos == "NOUN" and above.index < at and _agree(word, above):
                words[at] = replace(word, head=above.index)
                break


def _agree(word: Word, noun: Word) -> bool:
    """Whether nothing known of two words' gender and number differs."""
    if noun.mention is not None:
        return True
    return all(
        {feature for feature in word.features if feature.startswith(kind)}
        == {feature for feature in noun.features if feature.startswith(kind)}
        for kind in ("Gender=", "Number=")
    )


def finite(words: Words, table: Mapping[str, Any]) -> None:
    """A finite verb is no participle of a noun before it: "after troops massed at the border".

    That is so behind a preposition that may open a clause, where nobody has it done.
    """
    for verb in of_role(words, "participle"):
        if "VerbForm=Fin" not in verb.features:
            continue
        noun = words[verb.head]
        led = noun.role == "oblique" and noun.prep in table["clause_openers"]
        kids = kids_of(words, verb)
        done = any(kid.prep in table["agent_prepositions"] for kid in kids)
        if not led or verb.index < noun.index or done:
            continue
        opener = [kid for kid in words[: noun.index] if kid.text == noun.prep][-1:]
        words[verb.index] = replace(verb, role="adverbial", head=noun.head, prep=noun.prep)
        words[noun.index] = replace(noun, role="subject", head=verb.index, prep=None)
        for kid in opener:
            words[kid.index] = replace(kid, role="marker", head=verb.index)
