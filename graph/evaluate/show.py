"""A report as lines to read."""

from collections.abc import Iterable, Iterator, Mapping

from graph.evaluate.details import Share
from graph.evaluate.figures import Figure
from graph.evaluate.report import Report
from graph.terminal import Line, Part, line, one_line

#: Rows of the tables that have no end.
_SHORT = 15


def show(report: Report, *, articles: bool) -> Iterator[Line]:
    """Yield the lines of a report.

    Args:
        report: The figures.
        articles: Whether to show every article, and not only those with most errors.
    """
    yield from _figures("level", report.levels)
    for lang, levels in report.languages.items():
        yield from _figures(f"level, {lang}", levels)
    yield from _figures("relation", report.relations, errors=True)
    yield from _confusion(report)
    yield from _shares("right, where actors and relation are", report.attributes)
    rates = {
        "not happened, given as happened": report.false_facts,
        "silent sentences that give a wrong statement": report.false_alarms,
    }
    yield from _shares("false", rates)
    yield from _shares("right, by confidence", report.reliability)
    yield from _figures("actors that statements name", report.actors)
    if report.linked:
        yield from _shares("of them linked in the text", report.linked)
    count = len(report.articles) if articles else _SHORT
    worst = dict([*report.articles.items()][:count])
    yield from _figures("article, most errors first", worst, errors=True)
    if report.unknown:
        example = one_line(report.unknown[0], 40)
        several = len(report.unknown) > 1
        these = f"{len(report.unknown)} articles are" if several else "1 article is"
        yield line(f"{these} not in the gold file{', such as' if several else ':'} {example}")


def _figures(title: str, rows: Mapping[str, Figure], *, errors: bool = False) -> Iterator[Line]:
    counted = ("hit", "missed", "wrong") if errors else ("gold", "found", "hit")
    heads = "".join(f"{head:>7}" for head in (*counted, "P", "R", "F1"))
    yield line(Part(f"{title:44}{heads}", "bold"))
    for name, row in rows.items():
        counts = (
            (row.hit, row.missed, row.spurious) if errors else (row.gold, row.predicted, row.hit)
        )
        numbers = "".join(f"{count:7}" for count in counts)
        rates = f"{row.precision:7.3f}{row.recall:7.3f}"
        yield line(f"  {one_line(name, 41):42}", Part(numbers, "dim"), rates, _rate(row.f1))
    yield ()


def _rate(rate: float) -> Part:
    good, fair = 0.75, 0.5
    return Part(f"{rate:7.3f}", "green" if rate >= good else "yellow" if rate >= fair else "red")


def _shares(title: str, rows: Mapping[str, Share]) -> Iterator[Line]:
    yield line(Part(f"{title:44}{'of':>7}{'count':>7}{'share':>7}", "bold"))
    for name, row in rows.items():
        counts = Part(f"{row.of:7}{row.right:7}", "dim")
        yield line(f"  {name:42}", counts, f"{row.share:7.3f}")
    yield ()


def _confusion(report: Report) -> Iterable[Line]:
    yield line(Part(f"{'meant':29}{'found in its place':29}{'times':>7}", "bold"))
    for meant, found, count in report.confusion[:_SHORT]:
        yield line(f"  {meant:27}{found:29}{count:7}")
    if len(report.confusion) > _SHORT:
        yield line(Part(f"  and {len(report.confusion) - _SHORT} more", "dim"))
    yield ()
