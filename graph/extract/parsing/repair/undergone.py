"""Repairs of verbs of what is done to somebody: « s'est vu infliger une amende », « détenus à A ».

Words are replaced, never moved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    PAST,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    heads_of,
    kids_of,
)

#: Parts of speech of names and nouns.
_NAMES = ("NOUN", "PROPN", "PRON", "ADJ")


def undergone(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody sees done to himself is a passive: « s'est vu refuser un visa par A ».

    The infinitive takes the verb's place, which becomes its auxiliary. Where it has an object of
    its own, whoever undergoes it is whom it is given or refused to, be he the subject of a modal:
    « pourrait se voir refuser un visa ».
    """
    undergoing = frozen(table["undergoing"])
    for verb in words:
        deed = _deed(words, verb) if verb.lemma in undergoing else None
        if deed is None:
            continue
        for agent in _agents(words, deed, table["agent_prepositions"]):
            words[agent.index] = replace(agent, head=deed.index, role="agent")
        given = [kid for kid in kids_of(words, deed) if kid.role == "object"]
        to = table["dative"][0] if given or deed.lemma in table["giving_to"] else None
        for kid in given:
            words[kid.index] = replace(kid, role="subject_passive")
        modal = words[verb.head] if to and verb.role == "infinitive" else verb
        acting = [kid for kid in kids_of(words, modal) if kid.role in SUBJECTS]
        _put_first(words, verb, deed)
        for kid in (*acting, *kids_of(words, verb), *kids_of(words, deed)):
            _hand_over(words, kid, deed, to)


def caused(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody has others do, these do: « A a fait reconnaître B par C » is C's recognition.

    Who only conveys what is another's does nothing: « a fait transmettre une note par B ».
    """
    undergoing = frozen(table["undergoing"])
    for verb in words:
        deed = _tied(words, verb) if verb.lemma in undergoing else None
        deed = deed if deed is None or deed.lemma not in table["conveying"] else None
        agents = _agents(words, deed, table["agent_prepositions"]) if deed is not None else []
        if deed is None or not agents or agents[0].mention is None or _is_own(words, verb, deed):
            continue
        for kid in kids_of(words, deed):
            if kid.role in SUBJECTS:
                words[kid.index] = replace(kid, role="punctuation")
        words[agents[0].index] = replace(agents[0], head=deed.index, role="subject", prep=None)


def _put_first(words: Words, verb: Word, deed: Word) -> None:
    """Put the deed in the place of a verb, which helps it then."""
    top = deed if verb.head == deed.index else verb
    own = top.head == top.index
    head, role = (deed.index, "root") if own else (top.head, top.role)
    words[deed.index] = replace(deed, head=head, role=role, prep=top.prep, features=PAST)
    words[verb.index] = replace(verb, head=deed.index, role="passive_auxiliary", pos="AUX")


def _deed(words: Words, verb: Word) -> Word | None:
    """Return the infinitive right behind a verb that means the one who is its subject."""
    deed = _tied(words, verb)
    return deed if deed is not None and _is_own(words, verb, deed) else None


def _tied(words: Words, verb: Word) -> Word | None:
    """Return the infinitive right behind a verb that helps it."""
    deed = words[verb.index + 1] if verb.index + 1 < len(words) else verb
    if deed.pos not in VERBS or "VerbForm=Inf" not in deed.features:
        return None
    return deed if deed.head == verb.index or verb.head == deed.index else None


def _is_own(words: Words, verb: Word, deed: Word) -> bool:
    """Whether it is done to the verb's own subject: « s'est fait condamner »."""
    kids = (*kids_of(words, verb), *kids_of(words, deed))
    return any("Reflex=Yes" in kid.features and kid.index < verb.index for kid in kids)


def _agents(words: Words, deed: Word, by: Sequence[str]) -> list[Word]:
    """Return who does it, also where the parser hung him from what it is done with."""
    behind = [word for word in words[deed.index + 1 :] if word.prep in by and word.pos in _NAMES]
    return [word for word in behind if _is_within(words, word, deed)][:1]


def _is_within(words: Words, word: Word, deed: Word) -> bool:
    """Whether nothing but nouns stands between a word and a verb above it."""
    above = next((head for head in heads_of(words, word) if head.pos not in _NAMES), None)
    return above is not None and above.index == deed.index


def _hand_over(words: Words, kid: Word, deed: Word, to: str | None) -> None:
    """Give what hangs from a verb to the deed; its subject is whom the deed is done to."""
    subject = kid.role in SUBJECTS or (kid.role == "other" and kid.mention is not None)
    if kid.index == deed.index or kid.role in ("subject_passive", "passive_auxiliary"):
        return
    if "Reflex=Yes" in kid.features:
        words[kid.index] = replace(kid, head=deed.index, role="fixed")
    elif subject and kid.index < deed.index:
        role = "oblique" if to else "subject_passive"
        words[kid.index] = replace(kid, head=deed.index, role=role, prep=to)
    else:
        words[kid.index] = replace(kid, head=deed.index)


def held(words: Words, table: Mapping[str, Any]) -> None:
    """A participle that is a noun, too, is none where a place or time tells of it.

    « Détenus à A depuis un an, B et C ont été libérés. »
    """
    for at, word in enumerate(words) if table["nominal_participles"] else ():
        lemma = table["nominal_participles"].get(word.text) if word.pos == "NOUN" else None
        if lemma and word.role in ("participle", "apposition", "modifier", "adverbial"):
            told = any(kid.role in ("oblique", "agent") for kid in kids_of(words, word))
            bare = not has_kid(words, word, "determiner")
            if told and bare:
                words[at] = replace(
                    word, pos="VERB", lemma=lemma, role="participle", features=PAST | word.features
                )
