"""Who says so: reporting verbs, "selon", quotation marks, what a speaker went on to say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.extract.attribution.asidereach import AsideReach
from graph.extract.attribution.asides import Asides, phrase
from graph.extract.attribution.citing import Citing
from graph.extract.attribution.lists import telling_lists
from graph.extract.attribution.quotes import Quotes
from graph.extract.factuality.negation import Negation
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.scope import Scope
from graph.extract.parsing.word import VERBS, Word
from graph.model import Modality, Sentence

_APART = ("relative", "participle", "adverbial")

#: Who is named in the sentence in which a quotation closes, by the code point of the mark.
SpeaksAt = Callable[[int], str | None]


def nobody(_: int = 0) -> None:
    """Tell of nobody, where no other sentence is known."""


@dataclass(frozen=True, slots=True)
class Around:
    """What other sentences tell of who speaks in one."""

    before: Callable[[], str | None] = nobody
    """Tells who spoke in the sentence before, in the same paragraph."""

    speaks_at: SpeaksAt = nobody
    """Tells who is named where a quotation closes."""


_ALONE = Around()


class Who:
    """Finds the sources that one sentence names."""

    def __init__(
        self,
        clauses: Clauses,
        cues: Mapping[str, Any],
        text: str,
        sentence: Sentence,
        around: Around = _ALONE,
    ) -> None:
        """Look at a sentence.

        Args:
            clauses: The sentence.
            cues: The language's ``cues.toml``.
            text: The article's text.
            sentence: Where it stands.
            around: What other sentences tell.
        """
        self._clauses = clauses
        self._tree = clauses.tree
        self._scope = Scope(clauses.tree)
        self._speech = cues["speech"]
        self._lists, self._cues = telling_lists(cues), cues
        self._text = text
        self._sentence = sentence
        self._around = around
        self._asides = Asides(clauses, cues, text)
        self._reach = AsideReach(clauses.tree)
        self._citing = Citing(clauses.tree, cues["speech"], text, sentence)
        self._quotes = Quotes(self._speech, text, sentence)

    @cached_property
    def _negation(self) -> Negation:
        """What is negated; asked of few verbs of saying."""
        cues = self._cues
        return Negation(self._clauses, cues["negation"], cues["tense"]["pluperfect"])

    def source(self, word: Word, modality: Modality, *, unreal: bool) -> str | None:
        """Return to whom the text ascribes what a predicate says, as written, or None.

        Args:
            word: The predicate.
            modality: Whether it happened.
            unreal: Whether it is told in the conditional, as hearsay is.
        """
        according = self._citing.of(word)
        if according and according[0].lower() in self._speech["citing"]:
            return according[1]
        reporting = self._reporting(word, modality)
        if according and reporting and self._is_inside(according[0], reporting, word):
            return according[1]
        reporting = reporting or self._before_colon(word)
        named = (self._speaker(reporting) if reporting else None) or self._aside(word)
        return named or (according[1] if according else None) or self._quoted(word, unreal=unreal)

    def teller(self, word: Word, modality: Modality) -> Word | None:
        """Return the verb of the sentence itself that says what a predicate says, or None."""
        return self._reporting(word, modality)

    def quotes(self, word: Word) -> bool:
        """Return whether a word stands in quotation marks."""
        return self._quotes.holds(word)

    def speaks(self) -> Callable[[], str | None]:
        """Return what tells who speaks, which few later sentences ask.

        Where that hangs on the sentence before it is known at once, so that no chain of sentences
        is left to be asked.
        """
        if self._goes_on:
            known = self.speaker
            return lambda: known
        return lambda: self.speaker

    @property
    def _goes_on(self) -> bool:
        """Whether who speaks may hang on the sentence before."""
        return self._quotes.is_whole or self._quotes.is_continued

    @cached_property
    def speaker(self) -> str | None:
        """Who speaks in the sentence, to whom the next one may go on to be ascribed."""
        found = [
            verb for verb in self._tree.words if self._reports(verb) and not self._is_aside(verb)
        ]
        outside = [v for v in found if not self._quotes.holds(v) and not self._is_deed(v)]
        spoken_by = [name for verb in outside if (name := self._speaker(verb))]
        if spoken_by:
            return spoken_by[0]
        if self._asides.found:
            return self._asides.found[0][1]
        return self._beyond

    def _is_deed(self, verb: Word) -> bool:
        """Whether a verb that may report is done to somebody: "recognised B"."""
        if not self._lists.naming.isdisjoint(self._clauses.lemmas(verb)):
            return False
        acted = self._tree.children(verb, "object")
        return bool(acted) and all(word.mention is not None for word in acted)

    # Reporting verbs above

    def _is_inside(self, cue: str, reporting: Word, word: Word) -> bool:
        """Whether a phrase stands in what a verb reports: "writes that, according to A, B left"."""
        found = [start for start, known, _ in self._citing.sources if known == cue]
        return any(reporting.start < start < word.start for start in found)

    def _reporting(self, word: Word, modality: Modality) -> Word | None:
        """Return the reporting verb above the predicate that has it for its content."""
        at = word
        for head in self._scope.above(word):
            names = self._clauses.lemmas(head)
            withheld = at.role == "complement" and names & self._lists.withholding
            if withheld and self._negation.negates(head):
                at = head
                continue  # who does not confirm it has not said so
            if modality == "requested" and names & self._lists.asking:
                return None  # "insists that X send": who asks has not said that it is so
            if self._is_said(at, head, names | self._caused(head), modality):
                return head
            if at.role in _APART and not self._is_content(at, head):
                return None
            at = head
        return None

    def _caused(self, verb: Word) -> set[str]:
        """Return the names of a verb with the one that it hangs from: "laisser entendre"."""
        head = self._tree.head(verb)
        return {f"{head.lemma}_{verb.lemma}"} if head is not None else set()

    def _is_content(self, clause: Word, noun: Word) -> bool:
        """Whether a clause is what a noun of saying says: "claims that A left"."""
        telling = bool(self._tree.children(clause, "marker")) or "Tense=Pres" in clause.features
        return noun.lemma in self._lists.rumours and clause.role == "participle" and telling

    def _is_said(self, word: Word, head: Word, names: frozenset[str], modality: Modality) -> bool:
        """Whether a word is what the verb above it says, claims or accuses somebody of."""
        if head.prep in self._lists.unsaid or word.prep in self._lists.apart:
            return False  # "sans dire si"; "said A before leaving B"
        if word.role == "parataxis" or self._scope.is_told(word):
            return bool(names & self._lists.verbs)
        if word.role == "object" and word.lemma in self._lists.rumours:
            # "dismissed claims that"
            return bool(names & (self._lists.verbs | self._lists.denying))
        if word.pos in VERBS:
            inside = word.role in ("infinitive", "gerund", "object", "adverbial")
            beside = word.role == "adverbial" and "VerbForm=Fin" in word.features
            return inside and not beside and not self._lists.alleging.isdisjoint(names)
        if word.role == "object" and modality == "denied" and names & self._lists.claiming:
            return bool(names & self._lists.denying)  # "denied any attack"
        # "a évoqué une possible reconnaissance"
        mooted = word.pos == "NOUN" and modality == "possible" and head.pos in VERBS
        answered = word.prep in self._clauses.table["dative"]  # "will answer any attack"
        mooted = mooted and not answered
        mooted = mooted and word.role in ("object", "oblique") and bool(names & self._lists.verbs)
        return mooted or (word.pos == "NOUN" and self._is_recounted(word, head, names))

    def _is_recounted(self, noun: Word, verb: Word, names: frozenset[str]) -> bool:
        """Whether an event is the object of telling: "reported an attack", "fait état de tirs".

        So is what somebody is blamed for: "blames B for the attack".
        """
        if (
            noun.role == "oblique"
            and noun.prep in self._lists.blamed_for
            and names & self._lists.blaming
        ):
            return True
        beside = self._tree.children(verb, "object", "infinitive", "attribute")
        light = {f"{verb.lemma}_{kid.lemma}" for kid in beside}
        told = noun.role == "oblique" and light & self._lists.recounting
        new = not self._scope.is_definite(noun)
        return new and bool(told or (noun.role == "object" and names & self._lists.recounting))

    def _reports(self, verb: Word) -> bool:
        return verb.pos in VERBS and bool(self._clauses.lemmas(verb) & self._lists.verbs)

    def _speaker(self, verb: Word) -> str | None:
        subjects = self._clauses.subjects(verb)
        if self._clauses.lemmas(verb) & self._lists.accusing and self._clauses.is_passive(verb):
            subjects = self._clauses.agents(verb)  # "A, accused by B of arming C"
        if self._clauses.lemmas(verb) & self._lists.quoting:
            subjects = self._clauses.objects(verb) or subjects
        after = [
            kid
            for kid in self._tree.children(verb, "object")
            if kid.index > verb.index and kid.mention is not None
        ]
        found = [word for word in subjects or after if word.text not in self._lists.nobody]
        return phrase(self._tree, self._text, found[0]) if found else None

    def _before_colon(self, word: Word) -> Word | None:
        """Return the verb that tells what stands behind its colon: "A insists: B has left"."""
        if ":" not in self._tree.spoken:  # as in most sentences
            return None
        before = self._tree.words[: word.index]
        signs = [item.index for item in before if item.text in (":", ";")]
        if not signs or before[signs[-1]].text != ":" or self._quotes.holds(word):
            return None
        verbs = [item for item in before[: signs[-1]] if item.pos in VERBS]
        if not verbs or not self._reports(verbs[-1]) or self._negation.negates(verbs[-1]):
            return None
        behind = before[verbs[-1].index : signs[-1]]
        return verbs[-1] if all(item.mention is None for item in behind) else None

    # Reporting verbs beside

    def _aside(self, word: Word) -> str | None:
        """Return the source of an aside such as ", écrit Le Monde," or ", officials say,"."""
        found = self._asides.found
        return next((source for verb, source in found if self._reach.covers(verb, word)), None)

    def _is_aside(self, verb: Word) -> bool:
        return any(verb is item for item, _ in self._asides.found)

    # Quotations

    def _quoted(self, word: Word, *, unreal: bool) -> str | None:
        """Return the speaker of a quotation, or of the sentence before where one goes on."""
        if not self._quotes.holds(word):
            return self._around.before() if unreal else None
        for verb in self._tree.words:
            if (
                not self._quotes.holds(verb)
                and (self._reports(verb) or self._clauses.lemmas(verb) & self._lists.reacting)
                and (who := self._speaker(verb))
            ):
                return who
        return self._beyond

    @cached_property
    def _beyond(self) -> str | None:
        """Who speaks in a quotation that begins or ends in another sentence."""
        closes = self._quotes.closes
        if closes is not None and (after := self._around.speaks_at(closes)) is not None:
            return after
        return self._around.before() if self._goes_on else None
