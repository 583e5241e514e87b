"""Who is on the map, and who is shown inside whom.

Persons, groups and bodies that act for a country are inside it until a reader
opens it. A country that acts in no statement itself but has people who do is
added, so that they have a home.
"""

from collections.abc import Sequence
from typing import NamedTuple

from graph.actors.gazetteer import load_gazetteer
from graph.model import Actor, Tie


class Cast(NamedTuple):
    """The actors of a graph, by index."""

    actors: list[Actor]
    """Sorted by id."""

    homes: list[int]
    """For each actor, the index of the country it is inside; its own where it is inside none."""

    place: dict[str, int]
    """Each actor's index by its id."""

    sources: list[int]
    """For each tie, the index of the actor that acts, …"""

    targets: list[int]
    """… of the one acted on, …"""

    happened: list[int]
    """… and how many statements say that it happened."""


def cast_of(ties: Sequence[Tie]) -> Cast:
    """Return the actors of some ties, and the countries they act for."""
    subjects, objects = [tie.subject for tie in ties], [tie.object for tie in ties]
    acting, acted_on = [each.id for each in subjects], [each.id for each in objects]
    found = dict(zip(acting, subjects, strict=True)) | dict(zip(acted_on, objects, strict=True))
    codes = {actor.country for actor in found.values() if actor.country}
    present = {actor.country for actor in found.values() if actor.kind == "country"}
    absent = codes - present
    known = load_gazetteer().countries if absent else {}
    for code in sorted(absent):
        if code in known:
            found.setdefault(known[code].id, known[code])
    actors = [found[id_] for id_ in sorted(found)]
    home = {actor.country: i for i, actor in enumerate(actors) if actor.kind == "country"}
    homes = [
        home.get(actor.country, i) if actor.kind != "country" and actor.country else i
        for i, actor in enumerate(actors)
    ]
    place = {actor.id: i for i, actor in enumerate(actors)}
    return Cast(
        actors,
        homes,
        place,
        sources=[place[key] for key in acting],
        targets=[place[key] for key in acted_on],
        happened=[[each.modality for each in tie.statements].count("actual") for tie in ties],
    )
