"""Through which words the two ends of a pattern were found: somebody, a people, a place."""

from collections.abc import Mapping

from graph.extract.frames.match import Match
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.unsaid.recall import Recall
from graph.model import Actor
from graph.relations import relations

#: What two who fight conclude, and what whoever brings them to it does.
_TRUCE, _BROKERED = "ceasesFireWith", "mediatesFor"

#: What all talking is.
_CONSULT = "CONSULT"

#: What one does by asking.
_ASKED = "requests"


class Ends:
    """Remembers the word through which each actor of a pattern was found."""

    def __init__(self, clauses: Clauses, reference: Recall) -> None:
        """Look at a sentence."""
        self._placing = clauses.table["placing"]
        self._seats = clauses.table["seats"]
        self._reference, self._clauses = reference, clauses
        self._words: dict[str, Word] = {}

    def add(self, words: Mapping[str, Word]) -> None:
        """Store the words of some actors, by id."""
        self._words.update(words)

    def word(self, actor: Actor) -> Word | None:
        """Return the word through which an actor was found."""
        return self._words.get(actor.id)

    def is_embodied(self, actor: Actor) -> bool:
        """Return whether a state that acts is named through somebody: "the French minister"."""
        word = self._words.get(actor.id)
        return word is None or self._reference.is_embodied(word)

    def is_people(self, actor: Actor) -> bool:
        """Return whether a state that acts is named through its people, not as a state."""
        word = self._words.get(actor.id)
        return actor.kind != "country" or word is None or self._reference.is_people(word)

    def is_place(self, actor: Actor) -> bool:
        """Return whether who is acted on can be gone to: A's capital, not "left A's government"."""
        word = self._words.get(actor.id)
        mention = self._reference.mention(word) if word is not None else None
        seat = word is not None and word.lemma in self._seats
        return mention is None or mention.how not in ("body", "title") or seat

    def is_town(self, actor: Actor) -> bool:
        """Return whether a state is named by a town of its: "captured Goma" captured no person."""
        word = self._words.get(actor.id)
        return word is not None and self._reference.is_town(word)

    def is_part(self, actor: Actor) -> bool:
        """Return whether a state is named by some who act for it: "A's delegation, led by B"."""
        word = self._words.get(actor.id)
        return actor.kind == "country" and word is not None and self._reference.is_part(word)

    def is_venue(self, actor: Actor) -> bool:
        """Return whether a state is named only as where it is held: "in Bonn, Germany"."""
        word = self._words.get(actor.id)
        if word is not None and word.role == "apposition":
            word = self._clauses.tree.head(word)
        if word is None or word.prep not in self._placing:
            return False
        # A smaller town stands for no state; what is beside it tells where it is.
        small = word.mention is None and word.pos == "PROPN"
        return small or self._reference.is_town(word)

    def is_seat(self, actor: Actor) -> bool:
        """Return whether an actor is acted on only as a place: "signed a pact at the palace"."""
        word = self._words.get(actor.id)
        return word is not None and word.prep in self._placing

    def is_aside(self, match: Match) -> bool:
        """Return whether who is acted on is no party, but a place or a topic."""
        return self.is_seat(match.object) or self._is_topic(match)

    def _is_topic(self, match: Match) -> bool:
        """Whether two only talk of what they share with a state: "discussed ties with A"."""
        word = self._words.get(match.object.id)
        noun = self._clauses.tree.head(word) if word is not None else None
        if noun is None or noun.role != "object" or match.object.kind == "person":
            return False
        talked = relations()[match.frame.relation].parent == _CONSULT
        told = talked and noun.head == match.predicate.index
        return told and noun.lemma in self._clauses.table["shared"]

    def is_matter(self, actor: Actor) -> bool:
        """Return whether an actor is only in what is fought or eased: "tackled A's inflation"."""
        word = self._words.get(actor.id)
        return word is not None and self._reference.figurative.is_matter(word)

    def is_sought(self, match: Match) -> bool:
        """Return whether who acts only asks for what a noun names: "A demanded B's release"."""
        relation = relations()[match.frame.relation]
        if match.pattern.part != "noun" or relation.symmetric or relation.name == _ASKED:
            return False
        noun = match.predicate
        asked = noun.role in ("object", "subject_passive")
        above = self._clauses.tree.ancestors(noun)[:1] if asked else []
        verbs = [*above, *self._clauses.carriers(noun)]
        verbs = [verb for verb in verbs if self._clauses.seeks(verb)]
        return any(match.subject in self._reference.acting(self._clauses, v) for v in verbs)

    def is_brokered(self, match: Match) -> bool:
        """Return whether a truce is told of those who only broker it: "mediator A announced"."""
        if match.frame.relation != _TRUCE:
            return False
        acts = self._reference.memory.acts
        brokers = {act.subject for act in acts if act.relation == _BROKERED}
        return not brokers.isdisjoint((match.subject, match.object))

    def is_own_harm(self, match: Match) -> bool:
        """Return whether whom force hit is of whoever used it: "A's bomb killed A's men in B"."""
        means = match.pattern.subject
        if means is None or means.kind != "actor" or not means.nouns:
            return False
        acted = self._clauses.arguments(match.predicate, verbal=match.predicate.pos in VERBS)
        hit = [argument.word for argument in acted if argument.role == "object"]
        states = {self._reference.state(a) for word in hit for a in self._reference.actors(word)}
        return states == {self._reference.state(match.subject)}
