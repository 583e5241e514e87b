"""What a push did, as a person reads it."""

from graph.rdf.push.staged import shown
from graph.rdf.push.task import Pushed, Task


def told(task: Task, done: Pushed, *, sent: bool) -> str:
    """Return what was sent, or would be.

    Args:
        task: What was asked for.
        done: What came of it.
        sent: False for a dry run.
    """
    graphs = task.shape.profile.graphs
    place = "a graph for each article" if graphs else shown(task.target)
    where = f"{task.client.endpoint} ({task.client.kind.name})"
    if not sent:
        verb = "replace" if task.replace else "add to"
        return (
            f"Would {verb} {place} at {where}: {done.triples} triples in {done.parcels} requests. "
            "Nothing was sent."
        )
    extra = f", {done.skipped} of them by an earlier push" if done.skipped else ""
    again = f", {done.retries} tries again" if done.retries else ""
    return (
        f"Sent {done.triples} triples to {where} in {done.parcels} requests{extra}{again}. "
        f"Counted in {place}: {done.total}."
    )
