"""When it happens: which of a sentence's dates belongs to which predicate."""

from collections.abc import Sequence

from graph.extract.clauses import Clauses
from graph.extract.tree import Word
from graph.text.dates import DateSpan

_VERBS = ("VERB", "AUX")

#: Roles through which a date of the head is no date of the dependent.
_APART = frozenset({"relative"})

#: Roles through which only the saying or planning is dated, not what is said or planned.
_EMBEDDED = frozenset({"complement", "infinitive", "object", "parataxis"})


class When:
    """Finds the dates of the predicates of one sentence."""

    def __init__(self, clauses: Clauses, spans: Sequence[DateSpan], offset: int) -> None:
        """Look at a sentence with its date expressions.

        Args:
            clauses: The sentence.
            spans: Expressions, with places from the start of the sentence.
            offset: Where the sentence starts in the article's text.
        """
        self._clauses = clauses
        self._tree = clauses.tree
        self.owned: dict[int, list[DateSpan]] = {}
        """The dates of a predicate's own, by its index."""
        self._first: list[tuple[Word, DateSpan]] = []
        for span in spans:
            self._place(span, offset)

    def span(self, word: Word, *, own: bool) -> DateSpan | None:
        """Return the date expression of a predicate, or None.

        Args:
            word: The predicate.
            own: Whether only its own clause counts: the day a plan was announced is not its day.
        """
        verbal = word.pos in _VERBS
        support = None if verbal else self._clauses.support(word)
        for found in (self._of(word), self._of(support), None if verbal else self._below(word)):
            if found is not None:
                return found
        at = word
        for head in self._tree.ancestors(word):
            if at.role in _APART or (own and at.role in _EMBEDDED):
                return None
            found = self._of(head)
            if found is not None:
                return found
            at = head
        return None

    def _of(self, word: Word | None) -> DateSpan | None:
        return self.owned[word.index][0] if word is not None and word.index in self.owned else None

    def _below(self, noun: Word) -> DateSpan | None:
        """Return the first date in a noun phrase: "l'anniversaire des relations (1948-2023)"."""
        inside = {word.index for word in self._tree.subtree(noun)}
        return next((span for word, span in self._first if word.index in inside), None)

    def _place(self, span: DateSpan, offset: int) -> None:
        start, end = span.start + offset, span.end + offset
        words = [word for word in self._tree.words if word.start < end and start < word.end]
        shown = bool(words)
        words = words or self._beside(start)
        if not words:
            return
        self._first.append((words[0], span))
        owner = self._owner(words) if shown else self._governor(words[0])
        if owner is not None:
            self.owned.setdefault(owner.index, []).append(span)

    def _beside(self, start: int) -> list[Word]:
        """Return the word before a date that the parser was not shown, or else the root."""
        before = [word for word in self._tree.words if word.end <= start and word.pos != "PUNCT"]
        roots = [word for word in self._tree.words if word.role == "root"]
        return before[-1:] or roots[:1]

    def _governor(self, word: Word) -> Word | None:
        """Return a word itself if it is a verb or the root, else the first such word above it."""
        chain = (word, *self._tree.ancestors(word))
        return next((item for item in chain if item.pos in _VERBS or item.role == "root"), None)

    def _owner(self, words: Sequence[Word]) -> Word | None:
        """Return the verb, or the root, that the words of a date hang from."""
        inside = {word.index for word in words}
        tops = [word for word in words if word.pos != "ADP" and word.head not in inside]
        for word in tops or words:
            for head in self._tree.ancestors(word):
                if head.index not in inside and (head.pos in _VERBS or head.role == "root"):
                    return head
        return None
