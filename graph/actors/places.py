"""Places as linked things: a town and its country, or a country, by the name that a text has.

A place is never an actor. What is known of one follows from its name alone, so that nothing about
it is stored with a statement. Towns are those of GeoNames (``data/places.tsv``); a name that
several places share without one being far the largest is nobody's.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from graph.actors.gazetteer import load_gazetteer
from graph.model import Actor
from graph.text.folding import fold

PATH = Path(__file__).parent / "data" / "places.tsv"
GEONAMES = "https://sws.geonames.org/"

_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A town or a country."""

    id: str
    """An IRI: GeoNames' of a town, the country's own of a country."""

    label: str
    """The name in English, or as locals write it."""

    country: Actor
    """Where it lies, or the country itself."""

    @property
    def is_country(self) -> bool:
        """Whether it is a country as a whole."""
        return self.id == self.country.id


@lru_cache(4096)
def find_place(name: str | None) -> Place | None:
    """Return what a name of a place stands for, or None where that is not known.

    Args:
        name: As a text in any language has it: "Genève", "Le Caire", "Switzerland".
    """
    key = folded(name) if name else ""
    return _countries().get(key) or _town(key)


def folded(name: str) -> str:
    """Return a name without what newsrooms write in several ways: accents, hyphens, capitals."""
    return _SIGNS.sub(" ", fold(name)).strip()


def _town(name: str) -> Place | None:
    """Return the town that a folded name means."""
    lines, start = _lines(), f"{name}\t".encode()
    line = lines[min(bisect_left(lines, start), len(lines) - 1)]
    if not line.startswith(start):
        return None
    _, number, code, label = line.decode().split("\t")
    return Place(f"{GEONAMES}{number}/", label, load_gazetteer().countries[code])


@cache
def _lines() -> Sequence[bytes]:
    """Return the list of towns as it is: most processes ask for a few of its 55,000 names."""
    return PATH.read_bytes().splitlines()


@cache
def _countries() -> Mapping[str, Place]:
    return MappingProxyType(
        {
            folded(name): Place(country.id, country.label, country)
            for country in load_gazetteer().countries.values()
            for name in (country.label, country.label_fr, *country.names)
            if name
        }
    )
