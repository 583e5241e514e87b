"""The marks of a sentence as the page shows them: in order, none over another."""

from typing import Literal

from graph.model import Evidence
from graph.page.plain import LONGEST

ROLES: tuple[Literal["subject", "object", "trigger"], ...] = ("subject", "object", "trigger")


Mark = tuple[int, int, int]
"""A stretch of a sentence: its first code point, from the beginning of that, how many it has, and
what it is in the statement, as an index of ``ROLES``. There are some hundred thousand."""


def marks_of(evidence: Evidence) -> list[Mark]:
    """Return the marks of a sentence; of two that overlap the one that begins first.

    Whoever wrote the file may have put marks anywhere; those outside the sentence are passed over.
    """
    marks, begin = evidence.marks, evidence.start
    found = []
    for number, spans in enumerate((marks.subject, marks.object, marks.trigger)):
        for start, end in spans:
            found.append((start - begin, begin - end, number))
    found.sort()
    kept: list[Mark] = []
    at, longest = 0, min(len(evidence.sentence), LONGEST)
    for start, negative_end, role in found:
        if at <= start < -negative_end <= longest:
            at = -negative_end
            kept.append((start, at - start, role))
    return kept
