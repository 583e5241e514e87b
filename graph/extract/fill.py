"""Fill the slots of a pattern with the arguments of a predicate."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

from graph.extract.acting import SEVERAL, Acting
from graph.extract.asked import Asked
from graph.extract.beside import Beside
from graph.extract.candidates import Candidates
from graph.extract.clauses import Argument, ArgumentRole, Clauses
from graph.extract.company import Company
from graph.extract.ends import Ends
from graph.extract.patterns import Noun, Pattern, Slot
from graph.extract.recall import Recall
from graph.extract.tree import Word
from graph.extract.unsaid import Unsaid
from graph.extract.verbs import CLAUSAL
from graph.extract.watch import NOBODY, Watcher
from graph.extract.word import VERBS
from graph.model import Actor
from graph.traits import fits, has

#: Actors of a pattern by name: S, O, S+.
Filling = dict[str, list[Actor]]

#: The actors, the words that filled noun slots, and how specific the pattern is with them.
Filled = tuple[Filling, list[Word], int]

#: What the subject of a judgement is to it.
_JUDGED: dict[ArgumentRole, ArgumentRole] = {"subject": "object"}

_COMPLEMENTS = ("infinitive", "clause", "duty")


#: Roles of what somebody tells somebody to do.
_DONE = ("infinitive", "gerund", "complement", "clause")


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
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._word = word
        self._names = clauses.lemmas(word)
        self._beside = Beside(clauses, reference, word)
        self._unsaid = Unsaid(clauses, reference, word)
        self._all = candidates or Candidates(clauses, reference)
        self._behind = clauses.behind_particle(word)
        self._relation = ""
        self.ends = Ends(clauses, reference)
        self._begun: dict[tuple[object, bool], bool] = {}
        #: The slot of the last pattern that stayed empty.
        self.stuck: Slot | None = None
        self._bidding = False
        self._complements = False
        self._company = Company(clauses, reference, word)
        self._acting = Acting(clauses, reference, word, self._all, self._beside)

    def fill(self, pattern: Pattern, *, loose: str, relation: str = "") -> Filled | None:
        """Return what fills a pattern, or None where a slot stays empty.

        Args:
            pattern: One that the word may be the predicate of.
            loose: What may be found beside the predicate rather than in the tree: ``S``, ``O``
                or ``noun``; empty for nothing.
            relation: What the pattern says; empty where it does not matter.
        """
        self.stuck = None
        if not self._begins(pattern, beside=loose == "noun"):
            self._fail(pattern, pattern.first)
            return None
        self._relation = relation
        self._bidding, self._complements = pattern.bidding, pattern.complements
        filling: Filling = {}
        if not self._acts(pattern, filling, loose):
            self._fail(pattern, pattern.subject)
            return None
        arguments = self._arguments(pattern)
        if pattern.bare and self._has_object(arguments):
            self._fail(pattern, None)
            return None
        words = [self._word]
        for slot in pattern.slots:
            inner = (
                self._all.inner(slot, arguments, self._word) if slot.kind in _COMPLEMENTS else []
            )
            filled = slot.kind in _COMPLEMENTS or self._slot(
                slot,
                arguments,
                words,
                filling,
                loose=bool(loose) and loose in (slot.kind, slot.name),
            )
            if inner is None or not filled:
                self._fail(pattern, slot)
                return None
            arguments = [*inner, *arguments]
        nouns = [slot for slot in pattern.slots if slot.kind == "noun"]
        fitted = {word: slot for word in words[1:] for slot in nouns if self._all.fits(word, slot)}
        if pattern.part == "noun" and not fitted.keys().isdisjoint(self._doers(filling)):
            return None  # whom "the expulsion of envoy X" befalls does it to nobody
        size = pattern.size + self._is_narrow(pattern)
        size += sum(slot.asked.is_narrow(self._all.forms(word)) for word, slot in fitted.items())
        return filling, list(fitted), size

    def _fail(self, pattern: Pattern, slot: Slot | None) -> None:
        """Tell which slot stays empty; None where the word is unfit."""
        self.stuck = slot
        self._watcher.empty(pattern, self._word, slot)

    def _begins(self, pattern: Pattern, *, beside: bool) -> bool:
        """Whether the first element can be there, where that does not depend on who acts.

        Many patterns of a word begin with the same nouns, and most fail for want of them.
        """
        first = pattern.first
        if first is None or self._behind:
            return True
        key = pattern.opening, beside
        known = self._begun.get(key)
        if known is None:
            arguments = self._arguments(pattern)
            if first.kind == "noun":
                known = self._noun(first, arguments, [self._word], loose=beside) is not None
            else:
                known = self._all.inner(first, arguments, self._word) is not None
            self._begun[key] = known
        return known

    def _doers(self, filling: Filling) -> list[Word]:
        """Return the words for the persons who fill the subject of a pattern."""
        acting = (actor for name in ("S", "S+") for actor in filling.get(name, ()))
        found = (self.ends.word(actor) for actor in acting if actor.kind == "person")
        return [word for word in found if word is not None]

    def _has_object(self, arguments: list[Argument]) -> bool:
        """Whether a predicate has an object, or a clause for one, that is no pronoun before it."""
        objects = [a.word for a in arguments if a.role in ("object", "infinitive", "clause")]
        if self._word.pos not in VERBS:  # "favourable to the deal"
            objects += [a.word for a in arguments if a.prep in self._clauses.table["dative"]]
        return any(word.pos != "PRON" or word.index > self._word.index for word in objects)

    def state(self, actor: Actor) -> Actor:
        """Return the state that an actor acts for, or else the actor itself."""
        return self._reference.state(actor)

    def is_home_affair(self, *pair: Actor) -> bool:
        """Return whether one of two is an unknown person in a text about the other's state."""
        return self._reference.is_home_affair(*pair)

    def tell_lacking(self, patterns: Sequence[Pattern], held: AbstractSet[Asked]) -> None:
        """Tell whoever watches of patterns for the word that ask for what the sentence lacks.

        Args:
            patterns: Those patterns.
            held: What is asked for that the sentence has.
        """
        for pattern in patterns:
            if self.is_of_class(pattern):
                slots = (slot for slot in pattern.listed if slot.asked not in held)
                self._watcher.empty(pattern, self._word, next(slots))

    def is_of_class(self, pattern: Pattern) -> bool:
        """Return whether the word is of the class that a pattern asks for: a verb, a noun."""
        if pattern.part in self._parts:
            return True
        self._watcher.empty(pattern, self._word, None)
        return False

    def is_figurative(self, pattern: Pattern, nouns: Sequence[Word]) -> bool:
        """Return whether what a filled pattern tells of is no force: "a trade war"."""
        involved = (self._word, *nouns, *self._acting.subjects(pattern))
        return any(self._all.is_figurative(word) for word in involved)

    def may_be(self, pattern: Pattern) -> bool:
        """Return whether a pattern may fit at the word, by its modifiers, first slot and subject.

        The slot may be filled, and the subject be, beside the word.
        """
        if not self._begins(pattern, beside=False) and not self._begins(pattern, beside=True):
            self._watcher.empty(pattern, self._word, pattern.first)
            return False
        if pattern.modified and not self._is_modified(pattern):
            self._watcher.empty(pattern, self._word, None)
            return False
        subject = pattern.subject
        if subject is not None and subject.kind == "actor" and not self._acting.of(pattern)[0]:
            self._watcher.empty(pattern, self._word, subject)
            return False
        return True

    @cached_property
    def _parts(self) -> frozenset[str]:
        """What the word may be: a verb, a noun, an adjective."""
        verbal = self._word.pos in VERBS
        # Parsers take some finite verbs for adverbs, names or adjectives.
        odd = self._word.pos in ("ADV", "PROPN", "ADJ") and self._word.mention is None
        stated = not verbal
        if "VerbForm=Part" in self._word.features:
            # "is opposed to", not "has received"
            perfect = self._tree.children(self._word, "auxiliary")
            stated = not perfect or self._clauses.is_passive(self._word)
        parts = {"verb": verbal or odd, "noun": not verbal, "adjective": stated}
        return frozenset(part for part, may in parts.items() if may)

    def _is_modified(self, pattern: Pattern) -> bool:
        names = self._predicates(pattern)
        return any(self._all.modified(self._word, name.modifier) for name in names)

    def _phrasal(self, pattern: Pattern) -> Iterator[Argument]:
        """Yield the object of a phrasal verb whose particle was parsed as its preposition."""
        for word in self._behind:
            if any(name.lemma.endswith(f"_{word.prep}") for name in self._predicates(pattern)):
                yield Argument("object", None, word)

    def _is_narrow(self, pattern: Pattern) -> bool:
        """Whether the word is listed only with a modifier that it has, or with its particle."""
        listed = self._predicates(pattern)
        return bool(listed) and all(noun.modifier or "_" in noun.lemma for noun in listed)

    def _predicates(self, pattern: Pattern) -> list[Noun]:
        """Return the predicates of a pattern that the word is."""
        return [name for name in pattern.predicates if name.lemma in self._names]

    def _arguments(self, pattern: Pattern) -> list[Argument]:
        own = self._clauses.arguments(self._word, verbal=pattern.part == "verb")
        if pattern.judging:  # "A is guilty, says B": A is judged
            own = [replace(each, role=_JUDGED.get(each.role, each.role)) for each in own]
        return [*self._phrasal(pattern), *own, *self._company.partners(own, self._relation)]

    def _acts(self, pattern: Pattern, filling: Filling, loose: str) -> bool:
        """Fill the subject of a pattern, and return whether there is what it asks for."""
        subject = pattern.subject
        if subject is None:
            return pattern.part != "verb" or not self._acting.anybody(pattern)
        if subject.kind == "noun":
            acting = self._acting.subjects(pattern)
            return not subject.nouns or any(self._all.fits(word, subject) for word in acting)
        found, ends = self._acting.of(pattern, loose=loose == subject.name)
        self.ends.add(ends)
        if found and pattern.part == "verb":
            found = list(dict.fromkeys((*found, *self._company.beside(pattern, self._relation))))
        found = [actor for actor in found if fits(actor, subject.kinds)] if subject.kinds else found
        several = subject.name == "S+" and all(slot.name != "O" for slot in pattern.slots)
        if len(found) < (SEVERAL if several else 1):
            return False
        filling[subject.name] = list(found)
        return not (pattern.among and self._all.has_stranger(self._arguments(pattern)))

    def _slot(
        self,
        slot: Slot,
        arguments: list[Argument],
        words: list[Word],
        filling: Filling,
        *,
        loose: bool,
    ) -> bool:
        """Fill one slot; nouns go to ``words``, actors to ``filling``."""
        if slot.kind == "noun":
            noun = self._noun(slot, arguments, words, loose=loose)
            words += [noun] if noun else []
            return noun is not None
        if slot.context:
            named = [actor for actors in filling.values() for actor in actors]
            group = self._unsaid.actors(slot, words, named, self._relation)
        else:
            group = self._actors(slot, arguments, words, filling, loose=loose)
        if group:
            filling[slot.name] = group
        return bool(group)

    def _noun(
        self, slot: Slot, arguments: list[Argument], words: list[Word], *, loose: bool
    ) -> Word | None:
        """Return the noun that fills a slot."""
        candidates = self._all.of(slot, arguments, words)
        candidates += self._beside.nouns(slot) if loose else []
        return next((word for word in candidates if self._all.fits(word, slot)), None)

    def _actors(
        self,
        slot: Slot,
        arguments: list[Argument],
        words: list[Word],
        filling: Filling,
        *,
        loose: bool,
    ) -> list[Actor]:
        taken = {actor.id for group in filling.values() for actor in group}
        if slot.attached and slot.strict:
            return self._reference.posts(words[-1])
        if slot.attached and (envoys := self._served(words[-1], taken)):
            return envoys
        candidates = self._all.of(slot, arguments, words)
        acting = filling.get("S", ()) or filling.get("S+", ())
        if any(self._acting.is_mutual(word, acting) for word in candidates):
            return list(acting)
        if loose and not slot.strict:
            near = filter(self._is_told, self._beside.objects(slot))
            candidates += [word for word in near if not self._all.whose.is_told(word, self._word)]
        for word in candidates:
            found = self._reference.actors(word, dig=not slot.strict)
            own = slot.attached and self._is_own(word, found, taken)
            if own or self._is_joint(found, acting):
                return []
            found = (
                [] if self._acting.is_between_others(word, found, acting, self._relation) else found
            )
            group = [actor for actor in found if actor.id not in taken | self._spared(word)]
            if slot.kinds:
                group = [actor for actor in group if fits(actor, slot.kinds)]
                sent = slot.strict and self._reference.is_servant(word)
                group = [] if sent or self._reference.is_mere_town(word, slot.kinds) else group
            if group:
                words.append(word)
                self.ends.add({actor.id: word for actor in group})
                return group
        return []

    def _is_own(self, word: Word, found: Sequence[Actor], taken: set[str]) -> bool:
        """Whether people are of whoever acts: "A arrested an A national in B"."""
        mention = self._reference.mention(word)
        named = mention is not None and mention.how == "adjective" and word.role == "modifier"
        return named and bool(found) and all(actor.id in taken for actor in found)

    def _is_joint(self, found: Sequence[Actor], acting: Sequence[Actor]) -> bool:
        """Whether somebody tells what he has to do too: "A said that A and B should agree"."""
        several = self._bidding and len(found) >= SEVERAL
        return several and not set(map(self.state, found)).isdisjoint(map(self.state, acting))

    def _is_told(self, word: Word) -> bool:
        """Whether a word may be who is told to do something: no part of what there is to do."""
        above = [word, *self._tree.ancestors(word)] if self._complements else []
        return not any(item.role in _DONE and item.head == self._word.index for item in above[1:])

    def _spared(self, word: Word) -> set[str]:
        """Return who is not meant: it was done to them, or what is given is another's."""
        hit = self._reference.sufferers(word) if has(self._relation, "spares") else []
        words = [item for kid in hit for item in self._tree.subtree(kid, barring=CLAUSAL)]
        own = self._tree.children(word, "determiner", "possessor")
        words += [kid for kid in own if self._clauses.is_givers(kid)]
        return {actor.id for kid in words for actor in self._reference.actors(kid)}

    def _served(self, noun: Word, taken: set[str]) -> list[Actor]:
        """Return the states of envoys whom a noun names: where they serve, else whom they serve."""
        states = [state for state in self._reference.envoy(noun) if state.id not in taken]
        return states[:1] if self._reference.posts(noun) else states
