"""Frames: what a predicate in one construction says of two actors.

A frame's patterns are tried at the words whose lemmas they name. Of several
that fit one pair at one word, the most specific counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from graph.errors import DataFileError
from graph.extract.clauses import Argument, Clauses
from graph.extract.patterns import Pattern, Slot, read_pattern
from graph.extract.reference import Reference
from graph.extract.tree import Word
from graph.languages import LanguagePack
from graph.model import Actor
from graph.relations import relations


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate sense in one language."""

    id: str
    """``<language>.<relation>.<number>``."""

    relation: str
    patterns: tuple[Pattern, ...]
    matches: tuple[str, ...]
    """Sentences it must read, each behind "SUBJECT > OBJECT: "."""

    rejects: tuple[str, ...]
    """Sentences in which its relation must not be found."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits at a word, for one pair."""

    frame: Frame
    pattern: Pattern
    predicate: Word
    subject: Actor
    object: Actor
    words: tuple[Word, ...]
    """The words that fill the slots."""


def read_frames(pack: LanguagePack) -> tuple[Frame, ...]:
    """Return the frames of a language.

    Raises:
        DataFileError: A frame names no relation of the vocabulary, or a pattern is malformed.
    """
    classes = pack.tables["nouns"]["classes"]
    numbers: dict[str, int] = {}
    return tuple(
        _frame(pack.code, file, dict(table), classes, numbers) for file, table in pack.frames
    )


def _frame(
    lang: str,
    file: str,
    table: dict[str, object],
    classes: Mapping[str, Sequence[str]],
    numbers: dict[str, int],
) -> Frame:
    name = str(table.get("relation"))
    where = f"frame {numbers.get(name, 0) + 1} of {name!r}"
    path = f"graph/languages/{lang}/frames/{file}.toml"
    if name not in relations():
        raise DataFileError(
            path, where, "is no relation of the vocabulary", "See graph/relations.csv"
        )
    numbers[name] = numbers.get(name, 0) + 1
    lists = [table.get(key, []) for key in ("patterns", "matches", "rejects")]
    if not all(isinstance(items, list) for items in lists):
        raise DataFileError(
            path, where, "patterns, matches and rejects must be lists", "See its header"
        )
    patterns, matches, rejects = lists
    try:
        read = tuple(read_pattern(text, classes) for text in patterns)  # type: ignore[attr-defined]
    except (ValueError, KeyError) as error:
        raise DataFileError(path, where, str(error), "See graph/extract/patterns.py") from error
    return Frame(f"{lang}.{name}.{numbers[name]}", name, read, tuple(matches), tuple(rejects))  # type: ignore[arg-type]


class FrameIndex:
    """Patterns by the lemma of their predicate."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Index the patterns of some frames."""
        self._by_lemma: dict[str, list[tuple[Frame, Pattern]]] = {}
        for frame in frames:
            for pattern in frame.patterns:
                for lemma in sorted(pattern.predicates):
                    self._by_lemma.setdefault(lemma, []).append((frame, pattern))

    def matches(self, clauses: Clauses, reference: Reference) -> list[Match]:
        """Return the best matches of a sentence, by place of the predicate."""
        found: list[Match] = []
        for word in clauses.predicates:
            entries = [
                entry
                for name in sorted(clauses.lemmas(word))
                for entry in self._by_lemma.get(name, ())
            ]
            fits = [
                match
                for frame, pattern in entries
                for match in _Fit(clauses, reference, word).all(frame, pattern)
            ]
            for match in _best(fits):
                reference.address(match.subject, match.object)
                found.append(match)
        return found


def _best(fits: list[Match]) -> list[Match]:
    """Keep, for each pair at one predicate, the most specific match."""
    kept: dict[frozenset[str], Match] = {}
    for match in sorted(fits, key=lambda m: (-m.pattern.size, m.frame.id, m.pattern.text)):
        kept.setdefault(frozenset((match.subject.id, match.object.id)), match)
    return list(kept.values())


