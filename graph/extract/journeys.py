"""Visits that meetings imply: who meets somebody in the other's country has gone there.

Only whoever meets has gone: in "A met B in Paris", where A is at home in Paris, it may be that B
lives there. Nor does a welcome imply a visit: whoever tells of one says where the guest went.
"""

from dataclasses import replace

from graph.actors.places import find_place
from graph.model import Statement

_MEETS, _VISITS = "meets", "visits"

#: What somebody only asks for or hopes for, or did not do, takes nobody anywhere.
_GOES = ("actual", "planned")


def journey(statement: Statement) -> Statement | None:
    """Return the visit that a meeting implies, or None.

    Args:
        statement: What a sentence says of one who does something with another.
    """
    guest, host = statement.subject, statement.object
    if statement.relation != _MEETS or guest.kind != "person" or statement.modality not in _GOES:
        return None
    place = find_place(statement.place) if guest.country not in (None, host.country) else None
    if place is None or host.country != place.country.country:
        return None
    evidence = replace(statement.evidence, rule=f"{statement.evidence.source.lang}.{_VISITS}.place")
    return replace(statement, relation=_VISITS, object=place.country, evidence=evidence)
