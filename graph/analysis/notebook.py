"""How results look in a notebook: tables of HTML that is escaped throughout."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.analysis.evidence import name
from graph.analysis.markup import Safe, joined, tag

if TYPE_CHECKING:
    from graph.analysis.changes import Comparison
    from graph.analysis.tables import Ties

#: Rows that are shown; the others are counted.
_ROWS = 30


def table(head: Sequence[str], rows: Sequence[Iterable[object]], caption: str = "") -> Safe:
    """Return the first rows of a table, and how many there are besides."""
    left = len(rows) - _ROWS
    more = tag("p", f"… and {left} more") if left > 0 else Safe()
    return joined(
        tag(
            "table",
            tag("caption", caption) if caption else Safe(),
            tag("thead", tag("tr", *(tag("th", each) for each in head))),
            tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows[:_ROWS])),
        ),
        more,
    )


def ties_html(ties: "Ties") -> Safe:
    """Return the rows of a tie index."""
    head = ("", "", "period", "cooperation", "conflict", "tone", "articles", "sources")
    rows = [
        (
            name(row.one),
            name(row.other),
            row.period,
            f"{row.cooperation:.1f} ± {row.cooperation_error:.1f}",
            f"{row.conflict:.1f} ± {row.conflict_error:.1f}",
            f"{row.tone:+z.1f}",
            row.articles,
            row.sources,
        )
        for row in ties
    ]
    return table(head, rows)


def changes_html(found: "Comparison") -> Safe:
    """Return the changes of a comparison."""
    head = ("change", "", "", "tone before", "tone after", "sure", "evidence")
    rows = [
        (
            change.kind,
            name(change.one),
            name(change.other),
            f"{change.before.tone:+z.1f}" if change.before.weight else "",
            f"{change.after.tone:+z.1f}" if change.after.weight else "",
            f"{change.certainty:.0%}",
            "; ".join(each.evidence.sentence for each in found.evidence(change)[:1]),
        )
        for change in found
    ]
    return table(head, rows, f"{found.before.name} → {found.after.name}")
