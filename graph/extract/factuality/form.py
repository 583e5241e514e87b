"""The form of a predicate: what negation, tense, mood and modals say of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.extract.factuality.cues import Cues
from graph.extract.factuality.mood import Mood
from graph.extract.factuality.negation import Negation
from graph.extract.grammar.scope import Scope
from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import NOUNS, SUBJECTS, Word

#: Forms of a verb that stands for no clause by itself.
_NONFINITE = frozenset({"VerbForm=Inf", "VerbForm=Part"})


class _Lists:
    """What a language says by the form of predicates, for all its sentences."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        planned = table["modality"]["planned"]
        self.possibility = frozen(table["negation"]["adverbs_of_possibility"])
        self.opposing = frozen(table["negation"]["opposing"])
        self.missed = frozen(table["tense"]["missed"])
        self.perfect = frozen(table["tense"]["perfect"])
        self.any = frozen(table["modality"]["possible"]["any"])
        self.beside = frozen(table["modality"]["possible"]["beside"])
        self.planned, self.arranged = frozen(planned["own"]), frozen(planned["arranged"])


_lists = once(_Lists)


class Form:
    """Reads the form of the predicates of one sentence."""

    def __init__(
        self, tree: Tree, negation: Negation, mood: Mood, cues: Cues, table: Mapping[str, Any]
    ) -> None:
        """Look at a sentence.

        Args:
            tree: The sentence.
            negation: What is negated in it.
            mood: The tenses and moods of its words.
            cues: Its cue words.
            table: The language's ``cues.toml``.
        """
        self._tree, self._negation, self._mood, self._cues = tree, negation, mood, cues
        self._lists, self._scope = _lists(table), Scope(tree)

    def effects(self, word: Word) -> Iterator[str]:
        """Yield what negation, tense, mood and modal verbs say."""
        if self._negation.negates(word):
            yield "denied"
        auxiliaries = self._auxiliaries(word)
        if self._is_missed(word, auxiliaries):
            yield "denied"
        for item in (word, *auxiliaries):
            if self._mood.is_future(item):
                yield "planned"
            if self._mood.is_conditional(item):
                due = item.lemma in self._lists.missed  # "devrait se rendre": is expected to
                yield "planned" if due or self._mood.is_reported_in_past(word) else "possible"
        for auxiliary in auxiliaries:
            yield from self._cues.listed(auxiliary, "verbs")
        texts = {kid.text for kid in self._tree.children(word, "adverb", "modifier")}
        if texts & self._lists.possibility:
            yield "possible"
        if self._mood.is_ahead(word):
            yield "planned"
        if self._mood.is_bidding(word):
            yield "requested"

    def _is_missed(self, word: Word, auxiliaries: Sequence[Word]) -> bool:
        """Whether it was to be done and was not: "should have left", "aurait dû partir"."""
        if not auxiliaries:
            return False
        perfect = any(item.lemma in self._lists.perfect for item in auxiliaries)
        modal = any(item.text in self._lists.missed for item in auxiliaries)
        due = word.lemma in self._lists.missed and any(map(self._mood.is_conditional, auxiliaries))
        return perfect and (modal or due)

    def _auxiliaries(self, word: Word) -> list[Word]:
        """Return the auxiliaries of a verb, those shared with one before too: "will go and see"."""
        own = self._tree.children(word, "auxiliary", "passive_auxiliary", "copula")
        head = self._tree.head(word)
        shares = word.role == "conjunct" and not own and not self._tree.children(word, *SUBJECTS)
        bare = not _NONFINITE.isdisjoint(word.features)
        return self._auxiliaries(head) if shares and bare and head is not None else own

    def is_due(self, noun: Word) -> bool:
        """Return whether a noun has a participle of planning behind it: "a visit due in June"."""
        kids = self._tree.children(noun, "participle", "modifier") if noun.pos in NOUNS else []
        return any(
            {kid.lemma, kid.text} & (self._lists.planned | self._lists.arranged) for kid in kids
        )

    def qualified(self, word: Word) -> Iterator[str]:
        """Yield what a noun's adjectives say: "un éventuel envoi", "the planned visit"."""
        if word.pos in NOUNS:
            if word.prep in self._lists.opposing and not self._scope.is_definite(word):
                yield "possible"
            for kid in self._tree.children(word, "modifier", "participle", "compound", "fixed"):
                verb_behind = kid.index > word.index and kid.pos == "VERB"
                if not verb_behind and kid.lemma not in self._lists.beside:  # "a close ally"
                    yield from self._cues.listed(kid, "adjectives")
            if self.is_due(word):
                yield "planned"
            if any(kid.text in self._lists.any for kid in self._tree.children(word, "determiner")):
                yield "possible"
            for verb in self._tree.children(word, "copula"):  # "juge possible une attaque"
                for kid in self._tree.children(verb, "modifier"):
                    yield from self._cues.listed(kid, "adjectives")
        elif {word.lemma, word.text} & self._lists.planned:
            yield "planned"  # "était attendu à Rome", "due in Rome"
