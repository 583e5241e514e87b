"""Results as lines for a terminal, and as text for files and pipes."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from graph.analysis.blocks import plain_runs
from graph.analysis.changes import Comparison
from graph.analysis.compare import KINDS, TITLES, Change, sure, tone
from graph.analysis.corroborate import Support
from graph.analysis.evidence import citation, claim, name, verb, when
from graph.analysis.standing import Standing
from graph.analysis.stats import Stats
from graph.analysis.tables import COLUMNS, TieRow, Ties, flat
from graph.export.cells import guarded
from graph.model import Statement
from graph.terminal import Line, Part, Style, line, one_line

#: Longest quotation, with where it was read.
_WIDE = 150


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: int) -> Iterator[Line]:
    """Yield a table, the first columns to the left and the others to the right.

    Args:
        head: The names of the columns.
        rows: The cells.
        right: The first column that is set to the right.
    """
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for number, row in enumerate([head, *rows]):
        cells = [
            cell.ljust(width) if column < right else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield line(Part("  ".join(cells).rstrip(), "" if number else "bold"))


def ties_lines(ties: Ties, top: int) -> Iterator[Line]:
    """Yield the first rows of a tie index."""
    steps = any(row.period for row in ties)
    head = ["pair", *(["period"] if steps else []), *_MEASURES]
    way = "→" if ties.directed else "–"
    rows = [
        [_pair(row, way), *([row.period] if steps else []), *_measures(row)] for row in ties[:top]
    ]
    yield from table(head, rows, 2 if steps else 1)
    yield from left(len(ties) - len(rows), "row")
    if ties.half_life and ties:
        told = f"Events count half after {ties.half_life:g} months (--half-life)."
        yield line(Part(f"{told} What has faded to 0.0 is left out.", "dim"))


_MEASURES = ("cooperation", "conflict", "tone", "articles", "sources", "not, or not yet")


def _measures(row: TieRow) -> list[str]:
    return [
        f"{row.cooperation:.1f} ± {row.cooperation_error:.1f}",
        f"{row.conflict:.1f} ± {row.conflict_error:.1f}",
        f"{row.tone:+z.1f}",
        str(row.articles),
        str(row.sources),
        ", ".join(f"{count} {modality}" for modality, count in row.others),
    ]


def _pair(row: TieRow, way: str) -> str:
    return f"{one_line(name(row.one), 40)} {way} {one_line(name(row.other), 40)}"


def left(count: int, what: str) -> Iterator[Line]:
    """Yield how many there are besides, where there are."""
    if count > 0:
        yield line(Part(f"… and {count} more {what}{'s' if count > 1 else ''}", "dim"))


def ties_csv(ties: Ties) -> str:
    """Return the rows of a tie index as CSV."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([guarded(value) for value in flat(row).values()] for row in ties)
    return out.getvalue()


def json_lines(records: Iterable[object]) -> str:
    """Return records as JSON, one a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def standing_lines(found: Sequence[Standing]) -> Iterator[Line]:
    """Yield what stands at a date."""
    for each in found:
        way = "and" if each.state.pair else "→"
        since, told = each.days
        days = f"since {since}, last told {told}" if since != told else f"told {told}"
        yield line(
            Part(each.state.label, "bold"),
            f": {name(each.subject)} {way} {name(each.object)} ",
            Part(f"({days})", "dim"),
        )


def claims_lines(found: Sequence[Support], top: int) -> Iterator[Line]:
    """Yield how well ties are told, each with a sentence, and with the one that denies it."""
    for each in found[:top]:
        tie = each.tie
        told = next((s for s in tie.statements if s.modality == "actual"), tie.statements[0])
        counts = f"{_count(each.articles, 'article')}, {_count(each.sources, 'source')}"
        claimed = f"{name(tie.subject)} {verb(tie.relation)} {name(tie.object)}"
        yield line(Part(claimed, "bold"), f": {counts}")
        for said, denied in each.contested[:1] or [(told, None)]:
            yield line(Part(f"    {said.modality}: {_told(said)}", "dim"))
            if denied:
                yield line(Part(f"    denied: {_told(denied)}", "red"))
    yield from left(len(found) - top, "tie")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


_STYLES: dict[str, Style] = {"flipped": "yellow", "warmed": "green", "cooled": "red"}


def changes_lines(found: Comparison, top: int) -> Iterator[Line]:
    """Yield what changed, each kind with its first few, each with one sentence a side."""
    yield line(Part(f"From {found.before.name} to {found.after.name}", "bold"))
    for kind in KINDS:
        changes = [change for change in found if change.kind == kind]
        if changes:
            yield line()
            yield line(
                Part(f"{TITLES.get(kind, kind)} ({len(changes)})", _STYLES.get(kind, "cyan"))
            )
        for change in changes[:top]:
            yield from _change(change, found)
        yield from left(len(changes) - top, "tie")
    if not len(found):
        yield line("Nothing changed.")


def _change(change: Change, found: Comparison) -> Iterator[Line]:
    ends = f"{name(change.one)} – {name(change.other)}"
    tones = f"{tone(change.before)} → {tone(change.after)}"
    yield line("  ", Part(ends, "bold"), f": {tones}, {sure(change)}")
    for sign, told in zip("−+", found.sides(change), strict=True):
        for each in told[:1]:
            yield line(Part(f"    {sign} {_told(each)}", "dim"))


def _told(statement: Statement) -> str:
    cited = one_line(plain_runs(citation(statement)), _WIDE)
    return f"{when(statement)}: {claim(statement)}. {cited}"


def stats_lines(stats: Stats) -> Iterator[Line]:
    """Yield how much there is."""
    for key, value in stats.record().items():
        title = key.replace("_", " ")
        if isinstance(value, dict):
            shown = ", ".join(f"{one_line(what, 40)} {count}" for what, count in value.items())
            yield line(Part(f"{title}: ", "bold"), shown or "none")
        else:
            yield line(Part(f"{title}: ", "bold"), "unknown" if value is None else str(value))
