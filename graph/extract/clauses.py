"""The language-neutral view of a predicate: its arguments by role, whatever the construction.

Passives, participles, relatives, infinitives, shared subjects and support
verbs ("effectuer une visite") are undone here, so that a frame need only say
who acts and who is acted on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from graph.extract.tree import Tree, Word

ArgumentRole = Literal[
    "subject", "object", "indirect", "oblique", "attached", "attribute", "infinitive", "clause"
]

#: Roles under which a verb begins a clause of its own.
CLAUSAL = frozenset(
    {"relative", "participle", "adverbial", "complement", "infinitive", "parataxis", "gerund"}
)
_VERBS = ("VERB", "AUX")
_NOMINAL = ("possessor", "modifier", "compound", "apposition")


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that fills a role of a predicate."""

    role: ArgumentRole
    """Deep role: the agent of a passive is its subject; what hangs from a noun is attached."""

    prep: str | None
    """Preposition in normal form."""

    word: Word


class Clauses:
    """Answers about the predicates of one sentence."""

    def __init__(self, tree: Tree, table: Mapping[str, Any], verbs: Mapping[str, Any]) -> None:
        """Look at a tree with the language's ``parser.toml`` and ``verbs.toml``."""
        self.tree = tree
        self.table = table
        self._support = frozenset(verbs["support"]["lemmas"])
        self._occurrence = frozenset(verbs["occurrence"]["lemmas"])
        self._obligation = frozenset(verbs["obligation"]["lemmas"])
        self._never_passive = frozenset(verbs["never_passive"]["lemmas"])
        self._object_control = frozenset(verbs["object_control"]["lemmas"])
        self._measure_nouns = frozenset(verbs["measures"]["nouns"])
        self.companions = frozenset(verbs["companions"]["nouns"])
        self._relatives = frozenset(table["relative_subject"]) | frozenset(table["relative_object"])

    @cached_property
    def predicates(self) -> list[Word]:
        """Words that may be predicates, in order."""
        return [
            word
            for word in self.tree.words
            if word.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV")
        ]

    def lemmas(self, word: Word, *, verbal: bool = False) -> set[str]:
        """Return the names under which frames may list a predicate.

        Args:
            word: The predicate.
            verbal: Whether to take it for a verb, whatever the parser takes it for.
        """
        names = {word.lemma, word.text, word.text.rstrip("sx")}
        for infinitive, endings in self.table["verb_endings"].items():
            if verbal or word.pos in ("VERB", "AUX", "ADV", "PROPN"):
                names.update(
                    word.text.removesuffix(e) + infinitive for e in endings if word.text.endswith(e)
                )
        if self.tree.children(word, "reflexive"):
            return {f"se_{name}" for name in names}
        particles = [kid.text for kid in self.tree.children(word, "particle", "adverb")]
        return names | {f"{name}_{particle}" for name in names for particle in particles}

    def arguments(self, word: Word, *, verbal: bool) -> list[Argument]:
        """Return the arguments of a predicate, by deep role.

        Args:
            word: The predicate.
            verbal: Whether to take it for a verb; parsers take some verbs for other words.
        """
        return [*(self._verbal(word) if verbal else self._nominal(word))]

    def is_whose(self, word: Word) -> bool:
        """Return whether a word is a relative that says whose something is."""
        return word.text in self.table["relative_possessive"]

    def is_passive(self, verb: Word) -> bool:
        """Return whether a verb's grammatical subject is acted on."""
        if self.tree.children(verb, "reflexive") or self.lemmas(verb) & self._never_passive:
            return False
        if self.tree.children(verb, "passive_auxiliary"):
            return True
        if self.tree.children(verb, "auxiliary", "copula"):
            return False
        if verb.role == "modifier":
            return bool(self._compounded(verb))
        past = {
            "VerbForm=Part",
            "Tense=Past",
        } <= verb.features and "Aspect=Prog" not in verb.features
        head = self.tree.head(verb)
        if verb.role == "conjunct" and head is not None:
            return past and self.is_passive(head)
        return (
            past
            and verb.role in ("participle", "adverbial", "root")
            and not self.tree.children(verb, "subject")
        )

    def is_duty(self, verb: Word) -> bool:
        """Return whether a clause says what its subject has to do ("Israel must leave")."""
        kids = self.tree.children(verb, "auxiliary")
        return any(self._obligation & self.lemmas(word) for word in (verb, *kids))

    def subjects(self, verb: Word, depth: int = 0) -> list[Word]:
        """Return the grammatical subject of a verb, also where it is left unsaid."""
        own = self.tree.children(verb, "subject", "subject_passive")
        if own:
            return [self.antecedent(word) for word in own]
        head = self.tree.head(verb)
        if verb.role == "modifier" and head is not None and self._compounded(verb):
            return [head]
        if verb.pos not in _VERBS:
            return [head] if head is not None and head.mention is not None else []
        loose = self._loose_subject(verb)
        if loose or head is None or depth > len(self.tree.words):
            return loose
        return self._shared_subject(verb, head, depth)

    def _shared_subject(self, verb: Word, head: Word, depth: int) -> list[Word]:
        """Return the unsaid subject of a verb that hangs from another word."""
        if verb.role in ("participle", "relative") and head.pos not in _VERBS:
            return [head, *self._around(head)]
        if verb.role in ("conjunct", "adverbial", "participle"):
            return self.subjects(head, depth + 1)
        nonfinite = "Mood=Ind" not in verb.features
        if nonfinite and verb.role in ("infinitive", "gerund", "complement", "oblique"):
            return self._controllers(head, depth)
        return []

    def _around(self, name: Word) -> list[Word]:
        """Return the noun a name belongs to: in "the deal with A, brokered by B", the deal."""
        above = self.tree.head(name)
        held = name.mention is not None and name.role == "oblique"
        return [above] if held and above is not None and above.pos == "NOUN" else []

    def _loose_subject(self, verb: Word) -> list[Word]:
        """Return a named actor before a verb that the parser hung there as an adverbial."""
        kids = self.tree.children(verb, "oblique", "other", "adverb")
        if verb.role == "root":
            kids += [word for word in self.tree.words if word.head == word.index]
        named = [kid for kid in kids if kid.mention is not None and kid.prep is None]
        return [kid for kid in named if kid.index < verb.index][-1:]

    def _controllers(self, head: Word, depth: int) -> list[Word]:
        """Return whoever an infinitive's unsaid subject is, given the word it hangs from."""
        if head.pos not in _VERBS:
            above = self.tree.head(head)
            owners = [
                kid
                for kid in self.tree.children(head, "possessor", "oblique", "modifier")
                if kid.mention is not None
            ]
            return owners or (
                self.subjects(above, depth + 1) if above and above.pos in _VERBS else []
            )
        if self.lemmas(head) & self._object_control:
            dative = [
                k
                for k in self.tree.children(head, "oblique")
                if k.prep in (*self.table["dative"], "on")
            ]
            objects = self.tree.children(head, "indirect") + dative or self._objects(head)
            if self.is_passive(head):
                objects = self.subjects(head, depth + 1)
            if objects:
                return [self.antecedent(word) for word in objects]
        return self.subjects(head, depth + 1)

    def antecedent(self, word: Word) -> Word:
        """Return what a relative pronoun, or one that doubles a name, stands for; else the word."""
        if word.text in self.table["tonic"] and word.mention is None:
            before = [w for w in self.tree.words[: word.index] if w.pos != "PUNCT"]
            doubled = before[-1:] if word.index - 2 == (before[-1].index if before else -1) else []
            return doubled[0] if doubled and doubled[0].mention is not None else word
        if word.text not in self._relatives or word.mention is not None:
            return word
        for above in self.tree.ancestors(word):
            if above.role == "relative":
                return self.tree.head(above) or word
        return word

    def _verbal(self, verb: Word) -> Iterator[Argument]:
        place = self.tree.head(verb)
        if verb.role == "copula" and place is not None:
            yield from (Argument("subject", None, word) for word in self.subjects(place))
            yield Argument("oblique" if place.prep else "attribute", place.prep, place)
            return
        passive = self.is_passive(verb)
        grammatical = self.subjects(verb)
        agents = self._agents(verb) if passive else grammatical
        yield from (Argument("subject", None, word) for word in agents)
        patients = grammatical if passive else self._objects(verb)
        yield from (Argument("object", None, word) for word in patients)
        if not passive:
            yield from (
                Argument("oblique", word.prep, word) for word in self.tree.children(verb, "agent")
            )
        yield from self._others(verb)

    def _agents(self, verb: Word) -> list[Word]:
        """Return who acts in a passive, also where the parser hung it from an object."""
        held = [
            kid for word in self.tree.children(verb, "object") for kid in self.tree.children(word)
        ]
        by = [kid for kid in held if kid.prep in self.table["agent_prepositions"]]
        return self.tree.children(verb, "agent") or by or self._compounded(verb)

    def _compounded(self, verb: Word) -> list[Word]:
        """Return whom a compound participle names: "the Omani-mediated talks"."""
        if verb.role != "modifier":
            return []
        kids = self.tree.children(verb, "adverb", "compound", "modifier", "other", "subject")
        return [kid for kid in kids if kid.mention is not None and kid.index < verb.index]

    def _objects(self, verb: Word) -> list[Word]:
        own = self.tree.children(verb, "object") or self._partitive(verb)
        own = own or self._raised(verb)
        if own or verb.role != "relative":
            return [self.antecedent(word) for word in own]
        head, subject = self.tree.head(verb), self.tree.children(verb, "subject")
        taken = any(self.antecedent(word) is not word for word in subject)
        return [head] if head is not None and subject and not taken else []

    def _raised(self, verb: Word) -> list[Word]:
        """Return the subjects of small clauses: "wants them to go", "called him a liar"."""
        claims = self._nominal_complements(verb) + [
            kid for kid in self.tree.children(verb, "complement") if "VerbForm=Inf" in kid.features
        ]
        return [kid for claim in claims for kid in self.tree.children(claim, "subject")]

    def _partitive(self, verb: Word) -> list[Word]:
        """Return an object whose article looks like a preposition ("expulser des diplomates")."""
        kids = self.tree.children(verb, "oblique")
        after = [kid for kid in kids if kid.prep in self.table["partitive"]]
        return [kid for kid in after if kid.index > verb.index][:1]

    def _others(self, verb: Word) -> Iterator[Argument]:
        for word in self.tree.children(verb, "oblique", "indirect"):
            role: ArgumentRole = "oblique" if word.role == "oblique" and word.prep else "indirect"
            yield Argument(role, word.prep, self.antecedent(word))
        yield from self._place(verb)
        yield from self._called_for(verb)
        for word in self.tree.children(verb, "infinitive", "adverbial", "gerund"):
            gerund = word.role == "gerund" or (word.role == "infinitive" and word.pos in _VERBS)
            if "VerbForm=Inf" in word.features or gerund:
                yield Argument("infinitive", word.prep, word)
        yield from (
            Argument("clause", None, word) for word in self.tree.children(verb, "complement")
        )
        attributes = self.tree.children(verb, "attribute") + self._nominal_complements(verb)
        yield from (Argument("attribute", None, word) for word in attributes)

    def _nominal_complements(self, verb: Word) -> list[Word]:
        """Return what a verb says its object is: "called the envoy a liar"."""
        return [
            kid
            for kid in self.tree.children(verb, "complement")
            if kid.pos not in _VERBS and self.tree.children(kid, "subject")
        ]

    def _called_for(self, verb: Word) -> Iterator[Argument]:
        """Yield whom a preposition makes the subject of an infinitive: "called for A to leave"."""
        for kid in self.tree.children(verb, "adverbial", "complement"):
            if kid.prep and "VerbForm=Inf" in kid.features:
                for word in self.tree.children(kid, "subject"):
                    yield Argument("oblique", kid.prep, word)

    def _place(self, verb: Word) -> Iterator[Argument]:
        """Yield the antecedent of "where" as what the clause's verb happens at or leads to."""
        head = self.tree.head(verb)
        if verb.role != "relative" or head is None:
            return
        for kid in self.tree.children(verb):
            for preposition in self.table["relative_place"].get(kid.text, ()):
                yield Argument("oblique", preposition, head)

    def _nominal(self, noun: Word) -> Iterator[Argument]:
        for word in self.tree.children(noun, *_NOMINAL):
            yield Argument("attached", None, word)
        for word in self.tree.children(noun, "determiner"):
            if "Poss=Yes" in word.features:
                yield Argument("attached", None, word)
        for word in self.tree.children(noun, "oblique", "agent"):
            yield Argument("oblique", word.prep, self.antecedent(word))
        for word in self.tree.children(noun, "infinitive", "participle", "complement"):
            if "VerbForm=Inf" in word.features:
                yield Argument("infinitive", word.prep, word)
            elif word.role == "complement" or "VerbForm=Fin" in word.features:
                yield Argument("clause", None, word)
        subjects = self.tree.children(noun, "subject", "subject_passive")
        if noun.role == "apposition" and (bearer := self.tree.head(noun)) is not None:
            subjects.append(bearer)
        yield from (Argument("subject", None, self.antecedent(w)) for w in subjects)
        yield from self._supported(noun)

    def _supported(self, noun: Word) -> Iterator[Argument]:
        """Yield what a noun gets from the verbs that carry it: "X pays a visit to Y"."""
        carried = self.tree.conjuncts(noun)
        for verb in self._carriers(noun):
            past = verb.role == "participle" and self.is_passive(verb)
            lends = past or bool(self.lemmas(verb) & self._support)
            roles = ("oblique", "subject", "indirect") if lends else ("oblique",)
            for argument in self._verbal(verb):
                if argument.role in roles and argument.word not in carried:
                    yield argument

    def _carriers(self, noun: Word) -> list[Word]:
        """Return the verb that carries a noun, and those of "talks held by X with Y"."""
        verb = self.support(noun)
        past = [kid for kid in self.tree.children(noun, "participle") if self.is_passive(kid)]
        return list(dict.fromkeys([*([verb] if verb is not None else []), *past]))

    def support(self, noun: Word) -> Word | None:
        """Return the support or occurrence verb that carries a noun or adjective, or None."""
        first = noun
        while (above := self.tree.head(first)) is not None and self._measures(first, above):
            first = above
        if first.role == "participle":
            return None
        head = self.tree.head(first)
        if head is None or head.pos not in _VERBS:
            return self._participle_support(first)
        lemmas = self.lemmas(head)
        carried = first.role in ("object", "attribute", "subject_passive", "oblique", "infinitive")
        if carried and lemmas & self._support:
            return head
        occurs = first.role in ("subject", "subject_passive") and lemmas & self._occurrence
        return head if occurs else None

    def counted(self, noun: Word) -> list[Word]:
        """Return what a noun only says how much of: "part of the debt"."""
        kids = self.tree.children(noun, "oblique")
        return [kid for kid in kids if self._measures(kid, noun)]

    def _measures(self, noun: Word, above: Word) -> bool:
        """Whether a noun shares the place of the one above: "grain and oil", "tonnes of oil"."""
        counted = noun.prep in self.table["genitive"] and above.lemma in self._measure_nouns
        return noun.role == "conjunct" or (noun.role == "oblique" and counted)

    def _participle_support(self, noun: Word) -> Word | None:
        """Return the support verb of "talks held by X with Y"."""
        for verb in self.tree.children(noun, "participle", "relative"):
            if self.lemmas(verb) & (self._support | self._occurrence):
                return verb
        return None
