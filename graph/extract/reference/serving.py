"""Whom somebody serves: the state that an actor acts for, those that an envoy is of."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors.mention import Mention
from graph.extract.parsing.tree import Tree, Word
from graph.extract.reference.suffering import Suffering
from graph.model import Actor


class Serving(Suffering):
    """Answers about those whom one sentence names."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        tables: Mapping[str, Mapping[str, Any]],
        states: Mapping[str, Actor],
    ) -> None:
        """Look at a tree; arguments as ``Suffering`` takes them, and states by code."""
        super().__init__(tree, mentions, tables)
        self._states = states

    def envoy(self, word: Word) -> list[Actor]:
        """Return the states of an envoy that a word stands for: its post, then its own.

        A group's envoy, or one of its leaders, is of the group.
        """
        mention = self.mention(word)
        if mention is None or mention.how not in ("person", "title"):
            return []
        known = [actor for actor in mention.actors if actor.country in self._states]
        own = [actor if actor.kind == "group" else self.state(actor) for actor in known]
        grouped = any(actor.kind == "group" for actor in mention.actors)
        return [*([mention.post] if mention.post and not grouped else []), *own]

    def employers(self, agents: Word) -> list[Word]:
        """Return for whom agents are said to act: "hackers linked to A", "A-led troops"."""
        tied = (
            v for v in self._tree.children(agents, "participle") if v.lemma in self._lists.tying
        )
        kids = [kid for verb in tied for kid in self._tree.children(verb, "oblique", "agent")]
        led = (v for v in self._tree.children(agents, "modifier") if v.lemma in self._lists.leading)
        named = [kid for verb in led for kid in self._tree.children(verb)]
        found = [kid for kid in kids if kid.prep in self._lists.serving]
        return found + [kid for kid in named if kid.mention is not None]

    def third_persons(self, word: Word) -> list[Word]:
        """Return the pronouns of one person, as "he", below a word."""
        return [kid for kid in self._tree.subtree(word) if kid.text in self._lists.he]

    def state(self, actor: Actor) -> Actor:
        """Return the state that an actor acts for, or else the actor itself."""
        return self._states.get(actor.country or "", actor)

    def served(self, actor: Actor) -> Actor:
        """Return the state that a person acts for, or else the actor itself."""
        return self.state(actor) if actor.kind == "person" else actor

    def is_venue(self, noun: Word, kid: Word) -> bool:
        """Return whether somebody is only where something is, or what a text is about.

        "The talks in A", "gunmen in A", "a resolution on A".
        """
        if noun.lemma in self._lists.texts and kid.prep in self._lists.treating:
            return True
        elsewhere = noun.lemma in self._lists.meetings or noun.lemma in self._lists.strangers
        return elsewhere and kid.prep in self._lists.locative
