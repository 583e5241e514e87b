"""Places as linked things: a town and its country, or a country, by the name that a text has.

A place is never an actor. What is known of one follows from its name alone, so that nothing about
it is stored with a statement. Towns are those of GeoNames (``data/places.tsv``); a name that
several places share without one being far the largest is nobody's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
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


def find_place(name: str | None) -> Place | None:
    """Return what a name of a place stands for, or None where that is not known.

    Args:
        name: As a text in any language has it: "Genève", "Le Caire", "Switzerland".
    """
    return _places().get(folded(name)) if name else None


def folded(name: str) -> str:
    """Return a name without what newsrooms write in several ways: accents, hyphens, capitals."""
    return _SIGNS.sub(" ", fold(name)).strip()


@cache
def _places() -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    countries = load_gazetteer().countries
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            number, code, label, names = line.split("\t")
            place = Place(f"{GEONAMES}{number}/", label, countries[code])
            found |= dict.fromkeys(filter(None, names.split("|")), place)
    for country in countries.values():
        for name in (country.label, country.label_fr, *country.names):
            found[folded(name or "")] = Place(country.id, country.label, country)
    return MappingProxyType(found)
