"""Put statements together into one graph, and look at it as ties.

Merging is the union of sets: order, grouping and repetition do not matter, so
a run may be split, resumed or repeated. Whatever can be counted is counted
when asked for; a stored count is added twice when an article is read twice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from graph.model import Actor, Graph, Statement, Tie
from graph.relations import relations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes: TypeAlias = NDArray[np.int64]

#: Subject, relation and object of a tie.
Key = tuple[str, str, str]


def merge(*graphs: Graph) -> Graph:
    """Return a graph with every statement of some graphs, each once."""
    return Graph(frozenset().union(*(graph.statements for graph in graphs)))


def ties(graph: Graph) -> list[Tie]:
    """Return the ties of a graph, sorted by subject, relation and object.

    A symmetric relation between two actors is one tie, whichever way round its
    statements have it. Actors that articles spell differently are one: the
    commonest label, with all names.
    """
    statements = list(graph.statements)
    if not statements:
        return []
    # Statements lie about in memory: what is asked of all of them is asked once.
    subjects, named, objects = zip(*map(_ENDS, statements), strict=True)
    actors, ranks = _ranked((*subjects, *objects))
    names = sorted(set(named))
    codes = _codes(ranks, named, names, len(actors))
    order = codes.argsort(kind="stable")
    told = [statements[at] for at in order.tolist()]
    found, firsts = _runs(codes[order])
    listed, many, width = [], len(names), len(actors)
    for code, first, end in zip(found, firsts, (*firsts[1:], len(told)), strict=True):
        rest, object_ = divmod(code, width)
        subject, name = divmod(rest, many)
        # Most ties are told once.
        same = (told[first],) if end - first == 1 else _sorted(told[first:end])
        listed.append(Tie(actors[subject], names[name], actors[object_], same))
    return listed


#: What decides of which tie a statement is.
_ENDS = attrgetter("subject", "relation", "object")


def _ranked(ends: Sequence[Actor]) -> "tuple[list[Actor], Codes]":
    """Return actors by id, one record of each, and for each of the given ones its place there.

    Nearly all are the same few objects, which are quicker to count and to look up as such.
    """
    import numpy as np  # noqa: PLC0415  # most commands that count statements do without

    keys = np.fromiter(map(id, ends), np.int64, len(ends))
    records = dict(zip(map(id, ends), ends, strict=True))
    objects, at, times = np.unique(keys, return_inverse=True, return_counts=True)
    seen = [records[key] for key in objects.tolist()]
    found = one_each(zip(seen, times.tolist(), strict=True))
    ranks = {key: rank for rank, key in enumerate(sorted(found))}
    return [found[key] for key in ranks], np.array([ranks[each.id] for each in seen])[at]


def _codes(ranks: "Codes", named: Sequence[str], names: Sequence[str], width: int) -> "Codes":
    """Return the tie of each statement as one number, which is quicker to sort than three strings.

    Args:
        ranks: Of the subjects, and then of the objects.
        named: The relation of each.
        names: All relations, sorted.
        width: How many actors there are.
    """
    import numpy as np  # noqa: PLC0415

    numbers = {name: at for at, name in enumerate(names)}
    relation = np.fromiter(map(numbers.__getitem__, named), np.int64, len(named))
    symmetric = np.array([name in _symmetric() for name in names])[relation]
    subject, object_ = np.split(ranks, 2)
    turned = symmetric & (subject > object_)
    low, high = np.where(turned, (object_, subject), (subject, object_))
    codes: Codes = (low * len(names) + relation) * width + high
    return codes


def _runs(codes: "Codes") -> tuple[list[int], list[int]]:
    """Return the different ones of sorted codes, and where each begins."""
    import numpy as np  # noqa: PLC0415

    firsts = np.flatnonzero(np.diff(codes, prepend=-1))
    return codes[firsts].tolist(), firsts.tolist()


def independent(statements: Iterable[Statement]) -> int:
    """Return how many articles say something in words of their own.

    A copy counts as the article that it copies, and articles that say it in the
    same sentence, such as a background paragraph of an agency, as the first one.
    """
    first: dict[tuple[str, str | None], tuple[str, str]] = {}
    for each in statements:
        key = (each.evidence.sentence, each.date)
        first[key] = min(age(each), first.get(key, age(each)))
    return len({article for _, article in first.values()})


def age(statement: Statement) -> tuple[str, str]:
    """Return the day and the id of the article that counts for a statement, least where first."""
    source = statement.evidence.source
    return source.published or "9999", source.copy_of or source.article


def key_of(statement: Statement) -> Key:
    """Return the tie that a statement is of."""
    subject, object_ = statement.subject.id, statement.object.id
    if subject > object_ and statement.relation in _symmetric():
        subject, object_ = object_, subject
    return subject, statement.relation, object_


@cache
def _symmetric() -> frozenset[str]:
    return frozenset(name for name, relation in relations().items() if relation.symmetric)


def _sorted(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    if len({each.id for each in statements}) == len(statements):
        return tuple(sorted(statements, key=lambda item: (item.date or "", item.id)))
    # Of two with one id, as when articles spell an actor differently, the text decides.
    return tuple(sorted(statements, key=lambda item: (item.date or "", item.id, repr(item))))


def actors_of(statements: Iterable[Statement]) -> dict[str, Actor]:
    """Return one record for each actor by its id, from all that some statements have of it."""
    ends = ((statement.subject, statement.object) for statement in statements)
    return one_each(Counter(chain.from_iterable(ends)).items())


def one_each(seen: Iterable[tuple[Actor, int]]) -> dict[str, Actor]:
    """Return one record for each actor by its id, from how often which records were seen."""
    grouped = defaultdict[str, list[tuple[Actor, int]]](list)
    for actor, count in seen:
        grouped[actor.id].append((actor, count))
    return {key: _one(records) for key, records in grouped.items()}


def _one(counted: Sequence[tuple[Actor, int]]) -> Actor:
    """Return one record of an actor, from several and how often each was seen."""
    (actor, _), *others = counted
    if not others and _is_tidy(actor):
        return actor
    labels: Counter[str] = Counter()
    for actor, count in counted:
        labels[actor.label] += count
    label = min(labels, key=lambda name: (-labels[name], -len(name), name))
    names = {name for actor, _ in counted for name in (actor.label, *actor.names)} - {label}
    first = min((actor for actor, _ in counted if actor.label == label), key=_completeness)
    return replace(first, names=tuple(sorted(names)))


def _is_tidy(actor: Actor) -> bool:
    """Return whether the names of a record are sorted, each once, without its label."""
    names = actor.names
    return not names or (actor.label not in names and list(names) == sorted(set(names)))


def _completeness(actor: Actor) -> tuple[bool, bool, str, str, str]:
    missing = (actor.country is None, actor.label_fr is None)
    return (*missing, actor.kind, actor.country or "", actor.label_fr or "")
