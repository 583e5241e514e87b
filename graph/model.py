"""The words of the project, as frozen records.

An *article* holds *sentences*; a *mention* in it names or stands for an
*actor*; a *statement* says what one actor does to another, with the *evidence*
it was read from; a *tie* is all statements that share subject, relation and
object; a *graph* is a set of statements, seen as ties.

Offsets are code points from 0 in the article's text, ends exclusive. Dates are
EDTF level 0 strings (``2023-10-12``, ``2023-10``, ``2023``, ``1948/2023``), so
that precision is part of the value.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from operator import attrgetter
from typing import Literal, NamedTuple

Kind = Literal["country", "person", "organisation", "group"]
Modality = Literal["actual", "planned", "possible", "requested", "denied"]

#: Kinds of actor, in the order in which they are listed to people.
KINDS: tuple[Kind, ...] = ("country", "organisation", "group", "person")

#: Modalities, from what happened to what did not.
MODALITIES: tuple[Modality, ...] = ("actual", "planned", "possible", "requested", "denied")


#: Stands between the parts that a digest is of.
_SEPARATOR = "\x1f"

_DIGEST = blake2b(digest_size=8)


def digest(*parts: str | int | None) -> str:
    """Return 16 hexadecimal digits that depend on the parts alone, and on their order."""
    return digest_of(*["\x00" if part is None else f"{part}" for part in parts])


def digest_of(*parts: str) -> str:
    """Return the same of parts that are texts, none of them None, which takes half the time."""
    begun = _DIGEST.copy()  # takes less than to say anew of each how long it is to be
    begun.update(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass"))
    return begun.hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as it was read; immutable."""

    id: str
    """Unique in a corpus; a hash of the content where the source has no id."""

    text: str
    """The text as read. All offsets are code points in it."""

    title: str = ""
    """The headline, empty where there is none."""

    published: str | None = None
    """The day it appeared, ISO 8601 (``2023-10-13``), or None where unknown."""

    lang: str | None = None
    """ISO 639-1 code, or None where not yet detected."""

    url: str | None = None
    """Where it can be read."""

    source: str | None = None
    """Who published it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last code point: ``text[start:end]`` is the sentence."""

    kind: Literal["prose", "caption", "headline", "boilerplate"] = "prose"
    """What the span is."""

    @property
    def is_read(self) -> bool:
        """Whether statements are read from it."""
        return self.kind in ("prose", "caption")


@dataclass(frozen=True, slots=True)
class Actor:
    """A country, organisation, group or person that acts in foreign affairs."""

    id: str
    """An IRI: Wikidata's where it is known, a minted one elsewhere."""

    label: str
    """The name in English, or as the article has it where no other is known."""

    kind: Kind
    """What it is; the European Union counts as a country."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code: a country's own, or of the one it acts for."""

    names: tuple[str, ...] = ()
    """Other names, sorted, of any language."""

    label_fr: str | None = None
    """The name in French, where it is known."""

    def __hash__(self) -> int:
        """Hash the id alone, which equal actors share: all fields take ten times as long."""
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        """Return whether two are the same in all fields; the id tells most."""
        if not isinstance(other, Actor):
            return NotImplemented
        return self.id == other.id and _told_of(self) == _told_of(other)


#: All that a record of an actor says of it.
_told_of = attrgetter(*[each.name for each in fields(Actor)])


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation needs to know of an article."""

    article: str
    """The article's id."""

    lang: str
    """ISO 639-1 code."""

    title: str = ""
    """The headline."""

    published: str | None = None
    """The day it appeared, ISO 8601."""

    url: str | None = None
    """Where it can be read."""

    publisher: str | None = None
    """Who published it."""

    copy_of: str | None = None
    """The id of the article that it counts as, where it is a copy of one."""

    def __hash__(self) -> int:
        """Hash the id alone, which equal sources share."""
        return hash(self.article)


#: Stretches of an article's text: the first code point and the one just past the last.
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of a sentence that a statement rests on; empty where they are not known."""

    subject: Spans = ()
    """What names or describes the actor that acts."""

    object: Spans = ()
    """What names or describes the actor that is acted on."""

    trigger: Spans = ()
    """What gave the relation."""


#: Where nothing is known of the words that a statement rests on.
UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a statement was read from."""

    source: Source
    """The article."""

    sentence: str
    """The sentence, verbatim: ``text[start:end]``."""

    start: int
    """First code point of the sentence in the article's text."""

    end: int
    """Just past the last code point, same text."""

    rule: str
    """What fired, e.g. ``fr.exchangesLettersWith.1``."""

    marks: Marks = field(default=UNMARKED, compare=False)
    """Where the words are that it rests on: two readings of one sentence are the same evidence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One article's claim that an actor does something to, or with, another."""

    subject: Actor
    """The actor that acts."""

    relation: str
    """A relation of ``relations.csv``."""

    object: Actor
    """The actor that is acted on."""

    evidence: Evidence
    """Where it was read."""

    date: str | None = None
    """When it happens, EDTF level 0, or None where the text gives no clue."""

    place: str | None = None
    """Where it happens, as the text names it."""

    modality: Modality = "actual"
    """Whether it happened."""

    said_by: str | None = None
    """To whom the text ascribes it, as written; None where the article asserts it."""

    confidence: float = 0.5
    """How sure the extractor is, from 0 to 1."""

    id: str = field(init=False)
    """Hexadecimal hash of the content, the same on every machine."""

    def __post_init__(self) -> None:
        """Derive the id."""
        evidence = self.evidence
        parts = (
            evidence.source.article,
            evidence.start,
            evidence.end,
            evidence.rule,
            self.subject.id,
            self.relation,
            self.object.id,
            self.date,
            self.place,
            self.modality,
            self.said_by,
        )
        object.__setattr__(self, "id", digest(*parts))

    def __hash__(self) -> int:
        """Hash the id, which equal statements share."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Graph:
    """A set of statements. Everything countable is computed from it, nothing counted is stored."""

    statements: frozenset[Statement] = frozenset()
    """All claims, of all articles."""

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> "Graph":
        """Return the graph of some statements, in any order and with any repetition."""
        return cls(frozenset(statements))


class Tie(NamedTuple):
    """All statements with one subject, relation and object."""

    subject: Actor
    """The actor that acts; of a symmetric relation, the one whose id sorts first."""

    relation: str
    """A relation of ``relations.csv``."""

    object: Actor
    """The actor that is acted on."""

    statements: tuple[Statement, ...]
    """The statements, sorted by date, then by id; at least one."""
