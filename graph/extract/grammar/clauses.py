"""The language-neutral view of a predicate: its arguments by role, whatever the construction.

Passives, participles, relatives, infinitives, shared subjects and support
verbs ("effectuer une visite") are undone here, so that a frame need only say
who acts and who is acted on.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from graph.extract.grammar.support import Support
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import PAST, SUBJECTS, VERBS

ArgumentRole = Literal[
    "subject",
    "object",
    "indirect",
    "oblique",
    "attached",
    "attribute",
    "topic",
    "infinitive",
    "clause",
]

#: What a passive verb is said to make somebody, or asks of him: "was invited to come by A".
_ASKED = ("infinitive", "attribute", "modifier")

#: What may be a predicate, be it only by a mistake of the parser.
_PREDICATES = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV"})

#: Roles of a verb that only helps another to its tense or voice.
_HELPING = ("auxiliary", "passive_auxiliary")

#: How far behind its verb a gerund is still its object, in words.
_NEAR = 2

#: How parsers hang what is told and the verb that tells it from each other.
_LOOSE = ("adverbial", "parataxis")

_NOMINAL = ("possessor", "modifier", "compound", "apposition")


class Argument(NamedTuple):
    """A word that fills a role of a predicate."""

    role: ArgumentRole
    """Deep role: the agent of a passive is its subject; what hangs from a noun is attached."""

    prep: str | None
    """Preposition in normal form."""

    word: Word


class Clauses(Support):
    """Answers about the predicates of one sentence."""

    def __init__(self, tree: Tree, table: Mapping[str, Any], verbs: Mapping[str, Any]) -> None:
        """Look at a tree with the language's ``parser.toml`` and ``verbs.toml``."""
        super().__init__(tree, table, verbs)
        self._arguments: dict[tuple[int, bool], list[Argument]] = {}
        self._doers: dict[int, list[Word]] = {}

    def predicates(self) -> list[Word]:
        """Return the words that may be predicates, in order."""
        tenses = self._kinds["half_auxiliaries"]
        return [
            word
            for word, names in zip(self.tree.words, self.names, strict=True)
            if word.pos in _PREDICATES
            and word.role not in _HELPING
            # Asked first of its names, as nearly none is one.
            and (tenses.isdisjoint(names) or not self._lends_tense(word))
        ]

    def _lends_tense(self, verb: Word) -> bool:
        """Whether a verb only lends its infinitive a tense: "vient de partir"."""
        kids = self.tree.children(verb, "infinitive", "adverbial")
        return any("VerbForm=Inf" in kid.features for kid in kids)

    def arguments(self, word: Word, *, verbal: bool) -> list[Argument]:
        """Return the arguments of a predicate, by deep role.

        Args:
            word: The predicate.
            verbal: Whether to take it for a verb; parsers take some verbs for other words.
        """
        known = self._arguments.get((word.index, verbal))
        if known is None:  # every frame that may fit asks for them
            known = self._verbal(word) if verbal else self._nominal(word)
            self._arguments[word.index, verbal] = known
        return known.copy()

    def doers(self, verb: Word) -> list[Word]:
        """Return the subjects among the arguments of a word taken for a verb."""
        known = self._doers.get(verb.index)
        if known is None:  # most verbs have nobody known, and are asked for nothing else
            place = self.tree.head(verb) if verb.role == "copula" else None
            if place is not None:
                known = self.subjects(place)
            else:
                known = self.agents(verb) if self.is_passive(verb) else self.subjects(verb)
            self._doers[verb.index] = known
        return known.copy()

    def _verbal(self, verb: Word) -> list[Argument]:
        found = [Argument("subject", None, word) for word in self.doers(verb)]
        place = self.tree.head(verb) if verb.role == "copula" else None
        if place is not None:
            return [*found, Argument("oblique" if place.prep else "attribute", place.prep, place)]
        passive = self.is_passive(verb)
        patients = self.subjects(verb) if passive else self.objects(verb)
        found += [Argument("object", None, word) for word in patients]
        if not passive:
            by = self.tree.children(verb, "agent")
            found += [Argument("oblique", word.prep, word) for word in by]
        found += self._others(verb)
        return found

    def agents(self, verb: Word) -> list[Word]:
        """Return who acts in a passive, also where the parser hung it from another argument."""
        means = [kid for kid in self.tree.children(verb, "agent") if kid.lemma in self.remote]
        holders = [*self.tree.children(verb, "object", "oblique", *_ASKED), *means]
        gerunds = self.tree.children(verb, "gerund")  # "was accused of arming C by A"
        holders += [word for word in gerunds if not self.is_passive(word)]
        holders = [word for word in holders if not self._is_beside(word)]
        held = [kid for word in holders for kid in self.tree.children(word)]
        by = [kid for kid in held if kid.prep in self.table["agent_prepositions"]]
        own = self.tree.children(verb, "oblique")
        noun = self.tree.head(verb) if verb.role == "participle" else None
        if noun is not None:  # "a step called hostile by A"
            own += [kid for kid in self.tree.children(noun, "oblique") if kid.index > verb.index]
        by += [kid for kid in own if kid.prep in self.table["agent_prepositions"]]
        own = self.tree.children(verb, "agent")
        named = [kid for kid in own if kid not in means]  # "was reached by phone by A"
        return named or by or own or self.compounded(verb) or self.traced(verb)

    def _is_beside(self, word: Word) -> bool:
        """Whether a noun only tells when or why: whoever it is "by" did that, and perhaps no more.

        "Were struck after attacks by A"; but "were arrested during raids by A" names who arrests.
        """
        table = self.table
        return word.prep in table["circumstance"] and word.prep not in table["means"]

    def _others(self, verb: Word) -> Iterator[Argument]:
        for word in self.tree.children(verb, "oblique", "indirect", "reflexive"):
            if word.text in self.table["there"]:
                yield Argument("oblique", word.text, word)
                continue
            if word.role == "reflexive":
                continue
            role: ArgumentRole = "oblique" if word.role == "oblique" and word.prep else "indirect"
            yield Argument(role, word.prep, self.antecedent(word))
        if verb.role == "relative":
            yield from self._place(verb)
        elif verb.role == "infinitive":
            yield from self._raised_relatives(verb)
        yield from self._called_for(verb)
        for word in self.tree.children(verb, "infinitive", "adverbial", "gerund", "participle"):
            gerund = word.role == "gerund" or (word.role == "infinitive" and word.pos in VERBS)
            near = 0 < word.index - verb.index <= _NEAR  # "ruled out ceding"
            gerund = gerund or (near and "Aspect=Prog" in word.features)
            gerund = gerund or word.prep in self.table["gerund_markers"]
            if word.role == "participle" and not gerund:
                continue
            if word.role == "gerund" and "VerbForm=Fin" in word.features:
                yield Argument("clause", word.prep, word)  # "looks into whether A left"
            elif "VerbForm=Inf" in word.features or gerund:
                yield Argument("infinitive", word.prep, word)
        yield from self._told(verb)

    def _told(self, verb: Word) -> Iterator[Argument]:
        """Yield the clauses that tell what a verb says, and what it says of its object."""
        told = self.tree.children(verb, "complement")
        for word in told + self.said_before(verb):
            yield Argument("clause", None, word)
        said = [kid for kid in self.tree.children(verb, "infinitive") if self._is_said(kid)]
        claims = self.claims(verb) if told else []
        for word in self.tree.children(verb, "attribute") + claims + said:
            yield Argument("attribute", None, word)

    def said_before(self, verb: Word) -> list[Word]:
        """Return the clause before a verb of telling that has its subject behind it: "…, dit A"."""
        if self._inverting.isdisjoint(self.lemmas(verb)):
            return []
        if all(kid.index < verb.index for kid in self.tree.children(verb, *SUBJECTS)):
            return []
        above = [
            w
            for w in self.tree.ancestors(verb)[:1]
            if verb.role == "conjunct" or verb.role in _LOOSE
        ]
        kids = [*above, *self.tree.children(verb, *_LOOSE)]
        return [kid for kid in kids if kid.index < verb.index]

    @staticmethod
    def _is_said(word: Word) -> bool:
        """Whether a complement is no clause: "declared itself appalled", "called it absurd"."""
        return word.pos not in VERBS or word.features >= PAST

    def _called_for(self, verb: Word) -> Iterator[Argument]:
        """Yield whom a preposition makes the subject of an infinitive: "called for A to leave"."""
        for kid in self.tree.children(verb, "adverbial", "complement", "relative"):
            if self._is_called_for(kid):
                for word in self.tree.children(kid, "subject"):
                    yield Argument("oblique", kid.prep, word)

    def _is_called_for(self, clause: Word) -> bool:
        """Whether a clause is what is called for: "called for A to leave", "B's call for A to"."""
        return clause.prep is not None and "VerbForm=Inf" in clause.features

    def _raised_relatives(self, verb: Word) -> Iterator[Argument]:
        """Yield the relative that stands before a modal: "with whom he is to talk"."""
        modal = self.tree.head(verb)
        if modal is None or modal.role != "relative":
            return
        for kid in self.tree.children(modal, "oblique"):
            if (name := self.antecedent(kid)) is not kid:
                yield Argument("oblique", kid.prep, name)

    def _place(self, verb: Word) -> Iterator[Argument]:
        """Yield the antecedent of "where" as what the clause's verb happens at or leads to."""
        head = self.tree.head(verb)
        if head is None:
            return
        for kid in self.tree.children(verb):
            for preposition in self.table["relative_place"].get(kid.text, ()):
                yield Argument("oblique", preposition, head)

    def _nominal(self, noun: Word) -> list[Argument]:
        return [*self._at_noun(noun), *self._supported(noun)]

    def _at_noun(self, noun: Word) -> Iterator[Argument]:
        own = [kid for kid in self.tree.children(noun, "determiner") if "Poss=Yes" in kid.features]
        for word in (*self.tree.children(noun, *_NOMINAL), *own):
            if not self.is_givers(word):
                yield Argument("attached", None, word)
        for word in self.tree.children(noun, "oblique", "agent"):
            role: ArgumentRole = "attached" if self.is_whose(word) else "oblique"
            yield Argument(role, word.prep, self.antecedent(word))
        yield from self._called_for(noun)
        for word in self.tree.children(noun, "infinitive", "participle", "complement", "relative"):
            if word.role == "relative" and not self._is_called_for(word):
                continue
            told = noun.pos == "NOUN" and self._is_told(word)
            if "VerbForm=Inf" in word.features and not told:
                yield Argument("infinitive", word.prep, word)
            elif told or word.role == "complement" or "VerbForm=Fin" in word.features:
                yield Argument("clause", None, word)
        for word in self._bearers(noun):
            yield Argument("subject", None, self.antecedent(word))

    def _bearers(self, noun: Word) -> list[Word]:
        """Return of whom a noun or an adjective is said, where that is no verb's doing."""
        found = list(self.tree.children(noun, "subject", "subject_passive"))
        head = self.tree.head(noun)
        if noun.role == "apposition" and head is not None:
            found.append(head)
        if noun.role == "adverbial" and self.is_passive(noun):  # "received in Paris, A left"
            found += self.subjects(noun)
        if noun.role == "adverbial" and noun.pos == "ADJ" and head is not None:
            found += self.subjects(head)  # "grateful to A, B left"
        return found

    def _is_told(self, clause: Word) -> bool:
        """Whether a noun's clause is what it tells: "the claim that A left"."""
        kids = self.tree.children(clause, "oblique")
        of = [kid for kid in kids if kid.text in self._relatives and kid.mention is None]
        said = any(kid.prep in self.table["source"] for kid in of)
        return said or bool(self.tree.children(clause, "marker"))

    def _supported(self, noun: Word) -> Iterator[Argument]:
        """Yield what a noun gets from the verbs that carry it: "X pays a visit to Y"."""
        carried = self.tree.conjuncts(noun)
        for verb in self.carriers(noun):
            past = verb.role == "participle" and self.is_passive(verb)
            lends = past or self.lends(verb)
            roles = ("oblique", "subject", "indirect") if lends else ("oblique",)
            for argument in self.arguments(verb, verbal=True):
                if argument.role in roles and argument.word not in carried:
                    yield argument

    def is_givers(self, word: Word) -> bool:
        """Return whether a possessive is of whoever gives: "A blames B for lending its aid to C".

        That is the subject of the verb, whoever else is named before.
        """
        noun = self.tree.head(word) if "Poss=Yes" in word.features else None
        verb = self.tree.head(noun) if noun is not None and noun.role == "object" else None
        return verb is not None and self.is_of("giving", verb)
