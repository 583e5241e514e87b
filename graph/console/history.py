"""The commands about relations over time; ``cli.py`` adds them to its own.

As there, what a command needs is imported inside it.
"""

from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.console.asked import (
    AsOf,
    ByActor,
    ChangesForm,
    Compared,
    ComparedTo,
    Contested,
    Dated,
    Directed,
    During,
    HalfLife,
    Inside,
    Least,
    Maybe,
    Other,
    Reported,
    ReportForm,
    ReportLang,
    Result,
    Step,
    TextOrJson,
    TiesForm,
    ToFile,
    Top,
)
from graph.console.nothing import of_actors, of_least, of_options, of_sides, of_time, or_nothing
from graph.console.options import (
    One,
    Own,
    Saved,
)
from graph.console.output import STANDARD_OUTPUT, say
from graph.console.results import Forms, deliver

if TYPE_CHECKING:
    from graph.analysis import KnowledgeGraph


def ties(
    saved: Saved,
    actor: One = None,
    other: Other = None,
    during: During = None,
    as_of: AsOf = None,
    *,
    maybe: Maybe = False,
    step: Step = None,
    half_life: HalfLife = None,
    directed: Directed = False,
    by_actor: ByActor = False,
    dated: Dated = False,
    gazetteer: Own = None,
    top: Top = 30,
    form: TiesForm = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Show how much cooperation and conflict there is between pairs, and how sure that is.

    "sources" are publishers that are named, 0 where none is; "not, or not yet" counts
    what is planned, possible, requested or denied.
    """
    from graph.analysis.show import json_lines, ties_csv, ties_lines

    known = _read(saved, as_of, maybe=maybe, gazetteer=gazetteer)
    found = known.ties(
        *(actor, other), during=during, step=step, half_life=half_life,
        directed=directed, by_actor=by_actor, dated=dated,
    )  # fmt: skip
    hints = chain(
        of_time(known, during, as_of),
        () if by_actor else of_actors(known, actor, other),
        of_options(dated=dated),
    )
    forms: Forms = {
        "text": lambda: or_nothing(ties_lines(found, top), found, "ties", hints),
        "csv": lambda: ties_csv(found),
        "json": lambda: json_lines(row.record() for row in found),
    }
    deliver(forms, form, output)


def standing(
    saved: Saved,
    actor: One = None,
    as_of: AsOf = None,
    *,
    maybe: Maybe = False,
    gazetteer: Own = None,
    form: TextOrJson = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Show what stands: relations, recognition, sanctions, alliances, offices, memberships.

    "told" is the last day on which an article says that it is so.
    """
    from graph.analysis.show import json_lines, standing_lines

    known = _read(saved, as_of, maybe=maybe, gazetteer=gazetteer)
    found = known.standing(actor)
    hints = of_time(known, as_of)
    forms: Forms = {
        "text": lambda: or_nothing(standing_lines(found), found, "standing relations", hints),
        "json": lambda: json_lines(each.record() for each in found),
    }
    deliver(forms, form, output)


def claims(
    saved: Saved,
    actor: One = None,
    as_of: AsOf = None,
    *,
    maybe: Maybe = False,
    contested: Contested = False,
    least: Least = 1,
    gazetteer: Own = None,
    top: Top = 30,
    form: TextOrJson = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Show how many independent articles and sources tell of each tie, and who denies it."""
    from graph.analysis.show import claims_lines, json_lines

    known = _read(saved, as_of, maybe=maybe, gazetteer=gazetteer)
    found = known.claims(actor, contested=contested, least=least)
    hints = chain(of_time(known, as_of), of_least(known, least), of_options(contested=contested))
    forms: Forms = {
        "text": lambda: or_nothing(claims_lines(found, top), found, "claims", hints),
        "json": lambda: json_lines(each.record() for each in found),
    }
    deliver(forms, form, output)


def compare(
    before: Compared,
    after: ComparedTo,
    inside: Inside = Path("output"),
    *,
    top: Top = 10,
    form: ChangesForm = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Show which ties are new, gone, flipped, warmer or cooler in B than in A, and why.

    A and B are two periods of one graph, or two graphs.
    """
    from graph.analysis.show import changes_lines, json_lines
    from graph.analysis.sidebyside import side_by_side
    from graph.analysis.sources import comparison

    found = comparison(before, after, inside)
    for hint in of_sides(found.before, found.after):
        say(hint)
    forms: Forms = {
        "text": lambda: changes_lines(found, top),
        "json": lambda: json_lines(found.records()),
        "html": lambda: side_by_side(found),
    }
    deliver(forms, form, output)


def blocs(
    saved: Saved,
    during: During = None,
    as_of: AsOf = None,
    *,
    maybe: Maybe = False,
    form: TextOrJson = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Show who stands with whom: blocs, balance, and who stands between them."""
    from graph.analysis.show import json_lines
    from graph.analysis.showcamps import camps_lines

    known = _read(saved, as_of, maybe=maybe)
    found = known.blocs(during=during)
    hints, members = of_time(known, during, as_of), found.blocs.members
    forms: Forms = {
        "text": lambda: or_nothing(camps_lines(found), members, "blocs", hints),
        "json": lambda: json_lines([found.record()]),
    }
    deliver(forms, form, output)


def report(
    actor: Reported,
    saved: Result = Path("output"),
    during: During = None,
    as_of: AsOf = None,
    *,
    maybe: Maybe = False,
    gazetteer: Own = None,
    lang: ReportLang = "en",
    form: ReportForm = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Write a brief on an ACTOR: who, with whom, what, when, and on what evidence."""
    known = _read(saved, as_of, maybe=maybe, gazetteer=gazetteer)
    found = known.report(actor, during=during, lang=lang)
    if not found.brief.statements:
        for hint in of_time(known, during, as_of):
            say(hint)
    deliver({"md": found.to_markdown, "html": found.to_html}, form, output)


def stats(
    saved: Saved,
    during: During = None,
    as_of: AsOf = None,
    *,
    maybe: Maybe = False,
    form: TextOrJson = None,
    output: ToFile = STANDARD_OUTPUT,
) -> None:
    """Show how much there is of what."""
    from graph.analysis.show import json_lines, stats_lines

    known = _read(saved, as_of, maybe=maybe)
    found = (known.during(during) if during else known).stats()
    if not found.statements:
        for hint in of_time(known, during, as_of):
            say(hint)
    forms: Forms = {
        "text": lambda: stats_lines(found),
        "json": lambda: json_lines([found.record()]),
    }
    deliver(forms, form, output)


def _read(
    saved: Path, as_of: str | None, *, maybe: bool, gazetteer: Path | None = None
) -> "KnowledgeGraph":
    """Return what an earlier run wrote, as of a date where one is given."""
    from graph.analysis import KnowledgeGraph
    from graph.analysis.sources import check_maybe

    check_maybe(as_of, maybe=maybe)
    found = KnowledgeGraph.read(saved, gazetteer=gazetteer)
    return found.as_of(as_of, maybe=maybe) if as_of else found


#: The commands by name, in the order in which they are listed.
COMMANDS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {each.__name__: each for each in (ties, standing, claims, compare, blocs, report, stats)}
)
