"""Blocs, balance and brokers, on graphs where they are known."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis import KnowledgeGraph
from graph.analysis.balance import balance
from graph.analysis.blocs import Blocs, blocs
from graph.analysis.brokers import mediations, places
from graph.analysis.camps import Camps
from graph.analysis.columns import columns_of
from graph.analysis.corroborate import contested, supports
from graph.analysis.index import tie_table
from graph.analysis.signed import part_of, signed_graph
from graph.merge import independent
from graph.model import Graph
from tests.samples import DISPUTED, WORLD, told
from tests.strategies import graphs

Signed = dict[tuple[str, str], int]

pairs = list(combinations("abcdef", 2))
signed_graphs = st.dictionaries(st.sampled_from(pairs), st.sampled_from([-1, 1]))


def graph_of(signs: Signed, weight: float = 1.0) -> "nx.Graph[str]":
    found: nx.Graph[str] = nx.Graph()
    for (one, other), sign in signs.items():
        found.add_node(one, label=one)
        found.add_node(other, label=other)
        found.add_edge(one, other, sign=sign, weight=weight, tone=5.0 * sign, articles=1)
    return found


CAMPS: Signed = {
    **dict.fromkeys(combinations("abc", 2), 1),
    **dict.fromkeys(combinations("def", 2), 1),
    **{(one, other): -1 for one in "abc" for other in "def"},
}


def test_two_camps_are_two_blocs_in_balance() -> None:
    graph = graph_of(CAMPS)
    found = blocs(graph)
    assert found.members == (("a", "b", "c"), ("d", "e", "f"))
    assert found.against == ()
    assert balance(graph).balanced == 1.0
    assert balance(graph).strains == ()


def test_one_bloc_has_no_minus_nothing() -> None:
    """What is a rounding error below zero is shown and recorded as zero."""
    graph = graph_of({})
    found = Camps(graph, Blocs((), -1e-17, ()), balance(graph), (), ())
    assert "modularity 0.00" in repr(found)
    assert str(found.record()["modularity"]) == "0.0"


def test_a_defector_is_named() -> None:
    graph = graph_of({**CAMPS, ("a", "b"): -1})
    found = blocs(graph)
    assert found.against == (("a", "b"),)
    first = balance(graph).strains[0]
    assert (first.one, first.other, first.sign, first.mends, first.breaks) == ("a", "b", -1, 4, 0)


def test_a_friend_of_two_foes_is_named_first() -> None:
    found = balance(graph_of({("a", "b"): 1, ("b", "c"): 1, ("a", "c"): -1}))
    assert found.unbalanced == (("b", "a", "c"),)
    assert {(each.one, each.other) for each in found.strains} == {
        ("a", "b"),
        ("b", "c"),
        ("a", "c"),
    }


@given(signed_graphs)
def test_triads_are_counted_as_by_hand(signs: Signed) -> None:
    """All threes that are tied, by the number of their hostile ties."""
    counts = [0] * 4
    for triad in combinations("abcdef", 3):
        found = [signs.get(pair) for pair in combinations(triad, 2)]
        if None not in found:
            counts[found.count(-1)] += 1
    assert list(balance(graph_of(signs)).triads.values()) == counts


@given(signed_graphs)
def test_a_flip_mends_what_is_said_of_it(signs: Signed) -> None:
    """Turning the tie changes the number of unbalanced triads by just so much."""

    def unbalanced(graph: "nx.Graph[str]") -> int:
        triads = balance(graph).triads
        return triads["++-"] + triads["---"]

    before = unbalanced(graph_of(signs))
    for strain in balance(graph_of(signs)).strains:
        pair = (strain.one, strain.other)
        after = unbalanced(graph_of({**signs, pair: -signs[pair]}))
        assert before - after == strain.mends - strain.breaks > 0


@given(signed_graphs)
def test_blocs_divide_the_actors_and_hold_together_by_friendship(signs: Signed) -> None:
    """Everybody is in one bloc, and reaches all others in it over friends of the bloc."""
    graph = graph_of(signs)
    found = blocs(graph)
    assert sorted(node for group in found.members for node in group) == sorted(graph)
    friends = part_of(graph, 1)
    assert all(nx.is_connected(friends.subgraph(group)) for group in found.members)
    assert -1 <= found.modularity <= 1


@given(signed_graphs, st.randoms())
def test_the_order_of_ties_does_not_matter(signs: Signed, chance: object) -> None:
    """Blocs and balance depend on the graph alone."""
    items = list(signs.items())
    chance.shuffle(items)  # type: ignore[attr-defined]
    one, other = graph_of(signs), graph_of(dict(items))
    assert blocs(one) == blocs(other)
    assert balance(one) == balance(other)


def test_a_broker_joins_two_blocs() -> None:
    signs = {**dict.fromkeys(combinations("abc", 2), 1), **dict.fromkeys(combinations("def", 2), 1)}
    graph = graph_of({**signs, ("c", "d"): 1})
    home = {node: number for number, group in enumerate(blocs(graph).members) for node in group}
    found = {place.id: place for place in places(graph, home)}
    assert found["c"].across == found["d"].across == 2
    assert found["a"].brokers == 0
    assert max(found.values(), key=lambda place: place.betweenness).id in "cd"


@given(signed_graphs)
def test_constraint_is_that_of_networkx(signs: Signed) -> None:
    """Which is slow, but known."""
    graph = graph_of(signs)
    friends = part_of(graph, 1)
    expected = nx.constraint(friends, weight="weight")
    for place in places(graph, dict.fromkeys(graph, 0)):
        if place.constraint is None:
            assert friends.degree(place.id) == 0
        else:
            assert place.constraint == pytest.approx(expected[place.id])


def test_the_signed_graph_is_of_pairs_that_lean() -> None:
    known = [
        told("2014-03-02", "FR", "aids", "ML"),
        told("2014-03-02", "RU", "attacks", "UA"),
        told("2014-03-02", "US", "requests", "IQ"),
    ]
    graph = signed_graph(tie_table(columns_of(known), draws=0))
    assert sorted(data["sign"] for *_, data in graph.edges(data=True)) == [-1, 1]
    assert len(graph) == 4


def test_mediators_are_those_of_whom_it_is_said() -> None:
    (found,) = mediations(WORLD.statements)
    assert found.mediator.country == "TR"
    assert {party.country for party in found.parties} == {"RU", "UA"}
    assert found.articles == 1


@given(graphs)
def test_any_graph_has_its_blocs(graph: Graph) -> None:
    """And a record of them, from none to all."""
    record = KnowledgeGraph(graph.statements).blocs().record()
    assert set(record) >= {"blocs", "balanced", "flips", "places", "mediators"}


def test_copies_are_no_independent_articles() -> None:
    one = told("2022-02-25", "RU", "attacks", "UA", date="2022-02-24")
    copy = told("2022-02-26", "RU", "attacks", "UA", date="2022-02-24")
    own = told("2022-02-27", "RU", "attacks", "UA", date="2022-02")
    assert independent([one]) == independent([one, copy]) == 1
    assert independent([one, copy, own]) == 2


def test_what_one_says_and_another_denies_is_contested() -> None:
    (found,) = contested(DISPUTED.statements)
    assert (found.tie.subject.country, found.tie.relation) == ("RU", "attacks")
    assert found.articles == 1
    assert found.sources == 1
    (denied,) = supports([told("2022-02-25", "RU", "attacks", "UA", modality="denied")])
    assert denied.articles == 0


@pytest.mark.parametrize("least", [1, 2])
def test_claims_are_told_by_so_many(least: int) -> None:
    found = KnowledgeGraph(WORLD.statements).claims(least=least)
    assert all(each.articles >= least for each in found)
    assert found == [each for each in supports(WORLD.statements) if each.articles >= least]
