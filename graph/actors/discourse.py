"""Who was spoken of so far in an article: whom "the two countries" or "the kingdom" means.

Countries are weighed by how often and how lately the text spoke of them, also
through their people: a mediator named in passing is none of "the two sides".
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from graph.actors.records import Description, Gazetteer, words_of
from graph.model import Actor
from graph.text.folding import fold

#: What each later mention leaves of the weight of an earlier one.
_FADING = 0.9
#: What a mention anywhere in the article weighs, beside one just before.
_ANYWHERE = 0.1

#: It counts among the states.
_UNION = "EU"


@dataclass(slots=True)
class Discourse:
    """The actors named up to some place of an article, in order."""

    gazetteer: Gazetteer
    totals: Counter[str] = field(default_factory=Counter)
    """How often the whole article speaks of each state, by ISO code; empty while not known."""

    starts: Sequence[int] = ()
    """Where the sentences begin, in order."""

    named: list[Actor] = field(default_factory=list)
    """In order of mention, with repeats."""

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

    def home(self, start: int, *, but: str | None = None) -> str | None:
        """Return the state of somebody whom a sentence introduces without one.

        It is the first that the sentence speaks of, or the one before, or the weightiest; the
        European Union only where the sentence names it.
        """
        here = self._sentence(start)
        others = [self.openings.get(here - 1), *self.countries()]
        codes = [self.openings.get(here), *(code for code in others if code != _UNION)]
        return next((code for code in codes if code not in (None, but)), None)

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
        weights: dict[str, float] = defaultdict(float)
        for age, code in enumerate(reversed(self._states())):
            weights[code] += _FADING**age
        return sorted(weights, key=lambda code: -weights[code] - _ANYWHERE * self.totals[code])

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
