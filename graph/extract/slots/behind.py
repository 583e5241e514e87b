"""Find whom a predicate acts on behind it, where the tree does not lead to it."""

from graph.extract.frames.patterns import Slot
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.verbs import CLAUSAL
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import NOUNS, SUBJECTS, VERBS
from graph.extract.reference.reference import Reference

#: Roles of what stands before a noun, or is named by it again.
_BEFORE = ("compound", "modifier", "flat")

#: What may stand between a preposition and the noun it leads.
_NOMINAL = ("ADJ", "DET", "NOUN", "NUM", "PROPN")


class Behind:
    """Looks behind one predicate."""

    def __init__(self, clauses: Clauses, reference: Reference, word: Word) -> None:
        """Look at a word of a sentence."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._word = word

    def objects(self, slot: Slot) -> list[Word]:
        """Return the first actor named after the predicate, before the next finite verb.

        Where the verb has an object that is nobody, nobody behind it is acted on.
        """
        if self._word.role == "modifier" and self._word.pos in VERBS:
            return []  # "US-backed forces seek A"
        acted = self._tree.children(self._word, "object")
        if not slot.prepositions and not slot.attached and any(map(self._nobody, acted)):
            return []
        for word in self._tree.words[self._word.index + 1 :]:
            if "VerbForm=Fin" in word.features and self._opens_another(word):
                return []
            if word.head == self._word.index and word.role in ("modifier", "compound"):
                continue  # "A's raids on B", "the American raids on B"
            controls = word.role == "infinitive" and word.head == self._word.index
            if controls and word.pos in VERBS and not (slot.attached or self._is_led_to(slot)):
                return []  # "expects to meet B" expects nothing of B, nor « a appelé à tuer B »
            if word.mention is None:  # asked here too, as of most
                continue
            if not (self._reference.named(word) or self._is_next(word, slot)):
                continue
            if not self._is_aside(word, slot):
                prep = self._prep(word)
                bare = prep is None and (not slot.prepositions or self._is_led(word, slot))
                fits = bare or prep in slot.prepositions or slot.attached
                other = self._is_of_another(word, slot) or self._is_of_speaker(word)
                return [word] if fits and not other else []
        return []

    def _is_led_to(self, slot: Slot) -> bool:
        """Whether a preposition leads whom it is done to, who is not told to do anything."""
        return bool(slot.prepositions) and not self._reference.speech.asks(self._word)

    def _is_aside(self, word: Word, slot: Slot) -> bool:
        """Whether somebody named behind the predicate is not whom it is done to."""
        return (
            self._is_elsewhere(word, slot)
            or self._is_of_sequel(word)
            or self._is_of_clause(word)
            or (slot.attached and (self._is_setting(word) or self._is_of_next(word)))
            or (slot.attached and self._clauses.is_whither(word, self._word))
            or self._is_likened(word)
            or self._is_wishing(word)
            or self._is_of_quality(word)
            or (bool(slot.prepositions) and self._is_doer(word, slot))
        )

    def _is_elsewhere(self, word: Word, slot: Slot) -> bool:
        """Whether somebody acts himself, or is before the object: "filed an ILO complaint"."""
        outer = self._outer(word)
        first = self._first(outer)
        if first.role in SUBJECTS and first.head != self._word.index:
            return True
        own = outer is not word and outer.prep is None and outer.head == self._word.index
        return own and bool(slot.prepositions)

    def _is_of_speaker(self, word: Word) -> bool:
        """Whether a word is in the name of who acts behind a verb: « a rappelé X, envoyé de B »."""
        own = self._tree.children(self._word, *SUBJECTS)
        named = (self._reference.mention(kid) for kid in own if kid.index > self._word.index)
        return any(name is not None and name.start <= word.start < name.end for name in named)

    def _opens_another(self, word: Word) -> bool:
        """Whether a finite verb, or its auxiliary, is of a clause that the predicate is not in.

        Nor is that clause one about what the predicate names: "the raids that A has launched".
        """
        if word.pos == "VERB":
            return True
        verb = self._tree.head(word) if word.role == "auxiliary" else word
        own = (self._word, self._tree.head(self._word))
        about = verb is not None and verb.role == "relative" and verb.head == self._word.index
        return verb not in own and not about

    def _is_next(self, word: Word, slot: Slot) -> bool:
        """Whether a place stands right behind the noun that the slot is of: "frappes sur Gaza"."""
        if word.prep not in slot.prepositions:
            return False
        between = self._tree.words[self._word.index + 1 : word.index]
        return all(item.pos in ("ADJ", "ADP", "ADV", "DET") for item in between)

    def _is_led(self, word: Word, slot: Slot) -> bool:
        """Whether a word is in what stands behind a preposition of a slot: "went to A's seat"."""
        above = self._tree.ancestors(word)
        between = [word, *(above[: above.index(self._word)] if self._word in above else ())]
        named = {name for item in between for name in (item.prep, item.text, item.lemma)}
        ahead = self._tree.words[self._word.index + 1 : word.index][::-1]
        start = next((at for at, item in enumerate(ahead) if item.pos not in _NOMINAL), len(ahead))
        named.update(item.text for item in ahead[: start + 1])  # parsed as of another word
        return not named.isdisjoint(slot.prepositions)  # also participles: "raids targeting A"

    def _outer(self, word: Word) -> Word:
        """Return the noun that a name only stands before: "an EU envoy", "the Union (EU)"."""
        while word.role in _BEFORE and (above := self._tree.head(word)) is not None:
            word = above
        return word

    def _first(self, word: Word) -> Word:
        """Return the first of the words that a word is joined to."""
        while word.role == "conjunct" and (above := self._tree.head(word)) is not None:
            word = above
        return word

    def _is_of_another(self, word: Word, slot: Slot) -> bool:
        """Whether somebody is only what something is done for: "offered money to replace A"."""
        verb = self._tree.head(word)
        other = verb is not None and "VerbForm=Inf" in verb.features
        acted = bool(self._tree.children(self._word, "object")) and bool(slot.prepositions)
        return acted and other and word.role == "object" and word.head != self._word.index

    def _is_doer(self, word: Word, slot: Slot) -> bool:
        """Whether somebody is who does what a noun names: "the raids of A on B"."""
        genitive = self._clauses.table["genitive"]
        owners = [kid for kid in self._tree.children(self._word, "oblique") if kid.prep in genitive]
        again = word.role == "apposition" and bool(owners)  # "of the Community (ECOWAS)"
        own = word.head == self._word.index and (again or word in owners)
        return self._word.pos == "NOUN" and own and word.prep not in slot.prepositions

    def _is_of_clause(self, word: Word) -> bool:
        """Whether somebody is only in what a noun's clause tells.

        That is where it leads, or what it is for: "freed men of a jet flown to Rome", "backed an
        effort to end the war in B".
        """
        above = self._tree.ancestors(word)
        between = above[: above.index(self._word)] if self._word in above else []
        if any(map(self._is_purpose, between)):
            return True
        within = sum(item.pos in VERBS for item in between) > 1
        if within and self._is_sequel(between[-1]):
            return True  # "cut flights, accusing B of harbouring C"
        mention = self._reference.mention(word)
        table = self._clauses.table
        beside = (None, *table["partner"], *table["agent_prepositions"])
        if mention is None or mention.how != "capital" or word.prep in beside:
            return False
        return any(item.role == "participle" and item.pos == "VERB" for item in between)

    def _is_likened(self, word: Word) -> bool:
        """Whether somebody is only said to do the same: "A left, like B", "imitated by B"."""
        likening = self._clauses.table["likening"]
        above = (word, *self._tree.ancestors(word))
        if any(map(self._clauses.is_imitated_by, above)):
            return True
        return any(item.prep in likening or item.lemma in likening for item in above)

    def _is_of_quality(self, word: Word) -> bool:
        """Whether somebody is in what a verb only calls its subject: "stands ready to help A"."""
        above = self._tree.ancestors(word)
        between = above[: above.index(self._word)] if self._word in above else []
        called = any(item.role == "attribute" and item.pos == "ADJ" for item in between)
        return called and any("VerbForm=Inf" in item.features for item in between)

    def _is_wishing(self, word: Word) -> bool:
        """Whether somebody only wished it: "struck the camps at the request of B"."""
        above = self._tree.ancestors(word)
        between = above[: above.index(self._word)] if self._word in above else above[:1]
        return any(map(self._clauses.is_wish, between))

    def _is_setting(self, word: Word) -> bool:
        """Whether somebody only tells where or to what end it was done.

        "Freed men in the south of B", "backed talks to end the war in B", "held a man said to have
        sent arms into B"; or why: "held a man for an article on B".
        """
        above = self._tree.ancestors(word)
        between = above[: above.index(self._word)] if self._word in above else []
        if any(map(self._clauses.is_reason, between)):
            return True
        inside = any(at.role in ("participle", "relative") and at.pos in VERBS for at in between)
        table = self._clauses.table
        ways = (*table["origin"], *table["placing"], *table["inward"])
        if inside and word.prep in ways:
            return True
        outer = between[-1] if between else None
        if outer is None or outer.head != self._word.index:
            return False
        placed = outer.pos == "NOUN" and outer.mention is None
        placed = placed and outer.prep in self._clauses.table["origin"]
        placed = placed or (outer.lemma in table["edges"] and outer.prep in table["placing"])
        return placed or (outer.role == "adverbial" and "VerbForm=Inf" in outer.features)

    def _is_of_next(self, word: Word) -> bool:
        """Whether somebody is in what was done besides: "claimed the raid and fined A's bank"."""
        above = self._tree.ancestors(word)
        between = above[: above.index(self._word)] if self._word in above else []
        joined = bool(between) and between[-1].role == "conjunct" and between[-1].pos in VERBS
        return joined and bool(self._tree.children(self._word, "object"))

    def _prep(self, word: Word) -> str | None:
        """Return the preposition before a word, or before what it explains: "near Pisa, Italy"."""
        head = self._tree.head(word)
        placed = head is not None and head.prep in self._clauses.table["origin"]
        return head.prep if placed and head and word.role == "apposition" else word.prep

    def _is_of_sequel(self, word: Word) -> bool:
        """Whether somebody is the object of what came of it: "fired a missile, defying B"."""
        verb = self._tree.head(word)
        if verb is not None and verb.role == "conjunct":
            verb = self._tree.head(verb)
        if verb is None or word.role != "object" or verb.head != self._word.index:
            return False
        return self._is_sequel(verb)

    def _is_sequel(self, verb: Word) -> bool:
        """Whether a verb behind a comma tells what came of it, or went with it."""
        behind = verb.index > self._word.index and verb.role in ("adverbial", "gerund")
        return behind and self._tree.words[verb.index - 1].text == ","

    def _is_purpose(self, verb: Word) -> bool:
        """Whether a verb tells what a noun is for: "an effort to end the war"."""
        return verb.role == "participle" and "VerbForm=Inf" in verb.features

    def _is_wanted(self, noun: Word, verb: Word) -> bool:
        """Whether a noun tells what a verb asks for: "called for a halt to attacks on A"."""
        beside = (*self._clauses.during, *self._clauses.table["circumstance"])
        return self._reference.speech.asks(verb) and noun.prep not in beside

    def _nobody(self, word: Word) -> bool:
        """Whether a noun phrase names something that is no actor: "drought threatens Spain".

        Who is named in it only as the place that it comes from is not meant: "a gale from Spain".
        """
        inside = self._tree.subtree(word, barring=CLAUSAL)
        named = [item for item in inside if item.mention is not None]
        named = [item for item in named if item.prep not in self._clauses.table["origin"]]
        if word.pos == "PROPN":  # "A's Toyota" is not A
            named = [item for item in named if item.role != "possessor"]
        unknown = word.mention is None and word.pos in NOUNS
        return unknown and (not named or self._reference.is_nobody(word))
