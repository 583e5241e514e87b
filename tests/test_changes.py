"""A graph that changes: articles go, come, change, and are read by a new version."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.export import Layout
from graph.knowledge import load_knowledge
from graph.pipeline import Report, build, remove

FORMATS = ("jsonl", "nq")


def write(folder: Path, **texts: str) -> Path:
    """Make the files of a folder those that are named."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(*inputs: Path, output: Path, prune: bool = False) -> Report:
    names = [str(path) for path in inputs]
    return build(names, output, knowledge=load_knowledge(), lang="en", formats=FORMATS, prune=prune)


def said(output: Path) -> set[str]:
    lines = (output / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["object"]["label"] for line in lines}


def test_prune_removes_what_is_gone(tmp_path: Path) -> None:
    """Without it what is gone stays, and with it the graph is that of the inputs."""
    folder, out = tmp_path / "in", tmp_path / "out"
    run(write(folder, a="France condemned Iran.", b="France condemned Russia."), output=out)
    write(folder, b="France condemned Russia.", c="France condemned Mali.")
    assert run(folder, output=out).removed == 0
    assert said(out) == {"Iran", "Russia", "Mali"}
    assert run(folder, output=out, prune=True).removed == 1
    assert said(out) == {"Russia", "Mali"}
    run(folder, output=tmp_path / "new")
    assert (out / "statements.jsonl").read_bytes() == (
        tmp_path / "new" / "statements.jsonl"
    ).read_bytes()


def test_nothing_is_pruned_where_a_file_cannot_be_read(tmp_path: Path) -> None:
    """Nobody knows what it holds; an article that is refused is known to be none."""
    folder, out = tmp_path / "in", tmp_path / "out"
    run(write(folder, a="France condemned Iran.", b="France condemned Russia."), output=out)
    write(folder, b="France condemned Russia.")
    report = run(folder, tmp_path / "missing", output=out, prune=True)
    assert (report.removed, len(report.skipped)) == (0, 1)
    assert "Nothing was pruned" in report.notes[0]
    write(folder, b="France condemned Russia.", empty="")
    assert run(folder, output=out, prune=True).removed == 1


def test_a_new_version_reads_again_and_says_so(tmp_path: Path) -> None:
    folder, now = write(tmp_path / "in", a="France condemned Iran."), load_knowledge()
    inputs, out = [str(folder)], tmp_path / "out"
    old = replace(now, version="old")
    assert build(inputs, out, knowledge=old, lang="en", formats=FORMATS).again == 0
    report = build(inputs, out, knowledge=now, lang="en", formats=FORMATS)
    assert (report.again, report.added, report.unchanged) == (1, 1, 0)
    report = build(inputs, out, knowledge=now, lang="en", formats=FORMATS)
    assert (report.again, report.added, report.unchanged) == (0, 0, 1)


def test_remove(tmp_path: Path) -> None:
    """By id, by address, by file; the files that the build wrote are written anew."""
    folder, out = tmp_path / "in", tmp_path / "out"
    write(folder, a="The ministers met. France condemned Iran. They were in Oslo.")
    rows = [
        {"id": "x", "text": "France condemned Russia.", "url": "https://example.org/x"},
        {"id": "y", "text": "France condemned Mali."},
        {"id": "z", "text": "France condemned Niger."},
    ]
    (folder / "b.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
    )
    base = "https://example.org/news/"
    names, knowledge = [str(folder)], load_knowledge()
    build(names, out, knowledge=knowledge, lang="en", formats=FORMATS, layout=Layout("quads", base))
    report = remove(
        ["y", "https://example.org/x", str(folder / "a.txt"), "nobody"], out, knowledge=knowledge
    )
    assert report.removed == 3
    assert [path.name for path in report.files] == ["statements.jsonl", "graph.nq"]
    assert "nobody: no such article in the graph" in report.skipped[0]
    assert said(out) == {"Niger"}
    triples = (out / "graph.nq").read_text(encoding="utf-8")
    assert base in triples
    assert "Mali" not in triples
    assert remove(["nobody"], out, knowledge=knowledge).files == ()


def test_remove_from_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no graph in this folder"):
        remove(["x"], tmp_path, knowledge=load_knowledge())
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_leaves_no_store(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="")
    report = run(folder, output=tmp_path / "out")
    assert (report.articles, len(report.skipped)) == (0, 1)
    assert not (tmp_path / "out").exists()


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    """Half a file of an earlier run does not stay."""
    out = tmp_path / "out"
    out.mkdir()
    (out / ".graph.nq.x1y2.part").write_text("half", encoding="utf-8")
    run(write(tmp_path / "in", a="France condemned Iran."), output=out)
    assert {path.name for path in out.iterdir()} == {
        "statements.jsonl",
        "graph.nq",
        "statements.db",
    }
