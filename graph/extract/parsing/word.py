"""One word of a parsed sentence, and who hangs from whom in a list of them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from graph.extract.parsing.words import Words as Words  # noqa: PLC0414 - handed on

#: Universal parts of speech of verbs, and of nouns; and those that a parser seldom gives to a verb.
VERBS, NOUNS = ("VERB", "AUX"), ("NOUN", "PROPN")
NO_VERB = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})

#: Roles of whom or what a verb agrees with, in the active and in the passive.
SUBJECTS = ("subject", "subject_passive")

#: Roles of whoever does something, and of what shows that a clause is one of its own.
DOERS = (*SUBJECTS, "agent")
OPENERS = (*SUBJECTS, "marker", "coordinator")

#: Features of a participle of the past, and of the present.
PAST = frozenset({"VerbForm=Part", "Tense=Past"})
PRESENT = frozenset({"VerbForm=Part", "Tense=Pres"})


@dataclass(slots=True, eq=False)
class Word:
    """One word of a parsed sentence, itself and no other like it.

    Nobody writes to one, as a test says. It is not frozen, since that makes each of the hundreds of
    thousands of a day's news take four times as long to make.
    """

    index: int
    """Place in the sentence."""

    text: str
    """As the parser saw it, lower case."""

    lemma: str
    """Dictionary form, lower case."""

    pos: str
    """Universal part of speech."""

    role: str
    """What it is to its head: subject, object, oblique, …, as ``parser.toml`` lists them."""

    head: int
    """Index of its head; its own for the root."""

    prep: str | None
    """The preposition that introduces it, in normal form; of an infinitive, its marker."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    mention: int | None
    """Index of the mention that this word stands for, if it does."""

    features: frozenset[str]
    """Morphological features, as ``Tense=Past``."""


class Token(NamedTuple):
    """What the parser says of a word, in its own labels."""

    idx: int
    """First code point, in what the parser was shown."""

    size: int
    """How many code points it has."""

    lower: str
    """In lower case."""

    lemma: str
    """Dictionary form."""

    pos: str
    """Universal part of speech."""

    dep: str
    """Label of the edge to its head."""

    morph: str
    """Morphological features, as ``Number=Sing|Person=3``."""

    head: int
    """Index of its head; its own for the root."""


def kids_of(words: Words, word: Word) -> Sequence[Word]:
    """Return what hangs from a word, in order."""
    if words.hanging is None:
        words.hanging = {}
        for kid in words:
            if kid.head != kid.index:
                words.hanging.setdefault(kid.head, []).append(kid)
    return words.hanging.get(word.index, ())


def has_kid(words: Words, word: Word, role: str) -> bool:
    """Whether something with a role hangs from a word."""
    return any(kid.role == role for kid in kids_of(words, word))


def of_role(words: Words, role: str) -> Sequence[Word]:
    """Return the words with a role, in order, as they are now.

    Most sentences have none of most roles, and hardly any is changed: so this is much less work
    for the rules than to look at every word.
    """
    if words.with_role is None:
        words.with_role = {}
        for word in words:
            words.with_role.setdefault(word.role, []).append(word)
    return words.with_role.get(role, ())


def of_text(words: Words, text: str) -> Sequence[Word]:
    """Return the words with a text, as ``of_role`` does those with a role."""
    return (words.with_text or _by_text(words)).get(text, ())


def has_text(words: Words, texts: AbstractSet[str]) -> bool:
    """Return whether a word has one of some texts: as few sentences do, whose words are looked at.

    Args:
        words: Of one sentence.
        texts: Those of a list of the language.
    """
    return not (words.with_text or _by_text(words)).keys().isdisjoint(texts)


def _by_text(words: Words) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for word in words:
        found.setdefault(word.text, []).append(word)
    words.with_text = found
    return found


def heads_of(words: Words, word: Word) -> list[Word]:
    """Return the heads above a word, nearest first."""
    found: list[Word] = []
    while word.head != word.index and len(found) < len(words):
        word = words[word.head]
        found.append(word)
    return found


def is_tree(words: Words) -> bool:
    """Whether every word hangs, in the end, from one that hangs from nothing, and is a root."""
    safe = [word.head == word.index and word.role == "root" for word in words]
    for word in words:
        if safe[word.head]:  # as of most, and of each behind what it hangs from
            safe[word.index] = True
            continue
        way: list[int] = []
        at = word.index
        while not safe[at]:
            if len(way) > len(words):
                return False
            way.append(at)
            at = words[at].head
        for step in way:
            safe[step] = True
    return True
