"""Two maps side by side, with one layout, and below them what changed, with its evidence.

A page without scripts: the maps are drawn here, details fold by themselves, and all that
is an article's goes through ``markup``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt

from graph.analysis.blocks import Items, Runs, Strong
from graph.analysis.changes import Comparison, Half
from graph.analysis.columns import columns_of
from graph.analysis.compare import KINDS, Change, sure, tone
from graph.analysis.compare import Side as Values
from graph.analysis.evidence import citation, claim, name, when
from graph.analysis.hypertext import to_markup
from graph.analysis.index import tie_table
from graph.analysis.mapnames import SIZE, Box, Circle, Label, around, place_names
from graph.analysis.markup import Safe, document, joined, tag
from graph.analysis.plots import legend
from graph.analysis.report import style
from graph.analysis.signed import LEANING
from graph.model import Actor, Statement
from graph.page.layout import Body, Links, place

#: Actors and changes that are shown; the page says how many are left out.
ACTORS, CHANGES = 60, 200

#: Sentences that a change shows of each side.
_EVIDENCE = 5

_MARGIN = 12

#: Half the height of the mark of a flip, in units of the map.
_MARK = 9
_HEADS = {
    "flipped": "Flipped",
    "new": "New: not told of before",
    "gone": "Gone: not told of any more",
    "warmed": "Warmed",
    "cooled": "Cooled",
}

_Pair = tuple[str, str]


@dataclass(frozen=True)
class _Maps:
    """What both maps share: who is on them, and where."""

    sides: tuple[Mapping[_Pair, Values], Mapping[_Pair, Values]]
    changed: frozenset[_Pair]
    actors: Mapping[str, Actor]
    """Those that are drawn."""

    places: Mapping[str, tuple[int, int]]
    names: Mapping[str, Label]
    frame: Box
    flipped: frozenset[_Pair]
    left_out: int


def side_by_side(found: Comparison) -> str:
    """Return a comparison as a page of HTML."""
    title = f"{found.before.name} and {found.after.name}"
    maps = _maps(found)
    halves = zip((found.before, found.after), maps.sides, strict=True)
    left = f" {maps.left_out} actors with weaker ties are left out." if maps.left_out else ""
    flips = " ◆ flipped." if maps.flipped else ""
    return document(
        title,
        style(),
        tag("h1", f"From {found.before.name} to {found.after.name}"),
        tag("div", *(_map(half, side, maps) for half, side in halves), class_="maps"),
        legend(),
        tag(
            "p",
            f"Dashed: hostile. Dotted: neither. Faint: as before, or not there.{flips}{left}",
            class_="faint",
        ),
        *_lists(found),
        broad=True,
    )


def _maps(found: Comparison) -> _Maps:
    first, actors = _values(found.before)
    second, more = _values(found.after)
    actors = {**actors, **more}
    weight = _weights(first, second)
    order = sorted(actors, key=lambda id_: (-weight[id_], id_))[:ACTORS]
    links = _links(order, first, second)
    spots = place([Body(id_, _radius(weight[id_])) for id_ in order], Links.of(links))
    circles = {
        id_: Circle(name(actors[id_]), x, y, _radius(weight[id_]))
        for id_, (x, y) in zip(order, spots, strict=True)
    }
    names = place_names(circles)
    pairs = frozenset(_pair(change) for change in found)
    return _Maps(
        (first, second),
        pairs,
        {id_: actors[id_] for id_ in order},
        dict(zip(order, spots, strict=True)),
        names,
        around([*(label.box for label in names.values()), *_boxes(circles.values())], _MARGIN),
        frozenset(_pair(change) for change in found if change.kind == "flipped"),
        len(actors) - len(order),
    )


def _weights(*sides: Mapping[_Pair, Values]) -> Mapping[str, float]:
    """Return how much is told of each actor."""
    weight: defaultdict[str, float] = defaultdict(float)
    for side in sides:
        for pair, values in side.items():
            for end in pair:
                weight[end] += values.cooperation + values.conflict
    return weight


def _links(order: Sequence[str], *sides: Mapping[_Pair, Values]) -> dict[tuple[int, int], float]:
    """Return how strongly the actors that are shown, by their numbers, are tied."""
    shown = {id_: number for number, id_ in enumerate(order)}
    return {
        (min(shown[one], shown[other]), max(shown[one], shown[other])): min(
            3.0, 0.3 * sqrt(_sum((one, other), *sides))
        )
        for one, other in sorted(set().union(*sides))
        if one in shown and other in shown
    }


def _boxes(circles: Iterable[Circle]) -> Iterator[Box]:
    return (Box(x - r, y - r, x + r, y + r) for _, x, y, r in circles)


def _sum(pair: _Pair, *sides: Mapping[_Pair, Values]) -> float:
    return sum(side[pair].cooperation + side[pair].conflict for side in sides if pair in side)


def _radius(weight: float) -> float:
    return round(7 + 2.5 * log1p(weight), 1)


def _pair(change: Change) -> _Pair:
    return min(change.one.id, change.other.id), max(change.one.id, change.other.id)


def _values(half: Half) -> tuple[dict[_Pair, Values], dict[str, Actor]]:
    """Return what happened between pairs, and the actors of these."""
    index = tie_table(columns_of(half.statements), during=half.period, draws=0)
    nodes = index.columns.nodes
    found: dict[_Pair, Values] = {}
    for i, (one, other) in enumerate(zip(index.one.tolist(), index.other.tolist(), strict=True)):
        if index.weight[0, i] > 0:
            low, high = sorted((nodes[one].id, nodes[other].id))
            found[low, high] = Values(
                cooperation=float(index.cooperation[0, i]),
                conflict=float(index.conflict[0, i]),
                weight=float(index.weight[0, i]),
                articles=int(index.articles[0, i]),
            )
    present = {id_ for pair in found for id_ in pair}
    return found, {node.id: node for node in nodes if node.id in present}


def _map(half: Half, side: Mapping[_Pair, Values], maps: _Maps) -> Safe:
    left, top, right, bottom = maps.frame
    present = {end for pair in side for end in pair}
    svg = tag(
        "svg",
        *(
            _tie(pair, values, maps)
            for pair, values in sorted(side.items())
            if set(pair) <= maps.places.keys()
        ),
        *(
            joined(*_node(actor, maps, side, away=id_ not in present))
            for id_, actor in maps.actors.items()
        ),
        *(_flip(pair, maps) for pair in sorted(maps.flipped) if set(pair) <= maps.places.keys()),
        viewBox=f"{left} {top} {right - left} {bottom - top}",
        role="img",
        aria_label=f"Ties, {half.name}",
    )
    return tag("figure", tag("figcaption", tag("b", half.name)), svg)


def _tie(pair: _Pair, values: Values, maps: _Maps) -> Safe:
    (x1, y1), (x2, y2) = (maps.places[end] for end in pair)
    tone = values.tone
    sign = "friendly" if tone >= LEANING else "hostile" if tone <= -LEANING else "mixed"
    ends = " – ".join(name(maps.actors[end]) for end in pair)
    return tag(
        "line",
        tag("title", f"{ends}: tone {tone:+z.1f}, {values.articles} articles"),
        class_=f"tie {sign} {'changed' if pair in maps.changed else 'same'}",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke_width=round(1 + log1p(values.cooperation + values.conflict), 1),
    )


def _node(actor: Actor, maps: _Maps, side: Mapping[_Pair, Values], *, away: bool) -> Iterator[Safe]:
    x, y = maps.places[actor.id]
    weight = sum(v.cooperation + v.conflict for pair, v in side.items() if actor.id in pair)
    radius = _radius(weight)
    shown = "away" if away else None
    yield tag(
        "circle",
        tag("title", name(actor)),
        class_="node away" if away else "node",
        cx=x,
        cy=y,
        r=radius,
    )
    label, box = maps.names[actor.id]
    middle, foot = round((box.left + box.right) / 2, 1), round(box.bottom - SIZE * 0.3, 1)
    yield tag("text", label, x=middle, y=foot, text_anchor="middle", class_=shown)


def _flip(pair: _Pair, maps: _Maps) -> Safe:
    (x1, y1), (x2, y2) = (maps.places[end] for end in pair)
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    title = tag("title", " – ".join(name(maps.actors[end]) for end in pair), ": flipped")
    corners = f"{x},{y - _MARK} {x + _MARK},{y} {x},{y + _MARK} {x - _MARK},{y}"
    return tag("polygon", title, class_="flip", points=corners)


def _lists(found: Comparison) -> Iterator[Safe]:
    for kind in KINDS:
        changes = [change for change in found if change.kind == kind]
        if changes:
            yield tag("h2", f"{_HEADS[kind]} ({len(changes)})")
            yield joined(*(_change(change, found) for change in changes[:CHANGES]))
        if len(changes) > CHANGES:
            yield tag("p", f"… and {len(changes) - CHANGES} more")
    if not len(found):
        yield tag("p", "Nothing changed.")


def _change(change: Change, found: Comparison) -> Safe:
    before, after = found.sides(change)
    tones = " → ".join(tone(side) for side in (change.before, change.after))
    return tag(
        "details",
        tag(
            "summary",
            tag("b", f"{name(change.one)} – {name(change.other)}"),
            f": {tones}, {sure(change)}",
        ),
        tag(
            "div", _told(found.before.name, before), _told(found.after.name, after), class_="sides"
        ),
    )


def _told(title: str, told: Sequence[Statement]) -> Safe:
    items: tuple[Runs, ...] = tuple(
        (Strong(f"{when(each)}: {claim(each)}."), " ", *citation(each)) for each in told[:_EVIDENCE]
    )
    left = len(told) - _EVIDENCE
    more = tag("p", f"… and {left} more", class_="faint") if left > 0 else Safe()
    return tag(
        "section",
        tag("h3", title),
        to_markup([Items(items)]) if items else tag("p", "Nothing told."),
        more,
    )
