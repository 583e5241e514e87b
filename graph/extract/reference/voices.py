"""In whose mouth a pronoun stands, or whose words it answers: "« Il est parti », a dit A"."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors.mention import Mention
from graph.extract.grammar.speechverbs import speech_verbs
from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS
from graph.extract.reference.memory import Memory
from graph.extract.reference.salience import side
from graph.extract.reference.speaker import speaker
from graph.model import Actor

#: Signs that open and close a quotation, and the one that does both.
_OPEN, _CLOSE, _BOTH = frozenset("«“"), frozenset("»”"), '"'

#: Signs before a quotation that is a sentence of its own: "he said: 'It …'".
_BEFORE = frozenset(":,")

#: How many sentences back somebody may have begun to speak.
_SPAN = 2

#: What somebody does who waits for an answer.
_CALLS = ("accuses", "requests")


class _Lists:
    """The words of a language for those who speak and answer, for all its sentences."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the language's tables."""
        cues = tables["cues"]
        self.reacting = speech_verbs(cues).reacting
        self.declining = frozen(cues["negation"]["declining"])
        self.answers = frozen(cues["speech"]["disputing"], self.declining)
        anaphora = tables["mentions"]["anaphora"]
        self.first = frozen(anaphora["me"], anaphora["we"])
        self.source = frozen(tables["parser"]["source"])


_lists = once(_Lists)


class Voices:
    """Answers about the pronouns of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Look at a tree, with the article's mentions, what was said before, and the language."""
        self._tree, self._memory, self._lists = tree, memory, _lists(tables)
        self._mentions = mentions

    def is_quoted(self, word: Word) -> bool:
        """Return whether a word stands in a quotation that begins with a clause of its own."""
        opening = self._opening(word)
        if opening is None:
            return False
        before = self._tree.words[opening.index - 1].text if opening.index else ":"
        return before in _BEFORE

    def _opening(self, word: Word) -> Word | None:
        """Return the sign that opens the quotation around a word."""
        found = None
        for item in self._tree.words[: word.index]:
            if item.text in _OPEN or (item.text == _BOTH and self._opens(item)):
                found = item
            elif item.text in _CLOSE or item.text == _BOTH:
                found = None
        return found

    def _opens(self, sign: Word) -> bool:
        """Whether a sign that opens and closes quotations stands at the word behind it."""
        behind = self._tree.words[sign.index + 1 : sign.index + 2]
        return bool(behind) and behind[0].start == sign.end

    def speaker(self, word: Word) -> Word | None:
        """Return the word for whoever says the quotation that a word stands in, but for "I"."""
        who = speaker(self._tree, word, self._lists.reacting)
        return who if who is not None and who.text not in self._lists.first else None

    def before(self) -> tuple[Actor, ...]:
        """Return who is the last subject of the sentences before, and so may go on speaking."""
        subjects = [item for item in self._memory.lately_named(_SPAN) if item.subject]
        return subjects[-1].actors if subjects else ()

    def cited(self, word: Word) -> list[tuple[Actor, ...]]:
        """Return the states whose bodies are sources before a subject: « selon le parquet, il »."""
        if word.role not in SUBJECTS:
            return []
        named = [w for w in self._tree.words[: word.index] if w.mention is not None]
        sources = [w for w in named if w.prep in self._lists.source]
        found = [self._mentions[w.mention or 0].actors for w in sources]
        return [actors for actors in found if actors and actors[-1].kind == "country"]

    def answering(self, word: Word) -> list[Actor]:
        """Return who was charged or asked last, where a pronoun denies or refuses it.

        "A asked B for arms. It has refused": that is B, unless the sentence names B elsewhere.
        """
        verb = self._tree.head(word) if word.role in SUBJECTS else None
        if verb is None or verb.lemma not in self._lists.answers or not self._memory.acts:
            return []
        if self._tree.children(verb, "infinitive") and verb.lemma in self._lists.declining:
            return []  # what it refuses to do may be another matter
        last = self._memory.acts[-1]
        if last.relation not in _CALLS or not last.happened or last.at < self._memory.since:
            return []
        named = [self._mentions[w.mention] for w in self._tree.words if w.mention is not None]
        apart = {side(actor) for mention in named for actor in mention.actors}
        return [last.object] if side(last.object) not in apart else []
