"""Whether what hangs from a word is of the time of that word, so that its date is the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.parsing.word import NOUNS, PAST, VERBS, Word
from graph.extract.setting.lists import date_lists

#: Roles through which only the saying or planning is dated, not what is said or planned.
_EMBEDDED = frozenset({"complement", "infinitive", "object", "parataxis"})

#: How many words before a noun may say that it is answered.
_NEAR = 4


class SameTime:
    """Compares the times of the words of one sentence."""

    def __init__(self, clauses: Clauses, cues: Mapping[str, Any]) -> None:
        """Look at a sentence with the language's ``cues.toml``."""
        self._clauses, self._tree = clauses, clauses.tree
        self._scope, self._lists = Scope(clauses.tree), date_lists(cues)

    def is_apart(self, word: Word, head: Word, *, own: bool) -> bool:
        """Return whether a head has another date than what it embeds: the day of a plan.

        Args:
            word: What is embedded.
            head: What it hangs from.
            own: Whether only its own clause may date it.
        """
        planned = own and not self._clauses.lemmas(head).isdisjoint(self._lists.planning)
        if planned and word.role in _EMBEDDED:
            return True
        return self._told(word, head)

    def is_feat(self, clause: Word, noun: Word) -> bool:
        """Return whether a clause tells what made somebody what he is: "became the first to go"."""
        ranks = (noun, *self._tree.children(noun))  # also "became the first to go"
        ranked = any(word.text in self._lists.ranking for word in ranks)
        told = noun.role in ("attribute", "root") and "VerbForm=Inf" in clause.features
        return clause.role == "relative" and ranked and told

    def is_there(self, clause: Word) -> bool:
        """Return whether a relative clause goes on with its head: "flew to Rome, where he met".

        So does what a text says: "sent a letter on Monday in which it demanded".
        """
        kids = self._tree.children(clause)
        over = any(kid.text in self._lists.pluperfect for kid in kids)
        there = any(kid.text in self._lists.places for kid in kids)
        return not over and (there or self._is_written(kids))

    def is_of(self, clause: Word, noun: Word) -> bool:
        """Return whether a clause tells what a noun does: "the raid launched by", "in which A".

        So does what is said in something: "Monday's speech by A, who condemned B".
        """
        carried = clause in self._clauses.carriers(noun)
        within = self._enclosed(self._tree.children(clause)) is not None
        said = noun.text in self._lists.media and clause.head != noun.index
        return carried or within or (said and clause.role == "relative")

    def _enclosed(self, kids: Sequence[Word]) -> Word | None:
        """Return the pronoun of "in which" among the words that hang from a verb."""
        inside = (
            k for k in kids if k.text in self._lists.enclosing and k.prep in self._lists.inside
        )
        return next(inside, None)

    def _is_written(self, kids: Sequence[Word]) -> bool:
        """Whether a clause tells what a text says: "a letter in which A demands"."""
        pronoun = self._enclosed(kids)
        before = self._tree.words[: pronoun.index - 1] if pronoun is not None else ()
        nouns = [word for word in before if word.pos != "PUNCT"][-1:]
        return any(noun.text in self._lists.media for noun in nouns)

    def goes_on(self, clause: Word, antecedent: Word) -> bool:
        """Return whether a relative clause tells what came of its head: "an offer, which A took".

        That is so behind a comma at the end of a clause, in the tense of that clause.
        """
        verb = self._scope.governor(antecedent)
        if clause.role != "relative" or verb is None or verb.index > antecedent.index:
            return False
        tense, then = self._scope.tense(clause), self._scope.tense(verb)
        same = tense.is_narrative and tense == then
        accused = tense.is_present and then.is_narrative and self._accuses(clause)
        return self._is_free(clause) and (same or accused)

    def _accuses(self, verb: Word) -> bool:
        """Whether a verb tells why something was done: "broke with A, which it accuses of"."""
        return not self._clauses.lemmas(verb).isdisjoint(self._lists.accusing)

    def _told(self, word: Word, head: Word) -> bool:
        """Whether what a word tells is of another time than its head: "said that it had sent".

        A noun with a definite article is of any time: "a salué mardi la médiation de Doha". What
        a perfect tells of now is of no one day: "has left, A said on Monday".
        """
        dateless = word.role == "complement" and self._is_just_so(word)
        ended = head.pos in NOUNS and head.lemma in self._lists.over
        if dateless or ended or word.prep in self._lists.apart or self.is_prior(word):
            return True
        if word.pos in VERBS:
            if self._is_old(word) or self._is_over(word):
                return True
            perfect = "VerbForm=Part" in word.features and self._tree.children(word, "auxiliary")
            if word.role == "adverbial" and self._scope.tense(word).finite:
                return self._is_besides(word, head, perfect=bool(perfect))
            later = word.role == "complement" and word.index > head.index
            if later and not self._is_free(word) and not self.is_there(word):
                return self._lists.at_once.isdisjoint(word.features)
            return word.role in ("adverbial", "participle") and bool(perfect)
        acted_on = word.role == "object" and head.pos in VERBS and word.mention is None
        judged = word.prep in self._lists.judging and self._judges(head)
        return (acted_on or judged) and self._scope.is_definite(word)

    def _judges(self, verb: Word) -> bool:
        """Whether somebody is judged for what follows, done before: "thanked A for its aid"."""
        return self._clauses.judges(verb) or self._clauses.is_of("blame", verb)

    def _is_besides(self, clause: Word, head: Word, *, perfect: bool) -> bool:
        """Whether a clause tells what is so, or was so before: "left, although C accuses B".

        What it tells in a perfect is of the time of its head where it goes on in the same tense:
        "a quitté A mardi, tandis que C a rappelé".
        """
        verb = self._scope.governor(head)
        tense, then = self._scope.tense(clause), self._scope.tense(verb or head)
        if not perfect:
            return tense.is_present and then.is_narrative
        opens = min(self._tree.subtree(clause), key=lambda word: word.index)
        return opens.text not in self._lists.alongside or tense != then

    def _is_just_so(self, verb: Word) -> bool:
        """Whether a verb is in a perfect that names no day: "has left", but "a quitté"."""
        tense = self._scope.tense(verb)
        held = self._tree.children(verb, "auxiliary")
        return (
            tense.perfect
            and "Tense=Pres" in tense.finite
            and any(item.lemma in self._lists.dateless for item in held)
        )

    def is_prior(self, noun: Word) -> bool:
        """Return whether a noun tells of what was done before: "at the invitation of".

        So does what is answered: "in retaliation for the expulsion".
        """
        before = self._tree.words[max(0, noun.index - _NEAR) : noun.index]
        answered = noun.pos == "NOUN" and any(
            word.lemma in self._lists.answering for word in before
        )
        return noun.role == "oblique" and (noun.lemma in self._lists.prior or answered)

    def _is_old(self, word: Word) -> bool:
        """Whether a participle tells of before: "signed a pact brokered by A"."""
        bare = word.role == "participle" and not self._tree.children(word, "auxiliary")
        past = bare and word.features >= PAST
        return past and self._clauses.lemmas(word).isdisjoint(self._lists.staying)

    def _is_over(self, verb: Word) -> bool:
        """Whether an infinitive or a gerund tells of before its head: "regrets having left"."""
        helping = self._tree.children(verb, "auxiliary")
        return (
            "Tense=Past" in verb.features
            and any(
                item.lemma in self._lists.perfect and "VerbForm=Fin" not in item.features
                for item in helping
            )
            and not any("VerbForm=Fin" in item.features for item in helping)
        )

    def _is_free(self, clause: Word) -> bool:
        """Whether a clause stands behind a comma: "On Tuesday, officials said, Paris recalled"."""
        first = self._tree.subtree(clause)[0].index
        return self._tree.words[max(0, first - 1)].text == ","
