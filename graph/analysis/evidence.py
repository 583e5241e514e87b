"""Which statements stand behind a pair or an actor, and how they are cited."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from graph.analysis.asof import days_of
from graph.analysis.blocks import Link, Runs
from graph.analysis.columns import node_of, publisher_of
from graph.analysis.words import ENGLISH, Words
from graph.model import Source, Statement
from graph.relations import relations
from graph.terminal import one_line

Pair = tuple[str, str]

#: Longest sentence that a citation quotes, in signs.
_QUOTE = 400


def by_pair(statements: Iterable[Statement]) -> dict[Pair, list[Statement]]:
    """Return what is said to have happened between two, the weightiest first, by ids in order.

    Whoever acts for a state is that state, as in the index.
    """
    found: defaultdict[Pair, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.modality == "actual" and relations()[each.relation].score is not None:
            one, other = node_of(each.subject).id, node_of(each.object).id
            if one != other:
                found[min(one, other), max(one, other)].append(each)
    return {pair: sorted(told, key=weightiest) for pair, told in found.items()}


def weightiest(statement: Statement) -> tuple[float, float, str, str, str]:
    """Return what sorts the statements that matter most first."""
    score = relations()[statement.relation].score or 0.0
    return -abs(score), -statement.confidence, statement.date or "", statement.id, repr(statement)


def earliest(statement: Statement) -> tuple[int, int, str, str]:
    """Return what sorts statements by their days; those that nobody can date last."""
    days = days_of(statement)
    first, last = (days[0].toordinal(), days[1].toordinal()) if days else (10**7, 0)
    return first, last, statement.id, repr(statement)


#: What English texts say of a statement's date, of what it says, and of an actor.
when, claim, name = ENGLISH.when, ENGLISH.claim, ENGLISH.name


@cache
def verb(relation: str) -> str:
    """Return a relation in words."""
    return relations()[relation].label_en


def citation(statement: Statement, words: Words = ENGLISH) -> Runs:
    """Return a sentence with where it was read."""
    evidence, source = statement.evidence, statement.evidence.source
    quoted = words("quoted", text=one_line(evidence.sentence, _QUOTE))
    return f"{quoted} ", *origin(source, words)


def origin(source: Source, words: Words = ENGLISH) -> Runs:
    """Return the title, publisher and day of an article, leading to its address."""
    parts = [publisher_of(source), source.published or ""]
    shown = ", ".join(one_line(part, 80) for part in parts if part)
    title = one_line(source.title, 160) or words("article", id=one_line(source.article, 60))
    return Link(title, source.url), f" ({shown})" if shown else ""


class Evidence:
    """Statements as they are cited: one number a sentence."""

    def __init__(self, words: Words = ENGLISH) -> None:
        """Begin with no entry, in a language."""
        self._words = words
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._entries: list[Runs] = []

    def cite(self, statement: Statement) -> int:
        """Return the number of a statement's sentence, which is the next where it is new."""
        evidence = statement.evidence
        key = (evidence.source.article, evidence.start, evidence.end)
        if key not in self._numbers:
            self._entries.append(citation(statement, self._words))
            self._numbers[key] = len(self._entries)
        return self._numbers[key]

    @property
    def entries(self) -> Sequence[Runs]:
        """The citations, in the order of their numbers."""
        return self._entries
