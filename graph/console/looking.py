"""The commands that show how well articles are read; ``cli.py`` adds them to its own.

As there, what a command needs is imported inside it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from graph.console.options import Articles, Lang, Own, Published
from graph.console.output import end, show_lines


def explain(
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


def evaluate(
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


#: The commands by name, in the order in which they are listed.
COMMANDS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {each.__name__: each for each in (explain, evaluate)}
)
