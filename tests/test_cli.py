"""The command line, as a person uses it: every way to go wrong, and what is said of it."""

import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import cli
from graph import __version__
from graph.actors import gazetteer, plain
from graph.console.progress import progress_bar
from graph.knowledge import load_knowledge
from graph.read import FORMATS

ROOT = Path(__file__).parent.parent
ENGLISH = (
    "PARIS, 13 March 2024 (Example) – France recalled its ambassador to Niger on Tuesday. "
    "Germany condemned the coup in Niger and called for talks."
)
FRENCH = (
    "DAKAR, 13 mars 2024 (Exemple) – Le Sénégal a rappelé mardi son ambassadeur au Mali. "
    "La France a condamné l'attaque de la Russie contre l'Ukraine."
)

#: CPU seconds, user and system, that these may take; the interpreter alone takes 0.01.
HELP, VERSION = 0.1, 0.03
#: CPU seconds of ``python -c pass`` on the machine that these are meant for.
BARE = 0.011


@dataclass
class Result:
    """What a run of the command line came to."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """What it said to the person, line by line."""
        return self.err.splitlines()


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Return a function that runs the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["diplograph", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status: object = 0
        try:
            cli.main()
        except SystemExit as end:
            status = end.code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Result(int(str(status or 0)), out, err)

    return run_command


def statements(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_build_writes_what_it_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text(FRENCH, encoding="utf-8")
    result = run("build", "articles", "-o", "out")
    assert (result.status, result.out) == (0, "")
    assert "2 articles read" in result.err
    for name in ("statements.jsonl", "graph.ttl", "graph.html"):
        assert (tmp_path / "out" / name).stat().st_size > 0
        assert f"Wrote {Path('out', name)}" in result.said
    found = {
        (row["relation"], row["date"]) for row in statements(tmp_path / "out/statements.jsonl")
    }
    assert ("recallsAmbassadorFrom", "2024-03-12") in found
    assert not any("\x1b" in line for line in result.said)


def test_building_again_adds_nothing_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    run("build", "a.txt", "-o", "out")
    names = ("statements.jsonl", "graph.ttl", "graph.html")
    before = [(tmp_path / "out" / name).read_bytes() for name in names]
    result = run("build", "a.txt", "-o", "out")
    assert "1 article read, 1 of them known already." in result.said
    assert [(tmp_path / "out" / name).read_bytes() for name in names] == before


def test_extract_reads_standard_input_and_writes_standard_output(run: Run) -> None:
    result = run("extract", "-", "-o", "-", stdin=FRENCH.encode())
    assert result.status == 0
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert rows
    for row in rows:
        assert FRENCH[row["start"] : row["end"]] == row["sentence"]


def test_overrides_reach_the_articles(run: Run, tmp_path: Path) -> None:
    text = "France recalled its ambassador to Niger on Tuesday."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run("extract", "a.txt", "-o", "s.jsonl", "--published", "2021-06-03", "--lang", "en")
    assert {row["date"] for row in statements(tmp_path / "s.jsonl")} == {"2021-06-01"}


@pytest.mark.parametrize("source", ["out", "out/statements.jsonl"])
def test_export_gives_what_build_gave(run: Run, tmp_path: Path, source: str) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    run("build", "a.txt", "-o", "out")
    result = run("export", source, "-f", "ttl", "-o", "again.ttl")
    assert (result.status, result.said) == (0, ["Wrote again.ttl"])
    assert (tmp_path / "again.ttl").read_bytes() == (tmp_path / "out/graph.ttl").read_bytes()


def test_explain_shows_the_sentences_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    result = run("explain", "a.txt", "--match", "condemned")
    assert (result.status, result.err) == (0, "")
    assert "Germany (DE) criticizes Niger (NE)" in result.out
    assert "recalled" not in result.out
    assert "\x1b" not in result.out
    assert run("explain", "a.txt", "--sentence", 1).out.count("  found ") == 1


@pytest.mark.parametrize(
    ("articles", "options", "says"),
    [
        (
            ["a.txt"],
            ["--sentence", 99],
            "The article has 2 sentences. Give --sentence a number up to 2.",
        ),
        (
            ["a.txt", "c.txt"],
            ["--sentence", 99],
            "The longest article has 2 sentences. Give --sentence a number up to 2.",
        ),
        (
            ["c.txt"],
            ["--sentence", 99],
            "The article has 1 sentence. Give --sentence a number up to 1.",
        ),
        (
            ["a.txt"],
            ["--match", "Zorbia"],
            "No sentence holds 'Zorbia'. Give less of it to --match.",
        ),
        (
            ["a.txt"],
            ["--match", "Zorbia", "--sentence", 1],
            "No sentence 1 holds 'Zorbia'. Leave out --sentence.",
        ),
    ],
)
def test_explain_says_that_there_is_no_such_sentence(
    run: Run, tmp_path: Path, articles: list[str], options: list[object], says: str
) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.txt").write_text("France condemned Russia on Monday.", encoding="utf-8")
    found = run("explain", *articles, "--lang", "en", *options)
    assert (found.status, found.out, found.said) == (2, "", [f"Error: {says}"])


def test_explain_is_content_with_one_article_that_has_the_sentence(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.txt").write_text("France condemned Russia on Monday.", encoding="utf-8")
    found = run("explain", "a.txt", "c.txt", "--lang", "en", "--sentence", 2)
    assert (found.status, found.err) == (0, "")


def test_explain_names_what_it_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").touch()
    result = run("explain", "a.txt", "b.txt")
    assert (result.status, len(result.said)) == (1, 1)
    assert "Germany" in result.out
    assert run("explain", "b.txt").status == 2


def test_evaluate_reads_anew_or_takes_what_was_found(run: Run) -> None:
    gold = ROOT / "tests/eval/gold.jsonl"
    anew = run("evaluate", gold, "--json")
    assert (anew.status, anew.err) == (0, "")
    figures = json.loads(anew.out)
    run("extract", gold, "-o", "s.jsonl")
    found = json.loads(run("evaluate", gold, "--predicted", "s.jsonl", "--json").out)
    assert figures.pop("linked")
    assert found.pop("linked") == {}
    assert found == figures
    shown = run("evaluate", gold)
    assert shown.status == 0
    exact = figures["levels"]["exact"]
    assert f"{2 * exact['hit'] / (exact['gold'] + exact['predicted']):.3f}" in shown.out


def test_evaluate_refuses_what_was_found_in_other_articles(run: Run, tmp_path: Path) -> None:
    gold = ROOT / "tests/eval/gold.jsonl"
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    run("extract", "a.txt", "-o", "s.jsonl")
    found = run("evaluate", gold, "--predicted", "s.jsonl")
    assert (found.status, found.out, len(found.said)) == (2, "", 1)
    assert found.said[0].startswith(f"Error: s.jsonl: none of its articles is in {gold}. ")
    (tmp_path / "none.jsonl").touch()
    assert run("evaluate", gold, "--predicted", "none.jsonl").status == 0


def test_evaluate_names_a_broken_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "g.jsonl").write_text(json.dumps({"text": ENGLISH}) + "\n")
    result = run("evaluate", "g.jsonl")
    assert (result.status, result.out, len(result.said)) == (2, "", 1)
    assert result.said[0].startswith("Error: g.jsonl:1: no gold article: ")


def test_an_article_reaches_a_terminal_as_text(tmp_path: Path) -> None:
    hostile = "France [red]condemned\x1b[2J[/red] Russia\x07 :boom: in \u202eNiger."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "[red]a\x1b", "text": hostile}))
    ours, theirs = os.openpty()
    command = ["explain", str(tmp_path / "a.jsonl"), "--lang", "en"]
    subprocess.run([sys.executable, "cli.py", *command], cwd=ROOT, stdout=theirs, check=True)  # noqa: S603
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    without = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert len(without) < len(shown), "colours are shown"
    assert r"France [red]condemned\x1b[2J[/red] Russia\x07 :boom: in \u202eNiger." in without
    assert all(char.isprintable() or char in "\r\n" for char in without)


def test_export_goes_to_standard_output_and_by_suffix(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    run("build", "a.txt", "-o", "out")
    turtle = (tmp_path / "out/graph.ttl").read_text(encoding="utf-8")
    assert run("export", "out", "-f", "ttl", "-o", "-") == Result(0, turtle, "")
    assert run("export", "out", "-o", "again.ttl").status == 0
    assert (tmp_path / "again.ttl").read_text(encoding="utf-8") == turtle
    assert not (tmp_path / "-").exists()


def test_quiet_says_only_what_went_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").touch()
    assert run("build", "a.txt", "-o", "out", "-q").err == ""
    assert len(run("build", "a.txt", "b.txt", "-o", "out", "-q").said) == 1


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00", "binary data"),
    "latin1.txt": (FRENCH.encode("cp1252"), "iconv -f windows-1252 -t utf-8 latin1.txt"),
    "cut.jsonl": (json.dumps({"text": ENGLISH})[:60].encode(), "cut.jsonl:1: "),
    "untexted.jsonl": (b'{"title": "x"}', "untexted.jsonl:1: no text"),
    "dated.jsonl": (json.dumps({"text": ENGLISH, "published": "x"}).encode(), "is not a day"),
    "german.txt": (
        b"Der Kanzler hat am Montag seinen Amtskollegen in Berlin empfangen.",
        "looks like German",
    ),
    "page.html": (b"<p>x</p>", "no article found on this page"),
    "page.doc": (b"x", "format not supported"),
    "evil\x1b[2J\u202e.txt": (b"", r"evil\x1b[2J\u202e.txt: empty"),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_broken_article_is_one_line_and_costs_no_other(
    run: Run, tmp_path: Path, command: str, name: str
) -> None:
    content, expected = BROKEN[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    result = run(command, name, "good.txt", "-o", "out")
    skipped = [line for line in result.said if line.startswith("Skipped ")]
    assert result.status == 1
    assert len(skipped) == 1
    assert expected in skipped[0]
    assert "1 article read; 1 left out." in result.said
    assert all(line.isprintable() for line in result.said)
    path = tmp_path / "out" / "statements.jsonl" if command == "build" else tmp_path / "out"
    assert statements(path)


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_that_can_be_read(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name][0])
    result = run("build", name, "-o", "out")
    assert result.status == 2
    assert result.said[1:] == ["0 articles read; 1 left out."]


def test_a_file_where_a_folder_should_be_is_called_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Paris warned Kyiv.", encoding="utf-8")
    result = run("build", "good.txt", "--lang", "en", "-o", "good.txt")
    assert result.status == 2
    assert "good.txt: is a file, not a folder. Choose a folder with -o." in "\n".join(result.said)


@pytest.mark.parametrize(
    ("command", "output", "advice"),
    [
        ("build", "good.txt/out", "not a directory. Choose another folder with -o."),
        (
            "build",
            "nowhere/out",
            "nowhere: is a link to nothing, not a folder. Choose a folder with -o.",
        ),
        ("build", "taken", "not a database. Move it away, or choose another folder with -o."),
        ("extract", "good.txt/out", "is a file, not a folder. Choose another place with -o."),
        ("extract", "inside", "cannot be written: file exists. Choose another place with -o."),
        pytest.param(
            *("extract", "/dev/full", "device. Make room, or choose another place with -o."),
            marks=pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux"),
        ),
    ],
)
def test_room_is_asked_for_only_where_it_lacks(
    run: Run, tmp_path: Path, command: str, output: str, advice: str
) -> None:
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "inside").symlink_to("good.txt/out")
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "statements.db").write_text("a list of mine " * 99, encoding="utf-8")
    result = run(command, "good.txt", "-o", output)
    assert result.status == 2
    assert result.said[-1].endswith(advice)


def test_missing_path_and_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    result = run("build", "none.txt", "void", "-o", "out")
    assert result.status == 2
    assert "none.txt: no such file or folder" in result.said[0]
    assert "void: no articles in this folder" in result.said[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "good.txt", "-o", "good.txt"),
        ("build", "good.txt", "-o", "good.txt/out"),
        ("extract", "good.txt", "-o", "good.txt/statements.jsonl"),
        ("extract", "good.txt", "-o", "."),
        ("extract", "good.txt", "--published", "soon"),
        ("extract", "good.txt", "--lang", "de"),
        ("build", "good.txt", "--format", "tll"),
        ("export", "good.txt", "-f", "ttl", "-o", "x.ttl"),
        ("export", "good.txt", "-o", "-"),
        ("export", "good.txt", "-o", "x.pdf"),
        ("export", "none", "-f", "ttl", "-o", "x.ttl"),
        ("export", ".", "-f", "ttl", "-o", "x.ttl"),
        ("evaluate", "none.jsonl"),
        ("evaluate", "good.txt"),
        ("evaluate", "-"),
        ("explain", "good.txt", "--lang", "de"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_line(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    result = run(*arguments)
    assert result.status == 2
    assert result.out == ""
    assert len(result.said) == 1
    assert result.said[0].startswith("Error: ")
    assert (tmp_path / "good.txt").read_text(encoding="utf-8") == ENGLISH


def test_a_wrong_format_is_answered_with_the_right_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    run("extract", "good.txt", "-o", "s.jsonl")
    assert "Did you mean 'ttl'?" in run("export", "s.jsonl", "-f", "tll", "-o", "x").err


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("ties", "output", "--top", "0"), "--top"),
        (("build", "a.txt", "--workers", "many"), "--workers"),
        (("explain", "a.txt", "--sentence", "first"), "--sentence"),
    ],
)
def test_a_wrong_value_is_answered_in_a_line(
    run: Run, arguments: tuple[str, ...], where: str
) -> None:
    result = run(*arguments)
    (line,) = result.said
    assert line.startswith(f"Error: {where}: ")
    assert line.endswith(f"See 'diplograph {arguments[0]} --help'.")
    assert result.status == 2


def test_a_build_with_nothing_new_says_so(run: Run, tmp_path: Path) -> None:
    """Also where the same files are asked for in another order."""
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    assert "Wrote " in run("build", "good.txt", "-o", "out", "-f", "jsonl", "-f", "nt").err
    again = run("build", "good.txt", "-o", "out", "-f", "nt", "-f", "jsonl")
    assert again.said[-1] == "Nothing is new: the files in out are up to date."
    assert "Wrote " not in again.err


def test_a_build_says_what_it_keeps_of_earlier_runs(run: Run, tmp_path: Path) -> None:
    """And which option takes it out; nothing where all is given, or all else is taken out."""
    for name, text in (("a", ENGLISH), ("b", FRENCH), ("c", ENGLISH + " Mali agreed.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    command = ("build", "-o", "out", "-f", "jsonl")
    assert "kept" not in run(*command, "a.txt", "b.txt", "c.txt").err
    told = "1 article of earlier runs kept, not given now (--prune removes it)."
    assert told in run(*command, "b.txt", "c.txt").said
    told = "2 articles of earlier runs kept, not given now (--prune removes them)."
    assert told in run(*command, "c.txt").said
    assert "kept" not in run(*command, "c.txt", "gone.txt").err, "what cannot be read may hold them"
    assert "kept" not in run(*command, "c.txt", "--prune").err


def killed(*_: object, **__: object) -> None:
    """Be a reading process that is killed while it is at some articles."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_it_is_said_that_a_reading_process_was_killed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it was at is read again, and all is well."""
    lines = (json.dumps({"id": f"n{at}", "text": ENGLISH + "!" * at}) for at in range(5))
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("graph.engines.local.read_all", killed)
    result = run("extract", "a.jsonl", "--workers", "2")
    told = "A reading process died or was killed, and its articles were read again"
    assert (result.status, result.said[0]) == (0, f"{told}: n0, n1, n2 and 2 more.")
    assert statements(tmp_path / "statements.jsonl")


