"""Send a graph to a triple store, and make sure that it has arrived.

``staged`` sends a profile without graphs, ``pergraph`` one with graphs;
``client`` speaks HTTP, ``stores.toml`` says how each kind of store is spoken
to. There are no blank nodes, so nothing can arrive twice.
"""

from collections.abc import Callable
from pathlib import Path

from graph.errors import InputError, PushError
from graph.export import USUAL, Layout
from graph.export.jsonl import Saved
from graph.rdf.formats import check_layout
from graph.rdf.push.client import NOBODY, Client, Credentials, recognise
from graph.rdf.push.pergraph import send_graphs
from graph.rdf.push.staged import send_staged
from graph.rdf.push.stores import Kind, find_kind, kinds
from graph.rdf.push.task import Pushed, Task
from graph.rdf.shape import Shape
from graph.rdf.terms import IRI, iri


def prepare(
    endpoint: str,
    saved: Path,
    *,
    store: str | None = None,
    graph: str | None = None,
    layout: Layout = USUAL,
    replace: bool = False,
    credentials: Credentials = NOBODY,
    progress: Callable[[int], None] | None = None,
) -> Task:
    """Return what is to be sent to a store.

    Args:
        endpoint: The address of the store, without a name or a password.
        saved: A folder or file that an earlier command wrote.
        store: A kind of ``stores.toml`` or a file of its form; None to find out.
        graph: The IRI of the graph to write; None for the default graph, or a graph of our own
            where the store has none.
        layout: The profile and the base of minted IRIs.
        replace: Whether what the graphs held before is to go.
        credentials: Who sends.
        progress: Told the number of triples sent so far.

    Raises:
        PushError: The endpoint is no web address, cannot be reached, or is of no known kind.
        UnknownNameError: There is no such kind of store or profile.
        InputError: The graph or the base is no IRI.
    """
    endpoint = Client.check(endpoint)
    shape = check_layout("nq", layout.profile or "standard", layout.base)
    target = _target(graph, shape)
    kind = find_kind(store) if store else recognise(endpoint, kinds(), credentials)
    if target is None and not shape.profile.graphs and not kind.default_graph:
        target = shape.names.local("dgg", "all")
    return Task(
        client=Client(endpoint, kind, credentials),
        statements=Saved(saved),
        shape=shape,
        target=target,
        journal=saved / "push.journal" if saved.is_dir() else saved.with_suffix(".push"),
        replace=replace,
        progress=progress,
    )


def _target(graph: str | None, shape: Shape) -> IRI | None:
    if graph is None:
        return None
    if shape.profile.graphs:
        fix = "Leave the graph out, or use another profile"
        raise InputError(f"graph {graph!r}", "cannot be one: this profile has its own graphs", fix)
    named = iri(graph)
    if named is None or named != graph:
        fix = "Name one such as https://example.org/news"
        raise InputError(f"graph {graph!r}", "is no IRI", fix)
    return named


def push(task: Task) -> Pushed:
    """Send a graph, count what has arrived, and compare.

    Raises:
        PushError: The store cannot take it, or has not; the message says what is there.
        OutputError: The journal cannot be written.
    """
    check(task.client.kind, task.shape, task.client.endpoint)
    try:
        return send_graphs(task) if task.shape.profile.graphs else send_staged(task)
    finally:
        task.client.close()


def plan(task: Task) -> Pushed:
    """Return what would be sent; nothing is.

    Raises:
        PushError: The store could not take it.
    """
    check(task.client.kind, task.shape, task.client.endpoint)
    counts = [parcel.count for parcel in task.parcels()]
    return Pushed(sum(counts), len(counts))


def check(kind: Kind, shape: Shape, endpoint: str) -> None:
    """Raise where a store cannot take a profile.

    Args:
        kind: Of the store.
        shape: Of the RDF.
        endpoint: The store's address, for the message.

    Raises:
        PushError: It has triple terms, and the store takes none.
    """
    if shape.profile.triple_terms and not kind.rdf12:
        problem = f"{kind.name} takes no RDF 1.2, which the profile 'rdf12' needs"
        fix = "Use --rdf-profile standard, quads or wikidata; nothing was sent"
        raise PushError(endpoint, problem, fix)
