"""Family names of leaders that an article gives to somebody else: "Nancy Reagan".

Whoever else bears the name is meant by it alone too, unless the article also
names the leader in full or by a title.
"""

import re

from graph.actors.records import Gazetteer, words_of
from graph.actors.units import Cut, Unit
from graph.text.folding import fold

#: The tag of a family name behind a given one, and behind what shows that the leader is meant.
_GIVEN, _TITLED = re.compile("(?<=X)F"), re.compile("(?<=[TM])F")

#: The tags of a family name, and of a name in full.
_FAMILY, _FULL = re.compile("F"), re.compile("P")


def without_namesakes(text: str, cut: Cut, gazetteer: Gazetteer) -> Cut:
    """Return units in which family names that an article gives to others are plain capitals.

    Args:
        text: The article's text.
        cut: The units that it was cut into.
        gazetteer: The actors.
    """
    units = cut.units
    borne = {
        fold(text[units[at].start : units[at].end])
        for at in cut.places(_GIVEN)
        if _is_another(text, units[at - 1], units[at], gazetteer)
    }
    if not borne:
        return cut
    telling = (*cut.places(_FULL), *cut.places(_TITLED))
    leaders = {name.key for at in telling for name in units[at].names}
    return cut.but(
        {
            at: units[at]._replace(tag="X", names=())
            for at in cut.places(_FAMILY)
            if fold(text[units[at].start : units[at].end]) in borne
            and leaders.isdisjoint([name.key for name in units[at].names])
        }
    )


def _is_another(text: str, given: Unit, family: Unit, gazetteer: Gazetteer) -> bool:
    """Whether a word before a family name is no name of anybody listed who bears it."""
    known = {word for name in family.names for word in words_of(gazetteer.people[name.key].actor)}
    return fold(text[given.start : given.end]) not in known
