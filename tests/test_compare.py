"""What changed is found, and nothing else."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis import KnowledgeGraph
from graph.analysis.compare import KINDS
from graph.model import Graph
from tests.histories import History, Pair, history
from tests.samples import WORLD
from tests.strategies import graphs

SEEDS = range(4)


@pytest.fixture(scope="module", params=SEEDS)
def known(request: pytest.FixtureRequest) -> History:
    return history(request.param)


def found(known: History, *kinds: str, sure: bool = False) -> set[Pair]:
    changes = KnowledgeGraph(known.statements).compare("2013", "2014")
    return {
        (min(each.one.id, each.other.id), max(each.one.id, each.other.id))
        for each in changes
        if each.kind in kinds and (each.sure or not sure)
    }


def test_the_known_flips_are_found_and_no_others(known: History) -> None:
    flips = known.of("fell out", "made up")
    assert len(flips) == 8
    assert found(known, "flipped") == flips
    assert len(found(known, "flipped", sure=True)) >= 7


def test_the_known_new_and_gone_ties_are_found_and_no_others(known: History) -> None:
    assert found(known, "new") == known.of("new")
    assert found(known, "gone") == known.of("gone")


def test_the_known_changes_of_degree_are_found_and_hardly_another_is_sure(known: History) -> None:
    for kind in ("warmed", "cooled"):
        assert known.of(kind) <= found(known, kind)
        chance = found(known, kind, sure=True) - known.of(kind)
        assert len(chance) <= 0.02 * len(known.of("friends", "foes"))


def test_nothing_changed_between_a_period_and_itself(known: History) -> None:
    assert list(KnowledgeGraph(known.statements).compare("2013", "2013")) == []


def test_more_articles_are_no_change(known: History) -> None:
    """Each event told by two more articles: what is steady is not new, gone or flipped."""
    more = [
        replace(each, evidence=replace(each.evidence, source=source, sentence=str(source)))
        for each in known.statements
        for number in range(3)
        for source in [replace(each.evidence.source, article=f"{each.id}-{number}")]
    ]
    assert list(KnowledgeGraph(more).compare(KnowledgeGraph(known.statements))) == []


def test_no_tie_is_surely_gone_where_hardly_anything_was_read() -> None:
    """All articles of one year but a few are lost: no news, only less of it."""
    told = history(3).statements
    few = [each for each in told if each.date and each.date < "2013-01-10"]
    changes = KnowledgeGraph(few).compare(KnowledgeGraph(told))
    gone = [each for each in changes if each.kind == "gone"]
    assert gone
    assert not any(each.sure for each in gone)


def test_a_change_comes_with_the_evidence_of_both_sides(known: History) -> None:
    changes = KnowledgeGraph(known.statements).compare("2013", "2014")
    assert {"new", "gone"} & {change.kind for change in changes}
    for change in changes:
        before, after = changes.sides(change)
        assert bool(before) == (change.kind != "new")
        assert bool(after) == (change.kind != "gone")
        assert {each.date[:4] for each in before if each.date} <= {"2013"}
        assert {each.date[:4] for each in after if each.date} <= {"2014"}
        ends = {change.one.id, change.other.id}
        assert all({each.subject.id, each.object.id} == ends for each in before + after)


def test_the_order_of_statements_does_not_matter() -> None:
    told = list(history(2).statements)
    first = list(KnowledgeGraph(told).compare("2013", "2014").records())
    random.Random(5).shuffle(told)  # noqa: S311 - it need not be secret
    assert list(KnowledgeGraph(told).compare("2013", "2014").records()) == first


def test_changes_are_ranked_by_kind_then_sure_ones_first(known: History) -> None:
    changes = list(KnowledgeGraph(known.statements).compare("2013", "2014"))
    order = [(KINDS.index(each.kind), not each.sure) for each in changes]
    assert order == sorted(order)


@given(graphs, graphs)
def test_new_one_way_is_gone_the_other(a: Graph, b: Graph) -> None:
    """Comparing the other way round turns each change into its contrary."""
    one, other = KnowledgeGraph(a.statements), KnowledgeGraph(b.statements)
    contrary = {"new": "gone", "gone": "new", "warmed": "cooled", "cooled": "warmed"}
    there = {(each.one.id, each.other.id, each.kind) for each in other.compare(one, draws=5)}
    back = {(each.one.id, each.other.id, each.kind) for each in one.compare(other, draws=5)}
    turned = {(one_, other_, contrary.get(kind, kind)) for one_, other_, kind in back}
    assert there == turned


@given(st.sampled_from(["2022", "2023", "2024"]), st.sampled_from(["2022", "2023", "2024"]))
def test_periods_of_a_small_world(before: str, after: str) -> None:
    """Every change has a side, a certainty and evidence."""
    changes = KnowledgeGraph(WORLD.statements).compare(before, after, draws=20)
    for change in changes:
        assert 0 <= change.certainty <= 1
        assert changes.evidence(change)
