"""The whole flow: what a person sees who runs a build."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import OutputError
from graph.export.jsonl import read_statements
from graph.intake import Intake
from graph.knowledge import load_knowledge
from graph.merge import ties
from graph.model import Article, Graph
from graph.pipeline import DEFAULT_FORMATS, Report, build, extract_files, remove
from graph.store import content_hash

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "data" / "articles"
FILES = ("statements.jsonl", "graph.ttl", "graph.graphml", "statements.csv", "graph.html")


def run(inputs: Sequence[Path], output: Path) -> Report:
    return build([str(path) for path in inputs], output, knowledge=load_knowledge())


def stored(path: Path) -> bool:
    """Return whether a store that another process has open holds a batch, and begins the next."""
    return path.exists() and path.stat().st_size > 230_000


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, built in one run."""
    folder = tmp_path_factory.mktemp("whole")
    report = run([SAMPLES], folder)
    assert report.skipped == ()
    assert report.articles == report.added >= 24
    assert {path.name for path in report.files} == set(FILES)
    assert len(DEFAULT_FORMATS) == len(FILES)
    return folder


def test_two_runs_over_parts_equal_one_over_all(whole: Path, tmp_path: Path) -> None:
    """Articles may come in any order, in any number of runs, and more than once."""
    paths = sorted(SAMPLES.iterdir(), reverse=True)
    run(paths[:9], tmp_path)
    run(paths[5:], tmp_path)
    again = run([SAMPLES], tmp_path)
    assert again.added == 0
    assert again.unchanged == again.articles
    assert contents(tmp_path) == contents(whole)


