"""The marks of a sentence as the page shows them: in order, none over another."""

from typing import Literal, NamedTuple

from graph.model import UNMARKED, Evidence
from graph.page.plain import LONGEST

ROLES: tuple[Literal["subject", "object", "trigger"], ...] = ("subject", "object", "trigger")


class Mark(NamedTuple):
    """A stretch of a sentence."""

    start: int
    """First code point, from the beginning of the sentence."""

    length: int
    """How many code points."""

    role: int
    """What it is in the statement, as an index of ``ROLES``."""


def marks_of(evidence: Evidence) -> list[Mark]:
    """Return the marks of a sentence; of two that overlap the one that begins first.

    Whoever wrote the file may have put marks anywhere; those outside the sentence are passed over.
    """
    if evidence.marks == UNMARKED:
        return []
    found = sorted(
        (start - evidence.start, evidence.start - end, number)
        for number, role in enumerate(ROLES)
        for start, end in getattr(evidence.marks, role)
    )
    kept: list[Mark] = []
    at, longest = 0, min(len(evidence.sentence), LONGEST)
    for start, negative_end, role in found:
        if at <= start < -negative_end <= longest:
            at = -negative_end
            kept.append(Mark(start, at - start, role))
    return kept
