"""What changed between two periods, or two builds: new, gone, flipped, warmed, cooled ties.

Each pair has on either side its index (``index``) and the mean score of its
events, its tone, which does not grow with the number of articles. The pair

- is *new* or *gone* where only one side has events,
- *flipped* where its tone went from the cooperative to the hostile class of the
  map's legend, or back, whatever lies between them,
- *warmed* or *cooled* where its tone rose or fell by a point or more otherwise.

How sure a change is: of a change of tone, the share of draws of articles (``resample``) that
show it too; an article that tells of both sides is drawn for both. Of a tie that is
new or gone, how unlikely it is that all of its articles fall on one side by chance,
given how many articles there are on either (the conditional test of Przyborowski
and Wilenski 1940): more coverage makes no news. A flip counts as sure from 90 percent,
which takes three articles of one mind a side; what comes about by chance more
easily, from 99.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from types import MappingProxyType
from typing import Literal, NamedTuple

import numpy as np

from graph.analysis.columns import Columns
from graph.analysis.events import Indexes, Numbers, Tellings, tellings
from graph.analysis.index import tone_of
from graph.analysis.periods import Period
from graph.analysis.resample import seeds_of
from graph.analysis.sheet import Sheet
from graph.analysis.spread import Falls, Grid, falls
from graph.model import Actor
from graph.page.palette import FLOORS

Kind = Literal["flipped", "new", "gone", "warmed", "cooled"]

#: Kinds of change, in the order in which they are listed.
KINDS: tuple[Kind, ...] = ("flipped", "new", "gone", "warmed", "cooled")

#: What the kinds are called above a list, where the name alone may mislead.
TITLES: Mapping[Kind, str] = MappingProxyType(
    {"new": "new: not told of before", "gone": "gone: not told of any more"}
)

#: Draws of articles for how sure a change is.
DRAWS = 400

#: The certainty from which a change counts as sure.
SURE: Mapping[Kind, float] = MappingProxyType(
    {"flipped": 0.9, "new": 0.99, "gone": 0.99, "warmed": 0.99, "cooled": 0.99}
)

#: The least change of tone, in points of the PLOVER scale, that counts as warmer or cooler.
STEP = 1.0

_FLOORS = dict(FLOORS)


class Side(NamedTuple):
    """A pair in one period."""

    cooperation: float
    conflict: float
    weight: float
    """How many events are to be expected."""

    articles: int
    """Independent articles."""

    @property
    def tone(self) -> float:
        """The mean score of the events, from -10 to 10; 0 where there are none."""
        return (self.cooperation - self.conflict) / self.weight if self.weight else 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """A pair whose relation is not what it was."""

    kind: Kind
    one: Actor
    other: Actor
    before: Side
    after: Side
    certainty: float
    """How sure it is, from 0 to 1."""

    @property
    def sure(self) -> bool:
        """Whether it is sure enough to count on."""
        return self.certainty >= SURE[self.kind]

    @property
    def size(self) -> float:
        """How much changed: points of tone, or of the index where one side has none."""
        if self.kind in ("new", "gone"):
            side = self.after if self.kind == "new" else self.before
            return side.cooperation + side.conflict
        return abs(self.after.tone - self.before.tone)


@dataclass(frozen=True, slots=True, eq=False)
class _Half:
    """One side, all pairs of both sides; [measure, pair]."""

    sheet: Sheet
    columns: Columns
    values: Numbers
    articles: Indexes
    coverage: int
    """Articles of the side, whoever they tell of."""

    def drawn(self, draws: int) -> Iterator[Numbers]:
        """Yield the values of each draw of articles."""
        seeds = seeds_of(self.columns.articles)
        chances = self.sheet.drawn(seeds, draws)
        found = (self.sheet.sums(chance)[:, 0] for chance in chances)
        return found if len(self.sheet.told.pair) else repeat(self.values, draws)


def compare(
    before: tuple[Columns, Period | None],
    after: tuple[Columns, Period | None],
    *,
    draws: int = DRAWS,
) -> list[Change]:
    """Return what changed, the surest and greatest first within each kind.

    Args:
        before: Statements, and the period of them to look at; None for all.
        after: The same for the other side.
        draws: How often articles are drawn anew.
    """
    keys = [_pairs(columns) for columns, _ in (before, after)]
    pairs = sorted(set(keys[0]) | set(keys[1]))
    sides = [_half(columns, during, pairs) for columns, during in (before, after)]
    kinds = _kinds(sides[0].values, sides[1].values)
    times = np.zeros(len(pairs))
    for drawn in zip(*(side.drawn(draws) for side in sides), strict=True):
        times += _kinds(*drawn) == kinds
    actors = {node.id: node for columns, _ in (before, after) for node in columns.nodes}
    changes = [
        Change(
            kind=KINDS[kind],
            one=actors[pairs[i][0]],
            other=actors[pairs[i][1]],
            before=_values(sides[0], i),
            after=_values(sides[1], i),
            certainty=_certainty(sides, KINDS[kind], i, times[i] / max(1, draws)),
        )
        for i, kind in enumerate(kinds.tolist())
        if kind >= 0
    ]
    return sorted(changes, key=_rank)


def _rank(change: Change) -> tuple[float | str, ...]:
    weight = -change.size * change.certainty
    return KINDS.index(change.kind), not change.sure, weight, change.one.id, change.other.id


def _pairs(columns: Columns) -> list[tuple[str, str]]:
    nodes = columns.nodes
    low = np.minimum(columns.subject, columns.object).astype(np.int64)
    high = np.maximum(columns.subject, columns.object)
    codes = np.unique((low * len(nodes) + high)[low != high])
    return [(nodes[code // len(nodes)].id, nodes[code % len(nodes)].id) for code in codes.tolist()]


def _half(columns: Columns, during: Period | None, pairs: Sequence[tuple[str, str]]) -> _Half:
    told = tellings(columns)
    place = {pair: number for number, pair in enumerate(pairs)}
    ids, size = [node.id for node in columns.nodes], max(1, len(columns.nodes))
    codes, which = np.unique(told.pair, return_inverse=True)
    column = [place[ids[code // size], ids[code % size]] for code in codes.tolist()]
    fall = falls(told, Grid.one(during) if during else Grid.always())
    sheet = Sheet(told, fall, np.array(column, np.int64)[which], (1, len(pairs)), 0.0)
    coverage = len(np.unique(told.article[_within(fall, told)]))
    return _Half(sheet, columns, sheet.sums(told.chance())[:, 0], sheet.seen()[0, 0], coverage)


def _within(fall: Falls, told: Tellings) -> Indexes:
    """Return the tellings of events that fall into a period."""
    return np.flatnonzero(np.isin(told.of_tellings(), fall.event))


def _certainty(sides: Sequence[_Half], kind: Kind, pair: int, share: float) -> float:
    """Return how sure the change of a pair is, of which a share of draws shows it."""
    if kind not in ("new", "gone"):
        return float(share)
    there, away = sides if kind == "gone" else reversed(sides)
    part = there.coverage / (there.coverage + away.coverage)
    return float(1 - part ** int(there.articles[pair]))


def _values(side: _Half, pair: int) -> Side:
    cooperation, conflict, weight = side.values[:, pair].tolist()
    return Side(cooperation, conflict, weight, int(side.articles[pair]))


def _kinds(before: Numbers, after: Numbers) -> Indexes:
    """Return the kind of change of each pair, by its index; -1 for none."""
    was, is_ = before[2] > 0, after[2] > 0
    tone_was, tone_is = tone_of(*before), tone_of(*after)
    kinds, both, moved = np.full(was.shape, -1), was & is_, tone_is - tone_was
    kinds[both & (moved >= STEP)] = KINDS.index("warmed")
    kinds[both & (moved <= -STEP)] = KINDS.index("cooled")
    friendly, hostile = _FLOORS["cooperation"], _FLOORS["mixed"]
    turned = (tone_was >= friendly) & (tone_is < hostile)
    turned |= (tone_was < hostile) & (tone_is >= friendly)
    kinds[both & turned] = KINDS.index("flipped")
    kinds[is_ & ~was] = KINDS.index("new")
    kinds[was & ~is_] = KINDS.index("gone")
    return kinds


def tone(side: Side) -> str:
    """Return the tone of a side in words."""
    return f"tone {side.tone:+z.1f}" if side.weight else "no tie"


def sure(change: Change) -> str:
    """Return in words how sure a change is."""
    return f"{'' if change.sure else 'only '}{change.certainty:.0%} sure"
