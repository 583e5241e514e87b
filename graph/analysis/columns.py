"""Statements as columns of numbers: what can be counted of them, without their text.

Of a million statements the columns take some 50 MB. They are the same whatever the
order of the statements: every code is the rank of what it stands for.

Of the articles with one sentence that says one thing, the first counts: a dispatch that many
print is one witness.

Whoever acts for a state counts as that state, as the statement has it: a
minister who changes sides changes with the article. Armed groups and movements stand
for themselves, since they often fight the state whose code they bear.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from graph.actors.gazetteer import load_gazetteer
from graph.analysis.periods import number_of
from graph.model import MODALITIES, Actor, Source, Statement
from graph.relations import relations
from graph.text import edtf

#: Stands in a column of days for "nobody knows when".
NEVER = -(2**31)

#: The day of an article that does not say when it appeared: after all others.
_UNKNOWN = "9999"

_ActorKey = tuple[str, str, str | None, str, str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Statements by column; row ``i`` of each is one statement."""

    nodes: tuple[Actor, ...]
    """States, and whoever stands for itself, by id."""

    articles: tuple[str, ...]
    """Ids of the articles, sorted."""

    publishers: tuple[str, ...]
    """Who published them, sorted; the first is empty, for those that do not say."""

    subject: NDArray[np.int32]
    """Index of a node."""

    object: NDArray[np.int32]
    """Index of a node."""

    relation: NDArray[np.int32]
    """Index of a relation in the vocabulary."""

    first: NDArray[np.int32]
    """The first day it may have happened, or ``NEVER``."""

    last: NDArray[np.int32]
    """The last such day, or ``NEVER``."""

    modality: NDArray[np.int32]
    """Index of a modality."""

    confidence: NDArray[np.float64]
    """From 0 to 1."""

    article: NDArray[np.int32]
    """Index of the article."""

    copied: NDArray[np.bool_]
    """Whether an earlier article has the same sentence, and says the same by it."""

    publisher: NDArray[np.int32]
    """Index of a publisher."""

    def __len__(self) -> int:
        """Return how many statements there are."""
        return len(self.subject)

    def find(self, node: str) -> int | None:
        """Return the index of a node by its id."""
        return next((i for i, actor in enumerate(self.nodes) if actor.id == node), None)


def columns_of(statements: Iterable[Statement], *, by_actor: bool = False) -> Columns:
    """Return statements as columns.

    A statement without a date is taken to be of the day its article appeared.

    Args:
        statements: Gone through once, in any order.
        by_actor: Let everybody stand for himself.
    """
    gathered = _Gathered(by_actor)
    for statement in statements:
        gathered.add(statement)
    return gathered.columns()


def node_of(actor: Actor, *, by_actor: bool = False) -> Actor:
    """Return for whom an actor's acts count: itself, or the state it acts for."""
    if by_actor or actor.kind not in ("person", "organisation") or not actor.country:
        return actor
    return load_gazetteer().countries.get(actor.country, actor)


def publisher_of(source: Source) -> str:
    """Return who published an article: its name, or the host of its address; empty if unknown."""
    if source.publisher:
        return source.publisher
    try:
        return urlsplit(source.url or "").hostname or ""
    except ValueError:
        return ""


