"""What countries are called in languages that no article is read in.

A person may look up "Alemania" or "Германия", on the page, in the RDF and with
``diplograph actors``. The names are read when first asked for, and no text is
searched for them: "Niger" in an English article stays what English means by it.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.model import Actor

FILE = Path(__file__).parent / "data" / "abroad.tsv"

#: Stands between the names of one cell.
BETWEEN = "; "


def abroad(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Return the names of a country in other languages: ISO 639-1 code and name, by language."""
    return table().get(actor.country or "", ()) if actor.kind == "country" else ()


@cache
def table() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the names of all countries by ISO code."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t")
    return MappingProxyType({row.pop("code"): tuple(_cells(row)) for row in rows})


def _cells(row: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(lang, name) for lang, cell in row.items() for name in cell.split(BETWEEN) if name]
