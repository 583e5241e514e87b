"""What Python and notebooks are given, and that it is what the commands give."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import graph
from graph import KnowledgeGraph
from graph.analysis.brief import brief
from graph.analysis.tables import Ties
from graph.errors import InputError
from graph.export.jsonl import write_jsonl
from graph.export.tables import COLUMNS
from graph.model import Actor, Article, Graph
from graph.network import to_networkx
from graph.rdf.view import to_rdflib
from tests.samples import DISPUTED, WORLD
from tests.test_brief import HOSTILE, hostile

KNOWN = KnowledgeGraph(WORLD.statements)


def test_it_reads_what_a_run_wrote(tmp_path: Path) -> None:
    write_jsonl(WORLD, tmp_path / "statements.jsonl")
    for path in (tmp_path, tmp_path / "statements.jsonl", str(tmp_path)):
        assert set(KnowledgeGraph.read(path)) == WORLD.statements
    with pytest.raises(InputError, match="cannot be read"):
        KnowledgeGraph.read(tmp_path / "none")


def test_it_reads_articles() -> None:
    article = Article("a", "France recalled its ambassador to Niger.", "", "2024-03-13", "en")
    (row,) = KnowledgeGraph.from_articles([article]).ties("France", "Niger")
    assert row.tone == -6


def test_ties_are_narrowed_by_actor() -> None:
    every = KNOWN.ties()
    russian = KNOWN.ties("Russia")
    (pair,) = KNOWN.ties("RU", "Ukraine")
    assert len(every) > len(russian) > 1
    assert all("RU" in (row.one.country, row.other.country) for row in russian)
    assert pair in list(russian)
    directed = KNOWN.ties("RU", "UA", directed=True)
    assert {(row.one.country, row.other.country) for row in directed} == {("RU", "UA")}


def test_ties_of_persons_and_of_what_has_a_date() -> None:
    persons = KNOWN.ties("Kim Jong Un", by_actor=True)
    assert {row.other.kind for row in persons} | {row.one.kind for row in persons} == {"person"}
    dated = KNOWN.ties(dated=True)
    assert 0 < len(dated) < len(KNOWN.ties())
    with pytest.raises(InputError):
        KNOWN.ties("Atlantis")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("ru", "Russia"),
        ("Moscow", "Russia"),
        ("moscou", "Russia"),
        ("Russian", "Russia"),
        ("Putin", "Vladimir Putin"),
        ("kim", "Kim Jong Un"),
    ],
)
def test_an_actor_has_the_names_of_the_gazetteer(name: str, label: str) -> None:
    told = [*DISPUTED.statements, *WORLD.statements]
    assert KnowledgeGraph(told).actor(name).label == label


def _led(*labels: str) -> KnowledgeGraph:
    """Return a graph of persons who lead one state."""
    some = next(iter(WORLD.statements))
    people = [Actor(f"https://x.example/{label}", label, "person", "RU") for label in labels]
    return KnowledgeGraph(replace(some, subject=each, relation="leads") for each in people)


def test_a_last_name_means_one_person_only() -> None:
    assert _led("Ada Zyxwv", "Bo Uts").actor("zyxwv").label == "Ada Zyxwv"
    with pytest.raises(InputError, match="Ada Zyxwv or Bo Zyxwv"):
        _led("Ada Zyxwv", "Bo Zyxwv").actor("Zyxwv")
    with pytest.raises(InputError, match="Perhaps 'Ada Zyxwv' is meant"):
        _led("Ada Zyxwv").actor("Zyxwvu")


def test_a_name_of_which_nothing_is_told_is_said_to_be_known() -> None:
    with pytest.raises(InputError, match="nothing is told of it"):
        KNOWN.actor("Tonga")


def test_what_is_asked_wrongly_is_said() -> None:
    with pytest.raises(InputError, match="one period"):
        KNOWN.compare("2017")
    for half_life in (0, -1, float("nan")):
        with pytest.raises(InputError, match="too short"):
            KNOWN.as_of("2022-03").ties(half_life=half_life)
    with pytest.raises(InputError, match="one actor"):
        KNOWN.ties("Russia", "RU")


def test_an_empty_frame_has_its_columns() -> None:
    empty = KNOWN.ties(during="1900").to_pandas()
    assert len(empty) == 0
    assert list(empty.columns) == list(KNOWN.ties().to_pandas().columns)
    assert tuple(KnowledgeGraph([]).to_pandas().columns) == COLUMNS


def test_a_report_has_the_errors_of_the_ties() -> None:
    partners = brief(KNOWN.statements, KNOWN.actor("Russia")).partners
    assert [row.record() for row in partners] == [row.record() for row in KNOWN.ties("Russia")]


def test_a_large_file_is_streamed(tmp_path: Path) -> None:
    """What is asked of ties alone holds no statement."""
    write_jsonl(WORLD, tmp_path / "statements.jsonl")
    streamed = KnowledgeGraph.read(tmp_path)
    assert [row.record() for row in streamed.ties()] == [row.record() for row in KNOWN.ties()]
    assert "statements" not in vars(streamed)
    once = KnowledgeGraph(iter([*WORLD.statements, *WORLD.statements]))
    assert [len(once), len(once)] == [len(WORLD.statements)] * 2


def test_ties_by_step_have_a_row_for_each_in_which_something_happened() -> None:
    steps = KNOWN.ties("RU", "UA", step="month")
    assert [row.period for row in steps] == ["2022-02"]
    decaying = KNOWN.ties("RU", step="year", half_life=1)
    assert {row.period for row in decaying} == {"2022", "2023", "2024"}


def test_rows_can_be_cut_and_framed() -> None:
    every = KNOWN.ties()
    assert isinstance(every[:2], Ties)
    assert len(every[:2]) == 2
    frame = every.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == len(every)
    assert {"one", "other", "cooperation", "conflict", "tone", "denied"} <= set(frame.columns)
    assert frame["cooperation"].sum() == pytest.approx(sum(row.cooperation for row in every), 1e-3)


def test_statements_can_be_framed() -> None:
    frame = KNOWN.to_pandas()
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == len(KNOWN)


def test_a_missing_pandas_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="extra 'pandas'"):
        KNOWN.to_pandas()


def test_other_libraries_are_given_the_same_graph() -> None:
    whole = Graph(WORLD.statements)
    assert set(KNOWN.to_networkx().edges) == set(to_networkx(whole).edges)
    assert len(KNOWN.to_rdflib()) == len(to_rdflib(whole))


def test_a_notebook_is_given_html_that_is_escaped() -> None:
    evil = hostile()
    shown = (
        evil._repr_html_(),
        evil.ties()._repr_html_(),
        evil.compare("2022", "2023")._repr_html_(),
        evil.blocs()._repr_html_(),
        evil.report("RU")._repr_html_(),
        evil.standing()._repr_html_(),
        evil.claims()._repr_html_(),
        evil.stats()._repr_html_(),
    )
    for html in shown:
        assert html.startswith("<")
        assert "<script" not in html
        assert "<img" not in html
        assert "javascript:" not in html.replace(HOSTILE.split("[x]")[1][:14], "")


def test_a_prompt_is_given_lines_that_do_nothing() -> None:
    evil = hostile()
    for known in (evil, KNOWN):
        results = (
            *(known.ties(), known.compare("2022", "2023"), known.blocs()),
            *(known.standing(), known.claims(), known.stats()),
        )
        for shown in map(repr, results):
            assert " object at 0x" not in shown
            assert all(line.isprintable() for line in shown.split("\n"))
    assert "Russia – Ukraine" in repr(KNOWN.ties("RU", "UA"))
    assert "sanctions: United States → Russia" in repr(KNOWN.standing("RU"))
    assert repr(KNOWN.standing("RU")[:0]) == "[]"
    assert repr(KNOWN.as_of("1950").standing()) == "nothing"


def test_views_leave_the_graph_as_it_was() -> None:
    before = tuple(KNOWN.statements)
    KNOWN.as_of("2022-03")
    KNOWN.during("2022")
    assert tuple(KNOWN.statements) == before
    assert 0 < len(KNOWN.during("2023")) < len(KNOWN)
    assert repr(KNOWN) == f"KnowledgeGraph({len(KNOWN)} statements)"


def test_counts_add_up() -> None:
    known = KnowledgeGraph(DISPUTED.statements)
    stats = known.stats()
    assert stats.statements == len(known) == sum(stats.modalities.values())
    assert sum(stats.confidence.values()) == sum(stats.languages.values()) == stats.statements
    assert stats.contested == 1
    assert KnowledgeGraph([]).stats().first is None


def test_the_package_gives_it_and_loads_it_late() -> None:
    assert graph.KnowledgeGraph is KnowledgeGraph
    with pytest.raises(AttributeError, match="Nothing"):
        _ = graph.Nothing
    program = "import sys, graph; print('numpy' in sys.modules)"
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "False\n"
