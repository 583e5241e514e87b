"""Repairs of a parse at its verbs: what is one, what heads the sentence, what hangs from it.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from graph.extract.once import frozen
from graph.extract.parsing.word import (
    PAST,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_text,
    kids_of,
    of_role,
)

#: Roles of what bears a verb.
_BORNE = ("auxiliary", "passive_auxiliary")

#: Roles that a participle which opens a sentence does not have.
_PLACELESS = ("oblique", "other", "subject", "object")


def verbs(words: Words) -> None:
    """Whatever bears an auxiliary, or a subject without a copula, is a verb."""
    copular = {kid.head for kid in of_role(words, "copula")}
    for kid in [kid for role in (*_BORNE, *SUBJECTS) for kid in of_role(words, role)]:
        word, borne = words[kid.head], kid.role in _BORNE
        acts = not borne and word.index not in copular and kid.head != kid.index
        if word.pos in VERBS or word.mention is not None or not (borne or acts):
            continue
        roles = {other.role for other in kids_of(words, word)}
        finite = word.role != "complement" or "marker" in roles
        if borne or (finite and "determiner" not in roles):
            words[word.index] = replace(word, pos="VERB")


def plurals(words: Words) -> None:
    """A noun in the plural right behind a name is no verb of it: "denies US claims that"."""
    for word in of_role(words, "complement"):
        at = word.index
        if at == 0 or word.pos != "NOUN" or "Number=Plur" not in word.features:
            continue
        name = words[at - 1]
        verb = words[word.head]
        acting = name.mention is not None and name.head == at and name.role in SUBJECTS
        if not acting or verb.pos != "VERB" or verb.index > at:
            continue
        words[at - 1] = replace(name, role="compound")
        words[at] = replace(word, role="object")


#: Objects of a verb of which the second is another's.
_TWO = 2


def infinitives(words: Words) -> None:
    """A verb tagged as a noun is an infinitive behind a particle: "pressure to sanction A"."""
    for kid in of_role(words, "auxiliary"):
        if kid.pos != "PART":
            continue
        verb = words[kid.head]
        bare = not any(feature.startswith("VerbForm=") for feature in verb.features)
        if verb.pos == "VERB" and bare:
            words[verb.index] = replace(verb, features=verb.features | {"VerbForm=Inf"})


def tagged_infinitives(words: Words, table: Mapping[str, Any]) -> None:
    """A bare noun with an object behind it is an infinitive: "asked the council to sanction A"."""
    for noun in of_role(words, "oblique"):
        if noun.pos != "NOUN" or noun.prep not in table["dative"]:
            continue
        verb, after = words[noun.head], words[min(noun.index + 1, len(words) - 1)]
        bare = all(kid.role == "preposition" for kid in kids_of(words, noun))
        behind = after.role == "object" and after.head == verb.index and after.mention is not None
        taken = [kid for kid in kids_of(words, verb) if kid.role == "object"]
        if not (bare and behind) or len(taken) < _TWO or verb.pos not in VERBS:
            continue
        features = noun.features | {"VerbForm=Inf"}
        words[noun.index] = replace(
            noun, pos="VERB", role="infinitive", prep=None, features=features
        )
        words[after.index] = replace(after, head=noun.index)
        marker = words[noun.index - 1]
        words[marker.index] = replace(marker, pos="PART", role="auxiliary", head=noun.index)


def openers(words: Words, table: Mapping[str, Any]) -> None:
    """What opens a sentence bare and has an agent is a participle: "invité par A, B".

    So is what looks like one and is a clause of its own: "équipée de chars, l'armée".
    """
    word = words[0]
    stray = word.pos == "VERB" and word.features >= PAST and word.role in _PLACELESS
    if not (word.pos in ("NOUN", "ADJ") or stray) or word.mention is not None:
        return
    kids = kids_of(words, word)
    if any(kid.role == "determiner" for kid in kids):
        return
    agents = [kid for kid in kids if kid.prep in table["agent_prepositions"]]
    ending = word.text.endswith(tuple(table["passive_endings"]))  # not "attacks by A on B"
    endings = (*table["participle_endings"], *table["agentive_endings"])
    led = any(kid.role == "oblique" for kid in kids) and word.text.endswith(endings)
    if not ((agents and ending) or (led and word.role == "adverbial")):
        return
    features = word.features | PAST
    role = "adverbial" if word.head != word.index else word.role
    words[0] = replace(word, pos="VERB", role=role, features=features)
    for kid in agents:
        words[kid.index] = replace(kid, role="agent")


def fronted(words: Words) -> None:
    """A participle that opens a sentence does not head it: "accusé par A, B dément"."""
    word = next((each for each in words if each.role != "adverb"), words[0])  # "sharply rebuked by"
    bare = "VerbForm=Part" in word.features and not _has_auxiliary(words, word)
    if word.head != word.index or word.pos != "VERB" or not bare:
        return
    # a comma may have gone with the name before it
    ends = [kid.index for kid in words if kid.text == ","]
    ends += [kid.index for kid in kids_of(words, word) if kid.role == "agent"]
    edge = ends[0] if ends else len(words)
    led = [kid.head for kid in words if kid.role in SUBJECTS and kid.index > edge]
    verb = next((words[at] for at in led if _is_finite(words, words[at])), None)
    if verb is None or verb.pos not in VERBS:
        return
    for kid in words[edge + 1 :]:
        if kid.head == word.index:
            words[kid.index] = replace(kid, head=verb.index)
    words[verb.index] = replace(verb, head=verb.index, role="root")
    words[word.index] = replace(word, head=verb.index, role="adverbial")


def settings(words: Words) -> None:
    """What opens a sentence behind a preposition heads no sentence: "in a letter to A, B asks"."""
    tops = [word for word in words if word.head == word.index and word.pos != "PUNCT"]
    for noun, verb in pairwise(tops):
        opens = any(kid.index == 0 and kid.role == "preposition" for kid in kids_of(words, noun))
        acting = [kid for kid in kids_of(words, verb) if kid.role in SUBJECTS]
        if noun.pos == "NOUN" and opens and acting and _is_finite(words, verb):
            words[noun.index] = replace(noun, head=verb.index, role="oblique")


def _is_finite(words: Words, verb: Word) -> bool:
    """Whether a verb is finite, be it by its auxiliary: "has met"."""
    borne = [kid for kid in kids_of(words, verb) if kid.role in _BORNE]
    return any("VerbForm=Fin" in word.features for word in (verb, *borne))


def lone_auxiliaries(words: Words) -> None:
    """An auxiliary parted from its verb does not head it: "A, which warned B, has at once left"."""
    for at, word in enumerate(words):
        if word.pos != "AUX" or "VerbForm=Fin" not in word.features:
            continue
        if word.role in ("auxiliary", "passive_auxiliary", "copula"):
            continue
        behind = next((kid for kid in words[at + 1 :] if kid.pos != "ADV"), None)
        past = behind is not None and behind.features >= PAST
        if behind is None or not past or behind.pos != "VERB" or _has_auxiliary(words, behind):
            continue
        head = behind.index if word.head == at else word.head
        words[behind.index] = replace(behind, head=head, role=word.role)
        for kid in kids_of(words, word):
            if kid.index != behind.index:
                words[kid.index] = replace(kid, head=behind.index)
        words[at] = replace(word, head=behind.index, role="auxiliary")


def bearers(words: Words) -> None:
    """A name at the top does what the verb behind it says to the noun that both are hung from.

    "A lifted sanctions that it had imposed": the parser takes the verb for their adjective.
    """
    name = next((word for word in words if word.head == word.index), None)
    verb = words[name.index + 1] if name is not None and name.index + 1 < len(words) else None
    if name is None or verb is None or name.mention is None or verb.mention is not None:
        return
    noun = words[verb.head]
    below = noun.head == name.index and noun.role == "object" and noun.index > verb.index
    if verb.pos != "VERB" or verb.role != "modifier" or not below:
        return
    words[verb.index] = replace(verb, head=verb.index, role="root", features=_finite(verb))
    words[name.index] = replace(name, head=verb.index, role="subject")
    words[noun.index] = replace(noun, head=verb.index)
    for kid in kids_of(words, name):
        if kid.index > verb.index:
            words[kid.index] = replace(kid, head=verb.index)


def _finite(verb: Word) -> frozenset[str]:
    """Return the features of a verb that was taken for a participle."""
    plain = {each for each in verb.features if not each.startswith(("VerbForm", "Aspect"))}
    return frozenset({*plain, "VerbForm=Fin"})


def perfects(words: Words, table: Mapping[str, Any]) -> None:
    """A participle behind "having" is its verb, not the adjective of what it acts on."""
    having = frozen(table["perfect_gerund"])
    for at, word in enumerate(words[:-1]) if has_text(words, having) else ():
        if word.text not in having:
            continue
        verb = words[at + 1]
        if verb.pos == "ADJ" and verb.text in table["adjectival"]:
            lemma = table["adjectival"][verb.text]
            verb = replace(verb, pos="VERB", lemma=lemma, features=verb.features | PAST)
        inner = verb.role == "infinitive" and verb.head == at and not _is_infinitive(verb)
        if verb.pos != "VERB" or not (inner or verb.features >= PAST):
            continue
        if not (inner or verb.role == "modifier") or word.head in (at, verb.index):
            continue
        features = PAST if inner else verb.features  # « pour avoir insulté B »
        words[at + 1] = replace(
            verb, head=word.head, role=word.role, prep=word.prep, features=features
        )
        words[at] = replace(word, head=verb.index, role="auxiliary", prep=None)
        for kid in kids_of(words, word):
            words[kid.index] = replace(kid, head=verb.index)


def _is_infinitive(verb: Word) -> bool:
    return "VerbForm=Inf" in verb.features


def _has_auxiliary(words: Words, verb: Word) -> bool:
    return any(kid.role == "auxiliary" for kid in kids_of(words, verb))


def objects(words: Words) -> None:
    """Who stands behind an infinitive without a preposition is acted on by it."""
    for word in of_role(words, "subject"):
        if word.index <= word.head:
            continue
        verb = words[word.head]
        auxiliaries = [kid for kid in kids_of(words, verb) if kid.role == "auxiliary"]
        infinitive = any("VerbForm=Inf" in item.features for item in (verb, *auxiliaries))
        if infinitive and auxiliaries:
            words[word.index] = replace(word, role="object")


def gerunds(words: Words) -> None:
    """A gerund hangs from no name but from the verb above: "A is accused by B of arming C"."""
    for word in of_role(words, "gerund"):
        agent = words[word.head]
        if agent.role in ("agent", "object") and agent.mention is not None:
            words[word.index] = replace(word, head=agent.head)


def causatives(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody lets others do is an infinitive, though it looks finite: "let the crew go"."""
    for word in of_role(words, "complement"):
        if words[word.head].lemma not in table["causative"]:
            continue
        if word.pos != "VERB" or word.text != word.lemma or "VerbForm=Fin" not in word.features:
            continue
        kids = kids_of(words, word)
        acted = any(kid.role in SUBJECTS for kid in kids)
        if acted and not any(kid.role == "marker" for kid in kids):
            plain = {each for each in word.features if not each.startswith(("VerbForm", "Tense"))}
            words[word.index] = replace(word, features=frozenset({*plain, "VerbForm=Inf"}))
