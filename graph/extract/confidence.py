"""How sure a statement is, from what supports it.

The signs of support are weighed as ``confidence.toml`` says: their weighted sum, with what its
relation adds, goes through the logistic function. ``make calibrate`` fits both to annotated
articles, so that of the statements at 0.9 nine in ten name the right actors and relation.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import DataFileError
from graph.extract.parsing.word import VERBS
from graph.model import Modality
from graph.relations import relations

if TYPE_CHECKING:
    from graph.extract.frames.match import Match
    from graph.extract.sentence import Reading

PATH = Path(__file__).with_name("confidence.toml")

#: Of statements less sure than this one in seven is right: they are not told.
FLOOR = 0.15

#: Every sign of support, with what its weight is multiplied by.
SIGNS: Mapping[str, str] = {
    "base": "1, so that its weight is the start of the sum",
    "title": "1 for an office that a title claims",
    "loose": "1 where an actor was found beside the predicate only",
    "nominal": "1 where the predicate is a noun or adjective",
    "size": "the size of the pattern, in tens",
    "unnamed": "how many of the two actors the sentence does not name: pronouns, descriptions",
    "distance": "words between the predicate and the farther actor, in tens, at most 3",
    "length": "words of the sentence, in tens, at most 6",
    "unreal": "1 where it is not said to have happened",
    "ascribed": "1 where somebody is said to say so",
    "apart": "1 where a semicolon or colon stands between the two actors",
    "persons": "how many of the two actors are persons",
    "bodies": "how many of the two actors are organisations",
}

#: Kinds of actor that are bodies.
_BODIES = ("organisation", "group")

#: Signs that part two clauses.
_APART = frozenset({";", ":"})

_TEN, _FARTHEST, _LONGEST = 10, 3.0, 6.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What is added up, before the logistic function."""

    signs: Mapping[str, float]
    """By sign."""

    relations: Mapping[str, float]
    """By relation; others add nothing."""


@cache
def weights(path: Path = PATH) -> Weights:
    """Return the weights of signs and relations.

    Raises:
        DataFileError: The file lacks a sign, or has a sign or a relation that is not known.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    signs, by_relation = table["weights"], table.get("relations", {})
    if wrong := sorted((set(signs) ^ set(SIGNS)) | (set(by_relation) - set(relations()))):
        problem = f"missing or unknown: {', '.join(wrong)}"
        raise DataFileError(path, "[weights]", problem, "Run make calibrate")
    return Weights(signs, by_relation)


def confidence(signs: Mapping[str, float], relation: str) -> float:
    """Return how sure a statement of a relation is with some signs, from 0 to 1, in hundredths."""
    known = weights()
    total = math.fsum([known.signs[name] * value for name, value in signs.items() if value])
    total += known.relations.get(relation, 0.0)
    return round(1 / (1 + math.exp(-total)), 2)


def of_title() -> dict[str, float]:
    """Return the signs of an office that a title claims."""
    return {"base": 1.0, "title": 1.0, "persons": 1.0}


@cache
def titled(relation: str) -> float:
    """Return how sure an office is that a title claims."""
    return confidence(of_title(), relation)


def of_match(
    reading: "Reading", match: "Match", modality: Modality, said_by: str | None
) -> dict[str, float]:
    """Return the signs of what a frame says.

    Args:
        reading: The sentence.
        match: The frame and the pair that it fits.
        modality: Whether it happened.
        said_by: To whom the text ascribes it, if to somebody.
    """
    words = reading.clauses.tree.words
    both = (match.subject, match.object)
    named = [word for word in words if word.mention is not None]
    mentions = reading.reference.mentions
    ends = [
        [word.index for word in named if actor in mentions[word.mention or 0].actors]
        for actor in both
    ]
    at, kinds = match.predicate.index, [actor.kind for actor in both]
    near = [min(places, key=lambda place: abs(place - at)) for places in ends if places]
    first, last = (min(near), max(near)) if near else (0, 0)
    return {
        "base": 1.0,
        "loose": float(match.loose),
        "nominal": float(match.predicate.pos not in VERBS),
        "size": match.pattern.size / _TEN,
        "unnamed": float(min(len(ends) - len(near), _unsaid(match))),
        "distance": min(max((abs(place - at) for place in near), default=0) / _TEN, _FARTHEST),
        "length": min(len(words) / _TEN, _LONGEST),
        "unreal": float(modality != "actual"),
        "ascribed": float(said_by is not None),
        "apart": float(not _APART.isdisjoint([word.text for word in words[first:last]])),
        "persons": float(kinds.count("person")),
        "bodies": float(sum([kind in _BODIES for kind in kinds])),
    }


def _unsaid(match: "Match") -> int:
    """Return how much a pattern may leave unsaid: two sides that are meant together are one."""
    together = any(slot.name == "S+" and slot.context for slot in match.pattern.slots)
    return 1 if together else 2
