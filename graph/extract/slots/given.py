"""The arguments of one predicate, as a pattern that it may be the predicate of takes them."""

from collections.abc import Iterator

from graph.extract.frames.patterns import Pattern
from graph.extract.grammar.clauses import Argument, ArgumentRole, Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.slots.fitness import Fitness

#: What the subject of a judgement is to it.
_JUDGED: dict[ArgumentRole, ArgumentRole] = {"subject": "object"}


class Given:
    """Answers about one word."""

    def __init__(self, clauses: Clauses, word: Word, fitness: Fitness) -> None:
        """Look at a word of a sentence, and at which predicates it may be."""
        self._clauses, self._word, self._fitness = clauses, word, fitness
        self.behind = clauses.behind_particle(word)
        """What follows its particle, where that was parsed as a preposition."""
        self._known: dict[tuple[bool, bool], list[Argument]] = {}

    def of(self, pattern: Pattern) -> list[Argument]:
        """Return the arguments of the word in a pattern."""
        if self.behind:
            return [*self._phrasal(pattern), *self._own(pattern)]
        key = pattern.part == "verb", pattern.judging
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._own(pattern)
        return known

    def has_object(self, arguments: list[Argument]) -> bool:
        """Return whether there is an object, or a clause for one, that is no pronoun before it."""
        objects = [a.word for a in arguments if a.role in ("object", "infinitive", "clause")]
        if self._word.pos not in VERBS:  # "favourable to the deal"
            objects += [a.word for a in arguments if a.prep in self._clauses.table["dative"]]
        return any(word.pos != "PRON" or word.index > self._word.index for word in objects)

    def _phrasal(self, pattern: Pattern) -> Iterator[Argument]:
        """Yield the object of a phrasal verb whose particle was parsed as its preposition."""
        for word in self.behind:
            names = self._fitness.predicates(pattern)
            if any(name.lemma.endswith(f"_{word.prep}") for name in names):
                yield Argument("object", None, word)

    def _own(self, pattern: Pattern) -> list[Argument]:
        """Return the arguments of the word, but for those of its particle."""
        own = self._clauses.arguments(self._word, verbal=pattern.part == "verb")
        if pattern.judging:  # "A is guilty, says B": A is judged
            own = [each._replace(role=_JUDGED.get(each.role, each.role)) for each in own]
        return own
