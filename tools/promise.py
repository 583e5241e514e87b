"""Fit what makes a sentence promise a statement: ``make promise`` runs this.

    python tools/promise.py FILE… [--general FILE…] [--lang en] [--kept 0.99]

Reads articles as ``diplograph extract`` takes them, extracts from every sentence that could hold a
statement, and finds by logistic regression what each sign of
``graph/extract/selection/promise.py`` says of whether it gives one. Articles of general news
(``--general``) have to be among them: most of what is to be passed over is there, so each sentence
of theirs counts as several. A word with which a frame begins adds what such words do, and what it
was found to add itself: so those that no article has count too. Needs scikit-learn.

The least sum is such that of the pairs of countries that every article gives if all is parsed the
share ``--kept`` is kept, in general news and in the others, each read by weights that it was not
fitted to. Prints what is passed over and lost, then writes ``promise.csv`` of each language.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from math import inf
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.extract.frames.frame import read_frames  # noqa: E402
from graph.extract.prepare import Prepared, by_sentence  # noqa: E402
from graph.extract.reader import read  # noqa: E402
from graph.extract.selection.promise import ANY, FILE, LETTERS, Promise, lines, signs  # noqa: E402
from graph.extract.selection.topic import Worded  # noqa: E402
from graph.extract.selection.worth import candidates  # noqa: E402
from graph.extract.sentence import Reading  # noqa: E402
from graph.extract.tools import Tools, make_tools  # noqa: E402
from graph.extract.watch import Watcher  # noqa: E402
from graph.knowledge import load_knowledge  # noqa: E402
from graph.languages import FOLDER, LanguagePack  # noqa: E402
from graph.model import Article, Sentence, Statement  # noqa: E402
from graph.read import read_articles  # noqa: E402

HEAD = """\
# What each sign of a sentence adds to its promise of a statement, and the least sum with which it
# is parsed. Signs are the beginnings of its words, and counts of whom it and its neighbours name:
# graph/extract/selection/promise.py says what they are. Fitted, not written by hand; run
#   make promise TEXTS=training GENERAL=news.jsonl
# after many changes to the frames. Fitted to {sentences} sentences of {articles} articles,
# {general} of them general news; {giving} sentences give a statement. The least sum keeps {kept}
# of the pairs of countries of articles that are left out of the fit.
"""

#: Sentences that must have a sign for it to count by itself.
ENOUGH = 3
#: As how many sentences one of general news counts.
GENERAL = 6.0
#: In which share of the sentences a word is common, and not rare.
COMMON, KNOWN = 0.02, 0.002
#: Penalty on the square of a weight; most steps of the fit; and a weight that tells nothing.
PENALTY, STEPS, NOTHING = 10.0, 2000, 0.045
#: Parts of the articles that are each left out in turn.
FOLDS = 8
#: Articles read at once.
BATCH = 64

Numbers = NDArray[np.float64]

#: Two countries of an article.
Pair = tuple[int, str, str]


@dataclass(slots=True, eq=False)
class Sample:
    """A sentence that could hold a statement."""

    article: int
    signs: list[str]
    general: bool
    """Whether it is of general news."""

    gives: bool = False
    pairs: set[Pair] = field(default_factory=set)
    """The countries that its statements are about, where these are two."""


@dataclass
class Heard(Watcher):
    """Hears which sentences give statements."""

    tools: Tools
    general: bool = False
    """Whether what comes is general news."""
    samples: list[Sample] = field(default_factory=list)
    articles: int = 0

    def article(self, prepared: Prepared, titles: Sequence[Statement]) -> None:  # noqa: ARG002
        """Keep the signs of an article's sentences by their place."""
        self.articles += 1
        text, cores = prepared.article.text, prepared.cores
        named = [[m for _, m in own] for own in by_sentence(cores, prepared.cast.mentions)]
        parts = [Worded.of(text[core.start : core.end]) for core in cores]
        found = signs(candidates(parts, named, self.tools.pack))
        self._here = {
            sentence.start: Sample(self.articles, own, self.general)
            for sentence, own in zip(prepared.sentences, found, strict=True)
            if own is not None
        }

    def sentence(self, span: Sentence, reading: Reading) -> None:  # noqa: ARG002
        """Keep a sentence that could hold a statement; it may be read in pieces."""
        self._sample = self._here.get(span.start)
        if self._sample is not None and self._sample not in self.samples[-1:]:
            self.samples.append(self._sample)

    def said(self, statements: Sequence[Statement]) -> None:
        """Note what it gives."""
        if self._sample is None:
            return
        for each in statements:
            self._sample.gives = True
            one, two = sorted((each.subject.country or "", each.object.country or ""))
            if one and one != two:
                self._sample.pairs.add((self._sample.article, one, two))


