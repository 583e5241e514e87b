"""Fill the slots of a pattern with the arguments of a predicate."""

from collections.abc import Sequence
from functools import cached_property

from graph.extract.frames.asked import Held
from graph.extract.frames.patterns import COMPLEMENTS, Pattern, Slot
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.tree import Word
from graph.extract.slots.acting import SEVERAL, Acting
from graph.extract.slots.attempt import Attempt, Filling
from graph.extract.slots.beside import Beside
from graph.extract.slots.candidates import Candidates
from graph.extract.slots.crimes import Crimes
from graph.extract.slots.ends import Ends
from graph.extract.slots.fitness import Fitness, parts_of
from graph.extract.slots.fleeing import Fleeing
from graph.extract.slots.given import Given
from graph.extract.slots.places import Places
from graph.extract.slots.sides import TOWN, Sides
from graph.extract.unsaid.recall import Recall
from graph.extract.unsaid.unsaid import Unsaid
from graph.extract.watch import NOBODY, Watcher
from graph.model import Actor
from graph.traits import fits

#: The actors, the words that filled noun slots, and how specific the pattern is with them.
Filled = tuple[Filling, list[Word], int]


class Filler:
    """Tries patterns at one predicate."""

    def __init__(
        self,
        clauses: Clauses,
        reference: Recall,
        word: Word,
        watcher: Watcher = NOBODY,
        candidates: Candidates | None = None,
    ) -> None:
        """Look at a word of a sentence; the candidates may be shared by all its words."""
        self._watcher = watcher
        self._clauses, self._tree = clauses, clauses.tree
        self._reference = reference
        self._word = word
        self._beside = Beside(clauses, reference, word)
        self._all = candidates or Candidates(clauses, reference)
        self.ends = Ends(clauses, reference)
        self._begun: dict[tuple[object, bool], bool] = {}
        #: The slot of the last pattern that stayed empty.
        self.stuck: Slot | None = None
        self._acting = Acting(clauses, reference, word, self._all, self._beside)
        self._company = self._acting.company
        self._fitness = Fitness(clauses, self._all, word)
        self._given = Given(clauses, word, self._fitness)
        self._places = Places(self._all, self._given, word)
        self._sides = Sides(clauses, reference, self._acting, self._places, self.ends)

    @cached_property
    def _unsaid(self) -> Unsaid:
        """Who is left unsaid; asked of few patterns."""
        return Unsaid(self._clauses, self._reference, self._word)

    def fill(self, pattern: Pattern, *, loose: str, relation: str) -> Filled | None:
        """Return what fills a pattern, or None where a slot stays empty.

        Args:
            pattern: One that the word may be the predicate of.
            loose: What may be found beside the predicate rather than in the tree: ``S``, ``O``
                or ``noun``; empty for nothing.
            relation: What the pattern says.
        """
        self.stuck = None
        if pattern.first and not self._begins(pattern, beside=loose == "noun"):
            self._fail(pattern, pattern.first)
            return None
        attempt = Attempt(pattern, relation, loose, [], [self._word])
        if not self._acts(attempt):
            self._fail(pattern, pattern.subject)
            return None
        own = self._given.of(pattern)
        partners = self._company.partners(own, relation)
        attempt.arguments = [*own, *partners] if partners else own
        acted = pattern.subject is not None and pattern.subject.kind == "actor"
        if pattern.among and acted and self._all.has_stranger(attempt.arguments):
            self._fail(pattern, pattern.subject)
            return None
        if pattern.bare and self._given.has_object(attempt.arguments):
            self._fail(pattern, None)
            return None
        for slot in pattern.slots:
            if not self._fills(slot, attempt):
                self._fail(pattern, slot)
                return None
        return self._filled(attempt)

    def lacks(self, pattern: Pattern) -> Slot | None:
        """Return the first slot of a pattern if the tree has nobody for it, as for many."""
        slot = pattern.other
        odd = self._given.behind or self._all.mutual or self._all.accompanied
        if slot is None or odd or self._sides.is_there(slot, pattern):
            return None
        self._fail(pattern, slot)
        return slot

    def is_negated(self, pattern: Pattern) -> bool:
        """Return whether what a pattern has for its infinitive is not to be done."""
        told, own = self._all.complements, self._given.of(pattern)
        slots = [slot for slot in pattern.slots if slot.kind in COMPLEMENTS]
        return any(told.is_negated(slot, own, self._word) for slot in slots)

    def _fills(self, slot: Slot, attempt: Attempt) -> bool:
        """Fill one slot, and return whether there is what it asks for."""
        if slot.kind not in COMPLEMENTS:
            return self._slot(slot, attempt)
        inner = self._all.complements.arguments(slot, attempt.arguments, self._word)
        attempt.arguments = [*(inner or ()), *attempt.arguments]
        return inner is not None

    def _filled(self, attempt: Attempt) -> Filled | None:
        """Return what fills a pattern whose slots are all filled, with how specific it is."""
        pattern = attempt.pattern
        nouns = [slot for slot in pattern.slots if slot.kind == "noun"]
        words = attempt.words[1:]
        fitted = {word: slot for word in words for slot in nouns if self._all.fits(word, slot)}
        if pattern.part == "noun" and not fitted.keys().isdisjoint(self._doers(attempt.filling)):
            return None  # whom "the expulsion of envoy X" befalls does it to nobody
        size = pattern.size + self._fitness.is_narrow(pattern)
        size += sum(slot.asked.is_narrow(self._all.forms(word)) for word, slot in fitted.items())
        return attempt.filling, list(fitted), size

    def may_loosen(self, slot: Slot, pattern: Pattern) -> bool:
        """Return whether somebody may fill a slot beside the word that nobody fills in the tree.

        Args:
            slot: The one of the pattern that stayed empty.
            pattern: What was tried.
        """
        if slot.kind != "actor" or slot is pattern.subject:
            return True
        apart = bool(slot.context) or slot.strict
        return not apart and bool(self._sides.beside(slot, pattern))

    def _fail(self, pattern: Pattern, slot: Slot | None) -> None:
        """Tell which slot stays empty; None where the word is unfit."""
        self.stuck = slot
        self._watcher.empty(pattern, self._word, slot)

    def _begins(self, pattern: Pattern, *, beside: bool) -> bool:
        """Whether the first element can be there, where that does not depend on who acts.

        Many patterns of a word begin with the same nouns, and most fail for want of them.
        """
        first = pattern.first
        if first is None or self._given.behind:
            return True
        key = pattern.opening, beside
        known = self._begun.get(key)
        if known is None:
            known = self._begins(pattern, beside=False) if beside else self._is_in(first, pattern)
            if beside and not known:
                near = self._beside.nouns(first, self._all.fits) if first.kind == "noun" else ()
                known = self._noun(first, near, [self._word]) is not None
            self._begun[key] = known
        return known

    def _is_in(self, first: Slot, pattern: Pattern) -> bool:
        """Whether the tree has the first element of a pattern: a noun, infinitive or clause."""
        if first.kind == "noun":
            candidates = self._places.first(first, pattern)
            return self._noun(first, candidates, [self._word]) is not None
        return self._all.complements.head(first, self._given.of(pattern), self._word) is not None

    def _doers(self, filling: Filling) -> list[Word]:
        """Return the words for the persons who fill the subject of a pattern."""
        acting = (actor for name in ("S", "S+") for actor in filling.get(name, ()))
        found = (self.ends.word(actor) for actor in acting if actor.kind == "person")
        return [word for word in found if word is not None]

    def moves_another(self, pattern: Pattern) -> bool:
        """Return whether who acts in a pattern goes nowhere himself: "was flown to A by B"."""
        onward = all(slot.prepositions for slot in pattern.slots)
        sent = self._clauses.is_passive(self._word) and self._tree.children(self._word, "agent")
        return pattern.part == "verb" and onward and bool(sent)

    def struck(self, actor: Actor) -> Actor:
        """Return whom force against somebody strikes: his group, or the state he acts for."""
        group = self._reference.memory.spoken.fellows.get(actor.id)
        return group or self._reference.state(actor)

    def is_common_crime(self, actor: Actor) -> bool:
        """Return whether what is done to an actor is done to its people for their own crimes."""
        word = self.ends.word(actor)
        common = Crimes(self._clauses, self._reference, self._word).is_common(word)
        return actor.kind == "country" and common

    def is_flight(self, place: Actor) -> bool:
        """Return whether somebody goes to a place in flight, and visits nobody."""
        fleeing = Fleeing(self._clauses, self._reference, self._word)
        return fleeing.is_told(self.ends.word(place))

    def is_home_affair(self, *pair: Actor) -> bool:
        """Return whether one of two is an unknown person in a text about the other's state."""
        return self._reference.is_home_affair(*pair)

    def tell_unfit(self, patterns: Sequence[Pattern], held: Held) -> None:
        """Tell whoever watches of patterns that cannot fit at the word, and which slot they lack.

        Args:
            patterns: Those that ask for what the sentence lacks, or that the word may not be.
            held: What is asked for that the sentence has.
        """
        for pattern in patterns:
            self._watcher.empty(pattern, self._word, self._lack(pattern, held))

    def _lack(self, pattern: Pattern, held: Held) -> Slot | None:
        """Return the first slot for which there is nothing; None where the word itself is unfit."""
        if pattern.part not in parts_of(self._clauses, self._word):
            return None
        if lacking := [slot for slot in pattern.listed if slot.asked not in held]:
            return lacking[0]
        return None if self._begins(pattern, beside=True) else pattern.first

    def is_figurative(self, pattern: Pattern, nouns: Sequence[Word], relation: str) -> bool:
        """Return whether what a filled pattern tells of is no force: "a trade war"."""
        involved = (self._word, *nouns, *self._acting.subjects(pattern))
        return any(self._all.is_figurative(word, relation) for word in involved)

    def may_be(self, pattern: Pattern) -> bool:
        """Return whether the word may be the predicate of a pattern, whoever acts.

        That is by its modifiers and the first slot, which may be filled beside it; it is of a part
        of speech that the word may be. No sentence before is asked for that.
        """
        begins = self._begins(pattern, beside=True)
        return begins and (not pattern.modified or self._fitness.is_modified(pattern))

    def may_act(self, pattern: Pattern) -> bool:
        """Return whether somebody may do what a pattern tells, be it who stands beside the word."""
        subject = pattern.subject
        if subject is None or subject.kind != "actor" or self._acting.of(pattern, loose=False)[0]:
            return True
        apart = pattern.implied or not self._begins(pattern, beside=False)
        if not apart and self._acting.of(pattern)[0]:  # beside it if all else may be in the tree
            return True
        self._watcher.empty(pattern, self._word, subject)
        return False

    def _acts(self, attempt: Attempt) -> bool:
        """Fill the subject of a pattern, and return whether there is what it asks for."""
        pattern, subject = attempt.pattern, attempt.pattern.subject
        if subject is None:
            done = pattern.among and pattern.implied and self._unsaid.mutual.is_done()
            return not (pattern.part == "verb" and (done or self._acting.anybody(pattern)))
        if subject.kind == "noun":
            acting = self._acting.subjects(pattern)
            return not subject.nouns or any(self._all.fits(word, subject) for word in acting)
        found, ends = self._acting.of(pattern, loose=attempt.loose == subject.name)
        self.ends.add(ends)
        if found and pattern.part == "verb":
            more = self._company.beside(pattern, attempt.relation)
            found = list(dict.fromkeys((*found, *more))) if more else found
        if subject.kinds:
            found = [actor for actor in found if self._is_of_kind(actor, subject)]
        several = subject.name == "S+" and all(slot.name != "O" for slot in pattern.slots)
        if len(found) < (SEVERAL if several else 1):
            return False
        attempt.filling[subject.name] = list(found)
        return True

    def _is_of_kind(self, actor: Actor, slot: Slot) -> bool:
        """Whether an actor found is of the kinds that a slot asks for."""
        return (TOWN in slot.kinds and self.ends.is_town(actor)) or fits(actor, slot.kinds)

    def _slot(self, slot: Slot, attempt: Attempt) -> bool:
        """Fill one slot that is no complement, with a noun or with actors."""
        words = attempt.words
        if slot.kind == "noun":
            told = slot.predicative and attempt.pattern.complements
            loose = attempt.is_loose(slot) and not told  # nothing is said of who is beside a clause
            near = self._beside.nouns(slot, self._all.fits) if loose else ()
            noun = self._noun(slot, (*self._places.of(slot, attempt), *near), words)
            words += [noun] if noun else []
            return noun is not None
        if slot.context:
            named = [actor for actors in attempt.filling.values() for actor in actors]
            group = self._unsaid.actors(slot, words, named, attempt.relation)
        else:
            group = self._sides.of(slot, attempt)
        if group:
            attempt.filling[slot.name] = group
        return bool(group)

    def _noun(self, slot: Slot, candidates: Sequence[Word], words: Sequence[Word]) -> Word | None:
        """Return the noun that fills a slot; none that names who fills another: "sent A's men"."""
        for word in candidates:
            if (word.mention is None or word not in words) and self._all.fits(word, slot):
                return word
        return None
