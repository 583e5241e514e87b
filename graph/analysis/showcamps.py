"""Blocs, balance, brokers and mediators as lines for a terminal."""

from collections.abc import Iterator

from graph.analysis.camps import Camps
from graph.analysis.evidence import name
from graph.analysis.show import left, table
from graph.terminal import Line, Part, line

#: Pairs, triads and actors that are listed of each kind.
_TOP = 10


def camps_lines(camps: Camps) -> Iterator[Line]:
    """Yield blocs, balance, brokers and mediators."""
    yield line(Part(f"Blocs (modularity {camps.blocs.modularity:z.2f})", "bold"))
    groups = [group for group in camps.blocs.members if len(group) > 1]
    for number, group in enumerate(groups, start=1):
        yield line(f"  {number}  {', '.join(camps.labels(group))}")
    alone = len(camps.blocs.members) - len(groups)
    yield from left(alone, "actor")
    if camps.blocs.against:
        yield line(Part("Ties against the blocs", "bold"))
    for pair in camps.blocs.against[:_TOP]:
        yield line(f"  {' – '.join(camps.labels(pair))}")
    yield from _balance(camps)
    yield from _places(camps)
    if camps.mediations:
        yield line(Part("Mediators", "bold"))
    for each in camps.mediations:
        parties = ", ".join(map(name, each.parties))
        told = f"({each.articles} article{'s' if each.articles > 1 else ''})"
        yield line(f"  {name(each.mediator)}: {parties} ", Part(told, "dim"))


def _balance(camps: Camps) -> Iterator[Line]:
    found = camps.balance
    if found.balanced is None:
        return
    counts = ", ".join(f"{count} {kind}" for kind, count in found.triads.items())
    yield line(Part(f"Balance: {found.balanced:.0%} of triads", "bold"), f" ({counts})")
    for triad in found.unbalanced[:_TOP]:
        friend, *foes = camps.labels(triad)
        yield line(f"  {friend} is a friend of {' and '.join(foes)}, who are foes")
    for strain in found.strains[:_TOP]:
        turn = "would have to fall out" if strain.sign > 0 else "would have to make up"
        ends = " and ".join(camps.labels((strain.one, strain.other)))
        yield line(f"  {ends} {turn}: mends {strain.mends}, breaks {strain.breaks}")


def _places(camps: Camps) -> Iterator[Line]:
    head = (
        "actor",
        "friends",
        "foes",
        "cooperation",
        "conflict",
        "betweenness",
        "brokers",
        "across blocs",
    )
    rows = [
        (
            camps.label(place.id),
            str(place.friends),
            str(place.foes),
            f"{place.cooperation:.1f}",
            f"{place.conflict:.1f}",
            f"{place.betweenness:.3f}",
            str(place.brokers),
            str(place.across),
        )
        for place in camps.places[:_TOP]
    ]
    if rows:
        yield line(Part("Who is central, who stands between", "bold"))
        yield from table(head, rows, 1)
