"""Fit what makes a sentence promise a statement: ``make promise TEXTS="a.jsonl b"`` runs this.

    python tools/promise.py FILE… [--lang en] [--kept 0.9925]

Reads articles as ``diplograph extract`` takes them, extracts from every sentence that could hold a
statement, and finds by logistic regression what each sign of ``graph/extract/promise.py`` says of
whether it gives one. Articles of general news have to be among them: most of what is to be passed
over is there. Needs scikit-learn.

Prints what is passed over and what is lost of articles that the weights were not fitted to, then
writes ``promise.csv`` of each language. Where few of the articles are general news, most of what is
lost is lost of these: see with ``benchmarks/extract.py`` what is kept of their pairs, and ask for a
larger share if it is too little.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.extract.promise import ANY, FILE, Promise, lines, signs  # noqa: E402
from graph.extract.reader import Prepared, by_sentence, read  # noqa: E402
from graph.extract.sentence import Reading  # noqa: E402
from graph.extract.tools import Tools, make_tools  # noqa: E402
from graph.extract.watch import Watcher  # noqa: E402
from graph.extract.worth import candidates  # noqa: E402
from graph.knowledge import load_knowledge  # noqa: E402
from graph.languages import FOLDER  # noqa: E402
from graph.model import Article, Sentence, Statement  # noqa: E402
from graph.read import read_articles  # noqa: E402

HEAD = """\
# What each sign of a sentence adds to its promise of a statement, and the least sum with which it
# is parsed. Signs are the beginnings of its words, and counts of whom it and its neighbours name:
# graph/extract/promise.py says what they are. Fitted, not written by hand; run
#   make promise TEXTS="training news.jsonl"
# with articles of general news too, after many changes to the frames.
# Fitted to {sentences} sentences of {articles} articles; {giving} of them give a statement.
# The least sum keeps {kept} of the statements of articles that are left out of the fit.
"""

#: Sentences that must have a sign for it to count.
ENOUGH = 3
#: Penalty on the square of a weight; most steps of the fit; and a weight that tells nothing.
PENALTY, STEPS, NOTHING = 10.0, 2000, 0.045
#: Parts of the articles that are each left out in turn.
FOLDS = 8
#: Articles read at once.
BATCH = 64


@dataclass(slots=True, eq=False)
class Sample:
    """A sentence that could hold a statement."""

    article: int
    signs: list[str]
    given: int = 0
    """How many statements it gives."""


@dataclass
class Heard(Watcher):
    """Hears which sentences give statements."""

    tools: Tools
    samples: list[Sample] = field(default_factory=list)
    articles: int = 0

    def article(self, prepared: Prepared, titles: Sequence[Statement]) -> None:  # noqa: ARG002
        """Keep the signs of an article's sentences by their place."""
        self.articles += 1
        text, cores = prepared.article.text, prepared.cores
        named = [[m for _, m in own] for own in by_sentence(cores, prepared.cast.mentions)]
        parts = [text[core.start : core.end] for core in cores]
        found = signs(candidates(parts, named, self.tools.pack))
        self._here = {
            sentence.start: Sample(self.articles, own)
            for sentence, own in zip(prepared.sentences, found, strict=True)
            if own is not None
        }

    def sentence(self, span: Sentence, reading: Reading) -> None:  # noqa: ARG002
        """Keep a sentence that could hold a statement; it may be read in pieces."""
        self._sample = self._here.get(span.start)
        if self._sample is not None and self._sample not in self.samples[-1:]:
            self.samples.append(self._sample)

    def said(self, statements: Sequence[Statement]) -> None:
        """Count what it gives."""
        if self._sample is not None:
            self._sample.given += len(statements)


def main() -> None:
    """Read articles, fit the weights of each language and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--lang", help="ISO 639-1 code of the only language to fit")
    parser.add_argument("--kept", type=float, default=0.9925, help="share of statements to keep")
    asked = parser.parse_args()
    articles = [item for item in read_articles(asked.files) if isinstance(item, Article)]
    knowledge = load_knowledge()
    for lang, pack in knowledge.packs.items():
        if asked.lang not in (lang, None):
            continue
        tools = replace(make_tools(knowledge.gazetteer, pack), promise=ANY)
        heard = Heard(tools)
        own = [article for article in articles if article.lang == lang]
        for at in range(0, len(own), BATCH):
            list(read(own[at : at + BATCH], tools, heard))
        promise = fitted(heard.samples, asked.kept)
        giving = sum(sample.given > 0 for sample in heard.samples)
        numbers: dict[str, float] = {
            "sentences": len(heard.samples),
            "articles": len(own),
            "giving": giving,
        }
        numbers["kept"] = asked.kept
        text = HEAD.format(**numbers) + "".join(lines(promise))
        (FOLDER / lang / FILE).write_text(text, encoding="utf-8")


def fitted(samples: Sequence[Sample], kept: float) -> Promise:
    """Return the weights of all samples, and the least sum that keeps a share of those left out."""
    sums = np.zeros(len(samples))
    for part in range(FOLDS):
        base, known = _weights([each for each in samples if each.article % FOLDS != part])
        for at, each in enumerate(samples):
            if each.article % FOLDS == part:
                sums[at] = base + sum(known.get(sign, 0.0) for sign in each.signs)
    order = np.argsort(sums)
    given = np.array([each.given for each in samples])[order]
    lost = np.cumsum(given)
    out = int(np.searchsorted(lost, (1 - kept) * lost[-1], side="right"))
    sys.stdout.write(
        f"passed over: {out} of {len(samples)} sentences, {np.count_nonzero(given[:out])} of"
        f" {np.count_nonzero(given)} that give statements,"
        f" {given[:out].sum()} of {lost[-1]} statements\n"
    )
    base, weights = _weights(samples)
    return Promise(weights, float(sums[order[out]]) - base)


def _weights(samples: Sequence[Sample]) -> tuple[float, dict[str, float]]:
    """Return what every sentence has, and what each sign adds."""
    counts = Counter(sign for sample in samples for sign in sample.signs)
    rows = [{s: 1.0 for s in sample.signs if counts[s] >= ENOUGH} for sample in samples]
    columns = DictVectorizer()
    model = LogisticRegression(C=1 / PENALTY, max_iter=STEPS)
    model.fit(columns.fit_transform(rows), [sample.given > 0 for sample in samples])
    found = zip(columns.get_feature_names_out(), model.coef_[0].tolist(), strict=True)
    return float(model.intercept_[0]), {s: round(w, 2) for s, w in found if abs(w) > NOTHING}


if __name__ == "__main__":
    main()
