"""Who says so: reporting verbs, "selon", quotation marks, what a speaker went on to say."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from graph.extract.clauses import Clauses
from graph.extract.quotes import Quotes, spoken
from graph.extract.scope import Scope
from graph.extract.tree import Word
from graph.model import Modality, Sentence

_VERBS = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "ADV")
_APART = ("relative", "participle", "adverbial")

#: Roles of words that do not belong to the name of a source.
_BARRED = frozenset({"relative", "participle", "apposition", "parataxis"})


class Who:
    """Finds the sources that one sentence names."""

    def __init__(
        self,
        clauses: Clauses,
        cues: Mapping[str, Any],
        text: str,
        sentence: Sentence,
        before: str | None,
    ) -> None:
        """Look at a sentence.

        Args:
            clauses: The sentence.
            cues: The language's ``cues.toml``.
            text: The article's text.
            sentence: Where it stands.
            before: Who spoke in the sentence before, in the same paragraph.
        """
        self._clauses = clauses
        self._tree = clauses.tree
        self._scope = Scope(clauses.tree)
        self._speech, self._modality = cues["speech"], cues["modality"]
        self._verbs = frozenset(self._speech["verbs"])
        self._claiming = frozenset(self._speech["claiming"])
        self._accusing = frozenset(self._speech["accusing"])
        self._quoting = frozenset(self._speech["quoting"])
        self._nobody = frozenset(self._speech["nobody"])
        self._unsaid = frozenset(cues["negation"]["prepositions"])
        self._asking = frozenset(cues["modality"]["requested"]["verbs"])
        self._text = text
        self._sentence = sentence
        self._before = before
        self._quotes = Quotes(self._speech, text, sentence)

    def source(self, word: Word, modality: Modality, *, unreal: bool) -> str | None:
        """Return to whom the text ascribes what a predicate says, as written, or None.

        Args:
            word: The predicate.
            modality: Whether it happened.
            unreal: Whether it is told in the conditional, as hearsay is.
        """
        according = self._according(word)
        if according and according[0].lower() in self._speech["citing"]:
            return according[1]
        reporting = self._reporting(word, modality)
        if according and reporting and self._is_inside(according[0], reporting, word):
            return according[1]
        named = (self._speaker(reporting) if reporting else None) or self._aside(word)
        return named or (according[1] if according else None) or self._quoted(word, unreal=unreal)

    @property
    def speaker(self) -> str | None:
        """Who speaks in the sentence, to whom the next one may go on to be ascribed."""
        found = [
            verb for verb in self._tree.words if self._reports(verb) and not self._is_aside(verb)
        ]
        outside = [verb for verb in found if not self._quotes.holds(verb)]
        spoken_by = [name for verb in outside if (name := self._speaker(verb))]
        if spoken_by:
            return spoken_by[0]
        if self._asides:
            return self._asides[0][1]
        return self._before if self._quotes.is_whole or self._quotes.is_continued else None

    # Reporting verbs above

    def _is_inside(self, cue: str, reporting: Word, word: Word) -> bool:
        """Whether a phrase stands in what a verb reports: "writes that, according to A, B left"."""
        found = [start for start, known, _ in self._sources if known == cue]
        return any(reporting.start < start < word.start for start in found)

    def _reporting(self, word: Word, modality: Modality) -> Word | None:
        """Return the reporting verb above the predicate that has it for its content."""
        at = word
        for head in self._scope.above(word):
            names = self._clauses.lemmas(head)
            if modality == "requested" and names & self._asking:
                return None  # "insists that X send": who asks has not said that it is so
            if self._is_said(at, head, names, modality):
                return head
            if at.role in _APART:
                return None
            at = head
        return None

    def _is_said(self, word: Word, head: Word, names: frozenset[str], modality: Modality) -> bool:
        """Whether a word is what the verb above it says, claims or accuses somebody of."""
        if head.prep in self._unsaid:
            return False  # "sans dire si"
        if word.role == "parataxis" or self._scope.is_told(word):
            return bool(names & self._verbs)
        if word.pos in _VERBS:
            inside = word.role in ("infinitive", "gerund", "object", "adverbial")
            return inside and bool(names & (self._claiming | self._accusing))
        # "a évoqué une possible reconnaissance"
        mooted = word.pos == "NOUN" and modality == "possible" and head.pos in _VERBS
        return mooted and word.role in ("object", "oblique") and bool(names & self._verbs)

    def _reports(self, verb: Word) -> bool:
        return verb.pos in _VERBS and bool(self._clauses.lemmas(verb) & self._verbs)

    def _speaker(self, verb: Word) -> str | None:
        subjects = self._clauses.subjects(verb)
        if self._clauses.lemmas(verb) & self._accusing and self._clauses.is_passive(verb):
            subjects = self._clauses.agents(verb)  # "A, accused by B of arming C"
        if self._clauses.lemmas(verb) & self._quoting:
            subjects = self._clauses.objects(verb) or subjects
        after = [
            kid
            for kid in self._tree.children(verb, "object")
            if kid.index > verb.index and kid.mention is not None
        ]
        found = [word for word in subjects or after if word.text not in self._nobody]
        return self._phrase(found[0]) if found else None

    def _phrase(self, word: Word) -> str:
        words = self._tree.subtree(word, barring=_BARRED)
        words = [w for w in words if w is word or w.role not in ("punctuation", "preposition")]
        start, end = min(w.start for w in words), max(w.end for w in words)
        phrase = " ".join(self._text[start:end].split()).rstrip(" ,")
        clitic = word.pos == "PRON" and len(words) == 1  # "a-t-elle": "elle"
        return phrase.lstrip("-").removeprefix("t-") if clitic else phrase

    # Reporting verbs beside

    def _aside(self, word: Word) -> str | None:
        """Return the source of an aside such as ", écrit Le Monde," or ", officials say,"."""
        if any(item.role == "relative" for item in (word, *self._scope.above(word))):
            return None
        for verb, source in self._asides:
            first, last = sorted((verb.index, word.index))
            between = self._tree.words[first:last]
            parted = any(item.text in (";", ":") for item in between)
            turned = first == verb.index and any(i.role == "coordinator" for i in between)
            if word is not verb and not parted and not turned:
                return source
        return None

    @cached_property
    def _asides(self) -> list[tuple[Word, str]]:
        return [
            (verb, source)
            for verb in self._tree.words
            if (source := self._inverted(verb) or self._inserted(verb))
        ]

    def _is_aside(self, verb: Word) -> bool:
        return any(verb is item for item, _ in self._asides)

    def _inverted(self, verb: Word) -> str | None:
        """Return the source behind a verb that opens an aside: ", a déclaré le ministre"."""
        before = self._left(verb)
        if not before or before[-1].text not in self._pauses or not before[:-1]:
            return None
        names = self._clauses.lemmas(verb, verbal=verb.prep is None)
        if not names & self._verbs or names & (self._accusing | set(self._speech["addressing"])):
            return None
        run = [w for w in self._until_pause(verb) if w.pos in _NOMINAL]
        named = [w for w in run if w.pos in ("NOUN", "PROPN") and self._can_speak(w)]
        if not named or named[0].prep not in (None, "de"):
            return None
        first = next(w for w in run if w.pos not in ("ADV", "ADP"))
        if "Poss=Yes" in first.features:
            return None  # ", recalled its ambassador" is no aside
        led = next((w for w in run if w.pos == "ADP" and self._leads_off(w)), None)
        last = run[-1] if led is None or led.index <= named[0].index else run[run.index(led) - 1]
        return " ".join(self._text[first.start : last.end].split())

    def _leads_off(self, preposition: Word) -> bool:
        """Whether what a preposition introduces is no part of a name: "a diplomat to reporters"."""
        head = self._tree.head(preposition)
        return head is not None and head.prep in self._clauses.table["dative"]

    def _left(self, verb: Word) -> list[Word]:
        """Return the words before a verb and its auxiliaries and clitics."""
        at = verb.index
        while at and self._tree.words[at - 1].role in ("reflexive", "adverb"):
            at -= 1
        while at and self._tree.words[at - 1].text in self._speech["supports"]:
            at -= 1
        return list(self._tree.words[:at])

    def _until_pause(self, verb: Word) -> Iterator[Word]:
        for word in self._tree.words[verb.index + 1 :]:
            if word.text in (*self._pauses, ".", ":", ";") or word.role == "coordinator":
                return
            if word.pos in _VERBS and word.role != "infinitive":
                return
            yield word

    @cached_property
    def _pauses(self) -> tuple[str, ...]:
        return (",", "–", "—", *self._speech["closing"])

    def _can_speak(self, word: Word) -> bool:
        people = set(self._speech["people"])
        return (
            word.mention is not None
            or word.pos == "PROPN"
            or bool({word.lemma, word.text} & people)
        )

    def _inserted(self, verb: Word) -> str | None:
        """Return the subject of an aside with nothing behind its verb: ", he says,"."""
        if not self._reports(verb):
            return None
        subjects = self._tree.children(verb, "subject")
        behind = self._tree.words[verb.index + 1 : verb.index + 2]
        closed = not behind or behind[0].text in (*self._pauses, ".", ";")
        if not subjects or not closed or subjects[0].index > verb.index or self._is_modal(verb):
            return None
        first = min(w.index for w in self._tree.subtree(subjects[0], barring=_BARRED))
        opens = first > 0 and self._tree.words[first - 1].text in self._pauses
        return self._phrase(subjects[0]) if opens else None

    def _is_modal(self, verb: Word) -> bool:
        """Whether a verb tells what will or may be said: ", Nato will respond" is no aside."""
        modals = {verb for table in self._modality.values() for verb in table["verbs"]}
        auxiliaries = self._tree.children(verb, "auxiliary")
        return any(self._clauses.lemmas(item) & modals for item in auxiliaries)

    # Phrases

    def _according(self, word: Word) -> tuple[str, str] | None:
        """Return the cue and the source of a phrase such as "selon" that scopes over a word."""
        cited = [item for item in self._sources if item[1].lower() in self._speech["citing"]]
        for start, cue, source in (*cited, *self._sources):
            if self._reaches(start, word):
                return cue, source
        return None

    @cached_property
    def _sources(self) -> list[tuple[int, str, str]]:
        found = spoken(self._speech).finditer(self._text, self._sentence.start, self._sentence.end)
        return [(m.start(), m["cue"], self._named(m)) for m in found]

    def _named(self, phrase: re.Match[str]) -> str:
        """Return the source of a phrase: of "the reports according to which", the reports."""
        source = " ".join(phrase["source"].split())
        if source.split(" ")[0].lower() not in self._speech["relatives"]:
            return source
        before = [w for w in self._tree.words if w.end <= phrase.start() and w.pos == "NOUN"]
        return self._phrase(before[-1]) if before else source

    def _reaches(self, start: int, word: Word) -> bool:
        """Whether a phrase is said of a predicate: all of its clause, or what hangs from it."""
        before = [w for w in self._tree.words if w.start < start]
        last = next((w for w in reversed(before) if w.pos != "PUNCT" or w.text == ";"), None)
        if last is None or last.text == ";":
            ahead = self._tree.words[last.index + 1 if last else 0 : word.index]
            return word.start > start and all(w.text != ";" for w in ahead)
        chain = (last, *self._scope.above(last))
        clause = next((w for w in chain if w.pos in _VERBS or w.role in _APART), chain[-1])
        if clause.role in _APART or clause.role == "conjunct":
            return word is clause or clause in self._scope.above(word)
        return word is clause or chain[-1] in (word, *self._scope.above(word))

    # Quotations

    def _quoted(self, word: Word, *, unreal: bool) -> str | None:
        """Return the speaker of a quotation, or of the sentence before where one goes on."""
        if not self._quotes.holds(word):
            return self._before if unreal else None
        for verb in self._tree.words:
            if (
                not self._quotes.holds(verb)
                and self._reports(verb)
                and (who := self._speaker(verb))
            ):
                return who
        return self._before if self._quotes.is_whole or self._quotes.is_continued else None
