"""Whom a pronoun stands for by no means: the subject of its own clause, or whom that is about."""

from collections.abc import Mapping
from typing import Any

from graph.extract.grammar.calling import Calling
from graph.extract.grammar.verbs import CLAUSAL
from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS

#: Roles of whoever acts, or whose something is.
_OWNED = (*SUBJECTS, "determiner", "possessor")


class _Lists:
    """The words of a language that bar somebody, for all its sentences."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the language's tables."""
        parser, verbs = tables["parser"], tables["verbs"]
        self.relatives = frozen(parser["relative_subject"], parser["relative_object"])
        self.judgement = frozen(verbs["judgement"]["lemmas"])
        self.dative = frozen(parser["dative"])
        self.bidding = frozen(verbs["object_control"]["lemmas"])
        self.calling = Calling(verbs["calling"])


_lists = once(_Lists)


class Disjoint:
    """Answers about the words of one sentence."""

    def __init__(self, tree: Tree, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Look at a tree, with the tables of its language."""
        self._tree, self._lists = tree, _lists(tables)

    def words(self, word: Word) -> list[Word]:
        """Return the words for those whom a pronoun, or "the two", is none of."""
        if not (self.is_acted_on(word) or self._is_bidden(word) or self._is_of_another(word)):
            return []
        around = (*self._clause_subjects(word), *self._bearers(word))
        inside = [item for noun in around for item in self._tree.subtree(noun, barring=CLAUSAL)]
        return [*inside, *self._relative_to(word)]

    def _relative_to(self, word: Word) -> list[Word]:
        """Return what the clause of an object is relative to: "A, which B accuses it of arming"."""
        verb = self._tree.head(word)
        own = word.role == "object" and verb is not None and verb.role == "relative"
        noun = self._tree.head(verb) if own and verb is not None else None
        return [noun] if noun is not None else []

    def _is_bidden(self, word: Word) -> bool:
        """Whether somebody else wants a pronoun to act: "A demanded that it withdraw"."""
        verb = self._tree.head(word)
        above = self._tree.head(verb) if verb is not None and verb.role == "complement" else None
        if verb is None or above is None or above.lemma not in self._lists.bidding:
            return False
        # A bare form behind "it" is no present: "demanded that it free them".
        bare = "VerbForm=Inf" in verb.features or "Tense=Pres" in verb.features
        bare = bare and "Person=3" not in verb.features
        return bare and word.role in SUBJECTS and not self._tree.children(verb, "auxiliary")

    def _is_of_another(self, word: Word) -> bool:
        """Whether what a verb judges is somebody else's: "deplored its refusal"."""
        noun = self._tree.head(word)
        verb = self._tree.head(noun) if noun is not None and noun.role == "object" else None
        own = word.role in ("determiner", "possessor") and verb is not None
        return own and verb is not None and verb.lemma in self._lists.judgement

    def _bearers(self, word: Word) -> list[Word]:
        """Return whose the noun around a pronoun is: "a Swiss appeal to it" is to somebody else."""
        noun = self._tree.head(word)
        if noun is None or noun.pos != "NOUN":
            return []
        kids = self._tree.children(noun, "possessor", "compound", "modifier")
        return [kid for kid in kids if kid.mention is not None]

    def _clause_subjects(self, word: Word) -> list[Word]:
        """Return the subject of the clause around a word, also where verbs share or control it."""
        for above in self._tree.ancestors(word):
            own = [kid for kid in self._tree.children(above, *SUBJECTS) if kid is not word]
            head = self._tree.head(above)
            relative = [
                kid for kid in own if kid.text in self._lists.relatives and kid.mention is None
            ]
            if head is not None and above.role in ("relative", "participle"):
                return [head] if relative or not own else own
            if own:
                return own
            controlled = head is not None and above.role in ("infinitive", "gerund")
            if controlled and head is not None and (bidden := self._bidden(head, above)):
                return bidden
        return []

    def _bidden(self, verb: Word, content: Word) -> list[Word]:
        """Return whom a verb tells to do something: "urged A to", « a demandé à A de »."""
        calling = self._lists.calling
        if verb.lemma in calling.lemmas and calling.leads_to(content):
            return []  # « a appelé A pour le féliciter »
        kids = self._tree.children(verb, "oblique") if verb.lemma in self._lists.bidding else []
        asked = [
            kid for kid in kids if kid.prep in self._lists.dative and kid.index < content.index
        ]
        return [*self._tree.children(verb, "object", "indirect"), *asked]

    @staticmethod
    def is_acted_on(word: Word) -> bool:
        """Return whether a word is no subject, nor whose something is."""
        return word.role not in _OWNED
