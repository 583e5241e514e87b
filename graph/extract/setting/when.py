"""When it happens: which of a sentence's dates belong to which predicate."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from graph.extract.grammar.clauses import Clauses
from graph.extract.once import frozen, once
from graph.extract.parsing.word import NOUNS, PAST, SUBJECTS, VERBS, Word
from graph.extract.setting.held import Held
from graph.extract.setting.sametime import SameTime
from graph.text.dates import DateSpan

#: Roles through which a date of the head is no date of the dependent.
_APART = frozenset({"relative", "apposition"})

#: Roles of what goes with a verb without being acted on: its date may be the verb's.
_ADJUNCTS = ("oblique", "participle", "adverbial")

#: Roles of clauses inside a noun phrase, whose dates are their own.
_CLAUSES = frozenset({"relative", "participle"})

#: Kinds of date of a term within which something is to be done.
_TERMS = ("window", "by")


class _Lists:
    """What a language says of dates, for all its sentences."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        self.quoting = frozen(cues["speech"]["opening"])
        self.during = frozen(cues["tense"]["during"])
        self.simultaneous = frozen(cues["tense"]["simultaneous"])
        self.just_after = frozen(cues["tense"]["just_after"])
        self.declaring = frozen(cues["sharing"]["declaring"])
        self.staying = frozen(cues["tense"]["staying"])
        self.ordering = frozen(cues["modality"]["requested"]["ordering"])
        self.adding = frozen(cues["tense"]["adding"])
        self.ending = frozen(cues["modality"]["denied"]["ending"]["verbs"])
        self.undoing = frozen(cues["tense"]["undoing"])


_lists = once(_Lists)


