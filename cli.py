"""The command line: a command hands its arguments to the library and says what came of it.

What a command needs is imported inside it, so that ``--help`` loads nothing
else. Exit status: 0 when all went well, 1 when articles were left out, 2 when
nothing could be done.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph import __version__
from graph.errors import DiplographError, InputError
from graph.terminal import plain

if TYPE_CHECKING:
    from graph.pipeline import Progress, Report
    from graph.rdf.push.client import Credentials
    from graph.terminal import Line

app = typer.Typer(
    name="diplograph",
    help="Turn news articles in French or English into a graph of diplomatic relations. "
    "Every tie in the graph cites the sentences it was read from. "
    "Nothing leaves your machine, unless you push it.",
    epilog="Exit status: 0 all went well, 1 some articles were left out, 2 nothing could be done.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...",
        help="Files (.txt, .md, .jsonl, .ndjson, or .jsonl.gz), folders, - for standard input.",
        show_default=False,
    ),
]
Saved = Annotated[
    Path,
    typer.Argument(
        metavar="OUTPUT",
        help="A folder that 'build' wrote, or a file that 'extract' wrote.",
        show_default=False,
    ),
]
Folder = Annotated[
    Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to write to.")
]
File = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FILE", help="The file to write; - standard output."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day all articles appeared, such as 2023-10-13."),
]
Lang = Annotated[
    str | None, typer.Option(metavar="LANGUAGE", help="The language of all articles: fr or en.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What to write, such as ttl; may be given several times.",
        show_default="jsonl, ttl, graphml, csv and html",
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What to write, such as ttl.",
        show_default="what the name of the file ends in",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--rdf-profile",
        metavar="PROFILE",
        help="The shape of RDF: standard, quads, rdf12 or wikidata.",
        show_default="quads for trig and nq, else standard",
    ),
]
Base = Annotated[
    str | None,
    typer.Option("--base-iri", metavar="IRI", help="What the IRIs that are made start with."),
]
Own = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer", "-g", metavar="FILE", help="A file of your own with more names (TOML)."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]


#: What stands for standard output in the place of a file.
STANDARD_OUTPUT = Path("-")


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
    quiet: Quiet = False,
) -> None:
    """Read the ARTICLES and write their graph: statements, Turtle and a page to look at.

    A second run into the same folder adds new and changed articles only.
    """
    from graph.export import Layout
    from graph.knowledge import load_knowledge
    from graph.pipeline import DEFAULT_FORMATS, build

    with _progress(quiet=quiet) as progress:
        report = build(
            articles,
            output,
            knowledge=load_knowledge(gazetteer),
            published=published,
            lang=lang,
            formats=formats or DEFAULT_FORMATS,
            layout=Layout(rdf_profile, base_iri),
            progress=progress,
        )
    _finish(report, quiet=quiet)


@app.command("extract")
def extract_command(
    articles: Articles,
    output: File = Path("statements.jsonl"),
    published: Published = None,
    lang: Lang = None,
    *,
    gazetteer: Own = None,
    quiet: Quiet = False,
) -> None:
    """Read the ARTICLES and write their statements, one JSON object a line."""
    from graph.knowledge import load_knowledge
    from graph.pipeline import extract_files

    with _progress(quiet=quiet) as progress:
        report = extract_files(
            articles,
            None if output == STANDARD_OUTPUT else output,
            knowledge=load_knowledge(gazetteer),
            published=published,
            lang=lang,
            progress=progress,
            write=lambda line: sys.stdout.buffer.write(line.encode()),
        )
    _finish(report, quiet=quiet)


@app.command("export")
def export_command(
    saved: Saved,
    output: File,
    format_: Format = None,
    rdf_profile: Profile = None,
    base_iri: Base = None,
    *,
    quiet: Quiet = False,
) -> None:
    """Write what an earlier command found in another format."""
    from graph.export import Layout, export
    from graph.export.jsonl import Saved as SavedStatements

    name = format_ or output.suffix.removeprefix(".") or output.name
    layout = Layout(rdf_profile, base_iri)
    if output == STANDARD_OUTPUT:
        _pipe(lambda path: export(SavedStatements(saved), path, name, layout))
        return
    export(SavedStatements(saved), output, name, layout)
    if not quiet:
        _say(f"Wrote {output}")


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
        _show(show(explained, explained.only(sentence, match), near=near))
    _end(skipped, [], any_read=any_read)


@app.command("actors")
def actors_command(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAMES...", help="Names, or articles with --unlinked."),
    ],
    published: Published = None,
    lang: Lang = None,
    *,
    unlinked: Annotated[
        bool, typer.Option("--unlinked", help="List the names that nobody is known by.")
    ] = False,
    gazetteer: Own = None,
) -> None:
    """Tell whom each of the NAMES means and why, or which names in articles mean nobody known."""
    from graph.knowledge import load_knowledge
    from graph.lookup import told
    from graph.lookup import unlinked as find_unlinked
    from graph.read import readable

    knowledge = load_knowledge(gazetteer)
    if not unlinked:
        for name in names:
            for line in told(knowledge, name):
                typer.echo(plain(line))
        return
    skipped: list[str] = []
    read = list(
        readable(names, lambda error: skipped.append(str(error)), published=published, lang=lang)
    )
    for name, count in find_unlinked(knowledge, read):
        typer.echo(f"{count}\t{plain(name)}")
    _end(skipped, [], any_read=bool(read))


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
        _show(show(report, articles=articles))


Endpoint = Annotated[
    str,
    typer.Argument(
        metavar="ENDPOINT", help="The address of the store, such as http://127.0.0.1:7878."
    ),
]
RdfFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A file of RDF: .ttl, .trig, .nt, .nq, .jsonld, .rdf."),
]
Asked = Annotated[
    Path,
    typer.Argument(
        metavar="OUTPUT", help="A folder that 'build' wrote, a statements.jsonl, or a file of RDF."
    ),
]
StoreKind = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="KIND",
        help="oxigraph, fuseki, virtuoso, rdf4j, sparql, or a TOML file.",
        show_default="found out by asking",
    ),
]
Target = Annotated[
    str | None,
    typer.Option("--graph", metavar="IRI", help="The graph to write.", show_default="the default"),
]
Replace = Annotated[bool, typer.Option("--replace", help="Let go what the graph held before.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be sent; send nothing.")]
SecretFile = Annotated[
    Path | None,
    typer.Option(
        "--credentials", metavar="FILE", help="A file that holds user:password, or Bearer TOKEN."
    ),
]
Question = Annotated[
    str | None,
    typer.Argument(
        metavar="QUESTION",
        help="A question's name, SPARQL, or a file that ends in .rq; none lists them.",
    ),
]
With = Annotated[
    list[str] | None,
    typer.Option("--with", "-w", metavar="NAME=VALUE", help="A value that a question needs."),
]
Form = Annotated[
    str, typer.Option("--format", "-f", metavar="FORM", help="table, csv, json or ttl.")
]
Port = Annotated[
    int, typer.Option(metavar="N", help="The port on 127.0.0.1; 0 for any.", min=0, max=65535)
]


@app.command("validate")
def validate_command(file: RdfFile, *, quiet: Quiet = False) -> None:
    """Check a FILE of RDF: its syntax, and its shape by SHACL.

    The exit status is 1 where something is wrong with it.
    """
    from graph.rdf.validate import validate

    problems = validate(file)
    for problem in problems:
        _say(f"{file}: {problem}")
    if not quiet:
        _say(f"{file}: {_count(len(problems), 'problem') if problems else 'no problems'}")
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
        credentials=secret, progress=_counter("Sent {} triples", quiet=quiet),
    )  # fmt: skip
    done = plan(task) if dry_run else push(task)
    if not quiet:
        _say(told(task, done, sent=not dry_run))


@app.command("query")
def query_command(
    saved: Asked, question: Question = None, given: With = None, form: Form = "table"
) -> None:
    """Ask a graph a question that has a name, or one in SPARQL.

    Without a QUESTION, all that have a name are listed.
    """
    from graph.rdf.answers import shown
    from graph.rdf.query import ask, listing, open_graph, values

    if question is None:
        _print(listing())
    else:
        _print(shown(ask(open_graph(saved), question, values(given or [])), form))


@app.command("serve")
def serve_command(saved: Saved, port: Port = 8080) -> None:
    """Show the page of a graph, and answer SPARQL, on this machine alone."""
    from graph.rdf.serve import server

    with suppress(KeyboardInterrupt), server(saved, port) as running:
        address = f"http://127.0.0.1:{running.server_port}"
        _say(f"The page: {address}/  SPARQL: {address}/query  To end: Ctrl-C")
        running.serve_forever()


def main() -> None:
    """Run the command line; show a user's error as one line, without a traceback."""
    try:
        app(prog_name="diplograph")
    except DiplographError as error:
        _say(f"Error: {error}")
        sys.exit(2)


