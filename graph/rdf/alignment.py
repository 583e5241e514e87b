"""What the ontology adds to ``relations.csv``, read from ``graph/ontology/alignment.csv``.

Columns of the file: ``relation``; the property for the other direction with
its labels, where the relation is not symmetric; the definition in French;
``wikidata``, the property of Wikidata that says the same; ``related``, those
that say something near. Only properties that are certain are named.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.errors import DataFileError
from graph.relations import relations

FOLDER = Path(__file__).parent.parent / "ontology"
PATH = FOLDER / "alignment.csv"


@dataclass(frozen=True, slots=True)
class Alignment:
    """One row of ``alignment.csv``."""

    inverse: str = ""
    """The property from object to subject, empty for a symmetric relation."""

    inverse_en: str = ""
    """Its label in English."""

    inverse_fr: str = ""
    """Its label in French."""

    definition_fr: str = ""
    """What the relation covers, in French."""

    wikidata: str = ""
    """The property of Wikidata that says the same, such as ``P463``, or empty."""

    related: tuple[str, ...] = ()
    """Properties of Wikidata that say something near."""


@cache
def alignments(path: Path = PATH) -> Mapping[str, Alignment]:
    """Return what is known of each relation; one that has no row has an empty record.

    Raises:
        DataFileError: A row lacks a column.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = {row["relation"]: _alignment(path, row) for row in csv.DictReader(lines)}
    return MappingProxyType({name: rows.get(name, Alignment()) for name in relations()})


def _alignment(path: Path, row: dict[str, str]) -> Alignment:
    try:
        return Alignment(
            inverse=row["inverse"],
            inverse_en=row["inverse_en"],
            inverse_fr=row["inverse_fr"],
            definition_fr=row["definition_fr"],
            wikidata=row["wikidata"],
            related=tuple(row["related"].split()),
        )
    except (KeyError, AttributeError) as error:
        where, fix = f"row {row.get('relation')!r}", "See the head of graph/rdf/alignment.py"
        raise DataFileError(path, where, f"bad or missing column: {error}", fix) from error
