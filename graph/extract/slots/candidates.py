"""Find the words that may fill a slot, among the arguments of a predicate."""

from collections.abc import Iterator

from graph.extract.frames.asked import PERSON
from graph.extract.frames.patterns import Slot
from graph.extract.grammar.clauses import Argument, Clauses
from graph.extract.once import frozen
from graph.extract.parsing.word import Word
from graph.extract.reference.reference import Reference
from graph.extract.slots.complements import Complements
from graph.extract.slots.predicated import said_of
from graph.extract.slots.whose import Whose

_ATTACHED = ("possessor", "modifier", "compound", "apposition", "oblique", "agent", "flat")
_BEFORE = ("modifier", "compound", "possessor")
_MODIFIERS = (*_BEFORE, "oblique", "determiner", "coordinator", "participle", "infinitive")

#: Roles of whom something is done to.
_BEFALLEN = ("object", "subject_passive", "oblique")


class Candidates:
    """Knows where in a sentence the parts of a pattern may stand."""

    def __init__(self, clauses: Clauses, reference: Reference) -> None:
        """Look at a sentence."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self.genitive = frozen(clauses.table["genitive"])
        #: Prepositions that introduce who acts, or whose something is.
        self.owning = frozen(clauses.table["genitive"], clauses.table["agent_prepositions"])
        self._sources = frozen(clauses.table["source"], clauses.table["likening"])
        self.whose = Whose(clauses, reference)
        self.complements = Complements(clauses, reference)
        self._forms: dict[int, frozenset[str]] = {}
        self._modified: dict[int, set[str]] = {}
        spoken, table = self._tree.spoken, clauses.table
        self._elides = table["possessive_mark"] in spoken
        self.mutual = not (
            spoken.isdisjoint(table["reciprocal"]) and spoken.isdisjoint(table["alternate"])
        )
        """Whether it may say that several do something to each other."""

        self.accompanied = not (
            spoken.isdisjoint(clauses.company) and spoken.isdisjoint(table["accompanying"])
        )
        """Whether it has a word with which others do what somebody does; few sentences have."""

        self.likened = not spoken.isdisjoint(table["likening"])
        """Whether it may liken somebody to those who do something."""

    def all_forms(self) -> set[str] | None:
        """Return the names under which a slot may list any word of the sentence.

        None where a name stands for something of its bearer's, which may be any noun.
        """
        words, plural = self._tree.words, self._clauses.table["plural"]
        if self._elides and any(self._elided(word) for word in words if word.role == "object"):
            return None
        found = self._tree.spoken.union([word.text.rstrip(plural) for word in words])
        for word in words:  # which have no more names but these
            if word.mention is not None:
                found.update(self._reference.office(word))
            if word.role in _BEFALLEN and PERSON not in found and self._reference.is_human(word):
                found.add(PERSON)
        return found

    def of(self, slot: Slot, arguments: list[Argument], words: list[Word]) -> list[Word]:
        """Return the words that may fill a slot, the likeliest first.

        Args:
            slot: What is to be filled.
            arguments: Those of the predicate.
            words: The predicate, and the words that filled slots before.
        """
        if slot.attached:
            if self._elided(words[-1]):
                return words[-1:]
            own = self._tree.children(words[-1], "determiner")
            there = (*self._clauses.table["there"], *self._clauses.table["whence"])
            far = [a.word for a in arguments if a.role == "oblique" and a.prep not in there]
            far = [word for word in far if not self._is_setting(word, words[0])]
            far = [word for word in far if not self._clauses.is_whither(word, words[0])]
            held = self._tree.children(words[-1], *_ATTACHED)
            if slot.name == "S" and not slot.strict:  # of "a raid in A", not A's
                apart = (*self._clauses.table["partner"], *self._clauses.table["placing"])
                held = [kid for kid in held if kid.prep not in apart]
                far = [word for word in far if word.prep not in apart]
            held = [kid for kid in held if not self._clauses.is_whither(kid, words[0])]
            held = [kid for kid in held if not self._reference.is_venue(words[-1], kid)]
            return [
                *(words[-1:] if self._reference.is_body(words[-1]) else ()),
                *self.whose.coined(words[-1]),
                *held,
                *self._examples(words[-1]),
                *self.whose.of_kind(words[-1]),
                *self.whose.beside_count(words[-1]),
                *(word for word in far if self._is_party(word)),
                *(word for word in own if "Poss=Yes" in word.features),
                *self.whose.hit(words[-1]),
                *self.whose.doers(words[0], words[-1]),
                *(kid for kid in self._tree.children(words[0]) if self._clauses.is_whose(kid)),
            ]
        if slot.prepositions:
            return self._governed(slot, arguments, words)
        if slot.predicative:
            return said_of(words[0], arguments, self._clauses)
        return self._direct(slot, arguments, words)

    def _direct(self, slot: Slot, arguments: list[Argument], words: list[Word]) -> list[Word]:
        """Return what fills a slot without a preposition: objects, and what they only count."""
        noun = slot.kind == "noun"
        roles = ("object", "attribute", "topic", "indirect") if noun else ("object", "indirect")
        direct = [argument.word for argument in arguments if argument.role in roles]
        items = [item for word in direct for item in self._tree.conjuncts(word)]
        if not noun and words[0].role == "relative":
            items += [who for word in direct for who in self.whose.doers(words[0], word)]
        if noun:
            items += [kid for word in items for kid in self._tree.children(word, "apposition")]
        elif slot.kinds:
            return items  # "expelled a number of Poles" expelled no Poland
        counted = self._clauses.counted
        if noun:
            return [kid for word in items for kid in counted(word) or [word]]
        return [kid for word in items for kid in (word, *counted(word))]

    def _examples(self, noun: Word) -> list[Word]:
        """Return whose the examples of a noun are: "ten prisoners, among them a Polish priest"."""
        named = self._tree.children(noun, "apposition")
        return [kid for word in named for kid in self._tree.children(word, *_BEFORE)]

    def _is_setting(self, word: Word, predicate: Word) -> bool:
        """Whether a place stands before the verb: « l'ambassade au Mali a condamné l'attaque »."""
        return word.index < predicate.index and word.prep in self._clauses.table["placing"]

    def _is_party(self, word: Word) -> bool:
        """Whether somebody at a verb may be whose something is: no source, nor where it is told.

        "Filed a complaint at the WTO" is no complaint of the WTO's.
        """
        found = self._reference.direct(word)
        body = any(actor.kind == "organisation" for actor in found)
        venue = body and word.prep in self._clauses.table["venues"]
        return bool(found) and word.prep not in self._sources and not venue

    def fits(self, word: Word, slot: Slot) -> bool:
        """Return whether a word is one of the nouns that a slot asks for."""
        if word.role == "object" and self._elided(word):
            owned = self._owned_before(word)
            return not owned or any(self._is_asked(noun, slot) for noun in owned)
        # the envoy is no verb: « remercie A d'avoir envoyé »
        return self._is_asked(word, slot) and not (
            word.role == "infinitive" and self._tree.children(word, "auxiliary")
        )

    def _is_asked(self, word: Word, slot: Slot) -> bool:
        forms, asked = self.forms(word), slot.asked
        if not asked.bare.isdisjoint(forms):
            return True
        if asked.heads.isdisjoint(forms):  # as of most
            return False
        modifiers = self._modifiers(word)
        return any(lemma in forms and kid in modifiers for lemma, kid in asked.modified)

    def has_stranger(self, arguments: list[Argument]) -> bool:
        """Return whether it is done with somebody unknown: "A and B broke with the emirate"."""
        objects = [argument.word for argument in arguments if argument.role == "object"]
        words = [argument.word for argument in arguments if argument.role == "oblique"]
        words += [kid for word in objects for kid in self._tree.children(word, "oblique")]
        partners = [word for word in words if word.prep in self._clauses.table["partner"]]
        somebody = [
            word
            for word in partners
            if self._tree.children(word, "determiner") or self._reference.is_other(word)
        ]
        return any(word.pos == "NOUN" and not self._reference.actors(word) for word in somebody)

    def forms(self, word: Word) -> frozenset[str]:
        """Return the names under which a slot may list a noun."""
        found = self._forms.get(word.index)
        if found is None:  # every slot that it may fill asks for them
            found = self._clauses.forms(word)
            if word.mention is not None:
                found = found.union(self._reference.office(word))
            if word.role in _BEFALLEN and self._reference.is_human(word):
                found = found.union((PERSON,))
            self._forms[word.index] = found
        return found

    def modified(self, word: Word, modifier: str) -> bool:
        """Return whether a word has a modifier that a frame asks for; always if for none."""
        return not modifier or modifier in self._modifiers(word)

    def _modifiers(self, word: Word) -> set[str]:
        """Return the names of what modifies a word."""
        found = self._modified.get(word.index)
        if found is None:  # every slot that asks for one asks for them
            kids, plural = self._tree.children(word, *_MODIFIERS), self._clauses.table["plural"]
            found = {name for kid in kids for name in (kid.lemma, kid.text)}
            found.update([kid.text.rstrip(plural) for kid in kids])
            self._modified[word.index] = found
        return found

    def is_figurative(self, word: Word, relation: str) -> bool:
        """Return whether a word of force tells of none: "a war of words"."""
        return self._reference.figurative.is_one(word, self.modified, relation)

    def _governed(self, slot: Slot, arguments: list[Argument], words: list[Word]) -> list[Word]:
        """Return what a slot's prepositions introduce, at the predicate or at its objects."""
        obliques = [argument for argument in arguments if argument.role == "oblique"]
        found = [argument.word for argument in obliques if argument.prep in slot.prepositions]
        if found:
            if slot.kind == "actor" and self.has_own(slot, words[1:]):
                found = [word for word in found if not self._reference.placed(word)]
            if foes := self._foes(slot, found):
                return foes
            # "At the United Nations, A launched an appeal to B" is no appeal to it.
            found.sort(key=lambda word: word.index < words[0].index and word.mention is not None)
        if not slot.prepositions.isdisjoint(self._clauses.table["dative"]):
            found += [argument.word for argument in arguments if argument.role == "indirect"]
        if slot.kind == "actor":
            found = [word for word in found if not self._clauses.is_wish(word)]
        objects = [argument.word for argument in arguments if argument.role == "object"]
        found += [word for word in objects if word.prep in slot.prepositions]
        found += self._beneath(slot, objects, words)
        if not slot.prepositions.isdisjoint(self._clauses.table["genitive"]):
            found += [argument.word for argument in arguments if argument.role == "attached"]
        if lasting := [each.word for each in obliques if self._clauses.counts(each.word)]:
            far = [kid for word in lasting for kid in self._tree.children(word, "oblique")]
            far = [kid for kid in far if kid.mention is not None or slot.kind == "noun"]
            found += [kid for kid in far if kid.prep in slot.prepositions]
        if not found:
            return []
        if slot.kind == "noun":  # "for six hours of talks"
            found = [kid for word in found for kid in self._clauses.counted(word) or [word]]
        # "Sanctions on A for the raid on B" are none on B.
        found = [word for word in found if not self._clauses.tells_why(word, words[0])] or found
        return [word for word in dict.fromkeys(found) if word not in words]

    def _beneath(self, slot: Slot, objects: list[Word], words: list[Word]) -> Iterator[Word]:
        """Yield what a slot's prepositions introduce behind the words around a predicate."""
        with_ = slot.prepositions.issubset(self._clauses.table["partner"])
        inside = [kid for word in words[1:] for kid in self._contents(word, any_=with_)]
        row = [kid for word in words[1:] for kid in self._tree.children(word, "conjunct")]
        inside += [kid for kid in row if kid.pos == "NOUN"]  # "fired drones and missiles at A"
        for word in (*words[1:], *objects, *self._tree.children(words[0], "adverb"), *inside):
            own = word in objects and word not in words and word.mention is None
            barred = self._clauses.table["genitive"] if own else ()
            for kid in self._tree.children(word, "oblique", "agent"):
                if kid.prep in slot.prepositions and kid.prep not in barred:
                    yield kid

    def has_own(self, slot: Slot, nouns: list[Word]) -> bool:
        """Return whether a noun has behind it what a slot's prepositions introduce.

        « Ont confirmé à A leur attachement à la trêve » are not attached to A, where they said so.
        """
        kids = [kid for noun in nouns for kid in self._tree.children(noun, "oblique")]
        return any(kid.prep in slot.prepositions for kid in kids)

    def _foes(self, slot: Slot, found: list[Word]) -> list[Word]:
        """Return the enemies among whom a slot may take, where others are allies.

        "Fought with A against B": A is one only where nobody stands behind "against", be it at the
        verb or, as some parses have it, at A.
        """
        adverse = slot.prepositions.intersection(self._clauses.table["adverse"])
        allies = [word for word in found if word.prep in self._clauses.table["partner"]]
        if not adverse or not allies or slot.kind == "noun":
            return []
        kids = [kid for word in allies for kid in self._tree.children(word, "oblique")]
        return [word for word in (*found, *kids) if word.prep in adverse]

    def _contents(self, noun: Word, *, any_: bool) -> list[Word]:
        """Return what a noun says a thing is made of: in "deliveries of arms to A", the arms.

        Or, if any, what it is about, with whom it is made behind: "signed a pact on fish with A".
        """
        kids = self._tree.children(noun, "oblique")
        genitive = self._clauses.table["genitive"]
        return [kid for kid in kids if (any_ or kid.prep in genitive) and kid.mention is None]

    def _elided(self, word: Word) -> bool:
        """Whether a name stands for something of its bearer's: "expelled France's"."""
        if not (self._elides and self._reference.named(word)):
            return False
        marks = [kid.text for kid in self._tree.children(word, "other")]
        return self._clauses.table["possessive_mark"] in marks

    def _owned_before(self, name: Word) -> list[Word]:
        """Return the nouns with an owner before an elided one, which is of their kind.

        "A's president will meet B's": B's president, no army of B's.
        """
        before = self._tree.words[: name.index]
        return [
            w for w in before if self._reference.office(w) or self._tree.children(w, "possessor")
        ]
