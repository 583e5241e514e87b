"""Whom a title alone means: "the president" last spoken of, or whom news knows as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.actors.discourse import Discourse
from graph.actors.heads import Heads
from graph.actors.people import People, Role
from graph.actors.titles import TitleWords
from graph.model import Actor


@dataclass(frozen=True, slots=True)
class TitleAlone:
    """Answers about one article, at the place that its reading has reached."""

    people: People
    discourse: Discourse
    words: TitleWords

    def holder(self, role: Role, title: str, start: int) -> Actor | None:
        """Return who is meant, or None.

        Args:
            role: The office that the title names.
            title: The title as written.
            start: Where the phrase starts, in code points.
        """
        titles: dict[Actor, list[Role]] = {}
        for own, actor in self.people.roles:
            titles.setdefault(actor, []).append(own)
        exact = [a for a in titles if any(own.bears(role) for own in titles[a])]
        part = [a for a in titles if any(own.is_kind_of(role) for own in titles[a])]
        named = self._likely(start)
        known = [a for a in named if self._is_known(a, role, titles.get(a, []))]
        common = role.title in self.words.common
        heads = Heads(self.people, self.words)
        for group in ([*exact, *known], part) if common else (exact, known, part):
            likely = (*(person for person in named if person in group), *group)
            for actor in heads.meant(title, likely):
                return actor
        return None

    def _likely(self, start: int) -> list[Actor]:
        """Return the persons named, the likeliest first that a title alone means.

        Where a sentence begins with it, that is whoever the sentence before begins with.
        """
        topic, people = self.discourse.before(start), self.discourse.people()
        told = self.discourse.persons.within(self.discourse.sentence(start) - 1)
        first = (who for who in people if topic and who.id in told and who.country == topic.country)
        return list(dict.fromkeys((*first, *people)))

    def _is_known(self, actor: Actor, role: Role, titles: Sequence[Role]) -> bool:
        """Whether news knows a person by an office, so that no title need be given.

        Who has another title in the article is not meant, unless by a title for any leader.
        """
        if role.former:
            return False
        if role.relation == "leads" and role.title in self.words.generic:
            return any(own.relation == "leads" for own in titles) or self._leads(actor)
        if titles:
            return False
        office = self.people.office(actor, role.relation)
        foreign = self.words.is_foreign(role.title)
        if role.relation == "leads":
            return office is not None and Heads(self.people, self.words).bears(actor, role)
        return office is not None and bool(foreign and office.post)

    def _leads(self, actor: Actor) -> bool:
        return self.people.office(actor, "leads") is not None
