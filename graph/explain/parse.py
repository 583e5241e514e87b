"""A parse as clauses: what the extraction's own classes answer about each predicate."""

from collections.abc import Container

from graph.explain.near import HELPERS
from graph.explain.records import Clause, Dated, Filler
from graph.extract.parsing.word import VERBS, Word
from graph.extract.sentence import Reading


def clauses(reading: Reading, text: str, tried: Container[int]) -> tuple[Clause, ...]:
    """Return the predicates of a sentence.

    Args:
        reading: The sentence.
        text: The article's text.
        tried: Indices of the words that frames were tried at; verbs are shown in any case.
    """
    shown = [
        word
        for word in reading.clauses.predicates()
        if word.role not in HELPERS and (word.pos in VERBS or word.index in tried)
    ]
    return tuple(_clause(reading, text, word) for word in shown)


def dates(reading: Reading, text: str) -> tuple[Dated, ...]:
    """Return the date expressions of a sentence with the predicates they belong to."""
    found = []
    for span in reading.dates:
        owner = reading.when.owner(span)
        written = text[reading.start + span.start : reading.start + span.end]
        name = text[owner.start : owner.end] if owner else None
        found.append(Dated(written, reading.days.resolve(span, future=False), name))
    return tuple(found)


def _cues(
    reading: Reading, text: str, word: Word, modality: str | None
) -> tuple[tuple[str, str], ...]:
    """Return what each cue says, and where it stands."""
    cues = [(effect, text[at.start : at.end]) for effect, at in reading.whether.cues(word)]
    known = {"actual", *(effect for effect, _ in cues)}
    if modality is not None and modality not in known:
        cues.append((modality, "a question or condition"))
    return tuple(dict.fromkeys(cues))


def _clause(reading: Reading, text: str, word: Word) -> Clause:
    verbal = word.pos in VERBS
    modality = reading.whether.modality(word)
    surest = next(reading.when.spans(word, own=modality != "actual"), None)
    date = surest[0] if surest else None
    return Clause(
        text[word.start : word.end],
        word.lemma,
        word.pos,
        verbal and reading.clauses.is_passive(word),
        modality or "dropped",
        _cues(reading, text, word, modality),
        reading.source(word, modality or "actual"),
        text[reading.start + date.start : reading.start + date.end] if date else None,
        tuple(
            Filler(
                argument.role,
                argument.prep,
                text[argument.word.start : argument.word.end],
                tuple(reading.reference.actors(argument.word)),
            )
            for argument in reading.clauses.arguments(word, verbal=verbal)
        ),
    )
