"""Leaders of states by their office: whom "the prime minister" or "la présidente" may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.actors.people import People, Role
from graph.actors.titles import TitleWords
from graph.model import Actor
from graph.text.folding import fold


@dataclass(frozen=True, slots=True)
class Heads:
    """The offices of the leaders whom one article names."""

    people: People
    words: TitleWords

    def bears(self, actor: Actor, role: Role) -> bool:
        """Return whether the office by which a leader is known may have a title."""
        return self.people.bears(actor, self.words.heads.get(role.title))

    def meant(self, title: str, people: Sequence[Actor]) -> list[Actor]:
        """Return those whom a title may mean by its gender and its state, in the given order.

        Args:
            title: As written.
            people: Whom it may mean by the office.
        """
        title, women = fold(title), self.people.gazetteer.women
        state = self.words.bound.get(title)
        own = [who for who in people if state in (None, who.country)]
        if title in self.words.feminine:
            return [who for who in own if who.id in women or not self._is_leader(who)]
        if title in self.words.masculine:
            return sorted(own, key=lambda who: who.id in women)
        return own

    def is_other(self, actor: Actor, role: Role) -> bool:
        """Return whether the state of a role has a listed leader of that title, and not this one.

        Whoever is not listed does not lead it when the article appeared.
        """
        if role.title not in self.words.heads or self._is_leader(actor):
            return False
        return any(
            office.of == role.of and self.bears(person.actor, role)
            for person in self.people.gazetteer.leaders.get(role.of or "", ())
            if (office := self.people.office(person.actor, "leads")) is not None
        )

    def _is_leader(self, actor: Actor) -> bool:
        person = self.people.gazetteer.people_by_id.get(actor.id)
        return person is not None and any(one.relation == "leads" for one in person.offices)
