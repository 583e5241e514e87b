"""Claims and denials: which statements say of one thing that it happened, and that it did not.

Two statements contest each other where all of this holds.

* One is a claim, told as having happened; the other denies the same of the same actors, or denies
  something more general ("denies all aid" of weapons), or rejects what it was accused of, or what
  whoever it answers had claimed.
* They are of one time. A denial without a date speaks of what was in the news when it appeared,
  and what goes on for years is not denied by whoever denies one day of it.
* Different voices say so. Who changes their mind does not contradict anybody, and what was planned
  and then called off was never claimed to have happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, product
from typing import Self

from graph.model import Statement
from graph.relations import relations
from graph.text import edtf
from graph.traits import has, traits
from graph.voices import voice

#: Days before its publication of which news without a date speaks.
_RECENT = 31

#: Code points behind a claim within which its rejection begins.
_NEAR = 400

Pair = tuple[Statement, Statement]


@dataclass(slots=True)
class Denials:
    """What the statements of a graph deny; hears of them one by one, and keeps no statement."""

    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Ids of two actors of whom something was denied, the lesser first."""

    rejecting: dict[str, set[str]] = field(default_factory=dict)
    """By article, the ids of actors who reject something in it."""

    def hear(self, statement: Statement) -> None:
        """Note what a statement denies, if it does."""
        if statement.modality == "denied":
            self.pairs.add(_ends(statement))
        elif statement.relation == "rejects" and statement.modality == "actual":
            article = statement.evidence.source.article
            self.rejecting.setdefault(article, set()).add(statement.subject.id)

    def add(self, other: Self) -> None:
        """Note what others have heard of too."""
        self.pairs |= other.pairs
        for article, actors in other.rejecting.items():
            self.rejecting.setdefault(article, set()).update(actors)

    def concerned(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Yield those that may be one of a pair."""
        pairs = self.pairs | {(other, one) for one, other in self.pairs}
        # Few reject anything: whoever never does need not be looked for in an article.
        rejecting = frozenset(chain.from_iterable(self.rejecting.values()))
        for each in statements:
            if each.modality == "actual" or each.modality == "denied":  # noqa: PLR1714
                one, other = each.subject.id, each.object.id
                if (one, other) in pairs or (
                    (one in rejecting or other in rejecting) and self._rejects(each)
                ):
                    yield each

    def _rejects(self, statement: Statement) -> bool:
        """Return whether an actor of a statement rejects something in its article."""
        actors = self.rejecting.get(statement.evidence.source.article, ())
        return statement.subject.id in actors or statement.object.id in actors


def contests(statements: Iterable[Statement], denials: Denials | None = None) -> list[Pair]:
    """Return the pairs of a claim and a denial that contest each other, sorted.

    Args:
        statements: Can be gone through twice; few of them are held.
        denials: What has heard of all of them, if something has.
    """
    if denials is None:
        denials = Denials()
        for statement in statements:
            # All are asked here what few answer, which is quicker.
            if statement.modality == "denied" or statement.relation == "rejects":
                denials.hear(statement)
    if not denials.pairs and not denials.rejecting:
        return []
    found = {each.id: each for each in denials.concerned(statements)}
    pairs = {*_denied(found.values()), *_rejected(found.values())}
    return sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id))


def denies(denial: Statement, claim: Statement) -> bool:
    """Return whether a denial, if true, makes a claim false, whoever says either of them."""
    told = claim.modality == "actual" and denial.modality == "denied"
    return (
        told
        and _ends(claim) == _ends(denial)
        and _is_same(claim, denial)
        and _at_one_time(claim, denial)
    )


def _ends(statement: Statement) -> tuple[str, str]:
    """Return the ids of both actors, the lesser first."""
    one, other = statement.subject.id, statement.object.id
    return (one, other) if one < other else (other, one)


def _denied(statements: Iterable[Statement]) -> Iterator[Pair]:
    claims, denials = defaultdict(list), []
    for statement in statements:
        if statement.modality == "denied":
            denials.append(statement)
        else:
            claims[_ends(statement)].append(statement)
    for denial in denials:
        for claim in claims[_ends(denial)]:
            if denies(denial, claim) and _differ(claim, denial):
                yield claim, denial


def _is_same(claim: Statement, denial: Statement) -> bool:
    """Whether a denial, if true, makes a claim false, times and voices aside."""
    if claim.relation not in {denial.relation, *traits()[denial.relation].covers}:
        return False
    return relations()[denial.relation].symmetric or claim.subject.id == denial.subject.id


def _rejected(statements: Iterable[Statement]) -> Iterator[Pair]:
    """Yield claims about somebody who rejects the accusation that they were read with.

    Or who rejects what the one who claims it says.
    """
    by_article = defaultdict(list)
    for statement in statements:
        if statement.modality == "actual":
            by_article[statement.evidence.source.article].append(statement)
    for told in by_article.values():
        accused = {
            (item.subject.id, item.object.id, item.evidence.start)
            for item in told
            if item.relation == "accuses"
        }
        denials = [statement for statement in told if statement.relation == "rejects"]
        for claim, denial in product(told, denials):
            accusation = (denial.object.id, denial.subject.id, claim.evidence.start)
            own = claim.subject.id == denial.subject.id and claim.relation != "rejects"
            charged = accusation in accused or denial.object.country in voice(claim)
            if own and charged and claim.said_by and _follows(claim, denial):
                yield claim, denial


def _follows(claim: Statement, denial: Statement) -> bool:
    behind = denial.evidence.start - claim.evidence.start
    return behind >= 0 and denial.evidence.start - claim.evidence.end < _NEAR


def _differ(claim: Statement, denial: Statement) -> bool:
    return voice(claim).isdisjoint(voice(denial))


def _at_one_time(claim: Statement, denial: Statement) -> bool:
    same = claim.evidence.source.article == denial.evidence.source.article
    said, denied = _days(claim), _days(denial)
    if said is None or denied is None or (same and claim.date is None and denial.date is None):
        return same
    (first, last), (start, end) = said, denied
    if last < start or end < first:
        return False
    brief = (last - first).days <= _RECENT or (start <= first and last <= end)
    return brief or has(claim.relation, "lasting")


def _days(statement: Statement) -> tuple[date, date] | None:
    """Return the days of which a statement speaks."""
    if statement.date is not None:
        return edtf.bounds(statement.date)
    published = statement.evidence.source.published
    if published is None:
        return None
    last = edtf.bounds(published)[1]
    return last - timedelta(days=_RECENT), last
