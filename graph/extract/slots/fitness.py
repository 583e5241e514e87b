"""Whether a word may be the predicate of a pattern, whatever stands beside it."""

from graph.extract.frames.patterns import Noun, Pattern
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.slots.candidates import Candidates


def parts_of(clauses: Clauses, word: Word) -> tuple[str, ...]:
    """Return what a word of a sentence may be: a verb, a noun, an adjective."""
    verbal = word.pos in VERBS
    # Parsers take some finite verbs for adverbs, names or adjectives.
    odd = word.pos in ("ADV", "PROPN", "ADJ") and word.mention is None
    stated = not verbal
    if "VerbForm=Part" in word.features:
        # "is opposed to", not "has received"
        perfect = clauses.tree.children(word, "auxiliary")
        stated = not perfect or clauses.is_passive(word)
    verb = ("verb",) if verbal or odd else ()
    noun = () if verbal else ("noun",)
    return verb + noun + (("adjective",) if stated else ())


class Fitness:
    """Answers about one word."""

    def __init__(self, clauses: Clauses, candidates: Candidates, word: Word) -> None:
        """Look at a word of a sentence."""
        self._candidates, self._word = candidates, word
        self._names = clauses.lemmas(word)

    def predicates(self, pattern: Pattern) -> list[Noun]:
        """Return the predicates of a pattern that the word is."""
        listed = pattern.by_lemma
        return [noun for name in sorted(self._names) if name in listed for noun in listed[name]]

    def is_modified(self, pattern: Pattern) -> bool:
        """Return whether the word has a modifier that a pattern asks for."""
        names = self.predicates(pattern)
        return any(self._candidates.modified(self._word, name.modifier) for name in names)

    def is_narrow(self, pattern: Pattern) -> bool:
        """Return whether a pattern lists the word only with its modifier, or with its particle."""
        listed = self.predicates(pattern) if pattern.narrowing else []
        return bool(listed) and all(noun.modifier or "_" in noun.lemma for noun in listed)
