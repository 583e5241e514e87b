"""How long it takes to count the ties of many statements, beside SQLite's own group-by.

    python benchmarks/merge.py 10000 100000 1000000

The statements are those of ``benchmarks/rdf.py``, made as they are gone through; the time to make
them is measured alone and taken off. SQLite is given rows with the same columns in memory and
counts the same of each tie: statements, articles, articles in words of their own, first and last
date, modalities. Given are CPU seconds, medians over the rounds, whose ways take turns, and the
peak of memory of a process that counts and does nothing else.
"""

import argparse
import gc
import sqlite3
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.rdf import Made
from graph.merge import key_of
from graph.summary import summarise

QUERY = """
SELECT subject, relation, object, count(*), count(DISTINCT article),
  count(DISTINCT told), min(date), max(date), group_concat(DISTINCT modality)
FROM statements GROUP BY subject, relation, object
"""


def rows(number: int) -> Iterator[tuple[str | None, ...]]:
    """Yield statements as rows; what tells of a tie is its sentence with its date."""
    for each in Made(number):
        evidence = each.evidence
        told = f"{evidence.sentence}\x1f{each.date}"
        yield *key_of(each), evidence.source.article, told, each.date, each.modality


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def make(number: int) -> None:
    """Make the statements, and nothing of them."""
    for each in Made(number):
        key_of(each)


def measure(number: int, rounds: int) -> dict[str, float]:
    """Return the medians of each way."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE TABLE statements (subject, relation, object, article, told, date, modality)"
    )
    load = "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?)"
    found: dict[str, list[float]] = {"ours": [], "group-by": [], "load": []}
    for _ in range(rounds):
        made = timed(lambda: make(number))
        found["ours"].append(timed(lambda: deque(summarise(Made(number)), 0)) - made)
        database.execute("DELETE FROM statements")
        loaded = timed(lambda: database.executemany(load, rows(number)))
        found["load"].append(loaded - made)
        found["group-by"].append(timed(lambda: database.execute(QUERY).fetchall()))
    return {name: median(seconds) for name, seconds in found.items()}


def main() -> None:
    """Measure each number of statements."""
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", action="store_true", help="count once, and say the memory")
    given = parser.parse_args()
    if given.memory:
        deque(summarise(Made(given.number[0])), 0)
        # The peak of rusage may be that of the process which began this one.
        status = Path("/proc/self/status").read_text("ascii")
        print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
        return
    print("statements    ours  group-by  load + group-by  ours / group-by  peak MB")
    for number in given.number:
        found = measure(number, given.rounds)
        command = [sys.executable, __file__, str(number), "--memory"]
        memory = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
        own, group = found["ours"], found["group-by"]
        print(
            f"{number:10} {own:7.2f} {group:9.2f} {group + found['load']:16.2f} "
            f"{own / group:16.2f} {int(memory):8}",
            flush=True,
        )


if __name__ == "__main__":
    main()
