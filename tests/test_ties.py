"""The tie index: its laws, and its values by the formula, worked out another way."""

import math
from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis import index as index_module
from graph.analysis.columns import columns_of, node_of
from graph.analysis.index import TieIndex, tie_index, tie_table
from graph.analysis.periods import name_of, period, step_of
from graph.analysis.resample import counts, seeds_of
from graph.analysis.tables import rows_of
from graph.errors import InputError, UnknownNameError
from graph.model import Evidence, Source, Statement
from graph.relations import relations
from graph.text import edtf
from tests.samples import FRANCE, IRAN, told

FRIENDLY = sorted(name for name, r in relations().items() if r.score and r.score > 0)
ONE, OTHER = "FR", "IR"

stories = st.builds(
    lambda article, relation, ends, date, confidence, sentence: Statement(
        *((FRANCE, relation, IRAN) if ends else (IRAN, relation, FRANCE)),
        Evidence(Source(article, "en", published="2014-03-04"), sentence, 0, 9, "en.x.1"),
        date,
        confidence=confidence,
    ),
    st.sampled_from("abcd"),
    st.sampled_from(["meets", "aids", "requests", "accuses", "attacks", "leads"]),
    st.booleans(),
    st.sampled_from(["2013", "2014-02", "2014-02-03", "2014-02-05", "2013-11/2014-01", None]),
    st.sampled_from([0.5, 0.9, 1.0]),
    st.sampled_from(["One.", "Two.", "Three.", "Four."]),
)
corpora = st.lists(stories, max_size=8)


def table(statements: list[Statement], **how: object) -> TieIndex:
    return tie_table(columns_of(statements), **how)  # type: ignore[arg-type]


def values(statements: list[Statement]) -> tuple[float, float]:
    """Return cooperation and conflict of the one pair."""
    found = table(statements, draws=0)
    return float(found.cooperation.sum()), float(found.conflict.sum())


@given(corpora, stories, st.sampled_from(FRIENDLY))
def test_adding_cooperation_never_lowers_it(
    known: list[Statement], more: Statement, relation: str
) -> None:
    """Nor does it touch conflict, whether it is told by an article that is known or a new one."""
    evidence = replace(more.evidence, sentence="A sentence of its own.")
    before = values(known)
    after = values([*known, replace(more, relation=relation, evidence=evidence)])
    assert after[0] >= before[0] - 1e-9
    assert after[1] == pytest.approx(before[1])


@given(corpora, st.randoms())
def test_the_order_of_articles_does_not_matter(known: list[Statement], chance: object) -> None:
    """The values are the same to the last bit, their errors too."""
    mixed = list(known)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    for step in ("month", "year"):
        one, other = (tie_index(columns_of(each), step=step) for each in (known, mixed))
        assert one.steps == other.steps
        for name in ("cooperation", "conflict", "weight", "cooperation_error", "articles"):
            assert np.array_equal(getattr(one, name), getattr(other, name))


@given(corpora)
def test_repetition_does_not_matter(known: list[Statement]) -> None:
    """A statement that is read twice counts once."""
    assert values(known + known) == values(known)


def says(each: Statement) -> tuple[object, ...]:
    return each.evidence.sentence, each.date, each.subject.id, each.relation, each.object.id


@given(corpora)
def test_it_is_what_the_formula_says(known: list[Statement]) -> None:
    """The sums of ``chance · score`` over events, worked out one by one."""
    first: dict[tuple[object, ...], str] = {}
    for each in known:
        article, said = each.evidence.source.article, says(each)
        first[said] = min(article, first.get(said, article))
    events: dict[tuple[object, ...], dict[str, float]] = defaultdict(dict)
    for each in known:
        relation, article = relations()[each.relation], each.evidence.source.article
        ends = (each.subject.id, each.object.id)
        if relation.score is None or article != first[says(each)]:
            continue
        key = (*(sorted(ends) if relation.symmetric else ends), each.relation)
        doubts = events[(*key, edtf.bounds(each.date or "2014-03-04"))]
        doubts[article] = min(doubts.get(article, 1.0), 1 - min(each.confidence, 1 - 1e-9))
    expected = [0.0, 0.0]
    for key, doubts in events.items():
        score = relations()[str(key[2])].score or 0.0
        expected[score < 0] += abs(score) * (1 - math.prod(doubts.values()))
    assert values(known) == pytest.approx(expected)


