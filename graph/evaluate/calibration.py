"""Weights of confidence, fitted to articles annotated by hand.

Logistic regression finds the weights under which what is right, actors and relation, is the
likeliest; a penalty on large weights keeps few articles from making it too sure.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graph.evaluate.claims import sheet
from graph.evaluate.details import Share, by_tenths
from graph.evaluate.gold import GoldArticle
from graph.extract import extract
from graph.extract.asread import as_read
from graph.extract.confidence import SIGNS, Weights, of_match, of_title
from graph.extract.frames.match import Match
from graph.extract.sentence import Reading
from graph.extract.watch import Watcher
from graph.knowledge import Knowledge
from graph.model import Sentence, Statement

#: Penalty on the square of a weight, next to none on the base; and steps of Newton's method.
PENALTY, BASE, STEPS = 1.0, 0.01, 30

#: Statements of a relation from which on it has a weight of its own.
ENOUGH = 8

#: Parts of the articles that are each left out in turn, to see how reliable the weights are.
FOLDS = 5

Array = NDArray[np.float64]


class Samples:
    """The statements read from some articles: their signs, and whether they are right."""

    def __init__(self, gold: Sequence[GoldArticle], knowledge: Knowledge) -> None:
        """Read the articles."""
        watcher = _Signs()
        rows: list[list[float]] = []
        right: list[float] = []
        articles: list[int] = []
        relations: list[str] = []
        read = extract((as_read(item.article) for item in gold), knowledge, watcher)
        for number, (item, (_, statements)) in enumerate(zip(gold, read, strict=True)):
            both = sheet(item, statements, None)
            wanted = {claim.triple for claim in both.wanted}
            for statement, claim in zip(statements, both.found, strict=True):
                signs = watcher.found.get(statement.id, of_title())
                rows.append([signs.get(name, 0.0) for name in SIGNS])
                relations.append(statement.relation)
                right.append(float(claim.triple in wanted))
                articles.append(number)
        counts = Counter(relations)
        self._relations = sorted(name for name in counts if counts[name] >= ENOUGH)
        told = [[float(name == known) for known in self._relations] for name in relations]
        self.rows, self.right = np.hstack([np.array(rows), np.array(told)]), np.array(right)
        self._fold = np.array(articles) % FOLDS

    def weights(self) -> Weights:
        """Return the weights of signs and relations, in hundredths."""
        found = [round(float(value), 2) for value in fit(self.rows, self.right)]
        signs = dict(zip(SIGNS, found, strict=False))
        return Weights(signs, dict(zip(self._relations, found[len(SIGNS) :], strict=True)))

    def reliability(self) -> dict[str, Share]:
        """Return how many are right, by tenths of a confidence that was not fitted to them."""
        held = np.zeros(len(self.right))
        for part in range(FOLDS):
            here = self._fold == part
            held[here] = _sure(self.rows[here], fit(self.rows[~here], self.right[~here]))
        return by_tenths(zip(map(float, held), map(bool, self.right), strict=True))


class _Signs(Watcher):
    """Keeps the signs of every statement, by its id."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, float]] = {}

    def sentence(self, span: Sentence, reading: Reading) -> None:  # noqa: ARG002
        self._reading = reading

    def read(self, match: Match, statement: Statement | None) -> None:
        if statement is not None:
            self.found[statement.id] = of_match(
                self._reading, match, statement.modality, statement.said_by
            )


def fit(rows: Array, right: Array) -> Array:
    """Return the weights under which what is right is likeliest, less the penalty.

    Args:
        rows: Signs, one row a statement, the base first.
        right: 1 where the statement is right, else 0.
    """
    weights = np.zeros(rows.shape[1])
    penalty = np.array([BASE] + [PENALTY] * (rows.shape[1] - 1))
    for _ in range(STEPS):
        sure = _sure(rows, weights)
        slope = rows.T @ (right - sure) - penalty * weights
        bend = (rows * (sure * (1 - sure))[:, None]).T @ rows + np.diag(penalty)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _sure(rows: Array, weights: Array) -> Array:
    sure: Array = 1 / (1 + np.exp(-(rows @ weights)))
    return sure
