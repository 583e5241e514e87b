"""Articles that nobody would write: each a line, the others read, the next run whole."""

import gzip
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
from tests.faults.runs import ROOT, build, command, state

GOOD = "France condemned Iran on Monday. The two countries will meet again in Geneva in the spring."

#: What cannot be read: by file, with what is said of it.
REFUSED: dict[str, tuple[bytes, str]] = {
    "large.txt": (b"France met Iran. " * 3_200_000, "characters are too long for one article"),
    "huge.txt": (b"x" * (65 << 20), "more than 64 MB for one article"),
    "words.txt": (b"a\n" * 1_000_000, "characters are too long for one article"),
    "nul.txt": (b"France met\x00 Iran.", "binary data"),
    "mixed.txt": (("Été " + GOOD).encode() + "à Téhéran".encode("latin1"), "not UTF-8"),
    "surrogate.jsonl": (b'{"text": "France met Iran. \\ud800"}', "half a character"),
    "arabic.txt": (("استقبل وزير الخارجية نظيره التركي. " * 3).encode(), "looks like Arabic"),
    "bomb.jsonl.gz": (b"", "it unpacks to more than 100 times its size"),
    "deep.html": (b"<html><body>" + b"<div>" * 100_000, "no article found"),
    "deep.jsonl": (b'{"text": ' + b"[" * 200_000, "too deep or too long"),
    "evil\x1b[31m\nname.txt": (b"", "empty"),
}

#: What can be read, though nobody would write it.
ODD: dict[str, bytes] = {
    "sentence.txt": GOOD.encode() + b" France met Iran and" * 49_000,
    "lines.txt": f"{GOOD}\n".encode() * 40 + b"the\n" * 240_000,
    "dateless.txt": GOOD.encode(),
    "right-to-left.txt": ("\u202eطهران\u202c " + GOOD).encode(),
    "marks.txt": ("\ufeff" + GOOD + "\n\u200d\ufffe\u2028\x85\x0c\n" + GOOD[:20]).encode(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("odd")
    for name, (content, _) in REFUSED.items():
        (made / name).write_bytes(content)
    for name, content in ODD.items():
        (made / name).write_bytes(content)
    (made / "bomb.jsonl.gz").write_bytes(gzip.compress(b"\0" * (128 << 20), 1))
    return made


def test_each_is_a_line_and_the_others_are_read(folder: Path, tmp_path: Path) -> None:
    started = time.monotonic()
    done = build([folder], tmp_path / "out")
    assert time.monotonic() - started < 300
    assert done.status == 1
    assert "Traceback" not in done.said
    skipped = [line for line in done.lines if line.startswith("Skipped ")]
    for name, (_, expected) in REFUSED.items():
        shown = name.encode("unicode_escape").decode()
        lines = [line for line in skipped if f"/{shown}" in line]
        assert len(lines) == 1, (name, skipped)
        assert expected in lines[0]
    assert len(skipped) == len(REFUSED), "\n".join(skipped)
    assert f"{len(ODD)} articles read" in done.said
    records = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").split("\n")
    read = {json.loads(line)["article"] for line in records if line}
    assert len(read) == len(ODD)
    assert not set("\x1b\u202e") & set(done.said)
    before = state(tmp_path / "out")
    again = build([folder], tmp_path / "out")
    assert f"{len(ODD)} of them known already" in again.said
    assert state(tmp_path / "out") == before


HOSTILE = ["(", "« ", "France, ", "12 May 2024 ", "a-", "...", "president of ", "\n", "\u202e"]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_time_is_linear_in_repetition(unit: str, lang: str) -> None:
    """A megabyte of anything takes seconds: here a fifth of that."""
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    list(extract([Article("a", text, lang=lang, published="2024-01-01")], load_knowledge()))
    assert time.process_time() - started < 5


#: Builds with so much memory, beyond what it has once the parser is loaded.
LIMITED = """
import resource, sys, cli
from graph.duplicates import sketch
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article
warm = Article("w", "France condemned Iran.", lang="en")
list(extract([warm], load_knowledge()))
sketch(warm)
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[1]) * 1_000_000,) * 2)
sys.argv = ["diplograph", *sys.argv[2:]]
cli.main()
"""


@pytest.mark.full
@pytest.mark.parametrize("room", [120, 240])
def test_an_article_without_memory_costs_no_other(tmp_path: Path, room: int) -> None:
    """It is named, and the others are read: by this run, or the next one if this one dies."""
    rows = [{"id": f"{number}", "text": GOOD, "lang": "en"} for number in range(3)]
    told = "France met Iran on {0} May, and Mali {0} times. "
    greedy = "".join(told.format(day) for day in range(17_000))
    rows.insert(1, {"id": "greedy", "text": greedy, "lang": "en"})
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run = [sys.executable, "-c", LIMITED, str(room), *command([path], tmp_path / "out")[2:]]
    for _ in range(2):
        done = subprocess.run(run, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
        if done.returncode >= 0:
            break
    assert done.returncode == 1, done.stderr[-2000:]
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("Skipped ")]
    assert line.startswith("Skipped article greedy: the extraction ")
    assert "3 articles read" in done.stderr


CLOCK = """
#include <time.h>
#include <sys/time.h>
time_t time(time_t *t) { if (t) *t = 42; return 42; }
int gettimeofday(struct timeval *t, void *z) { t->tv_sec = 42; t->tv_usec = 0; return 0; }
int clock_gettime(clockid_t id, struct timespec *t) {
  static long ticks; t->tv_sec = 42; t->tv_nsec = ++ticks; return 0;
}
"""


@pytest.mark.full
def test_a_clock_set_to_1970_changes_nothing(tmp_path: Path) -> None:
    """Neither what is read of a page nor any file: with a real clock that says 1970."""
    compiler = shutil.which("cc")
    assert compiler, "needs a C compiler"
    (tmp_path / "clock.c").write_text(CLOCK, encoding="utf-8")
    library = tmp_path / "clock.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, tmp_path / "clock.c"], check=True)  # noqa: S603
    data = ROOT / "tests" / "data" / "read"
    assert build([data], tmp_path / "now").status == 0
    subprocess.run(  # noqa: S603
        command([data], tmp_path / "then"),
        cwd=ROOT,
        env={"LD_PRELOAD": str(library), "PATH": "/usr/bin:/bin"},
        check=True,
        stderr=subprocess.DEVNULL,
    )
    assert state(tmp_path / "then") == state(tmp_path / "now")
