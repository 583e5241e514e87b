"""Precision and recall of sets: over all articles, by language, by relation."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.evaluate.claims import LEVELS, Sheet, Triple


@dataclass(frozen=True, slots=True)
class Figure:
    """How two sets agree."""

    gold: int = 0
    predicted: int = 0
    hit: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        """Return the figure of both together."""
        return Figure(
            self.gold + other.gold, self.predicted + other.predicted, self.hit + other.hit
        )

    @property
    def missed(self) -> int:
        """In gold alone."""
        return self.gold - self.hit

    @property
    def spurious(self) -> int:
        """Predicted alone."""
        return self.predicted - self.hit

    @property
    def precision(self) -> float:
        """From 0 to 1; 0 where nothing is predicted."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """From 0 to 1; 0 where there is nothing to find."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def compare(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Figure:
    """Return how two collections agree, each item counted once."""
    wanted, found = set(gold), set(predicted)
    return Figure(len(wanted), len(found), len(wanted & found))


def total(figures: Iterable[Figure]) -> Figure:
    """Return the figure of all together."""
    return sum(figures, Figure())


def by_level(sheets: Collection[Sheet]) -> dict[str, Figure]:
    """Return the figure of each level."""
    return {level: total(at_level(sheet, level) for sheet in sheets) for level in LEVELS}


def at_level(sheet: Sheet, level: str) -> Figure:
    """Return the figure of an article on a level."""
    wanted, found = (
        {item for claim in side if (item := claim.at(level)) is not None}
        for side in (sheet.wanted, sheet.found)
    )
    return compare(wanted, found)


def by_language(sheets: Sequence[Sheet]) -> dict[str, dict[str, Figure]]:
    """Return the figures of each level, by ISO 639-1 code."""
    codes = sorted({sheet.gold.article.lang or "" for sheet in sheets})
    return {
        code: by_level([sheet for sheet in sheets if sheet.gold.article.lang == code])
        for code in codes
    }


def by_relation(sheets: Iterable[Sheet]) -> dict[str, Figure]:
    """Return the figure of the triples of each relation, the most frequent first."""
    found: dict[str, Figure] = {}
    for sheet in sheets:
        wanted, got = triples(sheet)
        for name in {relation for _, relation, _ in wanted | got}:
            sides = ([item for item in side if item[1] == name] for side in (wanted, got))
            found[name] = found.get(name, Figure()) + compare(*sides)
    return dict(sorted(found.items(), key=lambda item: (-item[1].gold - item[1].spurious, item[0])))


def triples(sheet: Sheet) -> tuple[AbstractSet[Triple], AbstractSet[Triple]]:
    """Return the triples that are wanted, and those that are found."""
    return {claim.triple for claim in sheet.wanted}, {claim.triple for claim in sheet.found}
