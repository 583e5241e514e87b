"""Fill the slots of a pattern with the arguments of a predicate."""

from graph.extract.clauses import Argument, Clauses
from graph.extract.patterns import Pattern, Slot
from graph.extract.reference import Reference
from graph.extract.tree import Word
from graph.extract.watch import NOBODY, Watcher
from graph.model import Actor

#: Actors of a pattern by name: S, O, S+.
Filling = dict[str, list[Actor]]

#: The actors, and the words that filled noun slots.
Filled = tuple[Filling, list[Word]]

_ATTACHED = ("possessor", "modifier", "compound", "apposition", "oblique", "agent", "flat")
_MODIFIERS = ("modifier", "compound", "oblique", "determiner", "possessor")
_VERBS = ("VERB", "AUX")
_SUBJECTS = ("subject", "subject_passive")

#: How many words behind a predicate its noun is looked for where the tree has none.
_REACH = 8
_COMPLEMENTS = ("infinitive", "clause", "duty")


class Filler:
    """Tries patterns at one predicate."""

    def __init__(
        self, clauses: Clauses, reference: Reference, word: Word, watcher: Watcher = NOBODY
    ) -> None:
        """Look at a word of a sentence."""
        self._watcher = watcher
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._word = word
        self._names = clauses.lemmas(word)

    def fill(self, pattern: Pattern, *, loose: str) -> Filled | None:
        """Return what fills a pattern, or None where a slot stays empty.

        Args:
            pattern: It names the predicate among its lemmas.
            loose: What may be found beside the predicate rather than in the tree: ``S``, ``O``
                or ``noun``; empty for nothing.
        """
        if not self._may_be(pattern):
            self._watcher.empty(pattern, self._word, None)
            return None
        arguments = self._clauses.arguments(self._word, verbal=pattern.part == "verb")
        filling: Filling = {}
        if pattern.subject is not None:
            subject = self._subject(pattern, arguments, loose=loose == pattern.subject.name)
            several = pattern.subject.name == "S+" and all(
                slot.name != "O" for slot in pattern.slots
            )
            if len(subject) < (2 if several else 1):
                self._watcher.empty(pattern, self._word, pattern.subject)
                return None
            filling[pattern.subject.name] = subject
        words = [self._word]
        for slot in pattern.slots:
            inner = self._inner(slot, arguments) if slot.kind in _COMPLEMENTS else []
            filled = slot.kind in _COMPLEMENTS or self._slot(
                slot,
                arguments,
                words,
                filling,
                loose=bool(loose) and loose in (slot.kind, slot.name),
            )
            if inner is None or not filled:
                self._watcher.empty(pattern, self._word, slot)
                return None
            arguments = [*inner, *arguments]
        nouns = [slot for slot in pattern.slots if slot.kind == "noun"]
        return filling, [word for word in words[1:] if any(self._is(word, slot) for slot in nouns)]

    def _may_be(self, pattern: Pattern) -> bool:
        """Whether the word may be the pattern's predicate, by part of speech and modifiers."""
        verbal = self._word.pos in _VERBS
        # Parsers take some finite verbs for adverbs, names or adjectives.
        odd = self._word.pos in ("ADV", "PROPN", "ADJ") and self._word.mention is None
        if (pattern.part == "verb") is not verbal and not (pattern.part == "verb" and odd):
            return False
        named = [name for name in pattern.predicates if name.lemma in self._names]
        return any(self._modified(self._word, name.modifier) for name in named)

    def _subject(self, pattern: Pattern, arguments: list[Argument], *, loose: bool) -> list[Actor]:
        words = self._verb_subjects(arguments)
        if pattern.part != "verb":
            words = self._noun_subjects(pattern, arguments)
        single = pattern.subject is not None and pattern.subject.name != "S+"
        if loose and single:
            words = [*words, *self._before(verbal=pattern.part == "verb")]
        found: list[Actor] = []
        if not single and self._mutual():
            found += self._reference.pair(self._word)
        for word in words:
            group = self._reference.actors(word, dig=pattern.part != "verb")
            found += [actor for actor in group if actor not in found]
            if found and single:
                break
        return found

    def _mutual(self) -> bool:
        """Whether the noun, or one that it governs, is called bilateral."""
        nouns = (self._word, *self._tree.children(self._word, "oblique"))
        return any(
            self._reference.is_mutual(kid)
            for noun in nouns
            for kid in self._tree.children(noun, "modifier")
        )

    def _verb_subjects(self, arguments: list[Argument]) -> list[Word]:
        return [argument.word for argument in arguments if argument.role == "subject"]

    def _noun_subjects(self, pattern: Pattern, arguments: list[Argument]) -> list[Word]:
        """Return who does what a noun names: agent, possessor, genitive, support's subject."""
        table = self._clauses.table
        used = {preposition for slot in pattern.slots for preposition in slot.prepositions}
        agentive = [p for p in table["agent_prepositions"] if p not in used]
        genitive = [p for p in table["genitive"] if p not in used]
        if pattern.subject is not None and pattern.subject.name == "S+":
            genitive += table["between"]
        obliques = [argument for argument in arguments if argument.role == "oblique"]
        obliques += [
            Argument("oblique", kid.prep, kid)
            for argument in obliques
            if argument.word.mention is None
            for kid in self._tree.children(argument.word, "oblique")
            if kid.prep in table["between"]
        ]
        agents = [argument.word for argument in obliques if argument.prep in agentive]
        owners = [argument.word for argument in obliques if argument.prep in genitive]
        attached = [argument.word for argument in arguments if argument.role == "attached"]
        subjects = self._verb_subjects(arguments)
        if self._word.role in ("attribute", "apposition") and not used.isdisjoint(
            table["genitive"]
        ):
            # "A became B's member" is "A became a member of B".
            return list(dict.fromkeys((*agents, *subjects, *attached)))
        return list(dict.fromkeys((*agents, *attached, *owners, *subjects)))

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
            candidates = self._candidates(slot, arguments, words)
            candidates += self._behind() if loose else []
            noun = next((word for word in candidates if self._is(word, slot)), None)
            words += [noun] if noun else []
            return noun is not None
        group = self._context(filling) if slot.context else []
        if not slot.context:
            group = self._actors(slot, arguments, words, filling, loose=loose)
        if group:
            filling[slot.name] = group
        return bool(group)

    def _inner(self, slot: Slot, arguments: list[Argument]) -> list[Argument] | None:
        """Return the arguments of an infinitive or clause, where slots behind it look first.

        "Threatened to cut ties with A", "demands that A leave": A is wherever it stands there.
        """
        head = next((a.word for a in arguments if a.role in (slot.kind, "clause")), None)
        if head is None or (slot.kind == "duty" and not self._clauses.is_duty(head)):
            return None
        found = self._clauses.arguments(head, verbal=head.pos in _VERBS)
        own = [a for a in found if a.role != "subject"]
        subjects = [a.word for a in found if a not in own and slot.kind != "infinitive"]
        obliques = [a.word for a in own if a.role == "oblique"]
        others = [word for word in obliques if not self._reference.placed(word)]
        direct = [Argument("object", None, word) for word in subjects]
        return [*direct, *own, *(Argument("object", None, word) for word in others)]

    def _context(self, filling: Filling) -> list[Actor]:
        return self._reference.addresser([actor for group in filling.values() for actor in group])

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
        if slot.attached and (envoys := self._served(words[-1], taken)):
            return envoys
        candidates = self._candidates(slot, arguments, words)
        candidates += self._after(slot) if loose and not slot.strict else []
        for word in candidates:
            found = self._reference.actors(word, dig=not slot.strict)
            group = [actor for actor in found if actor.id not in taken]
            if group:
                words.append(word)
                return group
        return []

    def _served(self, noun: Word, taken: set[str]) -> list[Actor]:
        """Return the state of an envoy whom a noun names: where it serves, else whom it serves."""
        states = self._reference.envoy(noun)
        return [state for state in states if state.id not in taken][:1]

    def _candidates(self, slot: Slot, arguments: list[Argument], words: list[Word]) -> list[Word]:
        """Return the words that may fill a slot, the likeliest first."""
        if slot.attached:
            far = [a.word for a in arguments if a.role == "oblique"]
            return [
                *self._tree.children(words[-1], *_ATTACHED),
                *(word for word in far if self._reference.direct(word)),
            ]
        if not slot.prepositions:
            roles = ("object", "attribute") if slot.kind == "noun" else ("object", "indirect")
            direct = [argument.word for argument in arguments if argument.role in roles]
            return [item for word in direct for item in self._tree.conjuncts(word)]
        return self._governed(slot, arguments, words)

    def _governed(self, slot: Slot, arguments: list[Argument], words: list[Word]) -> list[Word]:
        """Return what a slot's prepositions introduce, at the predicate or at its objects."""
        found = [a.word for a in arguments if a.role == "oblique" and a.prep in slot.prepositions]
        if not slot.prepositions.isdisjoint(self._clauses.table["dative"]):
            found += [argument.word for argument in arguments if argument.role == "indirect"]
        objects = [argument.word for argument in arguments if argument.role == "object"]
        for word in (*words[1:], *objects):
            kids = self._tree.children(word, "oblique")
            found += [kid for kid in kids if kid.prep in slot.prepositions]
        if not slot.prepositions.isdisjoint(self._clauses.table["genitive"]):
            found += [argument.word for argument in arguments if argument.role == "attached"]
        return [word for word in dict.fromkeys(found) if word not in words]

    def _before(self, *, verbal: bool) -> list[Word]:
        """Return the last subject, or else the last actor, named before the predicate.

        Whoever condemns a strike has not struck: the subject of a verb does not perform what its
        object names, unless the verb is one that lends its subject. "After talks with", it does.
        Nor does whoever is named in what a passive acts on.
        """
        head = self._tree.head(self._word) if self._word.role == "object" else None
        barred = [] if verbal or head is None else self._tree.children(head, *_SUBJECTS)
        if verbal:
            barred = [
                word
                for patient in self._tree.children(self._word, "subject_passive")
                for word in self._tree.subtree(patient)
                if word is not patient
            ]
        named = [word for word in self._tree.words[: self._word.index] if self._named(word)]
        named = [word for word in named if word not in barred]
        subjects = [word for word in named if word.role in _SUBJECTS]
        return (subjects or named)[-1:]

    def _after(self, slot: Slot) -> list[Word]:
        """Return the first actor named after the predicate, before the next finite verb."""
        for word in self._tree.words[self._word.index + 1 :]:
            if word.pos == "VERB" and "VerbForm=Fin" in word.features:
                return []
            elsewhere = word.role in _SUBJECTS and word.head != self._word.index
            if self._named(word) and not elsewhere:
                fits = word.prep is None or word.prep in slot.prepositions or slot.attached
                return [word] if fits else []
        return []

    def _behind(self) -> list[Word]:
        """Return the nouns close behind the predicate, which the parser may have hung elsewhere."""
        near = self._tree.words[self._word.index + 1 : self._word.index + 1 + _REACH]
        return [word for word in near if word.pos in ("NOUN", "PROPN")]

    def _named(self, word: Word) -> bool:
        mention = self._reference.mention(word)
        named = mention is not None and mention.how != "adjective"
        return named and word.role != "determiner" and not self._reference.placed(word)

    def _is(self, word: Word, slot: Slot) -> bool:
        forms = (word.lemma, word.text, word.text.rstrip("sx"))
        named = [noun for noun in slot.nouns if noun.lemma in forms]
        return any(self._modified(word, noun.modifier) for noun in named)

    def _modified(self, word: Word, modifier: str) -> bool:
        if not modifier:
            return True
        kids = self._tree.children(word, *_MODIFIERS)
        return any(modifier in (kid.lemma, kid.text, kid.text.rstrip("s")) for kid in kids)
