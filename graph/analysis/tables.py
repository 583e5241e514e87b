"""The tie index as rows for people, programs and data frames."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from graph.analysis.events import tellings
from graph.analysis.index import TieIndex
from graph.analysis.spread import falls
from graph.errors import InputError
from graph.model import MODALITIES, Actor
from graph.terminal import printed

if TYPE_CHECKING:
    import pandas as pd

#: What did not happen, or not yet: modality and number of events.
Others = tuple[tuple[str, int], ...]

#: The columns of rows in tables.
COLUMNS = (
    *("one", "other", "period", "cooperation", "cooperation_error", "conflict", "conflict_error"),
    *("tone", "events", "articles", "sources", "net", "one_id", "other_id"),
    *MODALITIES[1:],
)

#: Rows that a prompt of Python shows.
_SHOWN = 10

#: What is less is 0.0 where people read it.
_FAINT = 0.05

#: Decimals that are given; more would be noise.
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class TieRow:
    """A pair in a period."""

    one: Actor
    """Directed, the one that acts."""

    other: Actor
    period: str
    """EDTF level 0, or a quarter as ``2014-Q1``; empty for all time."""

    cooperation: float
    """In points of the PLOVER scale, as is conflict."""

    cooperation_error: float
    """Standard deviation over draws of articles, as is the other."""

    conflict: float
    conflict_error: float
    tone: float
    """The mean score of the events, from -10 to 10."""

    events: float
    """How many events are to be expected."""

    articles: int
    """Independent articles that tell of them."""

    sources: int
    """Their publishers."""

    others: Others
    """What is planned, possible, requested or denied."""

    @property
    def faded(self) -> bool:
        """Whether so little is left that it is shown as nothing."""
        return max(self.cooperation, self.conflict, self.events) < _FAINT

    @property
    def net(self) -> float:
        """Cooperation less conflict."""
        return self.cooperation - self.conflict

    def record(self) -> dict[str, Any]:
        """Return the row as JSON has it."""
        plain = {key: rounded(value) for key, value in asdict(self).items()}
        ends = {
            key: {"id": actor.id, "label": actor.label}
            for key, actor in (("one", self.one), ("other", self.other))
        }
        return {**plain, **ends, "net": rounded(self.net), "others": dict(self.others)}


def rounded(value: object) -> object:
    """Return a value as it is given: a fraction with three decimals."""
    return round(value, _DECIMALS) + 0.0 if isinstance(value, float) else value


class Ties(Sequence[TieRow]):
    """Rows of the tie index; a notebook shows them as a table."""

    def __init__(
        self, rows: Sequence[TieRow], *, directed: bool = False, half_life: float | None = None
    ) -> None:
        """Keep rows in their order.

        Args:
            rows: The rows.
            directed: Whether A to B is told from B to A.
            half_life: Months after which an event counts half, where rows are of one date.
        """
        self._rows, self.directed, self.half_life = tuple(rows), directed, half_life

    @overload
    def __getitem__(self, index: int) -> TieRow: ...
    @overload
    def __getitem__(self, index: slice) -> "Ties": ...
    def __getitem__(self, index: int | slice) -> "TieRow | Ties":
        """Return a row, or some of them."""
        if isinstance(index, slice):
            return Ties(self._rows[index], directed=self.directed, half_life=self.half_life)
        return self._rows[index]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def __iter__(self) -> Iterator[TieRow]:
        """Yield the rows."""
        return iter(self._rows)

    def to_pandas(self) -> "pd.DataFrame":
        """Return a data frame with a row a pair and period.

        Raises:
            InputError: pandas is not installed.
        """
        return frame([flat(row) for row in self._rows], COLUMNS)

    def __repr__(self) -> str:
        from graph.analysis.show import ties_lines

        return printed(ties_lines(self, _SHOWN))

    def _repr_html_(self) -> str:
        from graph.analysis.notebook import ties_html

        return ties_html(self)


def flat(row: TieRow) -> dict[str, Any]:
    """Return a row by column, for tables."""
    record = row.record()
    others = record.pop("others")
    for end in ("one", "other"):
        actor = record.pop(end)
        record |= {end: actor["label"], f"{end}_id": actor["id"]}
    record |= {name: others.get(name, 0) for name in MODALITIES[1:]}
    return {column: record[column] for column in COLUMNS}


def frame(records: Sequence[dict[str, Any]], columns: Sequence[str]) -> "pd.DataFrame":
    """Return records as a data frame, which has its columns where there are no records too.

    Raises:
        InputError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        fix = "Install it, or diplograph with its extra 'pandas'"
        raise InputError("pandas", "is not installed", fix) from error
    return pd.DataFrame.from_records(list(records), columns=list(columns))


def rows_of(index: TieIndex) -> Ties:
    """Return the rows of an index: the strongest pair first, then by period.

    A pair has no row for a period in which nothing happened and nothing is left.
    """
    nodes, others = index.columns.nodes, _others(index)
    strength = np.round((index.cooperation + index.conflict).sum(axis=0), _DECIMALS)
    order = np.lexsort((index.other, index.one, -strength))
    return Ties(
        [
            _row(index, step, pair, nodes, others.get((step, pair), ()))
            for pair in order.tolist()
            for step in np.flatnonzero(index.weight[:, pair] > 0).tolist()
        ]
    )


def _row(index: TieIndex, step: int, pair: int, nodes: Sequence[Actor], others: Others) -> TieRow:
    at = (step, pair)
    return TieRow(
        one=nodes[int(index.one[pair])],
        other=nodes[int(index.other[pair])],
        period=index.steps[step],
        cooperation=float(index.cooperation[at]),
        cooperation_error=float(index.cooperation_error[at]),
        conflict=float(index.conflict[at]),
        conflict_error=float(index.conflict_error[at]),
        tone=float(index.tone[at]),
        events=float(index.weight[at]),
        articles=int(index.articles[at]),
        sources=int(index.sources[at]),
        others=others,
    )


def _others(index: TieIndex) -> dict[tuple[int, int], Others]:
    """Count by step and pair what is said not to have happened, or not yet, by modality."""
    found: defaultdict[tuple[int, int], list[tuple[str, int]]] = defaultdict(list)
    pairs = index.one * max(1, len(index.columns.nodes)) + index.other
    hidden = index.grid.length - len(index.steps)
    for modality in MODALITIES[1:]:
        told = tellings(index.columns, directed=index.directed, modality=modality)
        fall = falls(told, index.grid)
        pair = np.searchsorted(pairs, told.pair[fall.event])
        known = pair < len(pairs)
        known[known] = pairs[pair[known]] == told.pair[fall.event][known]
        step = np.maximum(fall.step - hidden, 0) if len(index.steps) == 1 else fall.step - hidden
        cells, counts = np.unique(
            (step * len(pairs) + pair)[known & (step >= 0)], return_counts=True
        )
        for cell, count in zip(cells.tolist(), counts.tolist(), strict=True):
            found[divmod(cell, len(pairs))].append((modality, count))
    return {cell: tuple(counts) for cell, counts in found.items()}
