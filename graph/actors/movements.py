"""Names of listed parties and armies that are a part of another's: "the Genovian Democratic Party".

Such a name, of common words only, means the listed one where nothing stands before it, or an
adjective of its own state: "the American Democratic Party".
"""

from collections.abc import Sequence

from graph.actors.records import Gazetteer
from graph.actors.units import Unit
from graph.text.folding import fold


def without_others(
    text: str, units: Sequence[Unit], heads: tuple[str, ...], gazetteer: Gazetteer
) -> list[Unit]:
    """Return units in which such names are tagged as the head of a name that nobody lists.

    Args:
        text: The article's text.
        units: What it was cut into.
        heads: What the names of parties and movements end with, folded, with a space before it.
        gazetteer: The actors.
    """
    parts = [
        at
        for at, unit in enumerate(units)
        if unit.tag == "G" and at and _is_part(text, units[at - 1], unit, heads, gazetteer)
    ]
    found = list(units)
    for at in parts:
        found[at] = units[at]._replace(tag="g", names=())
    return found


def _is_part(
    text: str, before: Unit, unit: Unit, heads: tuple[str, ...], gazetteer: Gazetteer
) -> bool:
    if before.tag not in "XA" or not fold(text[unit.start : unit.end]).endswith(heads):
        return False
    own = gazetteer.actor(unit.names[0].key).country
    return before.tag != "A" or gazetteer.actor(before.names[0].key).country != own
