"""Conditions: what hangs from an "if" or a "whether" is left open."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from graph.extract.factuality.mood import Mood
from graph.extract.grammar.scope import Scope
from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import NOUNS, SUBJECTS, VERBS, Word

#: Roles of clauses past which a condition above does not reach.
_CLAUSES = frozenset({"relative", "adverbial", "complement", *SUBJECTS})

#: Parts of speech of a conjunction; "should" is a modal elsewhere.
_CONJUNCTIONS = ("SCONJ", "ADP", "CCONJ", "ADV")


class _Lists:
    """What a language says of conditions, for all its sentences."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        negation = cues["negation"]
        self.genitive = frozen(cues["tense"]["genitive"])
        self.conjunctions = _by_first(negation["conditionals"])
        self.denying, self.granting = frozen(negation["adverbs"]), frozen(negation["granting"])
        self.going, self.contrasting = frozen(negation["going"]), frozen(negation["contrasting"])


def _by_first(conjunctions: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of conjunctions, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(item.split()) for item in conjunctions):
        found.setdefault(words[0], []).append(words)
    return found


_lists = once(_Lists)


class Conditions:
    """Finds the conditions of one sentence."""

    def __init__(self, tree: Tree, mood: Mood, cues: Mapping[str, Any]) -> None:
        """Look at a sentence.

        Args:
            tree: The sentence.
            mood: The moods of its words.
            cues: The language's ``cues.toml``.
        """
        self._tree, self._scope, self._mood = tree, Scope(tree), mood
        self._lists = _lists(cues)

    def depends(self, word: Word) -> bool:
        """Return whether a plan is made on a condition: "will leave if B does", not "even if"."""
        if not self._conditioned:  # as in most sentences
            return False
        held = [kid for kid in self._tree.children(word, "adverbial") if self._is_condition(kid)]
        head = self._tree.head(word)
        # A condition that opens a sentence may be taken for its main clause.
        if head is not None and word.role == "adverbial" and head.index < word.index:
            free = not self._tree.children(word, "marker") and self._is_condition(head)
            held += [head] if free else []
        return any(not self._is_granted(kid) for kid in held)

    def _is_granted(self, clause: Word) -> bool:
        """Whether a condition changes nothing: "even if", "as long as"."""
        first = min(item.index for item in self._tree.subtree(clause))
        opening = {item.text for item in self._tree.words[max(0, first - 1) : first + 2]}
        return not self._lists.granting.isdisjoint(opening)

    def is_open(self, word: Word) -> bool:
        """Return whether a predicate hangs from a condition, or a condition hangs from it."""
        if not self._conditioned:
            return False
        for item in (word, *self._scope.above(word)):
            if self._is_condition(item):
                return True
            if item.role in _CLAUSES and not self._mood.is_infinitive(item):
                break
        held = self._tree.children(word, "adverbial")
        return self._mood.is_unreal(word) and any(map(self._is_condition, held))

    def _is_condition(self, word: Word) -> bool:
        return word.index in self._conditioned

    @cached_property
    def _conditioned(self) -> set[int]:
        """Verbs behind a conditional conjunction, or with one for a marker."""
        found = set()
        for at, length in self._openings():
            behind = self._tree.words[at + length :]
            if self._tree.words[at].pos in VERBS:  # "Had A attacked B, C would have"
                found |= {at, self._tree.words[at].head}
            if self._tree.words[at + length - 1].text in self._lists.genitive:
                held = next(
                    (word for word in behind if word.pos in NOUNS and word.mention is None), None
                )
            else:
                held = next((word for word in behind if self._mood.is_finite(word)), None)
            if held is not None:
                found.add(held.index)
            if self._tree.words[at].role == "marker":
                found.add(self._tree.words[at].head)
        return found

    def _openings(self) -> list[tuple[int, int]]:
        """Return where conditional conjunctions begin, and how many words they have."""
        words = self._tree.words
        first = [word for word in words if word.text in self._lists.conjunctions]
        return [
            (word.index, len(parts))
            for word in first
            for parts in self._lists.conjunctions[word.text]
            if tuple(item.text for item in words[word.index : word.index + len(parts)]) == parts
            and (self._opens_clause(word.index) or self._is_inverted(word.index))
            and not self._is_contrast(word.index)
        ]

    def _is_contrast(self, at: int) -> bool:
        """Whether a conjunction opens a fact that another is set against: "si A a reconnu B, C".

        Behind "even" that is so wherever it stands, also of what is so now, and before a past of
        what is so now of whoever the rest goes on about: « si A soutient B, elle a refusé ».
        """
        words, lists = self._tree.words, self._lists
        even = at > 0 and words[at - 1].text in lists.granting
        if (at > 0 and not even) or words[at].text not in lists.contrasting:
            return False
        verbs = [word for word in words if self._mood.is_finite(word)]
        told = [word for word in verbs if word.role != "relative"]
        held = next((word for word in told if word.index > at), None)
        rest = [word for word in told if word is not held]
        if held is None or not rest:
            return False
        if not even and self._concedes(held, rest[0]):
            return True
        if any(self._mood.is_future(w) or self._mood.is_unreal(w) for w in rest):
            return False
        now = self._goes_on(rest[0]) if self._tells_past(rest[0]) else even
        return self._tells_past(held) or ("Tense=Pres" in held.features and now)

    def _goes_on(self, verb: Word) -> bool:
        """Whether a clause goes on about somebody named before it."""
        subjects = self._tree.children(verb, *SUBJECTS)
        return any(word.pos == "PRON" for word in subjects)

    def _concedes(self, first: Word, second: Word) -> bool:
        """Whether what will be is set against what will not: « s'il va voir A, il n'ira pas »."""
        ahead = self._mood.is_future(first) or first.lemma in self._lists.going
        kids = self._tree.children(second)
        return ahead and any(kid.text in self._lists.denying for kid in kids)

    def _tells_past(self, verb: Word) -> bool:
        tense = self._scope.tense(verb)
        return tense.perfect and "Tense=Pres" in tense.finite

    def _is_inverted(self, at: int) -> bool:
        """Whether an auxiliary before its subject makes a condition: "would win, had it left"."""
        auxiliary, before = self._tree.words[at], self._tree.words[at - 1]
        verb = self._tree.head(auxiliary)
        if auxiliary.role != "auxiliary" or verb is None or before.text in self._lists.denying:
            return False  # "never had it left"
        subjects = self._tree.children(verb, *SUBJECTS)
        behind = subjects[-1:] and at < subjects[-1].index < verb.index
        others = (word for word in self._tree.words if word is not verb and word.pos in VERBS)
        return bool(behind) and any(map(self._mood.is_unreal, others))

    def _opens_clause(self, at: int) -> bool:
        """Whether a word that may be a conjunction is one, not a modal in its clause."""
        return at == 0 or self._tree.words[at].pos in _CONJUNCTIONS
