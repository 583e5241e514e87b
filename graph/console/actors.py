"""``diplograph actors``: whom names mean, and what is known brought up to date.

As in ``cli.py``, what a command needs is imported inside it.
"""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.console.group import DefaultGroup
from graph.console.options import Lang, Own, Published, Quiet
from graph.console.output import count, end, say
from graph.console.progress import counter
from graph.terminal import plain

if TYPE_CHECKING:
    from graph.knowledge import Knowledge

app = typer.Typer(
    cls=DefaultGroup,
    help="Tell whom names mean: diplograph actors NAMES... Or bring what is known up to date.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command("tell")
def tell(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAMES...", help="Names; with --unlinked articles, or folders of builds."
        ),
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

    knowledge = load_knowledge(gazetteer)
    if unlinked:
        _list_unlinked(names, knowledge, published, lang)
    else:
        _tell_of(names, knowledge, published, lang)


@app.command("update")
def update(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The file to write, for --gazetteer."),
    ] = Path("names.toml"),
    *,
    endpoint: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The SPARQL endpoint.", show_default="Wikidata's"),
    ] = None,
    states: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="CODE",
            help="Ask about this state only, such as FR; may be given several times.",
            show_default="all, and organisations",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Ask Wikidata who holds office and which organisations there are, and write what is new.

    Nothing else of diplograph asks for anything. One that was cut off goes
    on where it ended when the same command is run again.
    """
    from graph.knowledge import load_knowledge
    from graph.update import ADDRESS, Endpoint, refresh

    done = refresh(
        output,
        load_knowledge().gazetteer,
        Endpoint(endpoint or ADDRESS),
        states=states or (),
        progress=counter("{} questions answered", quiet=quiet),
    )
    if not quiet:
        say(f"Wrote {output}: {done.people} people, {count(done.organisations, 'organisation')}")


def _list_unlinked(
    names: list[str], knowledge: "Knowledge", published: str | None, lang: str | None
) -> None:
    """List the names that nobody is known by, in articles and in what builds have read."""
    from graph.read import readable
    from graph.store import FILE, Store
    from graph.unlinked import by_frequency, unlinked

    counts = Counter[str]()
    folders = [name for name in names if Path(name, FILE).is_file()]
    for folder in folders:
        with Store(Path(folder, FILE)) as store:
            counts += store.unlinked()
    skipped: list[str] = []
    others = [name for name in names if name not in folders]
    read = readable(
        others, lambda error: skipped.append(str(error)), published=published, lang=lang
    )
    articles = list(read) if others else []
    counts += unlinked(knowledge, articles)
    listed = by_frequency(counts)
    for name, times in listed:
        typer.echo(f"{times}\t{plain(name)}")
    if not listed and (articles or folders):
        say("No names of anybody unknown.")
    end(skipped, [], any_read=bool(articles or folders))


def _tell_of(
    names: list[str], knowledge: "Knowledge", published: str | None, lang: str | None
) -> None:
    """Say whom each name means, then which of them nobody is called by."""
    from graph.lookup import meanings, told, unknown

    missing: list[str] = []
    for name in names:
        found = meanings(knowledge.gazetteer, name, published=published, lang=lang)
        for line in told(knowledge, found):
            typer.echo(plain(line))
        if not found:
            missing.append(unknown(knowledge, name, lang))
    for line in missing:
        say(f"Error: {line}")
    if missing:
        raise typer.Exit(2 if len(missing) == len(names) else 1)
