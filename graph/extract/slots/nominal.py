"""Who does what a noun names: its agent, its owner, those between whom it is."""

from graph.extract.frames.patterns import Pattern
from graph.extract.grammar.clauses import Argument, Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.reference import Reference

#: Roles of a name before what it gives or does: "the suspension of US aid".
_BEFORE = ("modifier", "compound")

#: Roles of what somebody is asked or said to do.
_BIDDEN = ("infinitive", "gerund")

#: Roles of what shows that a noun tells of something of its own.
_TOLD_OF = ("determiner", "modifier", "compound", "number")


class Nominal:
    """Answers about one noun that tells what happens."""

    def __init__(
        self, clauses: Clauses, reference: Reference, word: Word, genitive: frozenset[str]
    ) -> None:
        """Look at a word of a sentence, with the prepositions before whose something is."""
        self._clauses, self._tree = clauses, clauses.tree
        self._reference, self._word = reference, word
        self._genitive = genitive

    def subjects(self, pattern: Pattern, arguments: list[Argument]) -> list[Word]:
        """Return who does what a noun names: agent, possessor, genitive, support's subject."""
        if talking := self._talking(pattern):
            return talking
        agentive = self._unused(pattern, "agent_prepositions")
        obliques = self._obliques(arguments, agentive)
        agents = [argument.word for argument in obliques if argument.prep in agentive]
        agents += self._reference.ascribed(self._word)
        agents += self._announcers() if not agents else []
        owners = self._owners(pattern, obliques)
        attached = [argument.word for argument in arguments if argument.role == "attached"]
        if len(attached) > 1:
            attached.sort(key=self._is_served)
        holders = self._holders(pattern, obliques)
        subjects = self._carrying(pattern, arguments)
        if pattern.subject is not None and pattern.subject.name == "S+" and subjects:
            attached = [word for word in attached if not self._convenes(word)]
            owners = [word for word in owners if not self._convenes(word)]
        if any(slot.attached for slot in pattern.slots):  # "ordered the expulsion of B's envoys"
            subjects = [*subjects, *holders]
        else:
            owners += holders
        if self._is_predicative(pattern):  # "A became B's member" is "A became a member of B"
            return list(dict.fromkeys((*agents, *subjects, *attached)))
        return list(dict.fromkeys((*agents, *attached, *owners, *subjects)))

    def _announcers(self) -> list[Word]:
        """Return who announces or begins what the noun names: "the adoption by A of sanctions"."""
        head = self._tree.head(self._word)
        if self._word.prep not in self._genitive or head is None:
            return []
        if head.lemma not in self._clauses.table["undertaking"]:
            return []
        own = self._tree.children(self._word, "modifier")
        if any(kid.mention is not None for kid in own):
            return []  # « l'annonce par A de frappes de B », put as an adjective
        by = self._clauses.table["agent_prepositions"]
        kids = self._tree.children(head, "oblique", "agent")
        return [kid for kid in kids if kid.prep in by and kid.index < self._word.index]

    def _is_served(self, owner: Word) -> bool:
        """Whether it is done to an owner: of "A's B backers" the backers are B, not A."""
        called = self._clauses.table["called_by_deed"]
        owned = owner.role in ("possessor", "determiner")
        return owned and not self._clauses.forms(self._word).isdisjoint(called)

    def _talking(self, pattern: Pattern) -> list[Word]:
        """Return who does what is told in a talk with somebody: "A, in a call with B, accused C".

        It is not with C, though C stands beside it.
        """
        word, table = self._word, self._clauses.table
        verb = self._tree.head(word) if word.prep in table["through"] else None
        if verb is None or verb.pos not in VERBS:
            return []
        if not ("Number=Plur" in word.features or self._tree.children(word, *_TOLD_OF)):
            return []  # "in agreement with B" tells of no agreement
        if self._tree.children(word, "possessor"):
            return []  # "over its talks with B" says whose they are
        kids = [kid for kid in self._tree.children(word, "oblique") if kid.prep in table["partner"]]
        partners = [kid for kid in kids if self._reference.actors(kid, dig=False)]
        while verb.role in _BIDDEN and (above := self._tree.head(verb)) is not None:
            verb = above  # "A urged C to act in a call with B"
        own = self._clauses.subjects(verb) if partners and word.role == "oblique" else []
        if own and self._is_anothers(own):
            return []
        kids = self._tree.children(word, "modifier", "attached")
        apart = any(kid.lemma in table["severally"] for kid in kids)
        among = pattern.among and not apart  # "in separate calls with B and C"
        known = any(self._reference.actors(word) for word in own)  # whom nobody knows talks, too
        among = among and known
        return [*own, *(partners if among else ())] if own else []

    def _is_anothers(self, acting: list[Word]) -> bool:
        """Whether a possessive means none who act: "A backs B in its conflict with C"."""
        kids = self._tree.children(self._word, "determiner")
        whose = {actor for kid in kids for actor in self._reference.actors(kid)}
        doing = {actor for word in acting for actor in self._reference.actors(word)}
        return bool(whose) and whose.isdisjoint(doing)

    def _unused(self, pattern: Pattern, kind: str) -> list[str]:
        """Return the prepositions of a kind that a pattern has no use for."""
        return [p for p in self._clauses.table[kind] if p not in pattern.prepositions]

    def _obliques(self, arguments: list[Argument], agentive: list[str]) -> list[Argument]:
        """Return the obliques, with who does it behind a thing: "a raid on a camp by A".

        Of "a raid on a camp came after attacks by A" he only did what went before.
        """
        own = [argument for argument in arguments if argument.role == "oblique"]
        apart = self._clauses.table["circumstance"]
        things = [a.word for a in own if a.word.mention is None and a.prep not in apart]
        kids = [kid for word in things for kid in self._tree.children(word, "oblique", "agent")]
        preps = (*self._clauses.table["between"], *agentive)
        return own + [Argument("oblique", kid.prep, kid) for kid in kids if kid.prep in preps]

    def _owners(self, pattern: Pattern, obliques: list[Argument]) -> list[Word]:
        """Return whose it is, or between whom, where several do it."""
        genitive = self._unused(pattern, "genitive")
        if pattern.subject is not None and pattern.subject.name == "S+":
            genitive += self._clauses.table["between"]
        if self._word.lemma in self._clauses.table["imputing"]:
            obliques = [argument for argument in obliques if argument.word.mention is not None]
        return [argument.word for argument in obliques if argument.prep in genitive]

    def _carrying(self, pattern: Pattern, arguments: list[Argument]) -> list[Word]:
        """Return the subjects of what carries it; who asks for a meeting of others has none."""
        verb = self._tree.head(self._word) if self._word.role == "object" else None
        if pattern.among and verb is not None and self._reference.speech.asks(verb):
            return []
        if self._word.prep in self._clauses.table["in_return"]:
            return []  # what somebody has in return is another's deed
        return [argument.word for argument in arguments if argument.role == "subject"]

    def _is_predicative(self, pattern: Pattern) -> bool:
        """Whether it says what somebody is, and of whom: the owner is no subject then."""
        owned = not pattern.prepositions.isdisjoint(self._clauses.table["genitive"])
        return owned and self._word.role in ("attribute", "apposition")

    def between(self, arguments: list[Argument]) -> list[Word]:
        """Return those between whom something is said to happen, also "a deal of truce between"."""
        between = self._clauses.table["between"]
        obliques = [a for a in arguments if a.role == "oblique"]
        near = [a.word for a in obliques if a.prep in between]
        of = self._clauses.table["genitive"]
        held = [a.word for a in obliques if a.prep in of and a.word.mention is None]
        within = [kid for word in held for kid in self._tree.children(word, "oblique")]
        return near or [kid for kid in within if kid.prep in between]

    def is_strangers(self, arguments: list[Argument]) -> bool:
        """Return whether people of nobody's do what it names: "the raid on its embassy by a mob".

        The parser may hang them from the verb that the noun is the object of.
        """
        by = self._clauses.table["agent_prepositions"]
        if self._tree.spoken.isdisjoint(by):  # as of most sentences
            return False
        verb = self._tree.head(self._word) if self._word.role == "object" else None
        near = self._tree.children(verb, "oblique", "agent") if verb is not None else []
        within = [kid for a in arguments for kid in self._tree.children(a.word, "oblique", "agent")]
        words = [*(argument.word for argument in arguments), *within, *near]
        doing = [w for w in words if w.prep in by and w.index > self._word.index]
        strange = [
            w for w in doing if not {w.lemma, w.text}.isdisjoint(self._clauses.table["strangers"])
        ]
        return any(not self._reference.actors(word) for word in strange)

    def is_mutual(self) -> bool:
        """Return whether the noun, or one that it governs, is called bilateral."""
        nouns = (self._word, *self._tree.children(self._word, "oblique"))
        return any(
            self._reference.is_mutual(kid)
            for noun in nouns
            for kid in self._tree.children(noun, "modifier")
        )

    def tells_sides(self) -> bool:
        """Return whether a clause of its own tells between whom it is, be they known or not.

        « Le conflit qui oppose A et la rébellion » is none between those named before.
        """
        verbs = self._tree.children(self._word, "relative", "participle")
        named = [kid for verb in verbs for kid in self._tree.children(verb, "object", "oblique")]
        return any(self._reference.actors(word, dig=False) for word in named)

    def _convenes(self, word: Word) -> bool:
        """Whether an organisation only calls a meeting: who attends a G7 summit meets others."""
        found = self._reference.actors(word)
        return [actor.kind for actor in found] == ["organisation"]

    def _holders(self, pattern: Pattern, obliques: list[Argument]) -> list[Word]:
        """Return whose the act is where a noun slot takes the genitive.

        "The delivery of arms by A", "the recall of A's ambassador": A is at the noun in the slot.
        """
        genitive = self._genitive
        if pattern.nominal.isdisjoint(genitive):
            return []
        held = [argument.word for argument in obliques if argument.prep in genitive]
        inner = [kid for word in held for kid in self._tree.children(word, "oblique", *_BEFORE)]
        if any(slot.attached for slot in pattern.slots):
            inner = []  # "the writing off of A's debt": A is at the other end
            # and so he is in "the release of A's soldiers", but not in "the recall of A's envoy"
            held = [word for word in held if self._reference.title(word)]
        named = [word for word in inner if word.prep is None or word.prep in genitive]
        return [word for word in (*held, *named) if word.mention is not None]
