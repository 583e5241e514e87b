"""What may be told in a sentence, as far as that hangs on no other sentence.

That is looked for in many sentences, each step in all of them before the next one, before any of
them is read: so it takes two thirds of the time that it takes between all else done for each.
"""

from collections.abc import Sequence
from typing import NamedTuple

from graph.extract.frames.asked import Held, Wanted
from graph.extract.frames.deeds import told_by
from graph.extract.frames.entries import Entries, Entry
from graph.extract.frames.frame import Frame
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import Word
from graph.extract.slots.candidates import Candidates
from graph.extract.slots.fill import Filler
from graph.extract.slots.fitness import parts_of
from graph.extract.slots.holding import held
from graph.extract.unsaid.recall import Recall
from graph.extract.watch import NOBODY, Watcher


class Tried(NamedTuple):
    """A predicate at which something may be told."""

    word: Word
    filler: Filler
    """Tries patterns at it."""

    entries: list[Entry]
    """The patterns that may fit, whoever acts."""

    unfit: list[Entry]
    """Those that may not, where somebody wants to hear of them."""

    echoing: bool
    """Whether it may say that somebody does what others did."""


class Looked(NamedTuple):
    """A sentence that was looked at."""

    clauses: Clauses

    reference: Recall
    """Whom its words stand for, which is not asked before it is read."""

    held: Held
    """What it has of all that patterns ask for."""

    tried: list[Tried]
    """Its predicates, in order, but for those that tell nothing."""


class _Named(NamedTuple):
    """A predicate that patterns name, none of which was looked for yet."""

    word: Word

    entries: list[Entry]
    """Those that ask for nothing that the sentence does not have."""

    echoing: bool
    """Whether it may say that somebody does what others did."""


class FrameIndex:
    """The frames of a language, to be looked for in sentences."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of some frames."""
        patterns = [pattern for frame in frames for pattern in frame.patterns]
        asked = (each for pattern in patterns for each in pattern.asked)
        self._wanted = Wanted(asked, (led for pattern in patterns for led in pattern.led))
        self._entries = Entries(frames)
        self.deeds = told_by(frames)

    def look(
        self, sentences: Sequence[tuple[Clauses, Recall]], watcher: Watcher = NOBODY
    ) -> list[Looked]:
        """Return which patterns may fit at the predicates of some sentences.

        Args:
            sentences: Each with whom its words stand for.
            watcher: Hears of what is tried, once it is.
        """
        every = watcher.wants_empty
        around = [(clauses, Candidates(clauses, whom)) for clauses, whom in sentences]
        there = [held(*each, self._wanted, every=every) for each in around]
        named = [
            self._named(clauses, here, every=every)
            for (clauses, _), here in zip(around, there, strict=True)
        ]
        steps = zip(sentences, around, there, named, strict=True)
        return [
            Looked(*sentence, here, self._tried(sentence, candidates, words, watcher))
            for sentence, (_, candidates), here, words in steps
        ]

    def _named(self, clauses: Clauses, there: Held, *, every: bool) -> list[_Named]:
        """Return the predicates of a sentence at which something may be told."""
        found = []
        for word in clauses.predicates():
            names = clauses.names[word.index]
            echoing = not clauses.echoing.isdisjoint(names)
            if not echoing and self._entries.names.isdisjoint(names):
                continue  # as at most words
            entries = self._entries.of(names, there, parts_of(clauses, word))
            if entries or echoing or every:
                found.append(_Named(word, entries, echoing))
        return found

    def _tried(
        self,
        sentence: tuple[Clauses, Recall],
        candidates: Candidates,
        named: Sequence[_Named],
        watcher: Watcher,
    ) -> list[Tried]:
        """Return the predicates of a sentence with the patterns that may fit at each."""
        found = []
        for word, entries, echoing in named:
            filler = Filler(*sentence, word, watcher, candidates)
            fit = [entry for entry in entries if filler.may_be(entry[1])]
            unfit = []
            if watcher.wants_empty:
                names = sentence[0].names[word.index]
                unfit = [entry for entry in self._entries.named(names) if entry not in fit]
            if fit or unfit or echoing:
                found.append(Tried(word, filler, fit, unfit, echoing))
        return found
