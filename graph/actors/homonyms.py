"""Names of states that an article gives to another place: Georgia beside Atlanta."""

import re
from collections.abc import Collection, Sequence

from graph.actors.records import Homonym
from graph.actors.units import Unit

#: Tags of the names of states and of their capitals.
_NAMES = "CK"


def words(listed: Collection[str]) -> re.Pattern[str]:
    """Return what finds any of some words in a text, with their capitals."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")


def without_homonyms(
    text: str, units: Sequence[Unit], homonyms: Collection[Homonym]
) -> Sequence[Unit]:
    """Return units in which names that mean another place are plain capitals.

    Args:
        text: The article's text.
        units: What it was cut into.
        homonyms: The names in question.
    """
    states = {text[unit.start : unit.end] for unit in units if unit.tag in _NAMES}
    elsewhere = {
        name
        for homonym in homonyms
        if not states.isdisjoint(homonym.names)
        and homonym.beside.search(text)
        and not homonym.unless.search(text)
        for name in homonym.names
    }
    if not elsewhere:
        return units
    return [
        unit._replace(tag="X", names=())
        if unit.tag in _NAMES and text[unit.start : unit.end] in elsewhere
        else unit
        for unit in units
    ]
