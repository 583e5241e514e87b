"""Repairs of a parse around who does something together, and by what they talk.

"The scene of fights between A and B", "in talks with A, B left". Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.repair.beside import before
from graph.extract.parsing.word import VERBS, Word, Words, heads_of, kids_of, of_role

#: Signs at which a clause ends for good.
_BREAKS = (";", ":")


def together(words: Words, table: Mapping[str, Any]) -> None:
    """Put right who does something with whom, and by what they talk."""
    _sides(words, table)
    _between(words, table)
    _partners(words, table)
    _shares(words, table)
    _afar(words, table)


def _between(words: Words, table: Mapping[str, Any]) -> None:
    """Two sides stand behind what is between them: "the scene of fights between A and B"."""
    for word in of_role(words, "oblique"):
        at = word.index
        if word.prep not in table["between"]:
            continue
        head = words[word.head]
        several = word.mention is not None and "Number=Plur" in word.features  # "the two states"
        if not several and not any(kid.role == "conjunct" for kid in kids_of(words, word)):
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
    for word in of_role(words, "oblique"):
        at = word.index
        if word.prep not in table["partner"]:
            continue
        mark = next((kid for kid in kids_of(words, word) if kid.role == "preposition"), None)
        if mark is None or not 0 < mark.index < at:  # "the trade against A" hangs from no noun
            continue
        noun = before(words, mark.index, ("modifier",))
        if noun is None or noun.head != word.head:
            continue
        ahead = word.head > at and noun.lemma in table["mutual"]
        behind = noun.role == "oblique" and noun.lemma in table["shared"]
        if ahead or (behind and word.mention is not None):
            words[at] = replace(word, head=noun.index)


def _shares(words: Words, table: Mapping[str, Any]) -> None:
    """What one has a part in belongs to that: "denied involvement in Thursday's raid on A"."""
    for word in of_role(words, "oblique"):
        if word.prep not in table["inside"] or word.head > word.index:
            continue
        between = words[word.head + 1 : word.index]
        noun = next((each for each in between if each.lemma in table["partaking"]), word)
        led = words[noun.index + 1].text == word.prep if noun is not word else False
        whose = words[word.head].lemma in table["answering"]  # "took part in" has a date of its own
        if led and whose and noun.head == word.head and noun.role == "object":
            words[word.index] = replace(word, head=noun.index)


def _sides(words: Words, table: Mapping[str, Any]) -> None:
    """The other side stands behind what is said of the first: "the war between A, led by B, and C".

    The parser may join it to the name inside the commas.
    """
    for word in of_role(words, "conjunct"):
        at = word.index
        if word.mention is None or at == 0:
            continue
        inside = next(
            (i for i in heads_of(words, word) if i.role in ("participle", "relative")), None
        )
        first = words[inside.head] if inside is not None else word
        mark = before(words, at, ("determiner", "modifier"))
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
    for word in of_role(words, "oblique"):
        at, inside = word.index, word.prep in table["through"] and word.pos == "NOUN"
        if not inside or words[word.head].pos in VERBS or word.head > at:
            continue
        names = {word.lemma} | {kid.lemma for kid in kids_of(words, word)}
        verb = next((item for item in heads_of(words, word) if item.pos in VERBS), None)
        if verb is not None and verb.index < at and not names.isdisjoint(table["afar"]):
            words[at] = replace(word, head=verb.index)


def _mutual(words: Words, at: int, table: Mapping[str, Any]) -> list[Word]:
    """Return the nouns before a place for what is between several, with no other clause between."""
    found: list[Word] = []
    above = heads_of(words, words[at])
    for word in words[:at]:
        if word.text in _BREAKS:
            found = []
        finite = word.pos in VERBS and "VerbForm=Fin" in word.features
        if finite and (word.role != "relative" or word in above):
            found = [noun for noun in found if word in heads_of(words, noun)]
        if word.pos == "NOUN" and word.lemma in table["mutual"]:
            found.append(word)
    return [noun for noun in found if not _is_by_the_way(words, noun, at)]


def _is_by_the_way(words: Words, noun: Word, at: int) -> bool:
    """Whether a noun is told in a relative clause that a comma closes."""
    marks = [kid.index for kid in kids_of(words, words[at]) if kid.index < at]
    if words[min([at, *marks]) - 1].text != ",":
        return False
    above = heads_of(words, words[at])
    return any(head.role == "relative" and head not in above for head in heads_of(words, noun))
