"""What some statements say of each tie, counted so that parts can be counted apart.

A summary is made of sets and of least and greatest values, so putting two together does not
mind order, grouping or repetition: a statement that is in both parts is counted once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

from graph.contests import Pair
from graph.merge import Key, age, key_of
from graph.model import Statement


@dataclass(frozen=True, slots=True)
class Summary:
    """What some statements say of one tie.

    Ids are the keys of dictionaries, which take a third of the room of sets.
    """

    statements: Mapping[int, None]
    """Their ids, as numbers."""

    articles: Mapping[str, None]
    """The ids of their articles."""

    tellings: Mapping[int, tuple[str, str]]
    """The day and the id of the first article that has a sentence and a date of the tie, by their
    hash."""

    modalities: Set[str]
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
        {**a.statements, **b.statements},
        {**a.articles, **b.articles},
        tellings,
        a.modalities | b.modalities,
        min(a.first or b.first, b.first or a.first),
        max(a.last, b.last),
    )


#: What is counted of a statement: its id, its article, the hash of its sentence and date, the day
#: and id of the article that counts for it, its modality, its date.
_Told = tuple[int, str, int, tuple[str, str], str, str | None]


def summarise(statements: Iterable[Statement]) -> Iterator[tuple[Key, Summary]]:
    """Yield what statements say of each tie, in the order of the ties; they are not held."""
    # Most ties are told once, and what is told once is kept as it is: a tally takes five times
    # the room.
    found: dict[Key, _Told | _Tally] = {}
    article, day = "", ("", "")
    for each in statements:
        # Statements of an article are beside each other, and hold one copy of what they share.
        own, own_day = each.evidence.source.article, age(each)
        article = article if own == article else own
        day = day if own_day == day else own_day
        telling = _hash(f"{each.date}\x1f{each.evidence.sentence}")
        told = int(each.id, 16), article, telling, day, each.modality, each.date
        key = key_of(each)
        tally = found.get(key)
        if tally is None:
            found[key] = told
        elif isinstance(tally, _Tally):
            tally.add(told)
        else:
            found[key] = _Tally.of(tally, told)
    for key in sorted(found):
        tally = found.pop(key)
        yield key, (tally if isinstance(tally, _Tally) else _Tally.of(tally)).summary()


class _Tally:
    """A summary while it is counted: a statement costs the same however many came before."""

    __slots__ = ("articles", "first", "ids", "last", "modalities", "tellings")

    def __init__(self) -> None:
        self.ids: dict[int, None] = {}
        self.articles: dict[str, None] = {}
        self.tellings: dict[int, tuple[str, str]] = {}
        self.modalities = set[str]()
        self.first = self.last = ""

    @classmethod
    def of(cls, *told: _Told) -> Self:
        tally = cls()
        for each in told:
            tally.add(each)
        return tally

    def add(self, told: _Told) -> None:
        id_, article, telling, day, modality, date = told
        self.ids[id_] = None
        self.articles[article] = None
        self.modalities.add(modality)
        if date:
            self.last = max(self.last, date)
            self.first = date if date < self.first or not self.first else self.first
        first = self.tellings.setdefault(telling, day)
        if day < first:
            self.tellings[telling] = day

    def summary(self) -> Summary:
        sets = (self.ids, self.articles, self.tellings, self.modalities)
        return Summary(*sets, self.first, self.last)


def _hash(told: str) -> int:
    return int.from_bytes(blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def contested(pairs: Iterable[Pair]) -> Counter[Key]:
    """Count the pairs of a claim and its denial that each tie has a part in."""
    return Counter(key for pair in pairs for key in {key_of(each) for each in pair})
