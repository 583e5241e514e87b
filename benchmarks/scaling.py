"""How time and memory grow with the articles, and what a second process gives.

    python benchmarks/scaling.py 1000 10000 100000
    python benchmarks/scaling.py 3000 --workers 1 --workers 2 --rounds 3

Short articles that are made up (``benchmarks/corpus.py``) are built into a graph, with every file
of a build. Each run is a process of its own. The time to load the models is left out, by reading
a few articles first, unless numbers of processes are compared. Given are the seconds of the whole
build and of the same build once more, with nothing new, both by the wall and of CPU; CPU
milliseconds an article; the peak of memory of the process that stores and writes. With several
rounds, runs are paired and medians are given; the CPU time of other processes is not seen, so for
several only the wall counts.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import articles, write
from graph.careful import read_all
from graph.knowledge import load_knowledge
from graph.model import Article
from graph.pipeline import build

COLUMNS = ("wall", "cpu", "again", "again_cpu", "memory", "statements")


def run(number: int, workers: int, *, warm: bool) -> dict[str, float]:
    """Return the figures of one build, after some articles were read or at once."""
    knowledge = load_knowledge()
    if warm:
        read_all([Article(**row) for row in articles(64)], knowledge)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        corpus, output = write(Path(folder, "articles.jsonl"), number), Path(folder, "out")
        for _ in range(2):
            wall, cpu = time.perf_counter(), time.process_time()
            report = build([str(corpus)], output, knowledge=knowledge, workers=workers)
            found += [time.perf_counter() - wall, time.process_time() - cpu]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return dict(zip(COLUMNS, [*found, memory, report.statements], strict=True))


def main() -> None:
    """Measure each size with each number of processes, or one of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int, nargs="+")
    parser.add_argument("--workers", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--one", action="store_true", help="give one run as JSON")
    parser.add_argument("--warm", action="store_true", help="that run, with the models loaded")
    given = parser.parse_args()
    ways = given.workers or [1]
    if given.one:
        print(json.dumps(run(given.number[0], ways[0], warm=given.warm)))
        return
    print("articles  workers  wall s  CPU s  CPU ms/article  again wall s  again CPU s  peak MB")
    for number in given.number:
        rounds: dict[int, list[dict[str, float]]] = {way: [] for way in ways}
        for _ in range(given.rounds):
            for way in ways:
                rounds[way].append(_apart(number, way, warm=ways == [1]))
        for way in ways:
            _show(number, way, rounds[way])
        if ways[1:]:
            one, other = (rounds[way] for way in ways[:2])
            ratio = median(a["wall"] / b["wall"] for a, b in zip(one, other, strict=True))
            print(f"{number:8}  wall of {ways[0]} over wall of {ways[1]}, median: {ratio:.2f}")


def _apart(number: int, workers: int, *, warm: bool) -> dict[str, float]:
    command = [sys.executable, __file__, str(number), "--workers", str(workers), "--one"]
    command += ["--warm"] if warm else []
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    found: dict[str, float] = json.loads(out)
    return found


def _show(number: int, workers: int, rounds: list[dict[str, float]]) -> None:
    wall, cpu, again, again_cpu, memory, _ = (
        median(each[column] for each in rounds) for column in COLUMNS
    )
    print(
        f"{number:8} {workers:8} {wall:7.1f} {cpu:6.1f} {cpu / number * 1000:15.2f} "
        f"{again:13.2f} {again_cpu:12.2f} {memory:8.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
