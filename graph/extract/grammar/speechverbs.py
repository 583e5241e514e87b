"""Verbs of saying, asking and charging."""

from collections.abc import Mapping
from typing import Any

from graph.extract.grammar.clauses import Clauses
from graph.extract.once import frozen, once
from graph.extract.parsing.word import VERBS, Word


class SpeechVerbs:
    """Answers about the verbs of a language."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the verbs of a language's ``cues.toml``."""
        speech, asking = cues["speech"], cues["modality"]["requested"]
        self._saying, self._asking = frozen(speech["verbs"]), frozen(asking["verbs"])
        calling = (asking["verbs"], asking["wishing"], asking["offering"], speech["accusing"])
        self._calling = frozen(*calling)
        self.reacting = self._saying | frozen(speech["reacting"])
        """Verbs that may stand beside a quotation."""

    def says(self, word: Word) -> bool:
        """Return whether a word is a verb that reports what somebody says."""
        return word.pos in VERBS and word.lemma in self._saying

    def asks(self, word: Word) -> bool:
        """Return whether a word is a verb of asking for something."""
        return word.pos in VERBS and word.lemma in self._asking

    def claims(self, clauses: Clauses, word: Word) -> bool:
        """Return whether a word is a verb of what others answer: saying, charging, asking."""
        calling = word.pos == "VERB" and bool(clauses.lemmas(word) & self._calling)
        return calling or self.says(word)


speech_verbs = once(SpeechVerbs)
