"""Negation: whether a negative word scopes over a predicate."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from graph.extract.grammar.clauses import Clauses
from graph.extract.once import frozen, once
from graph.extract.parsing.word import SUBJECTS, VERBS, Word

_HYPHENS = ("-", "\u2011")

_NEGATORS = ("determiner", "coordinator", "modifier")  # « nul accord »


class _Lists:
    """What a language negates with, for all its sentences."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        """Take the table ``negation`` of the language's ``cues.toml``."""
        self.prepositions = frozen(table["prepositions"])
        self.adverbs = frozen(table["adverbs"])
        self.weak, self.particles = frozen(table["weak"]), frozen(table["particles"])
        self.restrictors = frozen(table["restrictors"])
        self.ever, self.earlier = frozen(table["ever"]), frozen(table["earlier"])
        self.declining = frozen(table["declining"])
        self.bare = frozen(table["bare"])
        self.approximate = frozen(table["approximate"])
        self.ending = frozen(table["ending"])
        self.unforeseen = frozen(table["unforeseen"])
        self.doubling, self.opening = frozen(table["doubling"]), frozen(table["opening"])
        self.small = self.adverbs | self.weak | self.particles


_lists = once(_Lists)


class Negation:
    """Finds what is negated in one sentence."""

    def __init__(
        self, clauses: Clauses, table: Mapping[str, Sequence[str]], pluperfect: Sequence[str]
    ) -> None:
        """Look at a sentence.

        Args:
            clauses: The sentence.
            table: The table ``negation`` of the language's ``cues.toml``.
            pluperfect: Auxiliaries of what was over before.
        """
        self._clauses, self._tree = clauses, clauses.tree
        self._lists = _lists(table)
        self._pluperfect = frozen(pluperfect)

    def negates(self, word: Word) -> bool:
        """Return whether a negative word scopes over a predicate, itself or through its object."""
        if word.prep in self._lists.prepositions:
            return True
        if self._lists.small.isdisjoint(self._tree.spoken):  # as of most sentences
            return False
        kids = self._tree.children(word, "adverb", "determiner", "coordinator", "other")
        adverbs = [kid for kid in kids if kid.pos == "ADV"]  # "n'a pas encore condamné"
        kids += [below for kid in adverbs for below in self._tree.children(kid, "adverb")]
        objects = self._tree.children(word, "object", "attribute") if word.pos in VERBS else []
        quantities = [det for kid in objects for det in self._tree.children(kid, "determiner")]
        shared = self._tree.children(word, *SUBJECTS)
        pairs = [det for kid in shared for det in self._negators(kid)]
        texts = {kid.text for kid in (*kids, *quantities, *pairs) if not self._is_restricted(kid)}
        texts |= {item.text for item in self._joining(word)}
        if texts & self._lists.particles and self._tree.words[0].text in self._lists.adverbs:
            return True  # "Pas une fois A n'a condamné B"
        if texts & self._lists.particles and self._clauses.lemmas(word) & self._lists.bare:
            return True
        if texts & self._lists.weak and (texts | self._above(word)) & self._lists.particles:
            return True
        return bool(texts & self._lists.adverbs)

    def _above(self, noun: Word) -> set[str]:
        """Return the small words of the verb that a noun with "no" hangs from: "led to no deal"."""
        marks = self._tree.children(noun, "determiner") if noun.pos == "NOUN" else []
        verb = self._tree.head(noun) if any(kid.text in self._lists.weak for kid in marks) else None
        kids = self._tree.children(verb, "adverb") if verb is not None else []
        behind = self._before_next_verb(noun) if verb is not None else ()
        return {item.text for item in (*kids, *behind)}

    def _before_next_verb(self, noun: Word) -> Sequence[Word]:
        """Return the words between a noun and the next finite verb, which parsers hang anywhere."""
        behind = self._tree.words[noun.index + 1 :]
        return list(takewhile(lambda item: "VerbForm=Fin" not in item.features, behind))

    def lacks_subject(self, verb: Word) -> bool:
        """Return whether nothing, or nobody, does what a verb says: "nothing shows that"."""
        subjects = self._tree.children(verb, *SUBJECTS)
        return any(kid.text in self._lists.weak | self._lists.adverbs for kid in subjects)

    def is_until_then(self, word: Word) -> bool:
        """Return whether it is only said of before: "Never before had Paris recalled an envoy"."""
        if self._lists.ever.isdisjoint(self._tree.spoken):  # as of nearly all sentences
            return False
        evers = [item for item in self._tree.words[: word.index] if item.text in self._lists.ever]
        past = [
            item
            for item in (word, *self._tree.children(word, "auxiliary", "passive_auxiliary"))
            if item.text in self._pluperfect
        ]
        first = min((item.index for item in past), default=0)
        return any(self._opens(item, first) or self._is_before(item) for item in evers)

    def _opens(self, ever: Word, auxiliary: int) -> bool:
        """Whether "never" stands at the head of a clause with an auxiliary of the pluperfect."""
        before = self._tree.words[max(0, ever.index - 1)]
        return ever.index < auxiliary and (before is ever or before.pos in ("PUNCT", "CCONJ"))

    def _is_before(self, ever: Word) -> bool:
        behind = self._tree.words[ever.index + 1 : ever.index + 2]
        return any(item.text in self._lists.earlier for item in behind)

    def affirms(self, verb: Word) -> bool:
        """Return whether two negations affirm: "n'a pas hésité à", "did not fail to"."""
        if self._lists.doubling.isdisjoint(self._clauses.lemmas(verb)):
            return False
        particle = any(kid.text in self._lists.particles for kid in self._tree.children(verb))
        # "ne cesse de" does without "pas"
        return particle or self.negates(verb) or self.lacks_subject(verb)

    def goes_on(self, verb: Word) -> bool:
        """Return whether what a verb ends, where it is not denied, is done already: "stop"."""
        return bool(self._clauses.lemmas(verb) & self._lists.ending)

    def leaves_open(self, verb: Word) -> bool:
        """Return whether a denial is denied: "n'exclut pas de", "refuses to rule out".

        Nor does it tell what will be that somebody, or nobody, expected it: "nobody expected".
        """
        names = self._clauses.lemmas(verb)
        if self._lists.opening.isdisjoint(names) and (
            self._lists.unforeseen.isdisjoint(names) or not self._tree.children(verb, "subject")
        ):
            return False
        return self.negates(verb) or self.lacks_subject(verb) or self.is_declined(verb)

    def is_declined(self, verb: Word) -> bool:
        """Return whether somebody will not say that it will not be: "refused to rule out"."""
        if self._lists.opening.isdisjoint(self._clauses.lemmas(verb)):
            return False
        above = self._tree.head(verb) if "VerbForm=Inf" in verb.features else None
        return above is not None and above.lemma in self._lists.declining

    def _negators(self, subject: Word) -> list[Word]:
        """Return the words that may deny for all of a subject: "no country", "ni A ni B"."""
        named = self._tree.conjuncts(subject)
        return [kid for word in named for kid in self._tree.children(word, *_NEGATORS)]

    def _joining(self, word: Word) -> list[Word]:
        """Return the conjunction that joins a verb to one before: "neither praised nor blamed"."""
        before = self._tree.words[max(0, word.index - 1)]
        return [before] if word.role == "conjunct" and before.role == "coordinator" else []

    def _is_restricted(self, negator: Word) -> bool:
        """Whether a negator is part of "not only", or of another word: "du jamais-vu".

        Or only says how much or how often: "almost daily", "nearly all", but not "is almost at".
        """
        behind = self._tree.words[negator.index + 1 : negator.index + 2]
        if negator.text in self._lists.approximate:
            is_ = self._tree.words[negator.index - 1].pos == "AUX"
            return all(item.pos not in VERBS and not (is_ and item.pos == "ADP") for item in behind)
        return any(
            item.text in _HYPHENS
            or (item.text in self._lists.restrictors and item.role != "marker")
            for item in behind
        )
