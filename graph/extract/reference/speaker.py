"""Find who speaks in a sentence: for those who say "we" in it, and for what is said in a few words.

"« Une erreur historique », a tranché Moscou", "c'est « inacceptable », selon Paris": a noun or an
adjective alone is what somebody says, and so judges what the text tells of.
"""

from collections.abc import Collection

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS, VERBS

#: How parsers hang what is said from the verb that says so, before it and behind it.
_BEFORE = (*SUBJECTS, "adverbial", "complement", "parataxis", "object", "attribute", "oblique")
_BEHIND = ("complement", "parataxis")


def speaker(tree: Tree, word: Word, verbs: Collection[str]) -> Word | None:
    """Return the word for whoever says what a word is part of, or None.

    Args:
        tree: The sentence.
        word: A pronoun of the first person.
        verbs: Lemmas of verbs that report what somebody says.
    """
    own = next((above for above in tree.ancestors(word) if above.pos in VERBS), None)
    said = [verb for verb in tree.words if verb.lemma in verbs and verb.pos == "VERB"]
    said = [verb for verb in said if verb is not own]  # "we maintain our support", A said
    for verb in sorted(said, key=lambda item: abs(item.index - word.index)):
        if (found := _subject(tree, verb, word)) is not None:
            return found
    return None


def teller(clauses: Clauses, word: Word, verbs: Collection[str]) -> Word | None:
    """Return whoever says a few words of which one is all there is, or the predicate, or None.

    Args:
        clauses: The sentence.
        word: A noun, adjective or participle.
        verbs: Lemmas of verbs that may stand beside a quotation.
    """
    tree, table = clauses.tree, clauses.table
    cited = [kid for kid in tree.children(word, "oblique") if kid.prep in table["source"]]
    behind = [kid for kid in cited if kid.mention is not None]
    verb = _telling(clauses, word, verbs)
    found = _subject(tree, verb, word) if verb is not None else None
    return found or next(iter(behind), None)


def _telling(clauses: Clauses, word: Word, verbs: Collection[str]) -> Word | None:
    """Return the verb that says so of what a word is the head of."""
    above = clauses.tree.head(word)
    kids = clauses.tree.children(word, "parataxis")
    if above is not None and _is_told(word, above):
        kids = [above, *kids]
    return next((v for v in kids if v.pos in VERBS and clauses.lemmas(v) & set(verbs)), None)


def _is_told(word: Word, verb: Word) -> bool:
    return word.role in (_BEFORE if word.index < verb.index else _BEHIND)


def _subject(tree: Tree, verb: Word, said: Word) -> Word | None:
    """Return the subject of a verb of saying, also where it was taken for its object behind it."""
    subjects = [kid for kid in tree.children(verb, *SUBJECTS) if kid is not said]
    # Parsers take the subject behind its verb for an object: "says the minister".
    behind = [kid for kid in tree.children(verb, "object", "conjunct") if kid.mention is not None]
    kids = (*subjects, *(kid for kid in behind if kid.index > verb.index))
    return next((kid for kid in kids if kid.text != said.text), None)
