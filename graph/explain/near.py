"""Patterns that fit but for one slot, found by trying them once more without it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.explain.records import Near, Unfit
from graph.extract.frames.patterns import Pattern, Slot
from graph.extract.parsing.tree import Word
from graph.extract.sentence import Reading
from graph.extract.slots.fill import Filler

#: A slot of a pattern that stays empty at a word.
Empty = tuple[Pattern, Word, Slot]

#: Roles of verbs that only help another; frames of "have" are not near at "has said".
HELPERS = ("auxiliary", "passive_auxiliary", "copula")


def near(reading: Reading, text: str, empty: Iterable[Empty]) -> tuple[Near, ...]:
    """Return the patterns that lack one slot only, by place, actors that lack first.

    Args:
        reading: The sentence.
        text: The article's text.
        empty: What stayed empty.
    """
    rules = _rules(reading)
    found = {}
    for pattern, word, slot in empty:
        if word.role not in HELPERS and _fits_without(reading, pattern, word, slot, rules[pattern]):
            rank = word.index, slot.kind != "actor", slot.name == "S+", pattern.text
            missing = slot_text(pattern, slot)
            found[rank] = Near(rules[pattern], pattern.text, text[word.start : word.end], missing)
    return tuple(found[rank] for rank in sorted(found))


def unfit(text: str, tried: Iterable[tuple[Pattern, Word, Slot | None]]) -> tuple[Unfit, ...]:
    """Return the words for which every pattern wants another part of speech, or a modifier."""
    parts: dict[Word, set[str]] = {}
    fit = set()
    for pattern, word, slot in tried:
        parts.setdefault(word, set()).add(pattern.part)
        if slot is not None:
            fit.add(word)
    return tuple(
        Unfit(text[word.start : word.end], word.pos, tuple(sorted(parts[word])))
        for word in sorted(parts.keys() - fit, key=lambda word: word.index)
        if word.role not in HELPERS and word.mention is None
    )


def _fits_without(
    reading: Reading, pattern: Pattern, word: Word, slot: Slot, rules: Sequence[str]
) -> bool:
    filler = Filler(reading.clauses, reading.reference, word)
    rest = replace(
        pattern,
        subject=None if slot is pattern.subject else pattern.subject,
        slots=tuple(own for own in pattern.slots if own is not slot),
    )
    relation = rules[0].split(".")[1]
    tries = (filler.fill(rest, loose=loose, relation=relation) for loose in ("", "S", "O", "noun"))
    return any(found is not None for found in tries)


def _rules(reading: Reading) -> Mapping[Pattern, tuple[str, ...]]:
    """Return the ids of the frames that have a pattern."""
    found: dict[Pattern, tuple[str, ...]] = {}
    for frame in reading.tools.frames:
        for pattern in frame.patterns:
            found[pattern] = (*found.get(pattern, ()), frame.id)
    return found


def slot_text(pattern: Pattern, slot: Slot) -> str:
    """Return a slot as its pattern writes it, with the prepositions before it."""
    if slot is pattern.subject:
        return slot.name
    place = next(at for at, own in enumerate(pattern.slots) if own is slot)
    return list(_written(pattern))[place]


def _written(pattern: Pattern) -> Iterator[str]:
    """Yield the slots behind the predicate as they are written."""
    elements = pattern.text.split()[2 if pattern.subject else 1 :]
    prepositions = {"|".join(slot.prepositions) for slot in pattern.slots}
    waiting: list[str] = []
    for element in elements:
        waiting.append(element)
        if not any(set(element.split("|")) == set(p.split("|")) for p in prepositions if p):
            yield " ".join(waiting)
            waiting = []