class _Fit:
    """One attempt at fitting patterns to a predicate."""

    def __init__(self, clauses: Clauses, reference: Reference, word: Word) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._reference = reference
        self._word = word
        self._verbal = word.pos in ("VERB", "AUX")
        self._loose = ""

    def all(self, frame: Frame, pattern: Pattern) -> Iterator[Match]:
        """Yield a match for each pair of actors that a pattern finds."""
        if (pattern.part == "verb") is not self._verbal and not self._odd_verb(pattern):
            return
        filled = self._fill(pattern)
        for name in ("S", "O"):
            if filled is None:
                self._loose = name
                filled = self._fill(pattern)
                self._loose = ""
        if filled is None:
            return
        words, actors = filled
        pairs: Iterator[tuple[Actor, Actor]]
        if "S+" in actors and "O" not in actors:
            pairs = combinations(actors["S+"], 2)
        else:
            pairs = product(actors.get("S") or actors.get("S+", []), actors.get("O", []))
        for subject, object_ in pairs:
            if not _same(subject, object_):
                yield Match(frame, pattern, self._word, subject, object_, tuple(words))

    def _odd_verb(self, pattern: Pattern) -> bool:
        """Whether a finite verb may have been taken for another part of speech."""
        return (
            pattern.part == "verb"
            and self._word.pos in ("ADV", "PROPN", "ADJ")
            and self._word.mention is None
        )

    def _fill(self, pattern: Pattern) -> tuple[list[Word], dict[str, list[Actor]]] | None:
        """Return the words and actors that fill a pattern's slots, or None if one stays empty."""
        arguments = self._clauses.arguments(self._word)
        words: list[Word] = [self._word]
        actors: dict[str, list[Actor]] = {}
        if pattern.subject is not None:
            subject = self._subject(pattern, arguments)
            several = pattern.subject.name == "S+" and all(slot.name != "O" for slot in pattern.slots)
            if len(subject) < (2 if several else 1):
                return None
            actors[pattern.subject.name] = subject
        for slot in pattern.slots:
            if not self._slot(slot, arguments, words, actors):
                return None
        return words, actors

    def _slot(
        self,
        slot: Slot,
        arguments: list[Argument],
        words: list[Word],
        actors: dict[str, list[Actor]],
    ) -> bool:
        if slot.kind in ("infinitive", "clause"):
            return any(a.role == slot.kind or a.role == "clause" for a in arguments)
        if slot.context:
            actors[slot.name] = self._reference.addresser([a for group in actors.values() for a in group])
            return bool(actors[slot.name])
        candidates = self._candidates(slot, arguments, words)
        if slot.kind == "noun":
            noun = next((word for word in candidates if self._is(word, slot)), None)
            words += [noun] if noun else []
            return noun is not None
        taken = {actor.id for group in actors.values() for actor in group}
        if self._loose == "O":
            candidates = [*candidates, *self._after()]
        for word in candidates:
            group = [a for a in self._reference.actors(word, dig=not slot.strict) if a.id not in taken]
            if group:
                words.append(word)
                actors[slot.name] = group
                return True
        return False

    def _after(self) -> list[Word]:
        found = []
        for word in self._tree.words[self._word.index + 1 :]:
            if word.pos == "VERB" and "VerbForm=Fin" in word.features:
                break
            if self._named(word):
                found.append(word)
        return found[:1]

    def _before(self) -> list[Word]:
        found = [w for w in self._tree.words[: self._word.index] if self._named(w)]
        subjects = [w for w in found if w.role in ("subject", "subject_passive")]
        return (subjects or found)[-1:]

    def _named(self, word: Word) -> bool:
        mention = self._reference.mention(word)
        return mention is not None and mention.how != "adjective" and not self._reference.placed(word)

    def _candidates(self, slot: Slot, arguments: list[Argument], words: list[Word]) -> list[Word]:
        """Return the words that may fill a slot, the likeliest first."""
        if slot.attached:
            return self._attached(words[-1], arguments)
        if not slot.prepositions:
            direct = [
                a.word
                for a in arguments
                if a.role in ("object", "indirect" if slot.kind == "actor" else "object")
            ]
            return (
                [item for word in direct for item in self._tree.conjuncts(word)]
                if slot.kind == "noun"
                else direct
            )
        found = [a.word for a in arguments if a.role == "oblique" and a.prep in slot.prepositions]
        if slot.prepositions & set(self._clauses.table["dative"]):
            found += [a.word for a in arguments if a.role == "indirect"]
        for word in [
            *words[1:],
            *(a.word for a in arguments if a.role == "object" and self._verbal),
        ]:
            found += [
                kid for kid in self._tree.children(word, "oblique") if kid.prep in slot.prepositions
            ]
        return [word for word in dict.fromkeys(found) if word not in words]

    def _attached(self, word: Word, arguments: list[Argument]) -> list[Word]:
        """Return what hangs from a word, then what hangs from the verb that governs it."""
        near = self._tree.children(
            word, "possessor", "modifier", "compound", "apposition", "oblique", "agent", "flat"
        )
        far = [a.word for a in arguments if a.role == "oblique" and self._reference.direct(a.word)]
        return [*near, *far]

    def _subject(self, pattern: Pattern, arguments: list[Argument]) -> list[Actor]:
        found: list[Actor] = []
        words = self._subject_words(pattern, arguments)
        if self._loose == "S" and pattern.subject and pattern.subject.name == "S":
            words = [*words, *self._before()]
        for word in words:
            dig = not (self._verbal and pattern.part == "verb")
            found += [a for a in self._reference.actors(word, dig=dig) if a not in found]
            if found and pattern.subject and pattern.subject.name == "S":
                return found
        return found

    def _subject_words(self, pattern: Pattern, arguments: list[Argument]) -> list[Word]:
        subjects = [a.word for a in arguments if a.role == "subject"]
        if pattern.part == "verb":
            return subjects
        table = self._clauses.table
        attached = [a.word for a in arguments if a.role == "attached"]
        used = {p for slot in pattern.slots for p in slot.prepositions}
        agentive = table["agent_prepositions"]
        genitive = [p for p in (*agentive, *table["genitive"]) if p not in used]
        if pattern.subject and pattern.subject.name == "S+":
            genitive += table["between"]
        obliques = [a for a in arguments if a.role == "oblique"]
        agents = [a.word for a in obliques if a.prep in agentive and a.prep in genitive]
        owners = [a.word for a in obliques if a.prep in genitive]
        return list(dict.fromkeys((*agents, *attached, *owners, *subjects)))

    def _is(self, word: Word, slot: Slot) -> bool:
        for noun in slot.nouns:
            if noun.lemma in (word.lemma, word.text) and self._modified(word, noun.modifier):
                return True
        return False

    def _modified(self, word: Word, modifier: str) -> bool:
        if not modifier:
            return True
        kids = self._tree.children(word, "modifier", "compound", "oblique")
        return any(modifier in (kid.lemma, kid.text) for kid in kids)


def _same(subject: Actor, object_: Actor) -> bool:
    """Whether a pair is one actor, or a person and the state it acts for."""
    if subject.id == object_.id:
        return True
    own = subject.country is not None and subject.country == object_.country
    return (
        own
        and "country" in (subject.kind, object_.kind)
        and "person" in (subject.kind, object_.kind)
    )
