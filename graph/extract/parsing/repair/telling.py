"""Repairs of a parse around a verb of telling that stands beside or within what it tells.

"A and B will meet, said C", "…", regrets A. Words are replaced, never moved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.extract.parsing.word import NOUNS, SUBJECTS, Word, Words, heads_of, kids_of, of_role

#: Roles of a verb of telling that stands in what is told.
_ASIDE = ("parataxis", "conjunct", "adverbial")


def announced(words: Words, table: Mapping[str, Any]) -> None:
    """Whoever a clause is about is not who tells it behind it: "A and B will meet, said C".

    The parser may take the verb of telling for that of the clause, and the other for an aside.
    """
    for verb in words if of_role(words, "parataxis") else ():
        noun = words[verb.head]
        teller = words[noun.head]
        loose = verb.role == "parataxis" and "VerbForm=Fin" in verb.features and verb is not noun
        if not loose or noun.role not in SUBJECTS or not noun.index < verb.index < teller.index:
            continue
        behind = [kid for kid in kids_of(words, teller) if kid.index > teller.index]
        saying = [kid for kid in behind if kid.mention is not None and kid.prep is None]
        if teller.lemma not in table["inverted"] or not saying:
            continue
        words[verb.index] = replace(verb, head=_top(teller, verb), role=teller.role)
        words[noun.index] = replace(noun, head=verb.index)
        words[teller.index] = replace(teller, head=verb.index, role="parataxis")
        words[saying[0].index] = replace(saying[0], role="subject")


def _top(old: Word, new: Word) -> int:
    """Return what a word hangs from in the place of another, which may hang from nothing."""
    return new.index if old.head == old.index else old.head


def speakers(words: Words, table: Mapping[str, Any]) -> None:
    """Who stands right behind a verb that follows what is said says it: "…", regrets A.

    So does who stands between the two. Without marks of quotation the verb has to be one of
    telling: "A ira à B, a annoncé C".
    """
    closing, telling = table["quotation_marks"][1], table["inverted"]
    _reporters(words, closing)
    for name in words:
        if name.mention is None or name.role not in ("object", "attribute"):
            continue
        verb = words[name.head]
        acted_on = name.role == "object" or verb.pos == "VERB"
        if not acted_on or verb.index > name.index:
            continue
        between = words[verb.index + 1 : name.index]
        borne = [verb.index, *(kid.index for kid in kids_of(words, verb) if _is_clitic(kid))]
        left = words[: min(borne)]
        before = [word for word in left if word.text != ","][-1:]
        quoted = any(word.text in closing for word in before)
        if not all(word.head == name.index for word in between):
            continue
        told = verb.lemma in telling and len(left) > 1 and left[-1].text == ","
        told = told and all(kid.role not in SUBJECTS for kid in kids_of(words, verb))
        if told and verb.lemma in table["warning"]:  # ", a averti A", not ", avertit A de partir"
            told = words[name.index + 1].pos == "PUNCT" if name.index + 1 < len(words) else True
        if quoted or told or _is_report(words, verb, name):
            words[name.index] = replace(name, role="subject")


def _is_report(words: Words, verb: Word, name: Word) -> bool:
    """Whether a verb and a name close a sentence that they report: "A seized B, says C"."""
    finite = "VerbForm=Fin" in verb.features and verb.role in ("adverbial", "parataxis", "conjunct")
    apart = verb.index > 0 and words[verb.index - 1].text == ","
    last = all(word.pos == "PUNCT" for word in words[name.index + 1 :])
    alone = all(kid is name or kid.pos in ("PUNCT", "ADV") for kid in kids_of(words, verb))
    return finite and apart and last and alone


def _reporters(words: Words, closing: str) -> None:
    """Who stands between a quotation and a verb without a subject says it: "…," A said."""
    for name in words[:-1]:
        if name.role not in ("oblique", "conjunct", "object") or name.pos not in NOUNS:
            continue
        verb = words[name.index + 1]
        told = verb.pos == "VERB" and "VerbForm=Fin" in verb.features
        if not told or any(kid.role in SUBJECTS for kid in kids_of(words, verb)):
            continue
        inside = [word for word in words[: name.index] if name in heads_of(words, word)]
        before = words[min(word.index for word in (name, *inside)) - 1]
        if before.index < name.index and before.text in closing:
            words[name.index] = replace(name, head=verb.index, role="subject", prep=None)


def _is_clitic(word: Word) -> bool:
    """Whether a word leans on the verb behind it."""
    return word.role in ("auxiliary", "reflexive", "indirect") and word.pos in ("AUX", "PRON")


def interrupted(words: Words) -> None:
    """What is said around a speaker goes on: "it is false, said A, that B had left" is of "false".

    The parser hangs the clause from the verb of telling.
    """
    for clause in of_role(words, "complement"):
        verb = words[clause.head]
        if clause.index <= verb.index or verb.pos != "VERB":
            continue
        marks = [kid for kid in kids_of(words, clause) if kid.role == "marker"]
        if not marks or words[marks[0].index - 1].text != ",":
            continue
        before = [kid for kid in kids_of(words, verb) if kid.role == "complement"]
        before += [words[verb.head]] if verb.role in _ASIDE else []
        for judged in before:
            kids = kids_of(words, judged)
            nobody = any(kid.role == "subject" and kid.pos == "PRON" for kid in kids)
            held = judged.pos == "AUX" or any(kid.role == "copula" for kid in kids)
            if judged.index < verb.index and nobody and held:
                words[clause.index] = replace(clause, head=judged.index)
