"""Who acts at a predicate: the subjects of a verb; agent, possessor or genitive of a noun."""

from collections.abc import Hashable, Sequence

from graph.extract.frames.patterns import Pattern
from graph.extract.grammar.clauses import Argument, Clauses
from graph.extract.parsing.tree import Word
from graph.extract.reference.reference import Reference
from graph.extract.slots.beside import Beside
from graph.extract.slots.candidates import Candidates
from graph.extract.slots.company import Company
from graph.extract.slots.nominal import Nominal
from graph.model import Actor
from graph.relations import relations
from graph.traits import has

#: How many act where several are asked for.
SEVERAL = 2

#: Who acts, and through which word each does, by id.
Acts = tuple[list[Actor], dict[str, Word]]


class Acting:
    """Looks for whoever acts at one predicate."""

    def __init__(
        self,
        clauses: Clauses,
        reference: Reference,
        word: Word,
        candidates: Candidates,
        beside: Beside,
    ) -> None:
        """Look at a word of a sentence."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self.word = word
        self.candidates = candidates
        self.beside = beside
        self.company = Company(clauses, reference, word, candidates)
        self._known: dict[bool, dict[Hashable, Acts]] = {False: {}, True: {}}
        self._beside: dict[bool, list[Word]] = {}
        self._genitive, self._owning = candidates.genitive, candidates.owning
        self._nominal = Nominal(clauses, reference, word, candidates.genitive)

    def of(self, pattern: Pattern, *, loose: bool = True) -> Acts:
        """Return who acts; patterns that look for it in the same way have the same answer.

        Args:
            pattern: One that the word may be the predicate of.
            loose: Look beside the predicate too.
        """
        # Asked of each pattern thrice: so no call is made for most, which are of verbs.
        way = pattern.acting if pattern.part == "verb" else self._way(pattern)
        known = self._known[loose].get(way)
        if known is None:
            known = self.of(pattern, loose=False) if loose else None
            # Beside it is looked only for want of somebody in it, and for one.
            if known is None or not (known[0] or pattern.said or not _is_single(pattern)):
                known = self._found(pattern, loose=loose)
            self._known[loose][way] = known
        return known

    def _way(self, pattern: Pattern) -> Hashable:
        """Return all that decides where the subject of a pattern of no verb is looked for."""
        held = not pattern.nominal.isdisjoint(self._genitive)
        return pattern.acting, pattern.prepositions & self._owning, held

    def subjects(self, pattern: Pattern) -> list[Word]:
        """Return the words that the tree has for subjects, be they somebody or not."""
        if pattern.part == "verb":
            return self._clauses.doers(self.word)
        return [each.word for each in self._arguments(pattern) if each.role == "subject"]

    def anybody(self, pattern: Pattern) -> bool:
        """Whether somebody known does it: not so in "was arrested in Iran", where Iran did.

        Nor did Iran where something else did: "a telescope in Iran sent its data".
        """
        subjects = self.subjects(pattern)
        thing = any(map(self._reference.is_nobody, subjects))
        return thing or any(self._reference.actors(word, dig=False) for word in subjects)

    def is_mutual(self, word: Word, acting: Sequence[Actor]) -> bool:
        """Return whether several do it to each other: "both accused the other"."""
        table = self._clauses.table
        if word.text in table["reciprocal"]:
            return True
        if word.text not in table["alternate"] or len(acting) != SEVERAL:
            return False
        marks = self._tree.children(word, "determiner")
        return any("Definite=Def" in mark.features for mark in marks)

    def is_between_others(
        self, word: Word, found: Sequence[Actor], acting: Sequence[Actor], relation: str
    ) -> bool:
        """Return whether something is between others than whoever acts, who may only mediate.

        Nor does who acts do anything to himself, or to whom he has it with: "A welcomed the talks
        between A and B".

        Args:
            word: Whom it is done to.
            found: The actors that the word stands for.
            acting: Who acts.
            relation: What is done.
        """
        if len(found) < SEVERAL or not acting:  # as nearly always
            return False
        sides = set(map(self._reference.served, found))
        preps = {kid.prep for kid in (word, *self._tree.children(word, "oblique"))}
        if len(sides) < SEVERAL or preps.isdisjoint(self._clauses.table["between"]):
            return False
        apart = sides.isdisjoint(map(self._reference.served, acting))
        if has(relation, "of_parties"):
            return apart
        return not apart and not relations()[relation].symmetric

    def _arguments(self, pattern: Pattern) -> list[Argument]:
        return self._clauses.arguments(self.word, verbal=pattern.part == "verb")

    def _found(self, pattern: Pattern, *, loose: bool) -> Acts:
        """Return who acts, and through which word each does; loose, beside the predicate alone."""
        single = _is_single(pattern)
        acting: dict[str, Word] = {}
        found: list[Actor] = []
        for word in self._words(pattern, loose=loose, single=single):
            for actor in self._standing(word, pattern):
                acting[actor.id] = word
                if actor not in found:
                    found.append(actor)
            if found and single:
                break
        if not single and len(found) < SEVERAL and self._nominal.is_mutual():
            found = list(dict.fromkeys((*self._reference.pair(self.word), *found)))
        if pattern.part == "verb" and (found := found or self._accusers()):
            alike = self.company.alike()
            found = list(dict.fromkeys((*found, *alike))) if alike else found
        if pattern.among and len(found) < SEVERAL and not self._nominal.tells_sides():
            beside = [actor for w in self.beside.partners() for actor in self._reference.actors(w)]
            found = list(dict.fromkeys((*found, *beside)))
        return found, acting

    def _standing(self, word: Word, pattern: Pattern) -> list[Actor]:
        """Return for whom a word stands that may act: through what is his, where that acts."""
        first = pattern.subject
        behind = first is not None and (bool(first.nouns) or first.name == "O")  # "A's plan drew"
        dig = pattern.part != "verb" or behind
        group = self._reference.actors(word, dig=dig, within=self.word)
        if pattern.part == "verb" and dig:
            hit = self._hit(word) if group else ()
            group = [actor for actor in group if actor.id not in hit]
            sent = self.candidates.whose.senders(word) if not group else []
            group = group or [a for kid in sent for a in self._reference.actors(kid)]
        if first is not None and first.attached:
            group = group or self._reference.people(word)
        if first is not None and first.nouns:
            group = group or self._senders(word)
        return group

    def _words(self, pattern: Pattern, *, loose: bool, single: bool) -> list[Word]:
        """Return the words that may name who acts, the likeliest first."""
        # Who does what a verb says is known without its other arguments.
        arguments = [] if pattern.part == "verb" and single else self._arguments(pattern)
        if pattern.part == "noun" and self._nominal.is_strangers(arguments):
            return []
        if loose and self.word.prep in self._clauses.table["in_return"]:
            return []  # « en échange de la levée » : another's deed
        words = self._near(pattern) if loose else self._own(pattern, arguments)
        if not single:  # who hopes for talks between A and B does not hold them
            between = self._nominal.between(arguments)
            several = [actor for word in between for actor in self._reference.actors(word)]
            words = between if several else words
        if not words:  # as of a third
            return []
        if pattern.subject is not None and pattern.subject.nouns:
            words = [kid for word in words for kid in (word, *self._clauses.counted(word))]
            words = [word for word in words if self.candidates.fits(word, pattern.subject)]
        elif pattern.part == "verb":  # « une vingtaine de pays, dont A, ont condamné B »
            things = [kid for word in words for kid in self._clauses.counted(word)]
            # A list of its own: what stands beside the predicate is kept for the next pattern.
            words = [*words, *[kid for kid in things if self._tree.children(kid, "apposition")]]
        crowd = pattern.subject is not None and pattern.subject.attached
        return [word for word in words if crowd or not self._reference.is_somebody(word)]

    def _is_lent(self, pattern: Pattern) -> bool:
        """Whether somebody does what a noun names for whoever acts: "left with the help of B"."""
        partner = self.word.prep in self._clauses.table["partner"]
        given = pattern.part == "noun" and not pattern.prepositions.isdisjoint(self._genitive)
        return given and partner

    def _accusers(self) -> list[Actor]:
        """Return who accuses where a participle leaves it unsaid: whoever acts against the accused.

        « A a expulsé des diplomates de B, accusés d'espionnage. »
        """
        word = self.word
        head = self._tree.head(word) if word.role == "participle" else None
        if head is None or word.lemma not in self._clauses.table["charged"]:
            return []
        start = self._tree.words[0].start
        accused = [*self._reference.actors(head), *self._reference.envoy(head)]
        return list(dict.fromkeys(self._reference.memory.opponents(accused, start)))

    def _near(self, pattern: Pattern) -> list[Word]:
        """Return who may act beside the predicate: the same for all patterns of a class."""
        verbal = pattern.part == "verb"
        known = self._beside.get(verbal)
        if known is None:
            known = self._beside[verbal] = self.beside.subjects(verbal=verbal)
        return [] if self._is_lent(pattern) else known

    def _senders(self, noun: Word) -> list[Actor]:
        """Return by whom what acts is said to have been sent: "the jabs given by A arrived"."""
        things = (noun, *self._clauses.counted(noun))  # "tonnes of rice given by A arrived"
        verbs = [verb for thing in things for verb in self._tree.children(thing, "participle")]
        agents = [kid for verb in verbs for kid in self._tree.children(verb, "agent")]
        return [actor for word in agents for actor in self._reference.actors(word)]

    def _own(self, pattern: Pattern, arguments: list[Argument]) -> list[Word]:
        """Return who does it in the tree: of what is only said, whoever says so."""
        if pattern.said:
            return self._reference.tellers(self._clauses, self.word, named=pattern.judging)
        if pattern.part == "verb":
            means = pattern.subject is not None and bool(pattern.subject.nouns)
            return self.subjects(pattern) or (self._means() if means else [])
        return self._nominal.subjects(pattern, arguments)

    def _means(self) -> list[Word]:
        """Return in what somebody comes to harm: "A's men were killed in raids by B"."""
        if not self._clauses.is_passive(self.word):
            return []
        kids = self._tree.children(self.word, "oblique")
        return [kid for kid in kids if kid.prep in self._clauses.table["means"]]

    def _hit(self, noun: Word) -> set[str]:
        """Return who is where force strikes, and does not use it: "the attack in A killed B"."""
        table = self._clauses.table
        struck = (*table["placing"], *table["limiting"], *table["adverse"])
        kids = [kid for kid in self._tree.children(noun, "oblique") if kid.prep in struck]
        return {actor.id for kid in kids for actor in self._reference.actors(kid)}


def _is_single(pattern: Pattern) -> bool:
    """Whether one acts, be it together with others: not so where several have to be named."""
    return pattern.subject is not None and pattern.subject.name != "S+"
