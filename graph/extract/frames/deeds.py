"""Which nouns tell that somebody did something: "the release", "its withdrawal"."""

from collections.abc import Mapping, Sequence

from graph.extract.frames.frame import Frame
from graph.relations import relations

#: What each noun tells, by its lemma: the names of relations.
Deeds = Mapping[str, frozenset[str]]


def told_by(frames: Sequence[Frame]) -> Deeds:
    """Return what the nouns of some frames tell, where one side does it to the other.

    What two do together, as talks, is the deed of neither.
    """
    found: dict[str, set[str]] = {}
    for frame in frames:
        mutual = relations()[frame.relation].symmetric
        for pattern in frame.patterns:
            acting = pattern.subject is not None and pattern.subject.name == "S"
            if mutual or pattern.part != "noun" or not acting or pattern.said:
                continue
            for noun in pattern.predicates:
                if not noun.modifier:
                    found.setdefault(noun.lemma, set()).add(frame.relation)
    return {noun: frozenset(told) for noun, told in found.items()}
