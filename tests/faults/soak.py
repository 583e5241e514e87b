"""Read a corpus ten times over, with new ids, and watch time and memory: ``make soak``.

The texts are those of the corpus, each with a number in front of it, so that
none is known from the pass before. Memory must be flat after the first pass,
and time must be linear.
"""

import argparse
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from graph.careful import Read, read_all
from graph.knowledge import load_knowledge
from graph.model import Article
from graph.read import read_articles
from graph.store import FILE, Store

CHUNK = 16

#: How far memory may be from that after the first pass.
FLAT = 0.05


def main() -> int:
    """Print a line for each pass; fail where memory grows by more than five per cent."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", nargs="+")
    asked.add_argument("--passes", type=int, default=10)
    asked.add_argument("--articles", type=int, default=None, help="of the corpus, in each pass")
    given = asked.parse_args()
    found = [item for item in read_articles(given.corpus) if isinstance(item, Article)]
    articles = found[: given.articles]
    print(f"{len(articles)} articles, {given.passes} passes", flush=True)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / FILE) as store:
        sizes = [one_pass(store, articles, number) for number in range(given.passes)]
    growth = sizes[-1] / sizes[0] - 1 if len(sizes) > 1 else 0.0
    print(f"memory after the last pass: {growth:+.1%} of the first", flush=True)
    return 0 if abs(growth) <= 0.05 else 1


def one_pass(store: Store, articles: list[Article], number: int) -> float:
    """Read and store all articles under new ids; return the memory in use afterwards, in MB."""
    knowledge, left_out = load_knowledge(), 0
    started = time.process_time()
    for at in range(0, len(articles), CHUNK):
        chunk = [
            replace(each, id=f"{number}-{each.id}", text=f"{number}.\n\n{each.text}")
            for each in articles[at : at + CHUNK]
        ]
        found = [each for each in read_all(chunk, knowledge) if isinstance(each, Read)]
        left_out += len(chunk) - len(found)
        store.put(found, knowledge.version)
    used = memory()
    took = time.process_time() - started
    print(
        f"pass {number + 1}: {took:.1f} s of CPU, {used:.0f} MB, {left_out} left out",
        flush=True,
    )
    return used


def memory() -> float:
    """Return the memory that this process has in use, in MB."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    sys.exit(main())
