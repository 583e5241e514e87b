"""Whether what a predicate says happened: from negation, tense, mood and what embeds it."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.extract.clauses import Clauses
from graph.extract.tree import Word
from graph.model import Modality

#: What is said of a threat is not recorded.
DROP = "drop"

#: From the strongest to the weakest: the strongest cue that scopes over a predicate decides.
_STRENGTH = (DROP, "denied", "requested", "possible", "planned", "actual")

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
    }
)


class Whether:
    """Judges the predicates of one sentence."""

    def __init__(self, clauses: Clauses, cues: Mapping[str, Any]) -> None:
        """Look at a sentence with the language's ``cues.toml``."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._cues = cues
        self._negation = cues["negation"]
        self._question = any(word.text == "?" for word in self._tree.words[-3:])

    def modality(self, word: Word) -> Modality | None:
        """Return whether it happened; None for a threat and for what is asked not to be."""
        found = self.effects(word)
        if {"requested", "denied"} <= found:
            return None
        strongest = min(found or {"actual"}, key=_STRENGTH.index)
        return None if strongest == DROP else strongest  # type: ignore[return-value]

    def effects(self, word: Word) -> set[str]:
        """Return what the cues that scope over a predicate say of it, all of them."""
        found = set(self._own(word)) | set(self._above(word))
        return found | {"possible"} if self._question else found

    def is_future(self, word: Word) -> bool:
        """Return whether a predicate's own form is about the future."""
        return "planned" in set(self._own(word))

    def _own(self, word: Word) -> Iterator[str]:
        """Yield what a predicate's own form says, and that of the verb that carries a noun."""
        yield from self._form(word)
        verb = self._clauses.support(word) if word.pos not in ("VERB", "AUX") else None
        if verb is not None:
            yield from self._form(verb)
            yield from self._embedding(verb, word)

    def _form(self, word: Word) -> Iterator[str]:
        if self._negated(word):
            yield "denied"
        auxiliaries = self._tree.children(word, "auxiliary", "passive_auxiliary", "copula")
        for item in (word, *auxiliaries):
            if self._has_tense(item, "future"):
                yield "planned"
            if self._has_tense(item, "conditional"):
                yield "planned" if self._reported_in_past(word) else "possible"
        for auxiliary in auxiliaries:
            yield from self._listed(auxiliary, "verbs")
        texts = {kid.text for kid in self._tree.children(word, "adverb", "modifier")}
        if texts & set(self._negation["adverbs_of_possibility"]):
            yield "possible"
        markers = {kid.text for kid in self._tree.children(word, "marker")}
        if markers & set(self._negation["conditionals"]):
            yield "possible"

    def _has_tense(self, word: Word, name: str) -> bool:
        """Whether a word has a tense by its features and by its ending: taggers guess."""
        tense = self._cues["tense"]
        ending = tuple(tense[f"{name}_endings"])
        return not word.features.isdisjoint(tense[name]) and word.text.endswith(ending)

    def _negated(self, word: Word) -> bool:
        if word.prep in self._negation["prepositions"]:
            return True
        kids = self._tree.children(word, "adverb", "determiner", "coordinator")
        texts = {kid.text for kid in kids}
        if texts & set(self._negation["weak"]) and texts & set(self._negation["particles"]):
            return True
        return bool(texts & set(self._negation["adverbs"]))

    def _reported_in_past(self, word: Word) -> bool:
        """Whether a conditional is the future seen from a past report ("a dit qu'il viendrait")."""
        return any(item.role == "complement" for item in (word, *self._tree.ancestors(word)))

    def _above(self, word: Word) -> Iterator[str]:
        """Yield what the words that embed a predicate say of it, up to what asserts it."""
        at = word
        for head in self._tree.ancestors(word):
            if at.role == "conjunct":
                at = head
                continue
            if at.role not in _SCOPED and not (
                at.role == "adverbial" and "VerbForm=Inf" in at.features
            ):
                return
            yield from self._embedding(head, at)
            if head.pos in ("VERB", "AUX") and at.role in ("infinitive", "gerund"):
                yield from self._form(head)
            if at.role == "complement" or (
                head.pos in ("VERB", "AUX") and at.role in ("object", "oblique", "attribute")
            ):
                return
            at = head

    def _embedding(self, head: Word, inner: Word) -> Iterator[str]:
        kind = (
            "nouns"
            if head.pos in ("NOUN", "PROPN")
            else "adjectives"
            if head.pos == "ADJ"
            else "verbs"
        )
        effects = list(self._listed(head, kind))
        if inner.role == "infinitive":
            effects += [
                m
                for m in ("planned",)
                if head.lemma in self._cues["modality"][m].get("infinitive", [])
            ]
        if effects and kind == "verbs" and self._negated(head):
            effects = ["denied"]
        yield from effects

    def _listed(self, word: Word, kind: str) -> Iterator[str]:
        names = self._clauses.lemmas(word)
        for modality, lists in self._cues["modality"].items():
            if names & set(lists[kind]):
                yield modality