@dataclass(slots=True)
class _Gathered:
    """Columns that grow; codes are in the order in which things are first seen."""

    by_actor: bool
    actors: dict[_ActorKey, int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    publishers: dict[str, int] = field(default_factory=lambda: {"": 0})
    spans: dict[str | None, tuple[int, int]] = field(default_factory=lambda: {None: (NEVER, NEVER)})
    codes: dict[str, int] = field(default_factory=lambda: _numbers(relations()))
    modes: dict[str, int] = field(default_factory=lambda: _numbers(MODALITIES))
    rows: "array[int]" = field(default_factory=lambda: array("i"))
    sentences: "array[int]" = field(default_factory=lambda: array("q"))
    confidence: "array[float]" = field(default_factory=lambda: array("d"))

    def add(self, statement: Statement) -> None:
        source = statement.evidence.source
        story = source.copy_of or source.article
        day = statement.date or source.published
        span = self.spans.get(day) or self._span(day)
        self.rows.extend(
            (
                self._actor(statement.subject),
                self._actor(statement.object),
                self.codes[statement.relation],
                *span,
                self.modes[statement.modality],
                self.articles.setdefault(story, len(self.articles)),
                self.publishers.setdefault(publisher_of(source), len(self.publishers)),
            )
        )
        self._note(statement, source)
        self.confidence.append(statement.confidence)

    def _note(self, statement: Statement, source: Source) -> None:
        """Keep what copies have in common, and when the article appeared."""
        says = (statement.subject.id, statement.relation, statement.object.id, statement.modality)
        self.sentences.append(hash((statement.evidence.sentence, statement.date, *says)))
        day = source.published or _UNKNOWN
        story = source.copy_of or source.article
        if day < self.published.setdefault(story, day):
            self.published[story] = day

    def _actor(self, actor: Actor) -> int:
        key = (actor.id, actor.kind, actor.country, actor.label, actor.label_fr)
        return self.actors.setdefault(key, len(self.actors))

    def _span(self, day: str | None) -> tuple[int, int]:
        try:
            first, last = edtf.bounds(day or "")
            found = number_of(first), number_of(last)
        except (ValueError, OverflowError):  # what an article says of its own day may be no date
            found = NEVER, NEVER
        self.spans[day] = found
        return found

    def columns(self) -> Columns:
        """Return the columns, with codes in the order of what they stand for."""
        table = np.array(self.rows, np.int32).reshape(-1, 8)
        nodes, of_actor = self._nodes(np.bincount(table[:, :2].ravel(), minlength=len(self.actors)))
        articles, of_article = _ranked(list(self.articles))
        publishers, of_publisher = _ranked(list(self.publishers))
        article = of_article[table[:, 6]]
        return Columns(
            nodes=nodes,
            articles=tuple(articles),
            publishers=tuple(publishers),
            subject=of_actor[table[:, 0]],
            object=of_actor[table[:, 1]],
            relation=table[:, 2].copy(),
            first=table[:, 3].copy(),
            last=table[:, 4].copy(),
            modality=table[:, 5].copy(),
            confidence=np.array(self.confidence, np.float64),
            article=article,
            copied=_copied(np.array(self.sentences, np.int64), self._ages(articles)[article]),
            publisher=of_publisher[table[:, 7]],
        )

    def _ages(self, articles: Sequence[str]) -> NDArray[np.int32]:
        """Return the place of each article in the order of time; of one day, by id."""
        order = sorted(
            range(len(articles)), key=lambda i: (self.published[articles[i]], articles[i])
        )
        ages = np.empty(len(articles), np.int32)
        ages[order] = np.arange(len(articles), dtype=np.int32)
        return ages

    def _nodes(self, counts: NDArray[np.int64]) -> tuple[tuple[Actor, ...], NDArray[np.int32]]:
        """Return the nodes by id, and the node of each actor; the commonest label is a node's."""
        best: dict[str, tuple[tuple[int, int, str, str, str], Actor]] = {}
        owners = []
        for (id_, kind, country, label, label_fr), code in self.actors.items():
            actor = Actor(id_, label, kind, country, (), label_fr)  # type: ignore[arg-type]
            node = node_of(actor, by_actor=self.by_actor)
            rank = (-int(counts[code]), -len(node.label), node.label, node.label_fr or "", kind)
            if node.id not in best or rank < best[node.id][0]:
                best[node.id] = (rank, node)
            owners.append(node.id)
        ids, ranks = _ranked(sorted(best))
        place = dict(zip(ids, ranks.tolist(), strict=True))
        return tuple(best[id_][1] for id_ in ids), np.array([place[o] for o in owners], np.int32)


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _ranked(names: Sequence[str]) -> tuple[list[str], NDArray[np.int32]]:
    """Return names sorted, and the rank of each as they were."""
    order = sorted(range(len(names)), key=names.__getitem__)
    ranks = np.empty(len(names), np.int32)
    ranks[order] = np.arange(len(names), dtype=np.int32)
    return [names[i] for i in order], ranks


def _copied(says: NDArray[np.int64], age: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return which statements an article says that another said before.

    Args:
        says: For each statement, a hash of what copies have in common.
        age: For each statement, the place of its article in the order of time.
    """
    order = np.lexsort((age, says))
    begins = np.ones(len(order), bool)
    begins[1:] = says[order][1:] != says[order][:-1]
    first = np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))
    found = np.empty(len(order), bool)
    found[order] = age[order] != age[order][first]
    return found
