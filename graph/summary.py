"""What some statements say of each tie, counted so that parts can be counted apart.

A summary is made of sets and of least and greatest values, so putting two together does not
mind order, grouping or repetition: a statement that is in both parts is counted once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from hashlib import blake2b

from graph.contests import Pair
from graph.merge import Key, age, key_of
from graph.model import Statement


@dataclass(frozen=True, slots=True)
class Summary:
    """What some statements say of one tie."""

    statements: Set[str]
    """Their ids."""

    articles: Set[str]
    """The ids of their articles."""

    tellings: Mapping[tuple[bytes, str | None], tuple[str, str]]
    """The day and the id of the first article that has a sentence and a date of the tie."""

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
        a.statements | b.statements,
        a.articles | b.articles,
        tellings,
        a.modalities | b.modalities,
        min(a.first or b.first, b.first or a.first),
        max(a.last, b.last),
    )


def summarise(statements: Iterable[Statement]) -> dict[Key, Summary]:
    """Return what statements say of each tie; they are not held."""
    found: dict[Key, _Tally] = {}
    for each in statements:
        key = key_of(each)
        tally = found.get(key)
        if tally is None:
            tally = found[key] = _Tally()
        tally.add(each)
    return {key: tally.summary() for key, tally in found.items()}


class _Tally:
    """A summary while it is counted: a statement costs the same however many came before."""

    __slots__ = ("_articles", "_dates", "_ids", "_modalities", "_tellings")

    def __init__(self) -> None:
        self._ids = set[str]()
        self._articles = set[str]()
        self._tellings: dict[tuple[bytes, str | None], tuple[str, str]] = {}
        self._modalities = set[str]()
        self._dates = set[str]()

    def add(self, statement: Statement) -> None:
        evidence, date = statement.evidence, statement.date
        self._ids.add(statement.id)
        self._articles.add(evidence.source.article)
        self._modalities.add(statement.modality)
        if date:
            self._dates.add(date)
        key, own = (_hash(evidence.sentence), date), age(statement)
        first = self._tellings.setdefault(key, own)
        if own < first:
            self._tellings[key] = own

    def summary(self) -> Summary:
        sets = (self._ids, self._articles, self._tellings, self._modalities)
        return Summary(*sets, min(self._dates, default=""), max(self._dates, default=""))


def _hash(sentence: str) -> bytes:
    return blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def contested(pairs: Iterable[Pair]) -> Counter[Key]:
    """Count the pairs of a claim and its denial that each tie has a part in."""
    return Counter(key for pair in pairs for key in {key_of(each) for each in pair})
