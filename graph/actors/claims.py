"""What the titles of an article claim: that somebody leads a state, serves or represents it."""

from dataclasses import dataclass, field

from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import UNION
from graph.model import Actor

#: What whoever serves a state in any other rank than the first does.
OFFICE = "holdsOfficeIn"


@dataclass(frozen=True, slots=True)
class Claim:
    """A state relation that a title claims: "le président russe Vladimir Poutine"."""

    start: int
    """First code point of the phrase."""

    person: Actor
    relation: str
    of: Actor


@dataclass(slots=True)
class Claims:
    """The claims of one article, in the order of its text."""

    people: People
    found: list[Claim] = field(default_factory=list)
    _held: set[tuple[Actor, str]] = field(default_factory=set)
    """Who has a claim, and of which relation."""

    _stored: set[tuple[Actor, str, Actor]] = field(default_factory=set)

    def add(self, phrase: Phrase, actor: Actor, relation: str, of: str | None) -> None:
        """Store that a person leads or serves a state, once an article.

        Args:
            phrase: Where the text says so.
            actor: The person.
            relation: ``leads`` or ``holdsOfficeIn``.
            of: The key of the state or body; nothing is stored without one.
        """
        if of is None:
            return
        served = self.people.gazetteer.actor(of)
        state = self.people.gazetteer.countries.get(served.country or "")
        if served.kind == "organisation" and state is not None and state.country != UNION:
            # Whoever heads an agency or a parliament holds an office in its state.
            relation, served = OFFICE, state
        if relation == "leads" or (actor, relation) not in self._held:
            self.store(phrase, actor, relation, served)

    def led(self, actor: Actor) -> str | None:
        """Return the key of what somebody leads, or serves, as listed or as the text said."""
        rank = self.people.rank(actor)
        office = self.people.office(actor, rank) if rank else None
        told = (c.of for c in self.found if c.person == actor and c.relation == "leads")
        of = next(told, None)
        return office.of if office else self.people.gazetteer.key(of) if of else None

    def store(self, phrase: Phrase, actor: Actor, relation: str, of: Actor) -> None:
        """Store a claim, once an article."""
        if (actor, relation, of) not in self._stored:
            self._stored.add((actor, relation, of))
            self._held.add((actor, relation))
            self.found.append(Claim(phrase.start, actor, relation, of))