@given(corpora)
def test_the_steps_of_a_history_sum_up_to_its_whole(known: list[Statement]) -> None:
    """An event that may be of several months is shared out among them, and no part is lost."""
    for step in ("month", "quarter", "year"):
        found = tie_index(columns_of(known), step=step, draws=0)
        sums = float(found.cooperation.sum()), float(found.conflict.sum())
        assert sums == pytest.approx(values(known))


@given(corpora)
def test_both_directions_sum_up_to_the_pair(known: list[Statement]) -> None:
    """But for what goes both ways, which is of either."""
    both = [each for each in known if relations()[each.relation].symmetric]
    directed = table(known, directed=True, draws=0).cooperation.sum()
    assert directed == pytest.approx(values(known)[0] + table(both, draws=0).cooperation.sum())


@given(corpora)
def test_blocks_change_nothing(known: list[Statement]) -> None:
    """Memory is bounded by working on some pairs at a time."""
    whole = tie_index(columns_of(known), half_life=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_module, "_BLOCK", 1)
        parts = tie_index(columns_of(known), half_life=3)
    assert np.array_equal(whole.cooperation, parts.cooperation)
    assert np.array_equal(whole.conflict_error, parts.conflict_error)


def test_a_second_article_adds_certainty_and_no_event() -> None:
    one = told("2014-03-02", ONE, "aids", OTHER, date="2014-03-01", confidence=0.8)
    again = replace(one, evidence=replace(one.evidence, source=Source("x", "en"), sentence="So."))
    assert values([one])[0] == pytest.approx(10 * 0.8)
    assert values([one, again])[0] == pytest.approx(10 * 0.96)
    copy = replace(again, evidence=replace(again.evidence, sentence=one.evidence.sentence))
    source = Source("y", "en", published="2014-04-01")
    later = replace(copy, evidence=replace(copy.evidence, source=source))
    assert values([one, copy]) == values([one])
    assert table([one, again]).articles.tolist() == [[2]]
    assert table([one, copy, later]).articles.tolist() == [[1]]
    # One that quotes two others makes them no less independent.
    assert values([one, again, later]) == values([one, again])


def test_what_did_not_happen_is_apart() -> None:
    known = [
        told("2014-03-02", ONE, "meets", OTHER, date="2014-03-01", confidence=0.8),
        told("2014-03-02", ONE, "attacks", OTHER, modality="denied", date="2014-03"),
        told("2014-03-02", ONE, "sanctions", OTHER, modality="planned", date="2014-05"),
    ]
    (row,) = rows_of(table(known))
    assert row.cooperation == pytest.approx(2.0)
    assert row.conflict == 0
    assert row.others == (("planned", 1), ("denied", 1))
    (row,) = rows_of(table(known, during=period("2014-03")))
    assert row.others == (("denied", 1),)


def test_offices_and_what_happens_inside_a_state_are_no_ties() -> None:
    known = [
        told("2024-06-20", "vladimir-putin", "leads", "RU"),
        told("2024-06-20", "vladimir-putin", "criticizes", "RU"),
        told("2024-06-20", "RU", "memberOf", "nato"),
    ]
    assert len(rows_of(table(known))) == 0


def test_who_acts_for_a_state_is_that_state_and_an_armed_group_is_not() -> None:
    known = [told("2024-06-20", "vladimir-putin", "visits", "kim-jong-un", date="2024-06-19")]
    (row,) = rows_of(table(known))
    assert {row.one.country, row.other.country} == {"RU", "KP"}
    assert {row.one.kind, row.other.kind} == {"country"}
    group = replace(FRANCE, id="x:1", kind="group", country="YE")
    assert node_of(group) == group
    everyone = columns_of(known, by_actor=True)
    assert {node.kind for node in everyone.nodes} == {"person"}


def test_a_date_of_a_year_is_shared_out_by_days() -> None:
    (event,) = [told("2014-12-31", ONE, "aids", OTHER, date="2014", confidence=0.9)]
    found = tie_index(columns_of([event]), draws=0)
    assert found.steps == tuple(f"2014-{month:02}" for month in range(1, 13))
    assert found.cooperation[1, 0] == pytest.approx(9 * 28 / 365)
    part = table([event], during=period("2014-01/2014-06"), draws=0)
    assert part.cooperation[0, 0] == pytest.approx(9 * 181 / 365)


