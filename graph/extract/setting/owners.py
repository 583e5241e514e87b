"""Which word of a sentence each date expression hangs from."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from graph.extract.grammar.scope import Scope
from graph.extract.parsing.tree import Tree
from graph.extract.parsing.word import NOUNS, PAST, VERBS, Word
from graph.extract.setting.around import clause_behind, outside, words_before
from graph.extract.setting.lists import date_lists
from graph.text.dates import DateSpan

#: Signs behind which all is told anew.
_BREAKS = (";", ":")

#: Signs at which a clause ends.
_STOPS = (",", *_BREAKS)

#: Kinds of date of what goes on: "a member since 1952".
_LASTING = ("since", "window", "between")

#: Kinds of date of what happens once.
_POINTS = ("calendar", "numeric", "shift", "vague", "weekend", "block")

#: Parts of speech of what stands between a count and what it counts from.
_TIES = ("ADP", "SCONJ")

#: Roles of words that have no date of their own.
_AUXILIARY = ("auxiliary", "passive_auxiliary")

#: Roles of nouns inside the phrase of another.
_INSIDE = ("compound", "flat", "possessor", "modifier", "oblique")

#: How many words before a date may rank what it is the measure of, and what shows a rank.
_RANKED, _RANKS = 10, frozenset({"Degree=Sup", "NumType=Ord"})

#: Roles of clauses of which what was said, not the saying, has a date.
_SAID = ("infinitive", "complement", "gerund", "participle", "adverbial")

#: How many words behind a genitive its noun is looked for.
_NEAR = 4


class Owners:
    """Finds the predicate that each date expression of a sentence dates."""

    def __init__(
        self,
        tree: Tree,
        spans: Sequence[DateSpan],
        text: str,
        offset: int,
        cues: Mapping[str, Any],
    ) -> None:
        """Look at a sentence.

        Args:
            tree: The sentence.
            spans: Expressions, with places from the start of the sentence.
            text: The article's text.
            offset: Where the sentence starts in it.
            cues: The language's ``cues.toml``.
        """
        self._tree, self._scope = tree, Scope(tree)
        self._text, self._lists = text, date_lists(cues)
        self.owned: dict[int, list[DateSpan]] = {}
        """The dates of a predicate's own, by its index."""
        self.first: list[tuple[Word, DateSpan]] = []
        """Every expression with the word that it stands at."""
        self.dated: dict[int, list[DateSpan]] = {}
        """The dates that are part of a noun's phrase, by its index: "the attack of 7 May"."""
        for span in spans:
            self._place(span, offset)
            self._place_behind(span, offset)

    def _place(self, span: DateSpan, offset: int) -> None:
        start, end = span.start + offset, span.end + offset
        ranked = span.kind in _LASTING and self._is_ranked(start)
        words = [word for word in self._tree.words if word.start < end and start < word.end]
        shown = bool(words)
        words = words or self._beside(start)
        if not words:
            return
        if not ranked or span.kind == "between":
            self.first.append((words[0], span))
        if shown and span.kind == "since" and span.parts:  # "since A left B in March"
            self._give(self._first_verb(words), span.parts[0])
        if shown and span.kind == "offset":  # "a day after the raid of 3 May"
            self._give(self._counted(words), span.parts[0])
        if ranked:
            return  # "the worst raid since 1975" was not in 1975, nor since
        if span.forward or self._is_cleft(start, end):
            self._give(self._behind(end), span)
            return
        owner = self._owner(words) if shown else self._governor(words[0])
        noun = self._noun(span, start, end)
        if noun is not None:
            self.dated.setdefault(noun.index, []).append(span)
        if noun is not None and not self._goes_with(noun, coarse=_is_coarse(span)):
            return
        aside = owner is not None and self._is_aside(span, words[0], owner)
        if owner is not None and not aside and not self._is_of_career(span, start, owner):
            said = self._is_of_saying(owner, start)
            self._give(self._sayer(owner) if said else owner, span)

    def _place_behind(self, span: DateSpan, offset: int) -> None:
        """Give a date to the clause behind it too: "on Friday, when A left B"."""
        word = clause_behind(self._tree.words, span.end + offset, self._lists.alongside)
        verb = self._governor(word) if word is not None else None
        if word is None or verb is None or verb.index < word.index:
            return
        self._give(verb, span.parts[0] if span.kind == "since" and span.parts else span)

    def _is_of_saying(self, verb: Word, start: int) -> bool:
        """Whether a date is of what something is said in: "in a statement released on Monday"."""
        named = words_before(self._text, start)
        ends = [named[word] for word in named.keys() & self._lists.media]
        published = verb.features >= PAST and any(0 < verb.start - end <= 1 for end in ends)
        return published or any(verb.end <= end for end in ends)

    def _sayer(self, verb: Word) -> Word:
        """Return the verb of saying that a verb stands below, or else of its main clause."""
        chain = [verb, *(word for word in self._scope.above(verb) if word.pos in VERBS)]
        for word in chain:
            if word.lemma in self._lists.saying or word.role not in _SAID:
                return word
        return verb

    def _give(self, owner: Word | None, span: DateSpan) -> None:
        if owner is not None:
            self.owned.setdefault(owner.index, []).append(span)

    def _is_ranked(self, start: int) -> bool:
        """Whether what stands before a date ranks something: "the first visit since 1949"."""
        before = [word for word in self._tree.words if word.end <= start][-_RANKED:]
        stops = [at for at, word in enumerate(before) if word.text in _STOPS]
        near = before[stops[-1] + 1 :] if stops else before
        spoken = any(word.mention is None and not _RANKS.isdisjoint(word.features) for word in near)
        return spoken or not self._lists.ranking.isdisjoint(words_before(self._text, start))

    def _is_cleft(self, start: int, end: int) -> bool:
        """Whether a date is set off before its clause: "it was in 1979 that A left B"."""
        behind = next((word for word in self._tree.words if word.start >= end), None)
        if behind is None or behind.text not in self._lists.cleft:
            return False
        before = [word for word in self._tree.words if word.end <= start][-1:]
        return any(word.pos == "AUX" for word in before)

    def _behind(self, end: int) -> Word | None:
        """Return what a count up to something counts to: "three days after A left B", "the vote".

        That is the first verb of its clause, or its first noun where it has none.
        """
        noun = None
        for word in self._tree.words:
            if word.start < end:
                continue
            if word.text in _STOPS:
                break
            if word.pos in VERBS and word.role not in _AUXILIARY:
                return word
            if noun is None and word.pos in NOUNS and word.mention is None:
                noun = word
        return noun

    def _counted(self, words: Sequence[Word]) -> Word | None:
        """Return what an expression with a date of its own counts from: "a day after the raid"."""
        ties = [word for word in words if word.pos in _TIES]
        return self._behind(ties[0].end) if ties else None

    def _first_verb(self, words: Sequence[Word]) -> Word | None:
        """Return the finite verb among the words of an expression."""
        finite = (word for word in words if "VerbForm=Fin" in word.features)
        verb = next(finite, None)
        return self._governor(verb) if verb is not None else None

    def _beside(self, start: int) -> list[Word]:
        """Return the word that a date not shown to the parser goes with.

        That is the word before it; of a date that opens the sentence the root, of one that opens
        a later clause the word behind it.
        """
        before = outside([word for word in self._tree.words if word.end <= start])
        spoken = [word for word in before if word.pos != "PUNCT"]
        if not spoken:
            opening = [word for word in self._tree.words if not self._scope.above(word)]
            return [word for word in opening if word.pos in VERBS][:1] or opening[:1]
        if before[-1].text in _BREAKS or spoken[-1].role == "coordinator":
            behind = [w for w in self._tree.words if w.start >= start and w.pos != "PUNCT"]
            joined = [word for word in spoken if word.role != "coordinator"]
            return behind[:1] or joined[-1:]  # "in 2021 and in 2022."
        return spoken[-1:]

    def _governor(self, word: Word) -> Word | None:
        """Return a word itself if it is a verb or the root, else the first such word above it."""
        chain = (word, *self._tree.ancestors(word))
        bearing = (item for item in chain if item.role not in _AUXILIARY)
        return next((item for item in bearing if item.pos in VERBS or item.role == "root"), None)

    def _noun(self, span: DateSpan, start: int, end: int) -> Word | None:
        """Return the noun that a date is a part of: "the talks of Monday", "Monday's talks"."""
        before = [word for word in self._tree.words if word.end <= start]
        if before and _is_coarse(span) and (judged := self._judged(before[-1])) is not None:
            return judged
        if span.kind not in _POINTS:
            return None
        if before and span.year and (past := self._preceding(before[-1])) is not None:
            return past
        if self._text[start:end].lower().split()[0].startswith(self._lists.genitive):
            named = next((word for word in reversed(before) if word.pos != "ADJ"), None)
            return named if named is not None and named.pos in NOUNS else None
        if self._text[end : end + 2] in ("'s", "’s"):
            behind = [word for word in self._tree.words if word.start > end]
            found = (word for word in behind[:_NEAR] if word.pos in NOUNS)
            # "Monday's wave of strikes" is of strikes
            return next((w for w in found if w.lemma not in self._lists.counting), None)
        return None

    def _judged(self, word: Word) -> Word | None:
        """Return what a word stands in that somebody is judged for: "blamed for the raids in"."""
        chain = (word, *self._tree.ancestors(word))
        nouns = takewhile(lambda item: item.pos not in VERBS, chain)
        return next((n for n in nouns if n.pos in NOUNS and n.prep in self._lists.judging), None)

    def _preceding(self, word: Word) -> Word | None:
        """Return what a word stands in that came before: "left after the invasion of B in"."""
        chain = (word, *self._tree.ancestors(word))
        nouns = takewhile(lambda item: item.pos not in VERBS, chain)
        past = next((n for n in nouns if n.pos == "NOUN" and n.prep in self._lists.sequel), None)
        held = self._tree.subtree(past) if past is not None else []
        told = any("Definite=Def" in kid.features or kid.mention is not None for kid in held)
        return past if told and past is not None and past.mention is None else None

    def _goes_with(self, noun: Word, *, coarse: bool) -> bool:
        """Whether a noun phrase is of the time of its verb: "at the talks of Monday".

        Who leaves the accord of some year does not leave it then.
        """
        at = noun
        while at.role in _INSIDE and (head := self._tree.head(at)) is not None:
            if head.pos not in NOUNS:
                break
            at = head
        during = self._lists.inside if coarse else self._lists.during
        return at.role == "root" or (at.role == "oblique" and at.prep in during)

    def _owner(self, words: Sequence[Word]) -> Word | None:
        """Return the verb, or the root, that the words of a date hang from."""
        inside = {word.index for word in words}
        tops = [word for word in words if word.pos != "ADP" and word.head not in inside]
        for word in tops or words:
            for head in self._tree.ancestors(word):
                if head.index not in inside and (head.pos in VERBS or head.role == "root"):
                    return head
        return None

    def _is_aside(self, span: DateSpan, word: Word, owner: Word) -> bool:
        """Whether an expression dates what stands beside the predicate only.

        "Turkey, a member since 1952, recalled"; "ahead of elections in November, Georgia expelled".
        """
        if word is owner:
            return False
        if word.index > owner.index:
            return span.kind in _LASTING and self._is_between_commas(word)
        chain = [word, *self._tree.ancestors(word)]
        below = chain[: chain.index(owner)] if owner in chain else [word]
        if any(not self._lists.ahead.isdisjoint((item.prep, item.text)) for item in below):
            return True
        between = self._tree.words[word.index + 1 : owner.index]
        nominal = word.pos in ("NOUN", "PROPN", "ADJ")
        return span.kind in _LASTING and nominal and any(item.text == "," for item in between)

    def _is_of_career(self, span: DateSpan, start: int, owner: Word) -> bool:
        """Whether a date tells when somebody became what he is: « élu en 2023, A a reçu B »."""
        if span.kind not in ("calendar", "shift") or owner.text in self._lists.career:
            return False
        return not self._lists.career.isdisjoint(words_before(self._text, start))

    def _is_between_commas(self, word: Word) -> bool:
        """Whether a word ends a phrase between two commas: "told A, in power since 2013, to"."""
        words = self._tree.words
        behind = next((item for item in words[word.index + 1 :]), None)
        opens = next((item for item in reversed(words[: word.index]) if item.text == ","), None)
        if opens is None or behind is None or behind.text != ",":
            return False
        inner = words[opens.index + 1 : word.index + 1]
        plain = all(item.pos not in VERBS and item.mention is None for item in inner)
        return plain and words[opens.index - 1].mention is not None


def _is_coarse(span: DateSpan) -> bool:
    """Whether an expression names years, which what is news today is not dated with."""
    years = span.kind == "calendar" and (span.month, span.weekday, span.day) == (None, None, None)
    return years or span.kind in ("decade", "century", "between")
