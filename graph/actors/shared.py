"""Which of several states a shared word means in an article: "congolais", "Guinean"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from graph.actors.records import Gazetteer, SharedWord
from graph.actors.units import Unit
from graph.text.folding import fold

#: By the folded word.
Shared = Mapping[str, SharedWord]

#: Tags of towns and seats, of persons, and of whatever else names one state.
_TOWN, _PERSON, _TELLING = "K", "PF", "CADKPFG"

#: Tags that end a phrase: a verb or another small word, a sign, the end of the sentence.
_ENDS = "w.|"


def settled(text: str, units: Sequence[Unit], shared: Shared, gazetteer: Gazetteer) -> list[Unit]:
    """Return units whose shared words have the entry of the state that the article means.

    Args:
        text: The article's text.
        units: What it was cut into.
        shared: The states that share a word.
        gazetteer: The actors.
    """
    words = [_may_mean(text, unit, shared) for unit in units]
    if not any(words):
        return list(units)
    told = [
        () if word else _states(unit, gazetteer) for word, unit in zip(words, units, strict=True)
    ]
    overall = Counter(key for keys in told for key in keys)
    found = list(units)
    for at, word in enumerate(words):
        if word:
            keys = word.of
            near = [*_in_phrase(units, told, at, keys), *_in_sentence(units, told, at, keys)]
            ranked = sorted(keys, key=lambda key: -overall[key])
            most = ranked[:1] if overall[ranked[0]] >= overall[ranked[1]] + word.by else []
            found[at] = _of(units[at], next(iter([*near, *most]), None))
    return found


def _may_mean(text: str, unit: Unit, shared: Shared) -> SharedWord | None:
    """Return the shared word that a unit is."""
    if unit.tag not in "ACDK" or unit.names[0].is_dated:
        return None
    word = shared.get(fold(text[unit.start : unit.end]))
    return word if word is not None and unit.names[0].key in word.of else None


def _states(unit: Unit, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the one state that a unit tells of, or nothing."""
    if unit.tag not in _TELLING:
        return ()
    keys = {gazetteer.actor(name.key).country for name in unit.names}
    return tuple(key for key in keys if key is not None) if len(keys) == 1 else ()


_Told = Sequence[tuple[str, ...]]


def _in_phrase(units: Sequence[Unit], told: _Told, at: int, keys: Sequence[str]) -> Iterator[str]:
    """Yield the states of the persons in the phrase of a word: "le président congolais X"."""
    sides = (range(at + 1, len(units)), range(at - 1, -1, -1))
    for side in sides:
        for near in takewhile(lambda n: units[n].tag not in _ENDS, side):
            yield from (key for key in told[near] if key in keys and units[near].tag in _PERSON)


def _in_sentence(units: Sequence[Unit], told: _Told, at: int, keys: Sequence[str]) -> list[str]:
    """Return the states whose towns the sentence of a word names, the nearest first."""
    ahead = takewhile(lambda n: units[n].tag != "|", range(at, len(units)))
    back = takewhile(lambda n: units[n].tag != "|", range(at, -1, -1))
    towns = [n for n in (*ahead, *back) if units[n].tag == _TOWN]
    near = sorted(towns, key=lambda n: abs(n - at))
    return [key for n in near for key in told[n] if key in keys]


def _of(unit: Unit, key: str | None) -> Unit:
    return unit._replace(names=(replace(unit.names[0], key=key),)) if key else unit
