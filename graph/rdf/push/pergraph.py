"""Send a graph for each article: each is whole or as it was, and counts say which are not."""

from collections.abc import Iterator, Sequence

from graph.errors import PushError
from graph.rdf.push.client import Client
from graph.rdf.push.journal import Journal
from graph.rdf.push.parcels import Parcel
from graph.rdf.push.task import Pushed, Task
from graph.rdf.terms import IRI

#: Graphs that are counted in one query.
_TOGETHER = 100

Counts = dict[IRI, int]


def send_graphs(task: Task) -> Pushed:
    """Send the graphs of a profile that has graphs.

    Raises:
        PushError: Some have not arrived; the message says how many are there.
    """
    wanted: Counts = {}
    number = skipped = 0
    for parcel in task.parcels():
        wanted[_graph(parcel)] = wanted.get(_graph(parcel), 0) + parcel.count
        number += 1
    journal = task.open_journal()
    try:
        skipped = _send(task, journal)
        found = _mend(task, wanted)
    except PushError as error:
        raise error.with_state(_state(task.client, wanted)) from error
    _compare(task, wanted, found)
    journal.clear()
    total = sum(found.values())
    return Pushed(sum(wanted.values()), number, skipped, task.client.retries, total)


def _send(task: Task, journal: Journal) -> int:
    skipped = triples = 0
    for parcel in task.parcels():
        replace = task.replace and parcel.first
        if not task.send(parcel, parcel.graph, replace=replace, journal=journal):
            skipped += 1
        triples += parcel.count
        if task.progress is not None:
            task.progress(triples)
    return skipped


def _mend(task: Task, wanted: Counts) -> Counts:
    """Send again what a store has lost since it took it, and return what each graph holds."""
    found = _count(task.client, list(wanted))
    short = {graph for graph in wanted if found[graph] < wanted[graph]}
    if not short:
        return found
    for parcel in task.parcels():
        if parcel.graph in short:
            replace = task.replace and parcel.first
            task.client.load(parcel.graph, parcel.triples, replace=replace)
    return found | _count(task.client, list(short))


def _compare(task: Task, wanted: Counts, found: Counts) -> None:
    for graph, count in wanted.items():
        if found[graph] < count or (task.replace and found[graph] != count):
            problem = f"graph <{graph}> holds {found[graph]} triples, not {count}"
            raise PushError(task.client.endpoint, problem, "Check the log of the store")


def _state(client: Client, wanted: Counts) -> str:
    """Say what the store holds, as well as it can be known."""
    go_on = "the same command goes on where this one ended"
    try:
        found = _count(client, list(wanted))
    except PushError:
        return f"Each article's graph is whole or as it was; {go_on}"
    whole = sum(found[graph] >= count for graph, count in wanted.items())
    return f"{whole} of {len(wanted)} graphs are there; {go_on}"


def _count(client: Client, graphs: Sequence[IRI]) -> Counts:
    found = dict.fromkeys(graphs, 0)
    for some in _batches(graphs):
        names = " ".join(f"<{graph}>" for graph in some)
        rows = client.select(
            f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {names} }} "
            "GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        )
        found |= {IRI(row["g"]): int(row["n"]) for row in rows if "g" in row}
    return found


def _batches(graphs: Sequence[IRI]) -> Iterator[Sequence[IRI]]:
    for start in range(0, len(graphs), _TOGETHER):
        yield graphs[start : start + _TOGETHER]


def _graph(parcel: Parcel) -> IRI:
    assert parcel.graph is not None  # noqa: S101
    return parcel.graph
