"""A brief as blocks of text: what stands in which chapter, and in which words."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import hypot

from graph.analysis.blocks import Block, Cite, Heading, Items, Paragraph, Plot, Runs, Strong, Table
from graph.analysis.brief import Brief
from graph.analysis.compare import Change, sure, tone
from graph.analysis.evidence import Evidence, claim, name, when
from graph.analysis.plots import Bar, history, history_lines, partner_lines, partners
from graph.analysis.standing import Standing
from graph.analysis.tables import TieRow
from graph.model import Actor, Statement

#: Partners that are listed and drawn, entries of any other list.
_PARTNERS, _ENTRIES = 15, 20

_METHOD = (
    "Cooperation and conflict are sums of PLOVER scores over events, each event counted once "
    "however many articles tell of it, with its standard deviation over draws of articles. "
    "Tone is the mean score, from -10 (conflict) to 10 (cooperation). What is known is what the "
    "articles say: a tie that is missing here may only be missing there."
)


def blocks(brief: Brief) -> list[Block]:
    """Return a brief as blocks."""
    evidence = Evidence()
    chapters = [
        *_opening(brief),
        *_who(brief, evidence),
        *_partners(brief),
        *_trend(brief),
        *_what(brief, evidence),
        *_others(brief, evidence),
        *_contested(brief, evidence),
    ]
    entries = Items(tuple(evidence.entries), numbered=True)
    tail: list[Block] = [Heading(2, "Evidence"), entries] if evidence.entries else []
    return [*chapters, *tail, Paragraph((_METHOD,))]


def _opening(brief: Brief) -> Iterator[Block]:
    yield Heading(1, f"{name(brief.actor)}: a brief")
    span = f"{brief.first} to {brief.last}" if brief.first else "no dates"
    asked = f"{brief.asked}. " if brief.asked else ""
    told = f"{_count(brief.statements, 'statement')} in {_count(brief.articles, 'article')}"
    yield Paragraph((f"{asked}{told}, {span}.",))
    for title, sign in (("Closest to", 1), ("At odds with", -1)):
        rows = [row for row in brief.partners if _sure(row, sign)]
        if rows:
            yield Paragraph((Strong(title), f": {_by_evidence(rows, brief)}."))


def _sure(row: TieRow, sign: int) -> bool:
    """Return whether a tie is of a sign, by a point or more, and by more than its errors."""
    error = hypot(row.cooperation_error, row.conflict_error)
    return row.tone * sign >= 1 and row.net * sign > error


def _by_evidence(rows: Sequence[TieRow], brief: Brief) -> str:
    """Return whom ties are with, those first that more than one article tells of."""
    told = [[row for row in rows if (row.articles > 1) is several] for several in (True, False)]
    many, one = (", ".join(name(_partner(row, brief)) for row in part[:5]) for part in told)
    return "; ".join(filter(None, (many, f"by one article alone, {one}" if one else "")))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _partner(row: TieRow, brief: Brief) -> Actor:
    return row.other if row.one.id == brief.actor.id else row.one


def _items(entries: Sequence[Callable[[], Runs]]) -> Items:
    """Return the first entries of a list, and how many there are besides; only these are cited."""
    left = len(entries) - _ENTRIES
    more: list[Runs] = [(f"… and {left} more",)] if left > 0 else []
    return Items((*(make() for make in entries[:_ENTRIES]), *more))


def _who(brief: Brief, evidence: Evidence) -> Iterator[Block]:
    if brief.people:
        yield Heading(2, "Who")
        yield _items([partial(_person, each, brief, evidence) for each in brief.people])
    if brief.standing:
        yield Heading(2, "What stands")
        yield _items([partial(_stands, each, evidence) for each in brief.standing])


def _person(each: Standing, brief: Brief, evidence: Evidence) -> Runs:
    of = "" if each.object.id == brief.actor.id else f" of {name(each.object)}"
    return Strong(name(each.subject)), f", {each.state.label}{of}", *_known(each, evidence)


def _stands(each: Standing, evidence: Evidence) -> Runs:
    way = "and" if each.state.pair else "→"
    ends = f": {name(each.subject)} {way} {name(each.object)}"
    return Strong(each.state.label), ends, *_known(each, evidence)


def _known(each: Standing, evidence: Evidence) -> Runs:
    once = each.since == each.told
    days = f"told {each.told}" if once else f"since {each.since}, last told {each.told}"
    cites = dict.fromkeys(evidence.cite(told) for told in (each.statements[0], each.statements[-1]))
    return f" ({days}) ", *map(Cite, cites)


def _partners(brief: Brief) -> Iterator[Block]:
    if not brief.partners:
        return
    yield Heading(2, "With whom")
    rows = list(brief.partners[:_PARTNERS])
    bars = [
        Bar(
            name(_partner(row, brief)),
            row.cooperation,
            row.conflict,
            row.cooperation_error,
            row.conflict_error,
        )
        for row in rows
    ]
    left = len(brief.partners) - len(rows)
    more = f"; {left} more are left out" if left else ""
    fading = brief.partners.half_life
    fade = f" Events count half after {fading:g} months." if fading else ""
    caption = f"The strongest ties: conflict to the left, cooperation to the right{more}.{fade}"
    yield Plot(partners(bars), partner_lines(bars), caption)
    head = ("Partner", "Cooperation", "Conflict", "Tone", "Articles", "Sources", "Not, or not yet")
    yield Table(head, tuple(_partner_row(row, brief) for row in rows), frozenset({1, 2, 3, 4, 5}))


def _partner_row(row: TieRow, brief: Brief) -> tuple[Runs, ...]:
    others = ", ".join(f"{count} {modality}" for modality, count in row.others)
    return (
        (name(_partner(row, brief)),),
        (f"{row.cooperation:.1f} ± {row.cooperation_error:.1f}",),
        (f"{row.conflict:.1f} ± {row.conflict_error:.1f}",),
        (f"{row.tone:+.1f}",),
        (str(row.articles),),
        (str(row.sources),),
        (others,),
    )


def _trend(brief: Brief) -> Iterator[Block]:
    if len(brief.history) > 1:
        yield Heading(2, "Trend")
        caption = "Cooperation up, conflict down, with all partners."
        yield Plot(history(brief.history), history_lines(brief.history), caption)
    if brief.changes:
        yield Paragraph((f"Since {brief.since}, against all that was before:",))
        yield _items([partial(_change, each, brief) for each in brief.changes])


def _change(change: Change, brief: Brief) -> Runs:
    partner = change.other if change.one.id == brief.actor.id else change.one
    tones = f"{tone(change.before)} → {tone(change.after)}"
    return Strong(change.kind), f": {name(partner)} ({tones}, {sure(change)})"


def _what(brief: Brief, evidence: Evidence) -> Iterator[Block]:
    if brief.events:
        yield Heading(2, "What happened")
        yield Items(tuple(_told(each, evidence) for each in brief.events))


def _told(each: Statement, evidence: Evidence) -> Runs:
    by = f", according to {each.said_by}" if each.said_by else ""
    return Strong(when(each)), f": {claim(each)}{by} ", Cite(evidence.cite(each))


def _others(brief: Brief, evidence: Evidence) -> Iterator[Block]:
    if brief.others:
        yield Heading(2, "Planned, possible, asked for, denied")
        yield _items([partial(_other, each, evidence) for each in brief.others])


def _other(each: Statement, evidence: Evidence) -> Runs:
    return (f"{each.modality}, ", *_told(each, evidence))


def _contested(brief: Brief, evidence: Evidence) -> Iterator[Block]:
    if not brief.contested:
        return
    yield Heading(2, "Contested")
    yield _items([partial(_both, *each.contested[0], evidence) for each in brief.contested])


def _both(said: Statement, denied: Statement, evidence: Evidence) -> Runs:
    cites = [Cite(evidence.cite(each)) for each in (said, denied)]
    return f"{claim(said)}: said ", cites[0], ", denied ", cites[1]
