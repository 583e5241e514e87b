"""The commands about RDF and stores that hold it; ``cli.py`` adds them to its own.

As there, what a command needs is imported inside it.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer

from graph.console.asked import (
    AsOf,
    During,
    Maybe,
)
from graph.console.options import (
    Asked,
    Base,
    DryRun,
    Endpoint,
    Form,
    Port,
    Profile,
    Question,
    Quiet,
    RdfFile,
    Replace,
    Saved,
    SecretFile,
    StoreKind,
    Target,
    With,
)
from graph.console.output import count, print_out, say
from graph.console.progress import counter
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.rdf.push.client import Credentials


def validate(file: RdfFile, *, quiet: Quiet = False) -> None:
    """Check a FILE of RDF: its syntax, and its shape by SHACL.

    The exit status is 1 where something is wrong with it.
    """
    from graph.rdf.validate import validate

    problems = validate(file)
    for problem in problems:
        say(f"{file}: {problem}")
    if not quiet:
        say(f"{file}: {count(len(problems), 'problem') if problems else 'no problems'}")
    raise typer.Exit(1 if problems else 0)


def push(
    endpoint: Endpoint,
    saved: Saved,
    store: StoreKind = None,
    graph: Target = None,
    *,
    rdf_profile: Profile = None,
    base_iri: Base = None,
    replace: Replace = False,
    dry_run: DryRun = False,
    credentials: SecretFile = None,
    quiet: Quiet = False,
) -> None:
    """Send what an earlier command found to a triple store, and count what arrived.

    Credentials come from a file, or from the environment: DIPLOGRAPH_USER
    and DIPLOGRAPH_PASSWORD, or DIPLOGRAPH_TOKEN. A push that was cut off
    goes on where it ended when the same command is run again.
    """
    from graph.export import Layout
    from graph.rdf.push import plan, prepare, push
    from graph.rdf.push.report import told

    layout, secret = Layout(rdf_profile, base_iri), _credentials(credentials)
    task = prepare(
        *(endpoint, saved), store=store, graph=graph, layout=layout, replace=replace,
        credentials=secret, progress=counter("Sent {} triples", quiet=quiet),
    )  # fmt: skip
    done = plan(task) if dry_run else push(task)
    if not quiet:
        say(told(task, done, sent=not dry_run))


def query(
    saved: Asked,
    question: Question = None,
    given: With = None,
    form: Form = "table",
    *,
    during: During = None,
    as_of: AsOf = None,
    maybe: Maybe = False,
) -> None:
    """Ask a graph a question that has a name, or one in SPARQL.

    Without a QUESTION, all that have a name are listed.
    """
    from graph.analysis.sources import part
    from graph.rdf.answers import shown
    from graph.rdf.query import ask, listing, open_graph, store_of, values

    if question is None:
        print_out(listing())
        return
    cut = during or as_of or maybe
    store = store_of(part(saved, during, as_of, maybe=maybe)) if cut else open_graph(saved)
    print_out(shown(ask(store, question, values(given or [])), form))


def serve(saved: Saved, port: Port = 8080) -> None:
    """Show the page of a graph, and answer SPARQL, on this machine alone."""
    from graph.rdf.serve import server

    with suppress(KeyboardInterrupt), server(saved, port) as running:
        address = f"http://127.0.0.1:{running.server_port}"
        say(f"The page: {address}/  SPARQL: {address}/query  To end: Ctrl-C")
        running.serve_forever()


def _credentials(file: Path | None) -> "Credentials":
    """Return who sends to a store, from a file or from the environment."""
    from graph.rdf.push.client import Credentials

    if file is not None:
        try:
            return Credentials.read(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                str(file), "cannot be read", "Name a file with user:password"
            ) from error
    value = os.environ.get
    return Credentials(
        value("DIPLOGRAPH_USER"), value("DIPLOGRAPH_PASSWORD", ""), value("DIPLOGRAPH_TOKEN")
    )


#: The commands by name, in the order in which they are listed.
COMMANDS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {each.__name__: each for each in (validate, push, query, serve)}
)
