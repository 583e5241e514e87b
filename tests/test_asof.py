"""What was so at a date: precision is honoured, and later dates only add."""

import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis import KnowledgeGraph
from graph.analysis.asof import Known, known
from graph.analysis.periods import period
from graph.analysis.standing import PATH, Standing, standing, states
from graph.errors import DataFileError, InputError
from graph.model import Graph, Statement
from tests.samples import MEETS, WORLD, told
from tests.strategies import graphs

dates = st.sampled_from(["2022", "2023-09", "2023-10", "2023-10-12", "2023-10-13", "2024", "1950"])


@pytest.mark.parametrize(
    ("date", "at", "expected"),
    [
        ("2014-03-18", "2014-03", "sure"),
        ("2014-03-18", "2014-03-18", "sure"),
        ("2014-03-18", "2014-03-17", "no"),
        ("2014-03", "2014-03", "sure"),
        ("2014-03", "2014-03-15", "maybe"),
        ("2014", "2014-03", "maybe"),
        ("2014", "2014", "sure"),
        ("2014", "2013", "no"),
        ("1948/2023", "1947-12-31", "no"),
        ("1948/2023", "1948-06", "maybe"),
        ("1948/2023", "1949", "sure"),
        ("1948/2023", "2030", "sure"),
    ],
)
def test_the_precision_of_a_date_decides(date: str, at: str, expected: str) -> None:
    assert known(replace(MEETS, date=date), period(at)) is Known(expected)


def test_what_has_no_date_had_come_about_when_it_was_told() -> None:
    undated = replace(MEETS, date=None)
    assert known(undated, period("2023-10-12")) is Known.NO
    assert known(undated, period("2023-10-13")) is Known.SURE
    source = replace(MEETS.evidence.source, published="lately")
    lost = replace(undated, evidence=replace(MEETS.evidence, source=source))
    assert known(lost, period("9999")) is Known.NO


@given(graphs, dates, dates)
def test_a_later_date_only_adds(graph: Graph, one: str, other: str) -> None:
    """What had come about stays so."""
    first, later = sorted((one, other), key=lambda each: period(each).last)
    whole = KnowledgeGraph(graph.statements)
    for maybe in (False, True):
        assert set(whole.as_of(first, maybe=maybe)) <= set(whole.as_of(later, maybe=maybe))
    assert set(whole.as_of(first)) <= set(whole.as_of(first, maybe=True)) <= graph.statements


@given(graphs, dates, dates)
def test_as_of_twice_is_as_of_the_earlier(graph: Graph, one: str, other: str) -> None:
    """Views of views are views."""
    first, later = sorted((one, other), key=lambda each: period(each).last)
    whole = KnowledgeGraph(graph.statements)
    assert set(whole.as_of(later).as_of(first)) == set(whole.as_of(first))


def test_ties_as_of_a_date_have_decayed_to_it() -> None:
    event = told("2014-03-19", "RU", "occupies", "UA", date="2014-03-18", confidence=0.8)
    whole = KnowledgeGraph([event])
    assert len(whole.as_of("2014-02").ties()) == 0
    for at, left in (("2014-03", 1.0), ("2015-03", 0.5), ("2016-03", 0.25)):
        (row,) = whole.as_of(at).ties()
        assert row.conflict == pytest.approx(7 * 0.8 * left)
        assert row.period == at


def stands(*statements: Statement) -> list[tuple[str, str, str]]:
    return [
        (each.state.name, each.subject.country or "", each.object.country or "")
        for each in standing(statements)
    ]


def test_what_began_stands_until_it_is_ended() -> None:
    broke = told("2016-01-04", "SA", "seversRelationsWith", "IR", date="2016-01-03")
    mended = told("2023-03-11", "IR", "establishesRelationsWith", "SA", date="2023-03-10")
    assert stands(broke) == [("relations-severed", "IR", "SA")]
    both = stands(broke, mended)
    assert ("diplomatic-relations", "IR", "SA") in both
    assert "relations-severed" not in {name for name, *_ in both}
    again = replace(broke, date="2024-05-01")
    assert ("relations-severed", "IR", "SA") in stands(mended, broke, again)


def test_sanctions_stand_one_way_and_are_eased_by_who_imposed_them() -> None:
    imposed = told("2014-03-18", "US", "sanctions", "RU", date="2014-03-17")
    other = told("2015-01-02", "EU", "easesSanctionsOn", "RU", date="2015-01-01")
    eased = told("2016-01-02", "US", "easesSanctionsOn", "RU", date="2016-01-01")
    assert stands(imposed, other) == [("sanctions", "US", "RU")]
    assert stands(imposed, other, eased) == []


def test_only_what_happened_stands_and_people_hold_their_offices() -> None:
    planned = told("2022-04-02", "DE", "sanctions", "RU", modality="planned")
    leads = told("2023-09-14", "vladimir-putin", "leads", "RU")
    (found,) = standing([planned, leads])
    assert (found.state.name, found.subject.kind, found.object.country) == (
        "leader",
        "person",
        "RU",
    )
    assert found.told.isoformat() == "2023-09-14"


@given(graphs)
def test_what_stands_has_its_reasons(graph: Graph) -> None:
    """Each state is told by statements that begin it, and the order of these does not matter."""
    found = standing(graph.statements)
    assert found == standing(sorted(graph.statements, key=lambda each: each.id, reverse=True))
    for each in found:
        assert each.since <= each.told
        assert {told.relation for told in each.statements} <= each.state.begins
        assert isinstance(each, Standing)


def test_the_table_names_relations_that_exist(tmp_path: pytest.TempPathFactory) -> None:
    rows = [line for line in PATH.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert len(states()) == len(list(csv.DictReader(rows)))
    broken = tmp_path / "standing.csv"  # type: ignore[operator]
    broken.write_text(PATH.read_text(encoding="utf-8").replace("leads", "rules"), encoding="utf-8")
    with pytest.raises(DataFileError, match="rules"):
        states(broken)


def test_a_date_that_is_none_is_said_to_be_none() -> None:
    with pytest.raises(InputError, match="is no date"):
        KnowledgeGraph(WORLD.statements).as_of("March 2014")


@pytest.mark.parametrize("date", ["2023", "2023-10", "2023-10-12"])
def test_a_state_is_told_as_exactly_as_its_date_is(date: str) -> None:
    (found,) = standing([told("2024-01-02", "FR", "recognizes", "ML", date=date)])
    assert found.days == (date, date)
    (line,) = repr(KnowledgeGraph(found.statements).standing()).splitlines()
    assert line.endswith(f"(told {date})")
