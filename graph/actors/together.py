"""How closely the actors of an article belong together: whom "the two of them" means.

Actors are weighed by how often and how lately the text spoke of them: a mediator
named in passing is none of "the two sides". Two that a sentence names one after
the other belong together more than two that are only named often, and two that
it joins ("between A and B") more than those.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice, takewhile
from math import fsum

#: What each later mention leaves of the weight of an earlier one.
_FADING = 0.9
#: What a mention anywhere in the article weighs, beside one just before.
_ANYWHERE = 0.1
#: What it weighs that a sentence names two one after the other, and that it joins them.
_SIDE_BY_SIDE, _JOINED = 1.0, 2.0
#: How many are kept in mind: whoever was named before so many others is no longer meant.
REMEMBERED = 300
#: How many come into question for two.
_LIKELY = 5
#: How many a sentence may have named before those whom it joins: "according to A, B and C met".
_TWO = 2


@dataclass(slots=True)
class Together:
    """Actors by some key, in the order in which a text names them."""

    whole: "Together | None" = None
    """The same of the whole article; None while it is read for the first time."""

    _named: list[tuple[str, int, str]] = field(default_factory=list)
    """Each with its sentence and what stands before it, as ``add`` takes them."""

    _totals: dict[str, int] = field(default_factory=dict)
    """How often each was named."""

    _heard: dict[str, tuple[float, int]] = field(default_factory=dict)
    """What each weighed when it was named last, and which of all names that was; last last."""

    _counted: int = 0
    """Of how many of them it is worked out what they weigh: few texts ask that of all kinds."""

    _followed: int = 0
    """Of how many of them it is worked out who is beside whom: few texts ask for it."""

    _beside: dict[frozenset[str], "_Both"] = field(default_factory=dict)
    _runs: list["_Run"] = field(default_factory=list)
    _last: tuple[int, str] = (-1, "")

    def add(self, keys: Iterable[str], sentence: int, joint: str = "") -> None:
        """Store that somebody was named.

        Args:
            keys: Of all whom one expression names.
            sentence: The number of its sentence.
            joint: What stands between this and what was named just before: "and", a comma or "".
        """
        for key in keys:
            self._named.append((key, sentence, joint))
            joint = "and"

    def _count(self) -> None:
        """Work out what those weigh who were named since it was asked last."""
        for at in range(self._counted, len(self._named)):
            key = self._named[at][0]
            weight, last = self._heard.pop(key, (0.0, at))
            self._heard[key] = 1 + weight * _FADING ** (at - last), at
            self._totals[key] = self._totals.get(key, 0) + 1
        self._counted = len(self._named)

    def _follow(self) -> None:
        """Work out who is beside whom among those named since it was asked last."""
        for at in range(self._followed, len(self._named)):
            key, sentence, joint = self._named[at]
            here, before = self._last
            if here != sentence or not joint:
                self._runs.append(_Run(sentence))
            run = self._runs[-1]
            if here == sentence and key != before:
                pair = joint == "and" and len(run.keys) <= _TWO
                both = self._beside.setdefault(frozenset((before, key)), _Both(at))
                both.add(at, _JOINED if pair else _SIDE_BY_SIDE)
            run.add(key, joint)
            self._last = (sentence, key)
        self._followed = len(self._named)

    def codes(self) -> Mapping[str, int]:
        """Return how often each was named."""
        self._count()
        return self._totals

    def within(self, sentence: int) -> list[str]:
        """Return those whom a sentence named so far, each once."""
        here = takewhile(lambda named: named[1] == sentence, reversed(self._named))
        return list(dict.fromkeys(key for key, *_ in here))

    def weights(self) -> dict[str, float]:
        """Return how much the text speaks of each, at the place reached."""
        self._count()
        now, totals = len(self._named) - 1, self.whole.codes() if self.whole is not None else {}
        return {
            key: weight * _FADING ** (now - last) + _ANYWHERE * totals.get(key, 0)
            for key, (weight, last) in islice(reversed(self._heard.items()), REMEMBERED)
        }

    def ranked(self) -> list[str]:
        """Return all named, the weightiest first."""
        return _ranked(self.weights())

    def pair(self, *, but: Collection[str | None] = (), among: Collection[str] = ()) -> list[str]:
        """Return the two that the text speaks of together, or nothing.

        Args:
            but: Those who are none of the two.
            among: Those who alone may be; all where it is empty.
        """
        weights = self.weights()
        fitting = [
            key for key in _ranked(weights) if key not in but and (not among or key in among)
        ]
        found = max(
            combinations(fitting[:_LIKELY], 2),
            key=lambda two: fsum(weights[key] for key in two) + self.closeness(*two),
            default=(),
        )
        return list(found)

    def closeness(self, one: str, other: str) -> float:
        """Return how often and how lately two were named one after the other."""
        self._follow()
        both = self._beside.get(frozenset((one, other)))
        near = both.weight * _FADING ** (len(self._named) - 1 - both.last) if both else 0
        return near + _ANYWHERE * (self.whole.closeness_anywhere(one, other) if self.whole else 0)

    def closeness_anywhere(self, one: str, other: str) -> float:
        """Return how often two were named one after the other, wherever."""
        self._follow()
        both = self._beside.get(frozenset((one, other)))
        return both.total if both else 0

    def joined(self, wanted: int | None = None, *, within: int | None = None) -> Sequence[str]:
        """Return those whom the text named last in one breath: "A, B and C".

        Args:
            wanted: How many they are; None for any number from two on.
            within: The number of the sentence that must have them.
        """
        self._follow()
        for run in islice(reversed(self._runs), REMEMBERED):
            if within is not None and run.sentence != within:
                return ()
            if run.closed and wanted in (None, len(run.keys)):
                return list(run.keys)
        return ()


def _ranked(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=lambda key: -weights[key])


@dataclass(slots=True)
class _Both:
    """How closely two belong together that a text named one after the other."""

    last: int
    """Which of all names was the last one that stood beside the other."""

    weight: float = 0
    """What all of them weighed at that one; the earlier ones have faded."""

    total: float = 0
    """What they weigh wherever they are."""

    def add(self, at: int, weight: float) -> None:
        self.weight = weight + self.weight * _FADING ** (at - self.last)
        self.total += weight
        self.last = at


@dataclass(slots=True)
class _Run:
    """Those whom a sentence names with nothing but commas and "and" between."""

    sentence: int
    keys: dict[str, None] = field(default_factory=dict)
    closed: bool = False
    """Whether an "and" joins some of them."""

    def add(self, key: str, joint: str) -> None:
        self.closed = self.closed or (joint == "and" and bool(self.keys) and key not in self.keys)
        self.keys[key] = None
