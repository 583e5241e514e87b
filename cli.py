"""The command line: a command hands its arguments to the library and says what came of it.

What a command needs is imported inside it, so that ``--help`` loads nothing
else. Exit status: 0 when all went well, 1 when articles were left out, 2 when
nothing could be done.
"""

import sys

from graph import __version__

if sys.argv[1:] == ["--version"]:  # all that is loaded below takes five times as long
    sys.stdout.write(f"diplograph {__version__}\n")
    sys.exit()

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.console import actors, history
from graph.console.options import (
    Articles,
    Asked,
    AsOf,
    Base,
    Decided,
    DryRun,
    During,
    Endpoint,
    Engine,
    File,
    Folder,
    Form,
    Format,
    Formats,
    Lang,
    Largest,
    Longest,
    Master,
    Maybe,
    Networks,
    NewArticles,
    Own,
    Pause,
    Port,
    Profile,
    Prune,
    Published,
    Question,
    Quiet,
    RdfFile,
    Removed,
    Replace,
    Saved,
    SecretFile,
    StoreKind,
    Target,
    Urls,
    With,
    Workers,
)
from graph.console.output import (
    STANDARD_OUTPUT,
    count,
    end,
    finish,
    pipe,
    print_out,
    say,
    show_lines,
)
from graph.console.progress import counter, progress_bar
from graph.errors import DiplographError, InputError

if TYPE_CHECKING:
    from graph.rdf.push.client import Credentials

app = typer.Typer(
    name="diplograph",
    help="Turn news articles in French or English into a graph of diplomatic relations. "
    "Every tie in the graph cites the sentences it was read from. "
    "Nothing leaves your machine, unless you push it; only 'fetch' and 'actors update' ask "
    "for anything.",
    epilog="Exit status: 0 all went well, 1 some articles were left out, 2 nothing could be done.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"diplograph {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
]


@app.callback()
def options(*, version: Version = False) -> None:
    """Hold the options that belong to no command."""


@app.command("build")
def build_command(
    articles: Articles,
    output: Folder = Path("output"),
    published: Published = None,
    lang: Lang = None,
    *,
    formats: Formats = None,
    rdf_profile: Profile = None,
    base_iri: Base = None,
    gazetteer: Own = None,
    decisions: Decided = None,
    workers: Workers = None,
    prune: Prune = False,
    engine: Engine = "local",
    spark_master: Master = None,
    quiet: Quiet = False,
) -> None:
    """Read the ARTICLES and write their graph: statements, Turtle and a page to look at.

    A second run into the same folder adds new and changed articles only.
    """
    from graph.decisions import read_decisions
    from graph.export import Layout
    from graph.knowledge import load_knowledge
    from graph.pipeline import DEFAULT_FORMATS, build

    knowledge = load_knowledge(gazetteer)
    layout = Layout(rdf_profile, base_iri)
    if engine == "spark":
        from graph.console.cluster import build_on_spark

        local = {"--format": formats, "--decisions": decisions, "--prune": prune}
        _refuse_for_spark(local | {"--workers": workers})
        said = (published, lang)
        report = build_on_spark(articles, output, knowledge, said, layout, master=spark_master)
        finish(report, quiet=quiet)
        return
    with progress_bar(quiet=quiet) as progress:
        report = build(
            articles,
            output,
            knowledge=knowledge,
            decisions=read_decisions(decisions, knowledge.gazetteer) if decisions else None,
            published=published,
            lang=lang,
            formats=formats or DEFAULT_FORMATS,
            layout=layout,
            prune=prune,
            workers=workers,
            progress=progress,
            on_wait=lambda: say(f"Another run is writing to {output}: waiting until it is done"),
        )
    finish(report, quiet=quiet)


def _refuse_for_spark(given: Mapping[str, object]) -> None:
    for name in (name for name, value in given.items() if value):
        raise InputError(name, "cannot be given with --engine spark", "Leave it out")


@app.command("remove")
def remove_command(
    articles: Removed, output: Folder = Path("output"), *, quiet: Quiet = False
) -> None:
    """Remove ARTICLES from a graph, and write its files anew."""
    from graph.knowledge import load_knowledge
    from graph.pipeline import remove

    waiting = f"Another run is writing to {output}: waiting until it is done"
    report = remove(articles, output, knowledge=load_knowledge(), on_wait=lambda: say(waiting))
    finish(report, quiet=quiet)


@app.command("fetch")
def fetch_command(
    urls: Urls,
    output: NewArticles = Path("articles"),
    *,
    inside: Networks = None,
    pause: Pause = 1.0,
    largest: Largest = 10,
    longest: Longest = 60,
    quiet: Quiet = False,
) -> None:
    """Fetch articles from the web into a folder: within bounds, and as robots.txt allows.

    What is there already is not fetched again.
    """
    from graph.fetch import Limits, fetch, networks

    limits = Limits(largest * 1_000_000, longest, pause, inside=networks(inside or []))
    done = fetch(urls, output, limits, counter("{} articles", quiet=quiet))
    known = f", {done.known} there already" if done.known else ""
    summary = [f"{count(done.new, 'article')} fetched into {output}{known}."]
    end(done.skipped, [] if quiet else summary, any_read=done.new + done.known > 0)


@app.command("extract")
def extract_command(
    articles: Articles,
    output: File = Path("statements.jsonl"),
    published: Published = None,
    lang: Lang = None,
    *,
    gazetteer: Own = None,
    decisions: Decided = None,
    workers: Workers = None,
    quiet: Quiet = False,
) -> None:
    """Read the ARTICLES and write their statements, one JSON object a line."""
    from graph.decisions import read_decisions
    from graph.knowledge import load_knowledge
    from graph.pipeline import extract_files

    knowledge = load_knowledge(gazetteer)
    with progress_bar(quiet=quiet) as progress:
        report = extract_files(
            articles,
            None if output == STANDARD_OUTPUT else output,
            knowledge=knowledge,
            decisions=read_decisions(decisions, knowledge.gazetteer) if decisions else None,
            published=published,
            lang=lang,
            workers=workers,
            progress=progress,
            write=lambda line: sys.stdout.buffer.write(line.encode()),
        )
    finish(report, quiet=quiet)


@app.command("export")
def export_command(
    saved: Saved,
    output: File,
    format_: Format = None,
    rdf_profile: Profile = None,
    base_iri: Base = None,
    *,
    during: During = None,
    as_of: AsOf = None,
    maybe: Maybe = False,
    quiet: Quiet = False,
) -> None:
    """Write what an earlier command found in another format."""
    from graph.analysis.sources import part
    from graph.export import Layout, export

    name = format_ or output.suffix.removeprefix(".") or output.name
    layout, found = Layout(rdf_profile, base_iri), part(saved, during, as_of, maybe=maybe)
    if output == STANDARD_OUTPUT:
        pipe(lambda path: export(found, path, name, layout))
        return
    export(found, output, name, layout)
    if not quiet:
        say(f"Wrote {output}")


@app.command("explain")
def explain_command(
    articles: Articles,
    published: Published = None,
    lang: Lang = None,
    *,
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="Only the sentence of this number.", min=1)
    ] = None,
    match: Annotated[
        str, typer.Option(metavar="TEXT", help="Only sentences that hold this text.")
    ] = "",
    near: Annotated[
        int, typer.Option(metavar="N", help="How many near misses to show for a word.", min=0)
    ] = 3,
    gazetteer: Own = None,
) -> None:
    """Show what is made of each sentence of the ARTICLES, and why no more.

    Mentions, dates, clauses, the frames that fit, and the slot that others lack.
    """
    from graph.explain import explain
    from graph.explain.show import show
    from graph.knowledge import load_knowledge
    from graph.read import readable

    skipped: list[str] = []
    read = readable(
        articles, lambda error: skipped.append(str(error)), published=published, lang=lang
    )
    any_read = False
    for explained in explain(read, load_knowledge(gazetteer)):
        any_read = True
        show_lines(show(explained, explained.only(sentence, match), near=near))
    end(skipped, [], any_read=any_read)


