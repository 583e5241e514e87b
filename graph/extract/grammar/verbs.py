"""The grammar of verbs: whoever is the subject or object though it is not said there."""

from graph.extract.grammar.described import described, doubled
from graph.extract.grammar.reasons import Reasons
from graph.extract.grammar.shared import shared_object
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import SUBJECTS, VERBS

#: Roles under which a verb begins a clause of its own.
CLAUSAL = frozenset(
    {"relative", "participle", "adverbial", "complement", "infinitive", "parataxis", "gerund"}
)

#: Roles of what is told or wanted, or stands in one row with it.
_CONTENT = ("complement", "infinitive", "gerund", "conjunct")

#: How far behind its subject an infinitive with its marker stands, in words.
_NEAR = 2


class Verbs(Reasons):
    """Answers about the verbs of one sentence."""

    def telling(self, verb: Word) -> list[Word]:
        """Return what a clause is the content of, nearest first: "A said that B has left"."""
        found: list[Word] = []
        while verb.role in _CONTENT and (above := self.tree.head(verb)) is not None:
            found.append(above)
            verb = above
        return found

    def answerers(self, noun: Word) -> list[Word]:
        """Return who accepts or refuses what a noun asks for: "A turned down B's request"."""
        head = self.tree.head(noun)
        acted = noun.role in ("object", "subject_passive")
        if head is not None and acted and self.answers(head):
            return self.agents_of(head)
        below = self.tree.children(noun, "participle", "relative")
        return [word for verb in below if self.answers(verb) for word in self.agents_of(verb)]

    def agents_of(self, verb: Word) -> list[Word]:
        """Return who acts, in the active or in the passive."""
        if not self.is_passive(verb):
            return self.subjects(verb)
        by = self.table["agent_prepositions"]
        kids = self.tree.children(verb, "agent", "oblique")
        return [kid for kid in kids if kid.role == "agent" or kid.prep in by]

    def subjects(self, verb: Word, depth: int = 0) -> list[Word]:
        """Return the grammatical subject of a verb, also where it is left unsaid."""
        own = self.tree.children(verb, "subject", "subject_passive")
        if own:
            return [self.antecedent(word) for word in own]
        head = self.tree.head(verb)
        if verb.role == "modifier" and head is not None and self.compounded(verb):
            return [head]
        if verb.pos not in VERBS:
            return [head] if head is not None and head.mention is not None else []
        loose = self._loose_subject(verb)
        led = head is not None and verb.prep is not None
        if head is not None and led and (verb.role == "gerund" or self.is_perfect(verb)):
            # "imposed sanctions on A for arming B", "hit A with sanctions for"
            loose = loose or self.punished(head) or self.hit(head, verb)
        accuser = self.accuser(verb) if not loose else None
        if accuser is not None and not self.is_passive(accuser):
            loose = [self.antecedent(word) for word in self.objects(accuser)]
        loose = loose or self.granted(verb)
        if loose or head is None or depth > len(self.tree.words):
            return loose
        return self._shared_subject(verb, head, depth)

    def _shared_subject(self, verb: Word, head: Word, depth: int) -> list[Word]:
        """Return the unsaid subject of a verb that hangs from another word."""
        infinitive = "VerbForm=Inf" in verb.features
        above = self.tree.head(head)
        # of "the plan to go was hailed" the plan is nobody who was asked to go
        bidden = above is not None and above.index < verb.index and self._bids(above)
        asked = bidden and verb.role in ("gerund", "participle")
        # "accused the party of arming B"
        accused = asked and verb.role == "gerund" and head.role == "object"
        if verb.role == "participle" and infinitive and (not asked or self.is_anothers(verb)):
            return self._controllers(head, depth)
        errand = above if self._is_errand(verb, head) else None  # "summoned an envoy to protest"
        head = errand or head
        if head.pos not in VERBS and (accused or verb.role in ("participle", "relative")):
            return [described(self.tree, head, self.table), *self._around(head)]
        own, railed = self.calls(head, verb), self.railed_at(head, verb)
        if railed or (not own and (self._is_content(verb, head) or self._is_asked(verb, head))):
            return railed or self._controllers(head, depth)
        if errand or own or verb.role in ("conjunct", "adverbial", "participle"):
            return [] if self.is_anothers(verb) else self.subjects(head, depth + 1)
        nonfinite = "Mood=Ind" not in verb.features
        if nonfinite and verb.role in ("infinitive", "gerund", "complement", "oblique"):
            return self._controllers(head, depth)
        return []

    def _is_errand(self, verb: Word, somebody: Word) -> bool:
        """Whether an infinitive behind somebody told of as an object says what for."""
        bare = verb.role == "relative" and "VerbForm=Inf" in verb.features
        if not bare or somebody.role != "object" or somebody.mention is None:
            return False
        above = self.tree.head(somebody)
        asked = above is not None and self._bids(above)
        return not asked and not self.tree.children(verb, "subject", "marker")

    def _is_content(self, verb: Word, head: Word) -> bool:
        """Whether what was parsed as a circumstance is what somebody is accused of.

        Its preposition says so: "accuse A d'armer B", « aide A à armer B », but not "invite A pour
        armer B".
        """
        nonfinite = bool({"VerbForm=Inf", "VerbForm=Ger", "Aspect=Prog"} & verb.features)
        if not nonfinite or verb.role != "adverbial" or not self._bids(head):
            return False
        # Whoever is not helped to do something may do it or not.
        refused = any("Polarity=Neg" in kid.features for kid in self.tree.children(head))
        helped = verb.prep in self.table["dative"] and not refused
        return helped or verb.prep in self.table["genitive"]

    def _around(self, name: Word) -> list[Word]:
        """Return the noun a name belongs to: in "the deal with A, brokered by B", the deal."""
        above = self.tree.head(name)
        held = name.mention is not None and name.role == "oblique"
        return [above] if held and above is not None and above.pos == "NOUN" else []

    def _loose_subject(self, verb: Word) -> list[Word]:
        """Return a named actor before a verb that the parser hung there as an adverbial."""
        before = self.tree.words[: verb.index] if verb.role == "root" else ()
        tops = [word for word in before if word.mention is not None and word.head == word.index]
        kids = [*self.tree.children(verb, "oblique", "other", "adverb"), *tops]
        named = [kid for kid in kids if kid.mention is not None and kid.prep is None]
        return [kid for kid in named if kid.index < verb.index][-1:]

    def _is_asked(self, infinitive: Word, verb: Word) -> bool:
        """Whether an infinitive behind an object is what that is asked: "exhorted A to go"."""
        if infinitive.role != "adverbial" or "VerbForm=Inf" not in infinitive.features:
            return False
        objects = [kid.index for kid in self.objects(verb) if kid.mention is not None]
        near = any(0 < infinitive.index - at <= _NEAR for at in objects)
        given = self.tree.children(verb, "indirect")  # "gave A a week to leave"
        near = near or any(k.mention is not None and k.index < infinitive.index for k in given)
        return near and infinitive.prep is None and self._bids(verb)

    def _controllers(self, head: Word, depth: int) -> list[Word]:
        """Return whoever an infinitive's unsaid subject is, given the word it hangs from."""
        if head.pos not in VERBS:
            return self._noun_controllers(head, depth)
        if self._bids(head):
            dative = [
                k for k in self.tree.children(head, "oblique") if k.prep in self.table["addressing"]
            ]
            objects = self.tree.children(head, "indirect") + dative or self.objects(head)
            objects = [kid for kid in objects if kid.lemma not in self.companions]  # "led a parade"
            if self.is_passive(head):
                objects = self.subjects(head, depth + 1)
            if objects:
                return [self.antecedent(word) for word in objects]
        return self.subjects(head, depth + 1)

    def _noun_controllers(self, noun: Word, depth: int) -> list[Word]:
        """Return who does what an infinitive tells that hangs from a noun: "A's plan to leave"."""
        if told := self._bidden(noun):
            return told
        if (name := described(self.tree, noun, self.table)) is not noun:
            return [name]  # "A, the only state of B to leave"
        above = self.tree.head(noun)
        verbal = above is not None and above.pos in VERBS
        if self.is_wish(noun) and above is not None and verbal:
            return self.subjects(above, depth + 1)  # "left at the request of A to help B"
        kids = self.tree.children(noun, "possessor", "oblique", "modifier")
        if all(kid.role != "possessor" for kid in kids):  # "his A decision to" is about A
            kids += self.tree.children(noun, "compound")
        named = [kid for kid in kids if kid.mention is not None]
        # "after A, it is the turn of B to leave", « selon A, B est prêt à partir »
        named = [kid for kid in named if kid.role != "oblique" or kid.index > noun.index]
        owners = [kid for kid in named if kid.prep in self.table["genitive"]] or named
        if self.tree.children(noun, "copula"):  # "A is the first country to leave"
            owners = owners or self.tree.children(noun, "subject")
        if above is not None and self.takes_sides(above):
            # Who backs "any effort to end the war" makes none himself.
            return owners or list(self.tree.children(noun, "possessor"))
        return owners or (self.subjects(above, depth + 1) if above is not None and verbal else [])

    def _bids(self, verb: Word) -> bool:
        """Whether what a verb has for its object acts below it: "asks A to go", "accuses A of"."""
        return self.is_of("object_control", verb)

    def is_wish(self, noun: Word) -> bool:
        """Return whether a noun tells at whose wish it is done: "at the request of A", or help."""
        lent = noun.prep in self.table["partner"] and noun.lemma in self.table["lent"]
        return lent or (noun.prep in self.table["behest"] and noun.lemma in self.table["wishes"])

    def _bidden(self, noun: Word) -> list[Word]:
        """Return whom a noun asks to do something: "A's call on B to leave"."""
        if noun.lemma not in self._lists.bidding:
            return []
        kids = self.tree.children(noun, "oblique")
        return [k for k in kids if k.prep in self.table["addressing"] and k.mention is not None]

    def antecedent(self, word: Word) -> Word:
        """Return what a relative pronoun, or one that doubles a name, stands for; else the word."""
        if word.text in self.table["tonic"] and word.mention is None:
            return doubled(self.tree, word)
        if word.text not in self._relatives or word.mention is not None:
            return word
        for above in self.tree.ancestors(word):
            if above.role == "relative":
                head = described(self.tree, self.tree.head(above) or word, self.table)
                head = self._bearer(head) if word.text in self.table["whom"] else head
                return self._all(head, above) if word.role in SUBJECTS else head
        return word

    def _all(self, last: Word, clause: Word) -> Word:
        """Return the first of a list of whom a relative in the plural tells: "A and B, who"."""
        finite = (clause, *self.tree.children(clause, "auxiliary", "passive_auxiliary"))
        several = any({"VerbForm=Fin", "Number=Plur"} <= item.features for item in finite)
        marks = (last, *self.tree.children(last, "determiner"))
        if not several or any("Number=Plur" in item.features for item in marks):
            return last  # "A and the Bs, who were"
        while last.role == "conjunct" and (above := self.tree.head(last)) is not None:
            last = above
        return last

    def _bearer(self, noun: Word) -> Word:
        """Return the name that a noun only describes: "A, the preacher whom B accuses".

        So it does behind "is": "A will be the first guest whom B receives".
        """
        name = self.tree.head(noun) if noun.role == "apposition" else None
        if self.tree.children(noun, "copula"):
            name = next(iter(self.tree.children(noun, "subject")), None)
        described = noun.mention is None and name is not None and name.mention is not None
        return name if described and name is not None else noun

    def objects(self, verb: Word) -> list[Word]:
        """Return the grammatical object of a verb, also where a relative leaves it unsaid."""
        own = self.tree.children(verb, "object") or self._relative_object(verb)
        own = own or self._partitive(verb) or self._modal_object(verb)
        own = own or self._raised(verb)
        own = own or shared_object(self.tree, verb, planned=self.judges(verb))
        if own or verb.role != "relative":
            return [self.antecedent(word) for word in own]
        head, subject = self.tree.head(verb), self.tree.children(verb, "subject")
        if not subject and self.tree.children(verb, "auxiliary") and not self.is_passive(verb):
            subject = self.tree.children(verb, "subject_passive")
        governed = [kid for kid in self.tree.children(verb, "oblique", "indirect") if kid.prep]
        taken = any(self.antecedent(word) is not word for word in (*subject, *governed))
        return [head] if head is not None and subject and not taken else []

    def _relative_object(self, verb: Word) -> list[Word]:
        """Return the antecedent of a relative that the parser took for a conjunction."""
        if verb.role != "relative":
            return []
        head, marks = self.tree.head(verb), self.tree.children(verb, "marker")
        resumed = any(kid.text in self.table["relative_object"] for kid in marks)
        own = resumed and bool(self.tree.children(verb, "subject"))
        return [head] if own and head is not None and not self.is_passive(verb) else []

    def _modal_object(self, verb: Word) -> list[Word]:
        """Return the relative that stands before a modal: "the deal that A is to sign with B"."""
        modal = self.tree.head(verb) if verb.role == "infinitive" else None
        if modal is None or modal.role != "relative":
            return []
        kids = self.tree.children(modal, "object", "marker")
        return [kid for kid in kids if kid.text in self.table["relative_object"]]

    def _raised(self, verb: Word) -> list[Word]:
        """Return the subjects of small clauses: "wants them to go", "called him a liar"."""
        told = self.tree.children(verb, "complement")
        if not told:  # as at most verbs
            return []
        claims = self.claims(verb) + [kid for kid in told if "VerbForm=Inf" in kid.features]
        return [kid for claim in claims for kid in self.tree.children(claim, "subject")]

    def _partitive(self, verb: Word) -> list[Word]:
        """Return an object whose article looks like a preposition ("expulser des diplomates")."""
        kids = self.tree.children(verb, "oblique")
        after = [kid for kid in kids if kid.prep in self.table["partitive"] or self._is_owned(kid)]
        after = [kid for kid in after if kid.index > verb.index]
        return ([kid for kid in after if kid.mention is None] or after)[:1]

    def _is_owned(self, noun: Word) -> bool:
        """Whether a noun stands bare with a possessive: "a remis à A ses bases"."""
        if noun.prep is not None or noun.pos != "NOUN":
            return False
        marks = self.tree.children(noun, "determiner")
        return any("Poss=Yes" in kid.features for kid in marks)

    def claims(self, verb: Word) -> list[Word]:
        """Return what a verb says its object is: "called the envoy a liar"."""
        return [
            kid
            for kid in self.tree.children(verb, "complement")
            if kid.pos not in VERBS and self.tree.children(kid, "subject")
        ]
