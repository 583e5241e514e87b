"""The persons of one article: who was introduced, and whom a bare name or title means."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.actors.records import (
    UNDATED,
    Gazetteer,
    Office,
    Person,
    crown_key,
    minted,
)
from graph.model import Actor
from graph.text.folding import fold

#: How long an article is at most that a hyphen joins to a name.
_ARTICLE = 3

#: The office of those who may bear any title of a leader.
_SEVERAL_OFFICES = "several"

#: How many years before the first office news may speak of somebody by the family name alone.
_AHEAD = 10
#: How many years after the last one a name that others bear too may still mean somebody.
_AFTER = 20


@dataclass(frozen=True, slots=True)
class Role:
    """What a person was called when introduced."""

    relation: str
    """State relation of the title: ``leads``, ``holdsOfficeIn``, ``representsTo``."""

    title: str
    """The title as written, folded."""

    of: str | None
    """ISO code or organisation slug that the title names."""

    former: bool = False
    """Whether the office is one that the person held once."""

    def bears(self, other: "Role") -> bool:
        """Return whether the title is one that stands alone elsewhere."""
        return (self.title, self.former) == (other.title, other.former)

    def is_kind_of(self, other: "Role") -> bool:
        """Return whether a title that stands alone elsewhere is a part of this one: "minister"."""
        return self.former is other.former and bool(set(other.title.split()) <= self.words)

    @property
    def words(self) -> frozenset[str]:
        """The words of the title."""
        return frozenset(self.title.split())


@dataclass(slots=True)
class People:
    """Persons named in one article, filled while its phrases are read."""

    gazetteer: Gazetteer
    published: str | None
    """ISO date of the article; it decides between namesakes."""

    by_name: dict[str, Actor] = field(default_factory=dict)
    """By folded full name, family name, or other word of the name."""

    roles: list[tuple[Role, Actor]] = field(default_factory=list)
    """In order of introduction."""

    _today: dict[str, Person] = field(default_factory=dict)
    """Those whose names the text has, by slug, as news of its day means them."""

    def known(
        self, keys: Sequence[str], country: str | None = None, *, leads: bool = False
    ) -> Person:
        """Return the person that one of some slugs means, by article and date.

        Args:
            keys: Slugs of all who bear the name.
            country: ISO code of the state that a title names, before which others yield.
            leads: Whether the title is that of a leader.
        """
        people = [self._today.get(key) or self._met(key) for key in keys]
        if len(people) == 1:
            return people[0]
        for fits in (
            lambda person: person.actor.country == country,
            lambda person: leads and self.office(person.actor, "leads") is not None,
            lambda person: leads and any(office.relation == "leads" for office in person.offices),
            lambda person: person.actor in self.by_name.values(),
        ):
            people = [person for person in people if fits(person)] or people
        return max(people, key=self._likelihood)

    def _met(self, key: str) -> Person:
        """Return a listed person whose name the text has for the first time."""
        person = self.gazetteer.on(self.gazetteer.people[key], self.published or UNDATED)
        self._today[key] = person
        return person

    def crowned(self, name: str, relation: str, states: Sequence[str]) -> Person | None:
        """Return the monarch whom a text calls by one name behind the title.

        Of several who reigned on the day it is the one of the first state of the article that has
        such a monarch; one alone is meant anyway.

        Args:
            name: "Abdullah".
            relation: ``leads`` of a king, ``holdsOfficeIn`` of a crown prince.
            states: ISO codes, the likeliest first.
        """
        day = self.published or UNDATED
        people = [
            self.gazetteer.people[key] for key in self.gazetteer.crowned.get(crown_key(name), ())
        ]
        reigning = {p.actor.country: p for p in people if p.serves(relation, day)}
        told = next((reigning[code] for code in states if code in reigning), None)
        return told or (next(iter(reigning.values())) if len(reigning) == 1 else None)

    def is_of_age(self, person: Person, *, shared: bool) -> bool:
        """Return whether a person may be known by the family name when the article appeared.

        Whose every office lies many years ahead is not: another one bears the name. Of a name that
        several bear, nobody is long after the last office, unless the article names that one.

        Args:
            person: Somebody listed.
            shared: Whether other listed persons bear the name.
        """
        year = int((self.published or UNDATED)[:4])
        starts = [int(office.start[:4]) for office in person.offices]
        ends = [int((office.end or UNDATED)[:4]) for office in person.offices]
        if not starts:
            return True
        gone = shared and max(ends) + _AFTER < year and person.actor not in self.by_name.values()
        return min(starts) <= year + _AHEAD and (not gone or self.published is None)

    def _likelihood(self, person: Person) -> tuple[bool, str]:
        day = self.published or UNDATED
        past = [office.start for office in person.offices if office.start <= day]
        return any(office.covers(day) for office in person.offices), max(past, default="")

    def introduce(self, name: str, country: str | None) -> Actor:
        """Return the actor of a full name that the gazetteer lacks, minting it at first sight."""
        found = self.by_name.get(fold(name))
        if found is None:
            found = self._listed(name, country) or minted(name, "person", country)
            self.register(found, name)
        return found

    def _listed(self, name: str, country: str | None) -> Actor | None:
        """Return the one office holder of a state whose names have all words of a name."""
        words, day = frozenset(fold(name).split()), self.published or ""
        citizens = self.gazetteer.citizens.get(country or "")
        found = [
            person.actor
            for person in (citizens.named(words) if citizens and words else ())
            if not day or any(office.covers(day) for office in person.offices)
        ]
        return found[0] if len(found) == 1 else None

    def register(self, actor: Actor, name: str, family: Sequence[str] = ()) -> None:
        """Remember a person by its full name, the ends of it, and its listed family names."""
        for form in _forms(name, tuple(family)):
            self.by_name.setdefault(form, actor)

    def called(self, name: str) -> Actor | None:
        """Return the person whom the article calls by a name, or by a part of it."""
        key = fold(name)
        if key in self.by_name:
            return self.by_name[key]
        holders = {actor.id: actor for full, actor in self.by_name.items() if key in full.split()}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def office(self, actor: Actor, relation: str) -> Office | None:
        """Return the listed office that a person held when the article appeared."""
        day = self.published or UNDATED
        person = self.gazetteer.people_by_id.get(actor.id)
        for office in reversed(person.offices) if person is not None else ():
            if office.relation == relation and office.covers(day):
                return office
        return None

    def bears(self, actor: Actor, kind: str | None) -> bool:
        """Return whether a leader is known by a kind of office, as ``heads.toml`` has them.

        Args:
            actor: Somebody who leads, or led, a state.
            kind: The office that a title names, or None where it may be any.
        """
        heads = self.gazetteer.heads
        known = heads.get(actor.id) or heads.get(actor.country or "", _SEVERAL_OFFICES)
        return kind is None or known in (kind, _SEVERAL_OFFICES)

    def holder(
        self, wanted: Role, *, foreign: bool, peer: bool = False, kind: str | None = None
    ) -> Actor | None:
        """Return the person named in the article who holds an office.

        Args:
            wanted: The office; its title decides between two who lead one state.
            foreign: Whether the title is that of a foreign minister.
            peer: Whether it is a colleague of one, whom the text may have named without a title.
            kind: Which office of a leader the title names, if it is one.
        """
        leads = wanted.relation == "leads"
        same = [
            (role, actor)
            for role, actor in self.roles
            if (role.of, role.relation, role.former) == (wanted.of, wanted.relation, wanted.former)
        ]
        exact = [actor for role, actor in same if role.title == wanted.title]
        if exact:
            return exact[-1]
        may = [actor for _, actor in same if self.bears(actor, kind)]
        if may and (leads or foreign) and len({actor.id for actor in may}) == 1:
            return may[-1]
        if may or wanted.former:
            return None
        known = [actor for actor in self.by_name.values() if self.bears(actor, kind)]
        found = self._in_office(known, wanted, self.published, foreign=foreign or peer)
        # An article that looks back names who held the office then.
        return found or self._in_office(known, wanted, None, foreign=foreign or peer)

    def _in_office(
        self, known: Sequence[Actor], wanted: Role, day: str | None, *, foreign: bool
    ) -> Actor | None:
        """Return the first of those named who held an office on a day, or ever."""
        for actor in known:
            person = self.gazetteer.people_by_id.get(actor.id)
            for office in person.offices if person else ():
                fits = (office.of, office.relation) == (wanted.of, wanted.relation)
                told = wanted.relation == "leads" or (foreign and office.post)
                if fits and told and (day is None or office.covers(day)):
                    return actor
        return None

    def leader(self, of: str) -> Actor | None:
        """Return the person named in the article who leads a state or an organisation."""
        return self.holder(Role("leads", "", of), foreign=False)

    def rank(self, actor: Actor) -> str | None:
        """Return the relation of a person's highest office when the article appeared."""
        if self.office(actor, "leads"):
            return "leads"
        return "holdsOfficeIn" if self.office(actor, "holdsOfficeIn") else None


@lru_cache(maxsize=1 << 12)
def _forms(name: str, family: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a person may be called by, folded; a text names the same ones again and again.

    An article that a hyphen joins to a name may be left out: "al-Sudani", "Sudani".
    """
    words = name.split()
    forms = [*[" ".join(words[at:]) for at in range(len(words))], *family]
    return tuple(dict.fromkeys(map(fold, [*forms, *map(_bare, forms)])))


def _bare(form: str) -> str:
    """Return a form of a name without the article that a hyphen joins to it."""
    article, _, name = form.partition("-")
    joined = article.islower() and len(article) <= _ARTICLE and name[:1].isupper()
    return name if joined else form
