"""Merging is a union, and ties are a view of it."""

from dataclasses import replace
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from graph.merge import Key, independent, merge, ties
from graph.model import Graph, Statement
from graph.network import to_networkx
from graph.relations import relations
from graph.summary import Summary, summarise
from graph.summary import merge as merge_summaries
from tests.strategies import graphs, statements


@given(graphs, graphs)
def test_order_does_not_matter(a: Graph, b: Graph) -> None:
    """Merging is commutative."""
    assert merge(a, b) == merge(b, a)


@given(graphs, graphs, graphs)
def test_grouping_does_not_matter(a: Graph, b: Graph, c: Graph) -> None:
    """Merging is associative."""
    assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)


@given(graphs)
def test_repetition_does_not_matter(a: Graph) -> None:
    """Merging is idempotent, and the empty graph is its identity."""
    assert merge(a, a) == merge(a, Graph()) == merge(a) == a


@given(st.lists(statements), st.lists(statements))
def test_a_run_may_be_split(first: list[Statement], second: list[Statement]) -> None:
    """Two runs that are merged equal one run, ties and all."""
    whole = Graph.of(first + second)
    assert merge(Graph.of(first), Graph.of(second)) == whole
    assert ties(merge(Graph.of(second), Graph.of(first))) == ties(whole)


@given(graphs)
def test_ties_hold_every_statement_once(graph: Graph) -> None:
    """Nothing is lost and nothing doubled between statements and ties."""
    found = [statement for tie in ties(graph) for statement in tie.statements]
    assert len(found) == len(graph.statements)
    assert set(found) == graph.statements


@given(statements)
def test_a_symmetric_relation_is_one_tie(statement: Statement) -> None:
    """If A meets B then B meets A, and the graph shows that once."""
    turned = replace(statement, subject=statement.object, object=statement.subject)
    found = ties(Graph.of([statement, turned]))
    same = statement.subject.id == statement.object.id
    assert len(found) == (1 if relations()[statement.relation].symmetric or same else 2)


def counted(graph: Graph) -> dict[Key, Summary]:
    return dict(summarise(graph.statements))


@given(graphs, graphs, graphs)
def test_summaries_are_put_together_in_any_way(a: Graph, b: Graph, c: Graph) -> None:
    """Associative, commutative, idempotent; and what parts give is what the whole gives."""
    parts = [counted(graph) for graph in (a, b, c)]
    for key, whole in counted(merge(a, b, c)).items():
        found = [part[key] for part in parts if key in part]
        one = reduce(merge_summaries, found)
        assert one == reduce(merge_summaries, [*found[::-1], found[0]]) == whole
        assert merge_summaries(found[0], reduce(merge_summaries, found)) == whole


@given(graphs)
def test_a_summary_counts_what_a_tie_holds(graph: Graph) -> None:
    found = counted(graph)
    for tie in ties(graph):
        own = found[tie.subject.id, tie.relation, tie.object.id]
        assert own.independent == independent(tie.statements)
        assert own.statements.keys() == {int(each.id, 16) for each in tie.statements}


@given(graphs)
def test_networkx_has_an_edge_for_each_tie(graph: Graph) -> None:
    """Both views are of one graph."""
    found = to_networkx(graph)
    edges = {(subject, relation, object_) for subject, object_, relation in found.edges(keys=True)}
    assert edges == {(tie.subject.id, tie.relation, tie.object.id) for tie in ties(graph)}
    counted = sum(data["statements"] for _, _, data in found.edges(data=True))
    assert counted == len({statement.id for statement in graph.statements})
