"""Titles: who holds the office that a title names, and what the title claims."""

from dataclasses import dataclass, field

from graph.actors.discourse import Discourse
from graph.actors.people import People, Role
from graph.actors.phrases import Phrase
from graph.actors.titles import TitleWords
from graph.model import Actor


@dataclass(frozen=True, slots=True)
class Claim:
    """A state relation that a title claims: "le président russe Vladimir Poutine"."""

    start: int
    """First code point of the phrase."""

    person: Actor
    relation: str
    of: Actor


@dataclass(slots=True)
class Offices:
    """Titles of one article, in the order in which they are read."""

    text: str
    people: People
    discourse: Discourse
    words: TitleWords
    claims: list[Claim] = field(default_factory=list)
    last: Role | None = None
    """The office named last: that of a counterpart."""

    def role(self, phrase: Phrase, of: str | None) -> Role:
        """Return the office that a phrase names."""
        former = "former" in phrase.parts or "former2" in phrase.parts
        if "peer" in phrase.parts:
            relation, title = (self.last.relation, self.last.title) if self.last else (_OFFICE, "")
            return Role(relation, title, of, former=former)
        unit = phrase.parts["title"][0]
        title = self.words.plain(self.text[unit.start : unit.end])
        return Role(unit.names[0].key, title, of, former=former)

    def holder(self, phrase: Phrase, key: str) -> Actor | None:
        """Return who holds an office of a state, or the state where the article names nobody.

        Whoever held it once does not stand for the state.
        """
        gazetteer = self.people.gazetteer
        role = self.role(phrase, key)
        foreign = self.words.is_foreign(self.text[phrase.start : phrase.end])
        found = self.people.holder(role, foreign=foreign)
        if role.former:
            return found
        self.last = role
        if found is not None and role.relation != "representsTo":
            self.claim(phrase, found, role.relation, key)
        return found or gazetteer.actor(key)

    def titled(self, phrase: Phrase) -> Actor | None:
        """Return whom a title alone means: "the president"."""
        role = self.role(phrase, None)
        titles: dict[Actor, list[Role]] = {}
        for known, actor in self.people.roles:
            titles.setdefault(actor, []).append(known)
        exact = [a for a in titles if any(known.bears(role) for known in titles[a])]
        part = [a for a in titles if any(known.is_kind_of(role) for known in titles[a])]
        named = self.discourse.people()
        # Whom news knows as a leader needs no title; who has another title is not meant.
        leading = [a for a in named if self.people.office(a, role.relation) and a not in titles]
        leading = leading if role.relation == "leads" and not role.former else []
        for group in ([*exact, *leading], part):
            for actor in (*(person for person in named if person in group), *group):
                return self._meant(phrase, actor, role)
        return None

    def _meant(self, phrase: Phrase, actor: Actor, role: Role) -> Actor:
        if not role.former and role.relation == "leads":
            self.claim(phrase, actor, role.relation, self.served(actor, role.relation))
        return actor

    def named(self, phrase: Phrase, actor: Actor, nations: list[str]) -> None:
        """Store what a title beside a name claims."""
        of = nations[0] if nations else None
        role = self.role(phrase, of)
        if "peer" in phrase.parts:
            role = Role(self.people.rank(actor) or role.relation, role.title, of)
        if of is None:
            role = Role(role.relation, role.title, self.served(actor, role.relation), role.former)
        if (role, actor) not in self.people.roles:
            self.people.roles.append((role, actor))
        if role.former:
            return
        self.last = role
        relation = role.relation
        if relation == "representsTo":
            post = self.post(phrase)
            if post is not None:
                self._store(phrase, actor, relation, post)
            relation = _OFFICE
        self.claim(phrase, actor, relation, role.of)

    def post(self, phrase: Phrase) -> Actor | None:
        """Return where an envoy serves."""
        keys = [unit.names[0].key for unit in phrase.parts.get("post", ()) if unit.names]
        return self.people.gazetteer.actor(keys[0]) if keys else None

    def served(self, actor: Actor, relation: str) -> str | None:
        """Return the state or organisation that a person serves."""
        office = self.people.office(actor, relation)
        return office.of if office else actor.country

    def claim(self, phrase: Phrase, actor: Actor, relation: str, of: str | None) -> None:
        """Store that a person leads or serves a state, once an article."""
        if of is None:
            return
        served = self.people.gazetteer.actor(of)
        state = self.people.gazetteer.countries.get(served.country or "")
        if served.kind == "organisation" and state is not None and state.country != _UNION:
            # Whoever heads an agency or a parliament holds an office in its state.
            relation, served = _OFFICE, state
        repeated = any(c.person == actor and c.relation == relation for c in self.claims)
        if not repeated or relation == "leads":
            self._store(phrase, actor, relation, served)

    def _store(self, phrase: Phrase, actor: Actor, relation: str, of: Actor) -> None:
        known = {(claim.person, claim.relation, claim.of) for claim in self.claims}
        if (actor, relation, of) not in known:
            self.claims.append(Claim(phrase.start, actor, relation, of))


_OFFICE = "holdsOfficeIn"

#: The European Union counts as a state, but its bodies are organisations of their own.
_UNION = "EU"
