"""A comparison with its evidence, for people and programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from graph.analysis.asof import during
from graph.analysis.columns import columns_of
from graph.analysis.compare import DRAWS, Change, compare
from graph.analysis.compare import Side as Values
from graph.analysis.evidence import by_pair, claim
from graph.analysis.periods import Period
from graph.model import Statement
from graph.terminal import printed

#: Sentences a side that a record holds.
_EVIDENCE = 3


@dataclass(frozen=True)
class Half:
    """One side of a comparison: statements, and the period of them that is looked at."""

    name: str
    """What people call it: a period, a folder."""

    statements: tuple[Statement, ...] = field(repr=False)
    """Those of the period."""

    period: Period | None = None

    @classmethod
    def of(cls, name: str, statements: Sequence[Statement], period: Period | None) -> "Half":
        """Return a half that holds the statements of its period alone.

        Args:
            name: What the half is called where it is shown.
            statements: Of this half, or of both.
            period: The days that count; None for all.
        """
        kept = during(statements, period) if period else statements
        return cls(name, tuple(kept), period)


class Comparison(Sequence[Change]):
    """What changed, each with its evidence; a notebook shows it as a table."""

    def __init__(self, before: Half, after: Half, *, draws: int = DRAWS) -> None:
        """Compare two halves."""
        self.before, self.after = before, after
        sides = [(columns_of(half.statements), half.period) for half in (before, after)]
        self._changes = tuple(compare(sides[0], sides[1], draws=draws))
        self._told = [by_pair(half.statements) for half in (before, after)]

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | Sequence[Change]:
        """Return a change, or some of them."""
        return self._changes[index]

    def __len__(self) -> int:
        """Return the number of changes."""
        return len(self._changes)

    def __iter__(self) -> Iterator[Change]:
        """Yield the changes by kind, the surest and greatest of each first."""
        return iter(self._changes)

    def sides(self, change: Change) -> tuple[list[Statement], list[Statement]]:
        """Return what is told of a pair before, and after, the weightiest first."""
        low, high = sorted((change.one.id, change.other.id))
        before, after = (told.get((low, high), []) for told in self._told)
        return before, after

    def evidence(self, change: Change) -> list[Statement]:
        """Return what is told of a pair: after, then before, the weightiest of each first."""
        before, after = self.sides(change)
        return after + before

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the changes as JSON has them."""
        for change in self:
            before, after = self.sides(change)
            yield {
                "change": change.kind,
                "sure": change.sure,
                "certainty": round(change.certainty, 3),
                "one": {"id": change.one.id, "label": change.one.label},
                "other": {"id": change.other.id, "label": change.other.label},
                "before": _side(change.before, before),
                "after": _side(change.after, after),
            }

    def __repr__(self) -> str:
        from graph.analysis.show import changes_lines  # noqa: PLC0415 - it needs this module

        return printed(changes_lines(self, _EVIDENCE))

    def _repr_html_(self) -> str:
        from graph.analysis.notebook import changes_html  # noqa: PLC0415 - notebooks alone need it

        return changes_html(self)


def _side(values: Values, told: Sequence[Statement]) -> dict[str, Any]:
    return {
        "cooperation": round(values.cooperation, 3),
        "conflict": round(values.conflict, 3),
        "tone": round(values.tone, 3) if values.weight else None,
        "articles": values.articles,
        "evidence": [_cited(each) for each in told[:_EVIDENCE]],
    }


def _cited(statement: Statement) -> dict[str, Any]:
    evidence, source = statement.evidence, statement.evidence.source
    return {
        "id": statement.id,
        "claim": claim(statement),
        "date": statement.date,
        "sentence": evidence.sentence,
        "article": source.article,
        "title": source.title,
        "published": source.published,
        "source": source.publisher,
        "url": source.url,
    }
