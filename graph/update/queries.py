"""The questions that are asked, from the ``.rq`` files beside this module."""

from functools import cache
from pathlib import Path

#: The values of a row of an answer, by variable.
Row = dict[str, str]

_FOLDER = Path(__file__).parent


def terms_query(state: str) -> str:
    """Return the question for the office holders of a state, by its IRI."""
    return _query("terms").replace("UNDEF", f"<{state}>")


def bodies_query(offset: int) -> str:
    """Return the question for organisations, from some number on."""
    return _query("bodies").replace("OFFSET 0", f"OFFSET {offset}")


@cache
def _query(name: str) -> str:
    lines = (_FOLDER / f"{name}.rq").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def first_line(path: Path) -> str:
    """Return the first line of a file."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        return next(lines, "").rstrip("\n")


def item(iri: str) -> str:
    """Return the end of an item's IRI: ``Q142``."""
    return iri.rsplit("/", 1)[-1]
