"""Which actor of a graph a person means by a name."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from graph.actors.records import Gazetteer
from graph.analysis.columns import node_of
from graph.errors import InputError
from graph.lookup import meanings
from graph.merge import actors_of
from graph.model import KINDS, Actor, Statement
from graph.text.folding import fold

_FIX = "Give a name, an ISO code such as FR, or an IRI; 'diplograph stats' lists the most told of"

#: Shorter names are like too many.
_SHORT = 4

_Actors = Mapping[str, Actor]


def find_actor(statements: Iterable[Statement], name: str, gazetteer: Gazetteer) -> Actor:
    """Return the actor of some statements that a name means.

    That is an id, an ISO code, a label or another name; else what the gazetteer knows by the
    name, such as a capital or a family name; else the last name of one person only.
    Case and accents do not matter. Of several, a state comes before others.

    Raises:
        InputError: Nobody bears it, or several persons do.
    """
    actors = actors_of(statements)
    actors |= {node.id: node for node in map(node_of, actors.values()) if node.id not in actors}
    wanted = fold(name.strip())
    found = [(rank, id_) for id_, actor in actors.items() if (rank := _rank(actor, name, wanted))]
    if found:
        return actors[min(found)[1]]
    meant = list(dict.fromkeys(_meant(gazetteer, name)))
    named = [id_ for id_ in meant if id_ in actors] or list(_last_named(actors, wanted))
    if not named:
        raise InputError(repr(name), "is no actor of this graph", _fix(actors, wanted, meant))
    if len(named) > 1 and all(actors[id_].kind == "person" for id_ in named):
        whom = " or ".join(sorted(actors[id_].label for id_ in named))
        raise InputError(repr(name), "is the name of several", f"Say whether you mean {whom}")
    return actors[named[0]]


def _rank(actor: Actor, name: str, wanted: str) -> tuple[int, int] | None:
    """Return how well a name fits an actor, the lower the better; None where it does not."""
    own_code = fold(actor.country or "") if actor.kind == "country" else None
    labels = {fold(label) for label in (actor.label, actor.label_fr) if label}
    fits = (
        *(name == actor.id, wanted == own_code, wanted in labels),
        wanted in map(fold, actor.names),
    )
    return (fits.index(True), KINDS.index(actor.kind)) if any(fits) else None


def _meant(gazetteer: Gazetteer, name: str) -> Iterator[str]:
    """Yield the ids of those whom the gazetteer knows by a name, those it always means first."""
    found = [each for each in meanings(gazetteer, name) if each.actor]
    for each in sorted(found, key=lambda each: bool(each.years)):
        if each.actor:
            yield each.actor.id


def _last_named(actors: _Actors, wanted: str) -> Iterator[str]:
    """Yield the ids of persons whose label ends in a name."""
    people = (actor for actor in actors.values() if actor.kind == "person")
    return (actor.id for actor in people if fold(actor.label).endswith(f" {wanted}"))


def _fix(actors: _Actors, wanted: str, meant: list[str]) -> str:
    """Return what a person may do who gave a name that nobody bears."""
    if meant:
        return (
            "It is known by that name, but nothing is told of it; 'diplograph stats' lists who is"
        )
    near: dict[str, str] = {}
    for actor in sorted(actors.values(), key=lambda actor: actor.label):
        for known in (actor.label, actor.label.rpartition(" ")[2], *actor.names):
            near.setdefault(fold(known), actor.label)
    close = get_close_matches(wanted, near, n=3, cutoff=0.7) if len(wanted) >= _SHORT else []
    labels = list(dict.fromkeys(near[each] for each in close))
    return f"Perhaps {' or '.join(map(repr, labels))} is meant" if labels else _FIX
