"""Put right what parsers get wrong, where the words leave no doubt.

Each rule looks at one kind of error and holds for any language; what it needs
to know of a language is in ``parser.toml``. Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from graph.extract.word import Word

_SUBJECTS = ("subject", "subject_passive")
_VERBS = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "PRON")

Words = list[Word]


def repaired(words: Words, table: Mapping[str, Any]) -> Words:
    """Return the words of a sentence with what the parser got wrong put right.

    Args:
        words: As parsed, in order.
        table: The language's ``parser.toml``.
    """
    words = [_named(word) for word in words]
    _bare_roots(words)
    _verbs(words)
    _roots(words)
    _prepositions(words, table)
    _reflexives(words, table)
    _names(words)
    _neighbours(words)
    _descriptions(words)
    _objects(words)
    _enumerations(words, table)
    _coordination(words)
    _shared_auxiliaries(words)
    _relatives(words, table)
    _inversions(words, table)
    _speakers(words, table)
    _agreement(words)
    return words


def _named(word: Word) -> Word:
    """What stands for a name is no verb: "le chargé d'affaires"."""
    wrong = word.mention is not None and word.pos in (*_VERBS, "ADV", "X", "SCONJ")
    return replace(word, pos="NOUN") if wrong else word


def _bare_roots(words: Words) -> None:
    """Where a name heads a sentence without a verb, the bare word behind it is the verb."""
    root = next(word for word in words if word.head == word.index)
    behind = words[root.index + 1 : root.index + 2]
    others = {word.pos for word in words if word not in behind}
    if root.mention is None or not behind or others & {*_VERBS}:
        return
    verb = behind[0]
    if verb.head != root.index or verb.mention is not None or verb.pos in ("PUNCT", "ADP"):
        return
    words[verb.index] = replace(verb, head=verb.index, role="root", pos="VERB")
    words[root.index] = replace(root, head=verb.index, role="subject")
    for kid in _kids(words, root):
        if kid.index > verb.index:
            role = "object" if kid.role == "conjunct" else kid.role
            words[kid.index] = replace(kid, head=verb.index, role=role)


def _verbs(words: Words) -> None:
    """Whatever bears an auxiliary, or a subject without a copula, is a verb."""
    copular = {kid.head for kid in words if kid.role == "copula"}
    for kid in words:
        word = words[kid.head]
        finite = kid.role in _SUBJECTS and word.index not in copular and kid is not word
        bare = not any(other.role == "determiner" for other in _kids(words, word))
        borne = kid.role in ("auxiliary", "passive_auxiliary")
        finite = finite and word.role != "complement"
        if word.pos not in _VERBS and word.mention is None and (borne or (finite and bare)):
            words[word.index] = replace(word, pos="VERB")


def _prepositions(words: Words, table: Mapping[str, Any]) -> None:
    """Some prepositions are taken for verbs with an object."""
    for kid in words:
        word = words[kid.head]
        if word.text in table["prepositions"]["always"] and kid is not word:
            words[kid.index] = replace(kid, head=word.head, role="oblique", prep=word.text)


def _reflexives(words: Words, table: Mapping[str, Any]) -> None:
    """Some reflexive pronouns are taken for objects."""
    for kid in words:
        if kid.text in table["reflexive"] and kid.role in ("indirect", "object"):
            words[kid.index] = replace(kid, role="reflexive")


def _roots(words: Words) -> None:
    """A name or noun that a sentence seems to be about, with a verb below it, is its subject."""
    name = next((word for word in words if word.head == word.index), None)
    if name is None or name.pos not in _NOMINAL:
        return
    below = [kid for kid in _kids(words, name) if kid.pos == "VERB" and kid.index > name.index]
    finite = [kid for kid in below if "VerbForm=Fin" in kid.features or _has_auxiliary(words, kid)]
    roles = ("modifier", "participle") if name.mention is not None else ("conjunct",)
    verb = next((kid for kid in finite if kid.role in roles), None)
    if verb and any(kid.role in _SUBJECTS for kid in _kids(words, verb)):
        return
    between = words[name.index + 1 : verb.index] if verb else ()
    if verb is None or any(word.text == "," or word.role == "subject" for word in between):
        return
    words[verb.index] = replace(verb, head=verb.index, role="root")
    words[name.index] = replace(name, head=verb.index, role="subject")
    for kid in _kids(words, name):
        if kid.index > verb.index:
            named = kid.mention is not None and kid.prep is None
            role = "object" if named and kid.role == "modifier" else kid.role
            infinitive = kid.pos == "VERB" and kid.role == "participle"
            role = "infinitive" if infinitive else role
            words[kid.index] = replace(kid, head=verb.index, role=role)


def _has_auxiliary(words: Words, verb: Word) -> bool:
    return any(kid.role == "auxiliary" for kid in _kids(words, verb))


def _objects(words: Words) -> None:
    """Who stands behind an infinitive without a preposition is acted on by it."""
    for at, word in enumerate(words):
        verb = words[word.head]
        auxiliaries = [kid for kid in _kids(words, verb) if kid.role == "auxiliary"]
        infinitive = any("VerbForm=Inf" in item.features for item in (verb, *auxiliaries))
        if word.role == "subject" and infinitive and auxiliaries and at > verb.index:
            words[at] = replace(word, role="object")


def _names(words: Words) -> None:
    """A name has no arguments: they belong to what the name hangs from."""
    for at, word in enumerate(words):
        infinitive = word.role == "participle" and "VerbForm=Inf" in word.features
        if word.role != "oblique" and not (infinitive and word.prep):
            continue
        head = words[word.head]
        if head.mention is None or head.head == head.index:
            continue
        while head.role == "conjunct" and words[head.head].mention is not None:
            head = words[head.head]
        above = words[head.head]
        role = "infinitive" if infinitive and above.pos in _VERBS else word.role
        if above.index != at:
            words[at] = replace(word, head=above.index, role=role)


def _neighbours(words: Words) -> None:
    """Of two names side by side, the first says what the second is: "le Français X"."""
    named = [word for word in words if word.mention is not None and word.role != "determiner"]
    for first, second in pairwise(named):
        between = words[first.index + 1 : second.index]
        apart = any(word.mention != second.mention for word in between)
        if apart or first.mention == second.mention or first.prep or first.pos == "ADJ":
            continue
        if words[first.index].head != second.index and second.prep is None:
            head = second.index if first.head == first.index else words[first.index].head
            words[second.index] = replace(second, head=head, role=words[first.index].role)
            words[first.index] = replace(first, head=second.index, role="modifier")


def _descriptions(words: Words) -> None:
    """What only a comma joins to a name describes its bearer: "A, B's chief of staff,"."""
    linked = {word.head for word in words if word.role == "coordinator"}
    for at, word in enumerate(words):
        name = words[word.head]
        if word.pos != "NOUN" or word.mention is not None or name.mention is None:
            continue
        alone = word.role == "conjunct" and not linked & {at, name.index}
        bare = word.role == "oblique" and word.prep is None and words[at - 1].text == ","
        if alone or (bare and not any(kid.role == "determiner" for kid in _kids(words, word))):
            words[at] = replace(word, role="apposition")


def _enumerations(words: Words, table: Mapping[str, Any]) -> None:
    """Names with commas and "and" between them are one enumeration."""
    for chain in _chains(words):
        _join(words, chain, table)


def _join(words: Words, chain: list[int], table: Mapping[str, Any]) -> None:
    """Hang the names of an enumeration from the first of them."""
    if words[chain[0]].prep in table["source"]:
        chain = chain[1:]
    first = words[chain[0]]
    subject = next((words[at] for at in chain[1:] if words[at].role in _SUBJECTS), None)
    if subject is not None and first.prep is None and first.head in (first.index, subject.head):
        words[chain[0]] = replace(first, head=subject.head, role=subject.role)
    elif _crosses(words, chain) and first.prep not in table["between"]:
        return
    for at in chain[1:]:
        words[at] = replace(words[at], head=chain[0], role="conjunct", prep=None)


def _crosses(words: Words, chain: list[int]) -> bool:
    """Whether an enumeration would run into the subject of another clause."""
    roles = [words[at].role in _SUBJECTS for at in chain]
    return any(roles) and not roles[0]


def _chains(words: Words) -> list[list[int]]:
    """Return the enumerations of names ("A, B and C"): places of their words."""
    chains: list[list[int]] = []
    chain: list[int] = []
    joined = parted = False
    for word in words:
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
        elif word.role not in ("determiner", "preposition"):
            chain, joined = [], False
    return chains


def _coordination(words: Words) -> None:
    """A verb is coordinated with a verb of its own form, not with a noun or adjective."""
    for at, word in enumerate(words):
        if word.role != "conjunct" or word.pos != "VERB" or words[word.head].pos in _VERBS:
            continue
        verbs = [above for above in _above(words, word) if above.pos == "VERB"]
        alike = [verb for verb in verbs if _form(verb) & _form(word)]
        behind = words[at + 1].pos if at + 1 < len(words) else ""
        governs = any(kid.role in ("object", "oblique") for kid in _kids(words, word))
        if alike and (governs or behind in ("DET", "PRON", "PROPN", "NUM")):
            words[at] = replace(word, head=alike[0].index)


def _shared_auxiliaries(words: Words) -> None:
    """A participle with an object shares an auxiliary: "has condemned it, cut its ties"."""
    for at, word in enumerate(words):
        if word.role not in ("participle", "adverbial") or not _is_participle(word):
            continue
        governs = any(
            kid.role == "object" and kid.index > at and _determined(words, kid)
            for kid in _kids(words, word)
        )
        parted = at > 0 and words[at - 1].text == ","
        verbs = [v for v in _above(words, word) if v.index < at and _is_participle(v)]
        active = [v for v in verbs if _has_auxiliary(words, v) and not _is_passive(words, v)]
        if governs and parted and active:
            words[at] = replace(word, head=active[0].index, role="conjunct")


def _is_participle(word: Word) -> bool:
    return word.pos == "VERB" and {"VerbForm=Part", "Tense=Past"} <= word.features


def _is_passive(words: Words, verb: Word) -> bool:
    return any(kid.role == "passive_auxiliary" for kid in _kids(words, verb))


def _determined(words: Words, noun: Word) -> bool:
    return any(kid.role == "determiner" for kid in _kids(words, noun))


def _relatives(words: Words, table: Mapping[str, Any]) -> None:
    """A clause with a relative pronoun hangs from what stands before the pronoun."""
    relative = {*table["relative_subject"], *table["relative_object"]}
    for pronoun in words:
        verb = words[pronoun.head]
        if pronoun.text not in relative or verb.index < pronoun.index or verb.pos not in _VERBS:
            continue
        if verb.role in ("relative", "conjunct", "root"):
            continue
        noun = _antecedent(words, pronoun)
        if noun is None or verb in _above(words, noun) or not _introduces(words, pronoun):
            continue
        words[verb.index] = replace(verb, head=noun.index, role="relative")


def _inversions(words: Words, table: Mapping[str, Any]) -> None:
    """Who is named in a clause that "that" is the object of acts in it: "the men that A sent"."""
    for pronoun in words:
        verb = words[pronoun.head]
        own = _kids(words, verb)
        asked = pronoun.text in table["relative_object"] and pronoun.role not in _SUBJECTS
        if not asked or verb.role != "relative" or any(kid.role in _SUBJECTS for kid in own):
            continue
        before = [word for word in words[pronoun.index : verb.index] if word.head == pronoun.index]
        after = [kid for kid in own if kid.role == "object" and kid.index > verb.index]
        named = [kid for kid in (*before, *after) if kid.mention is not None and kid.prep is None]
        if named and named[0].index != pronoun.index:
            words[named[0].index] = replace(named[0], head=verb.index, role="subject")


def _speakers(words: Words, table: Mapping[str, Any]) -> None:
    """Who stands right behind a verb that follows a quotation says it: "…", regrets A."""
    closing = table["quotation_marks"][1]
    for name in words:
        verb = words[name.head]
        if name.mention is None or name.role != "object" or verb.index > name.index:
            continue
        between = words[verb.index + 1 : name.index]
        borne = [verb.index, *(kid.index for kid in _kids(words, verb) if _is_clitic(kid))]
        before = [word for word in words[: min(borne)] if word.text != ","][-1:]
        quoted = any(word.text in closing for word in before)
        if quoted and all(word.head == name.index for word in between):
            words[name.index] = replace(name, role="subject")


def _is_clitic(word: Word) -> bool:
    """Whether a word leans on the verb behind it."""
    return word.role in ("auxiliary", "reflexive", "indirect") and word.pos in ("AUX", "PRON")


def _antecedent(words: Words, pronoun: Word) -> Word | None:
    """Return the noun before a relative pronoun."""
    at = pronoun.index - 1
    while at >= 0 and (words[at].pos == "PUNCT" or words[at].head == pronoun.index):
        at -= 1
    word = words[at] if at >= 0 else None
    while word is not None and (word.pos not in _NOMINAL or word.role == "flat"):
        above = words[word.head]
        word = above if above is not word and above.index < pronoun.index else None
    return word


def _introduces(words: Words, pronoun: Word) -> bool:
    """Whether a word that may be a conjunction is a relative pronoun."""
    if pronoun.role != "marker":
        return True
    verb = words[pronoun.head]
    own = any(kid.role == "object" for kid in _kids(words, verb))
    comma = words[pronoun.index - 1].text == ","
    return comma and not own


def _agreement(words: Words) -> None:
    """A participle belongs to a noun that it agrees with, if there is one just before."""
    for at, word in enumerate(words):
        noun = words[word.head]
        past = {"VerbForm=Part", "Tense=Past"} <= word.features
        if word.role != "participle" or not past or _agree(word, noun):
            continue
        for above in _above(words, noun):
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


def _form(verb: Word) -> set[str]:
    return {feature for feature in verb.features if feature.startswith("VerbForm=")}


def _kids(words: Words, word: Word) -> list[Word]:
    return [kid for kid in words if kid.head == word.index and kid is not word]


def _above(words: Words, word: Word) -> list[Word]:
    found: list[Word] = []
    while word.head != word.index and len(found) < len(words):
        word = words[word.head]
        found.append(word)
    return found
