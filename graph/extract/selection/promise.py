"""Which sentences promise a statement, told before they are parsed.

Of the sentences that name or mean two actors, most of general news say nothing of what is between
them. Their words, whom they and their neighbours name, and how often the article names two at once
tell many of those. What each of these signs adds is fitted to what the extraction gives
(``tools/promise.py``); a sentence whose signs add up to too little is passed over. Frames alone do
not tell: verbs of theirs, "say" or "be", are in nearly every sentence.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum, inf
from pathlib import Path
from typing import Literal, NamedTuple

from graph.errors import DataFileError
from graph.languages import FOLDER
from graph.model import Actor

FILE = "promise.csv"

#: The line of the file that says where a sum of signs must lie at least.
_LEAST = "least="

_WORD = re.compile(r"[^\W\d_]+")

#: Letters of a word that count: more would tell its forms apart, of which few are met often.
LETTERS = 6

#: From which number on counts are alike, and how many words more make a sentence longer.
_FEW, _MANY, _LONG, _STEP = 3, 5, 8, 5

#: Sentences of a brief at most.
_BRIEF = 3

#: How many sentences back somebody may be whom a pronoun means.
_BACK = 3

#: In how many parts the share of sentences that name two is told.
_PARTS = 8

#: Why a sentence could hold a statement: it names ``two``, means ``both`` of the sentence before,
#: ``looks`` back at somebody, or ``answers`` that sentence.
Why = Literal["two", "both", "looks", "answers"]


class Candidate(NamedTuple):
    """A sentence of an article, and whom it names."""

    text: str
    mentions: int
    """How often it mentions somebody."""

    actors: frozenset[str]
    """By id."""

    kinds: frozenset[str]
    states: frozenset[str]
    """Of the actors; the kind of one that belongs to no state."""

    means: frozenset[str]
    """The lists of anaphora that have a word of it."""

    why: Why | None
    """Why it could hold a statement; None if it could not."""

    @staticmethod
    def of(
        text: str,
        mentions: int,
        actors: Mapping[str, Actor],
        means: frozenset[str],
        why: Why | None,
    ) -> "Candidate":
        """Return a sentence with those whom it mentions.

        Args:
            text: Of the sentence.
            mentions: How many are in it.
            actors: Whom they mean, by id.
            means: The lists of words through which it looks back.
            why: What makes it worth asking for; None where nothing does.
        """
        kinds = frozenset([actor.kind for actor in actors.values()])
        states = frozenset([actor.country or actor.kind for actor in actors.values()])
        return Candidate(text, mentions, frozenset(actors), kinds, states, means, why)


@dataclass(frozen=True, slots=True, eq=False)
class Promise:
    """What each sign adds, in one language."""

    weights: Mapping[str, float]
    least: float
    """The least sum of a sentence that is parsed."""

    def kept(self, article: Sequence[Candidate]) -> list[bool]:
        """Return of each sentence of an article whether it could hold a statement, and may.

        Of a brief all may: its sentences have few neighbours to be told by. So may, with few words,
        one that means both of the sentence before: "their armies clashed".
        """
        if len(article) <= _BRIEF:
            return [each.why is not None for each in article]
        weigh = self.weights.get
        return [
            found is not None
            and (each.why == "both" or fsum(filter(None, map(weigh, found))) >= self.least)
            for each, found in zip(article, signs(article), strict=True)
        ]


#: Whatever could hold a statement may.
ANY = Promise({}, -inf)


def signs(article: Sequence[Candidate]) -> Iterator[list[str] | None]:
    """Yield the signs of each sentence of an article; None where it could not hold a statement."""
    two = sum(each.why == "two" for each in article)
    dense = _PARTS * two // max(len(article), 1)
    whole = [f"dense={dense}", f"size={len(article).bit_length()}"]
    nobody: frozenset[str] = frozenset()
    for at, each in enumerate(article):
        if each.why is None:
            yield None
            continue
        before = article[at - 1].states if at else nobody
        back = each.states.union(*(one.states for one in article[max(0, at - _BACK) : at]))
        after = article[at + 1].actors if at + 1 < len(article) else nobody
        words = _words(each.text)
        yield [
            *dict.fromkeys([word[:LETTERS] for word in words]),
            *[f"kind={kind}" for kind in sorted(each.kinds)],
            *[f"means={name}" for name in sorted(each.means)],
            *[f"means={name}+before={min(len(before), _FEW)}" for name in sorted(each.means)],
            *whole,
            f"why={each.why}",
            f"at={min(at, _FEW)}",
            f"words={min(len(words) // _STEP, _LONG)}",
            f"mentions={min(each.mentions, _MANY)}",
            f"actors={min(len(each.actors), _MANY)}",
            f"states={min(len(each.states), _MANY)}",
            f"before={min(len(before), _FEW)}",
            f"both={min(len(each.states | before), _MANY)}",
            f"back={min(len(back), _MANY)}",
            f"after={min(len(after), _FEW)}",
        ]


def _words(text: str) -> list[str]:
    """Return the words of a sentence that are no names; its first, a pronoun often, counts too."""
    first, *rest = _WORD.findall(text) or [""]
    return [first.lower(), *[word for word in rest if word[0].islower()]]


@cache
def load(lang: str, folder: Path = FOLDER) -> Promise:
    """Return what was fitted for a language, or ``ANY`` if nothing was.

    Raises:
        DataFileError: A line is not a sign and a number.
    """
    path = folder / lang / FILE
    if not path.is_file():
        return ANY
    lines = path.read_text(encoding="utf-8").splitlines()
    try:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        weights = {sign: float(weight) for sign, weight in rows}
        return Promise(weights, weights.pop(_LEAST))
    except (ValueError, KeyError) as error:
        problem = f"not a sign and a number each: {error}"
        raise DataFileError(path, "the lines", problem, "See its head") from error


def lines(promise: Promise) -> Iterator[str]:
    """Yield the lines of a file that ``load`` reads, its head left out."""
    for sign, weight in [(_LEAST, promise.least), *sorted(promise.weights.items())]:
        yield f"{sign},{weight:.2f}\n"
