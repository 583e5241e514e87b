"""Repairs of a parse between clauses: what is coordinated, relative, inverted, or agrees.

Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.word import Word, Words, heads_of, kids_of

_SUBJECTS = ("subject", "subject_passive")
_VERBS = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def coordination(words: Words) -> None:
    """A verb is coordinated with a verb of its own form, not with a noun or adjective."""
    for at, word in enumerate(words):
        if word.role != "conjunct" or word.pos != "VERB" or words[word.head].pos in _VERBS:
            continue
        verbs = [above for above in heads_of(words, word) if above.pos == "VERB"]
        alike = [verb for verb in verbs if _form(verb) & _form(word)]
        behind = words[at + 1].pos if at + 1 < len(words) else ""
        governs = any(kid.role in ("object", "oblique") for kid in kids_of(words, word))
        if alike and (governs or behind in ("DET", "PRON", "PROPN", "NUM")):
            words[at] = replace(word, head=alike[0].index)


def resumed(words: Words) -> None:
    """A verb with an auxiliary goes on with its like: "has said that A left and told B".

    Not with what that one says, whose verb has none.
    """
    for at, word in enumerate(words):
        said = words[word.head]
        own = _auxiliary(words, word)
        alone = word.role == "conjunct" and not any(
            kid.role in _SUBJECTS for kid in kids_of(words, word)
        )
        if not alone or own is None or said.role != "complement" or _auxiliary(words, said):
            continue
        above = words[said.head]
        first = _auxiliary(words, above)
        if first is not None and first.lemma == own.lemma and above.pos == "VERB":
            words[at] = replace(word, head=above.index)


def _auxiliary(words: Words, verb: Word) -> Word | None:
    return next((kid for kid in kids_of(words, verb) if kid.role == "auxiliary"), None)


def repeated_verbs(words: Words) -> None:
    """A verb said again stands beside itself: "accused A of having lied and accused B of theft"."""
    for at, word in enumerate(words):
        if word.role != "conjunct" or word.pos != "VERB":
            continue
        same = [above for above in heads_of(words, word) if above.lemma == word.lemma]
        if same and same[0].index != word.head and same[0].pos == "VERB":
            words[at] = replace(word, head=same[0].index)


def parallel_verbs(words: Words) -> None:
    """What a verb is said again with is no clause inside it: "A hit B and C hit D"."""
    for verb in words:
        first = words[verb.head]
        if verb.role != "complement" or verb.pos != "VERB" or first.lemma != verb.lemma:
            continue
        subject = next((kid for kid in kids_of(words, verb) if kid.role in _SUBJECTS), None)
        below = kids_of(words, subject) if subject is not None else []
        joined = [kid for kid in below if kid.role == "conjunct"]
        if subject is None or not joined or _has(words, verb, "marker"):
            continue
        words[subject.index] = replace(subject, head=first.index, role="object")
        words[joined[-1].index] = replace(joined[-1], head=verb.index, role=subject.role)
        words[verb.index] = replace(verb, role="conjunct")


def next_subjects(words: Words) -> None:
    """Whoever stands before a verb of its own acts: "A freed B and C released D"."""
    for verb in words:
        first = words[verb.head]
        own = any(kid.role in _SUBJECTS for kid in kids_of(words, verb))
        if verb.role != "conjunct" or verb.pos != "VERB" or first.pos not in _VERBS or own:
            continue
        before = [w for w in words[first.index : verb.index] if w.pos not in ("AUX", "ADV", "PART")]
        near = before[-1] if before else first
        joined = near.role == "conjunct" and near.mention is not None and near.index > first.index
        inside = words[near.head].role in ("object", "oblique", "conjunct")
        if joined and inside and "VerbForm=Fin" in verb.features:
            passive = _has(words, verb, "passive_auxiliary")
            role = "subject_passive" if passive else "subject"
            words[near.index] = replace(near, head=verb.index, role=role)


def coordinated_verbs(words: Words) -> None:
    """A bare word with an object behind "and" is a verb: "recalled its envoy and froze ties"."""
    for at, word in enumerate(words[:-1]):
        behind, before = words[at + 1], words[at - 1]
        nominal = word.pos in ("NOUN", "ADJ", "PROPN") and word.mention is None
        governs = behind.role == "determiner" or behind.mention is not None
        if not nominal or word.role != "conjunct" or before.role != "coordinator" or not governs:
            continue
        if words[word.head].pos in _VERBS and not _has(words, word, "determiner"):
            words[at] = replace(word, pos="VERB")


def pairs(words: Words, table: Mapping[str, Any]) -> None:
    """What is between two is no clause beside another: "talks between A and B have failed"."""
    for verb in words:
        noun = words[verb.head]
        if verb.role != "conjunct" or noun.pos != "NOUN":
            continue
        kids = kids_of(words, verb)
        joint = next((kid for kid in kids if kid.role == "coordinator"), None)
        finite = "VerbForm=Fin" in verb.features or _has(words, verb, "copula")
        finite = finite or any("VerbForm=Fin" in kid.features for kid in kids)
        free = finite and not any(kid.role in _SUBJECTS for kid in kids)
        if joint is None or not free:
            continue
        first = next((k for k in kids_of(words, noun) if k.prep in table["between"]), None)
        behind = words[joint.index + 1 : verb.index]
        second = next((word for word in behind if first and word.head == first.index), None)
        if first is None or second is None or second.role != "conjunct":
            continue
        top = noun.head == noun.index
        head = verb.index if top else noun.head
        passive = _has(words, verb, "passive_auxiliary")
        words[verb.index] = replace(verb, head=head, role=noun.role)
        role = "subject_passive" if passive else "subject"
        words[noun.index] = replace(noun, head=verb.index, role=role)
        words[joint.index] = replace(joint, head=second.index)


def shared_auxiliaries(words: Words) -> None:
    """A participle with an object shares an auxiliary: "has condemned it, cut its ties"."""
    for at, word in enumerate(words):
        if word.role not in ("participle", "adverbial") or not _is_participle(word):
            continue
        governs = any(
            kid.role == "object" and kid.index > at and _has(words, kid, "determiner")
            for kid in kids_of(words, word)
        )
        parted = at > 0 and (words[at - 1].text == "," or words[at - 1].role == "coordinator")
        verbs = [v for v in heads_of(words, word) if v.index < at and _is_participle(v)]
        active = [
            v
            for v in verbs
            if _has(words, v, "auxiliary") and not _has(words, v, "passive_auxiliary")
        ]
        if governs and parted and active:
            words[at] = replace(word, head=active[0].index, role="conjunct")


def _is_participle(word: Word) -> bool:
    return word.pos == "VERB" and {"VerbForm=Part", "Tense=Past"} <= word.features


def _has(words: Words, word: Word, role: str) -> bool:
    return any(kid.role == role for kid in kids_of(words, word))


def relatives(words: Words, table: Mapping[str, Any]) -> None:
    """A clause with a relative pronoun hangs from what stands before the pronoun.

    One of persons hangs from a name there: "held a ceremony with A, who thanked B".
    """
    relative = {*table["relative_subject"], *table["relative_object"]}
    for pronoun in words:
        verb = words[pronoun.head]
        if pronoun.text not in relative or verb.index < pronoun.index or verb.pos not in _VERBS:
            continue
        head = words[verb.head]
        person = pronoun.text in table["relative_person"] and head.mention is None
        bound = verb.role == "relative" and head.pos in _NOMINAL
        if verb.role in ("conjunct", "root") or (bound and not person):
            continue
        noun = _antecedent(words, pronoun)
        if bound and (noun is None or noun.mention is None):
            continue
        if noun is None or verb in heads_of(words, noun) or not _introduces(words, pronoun):
            continue
        words[verb.index] = replace(verb, head=noun.index, role="relative")


#: Roles in a clause that has no place for an object of its own.
_WHOLE = ("passive_auxiliary", "copula", "complement", "reflexive", "attribute")


def contents(words: Words, table: Mapping[str, Any]) -> None:
    """A clause that lacks nothing is what is said: "told the agency that A had attacked B"."""
    for verb in words:
        if verb.role != "relative":
            continue
        kids, noun = kids_of(words, verb), words[verb.head]
        that = [kid for kid in kids if kid.text in table["relative_object"]]
        joined = any(kid.role == "marker" or kid.pos == "SCONJ" for kid in that)
        behind = [kid for kid in kids if kid.index > verb.index and kid.prep is None]
        filled = any(kid.role == "object" or kid.mention is not None for kid in behind)
        filled = filled or any(kid.role in _WHOLE for kid in kids)
        acting = any(kid.role in _SUBJECTS and kid not in behind for kid in kids)
        if not (joined and acting):
            continue
        above = next((head for head in heads_of(words, noun) if head.pos == "VERB"), None)
        if above is None or above.index > verb.index:
            continue
        # "told the agency on Monday that A had lied", but not "a note, which A sent"
        beside = (
            noun.role == "oblique"
            and noun.head == above.index
            and words[that[0].index - 1].text != ","
        )
        open_ = not any(kid.role == "object" for kid in kids_of(words, above))
        if filled or (beside and open_):
            words[verb.index] = replace(verb, head=above.index, role="complement")


def inversions(words: Words, table: Mapping[str, Any]) -> None:
    """Who is named in a clause that "that" is the object of acts in it: "the men that A sent"."""
    for pronoun in words:
        verb = words[pronoun.head]
        asked = pronoun.text in table["relative_object"] and pronoun.role not in _SUBJECTS
        if not asked or verb.role != "relative":
            continue
        own = kids_of(words, verb)
        if any(kid.role in _SUBJECTS for kid in own):
            continue
        before = [word for word in words[pronoun.index : verb.index] if word.head == pronoun.index]
        after = [kid for kid in own if kid.role == "object" and kid.index > verb.index]
        named = [kid for kid in (*before, *after) if kid.mention is not None and kid.prep is None]
        if named and named[0].index != pronoun.index:
            words[named[0].index] = replace(named[0], head=verb.index, role="subject")


def speakers(words: Words, table: Mapping[str, Any]) -> None:
    """Who stands right behind a verb that follows a quotation says it: "…", regrets A."""
    closing = table["quotation_marks"][1]
    for name in words:
        verb = words[name.head]
        if name.mention is None or name.role != "object" or verb.index > name.index:
            continue
        between = words[verb.index + 1 : name.index]
        borne = [verb.index, *(kid.index for kid in kids_of(words, verb) if _is_clitic(kid))]
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
    own = any(kid.role == "object" for kid in kids_of(words, verb))
    comma = words[pronoun.index - 1].text == ","
    return comma and not own


def asides(words: Words, table: Mapping[str, Any]) -> None:
    """What only a comma joins to names tells of them: "A and B, invited by C, met"."""
    for at, word in enumerate(words):
        named = words[word.head].mention is not None
        if word.role != "conjunct" or not named or not _is_participle(word):
            continue
        agents = [kid for kid in kids_of(words, word) if kid.prep in table["agent_prepositions"]]
        if agents and not _has(words, word, "coordinator"):
            words[at] = replace(word, role="participle")


def gerunds(words: Words, table: Mapping[str, Any]) -> None:
    """What somebody does meanwhile hangs from a verb: "reacted with anger, breaking with B"."""
    for at, word in enumerate(words):
        noun = words[word.head]
        if word.role != "participle" or noun.role not in ("oblique", "object"):
            continue
        marked = any(kid.text in table["gerund_markers"] for kid in kids_of(words, word))
        if not marked and _opening(words, at) not in table["gerund_markers"]:
            continue
        verb = next((above for above in heads_of(words, noun) if above.pos in _VERBS), None)
        if verb is not None and verb.index < at:
            words[at] = replace(word, head=verb.index, role="adverbial")


def _opening(words: Words, at: int) -> str:
    """Return the word before a verb, but for pronouns that lean on it: "en lui donnant"."""
    before = [word.text for word in words[:at] if word.pos != "PRON" or word.index < at - 2]
    return before[-1] if before else ""


def agreement(words: Words) -> None:
    """A participle belongs to a noun that it agrees with, if there is one just before."""
    for at, word in enumerate(words):
        noun = words[word.head]
        past = {"VerbForm=Part", "Tense=Past"} <= word.features
        if word.role != "participle" or not past or _agree(word, noun):
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


def _form(verb: Word) -> set[str]:
    return {feature for feature in verb.features if feature.startswith("VerbForm=")}