def many(path: Path, number: int = 300) -> Path:
    """Write more articles than are read together."""
    known = load_knowledge().gazetteer.countries
    names = sorted(actor.label for actor in known.values())
    rows = [
        {
            "id": f"n{at:04}",
            "lang": "en",
            "published": f"2024-03-{at % 28 + 1:02}",
            "text": f"{names[at % len(names)]} condemned {names[(at * 7 + 1) % len(names)]}. "
            f"The ministers met on Monday, an official said after {at} days of talks.",
        }
        for at in range(number)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def start(articles: Path, output: Path, *more: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(articles), "-o", str(output)]
    return subprocess.Popen([*command, *more], stderr=subprocess.PIPE, cwd=output.parent)  # noqa: S603


def wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a build has stored something, or is done."""
    deadline = time.monotonic() + 60
    while not stored(path) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)


@pytest.fixture(scope="module")
def many_whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Many articles, and the folder that one run in one process builds of them."""
    folder = tmp_path_factory.mktemp("many")
    articles = many(folder / "many.jsonl")
    run([articles], folder / "whole")
    return articles, folder / "whole"


def test_a_killed_build_is_taken_up(many_whole: tuple[Path, Path], tmp_path: Path) -> None:
    """What a killed run has left is completed by the next one."""
    articles, whole = many_whole
    process = start(articles, tmp_path / "cut")
    wait_for(tmp_path / "cut" / "statements.db", process)
    process.kill()
    process.communicate()
    assert not (tmp_path / "cut" / "graph.html").exists()
    report = run([articles], tmp_path / "cut")
    assert report.added > 0
    assert report.unchanged > 0
    assert contents(tmp_path / "cut") == contents(whole)


def children(process: int) -> list[int]:
    """Return the processes that a process has started, and theirs; none of one that has ended."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except FileNotFoundError:
        return []
    listed = told.split()
    return [each for child in map(int, listed) for each in (child, *children(child))]


def test_several_processes_give_the_same_bytes_though_one_is_killed(
    many_whole: tuple[Path, Path], tmp_path: Path
) -> None:
    """A reading process that is killed is replaced, and what it was at is read again."""
    articles, whole = many_whole
    (tmp_path / "graph").mkdir()  # where the run stands; no process may take it for the library
    (tmp_path / "graph" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    process = start(articles, tmp_path / "two", "--workers", "2")
    wait_for(tmp_path / "two" / "statements.db", process)
    killed = children(process.pid)[-1:]
    for reader in killed:
        os.kill(reader, signal.SIGKILL)
    _, said = process.communicate()
    assert (process.returncode, len(killed)) == (0, 1), said.decode()
    assert contents(tmp_path / "two") == contents(whole)


@pytest.fixture
def written_apart(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what was read of the samples and a decision; few statements are enough here."""
    monkeypatch.setattr("graph.outputs._PAYS", 0)
    shutil.copy(whole / "statements.db", tmp_path)
    decision = '[[same]]\nactors = ["Q159", "Q148"]\n'
    (tmp_path / "decisions.toml").write_text(decision, encoding="utf-8")
    return tmp_path


def write(folder: Path, workers: int) -> Report:
    """Write the files of a folder whose articles have been read."""
    return build([str(SAMPLES)], folder, knowledge=load_knowledge(), workers=workers)


def test_files_written_side_by_side_are_the_same(whole: Path, written_apart: Path) -> None:
    """And what is told of them; the store is whole and open to the next run."""
    one = write(written_apart, 1)
    expected = contents(written_apart)
    for name in FILES:
        (written_apart / name).unlink()
    two = write(written_apart, 2)
    assert (two.written, two.added) == (True, 0)
    assert two == one
    assert contents(written_apart) == expected != contents(whole)
    assert not write(written_apart, 2).written


def test_a_file_that_cannot_be_written_is_told_whoever_writes_it(written_apart: Path) -> None:
    (written_apart / "graph.ttl" / "mine").mkdir(parents=True)
    for workers in (1, 2):
        with pytest.raises(OutputError, match=r"graph\.ttl: cannot be written"):
            write(written_apart, workers)
    (written_apart / "graph.ttl" / "mine").rmdir()
    (written_apart / "graph.ttl").rmdir()
    assert write(written_apart, 2).written


def test_what_another_process_fails_to_write_is_written(
    written_apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They all fail here, since nobody but this process knows where the store is."""
    monkeypatch.setattr("graph.outputs.FILE", "nowhere.db")
    assert write(written_apart, 2).written
    assert set(contents(written_apart)) == set(FILES)


def test_nothing_is_written_for_a_build_that_is_killed(written_apart: Path) -> None:
    """Those that write end with it: a later build may have written something newer."""
    program = (
        "import sys, graph.outputs; from graph.pipeline import build\n"
        "from graph.knowledge import load_knowledge; from pathlib import Path\n"
        "graph.outputs._PAYS = 0\n"
        f"build([{str(SAMPLES)!r}], Path(sys.argv[1]), knowledge=load_knowledge(), workers=2)"
    )
    command = [sys.executable, "-c", program, str(written_apart)]
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603
    while len(writers := children(process.pid)) < 4 and process.poll() is None:
        time.sleep(0.01)
    for each in writers:  # as on a slow disk
        os.kill(each, signal.SIGSTOP)
    before = sorted(written_apart.iterdir())
    process.kill()
    process.wait()
    for each in writers:
        os.kill(each, signal.SIGCONT)
    wait_until(lambda: not any(map(lives, writers)))
    assert len(writers) == 4  # the server and what tracks it among them
    assert sorted(written_apart.iterdir()) == before
    assert write(written_apart, 2).written


def lives(process: int) -> bool:
    """Return whether a process has not ended; one that nobody has asked for may still be listed."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(3000):
        if done():
            return
        time.sleep(0.01)
    raise TimeoutError


def test_a_store_that_another_program_set_to_write_ahead_is_read_whole(
    written_apart: Path,
) -> None:
    """What is read beside it is what this run has read, too."""
    with closing(sqlite3.connect(written_apart / "statements.db")) as store:
        store.execute("PRAGMA journal_mode = WAL")
    news = many(written_apart / "news.jsonl", 3)
    reports = []
    for workers in (2, 1):
        report = build(
            [str(SAMPLES), str(news)], written_apart, knowledge=load_knowledge(), workers=workers
        )
        reports.append((report.statements, contents(written_apart)))
        (written_apart / "graph.html").unlink()
    assert reports[0] == reports[1]


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    """Nor counted again, unless a file has been changed, a format is new or an article gone."""
    articles, folder = many(tmp_path / "many.jsonl", 3), tmp_path / "out"
    first = run([articles], folder)
    before = {name: (folder / name).stat().st_mtime_ns for name in FILES}
    again = run([articles], folder)
    assert {name: (folder / name).stat().st_mtime_ns for name in FILES} == before
    assert replace(again, added=3, unchanged=0, written=True) == first
    (folder / "statements.csv").write_text("mine", encoding="utf-8")
    assert run([articles], folder).files == first.files
    assert (folder / "statements.csv").stat().st_size > 100
    run([many(articles, 2)], folder)
    remove(["n0000"], folder, knowledge=load_knowledge())
    assert run([many(articles, 2)], folder).added == 1


def test_one_event_told_in_two_languages_is_one_tie(whole: Path) -> None:
    """The sample about the ambassadors recalled in 2021 is told in French and in English."""
    graph = Graph.of(read_statements(whole / "statements.jsonl"))
    recalls = [
        tie
        for tie in ties(graph)
        if (tie.subject.country, tie.relation, tie.object.country)
        == ("FR", "recallsAmbassadorFrom", "AU")
    ]
    assert len(recalls) == 1
    assert {s.evidence.source.lang for s in recalls[0].statements} == {"en", "fr"}


def test_the_map_is_worth_looking_at(whole: Path) -> None:
    """Many countries, cooperation and conflict, things that did and did not happen."""
    records = [
        json.loads(line)
        for line in (whole / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    countries = {record[end]["country"] for record in records for end in ("subject", "object")}
    assert len(countries) >= 25
    assert len({record["event_type"] for record in records}) >= 12
    assert {"actual", "planned", "possible", "denied"} <= {record["modality"] for record in records}
    for record in records:
        assert record["sentence"]


def test_offsets_are_true_to_the_text(tmp_path: Path) -> None:
    """Every sentence stands in its article where it says."""
    text = "PARIS, 12 octobre 2023 (AFP) – La France a condamné l'Iran.\r\n\r\nComment (0)\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    inputs, output = [str(tmp_path / "a.txt")], tmp_path / "s.jsonl"
    extract_files(inputs, output, knowledge=load_knowledge(), lang="fr")
    found = list(read_statements(tmp_path / "s.jsonl"))
    assert [statement.relation for statement in found] == ["criticizes"]
    evidence = found[0].evidence
    assert text[evidence.start : evidence.end] == evidence.sentence
    assert evidence.source.published == "2023-10-12"


#: Two texts with one id; the second is the one that counts.
TWICE = {
    "both say something": ("France condemned Russia.", "France condemned Iran."),
    "the one that counts says nothing": ("France condemned Iran.", "It rained all day."),
}


@pytest.mark.parametrize("twice", TWICE.values(), ids=TWICE)
def test_statements_that_are_read_again_are_those_that_were_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twice: tuple[str, str]
) -> None:
    """Many are not held; of an article that comes twice, the last reading counts either way."""
    first, last = (content_hash(Article("b", text, lang="en")) for text in twice)
    assert last < first
    texts = [("b", twice[0]), ("a", "Italy praised Spain."), ("c", "It rained \ud800.")]
    texts.append(("b", twice[1]))
    rows = [{"id": id_, "text": text, "lang": "en"} for id_, text in texts]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for many, name in ((50, "held"), (0, "read")):
        monkeypatch.setattr("graph.passing.KEPT", many)
        output = tmp_path / name
        extract_files([str(tmp_path / "a.jsonl")], output, knowledge=load_knowledge())
    held = (tmp_path / "held").read_bytes()
    assert held.count(b"\n") == 1 + ("condemned" in twice[1])
    assert held == (tmp_path / "read").read_bytes()


def test_what_another_version_read_is_counted(tmp_path: Path) -> None:
    """Until its article comes again, it stays in the graph as it was read."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("France condemned Iran.", encoding="utf-8")
    new.write_text("France condemned Russia.", encoding="utf-8")
    now = load_knowledge()
    before = replace(now, version="before")
    folder = tmp_path / "out"
    assert build([str(old)], folder, knowledge=before, lang="en").outdated == 0
    assert build([str(new)], folder, knowledge=now, lang="en").outdated == 1
    report = build([str(old), str(new)], folder, knowledge=now, lang="en")
    assert (report.outdated, report.added, report.unchanged) == (0, 1, 1)


def test_ids_that_clash_are_reported(tmp_path: Path) -> None:
    """Two texts under one id: one is kept, whichever comes first, and it is said."""
    rows = [
        {"id": "x", "lang": "en", "text": f"France condemned {who}."} for who in ("Iran", "Russia")
    ]
    for name, order in (("a", rows), ("b", rows[::-1])):
        lines = "".join(json.dumps(row) + "\n" for row in order)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    reports = [run([tmp_path / f"{name}.jsonl"], tmp_path / name) for name in ("a", "b")]
    assert [len(report.skipped) for report in reports] == [1, 1]
    run([tmp_path / "b.jsonl"], tmp_path / "a")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_both_files_are_named_of_ids_that_clash(tmp_path: Path) -> None:
    """The line says which text is left out, and where the one is that is kept."""
    for name, who in (("monday", "Iran"), ("tuesday", "Russia")):
        row = {"id": "x", "lang": "en", "text": f"France condemned {who}."}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    files = [tmp_path / "monday.jsonl", tmp_path / "tuesday.jsonl"]
    (said,), (again,) = (run(order, tmp_path / "out").skipped for order in (files, files[::-1]))
    assert said == again
    kept = json.loads((tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8"))
    one, other = sorted(files, key=lambda path: kept["sentence"] in path.read_text())
    told = f"{one}:1: another text has the same id, x, in {other}:1. Give each its own id."
    assert said == told


_ENTRY = "<item><guid>x</guid><description>Second.</description></item>"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("2.jsonl", '{"id": "x", "text": "Second."}\n', "2.jsonl:1"),
        ("2.csv", "id,text\ny,Other.\nx,Second.\n", "2.csv:3"),
        ("2.rss", f"<rss><channel>{_ENTRY}</channel></rss>", "2.rss, entry 1"),
    ],
)
def test_where_an_article_is_is_told_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, place: str
) -> None:
    """Though no more of it is kept than the number of the file and of the line."""
    monkeypatch.chdir(tmp_path)
    Path("1.jsonl").write_text('\n\n{"id": "x", "text": "First."}\n', encoding="utf-8")
    Path(name).write_text(text, encoding="utf-8")
    told = set[str]()
    for order in (["1.jsonl", name], [name, "1.jsonl"]):
        intake = Intake(order, None, "en")
        list(intake.articles())
        told.update(intake.skipped)
    (line,) = told
    assert "1.jsonl:3" in line
    assert place in line


def test_little_is_kept_of_each_article_that_was_seen(tmp_path: Path) -> None:
    """Its id, and one string that is no longer where the name of its file is long."""
    folder, number = tmp_path / ("long" * 40), 2000
    folder.mkdir()
    rows = (json.dumps({"id": f"n{at:05}", "text": f"{at} came."}) for at in range(number))
    (folder / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    intake = Intake([str(folder)], "2026-01-01", "en")
    tracemalloc.start()
    try:
        for _ in intake.articles():
            pass
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(intake.seen) == number
    assert taken / number < 250
