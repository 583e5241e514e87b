"""Whom a pronoun means behind a verb that blames somebody, or has somebody do something."""

from collections.abc import Mapping
from typing import Any

from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import DOERS, SUBJECTS, VERBS

#: Roles of infinitives that a verb's object carries out: "pressed A to lift its veto".
_CONTROLLED = ("infinitive", "adverbial", "complement")

#: Roles of a clause that says what somebody is asked to do.
_ASKED = ("complement", "relative")


class _Lists:
    """The words of a language by which such verbs are known, for all its sentences."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the language's tables."""
        blame = tables["verbs"]["blame"]
        punishing = tables["verbs"]["punishing"]
        self.judging = frozen(tables["verbs"]["object_control"]["lemmas"])
        self.harming = frozen(blame["lemmas"], tables["verbs"]["object_control"]["lemmas"])
        self.blamed_for, self.reasons = frozen(blame["for"]), frozen(blame["reasons"])
        self.informing = frozen(blame["telling"])
        self.punishing = frozen(punishing["nouns"])
        self.punished_for = frozen(punishing["for"])
        self.limiting = frozen(tables["parser"]["limiting"])
        self.backing = frozen(tables["verbs"]["backing"]["lemmas"])
        self.help = frozen(tables["verbs"]["backing"]["nouns"])
        self.given_to = frozen(tables["parser"]["dative"], tables["verbs"]["backing"]["to"])
        self.taken_to = frozen(tables["parser"]["dative"], tables["parser"]["venues"])
        self.fought = frozen(tables["nouns"]["figurative"]["nouns"])
        self.genitive = frozen(tables["parser"]["genitive"])
        self.accusing = frozen(tables["cues"]["speech"]["accusing"])
        self.disputing = frozen(tables["cues"]["speech"]["disputing"])
        self.telling = frozen(tables["parser"]["addressing"])
        self.asking = self.judging.union(tables["parser"]["asking_of"])
        self.blaming = frozen(tables["parser"]["blaming"])
        self.aims = frozen(tables["cues"]["modality"]["denied"]["aims"])
        self.conditions = frozen(tables["cues"]["negation"]["conditionals"])
        self.resuming = frozen(tables["parser"]["resuming"])


_lists = once(_Lists)


