"""Find the actors for a slot among the words that may stand there."""

from collections.abc import Hashable, Sequence

from graph.extract.frames.patterns import Pattern, Slot
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.verbs import CLAUSAL
from graph.extract.parsing.tree import Word
from graph.extract.reference.salience import side
from graph.extract.slots.acting import SEVERAL, Acting
from graph.extract.slots.attempt import Attempt
from graph.extract.slots.ends import Ends
from graph.extract.slots.places import Places
from graph.extract.unsaid.recall import Recall
from graph.model import Actor
from graph.traits import fits, has, is_domestic, traits

#: The kind of what only the name of a town may fill: "O/town" of "captured Mosul".
TOWN = "town"

#: The kind of what only the name of a state may fill, and of no town: « les raids au Mali ».
_LAND = "land"

#: What people may fill, or a state for them, but neither by its name nor through a town; and what
#: no pronoun may.
_PEOPLE, _SOMEBODY = "people", "somebody"

#: The kind of those whom what they are by birth names: "deported 300 Afghans".
_NATIONALS = "nationals"

#: Roles of what somebody tells somebody to do.
_DONE = ("infinitive", "gerund", "complement", "clause")


class Sides:
    """Looks for the other side of what one predicate tells."""

    def __init__(
        self, clauses: Clauses, reference: Recall, acting: Acting, places: Places, ends: Ends
    ) -> None:
        """Look at the word of a sentence at which somebody acts.

        Args:
            clauses: The sentence.
            reference: Whom its words stand for.
            acting: Who acts at the word.
            places: Where the slots of its patterns may be filled.
            ends: Hears through which word each actor is an end.
        """
        self._clauses, self._tree, self._reference = clauses, clauses.tree, reference
        self._acting, self._places, self._ends = acting, places, ends
        self._word, self._all, self._beside = acting.word, acting.candidates, acting.beside
        self._there: dict[tuple[Hashable, bool, bool, bool], bool] = {}
        #: "A met B, whom he called a friend, and C": C is not called so
        self._relative = self._word if self._word.role == "relative" else None

    def of(self, slot: Slot, attempt: Attempt) -> list[Actor]:
        """Return the actors that fill a slot, and note the word for them in the attempt."""
        words = attempt.words
        if slot.attached and slot.strict:
            return self._reference.posts(words[-1]) or self._posted(attempt.pattern)
        if slot.attached and (envoys := self._served(words[-1], attempt)):
            return envoys
        candidates = self._places.of(slot, attempt)
        if self._all.mutual and any(self._acting.is_mutual(w, attempt.acting) for w in candidates):
            return list(attempt.acting)
        if attempt.loose and (beside := self._loose(slot, attempt)):
            candidates = [*candidates, *beside]
        for at, word in enumerate(candidates):
            found = self._actors(word, slot)
            if not found:  # as for most words
                continue
            if self._is_of_actor(slot, attempt, word, found):
                return []
            foes = self._foes(slot, word) if has(attempt.relation, "unopposed") else set()
            group = [a for a in self._acted_on(slot, word, found, attempt) if a.id not in foes]
            further = any(other.prep in slot.prepositions for other in candidates[at + 1 :])
            if further and self._is_home(group, attempt.acting, attempt.relation):
                continue  # « une visite à A de ses propres troupes »
            if group := self._of_kind(slot, word, group):
                words.append(word)
                self._ends.add({actor.id: word for actor in group})
                return group
        return []

    def is_there(self, slot: Slot, pattern: Pattern) -> bool:
        """Return whether the tree has anybody for the first slot of a pattern, whoever acts.

        Many patterns of a word look for somebody in the same places, and most fail for want of him.
        """
        key = slot.way, slot.strict, pattern.part == "verb", pattern.judging
        known = self._there.get(key)
        if known is None:
            words = self._places.first(slot, pattern)
            known = self._there[key] = any(self._actors(word, slot) for word in words)
        return known

    def _actors(self, word: Word, slot: Slot) -> list[Actor]:
        """Return for whom a word stands that may fill a slot."""
        within = self._relative if word.mention is not None else None
        return self._reference.actors(word, dig=not slot.strict, within=within)

    def _loose(self, slot: Slot, attempt: Attempt) -> list[Word]:
        """Return who stands beside the predicate, where that is looked for; no mere place."""
        if not attempt.is_loose(slot) or slot.strict:
            return []
        near = self.beside(slot, attempt.pattern)
        own = self._all.has_own(slot, attempt.words[1:])
        return [word for word in near if not (own and self._reference.placed(word))]

    def _is_of_actor(
        self, slot: Slot, attempt: Attempt, word: Word, found: Sequence[Actor]
    ) -> bool:
        """Whether a word names who acts too, so that nobody is the other side.

        Args:
            slot: What is to be filled.
            attempt: What was filled before it.
            word: What may fill it.
            found: Whom that stands for.
        """
        pattern = attempt.pattern
        if slot.attached and self._is_own(word, found, attempt.taken):
            return True
        if pattern.part == "noun" and self._is_beside_himself(word, found, attempt.taken):
            return True
        return pattern.bidding and self._is_joint(found, attempt.acting)

    def _acted_on(
        self, slot: Slot, word: Word, found: list[Actor], attempt: Attempt
    ) -> list[Actor]:
        """Return those of a word to whom it may be done."""
        acting, relation = attempt.acting, attempt.relation
        if self._acting.is_between_others(word, found, acting, relation):
            return []
        taken = attempt.taken
        left = [actor for actor in found if actor.id not in taken]
        spared = self._spared(slot, word, relation) if left else ()
        return [actor for actor in left if actor.id not in spared]

    def _is_led(self, word: Word) -> bool:
        """Whether a preposition leads who is meant, not whom the noun before it hit.

        "Blamed the raid on A"; but "blamed rebels for the raid on A", "blamed the raid on A on B".
        """
        noun = self._tree.head(word)
        if noun is None or noun.pos != "NOUN":
            return True
        alike = [kid for kid in self._tree.children(noun, "oblique") if kid.prep == word.prep]
        return noun.role != "oblique" and (not alike or word is alike[-1])

    def _posted(self, pattern: Pattern) -> list[Actor]:
        """Return where the envoy who acts serves: "the ambassador to A presented his letters"."""
        own = self._acting.subjects(pattern)
        return [actor for word in own for actor in self._reference.posts(word)]

    def _is_beside_himself(self, word: Word, found: Sequence[Actor], taken: set[str]) -> bool:
        """Whether who acts is among those it is done with: "in calls with A and B", not A's."""
        partner = word.prep in self._clauses.table["partner"]
        return partner and len(found) > 1 and any(actor.id in taken for actor in found)

    def beside(self, slot: Slot, pattern: Pattern) -> list[Word]:
        """Return who stands beside the predicate, and in nothing that is only told there."""
        near = self._beside.objects(slot)
        if pattern.complements:
            near = list(filter(self._is_told, near))
        return [word for word in near if not self._all.whose.is_told(word, self._word)]

    def _of_kind(self, slot: Slot, word: Word, group: list[Actor]) -> list[Actor]:
        """Return those of some actors that are of the kinds that a slot asks for."""
        if not slot.kinds:
            return group
        if TOWN in slot.kinds or _LAND in slot.kinds:
            town = self._reference.is_town(word)
            states = [actor for actor in group if actor.kind == "country"]
            return (group if town else []) if TOWN in slot.kinds else ([] if town else states)
        if _NATIONALS in slot.kinds:
            return group if self._reference.is_born(word) else []
        if _SOMEBODY in slot.kinds or _PEOPLE in slot.kinds:
            tract = word.lemma in self._clauses.table["tracts"]
            named = word.pos == "PRON" and _SOMEBODY in slot.kinds
            state = tract or named or self._reference.is_land(word)
            return [actor for actor in group if not (state and actor.kind == "country")]
        sent = slot.strict and self._reference.is_servant(word)
        if sent or self._reference.is_mere_town(word, slot.kinds):
            return []
        return [actor for actor in group if fits(actor, slot.kinds)]

    def _is_own(self, word: Word, found: Sequence[Actor], taken: set[str]) -> bool:
        """Whether people are of whoever acts: "A arrested an A national in B"."""
        mention = self._reference.mention(word)
        named = mention is not None and mention.how == "adjective" and word.role == "modifier"
        return named and bool(found) and all(actor.id in taken for actor in found)

    def _is_home(self, found: Sequence[Actor], acting: Sequence[Actor], relation: str) -> bool:
        """Whether all of some actors serve the state of whoever acts, which is no news abroad."""
        pairs = [(subject, other) for subject in acting for other in found]
        return bool(pairs) and all(is_domestic(relation, *pair) for pair in pairs)

    def _is_joint(self, found: Sequence[Actor], acting: Sequence[Actor]) -> bool:
        """Whether somebody tells what he has to do too: "A said that A and B should agree"."""
        state = self._reference.state
        return len(found) >= SEVERAL and not set(map(state, found)).isdisjoint(map(state, acting))

    def _is_told(self, word: Word) -> bool:
        """Whether a word may be who is told to do something: no part of what there is to do."""
        above = self._tree.ancestors(word)
        return not any(item.role in _DONE and item.head == self._word.index for item in above)

    def _spared(self, slot: Slot, word: Word, relation: str) -> set[str]:
        """Return who is not meant: it was done to them, or what is given is another's."""
        marks = traits()[relation].marks
        visited, given = "spares" in marks, self._is_given(word)
        spares = visited or ("unstruck" in marks and not given)
        hit = self._reference.sufferers(word, visited=visited) if spares else []
        if "charging" in marks and not (word.prep in slot.prepositions and self._is_led(word)):
            named = word.mention is not None
            hit += self._reference.struck(word) if named else self._reference.sufferers(word)
        hit += self._reference.struck(word) if "judging" in marks and not given else []
        hit += self._reference.forsaken(word) if "unbroken" in marks else []
        words = [item for kid in hit for item in self._tree.subtree(kid, barring=CLAUSAL)]
        own = self._tree.children(word, "determiner", "possessor")
        words += [kid for kid in own if self._clauses.is_givers(kid)]
        return {actor.id for kid in words for actor in self._reference.actors(kid)}

    def _foes(self, slot: Slot, word: Word) -> set[str]:
        """Return whom a thing is against, which is done for others: "the tribunal against A"."""
        adverse = self._clauses.adverse
        if not adverse:
            return set()
        words = [word] if word in adverse and word.prep not in slot.prepositions else []
        if word.mention is None:
            inside = self._tree.subtree(word, barring=CLAUSAL)
            words += [kid for kid in adverse if kid in inside and kid is not word]
        return {actor.id for kid in words for actor in self._reference.actors(kid)}

    def _is_given(self, word: Word) -> bool:
        """Whether somebody is told or given something: « réclamer des missiles à A »."""
        if word.mention is None or word.prep not in self._clauses.table["dative"]:
            return False
        head = self._tree.head(word)
        return head is None or head.role != "participle"  # « le siège imposé à A »

    def _served(self, noun: Word, attempt: Attempt) -> list[Actor]:
        """Return the states of envoys whom a noun names: where they serve, else whom they serve.

        A minister who summons the ambassador to his own state summons the one who serves there.
        """
        own = {side(actor) for actor in attempt.acting}
        states = [
            state
            for state in self._reference.envoy(noun)
            if state.id not in attempt.taken and side(state) not in own
        ]
        return states[:1] if self._reference.posts(noun) else states
