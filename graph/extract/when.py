"""When it happens: which of a sentence's dates belongs to which predicate."""

from graph.extract.clauses import Clauses
from graph.extract.tree import Tree, Word
from graph.text.dates import DateSpan

#: Roles through which a date of the head is a date of the dependent as well.
_SHARED = frozenset(
    {
        "infinitive",
        "complement",
        "gerund",
        "object",
        "attribute",
        "oblique",
        "conjunct",
        "indirect",
        "adverbial",
        "subject",
        "subject_passive",
        "participle",
        "parataxis",
    }
)


class When:
    """Finds the dates of the predicates of one sentence."""

    def __init__(self, clauses: Clauses, spans: list[DateSpan], offset: int = 0) -> None:
        """Look at a sentence with the date expressions found in it, whose offsets count from ``offset``."""
        self._clauses = clauses
        self._tree: Tree = clauses.tree
        self._by_word: dict[int, list[DateSpan]] = {}
        for span in spans:
            owner = self._owner(span.start + offset, span.end + offset)
            if owner is not None:
                self._by_word.setdefault(owner.index, []).append(span)

    def span(self, word: Word, *, own: bool) -> DateSpan | None:
        """Return the date expression of a predicate, or None.

        Args:
            word: The predicate.
            own: Whether only its own clause counts: the day a plan was announced is not the day it is for.
        """
        support = self._clauses.support(word) if word.pos not in ("VERB", "AUX") else None
        for item in (word, support):
            if item is not None and item.index in self._by_word:
                return self._by_word[item.index][0]
        at = word
        for head in self._tree.ancestors(word):
            if at.role not in _SHARED or (
                own and at.role in ("complement", "infinitive", "object", "parataxis")
            ):
                return None
            if head.index in self._by_word:
                return self._by_word[head.index][0]
            at = head
        return None

    def _owner(self, start: int, end: int) -> Word | None:
        """Return the verb, or the root, that a date expression hangs from."""
        inside = [word for word in self._tree.words if word.start < end and start < word.end]
        tops = [
            word
            for word in inside
            if word.pos != "ADP" and self._tree.words[word.head] not in inside
        ]
        for word in tops or inside:
            for head in (word, *self._tree.ancestors(word)):
                if head not in inside and (head.pos in ("VERB", "AUX") or head.role == "root"):
                    return head
        return None
