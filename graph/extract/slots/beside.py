"""Find an end of a pattern beside its predicate, where the tree does not lead to it."""

from collections.abc import Callable

from graph.extract.frames.patterns import Slot
from graph.extract.grammar.verbs import CLAUSAL
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import NOUNS, SUBJECTS, VERBS
from graph.extract.slots.parties import Parties

#: Roles of what is in a noun phrase and may be who it is about.
_WITHIN = ("apposition", "compound", "conjunct", "flat", "modifier", "possessor")

#: How many words behind a predicate its noun is looked for where the tree has none.
_REACH = 8


class Beside(Parties):
    """Looks around one predicate."""

    def subjects(self, *, verbal: bool) -> list[Word]:
        """Return who may act: whoever the clause is about, else whoever was named before."""
        judged = [] if verbal else self._judged()
        return judged or [*self._host(), *self._before(verbal=verbal)]

    def nouns(self, slot: Slot, fits: Callable[[Word, Slot], bool]) -> list[Word]:
        """Return the nouns close behind the predicate, which the parser may have hung elsewhere.

        Who met "at the request of" somebody met no request. Nor was cut what is the object of the
        next verb, or its subject: "cut its aid and plans sanctions", "fired after men had crossed".

        Args:
            slot: What they are to fill.
            fits: Whether a word is one of the nouns that it asks for.
        """
        near = self._tree.words[self._word.index + 1 : self._word.index + 1 + _REACH]
        found = [word for word in near if word.pos in NOUNS and fits(word, slot)]
        if not found:  # as mostly
            return []
        table = self._clauses.table
        barred = () if slot.prepositions else (*table["behest"], *table["circumstance"])
        found = [word for word in found if word.prep not in barred]
        joined = [kid.index for kid in self._tree.children(self._word, "conjunct")]
        found = [word for word in found if word.role != "object" or word.head not in joined]
        found = [word for word in found if not self._is_named_after(word)]
        told = [word for word in found if self._clauses.is_occasion(word, self._word)]
        found = [word for word in found if not (self._is_of_speaker(word) or word in told)]
        found = [word for word in found if not self._is_of_clause_apart(word)]
        return [word for word in found if not slot.prepositions or self._is_led(word, slot)]

    def _is_named_after(self, word: Word) -> bool:
        """Whether a noun is only part of a name: "accepted the Peace Prize"."""
        head = self._tree.head(word)
        return word.role == "compound" and head is not None and head.pos == "PROPN"

    def _host(self) -> list[Word]:
        """Return the subject of the clause that an event goes with: "after talks, A left"."""
        bare = self._word.role == "oblique" and not self._tree.children(self._word, "determiner")
        if self._word.lemma not in self._clauses.companions and not bare:
            return []
        if self._word.prep in self._clauses.table["inside"] and (met := self._met()):
            return met
        at = inner = self._word
        while at.role in ("oblique", "compound") and (above := self._tree.head(at)) is not None:
            at, inner = above, at
        if at is self._word or at.pos not in VERBS or self._is_wanted(inner, at):
            return []
        return self._clauses.subjects(at)

    def _met(self) -> list[Word]:
        """Return whom a verb before acts on, of whom it tells: "received B, on a visit to C"."""
        verb = self._tree.head(self._word)
        acted = self._clauses.objects(verb) if verb is not None and verb.pos in VERBS else []
        return [w for w in acted if self._reference.is_person(w) and w.index < self._word.index]

    def _judged(self) -> list[Word]:
        """Return whom a verb judges for what the noun names, or backs in it: "condemned A over"."""
        verb = self._clauses.done_over(self._word) or self._tree.head(self._word)
        circumstance = self._word.prep in self._clauses.table["circumstance"]
        circumstance = circumstance or self._is_scene()
        if verb is None or self._word.role != "oblique" or circumstance:
            return []
        if punished := self._clauses.punished(verb):
            return [word for word in punished if word.index < self._word.index]
        placed = self._word.prep in self._clauses.table["placing"]
        if not (self._clauses.judges(verb) or (placed and self._clauses.is_of("backing", verb))):
            return []
        passive = self._clauses.is_passive(verb)
        acted = self._clauses.subjects(verb) if passive else self._clauses.objects(verb)
        return [word for word in acted if word.index < self._word.index]

    def _is_scene(self) -> bool:
        """Whether a noun tells in what somebody says it: "criticised A in a letter to B"."""
        led = (*self._clauses.during, *self._clauses.table["inside"])
        return self._word.lemma in self._clauses.companions and self._word.prep in led

    def _before(self, *, verbal: bool) -> list[Word]:
        """Return the last subject, or else the last actor, named before the predicate.

        Whoever condemns a strike has not struck: the subject of a verb does not perform what its
        object names, unless the verb is one that lends its subject. "After talks with", it does.
        A passive leaves unsaid who acts ("A was killed in a strike"), and what a noun that is no
        actor does nobody else does. Nor has whoever acts "after the invasion of B" invaded it.
        """
        if verbal and (self._word.role == "modifier" or self._clauses.is_anothers(self._word)):
            return []  # nobody near "the disputed border" disputes it
        if verbal and (self._clauses.is_passive(self._word) or self._is_strangers()):
            return []
        if not verbal and self._is_by_others():
            return []
        own = self._is_own_clause() or self._word.role == "agent" or self._is_sought()
        if not verbal and (own or self._clauses.done_over(self._word)):
            return []  # "angered by the raid on B", A has not raided it
        head = self._tree.head(self._word)
        hurt = head is not None and head.pos in VERBS and self._clauses.is_passive(head)
        inner = head is not None and self._word.role == "oblique"
        told = head is not None and inner and self._reference.speech.says(head)
        told = told or (head is not None and inner and self._is_wanted(self._word, head))
        acted = self._word.role == "object" or hurt or told
        head = head if acted else self._lifting()
        bidding = [] if verbal or head is None else self._bidders(head)
        if bidding and not any(map(self._is_anybody, bidding)):
            return []  # "the treaty covers attacks on A"
        barred = {item for word in bidding for item in self._tree.subtree(word, barring=CLAUSAL)}
        named = [w for w in self._tree.words[: self._word.index] if w.mention is not None]
        named = [word for word in named if self._reference.named(word)]
        named = [word for word in named if word not in barred and not self._is_where(word)]
        named = [word for word in named if self._may_reach(word)]
        subjects = [word for word in named if word.role in SUBJECTS]
        return (subjects or [word for word in named if self._may_lead(word)])[-1:]

    def _is_sought(self) -> bool:
        """Whether somebody only strives for what the noun names: « parvenir à la libération de ».

        So does who is one of those to do it: « les pays à procéder à l'ouverture de ».
        """
        head = self._tree.head(self._word)
        led = self._word.role == "oblique" and self._word.prep in self._clauses.table["dative"]
        if head is None or not led or head.pos not in VERBS:
            return False
        before = self._tree.words[max(head.index - 2, 0)]
        loose = head.prep in self._clauses.table["dative"] and before.pos == "NOUN"
        loose = loose and before.mention is None and "VerbForm=Inf" in head.features
        return loose or bool(self._clauses.lemmas(head) & set(self._clauses.table["striving"]))

    def _is_strangers(self) -> bool:
        """Whether a verb has a subject of its own that is nobody known."""
        own = [kid for kid in self._subjects() if self._clauses.antecedent(kid) is kid]
        known = any(self._reference.actors(word, dig=False) or self._lists(word) for word in own)
        return any(map(self._nobody, self._own())) or (bool(own) and not known)

    def _subjects(self) -> list[Word]:
        """Return the subjects that the tree has at the predicate itself."""
        return self._tree.children(self._word, *SUBJECTS)

    def _lists(self, word: Word) -> list[Word]:
        """Return whom a noun phrase names beside its head, where the parser may err on which is."""
        inside = self._tree.subtree(word)
        named = [item for item in inside if item.role in ("apposition", "conjunct")]
        return [item for item in named if self._reference.named(item)]

    def _is_where(self, word: Word) -> bool:
        """Whether somebody is named only as a place, which does not act: "a jet landed in A"."""
        table = self._clauses.table
        return word.prep in table["origin"] or word.prep in table["placing"]

    def _may_lead(self, word: Word) -> bool:
        """Whether somebody is in what a clause before the predicate, or a relative, is about.

        "Some A fighters hit", "the men of A, who met": where no clause has a subject, anybody.
        """
        outer = word
        while outer.role in _WITHIN or outer.prep in self._clauses.table["genitive"]:
            if (head := self._tree.head(outer)) is None or head.pos not in NOUNS:
                break
            outer = head
        if any(word in self._lists(own) for own in self._subjects()):
            return True
        if outer.role in SUBJECTS:
            return outer is word or self._reference.is_agent(outer) or outer.mention is not None
        around = [self._word, *self._tree.ancestors(self._word)]
        if any(at.role == "relative" and at.head in (word.index, outer.index) for at in around):
            return True
        return all(at.role not in SUBJECTS for at in self._tree.words[: self._word.index])

    def _may_reach(self, word: Word) -> bool:
        """Whether somebody may act in the clause at a noun that the predicate is in, if any.

        Only who is in it, or is that noun, does: not A in "A held men accused of a raid on B".
        """
        above = self._tree.ancestors(self._word)
        inner = (at for at in above if at.role in ("relative", "participle") and at.pos in VERBS)
        inner = (at for at in inner if "VerbForm=Inf" not in at.features)
        clause = next(inner, None)
        if clause is None:
            return True
        around = self._tree.ancestors(word)
        head = self._tree.head(clause)
        return clause in around or word is head or (head is not None and head in around)

    def _is_anybody(self, word: Word) -> bool:
        """Whether a word is somebody who acts, not a thing: "officials", but no treaty."""
        return bool(self._reference.direct(word)) or self._reference.is_agent(word)

    def _bidders(self, verb: Word) -> list[Word]:
        """Return the subjects of a verb, and of those above that have somebody else do it.

        Whoever authorises B to send a force sends none; nor fights who backs an end of war.
        """
        found = self._tree.children(verb, *SUBJECTS)
        while verb.role == "infinitive" or self._is_purpose(verb):
            above = next((at for at in self._tree.ancestors(verb) if at.pos in VERBS), None)
            if above is None:
                break
            found, verb = [*found, *self._tree.children(above, *SUBJECTS)], above
        return found

    def _lifting(self) -> Word | None:
        """Return the verb that does something to what the noun is part of: "lifted curbs on trade".

        Also of what there are many of: "condemned a wave of attacks". None where it lends the noun
        its subject: "signed a declaration on trade", "carried out a series of raids".
        """
        at, head = self._word, self._tree.head(self._word)
        limiting = (*self._clauses.table["limiting"], *self._clauses.table["genitive"])
        while at.role == "oblique" and at.prep in limiting and head and head.pos == "NOUN":
            at, head = head, self._tree.head(head)
        if head is not None and self._is_in_a_work(at, head):
            return head
        asked = head is not None and at.role == "oblique" and self._is_wanted(at, head)
        inside = at is not self._word and (at.role == "object" or asked)
        if not inside or head is None or head.pos not in VERBS:
            return None
        sought = self._reference.speech.asks(head) and not self._clauses.counts(at)
        return head if sought or not self._clauses.lends(head) else None

    def _is_apart(self) -> bool:
        """Whether a noun is what a clause happens after, before or despite, or is against."""
        table = self._clauses.table
        preps = (*table["circumstance"], *table["grounds"], *table["adverse"])
        marks = self._tree.children(self._word, "determiner")
        known = any("Definite=Def" in mark.features for mark in marks)
        outer = self._word
        while outer.role == "oblique" and outer.prep in table["genitive"]:  # "after the start of"
            if (head := self._tree.head(outer)) is None or head.pos != "NOUN":
                break
            outer = head
        return outer.role == "oblique" and outer.prep in preps and known

    def _is_own_clause(self) -> bool:
        """Whether a noun is what a clause within another is about: "fears that war may start"."""
        verb = self._tree.head(self._word)
        inside = verb is not None and verb.role in ("complement", "adverbial", "relative")
        return self._word.role in SUBJECTS and inside

    def _is_by_others(self) -> bool:
        """Whether none who acts in the clause does what a noun names: "the attack by a mob"."""
        if self._is_charge() or self._is_apart():
            return True
        kids, by = self._tree.children(self._word, "oblique", "agent"), self._clauses.table
        return any(self._nobody(kid) for kid in kids if kid.prep in by["agent_prepositions"])

    def _own(self) -> list[Word]:
        """Return the subjects of a verb, but for those that a modifier seems to have."""
        own = self._tree.children(self._word, *SUBJECTS)
        if self._word.role == "participle" and not own:
            head = self._tree.head(self._word)
            thing = head is not None and head.pos == "NOUN" and not self._reference.is_agent(head)
            told = "Tense=Past" in self._word.features or self._clauses.judges(self._word)
            return [head] if thing and head and not told else []
        if own or self._word.role == "relative":
            return [self._clauses.antecedent(kid) for kid in own]
        return self._clauses.subjects(self._word)
