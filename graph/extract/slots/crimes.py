"""Crimes that people commit for nobody: "arrested a Romanian for burglary" is no affair of Romania.

Whoever serves a state is none of them: a minister held for smuggling is his state's affair.
"""

from collections.abc import Iterator

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import Word
from graph.extract.reference.reference import Reference

#: What belongs to no clause but its own.
_APART = ("conjunct", "parataxis", "adverbial", "complement")

#: How whoever serves a state is named: "the Venezuelan general".
_SERVING = "title"

#: What says of whoever opens a clause what he is held for, or what is done to him.
_PARTICIPLE = "VerbForm=Part"


class Crimes:
    """Answers about one predicate."""

    def __init__(self, clauses: Clauses, reference: Reference, word: Word) -> None:
        """Look at a word of a sentence."""
        self._tree, self._reference, self._word = clauses.tree, reference, word
        self._crimes = reference.crimes

    def is_common(self, held: Word | None) -> bool:
        """Return whether somebody is dealt with for such a crime.

        Args:
            held: The word for him, if one is known.
        """
        mention = self._reference.mention(held) if held is not None else None
        if mention is not None and mention.how == _SERVING:
            return False
        return any(
            word.mention is None and not self._crimes.isdisjoint((word.lemma, word.text))
            for word in self._clause(self._word)
        )

    def _clause(self, word: Word) -> Iterator[Word]:
        """Yield a word and what belongs to its clause."""
        yield word
        for kid in self._tree.children(word):
            if kid.role not in _APART or _PARTICIPLE in kid.features:
                yield from self._clause(kid)
