"""Which of several states a shared word means in an article: "congolais", "Guinean", "Congress"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice, takewhile

from graph.actors.records import Gazetteer, SharedWord
from graph.actors.units import Cut, Unit
from graph.text.folding import fold

#: By the folded word.
Shared = Mapping[str, SharedWord]

#: Tags of towns and seats, of persons, and of whatever else names one state.
_TOWN, _PERSON, _TELLING = "K", "PF", "CADKPFG"

#: Tags of what may be a shared word.
_SHARED = re.compile("[ACDKG]")

#: Tags of an official or a body, which may stand on either side of the adjective.
_OFFICIAL = "TUB"

#: Tags that end a phrase: a verb or another small word, a sign, the end of the sentence.
_ENDS = "w.|"


def settled(text: str, cut: Cut, shared: Shared, gazetteer: Gazetteer) -> Cut:
    """Return units whose shared words have the entry of the state that the article means.

    Args:
        text: The article's text.
        cut: The units that it was cut into.
        shared: The states that share a word.
        gazetteer: The actors.
    """
    units = cut.units
    may = ((at, _may_mean(text, units[at], shared)) for at in cut.places(_SHARED))
    words = {at: word for at, word in may if word is not None}
    if not words:
        return cut
    told = [() if at in words else _states(unit, gazetteer) for at, unit in enumerate(units)]
    sure = frozenset(
        n.key for unit, keys in zip(units, told, strict=True) if keys for n in unit.names
    )
    counts = Counter(key for keys in told for key in keys)
    article = _Article(text, units, told, sure, counts)
    return cut.but(
        {
            at: _of(units[at], word, next(article.states(at, word), None))
            for at, word in words.items()
        }
    )


def _may_mean(text: str, unit: Unit, shared: Shared) -> SharedWord | None:
    """Return the shared word that the name of a state, a people, a town or a body is."""
    if unit.names[0].is_dated:
        return None
    word = shared.get(fold(text[unit.start : unit.end]))
    if word is None:
        return None
    meant = unit.names[0].key in (word.bodies.values() if word.bodies else word.of)
    return word if meant else None


def _states(unit: Unit, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the one state that a unit tells of, or nothing."""
    if unit.tag not in _TELLING:
        return ()
    keys = {gazetteer.actor(name.key).country for name in unit.names}
    return tuple(key for key in keys if key is not None) if len(keys) == 1 else ()


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article tells of the states that share a word."""

    text: str
    units: Sequence[Unit]
    told: Sequence[tuple[str, ...]]
    """The state that each unit tells of for certain, or nothing."""

    sure: frozenset[str]
    """The keys of all that tell of a state for certain."""

    counts: Counter[str]
    """How often the article tells of each state for certain."""

    found: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By the identity of a shared word: the state that anything in the article tells of."""

    def states(self, at: int, word: SharedWord) -> Iterator[str]:
        """Yield the states that a word at some unit may mean, the likeliest first."""
        sentence = self._sentence(at)
        yield from self._in_full(word)
        yield from self._in_phrase(at, word)
        yield from self._towns(at, sentence, word)
        yield from self._officials(sentence, word)
        yield from self._most(word)
        yield from self._beside(sentence, word)
        yield from self._anywhere(word)

    def _anywhere(self, word: SharedWord) -> tuple[str, ...]:
        """Return the state that anything in the article tells of, worked out once for each word."""
        if id(word) not in self.found:
            told = (state for state, words in word.words.items() if words.search(self.text))
            beside = self._beside(range(len(self.units)), word)
            self.found[id(word)] = tuple(islice(chain(told, beside), 1))
        return self.found[id(word)]

    def _sentence(self, at: int) -> Sequence[int]:
        """Return the units of the sentence that one stands in, in order."""
        back = takewhile(lambda n: self.units[n].tag != "|", range(at - 1, -1, -1))
        ahead = takewhile(lambda n: self.units[n].tag != "|", range(at, len(self.units)))
        return (*reversed([*back]), *ahead)

    def _in_full(self, word: SharedWord) -> set[str]:
        """Return the one state whose body of that kind the article names in full, if any."""
        states = {state for state, body in word.bodies.items() if body in self.sure}
        return states if len(states) == 1 else set()

    def _in_phrase(self, at: int, word: SharedWord) -> Iterator[str]:
        """Yield the states of the persons in the phrase of a word: "le président congolais X"."""
        for side in (range(at + 1, len(self.units)), range(at - 1, -1, -1)):
            for near in takewhile(lambda n: self.units[n].tag not in _ENDS, side):
                if self.units[near].tag in _PERSON:
                    yield from (key for key in self.told[near] if key in word.of)

    def _towns(self, at: int, sentence: Sequence[int], word: SharedWord) -> list[str]:
        """Return the states whose towns the sentence names, the nearest first."""
        towns = [n for n in sentence if self.units[n].tag == _TOWN]
        near = sorted(towns, key=lambda n: abs(n - at))
        return [key for n in near for key in self.told[n] if key in word.of]

    def _officials(self, sentence: Sequence[int], word: SharedWord) -> Iterator[str]:
        """Yield the one of the states that the sentence names, if it names an official of it."""
        named = {key for n in sentence for key in self.told[n] if key in word.of}
        for n in sentence:
            near = self.units[max(n - 1, 0) : n + 3]
            if len(named) == 1 and self.units[n].tag == "A" and named.issuperset(self.told[n]):
                yield from (named if any(unit.tag in _OFFICIAL for unit in near) else ())

    def _most(self, word: SharedWord) -> list[str]:
        """Return the state that the article names most."""
        counts = self.counts
        first, second, *_ = sorted(word.of, key=lambda key: -counts[key])
        return [first] if counts[first] >= counts[second] + word.by else []

    def _beside(self, among: Sequence[int], word: SharedWord) -> Iterator[str]:
        """Yield the states beside which news names some of the actors of some units."""
        for n in among:
            keys = (*self.told[n], *(name.key for name in self.units[n].names))
            yield from (word.beside[key] for key in keys if key in word.beside)


def _of(unit: Unit, word: SharedWord, state: str | None) -> Unit:
    if state is None:
        return unit
    key = word.bodies.get(state, state)
    return unit._replace(names=(replace(unit.names[0], key=key),))
