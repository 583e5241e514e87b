"""How closely the actors of an article belong together: whom "the two of them" means.

Actors are weighed by how often and how lately the text spoke of them: a mediator
named in passing is none of "the two sides". Two that a sentence names one after
the other belong together more than two that are only named often, and two that
it joins ("between A and B") more than those.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, takewhile
from math import fsum

#: What each later mention leaves of the weight of an earlier one.
_FADING = 0.9
#: What a mention anywhere in the article weighs, beside one just before.
_ANYWHERE = 0.1
#: What it weighs that a sentence names two one after the other, and that it joins them.
_SIDE_BY_SIDE, _JOINED = 1.0, 2.0
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

    _followed: int = 0
    """Of how many of them it is worked out who is beside whom: few texts ask for it."""

    _beside: list[tuple[frozenset[str], float]] = field(default_factory=list)
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

    def _follow(self) -> None:
        """Work out who is beside whom among those named since it was asked last."""
        for key, sentence, joint in self._named[self._followed :]:
            here, before = self._last
            if here != sentence or not joint:
                self._runs.append(_Run(sentence))
            run = self._runs[-1]
            near = here == sentence and key != before
            pair = joint == "and" and len(run.keys) <= _TWO
            self._beside.append(
                (frozenset((before, key) if near else ()), _JOINED if pair else _SIDE_BY_SIDE)
            )
            run.add(key, joint)
            self._last = (sentence, key)
        self._followed = len(self._named)

    def codes(self) -> Counter[str]:
        """Return how often each was named."""
        return Counter(key for key, *_ in self._named)

    def within(self, sentence: int) -> list[str]:
        """Return those whom a sentence named so far, each once."""
        here = takewhile(lambda named: named[1] == sentence, reversed(self._named))
        return list(dict.fromkeys(key for key, *_ in here))

    def weights(self) -> dict[str, float]:
        """Return how much the text speaks of each, at the place reached."""
        found: dict[str, float] = defaultdict(float)
        for age, (key, *_) in enumerate(reversed(self._named)):
            found[key] += _FADING**age
        totals = self.whole.codes() if self.whole is not None else Counter()
        return {key: weight + _ANYWHERE * totals[key] for key, weight in found.items()}

    def ranked(self) -> list[str]:
        """Return all named, the weightiest first."""
        weights = self.weights()
        return sorted(weights, key=lambda key: -weights[key])

    def pair(self, *, but: Collection[str | None] = (), among: Collection[str] = ()) -> list[str]:
        """Return the two that the text speaks of together, or nothing.

        Args:
            but: Those who are none of the two.
            among: Those who alone may be; all where it is empty.
        """
        weights = self.weights()
        fitting = [key for key in self.ranked() if key not in but and (not among or key in among)]
        found = max(
            combinations(fitting[:_LIKELY], 2),
            key=lambda two: fsum(weights[key] for key in two) + self.closeness(*two),
            default=(),
        )
        return list(found)

    def closeness(self, one: str, other: str) -> float:
        """Return how often and how lately two were named one after the other."""
        self._follow()
        near = fsum(
            weight * _FADING**age
            for age, (both, weight) in enumerate(reversed(self._beside))
            if both == {one, other}
        )
        return near + _ANYWHERE * (self.whole.closeness_anywhere(one, other) if self.whole else 0)

    def closeness_anywhere(self, one: str, other: str) -> float:
        """Return how often two were named one after the other, wherever."""
        self._follow()
        return fsum(weight for both, weight in self._beside if both == {one, other})

    def joined(self, wanted: int | None = None, *, within: int | None = None) -> Sequence[str]:
        """Return those whom the text named last in one breath: "A, B and C".

        Args:
            wanted: How many they are; None for any number from two on.
            within: The number of the sentence that must have them.
        """
        self._follow()
        for run in reversed(self._runs):
            if within is not None and run.sentence != within:
                return ()
            if run.closed and wanted in (None, len(run.keys)):
                return list(run.keys)
        return ()


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
