"""Pronouns, and what an article said so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.actors.link import Mention
from graph.extract.tree import Tree, Word
from graph.model import Actor

SUBJECTS = ("subject", "subject_passive")
_KINDS = ("latter", "person", "country", "plural", "any")

#: How many mentions back a subject still outranks a later mention of another role.
_REACH = 3


@dataclass(slots=True)
class Memory:
    """Who was spoken of so far in an article; pronouns and bare answers look back at it."""

    named: list[tuple[tuple[Actor, ...], bool]] = field(default_factory=list)
    """Actors in order of mention, and whether they were the subject."""

    topic: tuple[Actor, ...] = ()
    """The subject of the last main clause that had an actor for one."""

    addressed: list[tuple[Actor, Actor]] = field(default_factory=list)
    """Who did something to whom, in order."""

    def addresser(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return whoever last did something to one of some actors, or to the state it acts for."""
        ids = {actor.id for actor in actors}
        countries = {actor.country for actor in actors} - {None}
        for subject, object_ in reversed(self.addressed):
            if object_.id in ids or object_.country in countries:
                return [subject]
        return []


class Pronouns:
    """Answers about the pronouns of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        anaphora: Mapping[str, Sequence[str]],
    ) -> None:
        """Look at a tree with the language's words for actors named before."""
        self._tree = tree
        self._mentions = mentions
        self._memory = memory
        self._anaphora = anaphora

    def actors(self, word: Word) -> list[Actor]:
        """Return whom a pronoun stands for: the last subject that fits, else the last actor."""
        kind = self._kind(word)
        if kind is None:
            return []
        here = self._named_before(word)
        named = [*self._memory.named, *here]
        barred = self._own_subject(word)
        fitting = [
            item for item in named if self._fits(item[0], kind) and barred.isdisjoint(item[0])
        ]
        near = [item for item in fitting if item in here and item[1]]
        subjects = [item for item in fitting[-_REACH:] if item[1]]
        main = [item for item in subjects if item[0] == self._memory.topic]
        chosen = (fitting if kind == "latter" else near or main or subjects or fitting)[-1:]
        return [
            actor for actors, _ in chosen for actor in (actors if kind == "plural" else actors[-1:])
        ]

    def _kind(self, word: Word) -> str | None:
        if word.role in ("determiner", "possessor"):
            if word.text in self._anaphora["possessive"]:
                return "any"
            return "plural" if word.text in self._anaphora["possessive_plural"] else None
        if word.text in self._anaphora["any"] and word.role == "determiner":
            return None
        return next((kind for kind in _KINDS if word.text in self._anaphora[kind]), None)

    def _fits(self, actors: tuple[Actor, ...], kind: str) -> bool:
        if kind == "plural":
            return len(actors) > 1
        person = actors[-1].kind == "person"
        return kind in ("any", "latter") or person is (kind == "person")

    def _own_subject(self, word: Word) -> set[Actor]:
        """Return the subject of a pronoun's own clause, where the pronoun is somebody else."""
        head = self._tree.head(word)
        if head is None or word.role in ("subject", "subject_passive", "determiner", "possessor"):
            return set()
        return {
            actor
            for kid in self._tree.children(head, "subject")
            if kid.mention is not None
            for actor in self._mentions[kid.mention].actors
        }

    def _named_before(self, word: Word) -> list[tuple[tuple[Actor, ...], bool]]:
        found = []
        for item in self._tree.words[: word.index]:
            if item.mention is None or item.role == "determiner":
                continue
            if self._mentions[item.mention].how == "adjective":
                continue
            group = [w for w in self._tree.conjuncts(item) if w.mention is not None]
            actors = [actor for w in group for actor in self._mentions[w.mention or 0].actors]
            found.append((tuple(dict.fromkeys(actors)), item.role in SUBJECTS))
        return found

    def before(self, word: Word) -> list[Actor]:
        """Return the actors named before a word, the last one first."""
        named = [*self._memory.named, *self._named_before(word)]
        return [actor for group, _ in reversed(named) for actor in reversed(group)]

    def is_latter(self, word: Word) -> bool:
        """Return whether a word used as a noun stands for whoever was named last."""
        return word.text in self._anaphora["latter"] and word.role != "modifier"

    def is_mutual(self, word: Word) -> bool:
        """Return whether a word says that something holds between two sides."""
        return word.text in self._anaphora["mutual"]
