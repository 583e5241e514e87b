"""The commands that show how well articles are read; ``cli.py`` adds them to its own.

As there, what a command needs is imported inside it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from graph.console.nothing import of_sentences
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
    from graph.explain.asked import with_asked
    from graph.explain.show import show
    from graph.knowledge import load_knowledge
    from graph.read import readable

    skipped: list[str] = []
    read = readable(
        articles, lambda error: skipped.append(str(error)), published=published, lang=lang
    )
    lengths: list[int] = []
    any_shown = False
    asked = with_asked(read, sentence, match, lengths.append)
    for explained in explain(asked, load_knowledge(gazetteer)):
        chosen = explained.only(sentence, match)
        any_shown = any_shown or bool(chosen)
        show_lines(show(explained, chosen, near=near))
    nothing = list(of_sentences(lengths, sentence, match)) if lengths and not any_shown else []
    end(skipped, [f"Error: {hint}" for hint in nothing], any_read=any_shown)
    if nothing:
        raise typer.Exit(2)


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
    from graph.errors import InputError
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
        found = list(read_statements(predicted))
        ids = {each.evidence.source.article for each in found}
        if ids and ids.isdisjoint(each.article.id for each in known):
            problem = f"none of its articles is in {gold}"
            raise InputError(str(predicted), problem, "Extract from the articles of that file")
        report = compare_to(known, found)
    if json:
        from json import dumps

        typer.echo(dumps(to_record(report), ensure_ascii=False, indent=2))
    else:
        show_lines(show(report, articles=articles))


#: The commands by name, in the order in which they are listed.
COMMANDS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {each.__name__: each for each in (explain, evaluate)}
)
