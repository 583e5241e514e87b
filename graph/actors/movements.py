"""Names of listed parties and armies that are a part of another's: "the Genovian Democratic Party".

Such a name, of common words only, means the listed one where nothing stands before it, or an
adjective of its own state: "the American Democratic Party".
"""

import re

from graph.actors.records import Gazetteer
from graph.actors.units import Cut, Unit
from graph.text.folding import fold

#: The tag of a body behind a capitalised word or an adjective.
_BODY = re.compile("(?<=[XA])G")


def without_others(text: str, cut: Cut, heads: tuple[str, ...], gazetteer: Gazetteer) -> Cut:
    """Return units in which such names are tagged as the head of a name that nobody lists.

    Args:
        text: The article's text.
        cut: The units that it was cut into.
        heads: What the names of parties and movements end with, folded, with a space before it.
        gazetteer: The actors.
    """
    units = cut.units
    return cut.but(
        {
            at: units[at]._replace(tag="g", names=())
            for at in cut.places(_BODY)
            if _is_part(text, units[at - 1], units[at], heads, gazetteer)
        }
    )


def _is_part(
    text: str, before: Unit, unit: Unit, heads: tuple[str, ...], gazetteer: Gazetteer
) -> bool:
    if not fold(text[unit.start : unit.end]).endswith(heads):
        return False
    own = gazetteer.actor(unit.names[0].key).country
    return before.tag != "A" or gazetteer.actor(before.names[0].key).country != own