def main() -> None:
    """Read articles, fit the weights of each language and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--general", nargs="*", default=[], help="files of general news")
    parser.add_argument("--lang", help="ISO 639-1 code of the only language to fit")
    parser.add_argument("--kept", type=float, default=0.99, help="share of pairs to keep")
    asked = parser.parse_args()
    given = [(_articles(asked.files), False), (_articles(asked.general), True)]
    knowledge = load_knowledge()
    for lang, pack in knowledge.packs.items():
        if asked.lang not in (lang, None):
            continue
        heard = Heard(replace(make_tools(knowledge.gazetteer, pack), promise=ANY))
        for articles, heard.general in given:
            own = [article for article in articles if article.lang == lang]
            for at in range(0, len(own), BATCH):
                list(read(own[at : at + BATCH], heard.tools, heard))
        promise = Fit(heard.samples, _predicates(pack)).promise(asked.kept)
        numbers: dict[str, float] = {
            "sentences": len(heard.samples),
            "articles": heard.articles,
            "general": sum(article.lang == lang for article in given[1][0]),
            "giving": sum(sample.gives for sample in heard.samples),
            "kept": asked.kept,
        }
        text = HEAD.format(**numbers) + "".join(lines(promise))
        (FOLDER / lang / FILE).write_text(text, encoding="utf-8")


def _articles(files: Sequence[str]) -> list[Article]:
    return [item for item in read_articles(files) if isinstance(item, Article)]


def _predicates(pack: LanguagePack) -> frozenset[str]:
    """Return the beginnings of the words with which frames begin."""
    patterns = (pattern for frame in read_frames(pack) for pattern in frame.patterns)
    lemmas = {name.lemma for pattern in patterns for name in pattern.predicates}
    return frozenset(lemma[:LETTERS] for lemma in lemmas if lemma[:LETTERS].isalpha())


class Fit:
    """What samples say of signs."""

    def __init__(self, samples: Sequence[Sample], predicates: frozenset[str]) -> None:
        """Sort the words of frames by how common they are."""
        self._samples = samples
        counts = Counter(sign for sample in samples for sign in sample.signs)
        self._kinds = {word: _kind(counts[word] / len(samples)) for word in predicates}

    def promise(self, kept: float) -> Promise:
        """Return the weights, with a least sum that keeps a share of pairs in what is left out."""
        sums = np.zeros(len(self._samples))
        for part in range(FOLDS):
            inside = [each.article % FOLDS != part for each in self._samples]
            base, known = self._weights(compress(self._samples, inside))
            for at, each in enumerate(self._samples):
                if not inside[at]:
                    sums[at] = base + sum(known.get(sign, 0.0) for sign in each.signs)
        least = min(self._least(sums, kept, general=general) for general in (False, True))
        self._tell(sums, least)
        base, weights = self._weights(self._samples)
        return Promise(weights, least - base)

    def _weights(self, samples: Iterable[Sample]) -> tuple[float, dict[str, float]]:
        """Return what every sentence has, and what each sign adds."""
        samples = list(samples)
        counts = Counter(sign for sample in samples for sign in sample.signs)
        rows = [
            Counter({sign: 1 for sign in sample.signs if counts[sign] >= ENOUGH})
            + Counter(self._kinds[sign] for sign in sample.signs if sign in self._kinds)
            for sample in samples
        ]
        columns = DictVectorizer()
        model = LogisticRegression(C=1 / PENALTY, max_iter=STEPS)
        model.fit(
            columns.fit_transform(rows),
            [sample.gives for sample in samples],
            sample_weight=[GENERAL if sample.general else 1.0 for sample in samples],
        )
        own = dict(zip(columns.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
        shared = {kind: own.pop(kind, 0.0) for kind in _KINDS}
        for word, kind in self._kinds.items():
            own[word] = own.get(word, 0.0) + shared[kind]
        found = {sign: round(weight, 2) for sign, weight in own.items() if abs(weight) > NOTHING}
        return float(model.intercept_[0]), found

    def _least(self, sums: Numbers, kept: float, *, general: bool) -> float:
        """Return the least sum with which a share of the pairs of some articles is kept."""
        best = dict[Pair, float]()
        for total, sample in zip(sums.tolist(), self._samples, strict=True):
            if sample.general == general:
                for pair in sample.pairs:
                    best[pair] = max(best.get(pair, -inf), total)
        return sorted(best.values())[int((1 - kept) * len(best))] if best else inf

    def _tell(self, sums: Numbers, least: float) -> None:
        """Print what is passed over."""
        for general in (False, True):
            own = [
                (total >= least, each)
                for total, each in zip(sums.tolist(), self._samples, strict=True)
                if each.general == general
            ]
            there = {pair for _, each in own for pair in each.pairs}
            found = {pair for kept, each in own for pair in each.pairs if kept}
            sys.stdout.write(
                f"{'general news' if general else 'others'}: {sum(kept for kept, _ in own)} of"
                f" {len(own)} sentences parsed, {len(found)} of {len(there)} pairs kept\n"
            )


_KINDS = ("*common", "*known", "*rare")


def _kind(share: float) -> str:
    """Return how common a word is in which such a share of the sentences begins."""
    return _KINDS[0] if share > COMMON else _KINDS[1] if share > KNOWN else _KINDS[2]


if __name__ == "__main__":
    main()
