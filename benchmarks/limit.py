"""How far parsing is from what the core's arithmetic allows.

    python benchmarks/limit.py

For each language: the floating-point operations that the parser's weights cost a token, the
matrix product's speed on this core at the parser's shapes, hence the tokens a second if there
were nothing but these products; and what the parser does, and a whole extraction. CPU seconds of
one thread, medians of five.
"""

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from benchmarks.corpus import articles
from graph.careful import read_all
from graph.extract.parsing.parse import annotate
from graph.knowledge import load_knowledge
from graph.model import Article

#: Rows and columns of the product that takes most of the parser's time, and rows of a batch.
WIDTH, OUTPUT, ROWS = 96, 288, 2_048


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the median of the CPU seconds of some work, done once before."""
    work()
    found = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return median(found)


def products() -> float:
    """Return the floating-point operations a second of the matrix product."""
    a = np.random.default_rng(0).random((ROWS, 3 * WIDTH), dtype=np.float32)
    b = np.random.default_rng(1).random((3 * WIDTH, OUTPUT), dtype=np.float32)
    times = 50
    return 2 * ROWS * 3 * WIDTH * OUTPUT * times / timed(lambda: [a @ b for _ in range(times)])


def operations(model: str) -> int:
    """Return the operations a token of all matrix products: two a weight, biases left out."""
    loaded: Any = import_module(model).load(exclude=["ner"])
    weights = 0
    for _, pipe in loaded.pipeline:
        network = getattr(pipe, "model", None)
        for node in network.walk() if network else ():
            if node.has_param("W") and "embed" not in node.name:
                weights += node.get_param("W").size
    return 2 * weights


def main() -> None:
    """Print a row a language."""
    knowledge, speed = load_knowledge(), products()
    print(f"matrix product: {speed / 1e9:.0f} GFLOPS")
    print("lang  MFLOP/token  limit tokens/s  parser tokens/s  share  extraction words/s")
    for code, pack in sorted(knowledge.packs.items()):
        model = pack.tables["parser"]["model"]
        rows = list(articles(400, (code,)))
        texts = [row["text"].partition(". ")[0] + "." for row in rows]
        tokens = sum(len(found) for found in annotate(texts, model))
        parse = timed(lambda texts=texts, model=model: list(annotate(texts, model)))  # type: ignore[misc]
        need, real = operations(model), tokens / parse
        given = [Article(**row) for row in rows]
        words = sum(len(each.text.split()) for each in given)
        whole = timed(lambda given=given: read_all(given, knowledge), 3)  # type: ignore[misc]
        limit = speed / need
        print(
            f"{code:4} {need / 1e6:12.2f} {limit:15,.0f} {real:16,.0f} {real / limit:6.0%} "
            f"{words / whole:19,.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
