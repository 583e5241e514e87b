"""Who does what a noun names: its agent, its owner, those between whom it is."""

from graph.extract.clauses import Argument, Clauses
from graph.extract.patterns import Pattern
from graph.extract.reference import Reference
from graph.extract.word import Word

#: Roles of a name before what it gives or does: "the suspension of US aid".
_BEFORE = ("modifier", "compound")


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
        table = self._clauses.table
        used = pattern.prepositions
        agentive = [p for p in table["agent_prepositions"] if p not in used]
        genitive = [p for p in table["genitive"] if p not in used]
        if pattern.subject is not None and pattern.subject.name == "S+":
            genitive += table["between"]
        obliques = [argument for argument in arguments if argument.role == "oblique"]
        obliques += [
            Argument("oblique", kid.prep, kid)
            for argument in obliques
            if argument.word.mention is None
            for kid in self._tree.children(argument.word, "oblique", "agent")
            if kid.prep in (*table["between"], *agentive)
        ]
        agents = [argument.word for argument in obliques if argument.prep in agentive]
        agents += self._reference.ascribed(self._word)
        owners = [argument.word for argument in obliques if argument.prep in genitive]
        attached = [argument.word for argument in arguments if argument.role == "attached"]
        holders = self._holders(pattern, obliques)
        subjects = [argument.word for argument in arguments if argument.role == "subject"]
        verb = self._tree.head(self._word) if self._word.role == "object" else None
        if pattern.among and verb is not None and self._reference.speech.asks(verb):
            subjects = []  # whoever asks for a meeting of others has none of his own
        if pattern.subject is not None and pattern.subject.name == "S+" and subjects:
            attached = [word for word in attached if not self._convenes(word)]
            owners = [word for word in owners if not self._convenes(word)]
        if any(slot.attached for slot in pattern.slots):  # "ordered the expulsion of B's envoys"
            subjects = [*subjects, *holders]
        else:
            owners += holders
        if self._word.role in ("attribute", "apposition") and not used.isdisjoint(
            table["genitive"]
        ):
            # "A became B's member" is "A became a member of B".
            return list(dict.fromkeys((*agents, *subjects, *attached)))
        return list(dict.fromkeys((*agents, *attached, *owners, *subjects)))

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
        verb = self._tree.head(self._word) if self._word.role == "object" else None
        near = self._tree.children(verb, "oblique", "agent") if verb is not None else []
        within = [kid for a in arguments for kid in self._tree.children(a.word, "oblique", "agent")]
        words = [*(argument.word for argument in arguments), *within, *near]
        by = self._clauses.table["agent_prepositions"]
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
        named = [word for word in inner if word.prep is None or word.prep in genitive]
        return [word for word in (*held, *named) if word.mention is not None]
