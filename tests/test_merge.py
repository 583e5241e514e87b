"""Merging is a union, and ties are a view of it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.merge import merge, ties
from graph.model import Graph, Statement
from graph.network import to_networkx
from graph.relations import relations
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


@given(graphs)
def test_networkx_has_an_edge_for_each_tie(graph: Graph) -> None:
    """Both views are of one graph."""
    found = to_networkx(graph)
    edges = {(subject, relation, object_) for subject, object_, relation in found.edges(keys=True)}
    assert edges == {(tie.subject.id, tie.relation, tie.object.id) for tie in ties(graph)}
    counted = sum(data["statements"] for _, _, data in found.edges(data=True))
    assert counted == len(graph.statements)
