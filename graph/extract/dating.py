"""When what a match says happened, and what that day says of whether it did."""

from typing import TYPE_CHECKING

from graph.extract.frames.match import Match
from graph.extract.parsing.word import PAST, SUBJECTS, VERBS, Word
from graph.model import Modality
from graph.traits import has

if TYPE_CHECKING:
    from graph.extract.sentence import Reading


class Dating:
    """Dates the matches of one sentence.

    It is made where it is asked and not kept: a sentence that held it would hold itself, and stay
    in memory until somebody looks for garbage.
    """

    def __init__(self, reading: "Reading") -> None:
        """Look at a sentence."""
        self._reading = reading

    def of(self, match: Match, modality: Modality) -> tuple[Modality, str | None]:
        """Return whether it happened, as its date and its relation tell, and that date."""
        date = self.date(match.predicate, modality)
        due = has(match.frame.relation, "scheduled")
        told = modality == "actual" and date is not None
        if told and self._reading.days.is_ahead(match.predicate, scheduled=due):
            modality = "planned"  # "his visit next week", "meets him on 3 June 2030"
            date = self.date(match.predicate, modality)
        if modality == "actual" and match.frame.modality is not None:
            modality, date = match.frame.modality, None  # the day of a promise is not of the act
        if self._reading.happened.is_enabling(match):
            date = None  # "signed on Monday thanks to A's mediation", which came before
        if modality == "actual" and date is None and self._reading.is_dated:
            date = self._announced(match)
        if match.frame.relation == "hasRelationsWith" and modality != "denied":
            modality, date = "actual", self._reading.days.lasting(date)
        if has(match.frame.relation, "concluded") and not has(match.frame.relation, "lasting"):
            date = self._reading.days.begun(date)
        limit = self._limit(match.predicate) if modality == "denied" else None
        if limit is not None:  # "did not recognise it until 2016", "will not until 2030"
            modality = "planned" if self._is_to_come(match.predicate) else "actual"
            date = limit
        return modality, date

    def _is_to_come(self, word: Word) -> bool:
        """Whether a predicate is told of as planned, whatever denies it."""
        return any(effect == "planned" for effect, _ in self._reading.whether.cues(word))

    def _limit(self, word: Word) -> str | None:
        """Return the date up to which something did not hold, where its own verb says so."""
        own = any(
            effect == "denied" and (cue.index == word.index or word.pos not in VERBS)
            for effect, cue in self._reading.whether.cues(word)
        )
        return self._reading.days.limit(word) if own else None

    def _announced(self, match: Match) -> str | None:
        """Return the day on which a state says itself what it does by saying so, EDTF, or None.

        "A has broken with B, its minister said on Monday": a perfect tense tells what is new.
        """
        if not (has(match.frame.relation, "avowed") or has(match.frame.relation, "declared")):
            return None
        tense = self._reading.when.tense(self._leading(match.predicate))
        if not (tense.perfect and "Tense=Pres" in tense.finite):
            return None
        verb = self._reading.who.teller(match.predicate, "actual")
        if verb is None or not self._reading.reference.speech.says(verb):
            return None
        tellers = self._reading.reference.acting(self._reading.clauses, verb)
        own = any(actor.country == match.subject.country for actor in tellers if actor.country)
        return self.date(verb, "actual") if own else None

    def _leading(self, verb: Word) -> Word:
        """Return the verb whose auxiliary a participle shares: "has broken with A and expelled"."""
        tree = self._reading.clauses.tree
        while verb.role == "conjunct" and verb.features >= PAST:
            head = tree.head(verb)
            if head is None or tree.children(verb, "auxiliary", *SUBJECTS):
                break
            verb = head
        return verb

    def date(self, word: Word, modality: Modality) -> str | None:
        """Return when what a predicate says happens, EDTF, or None."""
        if not self._reading.is_dated:
            return None
        whether = self._reading.whether
        ahead = modality in ("planned", "requested")
        ahead = ahead or (modality == "possible" and not whether.is_past(word))
        planned = self._is_to_come(word)
        # What was announced as done was done: "announced on Friday the recall of".
        future: bool | None = ahead or (modality != "actual" and whether.is_future(word))
        past = (planned or ahead) and self._reading.when.is_past(word)
        if past or whether.is_due(word):
            future = None  # "was due on 3 June", "were to have met on 3 June": whichever is nearer
        embedded = modality not in ("actual", "denied") or (planned and modality == "denied")
        found = self._reading.days.of(word, own=embedded, future=future)
        return found or (self._carried(word) if modality == "actual" else None)

    def _carried(self, word: Word) -> str | None:
        """Return the date that opens a sentence whose next part goes on: "In May, A left; B did".

        What stands behind the semicolon must be told in the same tense, with no date of its own.
        """
        if self._reading.opening is None or self._reading.dates:  # as nearly always
            return None
        date, tense = self._reading.opening
        goes_on = self._reading.when.is_main(word) and self._reading.when.tense(word) == tense
        return date if goes_on and (tense.is_narrative or tense.is_before) else None
