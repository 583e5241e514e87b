"""Repairs of a parse beside names: examples, second namings, and what was done to somebody.

"Several countries, among them A and B", "A, a rebel group backed by B", "met A, backed by B".
Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.word import PAST, PRESENT, SUBJECTS, VERBS, Word, Words, heads_of, kids_of

#: Signs at which a clause ends for good.
_BREAKS = (";", ":")

#: How far before the word that introduces examples the noun stands that they are examples of.
_NEAR = 8

#: Roles that a parser gives to whoever is named again behind a comma.
_STRAY = ("object", "oblique", "conjunct", "other", "parataxis")

#: Roles that it gives to a participle behind one.
_ASIDE = ("adverbial", *_STRAY)


def examples(words: Words, table: Mapping[str, Any]) -> None:
    """Examples of several are what the noun before names: "several states, among them A and B"."""
    for at, name in enumerate(words):
        if name.mention is None or name.role in ("determiner", *SUBJECTS):
            continue
        if name.role == "apposition" and name.prep in table["partner"]:
            words[at] = replace(name, role="oblique")  # "talks, notably with A"
            continue
        sign = _before(words, at, ("determiner",))
        if sign is None or sign.text not in table["listing"] or name.prep not in (None, sign.text):
            continue
        noun = _several(words, sign.index, table)
        if noun is not None and name not in heads_of(words, noun):
            words[at] = replace(name, head=noun.index, role="apposition", prep=None)


def leading(words: Words, table: Mapping[str, Any]) -> None:
    """A bare noun that opens a sentence says what its subject is: "member of A, B has left"."""
    noun, verb = words[0], words[words[0].head]
    bare = noun.pos == "NOUN" and noun.mention is None and noun.prep is None
    done = noun.text.endswith((*table["participle_endings"], *table["agentive_endings"]))
    if done or not bare or noun.role != "oblique" or verb.pos not in VERBS:
        return
    if any(kid.role == "determiner" for kid in kids_of(words, noun)):
        return
    acting = next((kid for kid in kids_of(words, verb) if kid.role in SUBJECTS), None)
    if acting is not None and any(word.text == "," for word in words[: acting.index]):
        words[0] = replace(noun, head=acting.index, role="apposition")


def _several(words: Words, at: int, table: Mapping[str, Any]) -> Word | None:
    """Return the plural noun of a kind that stands before a place and names nobody."""
    for word in reversed(words[max(0, at - _NEAR) : at]):
        if word.pos in VERBS:
            return None
        if word.lemma in table["kinds"] and word.text.endswith(tuple(table["plural"])):
            return word if word.mention is None else None
    return None


def second_names(words: Words, table: Mapping[str, Any]) -> None:
    """Behind a name and a comma a noun of a kind names it again: "A, a group that B backs"."""
    for at, noun in enumerate(words):
        if noun.role not in _STRAY or noun.prep or noun.mention is not None:
            continue
        if noun.lemma not in table["kinds"]:
            continue
        kids = kids_of(words, noun)
        mark = next((kid for kid in kids if kid.role == "determiner"), None)
        if mark is None or mark.index != at - 1 or "Definite=Ind" not in mark.features:
            continue
        name = _named_before(words, mark.index)
        joined = any(kid.role == "coordinator" for kid in kids)
        if name is None or joined or noun in heads_of(words, name):
            continue
        words[at] = replace(noun, head=name.index, role="apposition")


def acronyms(words: Words) -> None:
    """A name in brackets is that of the noun before, whatever says more of it.

    "The attack on the mission of A in B (M)": the mission is M.
    """
    for at, name in enumerate(words):
        opened = at > 0 and words[at - 1].text == "(" and name.mention is not None
        if not opened or name.role not in ("apposition", *_STRAY):
            continue
        head = words[name.head]
        if head.index >= at or head.mention is not None or head.pos in VERBS:
            continue
        inner = [word for word in words[head.index + 1 : at] if _is_within(words, word, head)]
        bodies = [word for word in inner if word.pos == "NOUN" and word.mention is None]
        if bodies and bodies[0].prep is not None and bodies[0].head == head.index:
            words[at] = replace(name, head=bodies[0].index, role="apposition", prep=None)


def _is_within(words: Words, word: Word, head: Word) -> bool:
    """Whether a word belongs to the phrase of another."""
    seen = {word.index}
    while word.head != word.index:
        word = words[word.head]
        if word.index == head.index:
            return True
        if word.index in seen:
            return False
        seen.add(word.index)
    return False


def sufferers(words: Words, table: Mapping[str, Any]) -> None:
    """What was done by somebody, behind a name and a comma, was done to it: "A, backed by B"."""
    for at, word in enumerate(words):
        if word.pos not in VERBS or not word.features >= PAST or word.role not in _ASIDE:
            continue
        name = _named_before(words, at)
        if name is None:
            continue
        agents = [kid for kid in kids_of(words, word) if kid.prep in table["agent_prepositions"]]
        borne = any(kid.role in ("auxiliary", *SUBJECTS) for kid in kids_of(words, word))
        if agents and not borne and word not in heads_of(words, name) and name.role not in SUBJECTS:
            words[at] = replace(word, head=name.index, role="participle", prep=None)


def _named_before(words: Words, at: int) -> Word | None:
    """Return the name before a comma that stands before a place."""
    if at < 1 or words[at - 1].text != ",":
        return None
    word = _before(words, at - 1, ())
    while word is not None and word.mention is None and word.role == "flat":
        word = words[word.head]
    return word if word is not None and word.mention is not None else None


def _before(words: Words, at: int, passed: tuple[str, ...]) -> Word | None:
    """Return the word before a place, but for those of some roles."""
    found = [word for word in words[:at] if word.role not in passed]
    return found[-1] if found else None


def attributes(words: Words, table: Mapping[str, Any]) -> None:
    """What only describes a name has no clause of its own: "accuses its neighbour A of lying"."""
    for at, word in enumerate(words):
        if word.pos != "ADJ" or word.text not in table["attributive"]:
            continue
        verb = words[word.head]
        if verb.pos not in VERBS:
            continue
        if at == 0 or words[at - 1].mention is None:
            continue
        words[at] = replace(word, head=at - 1, role="modifier")
        for kid in kids_of(words, words[at]):
            if kid.index > at:
                words[kid.index] = replace(kid, head=verb.index)


def _between(words: Words, table: Mapping[str, Any]) -> None:
    """Two sides stand behind what is between them: "the scene of fights between A and B"."""
    for at, word in enumerate(words):
        if word.role != "oblique" or word.prep not in table["between"]:
            continue
        head = words[word.head]
        if not any(kid.role == "conjunct" for kid in kids_of(words, word)):
            continue
        nouns = [
            kid
            for kid in kids_of(words, head)
            if kid.role == "oblique" and kid.prep in table["genitive"] and kid.mention is None
        ]
        nouns = [kid for kid in nouns if head.index < kid.index < at and kid.pos == "NOUN"]
        mutual = [] if head.lemma in table["mutual"] else _mutual(words, at, table)
        if mutual:
            words[at] = replace(word, head=mutual[-1].index)
        elif nouns and head.mention is None:
            words[at] = replace(word, head=nouns[-1].index)


def _partners(words: Words, table: Mapping[str, Any]) -> None:
    """With whom something is belongs to it: "in talks with A, B left", "in accord with A"."""
    for at, word in enumerate(words):
        if word.role != "oblique" or word.prep not in table["partner"]:
            continue
        mark = next((kid for kid in kids_of(words, word) if kid.role == "preposition"), None)
        if mark is None or mark.index == 0:
            continue
        noun = _before(words, mark.index, ("modifier",))
        if noun is None or noun.head != word.head:
            continue
        ahead = word.head > at and noun.lemma in table["mutual"]
        behind = noun.role == "oblique" and noun.lemma in table["shared"]
        if ahead or (behind and word.mention is not None):
            words[at] = replace(word, head=noun.index)


def together(words: Words, table: Mapping[str, Any]) -> None:
    """Put right who does something with whom, and by what they talk."""
    _sides(words, table)
    _between(words, table)
    _partners(words, table)
    _afar(words, table)


def _sides(words: Words, table: Mapping[str, Any]) -> None:
    """The other side stands behind what is said of the first: "the war between A, led by B, and C".

    The parser may join it to the name inside the commas.
    """
    for at, word in enumerate(words):
        if word.role != "conjunct" or word.mention is None or at == 0:
            continue
        inside = next(
            (i for i in heads_of(words, word) if i.role in ("participle", "relative")), None
        )
        first = words[inside.head] if inside is not None else word
        mark = _before(words, at, ("determiner", "modifier"))
        closed = (
            mark is not None and mark.role == "coordinator" and words[mark.index - 1].text == ","
        )
        alone = not any(kid.role == "conjunct" for kid in kids_of(words, first))
        if closed and alone and first.prep in table["between"]:
            words[at] = replace(word, head=first.index)


def _afar(words: Words, table: Mapping[str, Any]) -> None:
    """By what one talks belongs to the verb: "discussed the results of the talks in a phone call".

    The parser may hang it from the noun before.
    """
    for at, word in enumerate(words):
        inside = word.role == "oblique" and word.prep in table["through"] and word.pos == "NOUN"
        if not inside or words[word.head].pos in VERBS or word.head > at:
            continue
        names = {word.lemma} | {kid.lemma for kid in kids_of(words, word)}
        verb = next((item for item in heads_of(words, word) if item.pos in VERBS), None)
        if verb is not None and verb.index < at and not names.isdisjoint(table["afar"]):
            words[at] = replace(word, head=verb.index)


def _mutual(words: Words, at: int, table: Mapping[str, Any]) -> list[Word]:
    """Return the nouns before a place for what is between several, with no other clause between."""
    found: list[Word] = []
    for word in words[:at]:
        if word.text in _BREAKS:
            found = []
        if word.pos in VERBS and "VerbForm=Fin" in word.features:
            found = [noun for noun in found if word in heads_of(words, noun)]
        if word.pos == "NOUN" and word.lemma in table["mutual"]:
            found.append(word)
    return found


def detached(words: Words) -> None:
    """A present participle behind a comma tells of the subject: "met A's envoy, praising B"."""
    for at, word in enumerate(words):
        if word.pos not in VERBS or not word.features >= PRESENT:
            continue
        noun = words[word.head]
        apart = at > 0 and words[at - 1].text == ","
        if not apart or noun.pos in VERBS or noun.role in SUBJECTS or noun.index > at:
            continue
        verb = next((above for above in heads_of(words, noun) if above.pos in VERBS), None)
        acting = any(kid.role in SUBJECTS for kid in kids_of(words, verb)) if verb else False
        if verb is not None and verb.index < at and acting and verb.role != "relative":
            words[at] = replace(word, head=verb.index, role="adverbial")


def plans(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody decides hangs from the decision: "regretted A's decision to leave"."""
    for at, word in enumerate(words):
        loose = word.role in ("infinitive", "adverbial")
        if not loose or "VerbForm=Inf" not in word.features:
            continue
        verb = words[word.head]
        if word.prep not in table["planning"] or verb.index > at:
            continue
        between = words[verb.index + 1 : at]
        nouns = [noun for noun in between if noun.lemma in table["plans"]]
        nouns = [noun for noun in nouns if verb in heads_of(words, noun)]
        owned = nouns and any(kid.mention is not None for kid in kids_of(words, nouns[-1]))
        if owned:
            words[at] = replace(word, head=nouns[-1].index, role="participle")