def test_what_has_no_date_counts_on_the_day_it_was_told_or_not_at_all() -> None:
    event = told("2014-03-02", ONE, "aids", OTHER)
    assert tie_index(columns_of([event])).steps == ("2014-03",)
    lost = replace(event.evidence, source=replace(event.evidence.source, published="lately"))
    undated = columns_of([replace(event, evidence=lost)])
    assert tie_index(undated).cooperation.sum() == 0
    assert tie_table(undated).cooperation.sum() == pytest.approx(10 * event.confidence)


def test_an_event_counts_half_after_its_half_life() -> None:
    event = told("2014-01-15", ONE, "aids", OTHER, date="2014-01-10", confidence=0.8)
    later = told("2014-07-15", OTHER, "attacks", ONE, date="2014-07-10", confidence=0.8)
    found = tie_index(columns_of([event, later]), half_life=6, draws=0)
    assert found.cooperation[[0, 6], 0] == pytest.approx([8.0, 4.0])
    window = tie_index(columns_of([event, later]), half_life=6, during=period("2014-06/2014-08"))
    assert window.steps == ("2014-06", "2014-07", "2014-08")
    assert window.cooperation[1, 0] == pytest.approx(4.0)
    at = tie_table(columns_of([event, later]), during=period("2014-07"), half_life=6)
    assert at.cooperation[0, 0] == pytest.approx(4.0)
    assert at.conflict[0, 0] == pytest.approx(7.2)


def test_the_error_is_that_of_counts_of_articles() -> None:
    """Of events each told once, the number drawn is a Poisson variable cut to 0 and 1."""
    known = [
        told(f"2014-03-{day:02}", ONE, "aids", OTHER, date=f"2014-03-{day:02}", confidence=0.999999)
        for day in range(1, 31)
    ]
    taken = 1 - math.exp(-1)
    expected = 10 * math.sqrt(30 * taken * (1 - taken))
    found = table(known, draws=2000)
    assert float(found.cooperation_error[0, 0]) == pytest.approx(expected, rel=0.05)
    assert table(known, draws=0).cooperation_error.sum() == 0


def test_draws_are_poisson_and_depend_on_the_article_alone() -> None:
    seeds = seeds_of([f"article {number}" for number in range(2000)])
    drawn = np.array(list(counts(seeds, 40)))
    assert drawn.mean() == pytest.approx(1.0, abs=0.02)
    assert drawn.var() == pytest.approx(1.0, abs=0.03)
    assert (drawn == 0).mean() == pytest.approx(math.exp(-1), abs=0.01)
    alone = np.array(list(counts(seeds[7:8], 40)))
    assert np.array_equal(alone[:, 0], drawn[:, 7])
    lagged = np.corrcoef(drawn[:-1].ravel(), drawn[1:].ravel())[0, 1]
    assert abs(lagged) < 0.02


def test_steps_have_names_and_edges() -> None:
    for day, names in (
        ("2014-03-31", ("2014-03", "2014-Q1", "2014")),
        ("0987-12-01", ("0987-12",)),
    ):
        number = period(day).first
        for step, name in zip(("month", "quarter", "year"), names, strict=False):
            assert name_of(step_of(number, step), step) == name
    with pytest.raises(UnknownNameError):
        step_of(0, "week")


@pytest.mark.parametrize("text", ["", "soon", "2014-3", "2014-13", "2015/2014", "2014-02-30"])
def test_what_is_no_period_is_said_to_be_none(text: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        period(text)


def test_an_index_that_does_not_fit_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [
        told("2014-03-02", ONE, "aids", OTHER, date="0800"),
        told("2014-03-02", "US", "aids", "IQ"),
    ]
    monkeypatch.setattr(index_module, "_MOST", 1000)
    with pytest.raises(InputError, match="Name a shorter period"):
        tie_index(columns_of(known))


def test_nothing_gives_nothing() -> None:
    for found in (tie_index(columns_of([])), table([]), table([], during=period("2014"))):
        assert found.cooperation.sum() == 0
        assert len(rows_of(found)) == 0


def test_columns_do_not_depend_on_the_order() -> None:
    known = [told("2014-03-02", ONE, "aids", OTHER), told("2013-03-02", "US", "meets", "IQ")]
    one, other = columns_of(known), columns_of(reversed(known))
    assert (one.nodes, one.articles, one.publishers) == (
        other.nodes,
        other.articles,
        other.publishers,
    )
    assert len(one) == 2
