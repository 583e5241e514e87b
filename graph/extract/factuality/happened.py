"""Whether what a match says happened: what its relation adds to what is said of its predicate."""

from collections.abc import Mapping
from typing import Any

from graph.extract.factuality.cuewords import STRENGTH
from graph.extract.factuality.whether import Whether
from graph.extract.frames.match import Match
from graph.extract.grammar.clauses import Clauses
from graph.extract.once import frozen
from graph.extract.parsing.word import SUBJECTS, VERBS, Word
from graph.extract.reference.reference import Reference
from graph.model import Modality
from graph.traits import has

_MEDIATION, _SANCTIONS = "mediatesFor", "sanctions"

#: What has been said all the same where it is denied, refused or ignored.
_ANSWERED = ("requests", "protestsTo", "invites", "pledgesTo")


class Happened:
    """Answers about the matches of one sentence."""

    def __init__(
        self, clauses: Clauses, reference: Reference, whether: Whether, cues: Mapping[str, Any]
    ) -> None:
        """Look at a sentence, with whom its words mean, whether its predicates hold, and cues."""
        self._clauses, self._reference, self._whether = clauses, reference, whether
        self._documents = frozen(clauses.table["documents"])
        self._awaiting = frozen(cues["negation"]["awaiting"])
        self._enabling = frozen(cues["tense"]["enabling"])

    def modality(self, match: Match) -> Modality | None:
        """Return whether what a match says happened; None where nothing is recorded.

        What somebody did likewise happened as far as what it repeats; who did not follow a
        refusal has refused nothing, nor done it.
        """
        if match.pattern.answered or self.is_charge(match) or self._is_answered(match):
            return "actual"  # whatever came of it, it was asked for, or alleged
        relation = match.frame.relation
        own = None if match.frame.refused and self._is_awaited(match) else self._own(match)
        if relation == _MEDIATION and own == "actual":
            own = self._offered(match)
        weighed = relation == _SANCTIONS and self._is_weighed(match)
        if own == "actual" and (weighed or self._is_laid(match)):
            return "possible"
        if own == "requested" and self._is_own_order(match):
            done = has(relation, "declared") and self._whether.is_ordered(match.predicate)
            return "actual" if done else "planned"
        return None if own is None or self._is_mere_hope(match, own) else _echoed(own, match)

    def _is_mere_hope(self, match: Match, own: Modality) -> bool:
        """Whether what may be is only spoken well of: "hopes to work with B", "seeks a deal"."""
        relation, predicate = match.frame.relation, match.predicate
        if own == "requested":
            return has(relation, "conciliatory")
        named = predicate.pos not in VERBS and has(relation, "awaited")
        stands = predicate.role in SUBJECTS  # "their cooperation would not be shaken"
        return own == "possible" and (named or (has(relation, "courteous") and not stands))

    def _is_awaited(self, match: Match) -> bool:
        """Whether it is only not done yet, which refuses nothing: "has yet to reply to B"."""
        tree, verb = self._clauses.tree, match.predicate
        verbs = [verb, *(head for head in (tree.head(verb),) if head and verb.role == "infinitive")]
        kids = [kid for each in verbs for kid in tree.children(each, "adverb")]
        return any(kid.text in self._awaiting for kid in kids)

    def _own(self, match: Match) -> Modality | None:
        """Return what the sentence says of a predicate; None of what is refused, or threatened."""
        if self._is_refused_text(match):
            return None
        relation = match.frame.relation
        return self._whether.modality(
            match.predicate,
            attempt=has(relation, "attempted"),
            declared=has(relation, "declared"),
        )

    def _is_laid(self, match: Match) -> bool:
        """Whether a deed is only laid to somebody's charge: "a strike blamed on A hit B"."""
        tree, word = self._clauses.tree, match.predicate
        nouns = [word, *(self._clauses.subjects(word) if word.pos in VERBS else ())]
        laid = [kid for noun in nouns for kid in self._reference.ascribed(noun)]
        laid = [kid for kid in laid if match.subject in self._reference.actors(kid)]
        verbs = [tree.head(kid) for kid in laid]
        return any(verb is not None and not tree.children(verb, "agent") for verb in verbs)

    def _is_refused_text(self, match: Match) -> bool:
        """Whether a text says it that its subject refuses: "vetoed a statement condemning B".

        Nobody does what a clause says that such a text "would have" done.
        """
        text = self._text_of(match.predicate)
        verb = self._clauses.tree.head(text) if text is not None else None
        if text is None or verb is None or verb.pos not in VERBS:
            return False
        own = match.subject in self._reference.acting(self._clauses, verb)
        if not own and match.predicate in self._clauses.tree.children(text, "participle"):
            return False
        refused = any(effect == "denied" for effect, _ in self._whether.cues(text))
        return refused or self._whether.modality(verb) == "denied"

    def _text_of(self, word: Word) -> Word | None:
        """Return the noun of a text that says something: "a draft that would have asked A to"."""
        tree = self._clauses.tree
        verbs = [each for each in (word, *tree.ancestors(word)) if each.role == "relative"]
        # not "refused a letter that A had written"
        verbs = [verb for verb in verbs if tree.head(verb) in self._clauses.subjects(verb)]
        if word.role == "participle":  # not "denied a report that A had armed B"
            judged = self._clauses.judges(word) or self._clauses.takes_sides(word)
            verbs += [word] if judged else []
        nouns = (tree.head(verb) for verb in verbs)
        return next((noun for noun in nouns if noun and noun.lemma in self._documents), None)

    def is_charge(self, match: Match) -> bool:
        """Return whether an accusation is told of with its denial: "denied the charge that".

        Also one that a clause of its own tells of: "rejected the charges levelled by A".
        """
        tree, word = self._clauses.tree, match.predicate
        charge = tree.head(word) if word.role == "participle" else word
        return match.frame.relation == "accuses" and charge is not None and self._meets(charge)

    def _is_answered(self, match: Match) -> bool:
        """Whether a demand or an offer is told of with its refusal: "A's appeal was rejected"."""
        return match.frame.relation in _ANSWERED and self._meets(match.predicate)

    def _meets(self, noun: Word) -> bool:
        """Whether a noun of what is said meets with an answer."""
        if noun.pos != "NOUN" or noun.role not in ("object", "subject_passive"):
            return False
        verb = self._clauses.tree.head(noun)
        return verb is not None and self._clauses.answers(verb)

    def is_enabling(self, match: Match) -> bool:
        """Return whether an act is told of as what made another possible."""
        if match.frame.relation != _MEDIATION:
            return False
        others = [word for word in match.trigger if word is not match.predicate]
        return any(word.prep in self._enabling for word in others)

    def _offered(self, match: Match) -> Modality:
        """Return whether what a verb acts on was done, where that is the act: "offered its aid"."""
        acted_on = [word for word in match.trigger if word.role == "object" and not word.mention]
        found = [self._whether.modality(word, attempt=True) for word in acted_on]
        offered = [modality for modality in found if modality in ("planned", "possible")]
        return offered[0] if offered else "actual"

    def _is_weighed(self, match: Match) -> bool:
        """Whether the verb only says that what it acts on may come: "is weighing sanctions"."""
        if match.predicate.pos not in VERBS:
            return False  # "sanctions against judges"
        acted_on = [word for word in match.words if word.head == match.predicate.index]
        return any(self._whether.modality(word, declared=True) == "possible" for word in acted_on)

    def _is_own_order(self, match: Match) -> bool:
        """Whether somebody orders what his own side is to do: "ordered his troops out"."""
        givers = [
            self._reference.state(actor)
            for verb in self._whether.orders(match.predicate)
            for word in self._clauses.subjects(verb)
            for actor in self._reference.actors(word)
        ]
        return self._reference.state(match.subject) in givers


def _echoed(own: Modality, match: Match) -> Modality | None:
    """Return whether a match happened, as far as what it repeats did."""
    if match.repeats is None:
        return own
    return None if own == match.repeats == "denied" else min(own, match.repeats, key=STRENGTH.index)
