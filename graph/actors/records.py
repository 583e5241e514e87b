"""The actors that are known beforehand: states, organisations, people, and their names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Actor, Kind
from graph.text.folding import fold

if TYPE_CHECKING:
    from graph.actors.citizens import Citizens

WIKIDATA = "http://www.wikidata.org/entity/"
MINTED = "https://w3id.org/diplograph/actor/"

#: The European Union: it counts among the states, but its bodies are organisations of their own.
UNION = "EU"


#: The post of a foreign minister, as people.toml has it.
FOREIGN = "foreign-minister"

#: The day of an article that does not say when it appeared: what holds still holds then.
UNDATED = "9999-12-31"


def within(day: str, start: str, end: str) -> bool:
    """Return whether an ISO day lies between two EDTF dates, to the precision that they have.

    Args:
        day: A day, such as ``2023-10-12``.
        start: The first date; empty where there is no beginning.
        end: The last date; empty where there is no end.
    """
    return start <= day and (not end or day[: len(end)] <= end)


@dataclass(frozen=True, slots=True)
class Office:
    """A term in which somebody led or served a state or an organisation."""

    relation: str
    """``leads`` or ``holdsOfficeIn``."""

    of: str
    """ISO code of the state, or slug of the organisation."""

    start: str
    """EDTF date of taking office."""

    end: str
    """EDTF date of leaving it, empty while in office."""

    post: str = ""
    """``FOREIGN``, or empty."""

    def covers(self, day: str) -> bool:
        """Return whether the office was held on an ISO day, to the precision given."""
        return within(day, self.start, self.end)

    def overlaps(self, other: "Office") -> bool:
        """Return whether two terms are of one office, and share a day or may share one."""
        one = (self.relation, self.of, self.post)
        return one == (other.relation, other.of, other.post) and (
            within(self.start, other.start[: len(self.start)], other.end)
            or within(other.start, self.start[: len(other.start)], self.end)
        )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts for a state or an organisation."""

    actor: Actor
    family: tuple[str, ...]
    """Names that news uses alone."""

    offices: tuple[Office, ...]

    given: tuple[str, ...] = ()
    """Names that news uses behind a crown: "King Felipe"."""

    def serves(self, relation: str, day: str) -> bool:
        """Return whether an office of a kind was held on an ISO day."""
        return any(one.relation == relation and one.covers(day) for one in self.offices)


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun or an adjective tells of an actor that the text named before."""

    kind: str
    """The kind of actor it means, or empty."""

    of: frozenset[str]
    """IRIs of the actors it may mean; empty where any of the kind will do."""

    named: bool = False
    """Whether a capitalised word beside it names such an actor, known or not: "the X militia"."""

    def fits(self, actor: Actor) -> bool:
        """Return whether an actor may be meant."""
        union = actor.kind == "country" and actor.country == UNION
        kinds = {actor.kind, "organisation"} if union else {actor.kind}
        return (not self.kind or self.kind in kinds) and (not self.of or actor.id in self.of)


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word that several states share, of which the article tells the one meant."""

    of: tuple[str, ...]
    """Their ISO codes."""

    by: int
    """How many more mentions than the others the one meant has, where nothing nearer tells."""

    beside: Mapping[str, str]
    """One of these states by the key of another actor that is named beside it."""

    words: Mapping[str, re.Pattern[str]]
    """By the code of one of these states: words that tell of it."""

    bodies: Mapping[str, str]
    """By the code of one of these states: which body of it the word names, where it names one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form of an actor in one language."""

    text: str
    tag: str
    """One letter, see ``graph.actors.units``."""

    key: str
    """ISO code, organisation slug or person slug."""

    start: str = ""
    """EDTF date since which it means the actor; empty where it always did."""

    end: str = ""
    """EDTF date until which it does; empty where it still does."""

    @property
    def is_dated(self) -> bool:
        """Whether it means the actor in some years only."""
        return bool(self.start or self.end)


