"""The commands about names, as a person uses them."""

from pathlib import Path

import pytest

from tests.test_cli import Run, run
from tests.wikidata import endpoint

__all__ = ["run"]


def test_actors_tells_of_every_name_and_then_of_those_that_are_none(run: Run) -> None:
    found = run("actors", "Moscow", "Qatarr", "Alemania", "Francce")
    assert found.status == 1
    assert "Russia (country, RU)" in found.out
    assert "Germany (country, DE)" in found.out
    assert [line.split("'")[1] for line in found.said] == ["Qatarr", "Francce"]
    assert run("actors", "Qatarr").status == 2


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--published", "foo", "is not a day"),
        ("--lang", "de", "No language named 'de'"),
    ],
)
def test_actors_refuses_what_is_no_day_or_language(
    run: Run, option: str, value: str, says: str
) -> None:
    found = run("actors", "Moscow", option, value)
    assert (found.status, len(found.said)) == (2, 1)
    assert says in found.said[0]


def test_actors_says_that_all_names_are_known(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On Monday France condemned Iran.", encoding="utf-8")
    assert run("actors", "--unlinked", "a.txt", "--lang", "en").said == [
        "No names of anybody unknown."
    ]


def test_a_build_says_how_many_articles_have_no_date(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On Monday France condemned Iran.", encoding="utf-8")
    build = ("build", "a.txt", "-o", "out", "--lang", "en", "--format", "jsonl")
    line = "1 article without a date: give it in 'published', or with --published."
    assert line in run(*build).said
    assert line not in run(*build, "--published", "2024-03-01").said


def test_actors_lists_the_unlinked_names_of_articles_and_of_a_build(
    run: Run, tmp_path: Path
) -> None:
    text = "Yesterday France condemned Zorbia. Germany sent Zorbia and Acme Widgets a note."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    wanted = "2\tZorbia\n1\tAcme Widgets\n"
    assert run("actors", "--unlinked", "a.txt", "--lang", "en").out == wanted
    run("build", "a.txt", "-o", "out", "--lang", "en", "--format", "jsonl")
    (tmp_path / "a.txt").unlink()
    assert run("actors", "--unlinked", "out").out == wanted


def test_actors_update_writes_a_file_that_a_build_takes(run: Run, tmp_path: Path) -> None:
    with endpoint() as local:
        address = ("--endpoint", local.address, "--state", "FR")
        assert run("actors", "update", "-o", "n.toml", *address).said == [
            "Wrote n.toml: 3 people, 0 organisations"
        ]
    told = run("actors", "Ada Testard", "--gazetteer", "n.toml")
    assert told.status == 0
    assert "leads FR, 2027-05-13 to now" in told.out
    (tmp_path / "mine.toml").write_text("# mine", encoding="utf-8")
    refused = run("actors", "update", "-o", "mine.toml", "--endpoint", "http://127.0.0.1:9")
    assert refused.status == 2
    assert len(refused.said) == 1


def test_decisions_of_a_folder_and_of_an_option(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On Monday France condemned Iran in Paris.", encoding="utf-8")
    (tmp_path / "out").mkdir()
    decided = tmp_path / "out" / "decisions.toml"
    decided.write_text('[[same]]\nactors = ["Q1000001", "FR", "nobody-at-all"]', encoding="utf-8")
    built = run("build", "a.txt", "-o", "out", "--lang", "en", "--format", "jsonl")
    assert "entity/Q1000001" in (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8")
    assert any("'nobody-at-all' is neither a listed actor" in line for line in built.said)
    found = run("extract", "a.txt", "--lang", "en", "-o", "-", "--decisions", "out/decisions.toml")
    assert "entity/Q1000001" in found.out
    assert any("'nobody-at-all' is neither a listed actor" in line for line in found.said)
    decided.write_text('[[same]]\nactors = ["FR"]', encoding="utf-8")
    wrong = run("build", "a.txt", "-o", "out", "--lang", "en")
    assert (wrong.status, len(wrong.said)) == (2, 1)
    assert "[[same]] 1: actors has one actor only. Name two or more." in wrong.said[0]