@pytest.mark.parametrize(
    "arguments", [("--help",), ("build", "good.txt", "-o", "out", "-f", "jsonl")]
)
def test_whom_names_mean_is_not_read_for_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """A list of thousands of names, by help or by a build that finds nothing new."""
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    assert run("build", "good.txt", "-o", "out", "-f", "jsonl").status == 0
    monkeypatch.setattr(gazetteer, "_load", None)
    load_knowledge.cache_clear()
    monkeypatch.setattr(plain, "loads", None)
    assert run(*arguments).status == 0


@pytest.mark.parametrize("arguments", [("bild",), ("build",), ("build", "--no"), ("export", "x")])
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert "Usage: diplograph" in result.err


def test_version(run: Run) -> None:
    assert run("--version") == Result(0, f"diplograph {__version__}\n", "")


@pytest.mark.parametrize(
    "command", [(), ("build",), ("extract",), ("export",), ("explain",), ("evaluate",)]
)
def test_help_is_for_a_stranger(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.status == 0
    assert all(len(line) <= 80 for line in result.out.splitlines())
    if command in {("build",), ("extract",)}:
        assert all(suffix.removesuffix(".gz") in result.out for suffix in FORMATS)


def python(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )


def test_help_loads_nothing_heavy() -> None:
    program = "import sys, cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = set(python("-c", program).stdout.split())
    assert loaded.isdisjoint({"spacy", "numpy", "networkx", "rdflib", "pyvis", "py3langid", "rich"})


@pytest.mark.parametrize(
    ("arguments", "bound"),
    [
        (["--help"], HELP),
        (["build", "--help"], HELP),
        (["explain", "--help"], HELP),
        (["--version"], VERSION),
    ],
)
def test_help_is_quick(arguments: list[str], bound: float) -> None:
    def seconds(program: str, *arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        python("-c", program, *arguments)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # The least of some: whatever else runs on the machine only adds. One on which Python alone
    # takes longer to start is given as much more.
    slower = max(1.0, min(seconds("pass") for _ in range(10)) / BARE)
    installed = "import cli; cli.main()"  # as what is installed does
    assert any(seconds(installed, *arguments) < bound * slower for _ in range(20))


#: Runs a command, and says whether that has loaded the parser.
PROGRAM = """
import sys, cli
try:
    cli.main()
except SystemExit:
    pass
print("spacy" in sys.modules)
"""


def test_what_does_not_read_articles_loads_no_parser(run: Run, tmp_path: Path) -> None:
    """Nor does a build with nothing new."""
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    folder = str(tmp_path / "out")
    build = ["build", str(tmp_path / "a.txt"), "-o", folder]
    assert run(*build).status == 0
    for command in (
        ["export", folder, "-o", str(tmp_path / "a.nt")],
        ["stats", folder],
        ["ties", folder],
        ["actors", "Moscow"],
        build,
    ):
        assert python("-c", PROGRAM, *command).stdout.splitlines()[-1] == "False", command


def test_progress_is_shown_on_a_terminal_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    ours, theirs = os.openpty()
    command = ["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "s.jsonl")]
    process = subprocess.run(  # noqa: S603
        [sys.executable, "cli.py", *command], cwd=ROOT, stderr=theirs, check=True
    )
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0
    assert "100%" in shown
    assert "1 article" in shown
    assert "Reading" in shown
    assert "Reading" not in run(*command).err


def test_a_bar_moves_while_one_article_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how long it has been at it, or a person would think that it hangs."""
    shown = io.StringIO()
    monkeypatch.setattr(shown, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr("graph.console.progress._BEAT", 0.02)
    with progress_bar(quiet=False):
        time.sleep(1.2)
    assert "0 articles, 0 s" in shown.getvalue()
    assert "0 articles, 1 s" in shown.getvalue()
