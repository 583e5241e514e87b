"""Who was spoken of so far in an article: whom "the two countries" or "the kingdom" means.

Countries are weighed by how often and how lately the text spoke of them, also
through their people: a mediator named in passing is none of "the two sides".
Two states that the text names side by side belong together more than two that
it only names often.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from graph.actors.records import UNION, Description, Gazetteer, words_of
from graph.model import Actor
from graph.text.folding import fold

#: What each later mention leaves of the weight of an earlier one.
_FADING = 0.9
#: What a mention anywhere in the article weighs, beside one just before.
_ANYWHERE = 0.1

#: What it weighs that a sentence names two states one after the other.
_SIDE_BY_SIDE = 1.0
#: How many states come into question for two.
_LIKELY = 5


@dataclass(slots=True)
class Discourse:
    """The actors named up to some place of an article, in order."""

    gazetteer: Gazetteer
    totals: Counter[str] = field(default_factory=Counter)
    """How often the whole article speaks of each state, by ISO code; empty while not known."""

    together: Counter[frozenset[str]] = field(default_factory=Counter)
    """How often it names each two of them one after the other."""

    starts: Sequence[int] = ()
    """Where the sentences begin, in order."""

    named: list[Actor] = field(default_factory=list)
    """In order of mention, with repeats."""

    _placed: list[tuple[int, str]] = field(default_factory=list)
    """The states named, each with the number of its sentence."""

    openings: dict[int, str] = field(default_factory=dict)
    """The ISO code of the first state that each sentence speaks of, also as a place."""

    def add(
        self, actors: Iterable[Actor], start: int, *, placed: bool = False, beside: bool = False
    ) -> None:
        """Store that some actors were named.

        Args:
            actors: In the order named.
            start: First code point of the mention.
            placed: Whether it is a city, named as a place.
            beside: Whether it is an adjective beside something else.
        """
        actors = list(actors)
        codes = [actor.country or "" for actor in actors]
        code = next((code for code in codes if code in self.gazetteer.countries), None)
        if code is not None and not beside:
            self.openings.setdefault(self._sentence(start), code)
        if not placed:
            self.named.extend(actors)
            states = (code for code in codes if code in self.gazetteer.countries)
            self._placed.extend((self._sentence(start), code) for code in states)

    def home(self, start: int, *, but: Collection[str | None] = ()) -> str | None:
        """Return the state of somebody whom a sentence introduces without one.

        It is the first that the sentence speaks of, or the one before, or the weightiest; the
        European Union only where the sentence names it.
        """
        here = self._sentence(start)
        others = [self.openings.get(here - 1), *self.countries()]
        codes = [self.openings.get(here), *(code for code in others if code != UNION)]
        known = [code for code in codes if code is not None]
        return next((code for code in known if code not in but), None)

    def _sentence(self, start: int) -> int:
        return bisect_right(self.starts, start)

    def codes(self) -> Counter[str]:
        """Return how often each state was spoken of, by ISO code."""
        return Counter(self._states())

    def latest(self, fits: Callable[[Actor], bool]) -> list[Actor]:
        """Return the actors named that fit, each once, the last one first."""
        return list(dict.fromkeys(actor for actor in reversed(self.named) if fits(actor)))

    def people(self) -> list[Actor]:
        """Return the persons named, each once, the last one first."""
        return self.latest(lambda actor: actor.kind == "person")

    def countries(self) -> list[str]:
        """Return the ISO codes of the states spoken of, the weightiest first."""
        weights = self._weights()
        return sorted(weights, key=lambda code: -weights[code])

    def _weights(self) -> dict[str, float]:
        weights: dict[str, float] = defaultdict(float)
        for age, code in enumerate(reversed(self._states())):
            weights[code] += _FADING**age
        return {code: weight + _ANYWHERE * self.totals[code] for code, weight in weights.items()}

    def pair(self, *, but: Collection[str | None] = ()) -> list[str]:
        """Return the ISO codes of the two states that the text speaks of together.

        Args:
            but: Codes of states that are none of the two.
        """
        weights = self._weights()
        likely = [code for code in self.countries() if code not in but][:_LIKELY]
        found = max(
            combinations(likely, 2),
            key=lambda two: sum(weights[code] for code in two) + self._closeness(*two),
            default=(),
        )
        return list(found)

    def _closeness(self, one: str, other: str) -> float:
        """Return how often and how lately two states were named one after the other."""
        ages = enumerate(reversed(self._neighbours()))
        near = sum(_FADING**age for age, both in ages if both == {one, other})
        return _SIDE_BY_SIDE * (near + _ANYWHERE * self.together[frozenset((one, other))])

    def side_by_side(self) -> Counter[frozenset[str]]:
        """Return how often each two states were named one after the other in a sentence."""
        return Counter(self._neighbours())

    def _neighbours(self) -> list[frozenset[str]]:
        """Return the states named one after the other, empty where that is no two in a sentence."""
        return [
            frozenset((first, second) if here == there and first != second else ())
            for (here, first), (there, second) in pairwise(self._placed)
        ]

    def described(self, words: Sequence[Sequence[Description]]) -> Actor | None:
        """Return the actor named last that fits one of the descriptions of each word."""

        def fits(actor: Actor) -> bool:
            return all(any(reading.fits(actor) for reading in word) for word in words)

        return next(iter(self.latest(fits)), None)

    def shortened(self, word: str) -> Actor | None:
        """Return the organisation named last that bears a word in a name: "the Court"."""
        fitting = self.latest(
            lambda actor: actor.kind != "person" and fold(word) in words_of(actor)
        )
        return next(iter(fitting), None)

    def _states(self) -> list[str]:
        codes = [actor.country or "" for actor in self.named]
        return [code for code in codes if code in self.gazetteer.countries]
