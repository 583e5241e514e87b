"""What an explanation holds, as frozen records."""

from dataclasses import dataclass

from graph.actors.mention import Mention
from graph.extract.selection.worth import Passed
from graph.extract.watch import Reason
from graph.model import Actor, Article, Sentence, Statement
from graph.terminal import one_line
from graph.text.spelled import spelled


@dataclass(frozen=True, slots=True)
class Filler:
    """An argument of a predicate."""

    role: str
    """Deep role: subject, object, oblique, …"""

    prep: str | None
    """The preposition in normal form."""

    text: str
    """The word, as the article has it."""

    actors: tuple[Actor, ...]
    """Whom it stands for, also as a pronoun or through what it holds."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate as the frames see it."""

    text: str
    """The word, as the article has it."""

    lemma: str

    pos: str
    """Universal part of speech."""

    passive: bool

    modality: str
    """What the cues come to: a modality, or ``dropped``."""

    cues: tuple[tuple[str, str], ...]
    """What each cue that scopes over it says, and the word that it was found at."""

    source: str | None
    """Who says so."""

    date: str | None
    """The date expression that counts for it, as written."""

    arguments: tuple[Filler, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression."""

    text: str
    value: str | None
    """EDTF, taken as past; None where it cannot be told."""

    owner: str | None
    """The predicate that it belongs to."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A pattern that fits at a predicate, for one pair."""

    rule: str
    pattern: str
    predicate: str
    subject: Actor
    object: Actor
    loose: bool
    """Whether one end was found beside the predicate only."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A match that was read."""

    fit: Fit
    statement: Statement | None
    """What it says; None where it is a threat, or something asked not to be."""

    kept: bool
    """Whether it stays: of two readings of one triple, the more guarded does."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A match that does not count."""

    fit: Fit
    reason: Reason
    winner: Fit | None
    """What counts in its place."""


@dataclass(frozen=True, slots=True)
class Near:
    """A pattern that fits but for one slot."""

    rules: tuple[str, ...]
    """The frames that have it."""

    pattern: str
    predicate: str

    missing: str
    """The one slot that stays empty, as the pattern writes it."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A word that patterns name as their predicate, though not as this part of speech."""

    text: str
    pos: str
    parts: tuple[str, ...]
    """What the patterns take it for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and everything that was made of it."""

    number: int
    """From 1, in the order of the text."""

    span: Sentence
    text: str
    mentions: tuple[tuple[str, Mention], ...]
    """As written, and what they stand for."""

    passed: Passed | None = None
    """Why it was not parsed."""

    sport: bool = False
    """Whether a word of it is one of sport, so that no frame was tried."""

    clauses: tuple[Clause, ...] = ()
    dates: tuple[Dated, ...] = ()
    fired: tuple[Fired, ...] = ()
    lost: tuple[Lost, ...] = ()
    tried: bool = False
    """Whether a word of it is the predicate of a frame."""

    near: tuple[Near, ...] = ()
    unfit: tuple[Unfit, ...] = ()

    statements: tuple[Statement, ...] = ()
    """What the extraction gives for it, offices that titles claim included."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An article, sentence by sentence."""

    article: Article
    sentences: tuple[Told, ...]

    def only(self, number: int | None, text: str) -> tuple[Told, ...]:
        """Return the sentences of a number, if one is given, that hold a text in any case."""
        return tuple(
            told for told in self.sentences if is_asked(told.number, told.text, number, text)
        )


def is_asked(number: int, sentence: str, wanted: int | None, text: str) -> bool:
    """Return whether a sentence is one that is asked for.

    Args:
        number: Its number in the article, from 1.
        sentence: Its text.
        wanted: The number that is asked for, if one is.
        text: What it must hold.
    """
    held, looked_for = one_line(spelled(sentence)), spelled(text)
    return wanted in (None, number) and looked_for.casefold() in held.casefold()
