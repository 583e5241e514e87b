"""Where it happens: the place that a sentence names beside what happens, never as an actor."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from graph.extract.frames.match import Match
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.once import frozen
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.reference import Reference


@cache
def _names(particles: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the words of one name: "New York", "Mar-a-Lago", "La Haye"."""
    inside = "|".join(map(re.escape, particles))
    return re.compile(
        rf"[^\W\d_][\w'’]*(?:-[\w'’]+)*(?:[- ](?:(?:{inside})[- ])*[A-ZÀ-ÝĀ-Ž][\w'’]*)*"
    )


class Where:
    """Finds the places of the predicates of one sentence."""

    def __init__(
        self,
        clauses: Clauses,
        reference: Reference,
        text: str,
        dates: Collection[range],
        table: Mapping[str, Any],
    ) -> None:
        """Look at a sentence.

        Args:
            clauses: The sentence.
            reference: Whom its words stand for.
            text: The article's text.
            dates: Places of date expressions in it: "in February" is no town.
            table: The language's ``parser.toml``.
        """
        self._dates = dates
        self._clauses, self._reference, self._text = clauses, reference, text
        self._tree, self._scope = clauses.tree, Scope(clauses.tree)
        self._prepositions = frozen(table["placing"])
        self._inside = frozen(table["inside"])
        self._pattern = _names(tuple(table["place_particles"]))

    def place(self, match: Match) -> str | None:
        """Return the place of a match that has one, as the text names it, or None."""
        ends = {match.subject.id, match.object.id}
        for word in self._around(match):
            for kid in self._tree.children(word, "oblique"):
                name = self._name(kid, ends) if kid.prep in self._prepositions else None
                if name:
                    return name
        return None

    def _around(self, match: Match) -> Iterator[Word]:
        """Yield the words that a place may hang from, the nearest first."""
        word = match.predicate
        support = None if word.pos in VERBS else self._clauses.support(word)
        near = (word, *match.words, *([support] if support is not None else []))
        yield from near
        for first in near:
            for kid in self._tree.children(first, "oblique", "adverb"):
                yield from (kid, *self._tree.children(kid, "oblique"))
        at = word
        for head in self._scope.above(word):
            if at.role not in ("infinitive", "object", "oblique", "adverbial"):
                return
            if head.pos in VERBS:
                yield head
            at = head

    def _name(self, word: Word, ends: set[str]) -> str | None:
        mention = self._reference.mention(word)
        if mention is not None:
            state = mention.actors[0].id if mention.actors else None
            other = mention.how == "name" and state not in ends and word.prep in self._inside
            known = mention.how == "capital" or other
            country = bool(mention.actors) and mention.actors[0].kind == "country"
            return self._text[mention.start : mention.end] if known and country else None
        if word.pos != "PROPN" or not self._text[word.start : word.start + 1].isupper():
            return None
        if self._tree.children(word, "determiner") or any(word.start in at for at in self._dates):
            return None
        run = [word, *self._tree.children(word, "compound", "flat")]
        named = [item.start for item in self._tree.words if item.mention is not None]
        end = min((start for start in named if start > word.start), default=len(self._text))
        found = self._pattern.match(self._text, min(item.start for item in run), end)
        return found[0].rstrip(".'’") if found else None
