"""The persons of one article: who was introduced, and whom a bare name or title means."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.actors.gazetteer import Gazetteer, Office, Person, minted
from graph.model import Actor
from graph.text.folding import fold


@dataclass(frozen=True, slots=True)
class Role:
    """What a person was called when introduced."""

    relation: str
    """State relation of the title: ``leads``, ``holdsOfficeIn``, ``representsTo``."""

    title: str
    """The title as written, folded."""

    of: str | None
    """ISO code or organisation slug that the title names."""


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

    def known(self, keys: Sequence[str]) -> Person | None:
        """Return the person that one of some slugs means, by article and date."""
        people = [self.gazetteer.people[key] for key in keys]
        named = [person for person in people if person.actor in self.by_name.values()]
        if len(named or people) == 1:
            return (named or people)[0]
        return max(named or people, key=self._likelihood) if self.published else None

    def _likelihood(self, person: Person) -> tuple[bool, str]:
        day = self.published or ""
        past = [office.start for office in person.offices if office.start <= day]
        return any(office.covers(day) for office in person.offices), max(past, default="")

    def introduce(self, name: str, country: str | None) -> Actor:
        """Return the actor of a full name that the gazetteer lacks, minting it at first sight."""
        found = self.by_name.get(fold(name))
        if found is None:
            found = minted(name, "person", country)
            self.register(found, name)
        return found

    def register(self, actor: Actor, name: str, family: Sequence[str] = ()) -> None:
        """Remember a person by its full name, its last word and its listed family names."""
        words = name.split()
        for form in (name, words[-1], *family):
            self.by_name.setdefault(fold(form), actor)

    def called(self, name: str) -> Actor | None:
        """Return the person whom the article calls by a name, or by a part of it."""
        key = fold(name)
        if key in self.by_name:
            return self.by_name[key]
        holders = {actor.id: actor for full, actor in self.by_name.items() if key in full.split()}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def office(self, actor: Actor, relation: str) -> Office | None:
        """Return the listed office that a person held when the article appeared."""
        day = self.published or "9999-12-31"
        person = self.gazetteer.people_by_id.get(actor.id)
        held = (
            [office for office in person.offices if office.relation == relation] if person else []
        )
        return next((office for office in reversed(held) if office.covers(day)), None)

    def holder(self, relation: str, title: str, of: str, *, foreign: bool) -> Actor | None:
        """Return the person named in the article who holds an office.

        Args:
            relation: ``leads``, ``holdsOfficeIn`` or ``representsTo``.
            title: The title as written, folded: it decides between two who lead one state.
            of: ISO code or organisation slug.
            foreign: Whether the title is that of a foreign minister.
        """
        same = [
            (role, actor)
            for role, actor in self.roles
            if role.of == of and role.relation == relation
        ]
        exact = [actor for role, actor in same if role.title == title]
        if exact:
            return exact[-1]
        if same and (relation == "leads" or foreign) and len({actor.id for _, actor in same}) == 1:
            return same[-1][1]
        listed = (self.office(actor, relation) for actor in self.by_name.values())
        named = zip(self.by_name.values(), listed, strict=True)
        held = [
            a
            for a, o in named
            if o and o.of == of and (relation == "leads" or (foreign and o.post))
        ]
        return held[0] if held and not same else None

    def rank(self, actor: Actor) -> str | None:
        """Return the relation of a person's highest office when the article appeared."""
        held = (name for name in ("leads", "holdsOfficeIn") if self.office(actor, name))
        return next(held, None)
