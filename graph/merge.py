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

from graph.model import Actor, Graph, Statement, Tie
from graph.relations import relations

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
    # Statements lie about in memory: what is asked of all of them is asked once.
    asked = list(map(_ENDS, statements))
    ends = list(chain.from_iterable([(subject, object_) for subject, _, object_ in asked]))
    found = one_each(_counted(ends))
    actors = [found[key] for key in sorted(found)]
    names = sorted({name for _, name, _ in asked})
    codes = _codes(asked, ends, [actor.id for actor in actors], names)
    # Most ties are told once, and need no list.
    first, several = dict[int, Statement](), dict[int, list[Statement]]()
    for code, each in zip(codes, statements, strict=True):
        if (other := first.setdefault(code, each)) is not each:
            several.setdefault(code, [other]).append(each)
    listed, many, width = [], len(names), len(actors)
    for code in sorted(first):
        rest, object_ = divmod(code, width)
        subject, name = divmod(rest, many)
        same = _sorted(several[code]) if code in several else (first[code],)
        listed.append(Tie(actors[subject], names[name], actors[object_], same))
    return listed


#: What decides of which tie a statement is.
_ENDS = attrgetter("subject", "relation", "object")


def _codes(
    asked: Sequence[tuple[Actor, str, Actor]],
    ends: Sequence[Actor],
    actors: Sequence[str],
    names: Sequence[str],
) -> list[int]:
    """Return the tie of each statement as one number, which is quicker to sort than three strings.

    Args:
        asked: The subject, relation and object of each.
        ends: The subject and the object of each; nearly all are the same few objects.
        actors: The ids of their actors, sorted.
        names: Their relations, sorted.
    """
    ranks = {key: rank for rank, key in enumerate(actors)}
    records = dict(zip(map(id, ends), ends, strict=True))
    known = {key: ranks[actor.id] for key, actor in records.items()}
    numbers = {name: at for at, name in enumerate(names)}
    placed = map(known.__getitem__, map(id, ends))
    codes, many, width, symmetric = [], len(names), len(actors), _symmetric()
    for (_, name, _), low, high in zip(asked, placed, placed, strict=True):
        one, other = (high, low) if low > high and name in symmetric else (low, high)
        codes.append((one * many + numbers[name]) * width + other)
    return codes


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
    # Of two with one id, as when articles spell an actor differently, the text decides.
    return tuple(sorted(statements, key=lambda item: (item.date or "", item.id, repr(item))))


def actors_of(statements: Iterable[Statement]) -> dict[str, Actor]:
    """Return one record for each actor by its id, from all that some statements have of it."""
    ends = ((statement.subject, statement.object) for statement in statements)
    return one_each(Counter(chain.from_iterable(ends)))


def _counted(actors: Sequence[Actor]) -> Counter[Actor]:
    """Count records: nearly all are the same few objects, which are quicker to count as such."""
    seen, objects = Counter[Actor](), dict(zip(map(id, actors), actors, strict=True))
    for key, times in Counter(map(id, actors)).items():
        seen[objects[key]] += times
    return seen


def one_each(seen: Counter[Actor]) -> dict[str, Actor]:
    """Return one record for each actor by its id, from how often which records were seen."""
    grouped = defaultdict[str, list[tuple[Actor, int]]](list)
    for actor, count in seen.items():
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
