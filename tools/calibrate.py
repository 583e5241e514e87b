"""Fit the weights of confidence anew: ``make calibrate GOLD=gold.jsonl`` runs this.

    python tools/calibrate.py gold.jsonl training

Writes ``graph/extract/confidence.toml``, and prints how reliable such weights are on articles that
they were not fitted to: confidence, share that is right, number of statements.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.evaluate.calibration import Samples  # noqa: E402
from graph.evaluate.gold import read_gold  # noqa: E402
from graph.extract.confidence import PATH  # noqa: E402
from graph.knowledge import load_knowledge  # noqa: E402

HEAD = """\
# What each sign of support, and its relation, adds to the confidence of a statement, before the
# logistic function.
# graph/extract/confidence.py says what the signs are. Fitted, not written by hand: run
#   make calibrate GOLD="gold.jsonl training"
# after a change to the frames or the parser, with articles annotated as tests/eval/gold.jsonl is.
# Fitted to {statements} statements of {articles} articles, {right} of them right.

[weights]
"""


def main(names: Sequence[str]) -> None:
    """Read gold articles, fit the weights and write them."""
    gold = [item for name in names for item in read_gold(name)]
    samples = Samples(gold, load_knowledge())
    for low, share in samples.reliability().items():
        sys.stdout.write(f"{low}  {share.share:.3f}  {share.of}\n")
    numbers = {"statements": len(samples.right), "right": int(samples.right.sum())}
    found = samples.weights()
    head = HEAD.format(articles=len(gold), **numbers)
    text = f"{head}{_lines(found.signs)}\n[relations]\n{_lines(found.relations)}"
    PATH.write_text(text, encoding="utf-8")


def _lines(table: Mapping[str, float]) -> str:
    return "".join(f"{name} = {value:.2f}\n" for name, value in table.items())


if __name__ == "__main__":
    main(sys.argv[1:])
