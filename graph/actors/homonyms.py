"""Names of states that an article gives to another place: Georgia beside Atlanta."""

import re
from collections.abc import Collection

from graph.actors.records import Homonym
from graph.actors.units import Cut

#: Tags of the names of states and of their capitals.
_NAMES = re.compile("[CK]")


def words(listed: Collection[str]) -> re.Pattern[str]:
    """Return what finds any of some words in a text, with their capitals."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")


def without_homonyms(text: str, cut: Cut, homonyms: Collection[Homonym]) -> Cut:
    """Return units in which names that mean another place are plain capitals.

    Args:
        text: The article's text.
        cut: The units that it was cut into.
        homonyms: The names in question.
    """
    named = [(at, cut.units[at]) for at in cut.places(_NAMES)]
    states = {text[unit.start : unit.end] for _, unit in named}
    elsewhere = {
        name
        for homonym in homonyms
        if not states.isdisjoint(homonym.names)
        and homonym.beside.search(text)
        and not homonym.unless.search(text)
        for name in homonym.names
    }
    return cut.but(
        {
            at: unit._replace(tag="X", names=())
            for at, unit in named
            if text[unit.start : unit.end] in elsewhere
        }
    )