@app.command("evaluate")
def evaluate_command(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            help="Articles with their statements, annotated by hand (.jsonl).",
            show_default=False,
        ),
    ],
    predicted: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Statements found earlier, in place of reading anew."),
    ] = None,
    *,
    articles: Annotated[bool, typer.Option("--articles", help="Show every article.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Give all figures as JSON.")] = False,
) -> None:
    """Compare what is found in the articles of GOLD with what a person reads in them."""
    from graph.evaluate import compare_to, evaluate
    from graph.evaluate.gold import read_gold
    from graph.evaluate.report import to_record
    from graph.evaluate.show import show
    from graph.export.jsonl import read_statements
    from graph.knowledge import load_knowledge

    known = list(read_gold(gold))
    if predicted is None:
        report = evaluate(known, load_knowledge())
    else:
        report = compare_to(known, read_statements(predicted))
    if json:
        from json import dumps

        typer.echo(dumps(to_record(report), ensure_ascii=False, indent=2))
    else:
        show_lines(show(report, articles=articles))


@app.command("validate")
def validate_command(file: RdfFile, *, quiet: Quiet = False) -> None:
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


@app.command("push")
def push_command(
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


@app.command("query")
def query_command(
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


@app.command("serve")
def serve_command(saved: Saved, port: Port = 8080) -> None:
    """Show the page of a graph, and answer SPARQL, on this machine alone."""
    from graph.rdf.serve import server

    with suppress(KeyboardInterrupt), server(saved, port) as running:
        address = f"http://127.0.0.1:{running.server_port}"
        say(f"The page: {address}/  SPARQL: {address}/query  To end: Ctrl-C")
        running.serve_forever()


app.add_typer(actors.app, name="actors")
for _name, _command in history.COMMANDS.items():
    app.command(_name)(_command)


def main() -> None:
    """Run the command line; show a user's error as one line, without a traceback."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        # Sentences are too small for more: further threads only wait for each other.
        os.environ.setdefault(name, "1")
    try:
        app(prog_name="diplograph")
    except DiplographError as error:
        say(f"Error: {error}")
        sys.exit(2)


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


if __name__ == "__main__":
    main()
