"""A brief on an actor: who acts for it, whom it deals with, what happened, where it is going.

The trend compares the last twelve months that anything is known of with all that
was before, within the period that is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.analysis.asof import days_of
from graph.analysis.columns import NEVER, Columns, columns_of, node_of
from graph.analysis.compare import Change, compare
from graph.analysis.corroborate import Support, contested
from graph.analysis.evidence import earliest, weightiest
from graph.analysis.index import tie_index, tie_table
from graph.analysis.periods import Period, day_of, number_of
from graph.analysis.plots import Bar
from graph.analysis.standing import Standing, standing
from graph.analysis.tables import Ties, rows_of
from graph.model import Actor, Statement
from graph.relations import relations

#: Days that the trend calls the last.
_LATE = 365

#: How sure a change is that is told at all: as likely as not.
_LIKELY = 0.5

#: Years from which the history goes by year, and by quarter; below it goes by month.
_LONG, _MIDDLE = 5, 2

#: Events that are told: the weightiest, in the order of time.
EVENTS = 30

#: What makes two statements one event: both ends, the relation, the days.
_Act = tuple[str, str, str, tuple[date, date] | None]

_OFFICES = ("leader", "office")


@dataclass(frozen=True, slots=True)
class Brief:
    """What is known of an actor."""

    actor: Actor
    during: str
    """The period that was asked for, empty for none."""

    as_of: str
    """The date at whose end all is told, empty for none."""

    statements: int
    articles: int
    first: str
    """The first day of anything told, ISO 8601; empty where none has a date."""

    last: str
    people: tuple[Standing, ...]
    """Who leads and holds office, the last told of first."""

    standing: tuple[Standing, ...]
    """Relations, recognition, sanctions, memberships that stand at the end."""

    partners: Ties
    """All ties, the strongest first; with the half-life of events, where they fade."""

    history: tuple[Bar, ...]
    """Cooperation and conflict with all partners, step by step."""

    changes: tuple[Change, ...]
    """Ties that are new, flipped, warmer or cooler in the last twelve months."""

    since: str
    """The day from which on a change counts as late."""

    events: tuple[Statement, ...]
    """What mattered most, in the order of time."""

    others: tuple[Statement, ...]
    """What is planned, possible, requested or denied, the latest first."""

    contested: tuple[Support, ...]
    """What one source says and another denies."""


def brief(
    statements: Sequence[Statement],
    actor: Actor,
    *,
    during: Period | None = None,
    half_life: float | None = None,
) -> Brief:
    """Return a brief on an actor.

    Args:
        statements: Of the period, or up to the date, that is asked for.
        actor: The actor; of a state, whoever acts for it counts.
        during: The period, or the date that is asked for; of events that last longer than a
            period, the share within counts.
        half_life: Of a date: months after which an event counts half.
    """
    own = [each for each in statements if _concerns(each, actor)]
    days = [each for each in map(days_of, own) if each]
    columns = columns_of(own)
    first, last = min((d[0] for d in days), default=None), max((d[1] for d in days), default=None)
    stands = standing(own)
    changes, since = _trend(columns, number_of(last)) if last else ([], "")
    node, span = columns.find(actor.id), (last.year - first.year) if first and last else 0
    scored = [each for each in own if _is_event(each)]
    table = tie_table(columns, during=during, half_life=half_life)
    return Brief(
        actor=actor,
        during=during.name if during and not half_life else "",
        as_of=during.name if during and half_life else "",
        statements=len(own),
        articles=len({each.evidence.source.article for each in own}),
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        people=tuple(each for each in stands if _acts_for(each, actor)),
        standing=tuple(each for each in stands if each.state.name not in _OFFICES),
        partners=_with(rows_of(table), actor, half_life),
        history=_history(columns, node, span, None if half_life else during),
        changes=tuple(change for change in changes if _among(change, actor)),
        since=since,
        events=_events(scored),
        others=tuple(sorted((e for e in scored if e.modality != "actual"), key=_latest)),
        contested=tuple(contested(own)),
    )


def _concerns(statement: Statement, actor: Actor) -> bool:
    ends = (statement.subject, statement.object)
    return any(actor.id in (end.id, node_of(end).id) for end in ends)


def _is_event(statement: Statement) -> bool:
    inside = node_of(statement.subject).id == node_of(statement.object).id
    return relations()[statement.relation].score is not None and not inside


def _acts_for(each: Standing, actor: Actor) -> bool:
    return each.state.name in _OFFICES and actor.id in (each.object.id, each.subject.id)


def _with(rows: Ties, actor: Actor, half_life: float | None) -> Ties:
    own = [row for row in rows if actor.id in (row.one.id, row.other.id)]
    return Ties([row for row in own if not (half_life and row.faded)], half_life=half_life)


def _among(change: Change, actor: Actor) -> bool:
    likely = change.kind != "gone" and change.certainty >= _LIKELY
    return likely and actor.id in (change.one.id, change.other.id)


def _trend(columns: Columns, last: int) -> tuple[list[Change], str]:
    """Return what changed in the last twelve months, and the day on which they begin."""
    cut = last - _LATE
    since = day_of(cut + 1)
    before = Period("", number_of(since.replace(year=1, month=1, day=1)), cut)
    late = Period("", cut + 1, last)
    return compare((columns, before), (columns, late)), since.isoformat()


def _history(
    columns: Columns, node: int | None, years: int, during: Period | None
) -> tuple[Bar, ...]:
    step = "year" if years >= _LONG else "quarter" if years >= _MIDDLE else "month"
    if node is None or not (columns.first != NEVER).any():
        return ()
    index = tie_index(columns, step=step, during=during, draws=0)
    ours = (index.one == node) | (index.other == node)
    both = (index.cooperation, index.conflict)
    up, down = (side[:, ours].sum(axis=1).tolist() for side in both)
    return tuple(map(Bar, index.steps, up, down))


def _events(scored: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the weightiest of what happened, each once, in the order of time.

    Half is cooperation and half conflict where there is enough of both.
    """
    sides: tuple[dict[_Act, Statement], dict[_Act, Statement]] = {}, {}
    for each in sorted(scored, key=weightiest):
        if each.modality == "actual":
            ends = sorted((each.subject.id, each.object.id))
            key = ends[0], ends[1], each.relation, days_of(each)
            sides[(relations()[each.relation].score or 0.0) < 0].setdefault(key, each)
    friendly, hostile = (list(side.values()) for side in sides)
    most = max(EVENTS // 2, EVENTS - len(hostile))
    kept = friendly[:most]
    return tuple(sorted([*kept, *hostile[: EVENTS - len(kept)]], key=earliest))


def _latest(statement: Statement) -> tuple[int, str, str]:
    days = days_of(statement)
    return -days[1].toordinal() if days else 0, statement.id, repr(statement)