def _pipe(write: Callable[[Path], None]) -> None:
    """Hand what is written to a file on to standard output, once it is whole."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "output")
        write(path)
        with path.open("rb") as written:
            shutil.copyfileobj(written, sys.stdout.buffer)


def _finish(report: "Report", *, quiet: bool) -> None:
    """Say what was left out and what was done, and end with the exit status of it."""
    _end(report.skipped, [] if quiet else _summary(report), any_read=report.articles > 0)


def _end(skipped: Iterable[str], summary: Iterable[str], *, any_read: bool) -> None:
    """Say what was left out, then what was done, and end with the exit status of it."""
    left_out = [f"Skipped {line}" for line in skipped]
    for line in [*left_out, *summary]:
        _say(line)
    if left_out:
        raise typer.Exit(1 if any_read else 2)


def _summary(report: "Report") -> list[str]:
    read = _count(report.articles, "article") + " read"
    known = f", {report.unchanged} of them known already" if report.unchanged else ""
    left_out = f"; {len(report.skipped)} left out" if report.skipped else ""
    found = f"{_count(report.statements, 'statement')}, {_count(report.ties, 'tie')}."
    lines = [f"{read}{known}{left_out}.", *([found] if report.articles else [])]
    if report.outdated:
        old = _count(report.outdated, "article")
        lines.append(f"{old} read by another version of diplograph: build them again, too.")
    return lines + [f"Wrote {path}" for path in report.files]


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


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


def _counter(text: str, *, quiet: bool) -> Callable[[int], None] | None:
    """Return what shows a number on a terminal; nothing in a file or a pipe."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(count: int) -> None:
        sys.stderr.write(f"\r\x1b[K{text.format(count)}\r")
        sys.stderr.flush()

    return show


