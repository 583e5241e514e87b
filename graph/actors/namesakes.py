"""Family names of leaders that an article gives to somebody else: "Nancy Reagan".

Whoever else bears the name is meant by it alone too, unless the article also
names the leader in full or by a title.
"""

from collections.abc import Sequence
from itertools import pairwise

from graph.actors.records import Gazetteer, words_of
from graph.actors.units import Unit
from graph.text.folding import fold

#: Tags of a given name, and of what shows that the leader is meant.
_GIVEN, _TITLED = "X", "TM"


def without_namesakes(text: str, units: Sequence[Unit], gazetteer: Gazetteer) -> list[Unit]:
    """Return units in which family names that an article gives to others are plain capitals.

    Args:
        text: The article's text.
        units: What it was cut into.
        gazetteer: The actors.
    """
    borne = {
        fold(text[family.start : family.end])
        for given, family in pairwise(units)
        if family.tag == "F" and given.tag in _GIVEN and _is_another(text, given, family, gazetteer)
    }
    if not borne:
        return list(units)
    leaders = {name.key for unit in units if unit.tag == "P" for name in unit.names}
    leaders |= {
        name.key
        for title, unit in pairwise(units)
        if unit.tag == "F" and title.tag in _TITLED
        for name in unit.names
    }
    return [
        unit._replace(tag="X", names=())
        if unit.tag == "F"
        and fold(text[unit.start : unit.end]) in borne
        and leaders.isdisjoint(name.key for name in unit.names)
        else unit
        for unit in units
    ]


def _is_another(text: str, given: Unit, family: Unit, gazetteer: Gazetteer) -> bool:
    """Whether a word before a family name is no name of anybody listed who bears it."""
    known = {word for name in family.names for word in words_of(gazetteer.people[name.key].actor)}
    return fold(text[given.start : given.end]) not in known
