"""Who says so: reporting verbs, "selon", quotation marks."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from graph.extract.clauses import Clauses
from graph.extract.tree import Word
from graph.model import Sentence


class Who:
    """Finds the sources that one sentence names."""

    def __init__(
        self, clauses: Clauses, cues: Mapping[str, Any], text: str, sentence: Sentence
    ) -> None:
        """Look at a sentence with the language's ``cues.toml`` and the article's text."""
        self._clauses = clauses
        self._tree = clauses.tree
        self._speech = cues["speech"]
        self._verbs = frozenset(self._speech["verbs"])
        self._accusing = frozenset(self._speech["accusing"])
        self._text = text
        self._sentence = sentence

    def source(self, word: Word) -> str | None:
        """Return to whom the text ascribes what a predicate says, as written, or None."""
        return self._reporter(word) or self._according or self._quoted(word)

    def _reporter(self, word: Word) -> str | None:
        """Return the subject of a reporting verb above the predicate, or beside it."""
        at = word
        for head in self._tree.ancestors(word):
            names = self._clauses.lemmas(head)
            if at.role in ("complement", "parataxis") and names & self._verbs:
                return self._speaker(head)
            if at.role in ("infinitive", "gerund") and names & self._accusing:
                return self._speaker(head)
            if at.role in ("relative", "participle", "adverbial"):
                break
            at = head
        for top in (word, *self._tree.ancestors(word)):
            for kid in self._tree.children(top, "parataxis"):
                if self._clauses.lemmas(kid) & self._verbs and kid is not word:
                    return self._speaker(kid)
            if top.role in ("relative", "participle"):
                return None
        return None

    def _speaker(self, verb: Word) -> str | None:
        subjects = self._clauses.subjects(verb)
        after = [
            kid
            for kid in self._tree.children(verb, "object")
            if kid.index > verb.index and kid.mention is not None
        ]
        spoken = subjects or after
        return self._phrase(spoken[0]) if spoken else None

    def _phrase(self, word: Word) -> str:
        words = self._tree.subtree(
            word,
            barring=frozenset({"relative", "participle", "apposition", "parataxis"}),
        )
        words = [w for w in words if w.role not in ("punctuation", "preposition")]
        start, end = min(w.start for w in words), max(w.end for w in words)
        return " ".join(self._text[start:end].split()).rstrip(" ,")

    @cached_property
    def _according(self) -> str | None:
        """Return whoever a phrase such as "selon" names in the sentence."""
        cues = "|".join(re.escape(cue).replace("'", "['’]") for cue in self._speech["according"])
        pattern = re.compile(rf"\b(?:{cues})\s*(?P<source>[^,;:.!?»)—–]{{2,80}})", re.IGNORECASE)
        found = pattern.search(self._text, self._sentence.start, self._sentence.end)
        return " ".join(found["source"].split()) if found else None

    def _quoted(self, word: Word) -> str | None:
        """Return the speaker of a quotation in which the predicate stands."""
        if not any(start <= word.start < end for start, end in self._quotes):
            return None
        outside = [w for w in self._tree.words if w.pos == "VERB" and not self._inside(w)]
        for verb in outside:
            if self._clauses.lemmas(verb) & self._verbs and (speaker := self._speaker(verb)):
                return speaker
        return None

    def _inside(self, word: Word) -> bool:
        return any(start <= word.start < end for start, end in self._quotes)

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        opening = "".join(map(re.escape, self._speech["opening"]))
        closing = "".join(map(re.escape, self._speech["closing"]))
        pattern = re.compile(rf"[{opening}][^{closing}]*[{closing}]?")
        return [
            match.span()
            for match in pattern.finditer(self._text, self._sentence.start, self._sentence.end)
        ]
