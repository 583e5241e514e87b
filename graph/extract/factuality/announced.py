"""What somebody does by saying what he is going to do: he threatens, or promises."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.factuality.whether import Whether
from graph.extract.frames.frame import Frame
from graph.extract.frames.match import Match
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.word import VERBS, Word
from graph.extract.reference.reference import Reference
from graph.model import Actor, Modality
from graph.relations import relations
from graph.traits import has

_THREATENS, _PLEDGES = "threatens", "pledgesTo"
_ATTACKS, _AIDS = "attacks", "aids"

#: What a threat is of.
_FORCE = "material-conflict"


class Announced:
    """Answers about the matches of one sentence."""

    def __init__(self, clauses: Clauses, reference: Reference, whether: Whether) -> None:
        """Look at a sentence, with whom its words mean, and whether its predicates hold."""
        self._clauses, self._reference, self._whether = clauses, reference, whether

    def of(self, match: Match, modality: Modality | None) -> Match | None:
        """Return what saying so does, or None where it does nothing."""
        return self._threat(match, modality) or self._pledge(match, modality)

    def _threat(self, match: Match, modality: Modality | None) -> Match | None:
        """Return the threat that lies in what somebody says he is going to do: "warned it would".

        Who warns of what others may do threatens nobody. Who says that he will attack does.
        """
        frame = match.frame
        if relations()[frame.relation].quad != _FORCE:
            return None
        ahead = frame.relation == _ATTACKS and modality in ("planned", "possible")
        ahead = ahead and not self._whether.is_past(match.predicate)  # "confirmed that it bombed"
        threats = self._whether.threats(match.predicate) if modality is None else []
        telling = self._clauses.telling(match.predicate) if ahead else []
        verbs = (*threats, *filter(self._reference.speech.says, telling))
        for verb, actor in self._tellers(match, verbs):
            if actor.id != match.object.id:
                act = self._threatening(frame, verb)
                return match._replace(frame=act, predicate=verb, subject=actor)
        return None

    def _threatening(self, frame: Frame, verb: Word) -> Frame:
        """Return the frame of a threat to do what another frame says, also by not ruling it out."""
        refused = frame.refused or self._whether.leaves_open(verb)
        return replace(frame, id=f"{frame.id}.threat", relation=_THREATENS, refused=refused)

    def _pledge(self, match: Match, modality: Modality | None) -> Match | None:
        """Return the promise that lies in what somebody says he will do for another.

        "A's leader promised that it would support B" tells of no support yet. Nor does "would help
        B", which names no help.
        """
        relation = match.frame.relation
        kind = has(relation, "promised") or (relation == _AIDS and not match.words)
        if modality != "planned" or not kind or match.predicate.pos not in VERBS:
            return None
        verbs = [verb for _, verb in self._whether.cues(match.predicate) if verb.pos in VERBS]
        verbs = [verb for verb in verbs if self._reference.speech.says(verb)]
        telling = filter(self._reference.speech.says, self._clauses.telling(match.predicate))
        for verb, actor in self._tellers(match, (*verbs, *telling)):
            act = replace(match.frame, id=f"{match.frame.id}.pledge", relation=_PLEDGES)
            return match._replace(frame=act, predicate=verb, subject=actor)
        return None

    def _tellers(self, match: Match, verbs: Sequence[Word]) -> Iterator[tuple[Word, Actor]]:
        """Yield who of the side that acts in a match says so, with the verb."""
        side = self._reference.state(match.subject)
        for verb in verbs:
            for word in self._clauses.subjects(verb):
                for actor in self._reference.actors(word):
                    if self._reference.state(actor) == side:
                        yield verb, actor
