"""The tense and mood of a predicate, by its own form."""

from collections.abc import Mapping
from typing import Any

from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.parsing.word import SUBJECTS, VERBS, Word

#: Letters of an infinitive's ending, as in "retirer".
_ENDING = 2

_PAST = frozenset({"Tense=Past", "Tense=Imp"})

#: How far behind whom it is said of a headline's infinitive stands, in words: "EU to sanction".
_BEHIND = 2


class Mood:
    """Reads the tense and mood of the words of one sentence."""

    def __init__(self, clauses: Clauses, tense: Mapping[str, Any]) -> None:
        """Look at a sentence with the table ``tense`` of the language's ``cues.toml``."""
        self._clauses, self._tree = clauses, clauses.tree
        self._scope = Scope(clauses.tree)
        self._tense = tense

    def is_future(self, word: Word) -> bool:
        """Return whether a word is in the future tense."""
        return self._has_tense(word, "future")

    def is_conditional(self, word: Word) -> bool:
        """Return whether a word is in the conditional, or an auxiliary that stands for it."""
        listed = word.text in self._tense["conditional_auxiliaries"]
        return listed or self._has_tense(word, "conditional")

    def is_past(self, verb: Word) -> bool:
        """Return whether a verb is in a past tense, or a perfect one whatever its mood."""
        if "VerbForm=Fin" in verb.features:
            return "Tense=Past" in verb.features
        auxiliaries = self._tree.children(verb, "auxiliary")
        perfect = any(item.lemma in self._tense["perfect"] for item in auxiliaries)
        return perfect and "VerbForm=Part" in verb.features

    def is_unreal(self, verb: Word) -> bool:
        """Return whether a verb, or its auxiliary, is in the mood of what would be."""
        auxiliaries = self._tree.children(verb, "auxiliary", "passive_auxiliary")
        return any(map(self.is_conditional, (verb, *auxiliaries)))

    def is_finite(self, word: Word) -> bool:
        """Return whether a word is a verb that, with its auxiliaries, is finite."""
        if word.pos not in VERBS or word.role in ("auxiliary", "passive_auxiliary"):
            return False
        held = self._tree.children(word, "auxiliary", "passive_auxiliary", "copula")
        return any("VerbForm=Fin" in item.features for item in (word, *held))

    def is_infinitive(self, word: Word) -> bool:
        """Return whether a word is an infinitive, by its form or what marks it."""
        kids = self._tree.children(word, "auxiliary", "marker", "particle")
        marked = any(kid.text in self._tense["infinitive_markers"] for kid in kids)
        bare = "VerbForm=Inf" in word.features and word.text == word.lemma
        return bare or (word.pos in VERBS and marked)

    def is_ahead(self, word: Word) -> bool:
        """Return whether a headline's infinitive stands for a future: "EU to sanction Iran"."""
        head = self._tree.head(word)
        if head is not None:
            named = head.mention is not None and word.index - head.index == _BEHIND
            if word.role != "participle" or not named:
                return False
        markers = {kid.text for kid in self._tree.children(word, "auxiliary", "marker", "particle")}
        return not markers.isdisjoint(self._tense["infinitive_markers"])

    def is_bidding(self, verb: Word) -> bool:
        """Return whether a verb tells somebody what to do: "Send us arms," A told B."""
        if verb.role != "complement" or verb.head <= verb.index:
            return False
        kids = self._tree.children(verb, "auxiliary", "marker", "particle", *SUBJECTS)
        return not kids and not verb.features.isdisjoint(("VerbForm=Inf", "Mood=Imp"))

    def is_reported_in_past(self, word: Word) -> bool:
        """Return whether a conditional is a future seen from the past: "a dit qu'il viendrait"."""
        chain = [word, *self._scope.above(word)]
        clause = next((at for at, item in enumerate(chain) if item.role == "complement"), None)
        if clause is None:
            return False
        return any(not _PAST.isdisjoint(item.features) for item in chain[clause + 1 :])

    def _has_tense(self, word: Word, name: str) -> bool:
        """Whether a word has a tense by its ending, borne out by its features or its infinitive.

        Taggers guess: "signera" is the infinitive "signer" with an ending, whatever they say.
        """
        endings = self._tense[f"{name}_endings"]
        if not word.text.endswith(tuple(endings)):  # as most
            return False
        ending = next(end for end in endings if word.text.endswith(end))
        stem = word.text.removesuffix(ending)
        past = {word.lemma[:-_ENDING] + end for end in self._tense["past_endings"]}
        if word.text in past:
            return False  # "retirait" is no form of "retir"
        borne_out = self._is_stem(stem, word)
        return borne_out or not word.features.isdisjoint(self._tense[name])

    def _is_stem(self, stem: str, word: Word) -> bool:
        """Whether a form without its ending is the future stem of one of a word's infinitives."""
        names = {name.rpartition("_")[2] for name in self._clauses.lemmas(word)}
        if any(stem + suffix in names for suffix in self._tense["infinitive_suffixes"]):
            return True
        stems = self._tense["future_stems"].items()
        return any(
            stem == name.removesuffix(end) + new
            for end, new in stems
            for name in names
            if name.endswith(end)
        )
