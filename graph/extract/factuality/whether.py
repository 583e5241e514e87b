"""Whether what a predicate says happened: by its own form, what embeds it, and conditions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from graph.extract.factuality.conditions import Conditions
from graph.extract.factuality.cues import Cues
from graph.extract.factuality.cuewords import DROP, STRENGTH
from graph.extract.factuality.embedding import Embedding
from graph.extract.factuality.form import Form
from graph.extract.factuality.mood import Mood
from graph.extract.factuality.negation import Negation
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.once import frozen
from graph.extract.parsing.word import VERBS, Word
from graph.model import Modality

#: Words at the end of a sentence among which a question has its mark, before quotation marks.
_LAST = 3


class Whether:
    """Judges the predicates of one sentence."""

    def __init__(self, clauses: Clauses, cues: Mapping[str, Any]) -> None:
        """Look at a sentence with the language's ``cues.toml``."""
        self._clauses, self._scope = clauses, Scope(clauses.tree)
        negation = Negation(clauses, cues["negation"], cues["tense"]["pluperfect"])
        self._mood = Mood(clauses, cues["tense"])
        self._negation = negation
        self._cues = Cues(clauses, negation, cues)
        self._form = Form(clauses.tree, negation, self._mood, self._cues, cues)
        self._embedding = Embedding(clauses, negation, self._mood, self._cues, self._form)
        self._conditions = Conditions(clauses.tree, self._mood, cues)
        self._enabling = frozen(cues["tense"]["enabling"])
        self._inside = frozen(cues["tense"]["inside"])
        self._awaited = frozen(cues["tense"]["awaited"])
        self._said: dict[int, tuple[tuple[str, Word], ...]] = {}
        self._known: dict[tuple[int, bool, bool], Modality | None] = {}
        self._question = "?" in [word.text for word in clauses.tree.words[-_LAST:]]

    def modality(
        self, word: Word, *, attempt: bool = False, declared: bool = False
    ) -> Modality | None:
        """Return whether it happened; None where nothing is recorded.

        Args:
            word: The predicate.
            attempt: Whether trying to do it is doing it, as with mediation.
            declared: Whether announcing it is doing it, as with a rupture.

        That is so of a threat, of what is asked not to be, and of what "never before" says.
        """
        key = word.index, attempt, declared
        if key not in self._known:  # frames, matches and echoes at one word ask for it
            self._known[key] = self._modality(word, attempt=attempt, declared=declared)
        return self._known[key]

    def _modality(self, word: Word, *, attempt: bool, declared: bool) -> Modality | None:
        if self._negation.is_until_then(word):
            return None
        if self._question:
            return "possible"
        found = {
            effect
            for effect, cue in self.cues(word)
            if not (self._cues.is_trying(cue) and (attempt or self._cues.is_borne_out(cue)))
            and not (declared and effect == "planned" and self._is_declared(cue, word))
        }
        if DROP in found:
            return None
        if self._conditions.is_open(word):
            return "possible"
        return self._strongest(word, found)

    def _strongest(self, word: Word, found: AbstractSet[str]) -> Modality | None:
        """Return what counts of all that cues say of a predicate; None of what one asks not."""
        if {"requested", "denied"} <= found:
            return None
        strongest = min(found or {"actual"}, key=STRENGTH.index)
        if strongest == "planned" and self._conditions.depends(word):
            return "possible"
        return strongest  # type: ignore[return-value]

    def _is_declared(self, verb: Word, act: Word) -> bool:
        """Whether an act was done by announcing it, not to be done some day."""
        tense = self._scope.tense(verb)
        return self._cues.is_declared(verb, act) and (tense.is_narrative or tense.is_before)

    def cues(self, word: Word) -> Sequence[tuple[str, Word]]:
        """Return what each cue that scopes over a predicate says, and the word it was found at."""
        word = self._bearer(word)
        found = self._said.get(word.index)
        if found is None:  # every match at the word asks for them
            found = self._said[word.index] = (*self._own(word), *self._embedding.above(word))
        return found

    def orders(self, word: Word) -> list[Word]:
        """Return the verbs that order what a predicate says."""
        found = [verb for effect, verb in self.cues(word) if effect == "requested"]
        return found if all(map(self._cues.is_order, found)) else []

    def is_ordered(self, word: Word) -> bool:
        """Return whether somebody has ordered what a predicate says, not whether he will."""
        tenses = map(self._scope.tense, self.orders(word))
        return all(tense.is_narrative or tense.is_before for tense in tenses)

    def threats(self, word: Word) -> list[Word]:
        """Return the verbs that threaten what a predicate says, or warn of it."""
        return [verb for effect, verb in self.cues(word) if effect == DROP and verb.pos in VERBS]

    def leaves_open(self, verb: Word) -> bool:
        """Return whether a verb says that somebody may well do it: "does not rule out"."""
        return self._negation.leaves_open(verb)

    def is_future(self, word: Word) -> bool:
        """Return whether a predicate's own form is about the future."""
        return any(effect == "planned" for effect, _ in self._own(self._bearer(word)))

    def is_due(self, noun: Word) -> bool:
        """Return whether a noun tells of what is, or was, arranged: "the visit due in June"."""
        return self._form.is_due(noun)

    def is_past(self, word: Word) -> bool:
        """Return whether a predicate is of the past by its form: "may have sent"."""
        verb = word if word.pos in VERBS else self._clauses.support(word)
        return verb is not None and self._mood.is_past(verb) and not self._conditions.is_open(verb)

    def _bearer(self, word: Word) -> Word:
        """Return the word that negation and embedding hang from: of "is at war", the noun."""
        head = self._clauses.tree.head(word) if word.role == "copula" else None
        return word if head is None else head

    def is_unreal(self, word: Word) -> bool:
        """Return whether a predicate is told in the mood of what would be, or may be."""
        chain = [word]
        for head in self._scope.above(word):
            if chain[-1].role not in ("infinitive", "object", "conjunct"):
                break
            chain.append(head)
        return any(map(self._mood.is_unreal, chain))

    def _own(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what a predicate's own form says, and that of the verb that carries a noun."""
        for effect in (*self._form.effects(word), *self._form.qualified(word)):
            yield effect, word
        yield from self._coming(word)
        verb = self._clauses.support(word) if word.pos not in VERBS else None
        if verb is not None and self._is_known(word, verb):
            return
        if verb is not None and self._negation.leaves_open(verb):
            yield "possible", verb  # "did not rule out sanctions"
        elif verb is not None:
            # "in a letter to A, B proposes": the letter is not proposed
            before = word.role == "oblique" and word.head == verb.index > word.index
            said = () if before else self._cues.said_by(verb, word)
            # "under a deal with A, B will pay": the deal has been made
            made = before and word.prep in self._enabling
            for effect in (*(() if made else self._form.effects(verb)), *said):
                yield effect, verb
            yield from self._given(verb, word)

    def _coming(self, verb: Word) -> Iterator[tuple[str, Word]]:
        """Yield what the clause above says of one in the present: "will host A once he arrives"."""
        timed = verb.role == "adverbial" and verb.pos in VERBS
        main = self._clauses.tree.head(verb) if timed else None
        if main is None or "Tense=Past" in verb.features or self._mood.is_past(verb):
            return
        marks = self._clauses.tree.children(verb, "marker", "adverb")
        opening = [kid.text for kid in marks] + [verb.prep or ""]
        if not self._awaited.isdisjoint(opening):
            yield from ((e, main) for e in self._form.effects(main) if e == "planned")

    def _is_known(self, noun: Word, verb: Word) -> bool:
        """Whether a noun tells of what has been, whatever its verb leaves open or approves.

        "May have died in the raid on A", "had approved its 1975 invasion of A".
        """
        if noun.prep in self._inside:
            return self._scope.is_definite(noun) and self._mood.is_past(verb)
        dated = self._clauses.tree.children(noun, "number")
        year = any(re.fullmatch(r"(1[89]|20)\d\d", kid.text) for kid in dated)
        return noun.role == "object" and year and self._mood.is_past(verb)

    def _given(self, verb: Word, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what the object of a verb says of what follows it: "gave the go-ahead to"."""
        if word.role == "oblique":
            for noun in self._clauses.tree.children(verb, "object"):
                yield from ((effect, noun) for effect in self._cues.listed(noun, "nouns"))
