"""A build on Spark with two executors, one of which is killed midway, beside one on this machine.

    python benchmarks/cluster.py 10000

Short articles that are made up are built by the local engine with one process, then on
``local-cluster``: two executors, each a Java process of its own with one core. When a third of
the articles are read one executor is killed. Statements and triples must be the same. Given are
wall seconds and the CPU seconds of all processes, of which the difference is what Spark costs.
Needs Linux.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pyarrow import parquet

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import write  # noqa: E402

#: Seconds between two looks at the processes.
_LOOK = 0.5
_TICKS = os.sysconf("SC_CLK_TCK")
_EXECUTOR = b"CoarseGrainedExecutorBackend"


def descendants(process: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    yield process
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
        threads = Path(f"/proc/{process}/task").iterdir()
        text += " ".join((each / "children").read_text("ascii") for each in threads)
    except OSError:
        return
    for child in sorted(set(map(int, text.split()))):
        yield from descendants(child)


def seconds(process: int) -> float:
    """Return the CPU seconds of a process, and of those it has waited for."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / _TICKS


def run(command: list[str], look: Callable[[set[int]], None]) -> tuple[float, float]:
    """Run a command; return its wall seconds, and the CPU seconds of all its processes."""
    start, used = time.perf_counter(), dict[int, float]()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603
    while process.poll() is None:
        found = set(descendants(process.pid))
        used.update({each: max(used.get(each, 0), seconds(each)) for each in found})
        look(found)
        time.sleep(_LOOK)
    if process.returncode:
        sys.exit(f"failed: {command}")
    return time.perf_counter() - start, sum(used.values())


def killer(output: Path, tasks: int, killed: list[int]) -> Callable[[set[int]], None]:
    """Return what kills one executor when so many tasks have read their articles, and notes it."""

    def look(found: set[int]) -> None:
        done = len(list(output.glob("read/_temporary/0/task_*")))
        if killed or done < tasks:
            return
        for each in sorted(found):
            path = Path(f"/proc/{each}/cmdline")
            if path.exists() and _EXECUTOR in path.read_bytes():
                os.kill(each, signal.SIGKILL)
                killed.append(each)
                print(f"killed executor {each} after {done} tasks", flush=True)
                return

    return look


def lines(output: Path) -> str:
    """Return the statements of a build on Spark."""
    files = sorted((output / "statements").glob("*.parquet"))
    tables = (parquet.read_table(path, columns=["line"]) for path in files)
    return "".join(line for table in tables for line in table["line"].to_pylist())


def triples(output: Path) -> str:
    """Return the triples of a build on Spark."""
    return "".join(path.read_text("utf-8") for path in sorted((output / "rdf").glob("*.nt")))


def main() -> int:
    """Build twice, compare, and return the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    number, killed = parser.parse_args().number, list[int]()
    with tempfile.TemporaryDirectory() as folder:
        corpus = write(Path(folder, "articles.jsonl"), number)
        local, spark = Path(folder, "local"), Path(folder, "spark")
        command = [sys.executable, str(ROOT / "cli.py"), "build", str(corpus), "-q", "-o"]
        formats = ["-f", "jsonl", "-f", "nt", "-f", "html", "--workers", "1"]
        alone = run([*command, str(local), *formats], lambda _: None)
        master = ["--engine", "spark", "--spark-master", "local-cluster[2,1,2048]"]
        both = run(
            [*command, str(spark), *master], killer(spark, max(1, number // 500 // 3), killed)
        )
        same = lines(spark) == (local / "statements.jsonl").read_text("utf-8") and triples(
            spark
        ) == (local / "graph.nt").read_text("utf-8")
    for name, (wall, cpu) in (("local", alone), ("spark", both)):
        print(f"{name:6} {wall:7.0f} s wall {cpu:7.0f} s CPU")
    print(f"Spark over local: {both[1] / alone[1]:.2f} in CPU; the result is", end=" ")
    print("the same" if same else "ANOTHER")
    if not killed:
        print("No executor was killed: all was read before one could be. Give more articles.")
    return 0 if same and killed else 1


if __name__ == "__main__":
    sys.exit(main())
