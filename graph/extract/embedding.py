"""What embeds a predicate: the words above that say of it whether it happened."""

from collections.abc import Iterator

from graph.extract.clauses import Clauses
from graph.extract.cues import Cues
from graph.extract.form import Form
from graph.extract.mood import Mood
from graph.extract.negation import Negation
from graph.extract.scope import Scope
from graph.extract.word import VERBS, Word

#: Roles through which what is said of the head holds for the dependent.
_SCOPED = frozenset(
    {
        "infinitive",
        "complement",
        "gerund",
        "object",
        "attribute",
        "oblique",
        "indirect",
        "subject_passive",
        "adverb",
    }
)

#: How far behind its verb a gerund is still its object, in words.
_NEAR = 2


class Embedding:
    """Goes up from the predicates of one sentence."""

    def __init__(
        self, clauses: Clauses, negation: Negation, mood: Mood, cues: Cues, form: Form
    ) -> None:
        """Look at a sentence with what is known of its words."""
        self._clauses, self._tree, self._scope = clauses, clauses.tree, Scope(clauses.tree)
        self._negation, self._mood, self._cues, self._form = negation, mood, cues, form

    def above(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what the words that embed a predicate say of it, up to what asserts it.

        Each effect comes with the word that has it.
        """
        at = word
        carrier = self._clauses.support(word) if word.pos not in VERBS else None
        for head in self._scope.above(word):
            if head is carrier:  # its own form counts as the noun's
                at = head
                continue
            if at.role == "conjunct":
                if self._mood.is_finite(at) and "VerbForm=Inf" in head.features:
                    return  # "refused to answer and recalled": taken for a second infinitive
                at = head
                continue
            if not self._is_scoped(at, head):
                return
            for effect in self._said_of(head, at):
                yield effect, head
            if at.role == "complement" or (
                head.pos in VERBS and at.role in ("object", "oblique", "attribute")
            ):
                return
            at = head

    def _said_of(self, head: Word, inner: Word) -> Iterator[str]:
        """Yield what a word above says of what it embeds, its own form included where shared."""
        if self._negation.affirms(head):
            return
        if self._negation.leaves_open(head):
            yield "possible"
            return
        yield from self._cues.said_by(head, inner)
        if self._shares_form(head, inner):
            yield from self._form.effects(head)

    def _is_scoped(self, word: Word, head: Word) -> bool:
        """Whether what is said of a head holds for a dependent: not for adjuncts before it."""
        if word.role == "subject":
            copular = self._tree.children(head, "attribute", "modifier")
            return head.pos == "ADJ" or bool(copular) or self._mood.is_unreal(head)
        if word.role == "oblique" and head.pos in VERBS and word.index < head.index:
            return False
        if word.role == "complement":
            # "X accuses Y, Y denies it": what comes first is told, not embedded.
            first = word.index < head.index and self._tree.children(head, "object")
            return not first and self._scope.is_told(word)
        if word.role == "adverbial" and head.pos in VERBS and "Aspect=Prog" in word.features:
            return 0 < word.index - head.index <= _NEAR  # "ruled out recognising"
        loose = ("adverbial", "participle", "other")
        infinitive = word.role in loose and "VerbForm=Inf" in word.features
        return word.role in _SCOPED or infinitive

    def _shares_form(self, head: Word, inner: Word) -> bool:
        """Whether a dependent happened as far as its head did."""
        if head.pos not in VERBS:
            return False
        if inner.role in ("infinitive", "gerund"):
            return True
        # A noun told as new has no life of its own: "could find itself at war".
        new = inner.pos == "NOUN" and not self._scope.is_definite(inner)
        return new and inner.role in ("object", "oblique", "subject", "attribute")
