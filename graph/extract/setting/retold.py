"""The day of a deed that is told again without it.

News tells a thing two or three times: in its first line, further down with the day, and by a word
that looks back at it ("the visit"). A telling that leaves the day unsaid is of the same deed as one
that names it, where the text dates that deed once. Passing a date on to other deeds of the two, or
from the sentence before, was tried, and was wrong more often than right.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace

from graph.extract.frames.match import Match
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.parsing.word import NOUNS, Word
from graph.model import Statement
from graph.relations import relations
from graph.traits import Trait, has

_WORDS = re.compile(r"\w+")

_DAY, _PLURAL = len("2023-10-12"), "Number=Plur"

#: What is told as one deed, done or to come.
_TOLD = ("actual", "planned")

#: Traits of what is done again and again, or goes on.
_REPEATED: tuple[Trait, ...] = ("lasting", "avowed", "spoken", "attempted")


def looks_back(told: Statement, match: Match, clauses: Clauses, again: Set[str]) -> bool:
    """Return whether an undated statement may tell a deed that is told elsewhere.

    Args:
        told: The statement; its sentence has no date.
        match: What it was read from.
        clauses: Its sentence.
        again: Words that tell of another time, as written.
    """
    if told.date or told.modality not in _TOLD:
        return False
    if any(has(told.relation, trait) for trait in _REPEATED):
        return False
    if not again.isdisjoint(_WORDS.findall(told.evidence.sentence.lower())):
        return False
    word, scope = match.predicate, Scope(clauses.tree)
    if word.pos in NOUNS:
        return scope.is_definite(word) and _PLURAL not in word.features
    tense = scope.tense(word)
    before = "Tense=Imp" in tense.finite or (tense.perfect and tense.is_before)
    return not before and not any(_is_many(noun, word, clauses) for noun in match.words)


def _is_many(noun: Word, verb: Word, clauses: Clauses) -> bool:
    """Whether a verb carries several deeds: "held several calls", but "broke off its ties"."""
    several = noun.pos in NOUNS and _PLURAL in noun.features
    known = several and Scope(clauses.tree).is_definite(noun)
    return several and not known and clauses.support(noun) is verb


def dated(said: Sequence[Statement], bare: Collection[Statement]) -> list[Statement]:
    """Return an article's statements, those that look back with the day told elsewhere.

    Args:
        said: All of them.
        bare: Those that ``looks_back`` holds of.
    """
    days: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for each in said:
        if each.date:
            days[_deed(each)].add((each.date, each.modality))
    return [_with(each, days[_deed(each)]) if each in bare else each for each in said]


def _deed(told: Statement) -> tuple[str, ...]:
    ends: Iterable[str] = (told.subject.id, told.object.id)
    return (told.relation, *(sorted(ends) if relations()[told.relation].symmetric else ends))


def _with(told: Statement, days: Collection[tuple[str, str]]) -> Statement:
    (date, modality), *others = days or [("", "")]
    same = not others and modality == told.modality and len(date) == _DAY
    return replace(told, date=date) if same else told