@dataclass(frozen=True, slots=True)
class Homonym:
    """A name that a state shares with a place that is no actor."""

    names: frozenset[str]
    """As countries.toml has them, of any language."""

    beside: re.Pattern[str]
    """Words that tell of the other place."""

    unless: re.Pattern[str]
    """Words that tell of the state."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known actors; immutable."""

    countries: Mapping[str, Actor]
    """By ISO code."""

    organisations: Mapping[str, Actor]
    """By slug."""

    people: Mapping[str, Person]
    """By slug."""

    people_by_id: Mapping[str, Person]
    """By the IRI of the actor."""

    citizens: Mapping[str, "Citizens"]
    """By the ISO code of the state that they are of."""

    leaders: Mapping[str, tuple[Person, ...]]
    """By the ISO code or slug of what they led once or lead, in file order."""

    crowned: Mapping[str, tuple[str, ...]]
    """Slugs of those whom news calls by one name behind a crown, by ``crown_key`` of it."""

    descriptions: Mapping[str, Description]
    """By slug."""

    sets: Mapping[str, tuple[Actor, ...]]
    """Actors that one name means together, by slug."""

    names: Mapping[str, tuple[Name, ...]]
    """By language: every surface form, in file order."""

    wholes: Mapping[str, Actor]
    """What an organisation or group is a part of, by the IRI of the part."""

    shared: Mapping[str, Mapping[str, SharedWord]]
    """By language: words that several states share, by the folded word."""

    borders: Mapping[str, frozenset[str]]
    """ISO codes of the neighbours of a state, by its own."""

    homonyms: tuple[Homonym, ...]
    """Names that states share with other places."""

    civil: frozenset[str]
    """IRIs of charities and other bodies of citizens, which conduct no politics between states."""

    heads: Mapping[str, str]
    """What office leaders have, by the ISO code of their state, or by their IRI: "premier"."""

    women: frozenset[str]
    """IRIs of the leaders whom a title in the feminine may mean."""

    def __contains__(self, key: str) -> bool:
        """Return whether a key is an ISO code, an organisation's slug or a person's slug."""
        return key in self.countries or key in self.organisations or key in self.people

    def actor(self, key: str) -> Actor:
        """Return the actor of an ISO code, an organisation's slug or a person's slug."""
        if key in self.countries:
            return self.countries[key]
        return self.organisations[key] if key in self.organisations else self.people[key].actor

    def on(self, person: Person, day: str) -> Person:
        """Return a person as news of a day means it.

        Whoever then holds an office acts for whom it is of: a secretary-general for no state, a
        commissioner for the European Union, whatever state they come from.

        Args:
            person: Somebody listed.
            day: ISO day.
        """
        if all(office.of == person.actor.country for office in person.offices):  # as of most
            return person
        held = [office.of for office in person.offices if office.covers(day)]
        states = [of for of in held if of in self.countries]
        if not held or person.actor.country in states:
            return person
        country = states[-1] if states else self.organisations[held[-1]].country
        return replace(person, actor=replace(person.actor, country=country))

    def key(self, actor: Actor) -> str | None:
        """Return the ISO code or slug of a listed state or organisation, or of a person's state."""
        if actor.kind in ("country", "person"):
            return actor.country if actor.country in self.countries else None
        return next((key for key, known in self.organisations.items() if known == actor), None)


def crown_key(name: str) -> str:
    """Return the name of a monarch without what newsrooms write in two ways."""
    return fold(name).replace("-", " ")


def slug(name: str) -> str:
    """Return a name as ASCII letters, digits and hyphens, for a minted IRI."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "x"


@cache
def words_of(actor: Actor) -> frozenset[str]:
    """Return the words of all names of an actor, folded."""
    return frozenset(re.findall(r"\w+", fold(names_of(actor))))


def names_of(actor: Actor) -> str:
    """Return all names of an actor, one behind the other."""
    return " ".join((actor.label, actor.label_fr or "", *actor.names))


def minted(name: str, kind: Kind, country: str | None, *names: str) -> Actor:
    """Return an actor for a name that the gazetteer does not know.

    The country is part of the IRI, so that namesakes of two countries stay two.

    Args:
        name: As the text has it.
        kind: What it is.
        country: ISO code of the state that it acts for, if the text says so.
        names: What else the text calls it.
    """
    iri = f"{MINTED}{slug(name)}" + (f"-{country.lower()}" if country else "")
    return Actor(iri, name, kind, country, tuple(sorted({*names} - {name})))
