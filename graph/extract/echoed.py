"""What somebody does whom a text says to do as others did: "C did the same"."""

from collections.abc import Sequence

from graph.extract.frames.match import Match
from graph.extract.parsing.word import Word
from graph.model import Actor
from graph.traits import allowed


def echoed(
    word: Word, told: Sequence[Match], subjects: Sequence[Actor], *, act: bool
) -> list[Match]:
    """Return what was told last, of others: "A broke with B. C did the same".

    Whoever it was done to does it in turn: "A broke with B. B did the same". It happened as far as
    what it repeats did: "A refused to recognise B, and so did C".

    Args:
        word: The verb that says so.
        told: What was told last.
        subjects: Who did it too.
        act: Whether they did the act itself, whoever else did not: "after A did so".
    """
    finite = "VerbForm=Inf" not in word.features  # not "A broke with B, the first to do so"
    return [
        match._replace(
            predicate=word,
            subject=subject,
            object=other,
            loose=True,
            words=(),
            repeats="actual" if act else match.repeats,
        )
        for subject in subjects
        for match in told
        if match.repeats
        for other in [match.subject if finite and subject == match.object else match.object]
        if subject not in (match.subject, other) and allowed(match.frame.relation, subject, other)
    ]