class When(Held):
    """Finds the dates of the predicates of one sentence."""

    def __init__(
        self,
        clauses: Clauses,
        spans: Sequence[DateSpan],
        text: str,
        offset: int,
        cues: Mapping[str, Any],
    ) -> None:
        """Look at a sentence with its date expressions.

        Args:
            clauses: The sentence.
            spans: Expressions, with places from the start of the sentence.
            text: The article's text.
            offset: Where the sentence starts in it.
            cues: The language's ``cues.toml``.
        """
        super().__init__(clauses, spans, text, offset, cues)
        self._lists = _lists(cues)

    @cached_property
    def _time(self) -> SameTime:
        """Whether words are of one time; asked only where something is to be dated."""
        return SameTime(self._clauses, self._cues)

    def spans(self, word: Word, *, own: bool) -> Iterator[list[DateSpan]]:
        """Yield the date expressions that may date a predicate, the surest group first.

        Args:
            word: The predicate.
            own: Whether only its own clause counts: the day a plan was announced is not its day.
        """
        if self._spans:  # most sentences have none
            yield from filter(None, self._groups(word, own=own))

    def _groups(self, word: Word, *, own: bool) -> Iterator[list[DateSpan]]:
        verbal = word.pos in VERBS
        support = None if verbal else self._clauses.support(word)
        yield self.own(word)
        yield self._embedded(word)
        yield self._of_noun(word)
        # the day on which a withdrawal to come is announced is not its day
        told = own and support is not None and self._clauses.lemmas(support) & self._lists.declaring
        if support is not None and not (told or self._time.is_prior(word)):
            yield self.own(support)
        if not verbal:
            yield self._below(word)
        yield self._beside_clause(support or word)
        yield self._behind_both(word)
        yield from self._above(word, own=own)

    def _above(self, word: Word, *, own: bool) -> Iterator[list[DateSpan]]:
        """Yield the dates of what a predicate hangs from, as long as they are of its time too."""
        at = word
        for head in self._scope.above(word):
            same = self._time.is_there(at) or self._time.is_feat(at, head)
            if at.role in _APART and (same or self._time.goes_on(at, head)):
                yield self._at(self._scope.governor(head))
            after = at.prep in self._lists.just_after and word.lemma in self._clauses.companions
            if at.role in _APART or (not after and self._time.is_apart(at, head, own=own)):
                return
            if at.role == "conjunct" and at.pos in VERBS:
                if "Tense=Pres" in at.features and "Tense=Pres" not in head.features:
                    return  # what happens now has no date of what happened
                yield self._shared(at, head)
            else:
                # What is counted up to one thing is no date of another that hangs from it, and who
                # answers "in turn" tells of what was before.
                barred = at.role == "complement"
                held = [span for span in self.own(head) if not span.forward]
                yield [span for span in held if span.kind != "then" or not barred]
                yield self._of_noun(head) if head.pos in VERBS else []
                yield self._beside_clause(head)
            at = head
        if not own and self.is_main(word):
            yield self._before_colon(word)

    def _embedded(self, verb: Word) -> list[DateSpan]:
        """Return the dates of what a verb ends or one travels for, the weekdays of what it orders.

        "Stopped selling in May", "comes to sign it in June"; "ordered B to leave on Monday" was
        said on that day.
        """
        names = self._clauses.lemmas(verb)
        told = self._tree.children(verb, "infinitive", "gerund")
        spans = [span for kid in told for span in self.own(kid)]
        if not names.isdisjoint(self._lists.ending):
            return spans
        if self._clauses.is_of("journeying", verb):
            aims = [kid for kid in self._tree.children(verb, "adverbial") if _is_aim(kid)]
            return spans + [span for kid in aims for span in self.own(kid)]
        ordered = not names.isdisjoint(self._lists.ordering)
        return [span for span in spans if ordered and span.weekday is not None]

    def _of_noun(self, word: Word) -> list[DateSpan]:
        """Return the dates of a noun that a verb carries: "the attack of 7 May, launched by".

        So are what is said in it, and what happened in it: "Monday's speech by A, who said".
        """
        nouns = [word, *self._tree.children(word, "object")]
        above = self._tree.head(word)
        if word.role in ("participle", "relative") and above is not None:
            nouns.append(above)
        if word.role == "relative" and above is not None and above.role == "oblique":
            nouns.append(self._tree.words[above.head])
        dated = [noun for noun in nouns if noun.index in self._owners.dated]
        undone = not self._lists.undoing.isdisjoint(self._clauses.lemmas(word))
        return [
            span
            for noun in dated
            if noun is word or self._time.is_of(word, noun)
            for span in self._owners.dated[noun.index]
            if noun is word or not (undone and _is_coarse(span))
        ]

    def _shared(self, verb: Word, first: Word) -> list[DateSpan]:
        """Return the dates of a verb that hold for one coordinated with it too.

        Those are the dates told before it; of a verb with a subject of its own only those that open
        the sentence.
        """
        subjects = self._tree.children(first if self._has_subject(verb) else verb, *SUBJECTS)
        edge = min([verb.start, *(word.start for word in subjects)])
        return [span for span in self.own(first) if span.start + self._offset < edge]

    def _has_subject(self, verb: Word) -> bool:
        return bool(self._tree.children(verb, *SUBJECTS))

    def _before_colon(self, word: Word) -> list[DateSpan]:
        """Return the dates told before a colon, behind which the same is told in detail."""
        before = self._tree.words[: word.index]
        colons = [item.index for item in before if item.text in (":", ";")]
        if not colons or before[colons[-1]].text != ":" or self._opens_quote(colons[-1]):
            return []
        dated = [item for item in before[: colons[-1]] if self.own(item)]
        return self.own(dated[-1]) if dated else []

    def _opens_quote(self, colon: int) -> bool:
        return any(
            item.text in self._lists.quoting for item in self._tree.words[colon + 1 : colon + 2]
        )

    def _at(self, place: Word | None) -> list[DateSpan]:
        """Return the dates of a verb, or of being somewhere: "was in Rome on Monday, where he"."""
        verbs = self._tree.children(place, "copula") if place is not None else []
        return [span for word in (place, *verbs) for span in self.own(word)]

    def _below(self, noun: Word) -> list[DateSpan]:
        """Return the first date in a noun phrase: "l'anniversaire des relations (1948-2023)"."""
        kids = self._tree.subtree(noun, barring=_CLAUSES)
        kids += [
            low
            for kid in self._tree.children(noun, "participle")
            for low in (kid, *self._tree.subtree(kid, barring=_CLAUSES))
        ]
        inside = {word.index for word in kids}
        return [span for word, span in self._owners.first if word.index in inside][:1]

    def _beside_clause(self, verb: Word) -> list[DateSpan]:
        """Return the dates of what a verb goes with: "dans une lettre datée de", "arrivé hier"."""
        if verb.pos not in VERBS:
            return []
        acting = self._tree.children(verb, *SUBJECTS)
        held = [kid for word in acting for kid in self._met(word)]
        if any(kid.text in self._lists.adding for kid in self._tree.children(verb, "adverb")):
            # "A, who met B on Monday, also signed a pact"
            held += [kid for word in acting for kid in self._tree.children(word, "relative")]
        if found := [span for kid in held if kid.index < verb.index for span in self.own(kid)]:
            return found
        for kid in self._tree.children(verb, *_ADJUNCTS):
            markers = {item.text for item in self._tree.children(kid, "marker")}
            if kid.index > verb.index and kid.role != "oblique" and not markers:
                continue
            if kid.role == "adverbial" and markers and markers.isdisjoint(self._lists.simultaneous):
                continue
            if kid.role == "oblique":
                if kid.prep not in self._lists.during:
                    continue  # "under a treaty signed in 2015"
                found = [s for p in self._tree.children(kid, "participle") for s in self.own(p)]
            else:
                found = [] if self._is_of_oblique(kid) else self._shared_by(kid)
            if found:
                return found
        return []

    def _shared_by(self, clause: Word) -> list[DateSpan]:
        """Return the dates of a participle that its verb shares: "received on Monday, A met B".

        What made somebody what he is has but a year, or a month: "elected in 2023, A met B".
        """
        spans = self.own(clause)
        if not clause.features >= PAST or self._tree.children(clause, "auxiliary"):
            return spans
        stays = not self._clauses.lemmas(clause).isdisjoint(self._lists.staying)
        return [s for s in spans if not _is_coarse(s) or (stays and s.month is not None)]

    def _is_of_oblique(self, participle: Word) -> bool:
        """Whether a participle stands behind a noun that it describes: "under a law passed in"."""
        before = [item for item in self._tree.words[: participle.index] if item.pos in NOUNS]
        passive = "Tense=Past" in participle.features
        return passive and bool(before) and before[-1].role == "oblique"

    def _met(self, actor: Word) -> list[Word]:
        """Return the participles that tell where an actor was: "A, received on Monday in B,"."""
        named = (actor, *self._tree.children(actor, "apposition", "flat"))
        kids = [kid for word in named for kid in self._tree.children(word, "participle")]
        return [
            kid for kid in kids if not self._clauses.lemmas(kid).isdisjoint(self._lists.staying)
        ]

    def _behind_both(self, verb: Word) -> list[DateSpan]:
        """Return the dates behind what two verbs share: "has armed and sheltered A since 1975".

        A term is shared by all: "to resume relations and reopen their missions within a month"; so
        is a day behind two acts told in one breath: "expelled A's envoy and recalled its own on
        Monday".
        """
        others = [kid for kid in self._tree.children(verb, "conjunct") if kid.pos in VERBS]
        if verb.pos not in VERBS or not others or self._has_subject(others[0]):
            return []
        shares = not self._tree.children(verb, "object", "oblique")
        edge = others[0].start - self._offset
        behind = [span for span in self.own(others[0]) if span.start > edge]
        last = [span for span in behind if self._ends_both(verb, others, span)]
        return [s for s in behind if shares or s.kind in _TERMS or s in last]

    def _ends_both(self, verb: Word, others: Sequence[Word], span: DateSpan) -> bool:
        """Whether a day stands behind two acts told in one breath, and what they were done to."""
        if len(others) > 1 or span.kind != "calendar" or not self.is_narrative(verb):
            return False
        acted_on = self._tree.children(others[0], "object", "oblique")
        told = any(kid.end <= span.start + self._offset for kid in acted_on)
        return told and self._scope.tense(verb) == self._scope.tense(others[0])


def _is_aim(clause: Word) -> bool:
    """Whether a clause tells what for, by a bare infinitive: "to sign it"."""
    return "VerbForm=Inf" in clause.features


def _is_coarse(span: DateSpan) -> bool:
    """Whether a date is only a year, or a month of one."""
    dated = span.kind == "calendar" and (span.year is not None or span.month is not None)
    return dated and span.day is None and span.weekday is None
