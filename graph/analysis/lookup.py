"""Which actor of a graph a person means by a name."""

from collections.abc import Iterable
from difflib import get_close_matches

from graph.analysis.columns import node_of
from graph.errors import InputError
from graph.merge import actors_of
from graph.model import KINDS, Actor, Statement
from graph.text.folding import fold

_FIX = "Give a name, an ISO code such as FR, or an IRI; 'diplograph stats' lists the most told of"


def find_actor(statements: Iterable[Statement], name: str) -> Actor:
    """Return the actor of some statements that a name means: an id, a code, a label, another name.

    Case and accents do not matter. Of several, a state comes before others.

    Raises:
        InputError: Nobody bears it.
    """
    actors = actors_of(statements)
    actors |= {node.id: node for node in map(node_of, actors.values()) if node.id not in actors}
    wanted = fold(name)
    found = [(rank, id_) for id_, actor in actors.items() if (rank := _rank(actor, name, wanted))]
    if not found:
        labels = sorted({actor.label for actor in actors.values()})
        close = get_close_matches(name, labels, n=3, cutoff=0.5)
        fix = f"Perhaps {' or '.join(map(repr, close))} is meant" if close else _FIX
        raise InputError(repr(name), "is no actor of this graph", fix)
    return actors[min(found)[1]]


def _rank(actor: Actor, name: str, wanted: str) -> tuple[int, int] | None:
    """Return how well a name fits an actor, the lower the better; None where it does not."""
    own_code = actor.country if actor.kind == "country" else None
    labels = {fold(label) for label in (actor.label, actor.label_fr) if label}
    fits = (name == actor.id, name == own_code, wanted in labels, wanted in map(fold, actor.names))
    return (fits.index(True), KINDS.index(actor.kind)) if any(fits) else None
