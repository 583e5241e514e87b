"""Asides that tell who speaks: ", a déclaré le ministre", ", officials say,"."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from graph.extract.attribution.lists import telling_lists
from graph.extract.grammar.clauses import Clauses
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import NO_VERB, NOUNS, SUBJECTS, VERBS

_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "ADV")

#: Words behind the place of a verb up to its clitic: "affirme", "-t", "-elle".
_CLITIC = 3

#: The pauses before and behind what is told beside a clause.
_AROUND = ("before", "behind")

#: Features of a participle that goes on with what somebody does: "saying", « affirmant ».
_GOING_ON = frozenset({"Tense=Pres", "VerbForm=Part"})

#: Roles of words that do not belong to the name of a source.
_BARRED = frozenset({"relative", "participle", "apposition", "parataxis"})


def phrase(tree: Tree, text: str, word: Word) -> str:
    """Return a source as written.

    Args:
        tree: The sentence.
        text: The article's text.
        word: The word for whoever speaks.
    """
    words = tree.subtree(word, barring=_BARRED)
    words = [w for w in words if w is word or w.role not in ("punctuation", "preposition")]
    start, end = min(w.start for w in words), max(w.end for w in words)
    found = " ".join(text[start:end].split()).rstrip(" ,")
    clitic = word.pos == "PRON" and len(words) == 1  # "a-t-elle": "elle"
    return found.lstrip("-").removeprefix("t-") if clitic else found


class Asides:
    """Finds the asides of one sentence."""

    def __init__(self, clauses: Clauses, cues: Mapping[str, Any], text: str) -> None:
        """Look at a sentence with the language's ``cues.toml``, and the article's text."""
        self._clauses, self._tree, self._text = clauses, clauses.tree, text
        self._speech, self._modality = cues["speech"], cues["modality"]
        self._lists = telling_lists(cues)
        self._verbs, self._pauses = self._lists.telling, self._lists.pauses

    @cached_property
    def found(self) -> list[tuple[Word, str]]:
        """The verbs of asides, each with the source that it names; all have a pause before."""
        first = next((at for at, w in enumerate(self._tree.words) if w.text in self._pauses), None)
        behind = self._tree.words[first + 1 :] if first is not None else ()
        return [
            (verb, source)
            for verb in behind
            if verb.pos not in NO_VERB
            and self._is_at_edge(verb)
            and self._may_tell(verb)
            and (
                source := self._heard(verb)
                or self._clitic(verb)
                or self._inverted(verb)
                or self._inserted(verb)
                or self._mistaken(verb)
            )
        ]

    def _is_at_edge(self, word: Word) -> bool:
        """Whether a word, behind others, may open an aside or close it: what is beside it tells."""
        before = self._tree.words[word.index - 1]
        behind = self._tree.words[word.index + 1 : word.index + 2]
        opens = before.text in self._pauses or self._leans(before)
        return opens or not behind or self._is_end(behind[0], ".", ";")

    def _may_tell(self, word: Word) -> bool:
        """Whether a word has the name of a verb of telling."""
        return (
            word.text in self._verbs
            or self._behind_another(word) in self._verbs
            or not self._verbs.isdisjoint(self._clauses.lemmas(word, verbal=word.prep is None))
        )

    def _clitic(self, verb: Word) -> str | None:
        """Return the pronoun behind a verb, or its auxiliary: ", dit-il", ", a-t-elle ajouté"."""
        before = self._left(verb)
        beside = self._tree.words[len(before) : verb.index + _CLITIC]
        if verb.pos not in VERBS or self._verbs.isdisjoint(self._names(verb)):
            return None
        if not before[:-1] or before[-1].text not in self._pauses:
            return None
        found = [word for word in beside if word.text in self._speech["clitics"]]
        return phrase(self._tree, self._text, found[0]) if found else None

    def _names(self, verb: Word) -> frozenset[str]:
        """Return the names of a verb with those it has behind another: "laisser entendre"."""
        named = self._clauses.lemmas(verb, verbal=verb.prep is None)
        return named | {self._behind_another(verb)}

    def _behind_another(self, verb: Word) -> str:
        """Return the name of a verb behind the word before it."""
        before = self._tree.words[max(0, verb.index - 1)]
        return f"{before.lemma}_{verb.lemma}"

    def _inverted(self, verb: Word) -> str | None:
        """Return the source behind a verb that opens an aside: ", a déclaré le ministre"."""
        before = self._left(verb)
        if not before or before[-1].text not in self._pauses or not before[:-1]:
            return None
        names = self._names(verb)
        if self._verbs.isdisjoint(names) or not self._lists.charging.isdisjoint(names):
            return None
        if verb.features >= _GOING_ON:
            return None  # ", complaining that B was rude" is of who did the rest
        run = [w for w in self._until_pause(verb) if w.pos in _NOMINAL]
        named = [w for w in run if w.pos in ("NOUN", "PROPN") and self._can_speak(w)]
        if not named or named[0].prep not in (None, "de"):
            return None
        first = next(w for w in run if w.pos not in ("ADV", "ADP"))
        if self._is_content(verb, run, named[0]):
            return None
        led = next((w for w in run if w.pos == "ADP" and self._leads_off(w)), None)
        last = run[-1] if led is None or led.index <= named[0].index else run[run.index(led) - 1]
        return " ".join(self._text[first.start : last.end].split())

    def _is_content(self, verb: Word, run: list[Word], named: Word) -> bool:
        """Whether what follows a verb is what it says or does, no source.

        So it is in ", recalled its ambassador", and « A, affaibli, a juré la perte de B ».
        """
        first = next(w for w in run if w.pos not in ("ADV", "ADP"))
        his = "Poss=Yes" in first.features
        if his and self._names(verb).isdisjoint(self._lists.claiming):
            return True
        head = next(w for w in run if w.pos in NOUNS)
        told = [kid for kid in self._tree.children(verb, *SUBJECTS) if kid.index < verb.index]
        return bool(told) and (his or head is not named or self._is_resumed(told[0], verb))

    def _is_resumed(self, subject: Word, verb: Word) -> bool:
        """Whether all that stands before a verb is its subject and what is told beside it.

        « A, mis en cause par B, soutient C. »
        """
        between = self._tree.words[subject.index + 1 : verb.index]
        pauses = [word for word in between if word.text in self._pauses]
        return len(pauses) == len(_AROUND) and pauses[0] is between[0]

    def _heard(self, verb: Word) -> str | None:
        """Return from whom it is known where nobody tells: ", a-t-on appris de source sûre"."""
        before = self._left(verb)
        beside = self._tree.words[len(before) : verb.index + 2]
        aside = before[:-1] and before[-1].text in self._pauses
        if not aside or self._lists.one.isdisjoint(word.text for word in beside):
            return None
        if self._verbs.isdisjoint(self._clauses.lemmas(verb)):
            return None
        told = [w for w in self._until_pause(verb) if w.prep in self._speech["heard"]]
        named = [w for w in told if w.pos in ("NOUN", "PROPN")]
        return phrase(self._tree, self._text, named[0]) if named else None

    def _leads_off(self, preposition: Word) -> bool:
        """Whether what a preposition introduces is no part of a name: "a diplomat to reporters"."""
        head = self._tree.head(preposition)
        table = self._clauses.table
        beside = (*table["dative"], *table["circumstance"])
        return head is not None and head.prep in beside

    def _left(self, verb: Word) -> list[Word]:
        """Return the words before a verb and its auxiliaries and clitics."""
        at = verb.index
        while at:
            if not self._leans(self._tree.words[at - 1]):
                break
            at -= 1
        return list(self._tree.words[:at])

    def _leans(self, word: Word) -> bool:
        """Whether a word may stand between a pause and its verb."""
        return word.role in ("reflexive", "adverb") or word.text in self._lists.leaning

    def _until_pause(self, verb: Word) -> Iterator[Word]:
        for word in self._tree.words[verb.index + 1 :]:
            if self._is_end(word, ".", ":", ";") or word.role == "coordinator":
                return
            if word.pos in VERBS and word.role != "infinitive":
                return
            yield word

    def _is_end(self, word: Word, *signs: str) -> bool:
        """Whether a word is a pause, or one of some signs."""
        return word.text in self._pauses or word.text in signs

    def _can_speak(self, word: Word) -> bool:
        named = word.mention is not None or word.pos == "PROPN"
        return named or not self._lists.people.isdisjoint((word.lemma, word.text))

    def _inserted(self, verb: Word) -> str | None:
        """Return the subject of an aside with nothing behind its verb: ", he says,"."""
        if verb.pos not in VERBS:
            return None
        names = self._clauses.lemmas(verb)
        denies = not names.isdisjoint(self._lists.denying)  # "accused, A denies"
        if denies or names.isdisjoint(self._verbs):
            return None
        subjects = self._tree.children(verb, "subject")
        behind = self._tree.words[verb.index + 1 : verb.index + 2]
        closed = not behind or self._is_end(behind[0], ".", ";")
        if not subjects or not closed or subjects[0].index > verb.index or self._is_modal(verb):
            return None
        first = min(w.index for w in self._tree.subtree(subjects[0], barring=_BARRED))
        opens = first > 0 and self._tree.words[first - 1].text in self._pauses
        return phrase(self._tree, self._text, subjects[0]) if opens else None

    def _mistaken(self, verb: Word) -> str | None:
        """Return the source before a verb taken for a noun: ", officials in Paris report,".

        That is a plural noun of people that opens an aside, with a verb of saying at its end.
        """
        if verb.pos not in NOUNS or verb.text not in self._verbs:
            return None
        behind = self._tree.words[verb.index + 1 : verb.index + 2]
        if behind and not self._is_end(behind[0], "."):
            return None
        pauses = [w.index for w in self._tree.words[: verb.index] if w.text in self._pauses]
        inside = self._tree.words[pauses[-1] + 1 : verb.index] if pauses else []
        people = [w for w in inside if w.text != w.lemma and w.lemma in self._speech["people"]]
        if not people or any(word.pos in VERBS for word in inside):
            return None
        return " ".join(self._text[inside[0].start : inside[-1].end].split())

    def _is_modal(self, verb: Word) -> bool:
        """Whether a verb tells what will or may be said: ", Nato will respond" is no aside."""
        modals = {verb for table in self._modality.values() for verb in table["verbs"]}
        auxiliaries = self._tree.children(verb, "auxiliary")
        return any(self._clauses.lemmas(item) & modals for item in auxiliaries)