@contextmanager
def _progress(*, quiet: bool) -> "Iterator[Callable[[Progress], None] | None]":
    """Give what shows a bar on a terminal; nothing in a file or a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    articles = 0
    bar: Any = typer.progressbar(
        length=1,
        label="Reading",
        file=sys.stderr,
        item_show_func=lambda _: _count(articles, "article"),
    )

    def show(progress: "Progress") -> None:
        nonlocal articles
        articles = progress.articles
        bar.length = max(progress.total, 1)
        bar.update(max(0, progress.done - bar.pos))

    with bar:
        yield show


def _show(lines: "Iterable[Line]") -> None:
    """Write lines to standard output, in colour on a terminal."""
    if not sys.stdout.isatty():
        for line in lines:
            typer.echo("".join(plain(part.text) for part in line))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        # A Text is never read as markup.
        console.print(Text.assemble(*((plain(part.text), part.style) for part in line)))


def _print(text: str) -> None:
    """Write to standard output: as it is to a file or a pipe, harmless to a terminal."""
    safe = sys.stdout.isatty()
    sys.stdout.write("\n".join(map(plain, text.split("\n"))) if safe else text)


def _say(text: str) -> None:
    clear = "\x1b[K" if sys.stderr.isatty() else ""
    typer.echo(clear + plain(text), err=True)


if __name__ == "__main__":
    main()
