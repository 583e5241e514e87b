"""Whose something is, where neither a possessive nor a preposition says so.

What was done to it tells ("positions held by A"), or what it does ("the sanctions that hit A"), or
of whose act it is told as one ("A froze the talks, a step that B condemned").
"""

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.reference import Reference


class Whose:
    """Answers about the nouns of one sentence."""

    def __init__(self, clauses: Clauses, reference: Reference) -> None:
        """Look at a sentence."""
        self._clauses, self._tree, self._reference = clauses, clauses.tree, reference

    def hit(self, noun: Word) -> list[Word]:
        """Return whom a noun's own clause is about: "the sanctions that hit A", "imposed on A"."""
        verbs = self._tree.children(noun, "participle", "relative")
        if not verbs:  # as at most nouns
            return []
        verbs = [verb for verb in verbs if "VerbForm=Inf" not in verb.features]  # "effort to hit A"
        # neither in "the claim that B hit A" nor in "a text condemning A"
        verbs = [v for v in verbs if v.role == "relative" or not self._tree.children(v, "marker")]
        sides = self._condemning(noun)
        verbs = [verb for verb in verbs if verb not in sides and not self._is_somebodys(verb)]
        told = [verb for verb in verbs if verb.role == "relative"]  # "that he was to make to A"
        verbs += [kid for verb in told for kid in self._tree.children(verb, "infinitive")]
        hit = [kid for verb in verbs for kid in self._tree.children(verb, "object", "oblique")]
        hit = [kid for kid in hit if kid.prep not in self._clauses.table["circumstance"]]
        hit = [kid for kid in hit if not self._clauses.is_served(kid)]
        own = [verb for verb in verbs if not self._clauses.answers(verb)]
        owners = [verb for verb in verbs if self._clauses.owns(verb)]  # "positions held by A"
        hit += [kid for verb in owners for kid in self._tree.children(verb, "agent")]
        # "the demand that A had made" is A's, but not the one that A rejected
        hit += [kid for verb in own for kid in self._tree.children(verb, "subject")]
        agents = self._reference.carried_out(noun)
        return agents + hit if self._reference.is_violence(noun) else hit + agents

    def _is_somebodys(self, verb: Word) -> bool:
        """Whether a relative clause tells what people do: "a hacker who hit A" is none of A's."""
        persons = self._clauses.table["relative_person"]
        return any(kid.text in persons for kid in self._tree.children(verb, "subject"))

    def senders(self, noun: Word) -> list[Word]:
        """Return who has sent what strikes, or from where: "rockets fired by A", "fired from A"."""
        verbs = [v for v in self._tree.children(noun, "participle") if self._clauses.sends(v)]
        agents = [kid for verb in verbs for kid in self._tree.children(verb, "agent")]
        places = [kid for verb in verbs for kid in self._tree.children(verb, "oblique")]
        fired = [kid for kid in places if kid.prep in self._clauses.table["sent_from"]]
        return agents or fired or self._comes_from(noun)

    def _comes_from(self, noun: Word) -> list[Word]:
        """Return from where what strikes is said to have come: « des tirs venus de A »."""
        table = self._clauses.table
        verbs = [v for v in self._tree.children(noun, "participle") if v.lemma in table["coming"]]
        places = [kid for verb in verbs for kid in self._tree.children(verb, "oblique")]
        return [kid for kid in places if kid.prep in table["genitive"]]

    def of_kind(self, noun: Word) -> list[Word]:
        """Return whose a thing is where its kind stands between: « navires de guerre chinois »."""
        kinds = [
            kid
            for kid in self._tree.children(noun, "oblique")
            if kid.prep in self._clauses.table["genitive"] and kid.mention is None
        ]
        kids = [
            kid
            for kind in filter(self._is_bare, kinds)
            for kid in self._tree.children(kind, "modifier")
            if kid.index > kind.index
        ]
        return [kid for kid in kids if kid.mention is not None]

    def _is_bare(self, noun: Word) -> bool:
        """Whether a noun stands without an article, be it in its preposition: "du", "des"."""
        marks = self._tree.children(noun, "determiner", "preposition")
        articles = self._clauses.table["articles"]
        return not any(kid.role == "determiner" or kid.text in articles for kid in marks)

    def coined(self, noun: Word) -> list[Word]:
        """Return whose something is by a compound participle: "a US-drafted text"."""
        verbs = [kid for kid in self._tree.children(noun, "modifier") if self._clauses.holds(kid)]
        return [word for verb in verbs for word in self._clauses.compounded(verb)]

    def doers(self, predicate: Word, noun: Word) -> list[Word]:
        """Return whose act a clause of its own is about: "A froze talks, a step B condemned".

        Whoever praises what others did has not done it: "A praised the plan, which B rejected".
        """
        again = noun.lemma in self._clauses.table["resuming_nouns"] and self._is_set_behind(noun)
        governor = self._above(noun) if again else self._tree.head(noun)
        if governor is not None and noun.role == "apposition" and governor.role == "object":
            governor = self._tree.head(governor)  # "A sent the army, a step that B condemned"
        own = predicate.role in ("relative", "participle") and predicate.head == noun.index
        resumed = noun.text in self._clauses.table["resuming"]  # "A left, which B condemned"
        acted = (noun.role in ("object", "apposition") or again or resumed) and governor is not None
        if not own or not acted or governor is None or governor.pos not in VERBS:
            return []
        apart = self._clauses.judges(governor) or self._clauses.answers(governor)
        apart = apart or self._clauses.takes_sides(governor)
        made = noun.role == "apposition" or again or resumed or not apart
        return self._clauses.subjects(governor) if made else []

    def _is_set_behind(self, noun: Word) -> bool:
        """Whether a noun stands behind a comma, with what opens it: "A left, a step that"."""
        kids = self._tree.children(noun, "determiner", "modifier")
        start = min(word.index for word in (noun, *kids))
        return start > 0 and self._tree.words[start - 1].text == ","

    def _above(self, noun: Word) -> Word | None:
        """Return the verb of the clause that a noun set behind it takes up: "…, a step that"."""
        verbs = (word for word in self._tree.ancestors(noun) if word.pos in VERBS)
        return next((verb for verb in verbs if verb.index < noun.index), None)

    def beside_count(self, noun: Word) -> list[Word]:
        """Return what the parser hung from the count of a noun: "some of its envoys in B"."""
        count = self._tree.head(noun)
        if count is None or noun.role != "oblique" or not self._clauses.counts(count):
            return []
        return [kid for kid in self._tree.children(count, "oblique") if kid is not noun]

    def is_told(self, word: Word, predicate: Word) -> bool:
        """Return whether a word stands in what is told beside a predicate, not by it.

        "A text condemning A", "claims that A left", "held a man suspected of spying for A",
        "charged two with spying for A", "vetoed a resolution on A".
        """
        if self._clauses.is_served(word) or self._is_treated(word):
            return True
        own = [predicate, *self._tree.ancestors(predicate)]
        gerunds = [at for at in self._tree.ancestors(word) if at.role == "gerund"]
        if any(at not in own and at.head != predicate.index for at in gerunds):
            return True
        above = [at for at in self._tree.ancestors(word) if at.role == "participle"]
        told = any(self._tree.children(at, "marker") for at in above)
        heads = [(at, self._tree.head(at)) for at in above]
        return told or any(noun is not None and at in self._condemning(noun) for at, noun in heads)

    def _is_treated(self, word: Word) -> bool:
        """Whether a text is about a word, whose it is not: "a resolution on A"."""
        text = self._tree.head(word) if word.prep in self._clauses.table["treating"] else None
        return text is not None and text.lemma in self._clauses.table["documents"]

    def _condemning(self, text: Word) -> list[Word]:
        """Return the verbs with which a text judges others, whose it is not."""
        if text.lemma not in self._clauses.table["documents"]:
            return []
        kids = self._tree.children(text, "participle", "relative")
        return [v for v in kids if self._clauses.judges(v) or self._clauses.takes_sides(v)]
