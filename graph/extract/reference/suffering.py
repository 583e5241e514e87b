"""Whom what a noun names is done to: "the attack on A", "a visit to B", "the pact with C"."""

from graph.extract.grammar.verbs import CLAUSAL
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import DOERS
from graph.extract.reference.naming import Naming

#: How many words behind a noun what is said of it may stand: "the attack on the tiny A".
_NEAR = 4

#: Roles of what was done to, or by, what a noun names.
_DONE = ("participle", "modifier")

#: Parts of speech of what a noun's participle is parsed as.
_TOLD = ("VERB", "ADJ")


class Suffering(Naming):
    """Answers about the nouns of one sentence that tell what is done to somebody."""

    def sufferers(self, word: Word, *, visited: bool = True) -> list[Word]:
        """Return whom the violence is done to that a noun phrase, or the one around it, names.

        So is a visit paid to them, "condemned A's visit to B", and so are the others of what is
        between several: "denounced the pact with A".

        Args:
            word: The noun phrase.
            visited: Return these others too.
        """
        if self._is_hit(word):
            return [word]
        nouns = self._tree.subtree(word, barring=CLAUSAL)
        around = self._tree.head(word)
        if around is not None:
            nouns += [around, *self._tree.children(around, "object", "oblique")]
            noun = self._tree.head(around) if around.role in _DONE else None
            nouns += [noun] if noun is not None else []
        telling = [n for n in nouns if self.is_violence(n) or (visited and self._is_to_others(n))]
        found = [
            kid
            for noun in telling
            for kid in self._behind(noun)
            if self._is_violent(noun, kid)
            or (visited and (self._is_gone_to(noun, kid) or self._is_shared(noun, kid)))
        ]
        return found + [kid for noun in nouns for kid in self._done_to(noun)]

    def struck(self, word: Word) -> list[Word]:
        """Return whom the violence is done to that a word itself names, or that befell it."""
        if self._is_hit(word):
            return [word]
        deed = word.mention is None and self.is_violence(word)
        return self.sufferers(word, visited=False) if deed else []

    def forsaken(self, word: Word) -> list[Word]:
        """Return with whom a noun phrase says something is broken off: "the end of ties with A"."""
        if self._forms(word).isdisjoint(self._lists.severing):
            return []
        inside = self._tree.subtree(word, barring=CLAUSAL)
        return [kid for kid in inside if kid.prep in self._lists.partner]

    def _done_to(self, noun: Word) -> list[Word]:
        """Return to whom somebody does what a noun names: "the raids led by A on B"."""
        verbs = self._tree.children(noun, "participle")
        led = [verb for verb in verbs if self._tree.children(verb, "agent")]
        return [kid for verb in led for kid in self._tree.children(verb, "oblique")]

    def _is_hit(self, word: Word) -> bool:
        """Whether a word is in what violence befell: "the attack on A's men, which killed two"."""
        inner = at = word
        for above in self._tree.ancestors(word):
            if above.pos == "NOUN" and self.is_violence(above):
                doing = inner.role in DOERS or inner.prep in self._lists.agentive
                told = at.role in ("relative", "participle") and inner is not at
                if told:
                    return not doing
                return at.role == "oblique" and self._is_violent(above, at)
            inner, at = at, above
        return False

    def _behind(self, noun: Word) -> list[Word]:
        """Return what is said of a noun behind it, also where it was parsed as said of the verb.

        So is what its participle tells: "the attacks carried out in Paris".
        """
        verb = self._tree.head(noun)
        beside = self._tree.children(verb, "oblique") if verb is not None else []
        near = [kid for kid in beside if noun.index < kid.index <= noun.index + _NEAR]
        done = [w for w in self._tree.children(noun, *_DONE) if w.pos in _TOLD]
        inside = [kid for word in done for kid in self._tree.children(word, "oblique")]
        return [*self._tree.children(noun, "oblique"), *inside, *near]

    def _is_violent(self, noun: Word, kid: Word) -> bool:
        """Whether a noun is violence that is done to whom it introduces behind it, or there."""
        forms = self._forms(noun)
        if not forms & self._lists.violence:
            return False
        if kid.prep not in self._lists.genitive:
            return kid.prep not in self._lists.inflicting
        mention = self.mention(kid)
        town = mention is not None and mention.how == "capital"
        # "the Kabul bombing" is nobody's in Kabul
        there = town and bool(forms & self._lists.befalling)
        return there or bool(forms & self._lists.suffered) or self._is_done_by(noun)

    def _is_to_others(self, noun: Word) -> bool:
        """Whether a noun is one of going to somebody, or of what is between several."""
        return noun.lemma in self._lists.mutual or bool(self._forms(noun) & self._lists.journeys)

    def _is_gone_to(self, noun: Word, kid: Word) -> bool:
        """Whether a noun of going says that one goes to somebody: he has not gone himself."""
        led = kid.mention is not None and kid.prep is not None
        led = led and kid.prep not in self._lists.inflicting
        return led and not self._lists.journeys.isdisjoint(self._forms(noun))

    def _is_shared(self, noun: Word, kid: Word) -> bool:
        """Whether somebody is the other side of what is condemned: "denounced the pact with A"."""
        return noun.lemma in self._lists.mutual and kid.prep in self._lists.partner

    def _is_done_by(self, noun: Word) -> bool:
        """Whether an agent stands behind a noun: "the aggression of A by B"."""
        return any(kid.prep in self._lists.agentive for kid in self._tree.children(noun))
