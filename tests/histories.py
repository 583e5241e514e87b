"""A history that is made up, in which it is known what changed and what did not."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.actors.gazetteer import load_gazetteer
from graph.model import Actor, Evidence, Source, Statement

Pair = tuple[str, str]

FRIENDLY = ("meets", "visits", "signsAgreementWith", "supports", "cooperatesWith", "praises")
HOSTILE = ("criticizes", "accuses", "threatens", "sanctions", "expelsDiplomatsOf", "attacks")
TALKS = ("meets", "phones", "writesTo", "invites")
HELP = ("aids", "arms", "exercisesWith", "cooperatesWith")

#: What each disposition of a pair does in the first year and in the second.
COURSES: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "friends": (FRIENDLY, FRIENDLY),
    "foes": (HOSTILE, HOSTILE),
    "fell out": (FRIENDLY, HOSTILE),
    "made up": (HOSTILE, FRIENDLY),
    "new": ((), FRIENDLY),
    "gone": (HOSTILE, ()),
    "warmed": (TALKS, HELP),
    "cooled": (HELP, TALKS),
}

#: One statement in so many says the contrary of what is so.
NOISE = 20


@dataclass(frozen=True)
class History:
    """Statements of two years, and the disposition of each pair."""

    statements: tuple[Statement, ...]
    courses: dict[Pair, str]

    def of(self, *courses: str) -> set[Pair]:
        """Return the pairs of some dispositions."""
        return {pair for pair, course in self.courses.items() if course in courses}


def history(seed: int, states: int = 24, planted: int = 4) -> History:
    """Return a history of 2013 and 2014: most pairs are as they were, a few are not."""
    chance = random.Random(seed)  # noqa: S311 - it need not be secret
    actors = sorted(load_gazetteer().countries.values(), key=lambda actor: actor.id)[:states]
    pairs = [(one, other) for number, one in enumerate(actors) for other in actors[number + 1 :]]
    chance.shuffle(pairs)
    kinds = [kind for kind in COURSES if kind not in {"friends", "foes"} for _ in range(planted)]
    steady = [("friends", "foes")[number % 2] for number in range(120)]
    courses = dict(zip(pairs, kinds + steady, strict=False))
    told = [
        each
        for (one, other), course in courses.items()
        for year in (2013, 2014)
        for each in _year(chance, one, other, COURSES[course][year - 2013], year)
    ]
    chance.shuffle(told)
    return History(
        tuple(told), {(one.id, other.id): course for (one, other), course in courses.items()}
    )


def _year(
    chance: random.Random, one: Actor, other: Actor, acts: Sequence[str], year: int
) -> Iterator[Statement]:
    """Yield what is told of a pair in a year; how much, differs from pair to pair."""
    for number in range(chance.randint(6, 30) if acts else 0):
        day = date(year, 1, 1) + timedelta(days=chance.randrange(360))
        contrary = HOSTILE if acts is not HOSTILE else FRIENDLY
        relation = chance.choice(contrary if chance.randrange(NOISE) == 0 else acts)
        subject, object_ = chance.sample((one, other), 2)
        source = Source(
            f"{one.id}-{other.id}-{year}-{number}",
            "en",
            "",
            day.isoformat(),
            None,
            f"p{number % 5}",
        )
        sentence = f"{subject.label} {relation} {object_.label} ({day}, {number})."
        evidence = Evidence(source, sentence, 0, len(sentence), "en.x.1")
        yield Statement(subject, relation, object_, evidence, day.isoformat(), confidence=0.9)
