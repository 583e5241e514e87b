"""In what somebody says something: "A accused B of lying in a letter to C" is A's letter."""

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import NOUNS, VERBS
from graph.extract.reference.reference import Reference


def is_scene(clauses: Clauses, noun: Word) -> bool:
    """Return whether a noun tells on what occasion a clause happens: "in talks", "in a letter"."""
    led = noun.prep in clauses.during or noun.prep in clauses.table["inside"]
    return led and noun.pos in NOUNS and noun.lemma in clauses.companions


def speakers(clauses: Clauses, reference: Reference, noun: Word) -> list[Word]:
    """Return who speaks in a call or letter, wherever in what he says the parser hung it.

    Args:
        clauses: The sentence.
        reference: Whom its words stand for.
        noun: What may be a call or a letter.
    """
    if noun.lemma not in clauses.spoken or not is_scene(clauses, noun):
        return []
    above = [verb for verb in clauses.tree.ancestors(noun) if verb.pos in VERBS]
    told = (verb for verb in above if reference.speech.claims(clauses, verb))
    verb = next(told, None)
    return clauses.agents_of(verb) if verb is not None else []