class Blamed:
    """Looks in one sentence for whom such verbs are about."""

    def __init__(self, tree: Tree, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Look at a tree with the tables of its language."""
        self._tree = tree
        self._lists = _lists(tables)

    def named(self, word: Word) -> list[Word]:
        """Return whom a pronoun means: whose it says something is, or who answers a charge."""
        if word.role in SUBJECTS:
            return self._accused(word) or self._asked(word) or self._warned(word)
        noun = self._tree.head(word)
        if noun is None or word.role not in ("determiner", "possessor"):
            return self._resumed(word)
        found = self._owners(noun) or self._harmed(noun) or self._punished(noun)
        return found or self._reproached(noun) or self._doers(noun) or self._helped(noun)

    def _owners(self, noun: Word) -> list[Word]:
        """Return whom a verb judges for, or tells to do something with, what is his.

        "Blamed A for its silence", "called on A to withdraw its troops".
        """
        verb = self._tree.head(noun) if noun.role == "oblique" else None
        done = self._tree.head(noun) if noun.role in ("object", "oblique") else None
        if done is not None and done.role in _CONTROLLED and "VerbForm=Inf" in done.features:
            verb = self._tree.head(done)
            if verb is not None and verb.lemma in self._lists.accusing:
                return []  # of taking what is the accuser's
        if verb is None:
            return []
        backed = verb.lemma in self._lists.backing and noun.lemma in self._lists.fought
        if not (backed or verb.lemma in self._lists.judging):
            return []
        if verb.lemma in self._lists.informing and noun.prep in self._lists.genitive:
            return []  # "told A of its support for B"
        objects = self._tree.children(verb, "object", "indirect", "oblique")
        objects = [kid for kid in objects if kid.prep is None or kid.prep in self._lists.telling]
        return [kid for kid in objects if kid.mention is not None and kid.index < noun.index]

    def _helped(self, noun: Word) -> list[Word]:
        """Return who is helped in a war that is his: "support for A in its war on B"."""
        if noun.prep is None or noun.lemma not in self._lists.fought:
            return []
        named = [item for item in self._tree.words[: noun.index] if item.mention is not None][-1:]
        return [item for item in named if item.prep in self._lists.given_to and self._is_help(item)]

    def _is_help(self, word: Word) -> bool:
        """Whether what stands above somebody is help, or gives it: "arms for A", "sent A arms"."""
        above = self._tree.head(word)
        given = [above, *self._tree.children(above, "object")] if above is not None else []
        return any(item.lemma in self._lists.help for item in given)

    def _harmed(self, noun: Word) -> list[Word]:
        """Return who is harmed for what is his: "threatened A with war for its"."""
        if noun.prep not in self._lists.blamed_for:
            return []
        verb = next((at for at in self._tree.ancestors(noun) if at.pos in VERBS), None)
        if verb is None or verb.lemma not in self._lists.harming:
            return []
        objects = self._tree.children(verb, "object", "indirect")
        return [kid for kid in objects if kid.mention is not None and kid.index < noun.index]

    def _punished(self, noun: Word) -> list[Word]:
        """Return who is punished for what is his: "imposed sanctions on A for its support of B"."""
        head = self._tree.head(noun)
        if head is None:
            return []
        given = noun.prep in self._lists.genitive and head.lemma in self._lists.reasons
        if not (given or noun.prep in self._lists.punished_for):
            return []
        verb = next((at for at in self._tree.ancestors(noun) if at.pos in VERBS), None)
        borne = self._tree.children(verb, "object", "subject_passive") if verb else []
        nouns = [kid for kid in borne if kid.lemma in self._lists.punishing]
        near = [kid for at in (verb, *nouns) if at for kid in self._tree.children(at, "oblique")]
        hit = [kid for kid in near if kid.prep in self._lists.limiting and kid.index < noun.index]
        return [kid for kid in hit if nouns and kid.mention is not None]

    def _reproached(self, noun: Word) -> list[Word]:
        """Return whose something is that he is reproached with: « reproche à A son silence »."""
        verb = self._tree.head(noun) if noun.role == "object" else None
        if verb is None or verb.lemma not in self._lists.accusing:
            return []
        told = self._tree.children(verb, "oblique", "indirect")
        return [kid for kid in told if kid.prep in self._lists.telling and kid.mention is not None]

    def _resumed(self, word: Word) -> list[Word]:
        """Return who did what a clause takes up: « A a reconnu B, ce que C lui reproche »."""
        clause = self._tree.head(word) if word.role in ("object", "indirect") else None
        told = self._tree.head(clause) if clause is not None and clause.role == "relative" else None
        resumes = told is not None and told.text in self._lists.resuming
        deed = self._tree.head(told) if told is not None and resumes else None
        acting = self._tree.children(deed, *SUBJECTS) if deed is not None else []
        return [kid for kid in acting if kid.mention is not None]

    def _asked(self, word: Word) -> list[Word]:
        """Return of whom something is asked that he do: « A a exigé de B qu'il parte »."""
        clause = self._tree.head(word) if word.role in SUBJECTS else None
        verb = self._tree.head(clause) if clause is not None else None
        if clause is None or verb is None or clause.role not in _ASKED:
            return []
        if clause.role == "relative":  # the parser hangs the clause from whoever is asked
            verb = self._tree.head(verb) if verb.role == "oblique" else None
        if verb is None or verb.lemma not in self._lists.asking:
            return []
        told = [*self._lists.telling, *self._lists.genitive]
        kids = [kid for kid in self._tree.children(verb, "oblique") if kid.prep in told]
        return [kid for kid in kids if kid.mention is not None and kid.index < word.index]

    def _warned(self, word: Word) -> list[Word]:
        """Return who has to act, or not, on pain of something: « menace A de B s'il refuse ».

        So has whoever is told something so that he acts: « a saisi A pour qu'il sanctionne B ».
        """
        clause = self._tree.head(word) if word.role in SUBJECTS else None
        verb = self._tree.head(clause) if clause is not None else None
        if clause is None or verb is None or clause.role != "adverbial":
            return []
        marks = {kid.text for kid in self._tree.children(clause, "marker")}
        warned = verb.lemma in self._lists.harming and not self._lists.conditions.isdisjoint(marks)
        # who himself acts needs no clause of his own for what he acts for
        if not warned and self._lists.aims.isdisjoint(marks):
            return []
        told = self._tree.children(verb, "object", "indirect", "oblique")
        told = [kid for kid in told if kid.prep is None or kid.prep in self._lists.telling]
        return [kid for kid in told if kid.mention is not None and kid.index < word.index]

    def _doers(self, noun: Word) -> list[Word]:
        """Return who did what something is done over: "broke with A over its raid".

        That is whom the verb names last before, but for who does it, and for whoever it is taken
        to: "took A to B over its raid".
        """
        verb = self._tree.head(noun)
        if verb is None or not self._is_reason(noun, verb):
            return []
        while verb.pos not in VERBS and (above := self._tree.head(verb)) is not None:
            verb = above
        between = self._tree.words[verb.index + 1 : noun.index]
        named = [item for item in between if item.mention is not None]
        named = [item for item in named if item.role not in DOERS]
        taken = [item for item in named if item.role == "object" and item.head == verb.index]
        apart = self._lists.taken_to if taken else ()
        return [item for item in named if item.prep not in apart][-1:]

    def _is_reason(self, noun: Word, head: Word) -> bool:
        """Whether something is done over what a noun names: « en raison de son soutien »."""
        given = noun.prep in self._lists.genitive and head.role == "oblique"
        return noun.prep in self._lists.blaming or (given and head.lemma in self._lists.reasons)

    def _accused(self, word: Word) -> list[Word]:
        """Return who is accused, where a pronoun denies it: "accused A of theft; it denies it"."""
        denial = self._tree.head(word)
        if denial is None or word.role not in SUBJECTS or denial.lemma not in self._lists.disputing:
            return []
        for verb in self._tree.ancestors(denial):
            if verb.pos in VERBS and verb.lemma in self._lists.accusing:
                passive = self._tree.children(verb, "passive_auxiliary")
                roles = ("subject", "subject_passive") if passive else ("object",)
                accused = self._tree.children(verb, *roles)
                return [kid for kid in accused if kid.mention is not None]
        return []
