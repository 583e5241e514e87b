"""Whether what a predicate says happened: from negation, tense, mood and what embeds it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from graph.extract.clauses import Clauses
from graph.extract.scope import Scope
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
        "adverb",
    }
)
_VERBS = ("VERB", "AUX")
_INFINITIVE = len("er")
_PAST = frozenset({"Tense=Past", "Tense=Imp"})

#: How far behind its verb a gerund is still its object, in words.
_NEAR = 2
_SUBJECTS = ("subject", "subject_passive")
_NEGATORS = ("determiner", "coordinator")
_KINDS = {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}


class Whether:
    """Judges the predicates of one sentence."""

    def __init__(self, clauses: Clauses, cues: Mapping[str, Any]) -> None:
        """Look at a sentence with the language's ``cues.toml``."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._scope = Scope(clauses.tree)
        self._cues = cues
        self._negation = cues["negation"]
        self._question = any(word.text == "?" for word in self._tree.words[-3:])

    def modality(self, word: Word) -> Modality | None:
        """Return whether it happened; None for a threat and for what is asked not to be."""
        if self._question or self._is_open(word):
            return "possible"
        found = self.effects(word)
        if {"requested", "denied"} <= found:
            return None
        strongest = min(found or {"actual"}, key=_STRENGTH.index)
        return None if strongest == DROP else strongest  # type: ignore[return-value]

    def effects(self, word: Word) -> set[str]:
        """Return what the cues that scope over a predicate say of it, all of them."""
        return {effect for effect, _ in self.cues(word)}

    def cues(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what each cue that scopes over a predicate says, and the word it was found at."""
        yield from self._own(word)
        yield from self._above(word)

    def is_future(self, word: Word) -> bool:
        """Return whether a predicate's own form is about the future."""
        return any(effect == "planned" for effect, _ in self._own(word))

    def is_unreal(self, word: Word) -> bool:
        """Return whether a predicate is told in the mood of what would be, or may be."""
        chain = [word]
        for head in self._scope.above(word):
            if chain[-1].role not in ("infinitive", "object", "conjunct"):
                break
            chain.append(head)
        return any(map(self._is_unreal, chain))

    # The predicate itself

    def _own(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what a predicate's own form says, and that of the verb that carries a noun."""
        for effect in (*self._form(word), *self._qualified(word)):
            yield effect, word
        verb = self._clauses.support(word) if word.pos not in _VERBS else None
        if verb is not None:
            for effect in (*self._form(verb), *self._embedding(verb, word)):
                yield effect, verb

    def _form(self, word: Word) -> Iterator[str]:
        """Yield what negation, tense, mood and modal verbs say."""
        if self._negated(word) or self._denied_beside(word):
            yield "denied"
        auxiliaries = self._tree.children(word, "auxiliary", "passive_auxiliary", "copula")
        for item in (word, *auxiliaries):
            if self._has_tense(item, "future"):
                yield "planned"
            if self._is_conditional(item):
                yield "planned" if self._reported_in_past(word) else "possible"
        for auxiliary in auxiliaries:
            yield from self._listed(auxiliary, "verbs")
        texts = {kid.text for kid in self._tree.children(word, "adverb", "modifier")}
        if not texts.isdisjoint(self._negation["adverbs_of_possibility"]):
            yield "possible"
        if self._is_ahead(word):
            yield "planned"

    def _qualified(self, word: Word) -> Iterator[str]:
        """Yield what a noun's adjectives say: "un éventuel envoi", "the planned visit"."""
        if word.pos in ("NOUN", "PROPN"):
            for kid in self._tree.children(word, "modifier", "participle", "compound", "fixed"):
                if kid.index < word.index or kid.pos != "VERB":
                    yield from self._listed(kid, "adjectives")
        elif {word.lemma, word.text} & set(self._cues["modality"]["planned"]["own"]):
            yield "planned"  # "était attendu à Rome", "due in Rome"

    def _is_ahead(self, word: Word) -> bool:
        """Whether an infinitive stands for a future: the headline's "EU to sanction Iran"."""
        markers = {kid.text for kid in self._tree.children(word, "auxiliary", "marker", "particle")}
        bare = markers & set(self._cues["tense"]["headline_markers"])
        head = self._tree.head(word)
        named = head is not None and head.mention is not None and word.index - head.index == _NEAR
        return bool(bare) and (head is None or (word.role == "participle" and named))

    def _has_tense(self, word: Word, name: str) -> bool:
        """Whether a word has a tense by its ending, borne out by its features or its infinitive.

        Taggers guess: "signera" is the infinitive "signer" with an ending, whatever they say.
        """
        tense = self._cues["tense"]
        ending = next((end for end in tense[f"{name}_endings"] if word.text.endswith(end)), None)
        if ending is None:
            return False
        stem = word.text.removesuffix(ending)
        regular = {stem + suffix for suffix in tense["infinitive_suffixes"]}
        past = {word.lemma[:-_INFINITIVE] + end for end in tense["past_endings"]}
        if word.text in past:
            return False  # "retirait" is no form of "retir"
        names = {name.rpartition("_")[2] for name in self._clauses.lemmas(word)}
        return bool(regular & names) or not word.features.isdisjoint(tense[name])

    def _negated(self, word: Word) -> bool:
        """Whether a negative word scopes over a predicate, itself or through its object."""
        if word.prep in self._negation["prepositions"]:
            return True
        kids = self._tree.children(word, "adverb", "determiner", "coordinator", "other")
        objects = self._tree.children(word, "object", "attribute") if word.pos in _VERBS else []
        quantities = [det for kid in objects for det in self._tree.children(kid, "determiner")]
        shared = self._tree.children(word, *_SUBJECTS)
        pairs = [det for kid in shared for det in self._negative_parts(kid)]
        texts = {kid.text for kid in (*kids, *quantities, *pairs) if not self._is_restricted(kid)}
        if texts & set(self._negation["weak"]) and texts & set(self._negation["particles"]):
            return True
        return bool(texts & set(self._negation["adverbs"]))

    def _negative_parts(self, subject: Word) -> list[Word]:
        """Return the words that may deny for all of a subject: "no country", "ni A ni B"."""
        named = self._tree.conjuncts(subject)
        return [kid for word in named for kid in self._tree.children(word, *_NEGATORS)]

    def _is_restricted(self, negator: Word) -> bool:
        """Whether a negator is part of "not only"."""
        behind = self._tree.words[negator.index + 1 : negator.index + 2]
        return bool(behind) and behind[0].text in self._negation["restrictors"]

    def _denied_beside(self, word: Word) -> bool:
        """Whether a verb of denial that the parser took for an adverb stands before."""
        denials = set(self._cues["modality"]["denied"]["verbs"])
        kids = self._tree.children(word, "adverb")
        return any(kid.text in denials and kid.index < word.index for kid in kids)

    def _reported_in_past(self, word: Word) -> bool:
        """Whether a conditional is the future seen from a past report ("a dit qu'il viendrait")."""
        chain = [word, *self._scope.above(word)]
        clause = next((at for at, item in enumerate(chain) if item.role == "complement"), None)
        if clause is None:
            return False
        return any(not _PAST.isdisjoint(item.features) for item in chain[clause + 1 :])

    # What embeds it

    def _is_open(self, word: Word) -> bool:
        """Whether a predicate hangs from an "if" or a "whether", or an "if" hangs from it."""
        for item in (word, *self._scope.above(word)):
            if self._is_condition(item):
                return True
            if item.role in ("relative", "adverbial", "complement") or item.role in _SUBJECTS:
                break
        conditions = self._tree.children(word, "adverbial")
        return self._is_unreal(word) and any(map(self._is_condition, conditions))

    def _is_condition(self, word: Word) -> bool:
        return word.index in self._conditioned

    @cached_property
    def _conditioned(self) -> set[int]:
        """Verbs behind a conditional conjunction, or with one for a marker."""
        texts = [word.text for word in self._tree.words]
        found = set()
        for conjunction in self._negation["conditionals"]:
            parts = conjunction.split()
            for at in range(len(texts)):
                if texts[at : at + len(parts)] != parts or not self._opens_clause(at):
                    continue
                verbs = (word for word in self._tree.words[at + 1 :] if self._is_finite(word))
                found |= {word.index for word in [next(verbs, None)] if word is not None}
                if self._tree.words[at].role == "marker":
                    found.add(self._tree.words[at].head)
        return found

    def _opens_clause(self, at: int) -> bool:
        """Whether a word that may be a conjunction is one, not a modal in its clause."""
        return self._tree.words[at].pos in ("SCONJ", "ADP", "CCONJ", "ADV") or at == 0

    def _is_finite(self, word: Word) -> bool:
        if word.pos not in _VERBS or word.role in ("auxiliary", "passive_auxiliary"):
            return False
        held = self._tree.children(word, "auxiliary", "passive_auxiliary", "copula")
        return any("VerbForm=Fin" in item.features for item in (word, *held))

    def _is_unreal(self, word: Word) -> bool:
        """Whether a verb is in the mood of what would be."""
        auxiliaries = self._tree.children(word, "auxiliary", "passive_auxiliary")
        return any(map(self._is_conditional, (word, *auxiliaries)))

    def _is_conditional(self, word: Word) -> bool:
        listed = word.text in self._cues["tense"]["conditional_auxiliaries"]
        return listed or self._has_tense(word, "conditional")

    def _above(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what the words that embed a predicate say of it, up to what asserts it."""
        at = word
        carrier = self._clauses.support(word) if word.pos not in _VERBS else None
        for head in self._scope.above(word):
            if head is carrier:  # its own form counts as the noun's
                at = head
                continue
            if at.role == "conjunct":
                if self._is_finite(at) and "VerbForm=Inf" in head.features:
                    return  # "refused to answer and recalled": taken for a second infinitive
                at = head
                continue
            if not self._is_scoped(at, head):
                return
            for effect in self._said_of(head, at):
                yield effect, head
            if at.role == "complement" or (
                head.pos in _VERBS and at.role in ("object", "oblique", "attribute")
            ):
                return
            at = head

    def _said_of(self, head: Word, inner: Word) -> Iterator[str]:
        """Yield what a word above says of what it embeds, its own form included where shared."""
        if self._affirms(head):
            return
        if self._leaves_open(head):
            yield "possible"
            return
        yield from self._embedding(head, inner)
        if self._shares_form(head, inner):
            yield from self._form(head)

    def _is_scoped(self, word: Word, head: Word) -> bool:
        """Whether what is said of a head holds for a dependent: not for adjuncts before it."""
        if word.role in _SUBJECTS and word.role != "subject_passive":
            copular = self._tree.children(head, "attribute", "modifier")
            return head.pos == "ADJ" or bool(copular) or self._is_unreal(head)
        if word.role == "oblique" and head.pos in _VERBS and word.index < head.index:
            return False
        if word.role == "complement":
            # "X accuses Y, Y denies it": what comes first is told, not embedded.
            first = word.index < head.index and self._tree.children(head, "object")
            return not first and self._scope.is_told(word)
        if word.role == "adverbial" and head.pos in _VERBS and "Aspect=Prog" in word.features:
            return 0 < word.index - head.index <= _NEAR  # "ruled out recognising"
        loose = ("adverbial", "participle", "other")
        infinitive = word.role in loose and "VerbForm=Inf" in word.features
        return word.role in _SCOPED or infinitive

    def _shares_form(self, head: Word, inner: Word) -> bool:
        """Whether a dependent happened as far as its head did."""
        if head.pos not in _VERBS:
            return False
        if inner.role in ("infinitive", "gerund"):
            return True
        # A noun told as new has no life of its own: "could find itself at war".
        new = inner.pos == "NOUN" and not self._scope.is_definite(inner)
        return new and inner.role in ("object", "oblique", "subject", "attribute")

    def _embedding(self, head: Word, inner: Word) -> Iterator[str]:
        """Yield what a verb, noun or adjective says of what it embeds."""
        kind = _KINDS.get(head.pos, "verbs")
        effects = list(self._listed(head, kind))
        planning = self._cues["modality"]["planned"]["infinitive"]
        if inner.role == "infinitive" and head.lemma in planning:
            effects.append("planned")
        if kind == "verbs":
            effects = [item for item in effects if self._holds(item, head, inner)]
            effects += self._judged(head, inner)
            if effects and self._negated(head):
                effects = ["denied"]
        elif kind == "adjectives" and self._is_achieved(head):
            return
        yield from effects

    def _affirms(self, verb: Word) -> bool:
        """Whether two negations affirm: "n'a pas hésité à", "did not fail to"."""
        doubling = set(self._negation["doubling"])
        return bool(self._clauses.lemmas(verb) & doubling) and self._negated(verb)

    def _leaves_open(self, verb: Word) -> bool:
        """Whether a denial is denied: "n'exclut pas de", "does not rule out"."""
        opening = set(self._negation["opening"])
        return bool(self._clauses.lemmas(verb) & opening) and self._negated(verb)

    def _judged(self, head: Word, inner: Word) -> list[str]:
        """Return what an adjective behind a copula says of its subject: "an attack is possible"."""
        if inner.role not in (*_SUBJECTS, "complement"):
            return []
        found = []
        for kid in self._tree.children(head, "attribute", "modifier"):
            found += list(self._listed(kid, "adjectives")) if kid.pos == "ADJ" else []
            if kid.text in self._negation["affirming"] and self._negated(head):
                found.append("denied")
        return found

    def _is_achieved(self, adjective: Word) -> bool:
        """Whether what somebody was able to do was done: "was able to leave"."""
        if adjective.text not in self._cues["tense"]["half_auxiliaries"]:
            return False
        head = self._tree.head(adjective)
        return head is not None and "Tense=Past" in head.features and not self._negated(head)

    def _holds(self, effect: str, head: Word, inner: Word) -> bool:
        """Whether a verb that plans or permits leaves open if what it embeds happened."""
        if inner.role == "complement" and effect == "planned":
            # "announced that it had signed": the clause's own tense decides.
            return "Mood=Sub" in inner.features
        perfect = any("VerbForm=Inf" in kid.features for kid in self._perfect(inner))
        if effect == "planned" and perfect:
            return False  # "assure avoir livré"
        if self._clauses.lemmas(head).isdisjoint(self._cues["tense"]["half_auxiliaries"]):
            return True
        # "a dû partir", "avait pu entrer", "had to leave" tell what came to pass.
        return "Tense=Past" not in head.features and inner.prep in (None, "to")

    def _perfect(self, verb: Word) -> list[Word]:
        return self._tree.children(verb, "auxiliary") if "Tense=Past" in verb.features else []

    def _listed(self, word: Word, kind: str) -> Iterator[str]:
        names = self._clauses.lemmas(word)
        for modality in _STRENGTH:
            lists = self._cues["modality"].get(modality)
            if lists and names & set(lists[kind]):
                yield modality
