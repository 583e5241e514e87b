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

import gc
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from graph.console import actors, history, looking, stores
from graph.console.asked import (
    AsOf,
    During,
    Maybe,
)
from graph.console.group import LineGroup
from graph.console.options import (
    Articles,
    Base,
    Decided,
    Engine,
    File,
    Folder,
    Format,
    Formats,
    Lang,
    Largest,
    Longest,
    Master,
    Networks,
    NewArticles,
    Own,
    Pause,
    Profile,
    Prune,
    Published,
    Quiet,
    Removed,
    Saved,
    Urls,
    Workers,
)
from graph.console.output import (
    STANDARD_OUTPUT,
    count,
    end,
    finish,
    pipe,
    say,
    waiting_for,
)
from graph.console.progress import counter, progress_bar
from graph.errors import DiplographError, InputError

app = typer.Typer(
    name="diplograph",
    cls=LineGroup,
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

    _check_engine(
        engine, spark_master, {"--format": formats, "--prune": prune, "--workers": workers}
    )
    knowledge = load_knowledge(gazetteer)
    layout = Layout(rdf_profile, base_iri)
    decided = read_decisions(decisions, knowledge.gazetteer) if decisions else None
    if engine == "spark":
        from graph.console.cluster import build_on_spark

        said = (published, lang)
        report = build_on_spark(
            *(articles, output, knowledge, said, layout), decisions=decided, master=spark_master
        )
    else:
        with progress_bar(quiet=quiet) as progress:
            report = build(
                articles,
                output,
                knowledge=knowledge,
                decisions=decided,
                published=published,
                lang=lang,
                formats=formats or DEFAULT_FORMATS,
                layout=layout,
                prune=prune,
                workers=workers,
                progress=progress,
                on_wait=waiting_for(output),
            )
    finish(report, quiet=quiet)


def _check_engine(engine: str, master: str | None, local: Mapping[str, object]) -> None:
    """Refuse options of one engine that are given with the other."""
    if engine != "spark" and master is not None:
        fix = "Add it, or leave the address out"
        raise InputError("--spark-master", "goes with --engine spark alone", fix)
    for name in (name for name, value in local.items() if value and engine == "spark"):
        raise InputError(name, "cannot be given with --engine spark", "Leave it out")


@app.command("remove")
def remove_command(
    articles: Removed, output: Folder = Path("output"), *, quiet: Quiet = False
) -> None:
    """Remove ARTICLES from a graph, and write its files anew."""
    from graph.knowledge import load_knowledge
    from graph.pipeline import remove

    report = remove(articles, output, knowledge=load_knowledge(), on_wait=waiting_for(output))
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
    from graph.analysis import KnowledgeGraph
    from graph.analysis.sources import part
    from graph.console.nothing import of_part
    from graph.export import Layout, export

    name = format_ or output.suffix.removeprefix(".") or output.name
    layout, found = Layout(rdf_profile, base_iri), part(saved, during, as_of, maybe=maybe)
    if (during or as_of) and next(iter(found), None) is None:
        say(" ".join(of_part(KnowledgeGraph.read(saved), during, as_of)))
    if output == STANDARD_OUTPUT:
        pipe(lambda path: export(found, path, name, layout))
        return
    export(found, output, name, layout)
    if not quiet:
        say(f"Wrote {output}")


app.add_typer(actors.app, name="actors")
for _module in (looking, stores, history):
    for _name, _command in _module.COMMANDS.items():
        app.command(_name)(_command)


def main() -> None:
    """Run the command line; show a user's error as one line, without a traceback."""
    # What a command makes it mostly needs to its end: to look for garbage among it as often as
    # Python does of itself would take a sixteenth of a small build.
    gc.set_threshold(50_000, 20, 20)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        # Sentences are too small for more: further threads only wait for each other.
        os.environ.setdefault(name, "1")
    try:
        app(prog_name="diplograph")
    except DiplographError as error:
        say(f"Error: {error}")
        sys.exit(2)


if __name__ == "__main__":
    main()
