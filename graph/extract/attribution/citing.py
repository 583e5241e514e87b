"""Phrases that name a source: "selon Kiev", "according to the UN"."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from graph.extract.attribution.quotes import spoken
from graph.extract.grammar.scope import Scope
from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import VERBS
from graph.model import Sentence

#: Roles of clauses that such a phrase may be said of alone.
_APART = ("relative", "participle", "adverbial")


@once
def _signs(speech: Mapping[str, Sequence[str]]) -> list[str]:
    """Return of each such phrase the part, in small letters, that no apostrophe is in."""
    return [max(cue.lower().split("'"), key=len) for cue in speech["according"]]


class Citing:
    """Finds the phrases of one sentence."""

    def __init__(
        self, tree: Tree, speech: Mapping[str, Sequence[str]], text: str, sentence: Sentence
    ) -> None:
        """Look at a sentence with the table ``speech`` of ``cues.toml``, in the article's text."""
        self._tree, self._scope = tree, Scope(tree)
        self._speech, self._text, self._sentence = speech, text, sentence

    def of(self, word: Word) -> tuple[str, str] | None:
        """Return the cue and the source of a phrase that scopes over a word, or None."""
        cited = [item for item in self.sources if item[1].lower() in self._speech["citing"]]
        for start, cue, source in (*cited, *self.sources):
            if self._reaches(start, word):
                return cue, source
        return None

    @cached_property
    def sources(self) -> list[tuple[int, str, str]]:
        """Where each phrase of the sentence starts, its cue and its source."""
        start, end = self._sentence.start, self._sentence.end
        below = self._text[start:end].lower()
        cited = any(map(below.__contains__, _signs(self._speech)))  # most sentences have none
        found = spoken(self._speech).finditer(self._text, start, end) if cited else ()
        sources = [(m.start(), m["cue"], self._named(m)) for m in found] + self._viewpoint()
        schedules = frozen(self._speech["schedules"])
        return [item for item in sources if schedules.isdisjoint(item[2].lower().split())]

    def _viewpoint(self) -> list[tuple[int, str, str]]:
        """Return a source behind a word that the parser was shown another for: « Pour Paris, ».

        Not behind several words: « aux yeux de Paris » is only what Paris thinks.
        """
        word, start = self._tree.words[0], self._sentence.start
        cue, end = word.text.lower(), self._text.find(",", word.end, self._sentence.end)
        written = self._text[word.start : word.end].lower()
        if cue == written or " " in written or end < 0 or cue not in self._speech["according"]:
            return []
        return [(start, cue, self._text[word.end : end].strip())]

    def _named(self, named: re.Match[str]) -> str:
        """Return the source of a phrase: of "the reports according to which", the reports."""
        source = " ".join(named["source"].split())
        if source.split(" ")[0].lower() not in self._speech["relatives"]:
            return source
        before = [w for w in self._tree.words if w.end <= named.start() and w.pos == "NOUN"]
        if not before:
            return source
        noun = before[-1]
        ahead = self._tree.children(noun, "determiner")
        first = min(word.start for word in (noun, *ahead) if word.index <= noun.index)
        return " ".join(self._text[first : named.start()].split())

    def _reaches(self, start: int, word: Word) -> bool:
        """Whether a phrase is said of a predicate: all of its clause, or what hangs from it."""
        opening = [w.text for w in self._tree.words if w.start >= start][:2]
        if opening and opening[-1] in self._speech["relatives"]:
            return word.start > start  # "denied the reports according to which" was not reported
        before = [w for w in self._tree.words if w.start < start]
        last = next((w for w in reversed(before) if w.pos != "PUNCT" or w.text == ";"), None)
        if last is None or last.text == ";":
            ahead = self._tree.words[last.index + 1 if last else 0 : word.index]
            return word.start > start and all(w.text != ";" for w in ahead)
        chain = (last, *self._scope.above(last))
        clause = next((w for w in chain if w.pos in VERBS or w.role in _APART), chain[-1])
        if clause.role in _APART or clause.role == "conjunct":
            return word is clause or clause in self._scope.above(word)
        return word is clause or chain[-1] is word or chain[-1] in self._scope.above(word)
