"""What some statements say of each tie, counted so that parts can be counted apart.

A summary is made of sets and of least and greatest values, so putting two together does not
mind order, grouping or repetition: a statement that is in both parts is counted once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from graph.contests import Pair
from graph.merge import Key, age, key_of
from graph.model import Statement

#: Statements that are counted before they are put together with those before.
_PART = 50_000


@dataclass(frozen=True, slots=True)
class Summary:
    """What some statements say of one tie."""

    statements: frozenset[str]
    """Their ids."""

    articles: frozenset[str]
    """The ids of their articles."""

    tellings: Mapping[tuple[bytes, str | None], tuple[str, str]]
    """The day and the id of the first article that has a sentence and a date of the tie."""

    modalities: frozenset[str]
    first: str
    """The least of all dates; empty where there is none."""

    last: str

    @property
    def independent(self) -> int:
        """How many articles say something in words of their own, as ``graph.merge`` has it."""
        return len({article for _, article in self.tellings.values()})


def merge(a: Summary, b: Summary) -> Summary:
    """Return what two parts say of one tie together: associative, commutative, idempotent."""
    tellings = {**a.tellings, **b.tellings}
    for key in a.tellings.keys() & b.tellings.keys():
        tellings[key] = min(a.tellings[key], b.tellings[key])
    return Summary(
        a.statements | b.statements,
        a.articles | b.articles,
        tellings,
        a.modalities | b.modalities,
        min(a.first or b.first, b.first or a.first),
        max(a.last, b.last),
    )


def summarise(statements: Iterable[Statement]) -> dict[Key, Summary]:
    """Return what statements say of each tie; they are held a part at a time."""
    waiting = iter(statements)
    found: dict[Key, Summary] = {}
    while part := list(islice(waiting, _PART)):
        for key, summary in _part(part):
            found[key] = merge(found[key], summary) if key in found else summary
    return found


def _part(statements: Iterable[Statement]) -> Iterator[tuple[Key, Summary]]:
    grouped: dict[Key, list[Statement]] = {}
    for statement in statements:
        grouped.setdefault(key_of(statement), []).append(statement)
    return ((key, _summary(found)) for key, found in grouped.items())


def _summary(statements: list[Statement]) -> Summary:
    tellings: dict[tuple[bytes, str | None], tuple[str, str]] = {}
    for each in statements:
        key, first = (_hash(each.evidence.sentence), each.date), age(each)
        tellings[key] = min(first, tellings.get(key, first))
    dates = [each.date for each in statements if each.date]
    return Summary(
        frozenset([each.id for each in statements]),
        frozenset([each.evidence.source.article for each in statements]),
        tellings,
        frozenset([each.modality for each in statements]),
        min(dates, default=""),
        max(dates, default=""),
    )


def _hash(sentence: str) -> bytes:
    return blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def contested(pairs: Iterable[Pair]) -> Counter[Key]:
    """Count the pairs of a claim and its denial that each tie has a part in."""
    return Counter(key for pair in pairs for key in {key_of(each) for each in pair})
