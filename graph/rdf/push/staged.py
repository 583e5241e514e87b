"""Send a graph whole or not at all: into a graph beside the target, then over or into it.

The store copies (replace) or adds. Both can be repeated without harm; a move
cannot: one whose answer is lost and which is sent again empties the target.
"""

from graph.errors import PushError
from graph.rdf.push.client import named
from graph.rdf.push.journal import Journal
from graph.rdf.push.task import Pushed, Task
from graph.rdf.terms import IRI


def send_staged(task: Task) -> Pushed:
    """Send a graph of a profile without graphs.

    Raises:
        PushError: It has not arrived; the message says what the target holds.
    """
    incoming = IRI(f"{task.target or task.shape.names.base + 'graph/default'}-incoming")
    journal = task.open_journal()
    try:
        sent = _fill(task, incoming, journal)
    except PushError as error:
        raise error.with_state(_untouched(task)) from error
    total = _settle(task, incoming, sent.triples)
    task.client.update(f"DROP SILENT {named(incoming)}")
    journal.clear()
    return Pushed(sent.triples, sent.parcels, sent.skipped, task.client.retries, total)


def _fill(task: Task, incoming: IRI, journal: Journal) -> Pushed:
    """Send everything and count it; all over again where an earlier push is no help."""
    resumed = journal.resumed
    if not resumed:
        task.client.update(f"DROP SILENT {named(incoming)}")
    sent = _send(task, incoming, journal)
    found = task.client.count(incoming)
    if found == sent.triples:
        return sent
    journal.clear()
    if resumed:
        # The store has lost what it took, or the graph has changed since.
        return _fill(task, incoming, journal)
    problem = f"{sent.triples} triples were sent, and <{incoming}> holds {found}"
    raise PushError(task.client.endpoint, problem, "Check the log of the store")


def _send(task: Task, incoming: IRI, journal: Journal) -> Pushed:
    triples = number = skipped = 0
    for parcel in task.parcels():
        if not task.send(parcel, incoming, replace=False, journal=journal):
            skipped += 1
        triples, number = triples + parcel.count, number + 1
        if task.progress is not None:
            task.progress(triples)
    return Pushed(triples, number, skipped)


def _settle(task: Task, incoming: IRI, sent: int) -> int:
    """Have the store copy what has arrived, and return how many triples the target holds."""
    client, target = task.client, task.target
    verb = "COPY" if task.replace else "ADD"
    try:
        client.update(f"{verb} {named(incoming)} TO {named(target)}")
        total = client.count(target)
    except PushError as error:
        state = f"All has arrived in <{incoming}>, but perhaps not in {shown(target)}"
        raise error.with_state(f"{state}; run the same command again") from error
    if total < sent or (task.replace and total != sent):
        problem = f"{shown(target)} holds {total} triples, not {sent}"
        raise PushError(client.endpoint, problem, f"All of them are in <{incoming}>")
    return total


def _untouched(task: Task) -> str:
    return f"{shown(task.target)} is as it was; the same command goes on where this one ended"


def shown(graph: IRI | None) -> str:
    """Return a graph as a person reads it."""
    return f"graph <{graph}>" if graph else "the default graph"
