"""The relations a statement can have: read from ``relations.csv`` and checked.

A relation's ``parent`` is its PLOVER event type, ``score`` the Goldstein-like
weight of that type, from -10 (conflict) to 10 (cooperation).
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.errors import DataFileError

PATH = Path(__file__).parent / "relations.csv"

#: The parent of relations that hold over time, such as offices and memberships.
STATE = "STATE"

#: The parent of relations that lay something to somebody's charge.
ACCUSE = "ACCUSE"

#: The parents of relations that refuse something, and that stand by somebody.
REJECT, SUPPORT = "REJECT", "SUPPORT"


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of the vocabulary."""

    name: str
    """The relation's name, e.g. ``signsAgreementWith``."""

    parent: str
    """PLOVER event type, or ``STATE``."""

    mode: str
    """PLOVER mode, empty where there is none."""

    quad: str
    """Quad class, e.g. ``verbal-cooperation``; empty for state relations."""

    score: float | None
    """From -10 (conflict) to 10 (cooperation); None for state relations."""

    symmetric: bool
    """True when "A r B" and "B r A" are one claim."""

    label_en: str
    """Shown on an edge, in English."""

    label_fr: str
    """Shown on an edge, in French."""

    definition: str
    """What it covers, in English."""


@cache
def relations(path: Path = PATH) -> Mapping[str, Relation]:
    """Read the vocabulary.

    Args:
        path: A CSV file with the columns of ``relations.csv``.

    Returns:
        The relations by name, in file order.

    Raises:
        DataFileError: A row lacks a column, or has a score that is no number.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [_relation(path, row) for row in csv.DictReader(lines)]
    return MappingProxyType({row.name: row for row in rows})


def _relation(path: Path, row: dict[str, str]) -> Relation:
    try:
        return Relation(
            name=row["relation"],
            parent=row["parent"],
            mode=row["mode"],
            quad=row["quad"],
            score=float(row["score"]) if row["score"] else None,
            symmetric=row["symmetric"] == "yes",
            label_en=row["label_en"],
            label_fr=row["label_fr"],
            definition=row["definition"],
        )
    except (KeyError, ValueError, TypeError) as error:
        raise DataFileError(
            path,
            f"row {row.get('relation')!r}",
            f"bad or missing column: {error}",
            "See its header",
        ) from error
