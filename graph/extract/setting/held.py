"""Which dates a word of a sentence holds itself, and which word holds a date."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Tense
from graph.extract.once import frozen
from graph.extract.parsing.word import VERBS, Word
from graph.extract.setting.owners import Owners
from graph.extract.setting.tenses import Tenses
from graph.text.dates import DateSpan


class Held(Tenses):
    """Answers about the date expressions of one sentence."""

    def __init__(
        self,
        clauses: Clauses,
        spans: Sequence[DateSpan],
        text: str,
        offset: int,
        cues: Mapping[str, Any],
    ) -> None:
        """Look at a sentence with its date expressions; arguments as ``When`` takes them."""
        super().__init__(clauses.tree)
        self._clauses = clauses
        self._offset = offset
        self._spans, self._text, self._cues = spans, text, cues

    @cached_property
    def _owners(self) -> Owners:
        """What each expression dates; most sentences have none."""
        return Owners(self._tree, self._spans, self._text, self._offset, self._cues)

    def owner(self, span: DateSpan) -> Word | None:
        """Return the predicate that an expression dates."""
        found = (at for at, spans in self._owners.owned.items() if span in spans)
        return next((self._tree.words[at] for at in found), None)

    def beside(self, span: DateSpan) -> list[Word]:
        """Return the verbs above what an expression dates, nearest first."""
        owner = self.owner(span)
        above = self._scope.above(owner) if owner is not None else []
        return [word for word in above if word.pos in VERBS or word.role == "root"]

    def meet(self, first: DateSpan, second: DateSpan) -> bool:
        """Return whether nothing but a sign stands between two expressions."""
        start, end = first.end + self._offset, second.start + self._offset
        between = [word for word in self._tree.words if start <= word.start < end]
        return start <= end and all(word.pos == "PUNCT" for word in between)

    def is_now(self, word: Word, span: DateSpan) -> bool:
        """Return whether a predicate in the present tense stands before an expression."""
        verb = self._scope.governor(word)
        before = word.start < span.start + self._offset
        return before and verb is not None and self._scope.tense(verb).is_present

    @property
    def opening(self) -> tuple[DateSpan, Tense] | None:
        """The expression that opens the sentence, before its verb, with the tense of that."""
        spans = [span for _, span in self._owners.first] if self._spans else []
        verb = self.owner(spans[0]) if spans else None
        if verb is None or spans[0].forward or not self.is_main(verb):
            return None
        if any(word.end <= spans[0].start + self._offset for word in self._tree.words):
            return None
        return spans[0], self._scope.tense(verb)

    def own(self, word: Word | None) -> list[DateSpan]:
        """Return the date expressions that hang from a predicate itself."""
        owned = self._owners.owned if self._spans else {}
        found = owned.get(word.index, []) if word is not None else []
        return self._of_invitation(word, found) if word is not None and found else found

    def _of_invitation(self, verb: Word, spans: list[DateSpan]) -> list[DateSpan]:
        """Return the dates of an invitation, not of what it is to: "invited B to Rome in May"."""
        inviting = frozen(self._cues["tense"]["inviting"])
        if inviting.isdisjoint(self._clauses.lemmas(verb)):
            return spans
        kids = self._tree.children(verb, "oblique")
        goals = [kid.start for kid in kids if kid.prep in self._clauses.table["dative"]]
        start = min(goals, default=None)
        return [s for s in spans if start is None or s.start + self._offset < start]
