"""The whole flow: what a person sees who runs a build."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph.export.jsonl import read_statements
from graph.knowledge import load_knowledge
from graph.merge import ties
from graph.model import Graph
from graph.pipeline import DEFAULT_FORMATS, Report, build, extract_files

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "data" / "articles"
FILES = ("statements.jsonl", "graph.ttl", "graph.graphml", "statements.csv", "graph.html")


def run(inputs: Sequence[Path], output: Path) -> Report:
    return build([str(path) for path in inputs], output, knowledge=load_knowledge())


def stored(path: Path) -> bool:
    """Return whether a store that another process has open holds more than empty tables."""
    return path.exists() and path.stat().st_size > 50_000


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


def test_a_killed_build_is_taken_up(whole: Path, tmp_path: Path) -> None:
    """What a killed run has left is completed by the next one."""
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(SAMPLES), "-o", str(tmp_path)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603
    deadline = time.monotonic() + 60
    while not stored(tmp_path / "statements.db") and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (tmp_path / "graph.html").exists()
    report = run([SAMPLES], tmp_path)
    assert report.added > 0
    assert report.unchanged > 0
    assert contents(tmp_path) == contents(whole)


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
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
