"""What the text told before a sentence, and what the sentence leaves to the next ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import SUBJECTS, VERBS
from graph.extract.reference.memory import Act, Named
from graph.extract.reference.reference import Reference
from graph.extract.reference.salience import SURE, likeliest
from graph.extract.reference.things import is_stranger
from graph.model import Actor
from graph.relations import STATE, relations
from graph.traits import allowed

if TYPE_CHECKING:
    from graph.extract.frames.match import Match


class Recall(Reference):
    """Answers about the actors of one sentence, also those that only the text before names."""

    _told: "tuple[Match, ...]" = ()
    """What this sentence said last."""

    def is_first_person(self, text: str) -> bool:
        """Return whether some words are "we" or "I"."""
        return text.lower() in self._lists.first

    def told(self) -> "Sequence[Match]":
        """Return what this sentence said last, else the one before."""
        return self._told or self.memory.told

    def repeated(self, clauses: Clauses, verb: Word) -> "tuple[Sequence[Match], list[Actor]]":
        """Return what a verb says that others did too, and who they are: "A left. B followed"."""
        if clauses.is_echo(verb):
            told = self._told if clauses.is_likened(verb) else self.told()
            return told, self.acting(clauses, verb)
        if leaders := self._imitated(clauses, verb):
            told = tuple(match for match in self.told() if match.subject.country in leaders)
            if told:
                return told, self._imitators(clauses, verb)
        if clauses.is_imitated_by(verb):
            return self._told, self._imitators(clauses, verb)
        return (), []

    def tell(self, matches: "Sequence[Match]") -> None:
        """Store what was said last to have been done; what only holds, nobody does likewise.

        Nor does he what somebody else is only said to do: "A accused B of lying. C did the same".
        """
        told = [match for match in matches if not self._is_told_of(match)]
        done = [match for match in told if relations()[match.frame.relation].parent != STATE]
        self._told = tuple(done) or self._told or tuple(told)

    def _is_told_of(self, match: "Match") -> bool:
        """Whether a match is in what was said before it, of another: "A accused B of meddling"."""
        above = self._tree.ancestors(match.predicate)
        others = [told for told in self._told if told.predicate in above]
        return any(told.subject != match.subject for told in others)

    def address(self, match: "Match") -> None:
        """Store what one actor did to another."""
        at, happened = match.predicate.start, match.repeats in (None, "actual")
        act = Act(match.subject, match.frame.relation, match.object, at, happened)
        self.memory.acts.append(act)

    def doer(self, others: Sequence[Actor]) -> list[Actor]:
        """Return whoever the last thing told was done by, unless it is one of some actors.

        What several do together is done by all of them.
        """
        done = [match for match in self.told() if match.repeats == "actual"]
        last = [match for match in done if match.frame.relation == done[-1].frame.relation]
        doers = [
            actor
            for match in last
            for actor in (match.subject, match.object)[
                : 1 + relations()[match.frame.relation].symmetric
            ]
        ]
        return list(dict.fromkeys(actor for actor in doers if actor not in others))

    def _imitated(self, clauses: Clauses, verb: Word) -> set[str]:
        """Return the codes of the states that the subject of a verb does the same as."""
        actors = [a for word in clauses.imitated(verb) for a in self.actors(word, dig=False)]
        return {actor.country for actor in actors if actor.country}

    def _imitators(self, clauses: Clauses, verb: Word) -> list[Actor]:
        """Return who does what others did: also "A was followed by B"."""
        following = clauses.agents_of(verb)
        return [actor for word in following for actor in self.actors(word, dig=False)]

    def likeliest(
        self, actors: Sequence[Actor], relation: str, *, least: float = SURE
    ) -> list[Actor]:
        """Return the state or body that the text means where it leaves one unsaid.

        Args:
            actors: Who acts.
            relation: What they do.
            least: How likely it must be.
        """

        def fits(actor: Actor) -> bool:
            return not actors or allowed(relation, actors[0], self.state(actor))

        place = self._tree.words[0].start
        kind = relations()[relation].quad
        found, sure = likeliest(self.memory, actors, place, fits, kind=kind)
        return [self.state(found)] if found is not None and sure >= least else []

    def is_home_affair(self, *pair: Actor) -> bool:
        """Return whether one of two is an unknown person in a text about the other's state.

        A text says of a foreigner for whom he acts; of its own politicians it need not.
        """
        spoken = self.memory.spoken
        persons = [actor for actor in pair if actor.country is None and actor.kind == "person"]
        if not persons:  # as of nearly all
            return False
        unknown = [actor for actor in persons if not spoken.is_known(actor)]
        others = [actor for actor in pair if actor not in unknown]
        return len(unknown) == len(others) and spoken.is_about(others[0].country)

    def claim(self, clauses: Clauses) -> None:
        """Store who says something here, for those who deny it behind a semicolon."""
        verbs = (word for word in reversed(self._tree.words) if word.pos in VERBS)
        last = next((verb for verb in verbs if self.speech.claims(clauses, verb)), None)
        self.memory.claimants = tuple(self.acting(clauses, last)) if last is not None else ()

    def strike(self, clauses: Clauses) -> None:
        """Store who strikes something of nobody known in the sentence, for who condemns it later.

        Who strikes somebody known is stored already.
        """
        for verb in [word for word in self._tree.words if word.pos in VERBS]:
            if not clauses.strikes(verb) or clauses.is_passive(verb):
                continue
            if any(act.at == verb.start for act in self.memory.acts):
                continue
            self.memory.strikes += [(actor, verb.start) for actor in self.acting(clauses, verb)]

    def remember(self) -> None:
        """Store whom the sentence names and what it says, for what the next ones leave unsaid."""
        self.memory.told = self._told
        self.memory.since = self._tree.words[0].start
        self.memory.written = self._pronouns.things.written
        agents = self._lists.agents
        for word in self._tree.words:
            if word.mention is not None:
                if not self._pronouns.is_quality(word):
                    self._keep(word)
                continue
            # Asked first of the word alone: nearly all are none of these.
            if word.pos == "PROPN" and is_stranger(self._tree, word, "flat"):
                self.memory.named.append(self._pronouns.named((), word))
            if word.lemma in agents and (several := self._pronouns.served_by(word)):
                self.memory.named.append(self._pronouns.named(several, word))
            if word.role in SUBJECTS and (word.pos == "PRON" or self._pronouns.is_latter(word)):
                self._keep(word)
        self._pronouns.forget()

    def _keep(self, word: Word) -> None:
        """Store whom a name or a pronoun stands for."""
        self._pronouns.forget()  # one may mean who is remembered now
        acts = word.role in SUBJECTS
        actors = tuple(self.actors(word, dig=False) if acts else self.direct(word))
        if not acts and (several := self._joined(word)):
            named = Named(several, subject=False, many=True, at=self.memory.at, joined=True)
            self.memory.named.append(named)
        if actors:
            self._found.clear()
            named = self._pronouns.named(actors, word, placed=self.placed(word))
            self.memory.named.append(named)
            if named.subject and self._pronouns.is_topical(word, main=True):
                self.memory.topic = actors

    def _joined(self, word: Word) -> tuple[Actor, ...]:
        """Return those named together in another role than the subject: « ces derniers »."""
        joined = self._tree.conjuncts(word)
        if len(joined) == 1:  # as of most
            return ()
        named = [item for item in joined if item.mention is not None]
        if len(named) <= 1:
            return ()
        return tuple(dict.fromkeys(actor for item in named for actor in self.direct(item)))
