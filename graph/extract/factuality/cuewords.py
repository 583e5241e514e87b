"""What the lists of ``cues.toml`` say of a word by itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.extract.factuality.lists import cue_lists
from graph.extract.grammar.clauses import Clauses
from graph.extract.once import frozen, once
from graph.extract.parsing.word import NOUNS, Word

#: What is said of a threat is not recorded.
DROP = "drop"

#: From the strongest to the weakest: the strongest cue that scopes over a predicate decides.
STRENGTH = (DROP, "denied", "requested", "possible", "planned", "actual")

#: The lists that a part of speech is looked up in; a verb's for any other.
KINDS = {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}


@once
def _effects(modality: Mapping[str, Any]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the cues of each kind with what they say, the strongest first."""
    tables = [(name, modality[name]) for name in STRENGTH if name in modality]
    kinds = ("verbs", *KINDS.values())
    return {kind: [(name, frozen(table[kind])) for name, table in tables] for kind in kinds}


class CueWords:
    """Looks up the words of one sentence."""

    def __init__(self, clauses: Clauses, cues: Mapping[str, Any]) -> None:
        """Look at a sentence with the language's ``cues.toml``."""
        self._clauses, self._tree = clauses, clauses.tree
        self.table, self._effects = cues, _effects(cues["modality"])
        self._lists = cue_lists(cues)

    def listed(self, word: Word, kind: str) -> Iterator[str]:
        """Yield what a word is listed under as a cue, the strongest first.

        Args:
            word: The word.
            kind: ``verbs``, ``nouns`` or ``adjectives``.
        """
        names = self._clauses.lemmas(word)
        if kind == "nouns":  # "feu_vert"
            kids = self._tree.children(word, "modifier", "compound")
            names = names | {f"{word.lemma}_{kid.text}" for kid in kids}
        for modality, words in self._effects[kind]:
            if not words.isdisjoint(names):
                lifted = modality == "denied" and kind == "nouns" and self._is_lifted(word)
                yield "planned" if lifted else modality

    def _is_lifted(self, noun: Word) -> bool:
        """Whether what stood against something is taken away: "lifted its veto on"."""
        verb = self._tree.head(noun)
        acted_on = noun.role in ("object", "subject_passive")
        return (
            verb is not None and acted_on and bool(self._clauses.lemmas(verb) & self._lists.lifting)
        )

    def is_declared(self, verb: Word, act: Word) -> bool:
        """Return whether a verb does an act by telling of it: "announced the expulsion of"."""
        told = act.role == "object" and act.pos in NOUNS
        return told and not self._clauses.lemmas(verb).isdisjoint(self._lists.declaring)

    def is_trying(self, word: Word) -> bool:
        """Return whether a cue is one of trying, which some acts do not go beyond."""
        return not self._clauses.lemmas(word).isdisjoint(self._lists.conative)

    def addresses(self, verb: Word) -> bool:
        """Return whether a verb says, promises or announces something to somebody."""
        return not self._clauses.lemmas(verb).isdisjoint(self._lists.speech)

    def plans(self, word: Word) -> bool:
        """Return whether a word tells of what is to be, with an infinitive or without."""
        listed = self.listed(word, KINDS.get(word.pos, "verbs"))
        return word.lemma in self._lists.planning or "planned" in listed

    def plans_for(self, verb: Word, deed: Word) -> bool:
        """Return whether what a verb acts on plans an infinitive: "signed a deal to buy"."""
        concluded = self._clauses.lemmas(verb) & self._lists.concluding
        told = concluded and "VerbForm=Inf" in deed.features
        nouns = self._tree.children(verb, "object") if told else []
        found = [noun for noun in nouns if noun.pos == "NOUN" and noun.index < deed.index]
        return any("planned" in set(self.listed(noun, "nouns")) for noun in found)

    def is_undecided_by(self, verb: Word, topic: Word) -> bool:
        """Return whether a verb leaves open what it is about: "will vote on sending troops"."""
        about = topic.prep in self._lists.topics
        return about and bool(self._clauses.lemmas(verb) & self._lists.deciding)

    def is_prospect(self, verb: Word, noun: Word) -> bool:
        """Return whether a verb is for what has yet to come: « soutient l'adhésion de A à B »."""
        verbs, nouns = self._lists.prospects["verbs"], self._lists.prospects["nouns"]
        return noun.lemma in nouns and not self._clauses.lemmas(verb).isdisjoint(verbs)

    def is_order(self, verb: Word) -> bool:
        """Return whether a verb plans what its own side is to do: "ordered his troops out"."""
        return not self._clauses.lemmas(verb).isdisjoint(self._lists.ordering)

    def is_undecided(self, word: Word) -> bool:
        """Return whether the subject of a word is left open: "is under discussion"."""
        beside = self._tree.children(word, "oblique", "attribute")
        return any(item.lemma in self._lists.states for item in (word, *beside))
