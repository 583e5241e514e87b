"""What embeds a predicate: the words above that say of it whether it happened."""

from collections.abc import Iterator

from graph.extract.factuality.cues import Cues
from graph.extract.factuality.cuewords import DROP
from graph.extract.factuality.form import Form
from graph.extract.factuality.lists import embedding_lists
from graph.extract.factuality.mood import Mood
from graph.extract.factuality.negation import Negation
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.once import frozen
from graph.extract.parsing.word import NOUNS, VERBS, Word

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

#: How far behind its verb a gerund is still its object, in words.
_NEAR = 2


#: Roles under which parsers put an infinitive that they find no other place for.
_LOOSE = ("adverbial", "participle", "other")

#: The same, with the place that an infinitive has.
_BARE = ("complement", *_LOOSE)


class Embedding:
    """Goes up from the predicates of one sentence."""

    def __init__(
        self, clauses: Clauses, negation: Negation, mood: Mood, cues: Cues, form: Form
    ) -> None:
        """Look at a sentence with what is known of its words."""
        self._lists = embedding_lists(cues.table)
        self._clauses, self._tree, self._scope = clauses, clauses.tree, Scope(clauses.tree)
        self._negation, self._mood, self._cues, self._form = negation, mood, cues, form
        self._dative = frozen(clauses.table["dative"])

    def above(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Yield what the words that embed a predicate say of it, up to what asserts it.

        Each effect comes with the word that has it.
        """
        at, aimed, useful = word, False, False
        carrier = self._clauses.support(word) if word.pos not in VERBS else None
        for head in self._scope.above(word):
            # its own form counts as the noun's; "refused to rule out a raid" refused nothing more
            if head is carrier or (at is not word and self._negation.is_declined(at)):
                at = head
                continue
            if at.role == "conjunct":
                if self._mood.is_finite(at) and "VerbForm=Inf" in head.features:
                    return  # "refused to answer and recalled": taken for a second infinitive
                at = head
                continue
            yield from self._told_of(at, head)
            if self._is_still_to_come(at, head):
                yield from self._plans_of(head)
                return
            if not self._is_scoped(at, head) or self._is_told_before(at, head):
                return
            if self._clauses.is_of("blame", head) and self._clauses.is_charged(at, head):
                return  # "suspended A for arming B": it has
            aimed = aimed or self._is_aim(at)
            useful = useful or self._is_use(at, head)
            for effect in self._said_of(head, at, aimed=aimed):
                yield (DROP if useful and effect == "denied" else effect), head
            asserted = head.pos in VERBS and at.role in ("object", "oblique", "attribute")
            # "the claim that it had signed" goes on to what is said of the claim
            told = at.role == "complement" and head.pos not in NOUNS
            told = told and self._clauses.lemmas(head).isdisjoint(self._lists.letting)
            reported = head.role == "participle" and self._is_content(head)  # "reports telling of"
            if told or (asserted and not reported and not self._performs(head)):
                return
            at = head

    def _told_of(self, clause: Word, head: Word) -> Iterator[tuple[str, Word]]:
        """Yield what is said of a clause by what was planned, asked for, or given, in it."""
        if self._is_called_off(clause, head):
            yield "denied", head
        if clause.role == "participle" and self._is_opposed(clause, head):
            yield "possible", head
        if self._is_asked_for(clause, head):
            yield "requested", head
        if self._is_purpose(clause, head):
            yield "possible", head
        if self._clauses.granted(clause):
            # "gave A hours to comply": the clause may hang from the hours
            giver = head if head.pos in VERBS else self._tree.head(head)
            timed = giver is not None and bool(self._clauses.terms(giver))
            yield ("requested" if timed else "planned"), head

    def _is_asked_for(self, clause: Word, verb: Word) -> bool:
        """Whether a clause tells what an appeal is for: « a lancé un appel pour que A parte »."""
        if clause.role != "adverbial" or clause.index < verb.index:
            return False
        marks = self._tree.children(clause, "marker")
        aim = any(mark.text in self._lists.aims for mark in marks)
        nouns = self._tree.children(verb, "object") if aim else []
        return any("requested" in set(self._cues.listed(noun, "nouns")) for noun in nouns)

    def _is_opposed(self, clause: Word, name: Word) -> bool:
        """Whether somebody is against what another does, or may do: "objects to A joining B"."""
        verb = self._tree.head(name) if name.index == clause.index - 1 else None
        return verb is not None and not self._clauses.lemmas(verb).isdisjoint(self._lists.opposing)

    def _is_purpose(self, clause: Word, verb: Word) -> bool:
        """Whether a clause tells what others are to do: « a saisi A pour qu'il sanctionne B »."""
        if clause.role != "adverbial" or clause.index < verb.index:
            return False
        marks = self._tree.children(clause, "marker")
        aim = any(mark.text in self._lists.aims for mark in marks)
        return aim and len(marks) > 1 and self._mood.is_finite(clause)

    def _is_still_to_come(self, word: Word, verb: Word) -> bool:
        """Whether something comes after what a verb tells: "will meet A before flying to B"."""
        gerund = word.pos in VERBS and "Aspect=Prog" in word.features
        gerund = gerund or self._mood.is_infinitive(word)  # « avant de partir pour B »
        return (
            verb.pos in VERBS and word.prep in self._lists.ahead and (gerund or word.pos == "NOUN")
        )

    def _plans_of(self, verb: Word) -> Iterator[tuple[str, Word]]:
        """Yield the plans that a verb is part of."""
        found = [(effect, verb) for effect in self._form.effects(verb)]
        yield from (each for each in (*found, *self.above(verb)) if each[0] == "planned")

    def _is_aim(self, word: Word) -> bool:
        """Whether an infinitive tells what something is done for: "blocked roads to protest"."""
        return word.prep in self._lists.aims and self._mood.is_infinitive(word)

    def _is_use(self, word: Word, verb: Word) -> bool:
        """Whether an infinitive tells what another is given a thing for: "lend it bases to".

        Or what he is let use it for: "let A use its bases to strike B".
        """
        if word.role != "infinitive":
            return False
        lemmas, above = self._clauses.lemmas(verb), self._tree.head(verb)
        let = above is not None and self._clauses.lemmas(above) & self._lists.letting
        if lemmas.isdisjoint(self._lists.using) and not (let and lemmas & self._lists.used):
            return False
        return any(kid.index < word.index for kid in self._tree.children(verb, "object"))

    def _said_of(self, head: Word, inner: Word, *, aimed: bool) -> Iterator[str]:
        """Yield what a word above says of what it embeds, its own form included where shared.

        Whoever refuses something in order to punish somebody does punish him.
        """
        if self._negation.affirms(head):  # "will not hesitate to" is still to come
            new = not self._negation.goes_on(head)
            yield from (item for item in self._form.effects(head) if new and item != "denied")
            return
        if self._negation.leaves_open(head):
            yield "possible"
            return
        said = () if self._clauses.calls(head, inner) else self._cues.said_by(head, inner)
        yield from (item for item in said if not (aimed and item == "denied"))
        if inner.role == "subject_passive" and self._is_imagined(head, inner):
            yield "possible"
        if head.pos not in VERBS and "VerbForm=Inf" in inner.features and self._is_hearsay(head):
            yield "possible"
        if self._shares_form(head, inner):
            kept = self._lists.unshared.isdisjoint(self._clauses.lemmas(head))
            # A set, here and below: of "in" on a generator mypyc makes something else than Python.
            kept = kept and "denied" not in set(self._cues.listed(head, "verbs"))  # "did not deny"
            yield from (item for item in self._form.effects(head) if kept or item != "denied")

    def _is_scoped(self, word: Word, head: Word) -> bool:
        """Whether what is said of a head holds for a dependent: not for adjuncts before it."""
        if word.role == "subject":
            copular = self._tree.children(head, "attribute", "modifier", "infinitive")
            says = bool(self._tree.children(head, "object"))  # "the parties called it historic"
            undecided = (bool(copular) and not says) or self._cues.is_undecided(head)
            return head.pos == "ADJ" or undecided or self._is_imagined(head, word)
        if word.role == "oblique" and head.pos in VERBS and self._is_beside(word, head):
            return False
        ended = head.pos == "NOUN" and (
            word.prep in self._lists.beside or head.lemma in self._lists.over
        )
        if ended or word.prep in self._lists.apart:
            return False  # "begged A to wait before leaving"; what ends has been going on
        if word.role == "complement":
            # "X accuses Y, Y denies it": what comes first is told, not embedded.
            first = word.index < head.index and self._tree.children(head, "object")
            return not first and self._scope.is_told(word)
        if word.role == "adverbial" and head.pos in VERBS and "Aspect=Prog" in word.features:
            return 0 < word.index - head.index <= _NEAR  # "ruled out recognising"
        marks = self._tree.children(word, "marker") if word.role == "adverbial" else []
        # ", while A attacked B" is not part of what is asked
        asked = bool(marks) and self._tree.words[max(0, marks[0].index - 1)].text != ","
        asked = asked and word.index > head.index  # "while A bombed B, C asked D to talk"
        asked = asked and "requested" in set(self._cues.listed(head, "verbs"))
        loose = self._mood.is_infinitive(word) and (
            word.role in _LOOSE or (word.role == "relative" and not self._is_ranked(head))
        )
        loose = loose or self._is_content(word)
        return word.role in _SCOPED or loose or asked

    def _is_imagined(self, verb: Word, noun: Word) -> bool:
        """Whether a verb tells what something would do that is told as new: "a war would"."""
        return self._mood.is_unreal(verb) and not self._scope.is_definite(noun)

    def _is_ranked(self, noun: Word) -> bool:
        """Whether a noun is of those who did something: "the first country to leave"."""
        return any(kid.text in self._lists.ranking for kid in self._tree.children(noun))

    def _is_called_off(self, clause: Word, noun: Word) -> bool:
        """Whether a clause tells what was planned and is not to be: "cancelled talks due to"."""
        acted_on = noun.role in ("object", "subject_passive")
        told = acted_on and clause.role in ("relative", "participle")
        verb = self._tree.head(noun) if told else None
        if verb is None or self._clauses.lemmas(verb).isdisjoint(self._lists.cancelling):
            return False
        # "a contract signed in 2016", "that it had signed": what is called off had been done
        done = self._mood.is_past(clause) or "VerbForm=Part" in clause.features
        return not done or self._cues.plans(clause)

    def _is_beside(self, noun: Word, verb: Word) -> bool:
        """Whether a noun is no part of what a verb says: "asked, in a letter", "told his host"."""
        tried = self._cues.is_trying(noun)  # "failed in its attempt to"
        if noun.index < verb.index or (noun.prep in self._lists.during and not tried):
            return True
        if noun.lemma in self._lists.prior:
            return True
        if self._clauses.is_charge(noun):  # "asked A for its support" is of what is wanted
            return "requested" not in set(self._cues.listed(verb, "verbs"))
        bare = not self._tree.children(noun, "determiner")
        if bare and noun.lemma in self._clauses.companions:
            return True  # "warned A, on a visit to B"
        if self._clauses.is_occasion(noun, verb) and self._is_told(verb):
            return True
        return noun.prep in self._dative and self._cues.addresses(verb)

    def _is_told(self, verb: Word) -> bool:
        """Whether something is told now, or was: not so in "will announce", "wants to ask"."""
        return self._mood.is_finite(verb) and not any(self._form.effects(verb))

    def _is_told_before(self, word: Word, head: Word) -> bool:
        """Whether a colon stands between a title and what is told under it."""
        between = self._tree.words[head.index : word.index]
        return head.pos in NOUNS and any(item.text == ":" for item in between)

    def _is_hearsay(self, word: Word) -> bool:
        """Whether a plan is told as hearsay: "is reportedly about to", "serait prêt à"."""
        above = self._tree.head(word)
        verbs = self._tree.children(word, "copula")
        verbs += [above] if above is not None and above.pos == "AUX" else []
        return any("possible" in set(self._form.effects(verb)) for verb in (word, *verbs))

    def _performs(self, verb: Word) -> bool:
        """Whether a verb's object happens as far as the verb does: "will launch the talks"."""
        return not self._lists.performing.isdisjoint(self._clauses.lemmas(verb))

    def _is_bare(self, verb: Word) -> bool:
        """Whether a verb is an infinitive in some loose place: "may gather to", "helps A leave"."""
        return verb.role in _BARE and self._mood.is_infinitive(verb)

    def _is_content(self, clause: Word) -> bool:
        """Whether a clause tells what its noun is: "the claim that A had attacked B"."""
        head = self._tree.head(clause)
        if head is None or head.pos not in NOUNS:
            return False
        if clause.role == "relative":  # "reports according to which"
            kids = self._tree.children(clause)
            return any(
                k.text in self._lists.relatives and k.prep in self._lists.according for k in kids
            )
        telling = clause.role == "participle" and head.lemma in self._lists.reports
        return telling or (clause.role in _LOOSE and bool(self._tree.children(clause, "marker")))

    def _shares_form(self, head: Word, inner: Word) -> bool:
        """Whether a dependent happened as far as its head did."""
        if head.pos not in VERBS:
            return False
        if inner.role in ("infinitive", "gerund") or self._is_bare(inner) or self._performs(head):
            return True
        # A noun told as new has no life of its own: "could find itself at war".
        new = inner.pos == "NOUN" and not self._scope.is_definite(inner)
        return new and inner.role in ("object", "oblique", "subject", "attribute")
