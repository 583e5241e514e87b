"""When it happens: which of a sentence's dates belong to which predicate."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from graph.extract.clauses import Clauses
from graph.extract.once import frozen, once
from graph.extract.owners import Owners
from graph.extract.scope import Scope
from graph.extract.word import NOUNS, SUBJECTS, VERBS, Word
from graph.text.dates import DateSpan

#: Roles through which a date of the head is no date of the dependent.
_APART = frozenset({"relative", "apposition"})

#: Roles through which only the saying or planning is dated, not what is said or planned.
_EMBEDDED = frozenset({"complement", "infinitive", "object", "parataxis"})

#: Roles of what goes with a verb without being acted on: its date may be the verb's.
_ADJUNCTS = ("oblique", "participle", "adverbial")

#: Roles of clauses inside a noun phrase, whose dates are their own.
_CLAUSES = frozenset({"relative", "participle"})

#: Roles of clauses that tell what happened some other time.
_BACKGROUND = frozenset({"relative", "participle", "adverbial", "complement"})


#: Kinds of date of a term within which something is to be done.
_TERMS = ("window", "by")

#: Lists of cue words in ``cues.toml``.
_KINDS = ("verbs", "nouns", "adjectives")


class When:
    """Finds the dates of the predicates of one sentence."""

    def __init__(
        self,
        clauses: Clauses,
        spans: Sequence[DateSpan],
        text: str,
        offset: int,
        cues: Mapping[str, Any],
    ) -> None:
        """Look at a sentence with its date expressions.

        Args:
            clauses: The sentence.
            spans: Expressions, with places from the start of the sentence.
            text: The article's text.
            offset: Where the sentence starts in it.
            cues: The language's ``cues.toml``.
        """
        self._clauses = clauses
        self._tree = clauses.tree
        self._scope = Scope(clauses.tree)
        self._offset = offset
        self._quoting = frozen(cues["speech"]["opening"])
        self._apart = frozen(cues["tense"]["apart"])
        self._during = frozen(cues["tense"]["during"])
        self._simultaneous = frozen(cues["tense"]["simultaneous"])
        self._at_once = frozen(cues["tense"]["at_once"])
        self._places = frozen(cues["tense"]["places"])
        self._pluperfect = frozen(cues["tense"]["pluperfect"])
        self._just_after = frozen(cues["tense"]["just_after"])
        self._accusing = frozen(cues["speech"]["accusing"])
        self._staying = frozen(cues["tense"]["staying"])
        self._prior = frozen(cues["tense"]["prior"])
        self._perfect = frozen(cues["tense"]["perfect"])
        self._planning = _planning(cues)
        owners = Owners(self._tree, spans, text, offset, cues["tense"])
        self._owned = owners.owned
        self._first = owners.first

    def spans(self, word: Word, *, own: bool) -> list[list[DateSpan]]:
        """Return the date expressions that may date a predicate, the surest group first.

        Args:
            word: The predicate.
            own: Whether only its own clause counts: the day a plan was announced is not its day.
        """
        return [group for group in self._groups(word, own=own) if group]

    def owner(self, span: DateSpan) -> Word | None:
        """Return the predicate that an expression dates."""
        found = (at for at, spans in self._owned.items() if span in spans)
        return next((self._tree.words[at] for at in found), None)

    def _groups(self, word: Word, *, own: bool) -> Iterator[list[DateSpan]]:
        verbal = word.pos in VERBS
        support = None if verbal else self._clauses.support(word)
        yield self.own(word)
        if support is not None:
            yield self.own(support)
        if not verbal:
            yield self._below(word)
        yield self._beside_clause(support or word)
        yield self._behind_both(word)
        at = word
        for head in self._scope.above(word):
            if at.role in _APART and (self._is_there(at) or self._goes_on(at, head)):
                yield self.own(self._governor(head))
            after = at.prep in self._just_after and word.lemma in self._clauses.companions
            if at.role in _APART or (not after and self._is_apart(at, head, own=own)):
                return
            if at.role == "conjunct" and at.pos in VERBS:
                if "Tense=Pres" in at.features and "Tense=Pres" not in head.features:
                    return  # what happens now has no date of what happened
                yield self._shared(at, head)
            else:
                yield self.own(head)
                yield self._beside_clause(head)
            at = head
        if not own and self.is_main(word):
            yield self._before_colon(word)

    def _is_apart(self, word: Word, head: Word, *, own: bool) -> bool:
        """Whether a head has another date than what it embeds: the day a plan was announced."""
        planned = own and not self._clauses.lemmas(head).isdisjoint(self._planning)
        if planned and word.role in _EMBEDDED:
            return True
        return self._told(word, head)

    def _is_there(self, clause: Word) -> bool:
        """Whether a relative clause goes on with its head: "flew to Rome, where he met"."""
        kids = self._tree.children(clause)
        over = any(kid.text in self._pluperfect for kid in kids)
        return not over and any(kid.text in self._places for kid in kids)

    def is_now(self, word: Word, span: DateSpan) -> bool:
        """Return whether a predicate in the present tense stands before an expression."""
        verb = self._governor(word)
        before = word.start < span.start + self._offset
        return before and verb is not None and self._scope.tense(verb).is_present

    def is_present(self, verb: Word) -> bool:
        """Return whether a verb is in the present."""
        return "VerbForm=Fin" in verb.features and self._scope.tense(verb).is_present

    def is_past(self, word: Word) -> bool:
        """Return whether the verb of a predicate, or a verb that it hangs from, is in the past."""
        verbs = [item for item in (word, *self._scope.above(word)) if item.pos in VERBS]
        tenses = [self._scope.tense(verb) for verb in verbs]
        return next((tense.is_before for tense in tenses if tense.finite), False)

    def _goes_on(self, clause: Word, antecedent: Word) -> bool:
        """Whether a relative clause tells what came of its head: "made an offer, which A refused".

        That is so behind a comma at the end of a clause, in the tense of that clause.
        """
        verb = self._governor(antecedent)
        if clause.role != "relative" or verb is None or verb.index > antecedent.index:
            return False
        tense, then = self._scope.tense(clause), self._scope.tense(verb)
        same = tense.is_narrative and tense == then
        accused = tense.is_present and then.is_narrative and self._accuses(clause)
        return self._is_free(clause) and (same or accused)

    def _accuses(self, verb: Word) -> bool:
        """Whether a verb tells why something was done: "broke with A, which it accuses of"."""
        return not self._clauses.lemmas(verb).isdisjoint(self._accusing)

    def _governor(self, word: Word) -> Word | None:
        """Return the verb above a word, or the root: "was in Rome, where he met"."""
        chain = (word, *self._scope.above(word))
        return next((item for item in chain if item.pos in VERBS or item.role == "root"), None)

    def _shared(self, verb: Word, first: Word) -> list[DateSpan]:
        """Return the dates of a verb that hold for one coordinated with it too.

        Those are the dates told before it; of a verb with a subject of its own only those that open
        the sentence.
        """
        subjects = self._tree.children(first if self._has_subject(verb) else verb, *SUBJECTS)
        edge = min([verb.start, *(word.start for word in subjects)])
        return [span for span in self.own(first) if span.start + self._offset < edge]

    def _has_subject(self, verb: Word) -> bool:
        return bool(self._tree.children(verb, *SUBJECTS))

    def _before_colon(self, word: Word) -> list[DateSpan]:
        """Return the dates told before a colon, behind which the same is told in detail."""
        before = self._tree.words[: word.index]
        colons = [item.index for item in before if item.text in (":", ";")]
        if not colons or before[colons[-1]].text != ":" or self._opens_quote(colons[-1]):
            return []
        dated = [item for item in before[: colons[-1]] if self.own(item)]
        return self.own(dated[-1]) if dated else []

    def _opens_quote(self, colon: int) -> bool:
        return any(item.text in self._quoting for item in self._tree.words[colon + 1 : colon + 2])

    def is_main(self, word: Word) -> bool:
        """Return whether a predicate tells what its sentence tells, not some background of it."""
        chain = (word, *self._scope.above(word))
        return not any(
            item.role in _BACKGROUND and not (item.role == "complement" and item.index < head.index)
            for item, head in pairwise(chain)
        )

    def _told(self, word: Word, head: Word) -> bool:
        """Whether what a word tells is of another time than its head: "said that it had sent".

        A noun with a definite article is of any time: "a salué mardi la médiation de Doha".
        """
        if self._is_old(word):
            return True
        if word.prep in self._apart or (word.role == "oblique" and word.lemma in self._prior):
            return True
        if word.pos in VERBS:
            if self._is_over(word):
                return True
            perfect = "VerbForm=Part" in word.features and self._tree.children(word, "auxiliary")
            if word.role == "complement" and word.index > head.index and not self._is_free(word):
                return self._at_once.isdisjoint(word.features)
            return word.role in ("adverbial", "participle") and bool(perfect)
        acted_on = word.role == "object" and head.pos in VERBS
        return acted_on and self._scope.is_definite(word)

    def _is_old(self, word: Word) -> bool:
        """Whether a participle tells of before: "signed a pact brokered by A"."""
        bare = word.role == "participle" and not self._tree.children(word, "auxiliary")
        past = bare and {"VerbForm=Part", "Tense=Past"} <= word.features
        return past and self._clauses.lemmas(word).isdisjoint(self._staying)

    def _is_over(self, verb: Word) -> bool:
        """Whether an infinitive or a gerund tells of before its head: "regrets having left"."""
        helping = self._tree.children(verb, "auxiliary")
        return (
            "Tense=Past" in verb.features
            and any(
                item.lemma in self._perfect and "VerbForm=Fin" not in item.features
                for item in helping
            )
            and not any("VerbForm=Fin" in item.features for item in helping)
        )

    def _is_free(self, clause: Word) -> bool:
        """Whether a clause stands behind a comma: "On Tuesday, officials said, Paris recalled"."""
        first = min(word.index for word in self._tree.subtree(clause))
        return self._tree.words[max(0, first - 1)].text == ","

    def own(self, word: Word | None) -> list[DateSpan]:
        """Return the date expressions that hang from a predicate itself."""
        return self._owned.get(word.index, []) if word is not None else []

    def _below(self, noun: Word) -> list[DateSpan]:
        """Return the first date in a noun phrase: "l'anniversaire des relations (1948-2023)"."""
        kids = self._tree.subtree(noun, barring=_CLAUSES)
        kids += [
            low
            for kid in self._tree.children(noun, "participle")
            for low in (kid, *self._tree.subtree(kid, barring=_CLAUSES))
        ]
        inside = {word.index for word in kids}
        return [span for word, span in self._first if word.index in inside][:1]

    def _beside_clause(self, verb: Word) -> list[DateSpan]:
        """Return the dates of what a verb goes with: "dans une lettre datée de", "arrivé hier"."""
        if verb.pos not in VERBS:
            return []
        held = [kid for word in self._tree.children(verb, *SUBJECTS) for kid in self._met(word)]
        if found := [span for kid in held if kid.index < verb.index for span in self.own(kid)]:
            return found
        for kid in self._tree.children(verb, *_ADJUNCTS):
            markers = {item.text for item in self._tree.children(kid, "marker")}
            if kid.index > verb.index and kid.role != "oblique" and not markers:
                continue
            if kid.role == "adverbial" and markers and markers.isdisjoint(self._simultaneous):
                continue
            if kid.role == "oblique":
                if kid.prep not in self._during:
                    continue  # "under a treaty signed in 2015"
                found = [s for p in self._tree.children(kid, "participle") for s in self.own(p)]
            else:
                found = [] if self._is_of_oblique(kid) else self.own(kid)
            if found:
                return found
        return []

    def _is_of_oblique(self, participle: Word) -> bool:
        """Whether a participle stands behind a noun that it describes: "under a law passed in"."""
        before = [item for item in self._tree.words[: participle.index] if item.pos in NOUNS]
        passive = "Tense=Past" in participle.features
        return passive and bool(before) and before[-1].role == "oblique"

    def _met(self, actor: Word) -> list[Word]:
        """Return the participles that tell where an actor was: "A, received on Monday in B,"."""
        named = (actor, *self._tree.children(actor, "apposition", "flat"))
        kids = [kid for word in named for kid in self._tree.children(word, "participle")]
        return [kid for kid in kids if not self._clauses.lemmas(kid).isdisjoint(self._staying)]

    def _behind_both(self, verb: Word) -> list[DateSpan]:
        """Return the dates behind what two verbs share: "has armed and sheltered A since 1975".

        A term is shared by all: "to resume relations and reopen their missions within a month".
        """
        others = [kid for kid in self._tree.children(verb, "conjunct") if kid.pos in VERBS]
        if verb.pos not in VERBS or not others or self._has_subject(others[0]):
            return []
        shares = not self._tree.children(verb, "object", "oblique")
        edge = others[0].start - self._offset
        behind = [span for span in self.own(others[0]) if span.start > edge]
        return [span for span in behind if shares or span.kind in _TERMS]


@once
def _planning(cues: Mapping[str, Any]) -> frozenset[str]:
    """Return the lemmas of what is done on another day than what it embeds: plans, requests."""
    tables = cues["modality"].values()
    words = {lemma for table in tables for kind in _KINDS for lemma in table[kind]}
    return frozenset({*words, *cues["speech"]["verbs"]} - {*cues["tense"]["half_auxiliaries"]})
