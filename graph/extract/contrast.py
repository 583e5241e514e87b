"""Who does what another does not: "unlike A and B, C has not recognised D"."""

from collections.abc import Iterator, Set
from dataclasses import replace

from graph.extract.frames.match import Match
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import Word
from graph.extract.reference.reference import Reference
from graph.model import Actor, Statement
from graph.traits import allowed, is_unpolitic

#: Roles of whoever stands behind such a word, which may be an adverb to the parser.
_BEHIND = ("oblique", "other", "indirect", "object")


def contrasted(
    match: Match,
    statement: Statement,
    clauses: Clauses,
    reference: Reference,
    civil: Set[str],
) -> Iterator[Statement]:
    """Yield the same of those who are told apart from whoever is denied to do something.

    Args:
        match: What the statement was read from.
        statement: One that a sentence gives.
        clauses: Those of the sentence.
        reference: Whom its words stand for.
        civil: IRIs of charities and the like.
    """
    if statement.modality != "denied":
        return
    for word in _apart(match.predicate, clauses):
        for actor in reference.actors(word, dig=False):
            if _may(statement, actor, civil):
                yield replace(statement, subject=actor, modality="actual", date=None)


def _may(statement: Statement, actor: Actor, civil: Set[str]) -> bool:
    """Whether somebody may do what a statement says, to somebody who is not of his own state."""
    relation, other = statement.relation, statement.object
    apart = actor.id not in (statement.subject.id, other.id)
    apart = apart and (actor.country is None or actor.country != other.country)
    return apart and allowed(relation, actor, other) and not is_unpolitic(relation, civil, actor)


def _apart(predicate: Word, clauses: Clauses) -> Iterator[Word]:
    contrasting, tree = clauses.table["contrasting"], clauses.tree
    for kid in tree.children(predicate):
        if kid.prep in contrasting:
            yield kid
        elif kid.lemma in contrasting:
            yield from tree.children(kid, *_BEHIND)
