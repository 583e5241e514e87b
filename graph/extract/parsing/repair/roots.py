"""Repairs of a parse at its top: the verb that heads a sentence, taken for another word.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import (
    PAST,
    PRESENT,
    SUBJECTS,
    VERBS,
    Word,
    Words,
    has_kid,
    kids_of,
    of_role,
)

_NOMINAL = ("NOUN", "PROPN", "PRON")

#: Roles of what lends a verb its tense; and those under which a verb is told beside a name.
_AUXILIARY = ("auxiliary", "passive_auxiliary")
_LOOSE = ("adverbial", "apposition", "conjunct", "parataxis", "participle", "relative")


def presents(words: Words, table: Mapping[str, Any]) -> None:
    """What no participle ends in is finite: « une mission du FMI séjourne à Dakar »."""
    endings = tuple(table["never_participle"])
    for at, word in enumerate(words) if endings else ():
        past = word.pos == "VERB" and word.features >= PAST and word.text.endswith(endings)
        if past and not has_kid(words, word, "auxiliary"):
            words[at] = replace(word, features=word.features - PAST | {"VerbForm=Fin"})


def bare_roots(words: Words) -> None:
    """Where a name heads a sentence without a verb, the bare word behind it is the verb."""
    root = next(word for word in words if word.head == word.index)
    behind = words[root.index + 1 : root.index + 2]
    if root.mention is None or not behind:
        return
    verb = behind[0]
    if any("VerbForm=Fin" in w.features or w.pos == "AUX" for w in words if w is not verb):
        return
    if verb.head != root.index or verb.mention is not None or verb.pos in ("PUNCT", "ADP"):
        return
    words[verb.index] = replace(verb, head=verb.index, role="root", pos="VERB")
    words[root.index] = replace(root, head=verb.index, role="subject")
    for kid in kids_of(words, root):
        if kid.index > verb.index:
            role = "object" if kid.role == "conjunct" else kid.role
            role = "infinitive" if "VerbForm=Inf" in kid.features else role
            words[kid.index] = replace(kid, head=verb.index, role=role)


def third_persons(words: Words, table: Mapping[str, Any]) -> None:
    """Of a headline without a verb, a plural between a name and a noun is it: "A summons envoy".

    So it is where it has an object of its own: "A severs ties with B".
    """
    name, verb = words[0], words[min(1, len(words) - 1)]
    while name.mention is not None and verb.mention == name.mention and verb.index + 1 < len(words):
        name, verb = verb, words[verb.index + 1]
    plural = verb.pos == "NOUN" and "Number=Plur" in verb.features and verb.mention is None
    ends = bool(table["third_person"]) and verb.text.endswith(table["third_person"])
    if name.mention is None or name.role != "compound" or not (plural and ends):
        return
    if any("VerbForm=Fin" in word.features or word.pos == "AUX" for word in words):
        return
    top = words[verb.head]
    object_ = top if verb.role == "compound" and top.head == top.index else None
    own = [kid for kid in kids_of(words, verb) if kid.role == "object"]
    if object_ is None and not (own and verb.head == verb.index):
        return
    features = frozenset({"VerbForm=Fin", "Tense=Pres", "Mood=Ind", "Person=3"})
    words[verb.index] = replace(verb, head=verb.index, role="root", pos="VERB", features=features)
    words[name.index] = replace(name, head=verb.index, role="subject")
    if object_ is not None:
        words[object_.index] = replace(object_, head=verb.index, role="object")


def conditions(words: Words, table: Mapping[str, Any]) -> None:
    """A plural between a name and a comma is the verb of an opening clause: "if A dithers, B"."""
    opening = words[0]
    if opening.role != "marker":
        return
    comma = next((word for word in words if word.text == ","), opening)
    verb, name = words[max(comma.index - 1, 0)], words[max(comma.index - 2, 0)]
    if verb.mention is not None or verb.pos != "NOUN":
        return
    plural = "Number=Plur" in verb.features and verb.text.endswith(table["third_person"] or " ")
    bare = [kid for kid in kids_of(words, verb) if kid.role not in ("compound", "punctuation")]
    inside = words[1 : verb.index]
    named = bool(inside) and all(word.mention == name.mention for word in inside)
    main = words[opening.head]
    if not (plural and named and name.mention is not None) or bare or main.index <= verb.index:
        return
    features = frozenset({"VerbForm=Fin", "Tense=Pres", "Mood=Ind", "Person=3"})
    words[verb.index] = replace(
        verb, head=main.index, role="adverbial", pos="VERB", prep=None, features=features
    )
    words[name.index] = replace(name, head=verb.index, role="subject")
    words[0] = replace(opening, head=verb.index)
    words[main.index] = replace(main, prep=None)


def hidden(words: Words, table: Mapping[str, Any]) -> None:
    """Where no verb is finite, a bare word between a name and a noun phrase is: "A presse le B"."""
    free = (word for word in words if word.role != "modifier")
    if any("VerbForm=Fin" in word.features or word.pos == "AUX" for word in free):
        return
    endings = tuple(table["finite_endings"])
    for name, word, behind in zip(words, words[1:], words[2:], strict=False):
        nominal = word.pos in ("NOUN", "ADJ", "PROPN", "VERB") and word.mention is None
        nominal = nominal or (word.pos == "ADP" and word.role != "preposition")
        governs = behind.role == "determiner" or behind.pos == "NUM" or behind.mention is not None
        named = name.mention is not None and name.prep is None
        if not (nominal and governs and named and word.text.endswith(endings)):
            continue
        if word.prep is None and not any(kid.index < word.index for kid in kids_of(words, word)):
            _make_root(words, name, word)
            return


def gerunds(words: Words, table: Mapping[str, Any]) -> None:
    """A bare noun that ends as a gerund does is one behind its mark: « en bombardant B »."""
    marks, endings = table["gerund_markers"], table["gerund_endings"]
    for noun in of_role(words, "oblique"):
        inside = 0 < noun.index < len(words) - 1
        if not inside or noun.pos not in ("NOUN", "PROPN") or noun.mention is not None:
            continue
        mark, behind = words[noun.index - 1], words[noun.index + 1]
        if mark.text not in marks or not noun.text.endswith(tuple(endings)):
            continue
        end = next(end for end in endings if noun.text.endswith(end))
        lemma = noun.text.removesuffix(end) + endings[end]
        done = words[behind.head]
        own = done.head == noun.index or (done.head == noun.head and done.role == "object")
        if behind.pos not in ("DET", "ADP", "NUM") or done.index <= behind.index or not own:
            continue
        words[noun.index] = replace(
            noun, pos="VERB", role="adverbial", lemma=lemma, prep=mark.text, features=PRESENT
        )
        words[mark.index] = replace(mark, role="marker")
        words[done.index] = replace(done, head=noun.index, role="object", prep=None)


def opening(words: Words, table: Mapping[str, Any]) -> None:
    """What ends as a gerund at the head, before a name and a comma, is one: "Visiting A, B"."""
    verb, ends = words[0], tuple(table["opening_gerunds"])
    nominal = verb.pos in ("NOUN", "PROPN") and verb.mention is None
    if not (ends and nominal and verb.text.endswith(ends)):
        return
    comma = next((word.index for word in words if word.text == ","), 0)
    named = [word for word in words[1:comma] if word.mention is not None]
    bare = all(word.mention is not None or word.role == "determiner" for word in words[1:comma])
    root = next(word for word in words if word.head == word.index)
    own = [kid for kid in kids_of(words, root) if kid.role in SUBJECTS and kid.index > comma]
    if not (named and bare and own and root.pos == "VERB"):
        return
    words[0] = replace(verb, pos="VERB", role="adverbial", head=root.index, features=PRESENT)
    for word in words[1:comma]:
        if word.head not in range(1, comma) or word.head == word.index:
            words[word.index] = replace(word, head=0, role="object")


def _make_root(words: Words, name: Word, verb: Word) -> None:
    """Put a verb at the top of a sentence, the name before it as its subject."""
    features = verb.features | {"VerbForm=Fin"}
    for at, item in enumerate(words):
        if at == verb.index:
            words[at] = replace(verb, head=at, role="root", pos="VERB", features=features)
        elif at == name.index:
            words[at] = replace(item, head=verb.index, role="subject")
        elif at > verb.index and (item.head <= name.index or item.head in (verb.index, at)):
            role = "infinitive" if "VerbForm=Inf" in item.features else "object"
            role = item.role if item.prep and role == "object" else role
            words[at] = replace(
                item, head=verb.index, role=role if item.pos != "PUNCT" else item.role
            )


def roots(words: Words) -> None:
    """A name or noun that a sentence seems to be about, with a verb below it, is its subject."""
    name = next((word for word in words if word.head == word.index), None)
    if name is None or name.pos not in _NOMINAL:
        return
    below = [kid for kid in kids_of(words, name) if kid.pos == "VERB" and kid.index > name.index]
    finite = [
        kid for kid in below if "VerbForm=Fin" in kid.features or has_kid(words, kid, "auxiliary")
    ]
    roles = ("modifier", "participle") if name.mention is not None else ("conjunct",)
    bare = [kid for kid in finite if kid.role == "relative" and not _is_relative(words, kid)]
    bare = bare if name.mention is not None else []
    verb = next((kid for kid in finite if kid.role in roles or kid in bare), None)
    verb = verb or _lonely(words, name)
    if verb and any(kid.role in SUBJECTS for kid in kids_of(words, verb)):
        return
    between = words[name.index + 1 : verb.index] if verb else ()
    if verb is None or any(word.text == "," or word.role == "subject" for word in between):
        return
    words[verb.index] = replace(verb, head=verb.index, role="root")
    words[name.index] = replace(name, head=verb.index, role="subject")
    for kid in kids_of(words, name):
        if kid.index > verb.index:
            named = kid.mention is not None and kid.prep is None
            role = "object" if named and kid.role == "modifier" else kid.role
            infinitive = kid.pos == "VERB" and kid.role == "participle"
            role = "infinitive" if infinitive else role
            words[kid.index] = replace(kid, head=verb.index, role=role)


def interrupted(words: Words) -> None:
    """A name at the top, an aside, and a finite verb: the name does it: « A, isolé, frappe B »."""
    name = next((word for word in words if word.head == word.index), None)
    if name is None or name.mention is None or name.prep or name.pos not in _NOMINAL:
        return
    for verb in kids_of(words, name):
        kids = kids_of(words, verb)
        first = min([verb.index, *(kid.index for kid in kids if kid.role in _AUXILIARY)])
        if verb.role not in _LOOSE or first < name.index or words[first - 1].text != ",":
            continue
        finite = words[first].pos in VERBS and "VerbForm=Fin" in words[first].features
        led = any(kid.index < first and kid.role != "punctuation" for kid in kids)
        if finite and not led and any(word.text == "," for word in words[name.index : first - 1]):
            _resume(words, name, verb)
            return


def _resume(words: Words, name: Word, verb: Word) -> None:
    """Put a verb at the top, a name before it as its subject, and its own behind it as object."""
    for kid in kids_of(words, verb):
        if kid.role == "subject":
            words[kid.index] = replace(kid, role="object")
    for kid in kids_of(words, name):
        if kid.index > verb.index:
            words[kid.index] = replace(kid, head=verb.index)
    words[verb.index] = replace(verb, head=verb.index, role="root")
    words[name.index] = replace(name, head=verb.index, role="subject")


def _is_relative(words: Words, verb: Word) -> bool:
    """Whether a clause has a relative pronoun, or a conjunction that may be one."""
    kids = kids_of(words, verb)
    return any("PronType=Rel" in kid.features or kid.role == "marker" for kid in kids)


def _lonely(words: Words, noun: Word) -> Word | None:
    """Return the one finite verb of a sentence that hangs from a part of what it is about."""
    finite = [word for word in words if "VerbForm=Fin" in word.features]
    verb = finite[0] if len(finite) == 1 else None
    if verb is None or noun.prep or verb.role not in ("modifier", "participle"):
        return None
    parts = [word for word in kids_of(words, noun) if word.role == "oblique" and word.prep]
    inside = any(word.index in (verb.head, words[verb.head].head) for word in parts)
    return verb if inside else None


def subjects(words: Words, table: Mapping[str, Any]) -> None:
    """A noun that opens a sentence bare is what its verb is about: "A meeting, the first, is due".

    Not where it tells when.
    """
    for noun in of_role(words, "oblique"):
        if noun.pos != "NOUN" or noun.prep:
            continue
        verb = words[noun.head]
        opens = min(kid.index for kid in (noun, *kids_of(words, noun))) == 0
        if not opens or verb.pos != "VERB" or noun.lemma in table["times"]:
            continue
        kids = kids_of(words, verb)
        held = [kid for kid in (verb, *kids) if "VerbForm=Fin" in kid.features]
        known = any(kid.role == "determiner" for kid in kids_of(words, noun))
        if known and held and not any(kid.role in SUBJECTS for kid in kids):
            passive = has_kid(words, verb, "passive_auxiliary")
            role = "subject_passive" if passive else "subject"
            words[noun.index] = replace(noun, role=role)
