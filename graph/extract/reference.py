"""From words to actors: mentions, pronouns, and the actor inside a noun phrase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.actors.link import Mention
from graph.extract.clauses import CLAUSAL
from graph.extract.tree import Tree, Word
from graph.model import Actor

_SUBJECTS = ("subject", "subject_passive")
_PRONOUNS = ("person", "country", "plural", "any")

#: How many mentions back a subject still outranks a later mention of another role.
_REACH = 6

#: Roles that do not lead to the actor a noun phrase is about.
_BARRED = CLAUSAL | {"conjunct", "punctuation", "adverb"}


@dataclass(slots=True)
class Memory:
    """Who was spoken of so far in an article; pronouns and bare answers look back at it."""

    named: list[tuple[tuple[Actor, ...], bool]] = field(default_factory=list)
    """Actors in order of mention, and whether they were the subject."""

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


class Reference:
    """Answers about the actors of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
        states: Mapping[str, Actor],
    ) -> None:
        """Look at a tree, with the article's mentions, what was said before, and states by code."""
        self._states = states
        self._tree = tree
        self._mentions = mentions
        self._memory = memory
        self._anaphora = tables["mentions"]["anaphora"]
        self._locative = frozenset(tables["parser"]["locative"])
        self._agentive = frozenset(tables["parser"]["agent_prepositions"])
        self._bodies = frozenset(tables["mentions"]["bodies"]["names"])
        self._not_actors = frozenset(tables["nouns"]["not_actors"]["nouns"])

    def actors(self, word: Word, *, dig: bool = True) -> list[Actor]:
        """Return the actors that a word and those coordinated with it stand for.

        Args:
            word: The head of a noun phrase.
            dig: Whether an actor inside the phrase may stand for it ("l'attitude de Téhéran").
        """
        found: list[Actor] = []
        for item in self._tree.conjuncts(word):
            inside = dig or item.text in self._bodies
            found += self.direct(item) or (self._inside(item) if inside else [])
        return list(dict.fromkeys(found))

    def direct(self, word: Word) -> list[Actor]:
        """Return the actors that a word itself stands for: by mention or as a pronoun."""
        if word.mention is not None:
            return list(self._mentions[word.mention].actors)
        if word.pos in ("PRON", "DET"):
            return self._pronoun(word)
        for kid in self._tree.children(word, "apposition", "flat"):
            if kid.mention is not None and self._mentions[kid.mention].how != "adjective":
                return list(self._mentions[kid.mention].actors)
        return []

    def mention(self, word: Word) -> Mention | None:
        """Return the mention that a word stands for."""
        return None if word.mention is None else self._mentions[word.mention]

    def envoy(self, word: Word) -> list[Actor]:
        """Return the states of an envoy that a word stands for: its post, then its own."""
        mention = self.mention(word)
        if mention is None or mention.how not in ("person", "title"):
            return []
        own = [self._states[a.country] for a in mention.actors if a.country in self._states]
        return [*([mention.post] if mention.post else []), *own]

    def placed(self, word: Word) -> bool:
        """Return whether a word is a city named as a place ("à Moscou"), not as an actor."""
        mention = self.mention(word)
        return mention is not None and mention.how == "capital" and word.prep in self._locative

    def _pronoun(self, word: Word) -> list[Actor]:
        """Return whom a pronoun stands for: the last subject that fits, else the last actor named."""
        kind = self._kind(word)
        if kind is None:
            return []
        named = [*self._memory.named, *self._named_before(word)]
        barred = self._own_subject(word)
        fitting = [item for item in named if self._fits(item[0], kind) and barred.isdisjoint(item[0])]
        subjects = [item for item in fitting[-_REACH:] if item[1]]
        chosen = (subjects or fitting)[-1:]
        return [actor for actors, _ in chosen for actor in (actors if kind == "plural" else actors[-1:])]

    def _kind(self, word: Word) -> str | None:
        if word.role in ("determiner", "possessor"):
            return "any" if word.text in self._anaphora["possessive"] else None
        if word.text in self._anaphora["any"] and word.role == "determiner":
            return None
        return next((kind for kind in _PRONOUNS if word.text in self._anaphora[kind]), None)

    def _fits(self, actors: tuple[Actor, ...], kind: str) -> bool:
        if kind == "plural":
            return len(actors) > 1
        person = actors[-1].kind == "person"
        return kind == "any" or person is (kind == "person")

    def _own_subject(self, word: Word) -> set[Actor]:
        """Return the subject of the clause in which a pronoun is not the subject: it is somebody else."""
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
            group = [w for w in self._tree.conjuncts(item) if w.mention is not None]
            actors = [actor for w in group for actor in self._mentions[w.mention or 0].actors]
            found.append((tuple(dict.fromkeys(actors)), item.role in _SUBJECTS))
        return found

    def is_mutual(self, word: Word) -> bool:
        """Return whether a word says that something holds between two sides ("bilateral")."""
        return word.text in self._anaphora["mutual"]

    def pair(self, word: Word) -> list[Actor]:
        """Return the last two states spoken of before a word, by themselves or by who acts for them."""
        named = [*self._memory.named, *self._named_before(word)]
        actors = [actor for group, _ in reversed(named) for actor in reversed(group)]
        codes = list(dict.fromkeys(actor.country for actor in actors if actor.country in self._states))
        return [self._states[code] for code in codes[:2] if code] if len(codes) > 1 else []

    def remember(self) -> None:
        """Store whom the sentence names, for the pronouns of the next ones."""
        for word in self._tree.words:
            if word.mention is not None and self._mentions[word.mention].how == "adjective":
                continue
            if word.mention is not None or (word.role in _SUBJECTS and word.pos == "PRON"):
                actors = tuple(self.actors(word, dig=False)) if word.role in _SUBJECTS else tuple(self.direct(word))
                if actors:
                    self._memory.named.append((actors, word.role in _SUBJECTS))

    def addresser(self, actors: Sequence[Actor]) -> list[Actor]:
        """Return whoever last did something to one of some actors."""
        return self._memory.addresser(actors)

    def address(self, subject: Actor, object_: Actor) -> None:
        """Store that one actor did something to another."""
        self._memory.addressed.append((subject, object_))

    def _inside(self, word: Word) -> list[Actor]:
        """Return the actor that a noun phrase is about: who did it, whose it is, what it concerns."""
        if (
            word.lemma in self._not_actors
            or word.text in self._not_actors
            or word.pos == "PRON"
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
