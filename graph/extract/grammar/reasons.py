"""What something is done for, and by whom.

Who imposes sanctions "for the invasion of B" has not invaded B; who calls A "to thank him" does so.
"""

from collections.abc import Sequence
from functools import cached_property

from graph.extract.grammar.verbkinds import VerbKinds
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import VERBS


class Reasons(VerbKinds):
    """Answers about the nouns of one sentence that tell why something is done."""

    def done_over(self, noun: Word) -> Word | None:
        """Return the verb of what is done over what a noun names, or None.

        "Imposed sanctions on A for the raid on B", "left in response to the raid on B". Of what is
        only thought of it, "voiced its condemnation of the raid on B", that is the noun.
        """
        head = self.tree.head(noun) if noun.role == "oblique" else None
        if head is None:
            return None
        if head.lemma in self._lists.attitudes and head.mention is None:
            return head
        if head.role == "oblique" and head.lemma in self._lists.retorting and head.mention is None:
            noun, head = head, self.tree.head(head)
            return head if head is not None and head.pos in VERBS else None
        why = noun.prep in self._lists.punished_for
        if head.pos not in VERBS or not (why or noun.prep in self.table["dative"]):
            return None
        felt = any(kid.lemma in self._lists.attitudes for kid in self.tree.children(head, "object"))
        felt = felt and noun.mention is None
        return head if felt or (why and self._punishments(head)) else None

    def tells_why(self, word: Word, predicate: Word) -> bool:
        """Return whether a word tells why a predicate's subject acts, not what a noun is of."""
        over = self.done_over(word)
        return over is not None and (over is not predicate or predicate.pos != "NOUN")

    def is_reason(self, noun: Word) -> bool:
        """Return whether a noun stands behind a preposition of what something is done over."""
        return noun.prep in self._lists.punished_for

    def is_charge(self, noun: Word) -> bool:
        """Return whether a noun is a deed over which one acts: "barred A over its raid"."""
        kids = self.tree.children(noun, "determiner", "possessor") if self.is_reason(noun) else ()
        return any("Poss=Yes" in kid.features for kid in kids)

    @cached_property
    def adverse(self) -> list[Word]:
        """Return the words that something is said to be against."""
        against = self.table["adverse"]
        return [word for word in self.tree.words if word.prep in against]

    def is_perfect(self, verb: Word) -> bool:
        """Return whether an infinitive tells what somebody has done: « pour avoir armé B »."""
        own = self.tree.children(verb, "auxiliary")
        return any("VerbForm=Inf" in kid.features for kid in own)

    def is_charged(self, clause: Word, verb: Word) -> bool:
        """Return whether a clause says for what a verb judges or strikes its object, who did it.

        "Struck A for arming B", « a frappé A pour avoir armé B »; not so "compensated A for".
        """
        if clause.role != "gerund" and not self.is_perfect(clause):  # as of most
            return False
        own = self.tree.children(clause, "auxiliary")  # which may have the preposition
        if self._lists.blamed_for.isdisjoint([clause.prep, *[kid.prep for kid in own]]):
            return False
        named = any(kid.mention is not None for kid in self.tree.children(verb, "object"))
        return (named and not self.is_of("repaying", verb)) or self.is_of("blame", verb)

    def accuser(self, clause: Word) -> Word | None:
        """Return the verb that charges its object with what a clause tells, or strikes it for that.

        "Jailed a man for arming B", "cleared two men of arming B": the parser may hang the clause
        from the man, or from what he is taken to, "took A to a court for arming B".
        """
        head = self.tree.head(clause)
        if head is not None and clause.role in ("gerund", "oblique"):
            led = head.role == "oblique" and head.prep in self.table["dative"]
            if head.role == "object" or (led and head.mention is None):
                head = self.tree.head(head)
        if head is None or head.pos not in VERBS:
            return None
        told = clause.prep in self._lists.charged_with and "Mood=Ind" not in clause.features
        return head if self.is_charged(clause, head) or (told and self._charges(head)) else None

    def _charges(self, verb: Word) -> bool:
        """Whether a verb says of its object that it did something: "convicted A of arming B"."""
        return self.is_of("charging", verb) and not self.is_passive(verb)

    def granted(self, infinitive: Word) -> list[Word]:
        """Return who is given something to do with it what an infinitive tells, or the right to.

        "Gave A weapons to strike B", « a donné à A le droit de quitter B »: A does, if anybody.
        Who sends a letter to A to accuse B accuses B himself, as who helps A to help B helps it.
        """
        verb = self.tree.head(infinitive) if "VerbForm=Inf" in infinitive.features else None
        if verb is not None and verb.role in ("object", "oblique") and verb.mention is None:
            verb = self.tree.head(verb)  # "the right to"
        if verb is None or verb.index > infinitive.index or verb.pos not in VERBS:
            return []
        taken = self._takers(verb, self._given(verb, infinitive) or self.terms(verb))
        if infinitive.lemma in self._lists.deeds and self.is_of("equipping", verb):
            taken += self.tree.children(verb, "object")
        return [kid for kid in taken if kid.mention is not None][:1]

    def terms(self, verb: Word) -> list[Word]:
        """Return the time that a verb gives somebody: "gave A a week to leave".

        A date is no word of the tree: « a donné à A jusqu'à lundi pour partir » gives nothing else.
        """
        if not self.is_of("granting", verb):
            return []
        kids = self.tree.children(verb, "object", "oblique", "adverb")
        bare = all(kid.mention is not None and kid.prep is not None for kid in kids)
        return [verb] if kids and bare else [kid for kid in kids if kid.lemma in self._lists.terms]

    def _given(self, verb: Word, infinitive: Word) -> list[Word]:
        """Return what somebody is given to act with, or by right: "arms to strike", "the right"."""
        given = self.tree.children(verb, "object", "oblique")
        armed = infinitive.lemma in self._lists.deeds
        names = self._lists.means if armed else self._lists.rights
        return [noun for noun in given if noun.lemma in names]

    def _takers(self, verb: Word, given: Sequence[Word]) -> list[Word]:
        """Return who takes what a verb gives or moves."""
        grants = bool(given) and self.is_of("granting", verb)
        if not grants and (not given or self._lists.moving.isdisjoint(self.lemmas(verb))):
            return []
        timed = any(noun.role == "adverb" for noun in given)  # "gave A a week"
        taken = self.tree.children(verb, "indirect", *(("object",) if timed else ()))
        taken += [kid for noun in given for kid in self.tree.children(noun, "compound")]
        handed = any(noun.lemma in self._lists.handed for noun in given)
        if grants or handed:  # "sent missiles to A to strike B", but not "sent jets to A to"
            held = [kid for word in (verb, *given) for kid in self.tree.children(word, "oblique")]
            taken += [kid for kid in held if kid.prep in self.table["dative"]]
            if self.is_passive(verb):  # "was given leave by B to"
                taken += self.tree.children(verb, "subject_passive")
        return taken

    def calls(self, verb: Word, infinitive: Word) -> bool:
        """Return whether who calls somebody means to do himself what an infinitive tells."""
        aim = "VerbForm=Inf" in infinitive.features and self._lists.calling.leads_to(infinitive)
        return aim and self.is_of("calling", verb) and bool(self.tree.children(verb, "object"))

    def is_anothers(self, verb: Word) -> bool:
        """Return whether a clause tells what is judged: "welcomed the decision to leave B".

        Whoever judges it has not done it, unless it is called his own. The parser may hang it from
        the judging verb instead.
        """
        if (accuser := self.accuser(verb)) is not None:
            return bool(self.tree.children(accuser, "object"))
        head = self.tree.head(verb)
        if head is None or "VerbForm=Inf" not in verb.features:
            return False
        if verb.role == "adverbial" and self.takes_sides(head):
            opens = min(kid.index for kid in (verb, *self.tree.children(verb)))
            return any(opens - noun.index == 1 for noun in self.tree.children(head, "object"))
        if verb.role != "participle" or head.pos != "NOUN" or head.role != "object":
            return False
        return (judge := self.tree.head(head)) is not None and self.takes_sides(judge)

    def punished(self, verb: Word) -> list[Word]:
        """Return whom a noun that a verb carries punishes: "imposed sanctions on A".

        Or whom it is against that something is done: "opened an inquiry against A for arming B".
        """
        nouns = self._punishments(verb)
        carried = nouns or self.tree.children(verb, "object", "subject_passive")
        kids = [kid for word in (verb, *carried) for kid in self.tree.children(word, "oblique")]
        return [kid for kid in kids if kid.prep in self.table["limiting" if nouns else "adverse"]]

    def hit(self, noun: Word, clause: Word) -> list[Word]:
        """Return whom a verb harms or equips with something: "hit A with tariffs for arming B".

        Args:
            noun: What it does so with.
            clause: What tells what for.
        """
        if noun.prep not in self._lists.hit_with or clause.prep not in self._lists.blamed_for:
            return []
        verb = self.tree.head(noun)
        dealt = verb is not None and (self.is_of("blame", verb) or self.is_of("equipping", verb))
        kids = self.tree.children(verb, "object", "subject_passive") if verb and dealt else []
        return [kid for kid in kids if kid.mention is not None]

    def _punishments(self, verb: Word) -> list[Word]:
        """Return the nouns of punishments that a verb carries: "the ban that A has put on B"."""
        borne = self.tree.children(verb, "object", "subject_passive")
        head = self.tree.head(verb)
        if verb.role in ("participle", "relative") and head is not None:
            borne = [*borne, head]
        return [noun for noun in borne if noun.lemma in self._lists.punishing]
