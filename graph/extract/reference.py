"""From words to actors: mentions, pronouns, and the actor inside a noun phrase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.actors.link import Mention
from graph.extract.clauses import CLAUSAL
from graph.extract.tree import Tree, Word
from graph.model import Actor

#: Roles that do not lead to the actor a noun phrase is about.
_BARRED = CLAUSAL | {"conjunct", "punctuation", "adverb"}


@dataclass(slots=True)
class Memory:
    """Who was spoken of so far in an article; pronouns look back at it."""

    subjects: list[tuple[Actor, ...]] = field(default_factory=list)
    """Subjects that were actors, the last one last."""

    def last(self, *, person: bool | None, plural: bool = False) -> tuple[Actor, ...]:
        """Return the last subject of a kind, or nothing.

        Args:
            person: Whether it must be a person, must not be one, or either (None).
            plural: Whether it must be several actors.
        """
        for actors in reversed(self.subjects):
            if plural and len(actors) < 2:  # noqa: PLR2004
                continue
            if person is None or (actors[0].kind == "person") is person:
                return actors if plural else actors[-1:]
        return ()


class Reference:
    """Answers about the actors of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Look at a tree, with the article's mentions and what was said before."""
        self._tree = tree
        self._mentions = mentions
        self._memory = memory
        self._anaphora = tables["mentions"]["anaphora"]
        self._locative = frozenset(tables["parser"]["locative"])
        self._agentive = frozenset(tables["parser"]["agent_prepositions"])
        self._not_actors = frozenset(tables["nouns"]["not_actors"]["nouns"])

    def actors(self, word: Word, *, dig: bool = True) -> list[Actor]:
        """Return the actors that a word and those coordinated with it stand for.

        Args:
            word: The head of a noun phrase.
            dig: Whether an actor inside the phrase may stand for it ("l'attitude de Téhéran").
        """
        found: list[Actor] = []
        for item in self._tree.conjuncts(word):
            found += self.direct(item) or (self._inside(item) if dig else [])
        return list(dict.fromkeys(found))

    def direct(self, word: Word) -> list[Actor]:
        """Return the actors that a word itself stands for: by mention or as a pronoun."""
        if word.mention is not None:
            return list(self._mentions[word.mention].actors)
        if word.pos in ("PRON", "DET"):
            return list(self._pronoun(word))
        for kid in self._tree.children(word, "apposition", "flat"):
            if kid.mention is not None and self._mentions[kid.mention].how != "adjective":
                return list(self._mentions[kid.mention].actors)
        return []

    def mention(self, word: Word) -> Mention | None:
        """Return the mention that a word stands for."""
        return None if word.mention is None else self._mentions[word.mention]

    def placed(self, word: Word) -> bool:
        """Return whether a word is a city named as a place ("à Moscou"), not as an actor."""
        mention = self.mention(word)
        return mention is not None and mention.how == "capital" and word.prep in self._locative

    def _pronoun(self, word: Word) -> tuple[Actor, ...]:
        text = word.text
        if text in self._anaphora["possessive"] and word.role in ("determiner", "possessor"):
            return self._memory.last(person=None)
        if text in self._anaphora["plural"]:
            return self._memory.last(person=None, plural=True)
        if text in self._anaphora["person"]:
            return self._memory.last(person=True) or self._memory.last(person=None)
        return self._memory.last(person=False) if text in self._anaphora["country"] else ()

    def _inside(self, word: Word) -> list[Actor]:
        """Return the actor that a noun phrase is about: who did it, whose it is, what it concerns."""
        if (
            word.lemma in self._not_actors
            or word.text in self._not_actors
            or word.pos in ("VERB", "PRON")
        ):
            return []
        kids = [kid for kid in self._tree.children(word) if kid.role not in _BARRED]
        for group in (
            [kid for kid in kids if kid.prep in self._agentive],
            [
                kid
                for kid in kids
                if kid.role in ("possessor", "modifier", "compound", "apposition", "flat")
            ],
            [kid for kid in kids if kid.role == "oblique"],
        ):
            for kid in group:
                found = [] if self.placed(kid) else self.actors(kid)
                if found:
                    return found
        return []
