"""Events: what happened, each counted once however many articles tell of it.

Statements with the same subject, relation, object and date are one event, the
"one-a-day" rule of event data (Schrodt and Gerner 1994). That an event took
place is as likely as that at least one of its articles was read right:
``1 - (1-c1)(1-c2)…``, the noisy-or of Pearl (1988), with one confidence an
independent article. So a second article adds certainty, never a second event,
and copies of one sentence add nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.analysis.columns import Columns
from graph.model import MODALITIES, Modality
from graph.relations import relations

Numbers = NDArray[np.float64]
Indexes = NDArray[np.int64]

#: No reading is quite certain: the logarithm of its doubt must exist.
_SUREST = 1 - 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Tellings:
    """Events, and which articles tell of each; sorted by pair, then by event."""

    pair: Indexes
    """For each event, ``one * number of nodes + other``; undirected, the lower index first."""

    score: Numbers
    """For each event, its PLOVER score from -10 to 10."""

    first: NDArray[np.int32]
    """For each event, its first possible day."""

    last: NDArray[np.int32]
    """For each event, its last possible day."""

    begin: Indexes
    """For each event, where its tellings begin."""

    doubt: Numbers
    """For each telling, how likely it was read wrong."""

    article: NDArray[np.int32]
    """For each telling, the index of its article."""

    publisher: NDArray[np.int32]
    """For each telling, the index of a publisher."""

    def chance(self) -> Numbers:
        """Return for each event how likely it took place."""
        return 1 - np.multiply.reduceat(self.doubt, self.begin) if len(self.begin) else self.doubt

    def of_tellings(self) -> Indexes:
        """Return for each telling the index of its event."""
        return np.repeat(np.arange(len(self.begin)), np.diff(self.begin, append=len(self.doubt)))

    def part(self, start: int, end: int) -> "Tellings":
        """Return the events from one index to before another."""
        begin = self.begin[start:end]
        stop = self.begin[end] if end < len(self.begin) else len(self.doubt)
        tellings = slice(begin[0] if len(begin) else stop, stop)
        return Tellings(
            pair=self.pair[start:end],
            score=self.score[start:end],
            first=self.first[start:end],
            last=self.last[start:end],
            begin=begin - tellings.start,
            doubt=self.doubt[tellings],
            article=self.article[tellings],
            publisher=self.publisher[tellings],
        )


def tellings(
    columns: Columns, *, directed: bool = False, modality: Modality = "actual"
) -> Tellings:
    """Return the events of what is said to have happened between two nodes.

    Relations without a score, such as offices, are no events. A relation that
    goes both ways is, directed, an event of either direction.

    Args:
        columns: From ``columns_of``.
        directed: Tell A to B from B to A.
        modality: Which statements to look at.
    """
    vocabulary = list(relations().values())
    scores = np.array([np.nan if row.score is None else row.score for row in vocabulary])
    mutual = np.array([row.symmetric for row in vocabulary])
    counts = columns.modality == MODALITIES.index(modality)
    counts &= ~columns.copied
    counts &= (columns.subject != columns.object) & ~np.isnan(scores)[columns.relation]
    rows = np.flatnonzero(counts)
    subject, object_ = (side[rows].astype(np.int64) for side in (columns.subject, columns.object))
    relation = columns.relation[rows]
    low, high = np.minimum(subject, object_), np.maximum(subject, object_)
    both = mutual[relation]
    # Who acts on whom, so that undirected events of either direction stay two.
    turned = ~both & (subject > object_)
    if directed:
        twice = np.flatnonzero(both)
        rows, relation = np.append(rows, rows[twice]), np.append(relation, relation[twice])
        one = np.append(np.where(both, low, subject), high[twice])
        other = np.append(np.where(both, high, object_), low[twice])
        turned = np.zeros(len(rows), bool)
    else:
        one, other = low, high
    pair = one * len(columns.nodes) + other
    return _grouped(columns, rows, pair, relation.astype(np.int64) * 2 + turned, scores)


def _grouped(
    columns: Columns, rows: Indexes, pair: Indexes, act: Indexes, scores: Numbers
) -> Tellings:
    """Sort statements by pair, act, date and article, and keep the surest of each article."""
    first, last = columns.first[rows], columns.last[rows]
    article, sure = columns.article[rows], columns.confidence[rows]
    keys = (-sure, columns.publisher[rows], article, last, first, act, pair)
    order = np.lexsort(keys)
    sorted_keys = [key[order] for key in (pair, act, first, last, article)]
    new_event = _changes(sorted_keys[:4])
    new_telling = new_event | _changes(sorted_keys[4:])
    tellings_at, events_at = np.flatnonzero(new_telling), np.flatnonzero(new_event)
    of_events, of_tellings = order[events_at], order[tellings_at]
    return Tellings(
        pair=pair[of_events],
        score=scores[act[of_events] // 2],
        first=first[of_events],
        last=last[of_events],
        begin=np.searchsorted(tellings_at, events_at),
        doubt=1 - np.minimum(np.maximum.reduceat(sure[order], tellings_at), _SUREST)
        if len(order)
        else np.zeros(0),
        article=article[of_tellings],
        publisher=columns.publisher[rows][of_tellings],
    )


def _changes(keys: Sequence[NDArray[Any]]) -> NDArray[np.bool_]:
    """Return where any of some sorted keys has another value than before."""
    changed = np.ones(len(keys[0]), bool)
    if len(changed):
        changed[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return changed
