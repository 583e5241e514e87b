"""What a sentence has of all that patterns ask for."""

from graph.extract.frames.asked import Asked, Held, Wanted
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import NO_VERB
from graph.extract.slots.candidates import Candidates


def held(clauses: Clauses, candidates: Candidates, wanted: Wanted, *, every: bool = False) -> Held:
    """Return what is asked for that a sentence has the words of.

    Args:
        clauses: The sentence.
        candidates: What its words may be.
        wanted: What patterns ask for.
        every: Whether to take all prepositions for there, so that slots tell which they lack.
    """
    words = clauses.tree.words
    may_be = [n for w, n in zip(words, clauses.names, strict=True) if w.pos not in NO_VERB]
    names = frozenset().union(*may_be)
    told = [word for word in words if word.role == "complement" and word.pos not in NO_VERB]
    duty = clauses.may_oblige(names) or any(map(clauses.is_wished, told))
    introducing = wanted.prepositions if every else _introducing(clauses)
    nouns, verbs = wanted.nouns(candidates.all_forms()), wanted.verbs(names, duty=duty)
    return frozenset[Asked | str]().union(introducing, *nouns, *verbs)


def _introducing(clauses: Clauses) -> set[str]:
    """Return the prepositions that introduce something, be it by another construction.

    Participles do ("raids targeting A"), what is given needs none ("gave A arms"), and whoever
    acts along with the subject stands for the other side.
    """
    words, table = clauses.tree.words, clauses.table
    found = clauses.tree.spoken.union(table["genitive"])
    bare = [word for word in words if word.role in ("oblique", "indirect")]
    if any(word.role == "indirect" or not word.prep for word in bare):
        found.update(table["dative"])
    if not found.isdisjoint(table["company"]) or not found.isdisjoint(table["accompanying"]):
        found.update(table["partner"])
    for place, prepositions in table["relative_place"].items():
        found.update(prepositions if place in found else ())
    return found
