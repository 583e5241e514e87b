"""The commands about relations over time, as a person uses them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.export.jsonl import write_jsonl
from graph.model import Graph
from tests.samples import DISPUTED
from tests.test_brief import Page, hostile
from tests.test_cli import ROOT, Result, Run, run

__all__ = ["run"]


@pytest.fixture
def known(tmp_path: Path) -> Path:
    write_jsonl(DISPUTED, tmp_path / "world" / "statements.jsonl")
    return tmp_path / "world"


def records(result: Result) -> list[dict[str, object]]:
    assert (result.status, result.err) == (0, "")
    return [json.loads(line) for line in result.out.splitlines()]


def test_ties_are_shown_in_every_form(run: Run, known: Path) -> None:
    shown = run("ties", known, "--top", 3)
    assert (shown.status, shown.err) == (0, "")
    assert len(shown.out.splitlines()) == 5
    assert "±" in shown.out
    found = records(run("ties", known, "-f", "json"))
    rows = list(csv.DictReader(io.StringIO(run("ties", known, "-f", "csv").out)))
    assert [row["one"] for row in rows] == [each["one"]["label"] for each in found]  # type: ignore[index]
    assert [float(row["net"]) for row in rows] == [each["net"] for each in found]


def test_a_table_without_rows_has_its_columns(run: Run, known: Path) -> None:
    full = run("ties", known, "-f", "csv").out.splitlines()[0]
    assert run("ties", known, "--during", "1950", "-f", "csv").out.splitlines() == [full]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ties", "world", "--during", "2002"), "No ties found. What is told is of 20"),
        (("ties", "world", "Putin"), "counts as Russia; --by-actor"),
        (("standing", "world", "--as-of", "1950"), "No standing relations found. What is told"),
        (("claims", "world", "--least", "99"), "--least 1 is the most"),
        (("blocs", "world", "--during", "2002"), "No blocs found. What is told is of 20"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
@pytest.mark.usefixtures("known")
def test_where_nothing_is_found_a_line_says_what_may_help(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = run(*arguments)
    assert (result.status, result.err, len(result.out.splitlines())) == (0, "", 1)
    assert said in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "2002", "2022", "--in", "world"), "Nothing is told of 2002."),
        (("report", "RU", "world", "--during", "2002"), "What is told is of 20"),
        (("stats", "world", "--during", "2002"), "What is told is of 20"),
        (
            ("export", "world", "--during", "1950", "-o", "none.ttl"),
            " statements is of that time. What is told is of 20",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
@pytest.mark.usefixtures("known")
def test_of_an_empty_period_something_is_said_beside_the_output(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = run(*arguments)
    assert result.status == 0
    assert said in result.err
    assert said not in result.out


@pytest.mark.parametrize("command", ["ties", "standing", "claims", "blocs"])
def test_a_graph_without_statements_is_said_to_have_none(
    run: Run, tmp_path: Path, command: str
) -> None:
    write_jsonl(Graph(), tmp_path / "none.jsonl")
    shown = run(command, tmp_path / "none.jsonl")
    assert (shown.status, shown.err, len(shown.out.splitlines())) == (0, "", 1)
    assert "holds no statements; 'diplograph explain'" in shown.out
    assert "--least" not in shown.out


def test_a_direction_is_an_arrow_and_decay_is_told(run: Run, known: Path) -> None:
    shown = run("ties", known, "US", "RU", "--directed", "--as-of", "2022-03").out.splitlines()
    assert shown[1].startswith("United States → Russia")
    assert "half after 12 months" in shown[-1]
    assert not [row for row in shown[1:-1] if " 0.0 ± 0.0  0.0 ± 0.0" in " ".join(row.split())]
    assert "months" not in run("ties", known).out


def test_what_has_faded_is_left_out(run: Run, known: Path) -> None:
    late = run("ties", known, "US", "RU", "--as-of", "2050").out
    assert late.startswith("No ties found.")


def test_gone_is_said_to_be_not_told_of_any_more(run: Run, known: Path) -> None:
    shown = run("compare", "2022", "2023", "--in", known).out
    assert "gone: not told of any more (" in shown
    assert "new: not told of before (" in shown


def test_the_ending_of_a_file_tells_the_form(run: Run, known: Path, tmp_path: Path) -> None:
    told = run("ties", known).out
    for name in ("ties.txt", "ties"):
        assert run("ties", known, "-o", name).said == [f"Wrote {name}"]
        assert (tmp_path / name).read_text(encoding="utf-8") == told


def test_ties_of_two_by_year_and_as_of(run: Run, known: Path) -> None:
    shown = run("ties", known, "Russie", "UA", "--step", "year", "--half-life", 1).out
    assert [line.split()[3] for line in shown.splitlines()[1:]] == ["2022"]
    (row,) = records(run("ties", known, "RU", "UA", "--as-of", "2022-03", "-f", "json"))
    assert row["period"] == "2022-03"
    assert records(run("ties", known, "RU", "UA", "--as-of", "2022-01", "-f", "json")) == []
    maybe = run("stats", known, "--as-of", "2022-02-10", "--maybe", "-f", "json")
    assert records(maybe)[0]["statements"] == 1


def test_a_name_of_ones_own_is_asked_for(run: Run, known: Path, tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text(
        '[countries.RU]\nen.names = ["the Bear"]\n', encoding="utf-8"
    )
    own = ("--gazetteer", "names.toml")
    assert run("ties", known, "the Bear").status == 2
    for command in ("ties", "standing", "claims"):
        assert run(command, known, "the Bear", *own).out == run(command, known, "RU").out
    assert run("report", "the Bear", known, *own).out.startswith("# Russia")
    (tmp_path / "bad.toml").write_text("[countries.RU]\nnombre = 3\n", encoding="utf-8")
    said = run("report", "the Bear", known, "-g", "bad.toml").said
    assert len(said) == 1
    assert "bad.toml" in said[0]


def test_a_brief_is_written_in_the_language_asked_for(run: Run, known: Path) -> None:
    assert run("report", "RU", known, "--lang", "fr").out.startswith("# Russie")
    refused = run("report", "RU", known, "--lang", "xx")
    assert (refused.status, len(refused.said)) == (2, 1)
    assert "en, fr" in refused.said[0]


def test_what_stands_and_what_is_claimed(run: Run, known: Path) -> None:
    assert "sanctions: United States → Russia" in run("standing", known, "RU").out
    assert "leader: Vladimir Putin" not in run("standing", known, "--as-of", "2022-12").out
    contested = run("claims", known, "--contested").out
    assert "Russia attacks Ukraine: 1 article, 1 source" in contested
    assert "    denied: " in contested
    (claim,) = records(run("claims", known, "--contested", "-f", "json"))
    assert claim["relation"] == "attacks"


def test_two_periods_are_compared(run: Run, known: Path) -> None:
    shown = run("compare", "2022", "2023/2024", "--in", known)
    assert shown.status == 0
    assert "From 2022 to 2023/2024" in shown.out
    assert (
        "Russia – North Korea: no tie → tone +3.8, only 75% sure\n    + 2024-06-19: " in shown.out
    )
    kinds = {
        each["change"]
        for each in records(run("compare", "2022", "2023", "--in", known, "-f", "json"))
    }
    assert kinds == {"new", "gone"}


def test_two_builds_are_compared(run: Run, known: Path, tmp_path: Path) -> None:
    older = Graph.of(each for each in DISPUTED.statements if (each.date or "") < "2023")
    write_jsonl(older, tmp_path / "older" / "statements.jsonl")
    found = records(run("compare", tmp_path / "older", known, "-f", "json"))
    assert {each["change"] for each in found} == {"new"}
    page = run("compare", tmp_path / "older", known, "-o", "page.html")
    assert page.said == ["Wrote page.html"]
    assert Page((tmp_path / "page.html").read_text(encoding="utf-8")).tags.count("svg") == 2


def test_blocs_and_stats_are_shown(run: Run, known: Path) -> None:
    shown = run("blocs", known).out
    assert "Blocs (modularity" in shown
    assert "Türkiye: " in shown or "Turkey: " in shown
    (record,) = records(run("blocs", known, "--during", "2022", "-f", "json"))
    assert record["mediators"]
    assert f"statements: {len(DISPUTED.statements)}" in run("stats", known).out
    (counted,) = records(run("stats", known, "--during", "2024", "-f", "json"))
    assert counted["statements"] == 4


def test_a_report_goes_to_a_file_of_its_form(run: Run, known: Path, tmp_path: Path) -> None:
    told = run("report", "Russia", known)
    assert told.out.startswith("# Russia: a brief\n")
    for name in ("russia.md", "russia.html"):
        assert run("report", "RU", known, "-o", name).said == [f"Wrote {name}"]
    assert (tmp_path / "russia.md").read_text(encoding="utf-8") == told.out
    assert (tmp_path / "russia.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    write_jsonl(Graph.of(hostile()), tmp_path / "statements.jsonl")
    for command in ("ties", "standing", "claims", "blocs", "stats"):
        shown = run(command, tmp_path).out
        assert all(line.isprintable() for line in shown.splitlines())


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ties", "none"), "cannot be read"),
        (("ties", "world", "Russai"), "'Russia'"),
        (("ties", "world", "Russia", "Moscow"), "are one actor"),
        (("ties", "world", "--maybe"), "goes with --as-of alone"),
        (("ties", "world", "-o", "ties.pdf"), "Known: .txt, .csv, .json"),
        (("compare", "abc", "2014"), "'abc': is no date"),
        (("ties", "world", "--step", "week"), "Known: month, quarter, year"),
        (("ties", "world", "--during", "2014-3"), "is no date"),
        (("ties", "world", "-f", "html"), "Known: csv, json, text"),
        (("ties", "world", "-o", "world"), "cannot be written"),
        (("stats", "world", "--as-of", "soon"), "is no date"),
        (("compare", "2013", "world"), "./2014 is a folder"),
        (("compare", "world", "none"), "cannot be read"),
        (("report", "Atlantis", "world"), "is no actor of this graph"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert (result.status, result.out, len(result.said)) == (2, "", 1)
    assert result.said[0].startswith("Error: ")
    assert said in result.said[0]


@pytest.mark.parametrize(
    "command", ["ties", "standing", "claims", "compare", "blocs", "report", "stats"]
)
def test_help_is_for_a_stranger(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.status == 0
    assert all(len(line) <= 80 for line in result.out.splitlines())


def test_the_bytes_do_not_depend_on_the_seed_of_hashes(known: Path) -> None:
    """Nor on the order in which sets are gone through."""
    commands = (
        ["compare", "2022", "2023/2024", "--in", str(known), "-f", "html"],
        ["report", "RU", str(known), "-f", "html"],
        ["blocs", str(known), "-f", "json"],
        ["ties", str(known), "-f", "json"],
    )
    for command in commands:
        outputs = {
            subprocess.run(  # noqa: S603
                [sys.executable, str(ROOT / "cli.py"), *command],
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(outputs) == 1
