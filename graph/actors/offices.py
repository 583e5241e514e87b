"""Titles: who holds the office that a title names, and what the title claims."""

from dataclasses import dataclass, field, replace

from graph.actors.claims import OFFICE, Claims
from graph.actors.discourse import Discourse
from graph.actors.envoys import Envoys, body_of
from graph.actors.heads import Heads
from graph.actors.people import People, Role
from graph.actors.phrases import Phrase
from graph.actors.records import FOREIGN, UNION
from graph.actors.titlealone import TitleAlone
from graph.actors.titles import TitleWords
from graph.model import Actor
from graph.text.folding import fold


@dataclass(slots=True)
class Offices:
    """Titles of one article, in the order in which they are read."""

    text: str
    people: People
    discourse: Discourse
    words: TitleWords
    claims: Claims
    last: Role | None = None
    """The office named last: that of a counterpart."""
    envoys: Envoys = field(default_factory=Envoys)

    def role(self, phrase: Phrase, of: str | None) -> Role:
        """Return the office that a phrase names."""
        former = any(part.startswith("former") for part in phrase.parts)
        former = former or self._is_past(phrase)
        if "peer" in phrase.parts:
            return replace(self._last(), of=of, former=former)
        unit = phrase.parts["title"][0]
        title = self.words.plain(self.text[unit.start : unit.end])
        return Role(self.words.complements.relation(phrase, self.text), title, of, former=former)

    def _last(self) -> Role:
        """Return the office named last, or else the one by which the person named last is known."""
        if self.last is not None:
            return self.last
        for actor in self.discourse.people()[:1]:
            if (rank := self.people.rank(actor)) is not None:
                office = self.people.office(actor, rank)
                return Role(rank, office.post if office else "", None)
        return Role(OFFICE, "", None)

    def taken(self, phrase: Phrase) -> set[str | None]:
        """Return the states that have such an office, but another to hold it.

        They are not whom the holder acts for where the title names no state: "the prime minister"
        of a text that names that of one state before is of another.
        """
        if "peer" in phrase.parts:
            return {self.last.of} if self.last else set()
        own = self.role(phrase, None)
        alone = own.relation == "leads" or self.words.is_foreign(own.title)
        same = [role for role, _ in self.people.roles if alone and role.bears(own)]
        return {role.of for role in same}

    def holder(self, phrase: Phrase, key: str) -> Actor | None:
        """Return who holds an office of a state, or the state where the article names nobody.

        Whoever held it once does not stand for the state.
        """
        gazetteer = self.people.gazetteer
        role = self.role(phrase, key)
        foreign = self.words.is_foreign(self.text[phrase.start : phrase.end])
        peer = "peer" in phrase.parts and self._is_foreign(role.title)
        kind = self.words.heads.get(role.title) if role.relation == "leads" else None
        found = self.people.holder(role, foreign=foreign, peer=peer, kind=kind)
        if role.former:
            return found
        self.last = role
        if role.relation == "representsTo":
            self.envoys.tell(key, self.post(phrase))
        if found is not None and role.relation != "representsTo":
            self.claims.add(phrase, found, role.relation, key)
        return found or gazetteer.actor(key)

    def _is_foreign(self, title: str) -> bool:
        return title == FOREIGN or self.words.is_foreign(title)

    def titled(self, phrase: Phrase) -> Actor | None:
        """Return whom a title alone means: "the president"."""
        if self.is_private(phrase):
            return None
        role, unit = self.role(phrase, None), phrase.parts["title"][0]
        title = self.text[unit.start : unit.end]
        alone = TitleAlone(self.people, self.discourse, self.words)
        if (actor := alone.holder(role, title, phrase.start)) is not None:
            return self._meant(phrase, actor, role)
        state = self.words.bound.get(fold(title)) if role.relation == "leads" else None
        return self.people.gazetteer.countries[state] if state is not None else None

    def _meant(self, phrase: Phrase, actor: Actor, role: Role) -> Actor:
        if role.former:
            return actor
        if self.people.office(actor, role.relation):
            self.claims.add(phrase, actor, role.relation, self.served(actor, role.relation))
        elif role.relation == "leads":
            self.claims.add(phrase, actor, role.relation, actor.country)
        return actor

    def is_private(self, phrase: Phrase) -> bool:
        """Return whether the title of a phrase is of something that is no state."""
        if "title" not in phrase.parts:
            return False
        words, text = self.words, self.text
        return words.complements.is_private(phrase, text) or words.unlisted.is_firm(phrase, text)

    def is_peer_of_nobody(self, phrase: Phrase) -> bool:
        """Return whether a phrase is of the colleague of somebody without an office."""
        return "peer" in phrase.parts and self._last() == Role(OFFICE, "", None)

    def is_outside(self, phrase: Phrase) -> bool:
        """Return whether the title of a phrase is of a firm, a club or a town."""
        if "title" not in phrase.parts:
            return False
        words, text = self.words, self.text
        return words.complements.is_outside(phrase, text) or words.unlisted.is_body(phrase, text)

    def named(self, phrase: Phrase, actor: Actor, nations: list[str]) -> None:
        """Store what a title beside a name claims.

        Args:
            phrase: A title with a name.
            actor: Whoever is named.
            nations: Keys of the states or bodies that the title is of, the likeliest
                first; or none.
        """
        of = nations[0] if nations else None
        role = self.role(phrase, of)
        rank, beside = self.people.rank(actor), self.words.complements
        # "opposition leader Jane Roe" may once have been a minister
        higher = rank is None or (role.relation == "leads" and rank != "leads")
        unsaid = of is None and beside.is_of_somebody(phrase, self.text)
        outside = rank is None and not nations and self.is_outside(phrase)
        if unsaid or outside or (higher and self.is_private(phrase)):
            return
        if "title" in phrase.parts and beside.is_played(phrase, self.text):
            return
        if "peer" in phrase.parts:
            role = Role(rank or role.relation, role.title, of)
        guessed = of is None and "peer" not in phrase.parts
        if of is None:
            role = Role(role.relation, role.title, self.served(actor, role.relation), role.former)
        if (role, actor) not in self.people.roles:
            self.people.roles.append((role, actor))
        plain = rank is not None or self._is_plain(phrase, role, actor)
        self.last = self.last if role.former else role
        if role.former or not plain:
            return
        if guessed and Heads(self.people, self.words).is_other(actor, role):
            return
        below = role.relation == "leads" and (
            self._heads_a_body(phrase) or phrase.is_titled_behind(self.text, self.words.one_of)
        )
        relation = OFFICE if below else role.relation
        if relation == "representsTo":
            self._represents(phrase, actor, role.of, guessed=guessed)
        else:
            self.claims.add(phrase, actor, relation, role.of)

    def sent(self, phrase: Phrase) -> list[str]:
        """Return whom an envoy serves who was told of before without a name, if one is named."""
        named = phrase.parts["title"][0].names[0].key == "representsTo"
        return [self.envoys.served] if named and self.envoys.served is not None else []

    def serves(self, phrase: Phrase, actor: Actor, nation: str | None) -> None:
        """Store that somebody acts for a state or leads a body: "Jane Roe, who heads the IAEA".

        Args:
            phrase: What names him.
            actor: Whoever serves.
            nation: The key of a state, by ISO code, or of a body.
        """
        rank, beside = self.people.rank(actor), self.words.complements
        body = nation is not None and nation not in self.people.gazetteer.countries
        own = "leads" if body or beside.is_of_head(phrase, self.text) else OFFICE
        if rank or "listed" not in phrase.parts:
            self.claims.add(phrase, actor, rank or own, nation)

    def holds(self, phrase: Phrase, actor: Actor, nation: str) -> None:
        """Store that somebody named in a list holds the office that a title in the plural names.

        Args:
            phrase: The title, in the plural.
            actor: One of those who hold it.
            nation: The key of the state or body that he holds it in.
        """
        role = self.role(phrase, nation)
        if role.former or self.is_peer_of_nobody(phrase):
            return
        single = replace(role, title=self.words.single(role.title))
        self.people.roles.append((single, actor))
        if role.relation != "representsTo":
            self.claims.add(phrase, actor, role.relation, nation)

    def _heads_a_body(self, phrase: Phrase) -> bool:
        """Return whether a leader's title is of a body: "the chief of the Polish police"."""
        body = (*phrase.parts.get("of_body", ()), *phrase.after[1:2])
        nations = (*phrase.parts.get("nation", ()), *phrase.parts.get("nation2", ()))
        last = phrase.units[-1] in nations
        owned = "of_body" in phrase.parts or (last and [u.tag for u in phrase.after[:1]] == ["s"])
        wholes = self.words.complements.own["leads"] | self.words.complements.wholes
        whole = any(Phrase.is_behind(unit, self.text, wholes) for unit in body)
        return owned and not whole

    def _represents(self, phrase: Phrase, actor: Actor, of: str | None, *, guessed: bool) -> None:
        """Store where an envoy serves, and whom: "the US ambassador" is one to the other state.

        Of one whose title names no state that is not known unless the text shows it.
        """
        gazetteer = self.people.gazetteer
        post = self.envoys.place(self.post(phrase), of)
        vague = self.role(phrase, of).title in self.words.complements.vague
        if post is None and of is not None and of not in gazetteer.countries and not vague:
            post, of = gazetteer.actor(of), actor.country  # "its UN ambassador"
        if post is None and of is not None and not vague:
            toward = Phrase.is_behind(phrase.lead, self.text, self.words.toward)
            post = self.envoys.told(self.discourse, phrase.start, of, received=toward)
            topic = self.discourse.topic(phrase.start)
            near = gazetteer.countries[topic] if topic not in (None, of, UNION) else None
            post = post or (near if guessed else self._other(of))
        if post is not None:
            self.claims.store(phrase, actor, "representsTo", post)
        self.claims.add(phrase, actor, OFFICE, of)

    def _other(self, of: str) -> Actor | None:
        """Return the state that the text speaks of most beside one."""
        others = (code for code in self.discourse.countries() if code not in (of, UNION))
        found = next(others, None)
        return self.people.gazetteer.countries[found] if found is not None else None

    def second(self, phrase: Phrase, actor: Actor) -> None:
        """Store what a second title claims: "the Kenyan president, chairman of the Community"."""
        if "title2" in phrase.parts:
            relation = phrase.parts["title2"][0].names[0].key
            own = OFFICE if "body2" in phrase.parts else relation
            self.claims.add(phrase, actor, own, phrase.parts["nation4"][0].names[0].key)

    def member(self, phrase: Phrase, nation: str) -> Actor:
        """Store that a state belongs to a body: "NATO member Turkey"."""
        gazetteer = self.people.gazetteer
        state = gazetteer.actor(nation)
        body = gazetteer.actor(phrase.parts["league"][0].names[0].key)
        self.claims.store(phrase, state, "memberOf", body)
        return state

    def _is_past(self, phrase: Phrase) -> bool:
        return "title" in phrase.parts and self.words.complements.is_past(phrase, self.text)

    def _is_plain(self, phrase: Phrase, role: Role, actor: Actor) -> bool:
        """Whether a title of somebody not listed is one of a state.

        A counterpart of nobody, "its president", or a vague title or a family name alone
        without the name of a state, or "his spokesman" of none, are as often those of a club.
        """
        beside = self.words.complements
        if self.is_peer_of_nobody(phrase):
            return False
        if any(part.startswith(("nation", "chief", "land")) for part in phrase.parts):
            return True
        if phrase.is_behind(phrase.determiner, self.text, self.words.possessive):
            named = self.discourse.nouns[-1:] == self.discourse.named[-1:]
            told = named or role.title not in beside.vague
            return told if role.relation != "leads" else role.title in beside.open
        body = phrase.parts.get("of_body", ())[:1]
        owned = bool(body) and not Phrase.is_behind(body[0], self.text, self.words.unowned)
        served = owned or beside.is_served(phrase, self.text)
        vague = role.title in beside.vague and not served
        return " " in actor.label and not vague

    def post(self, phrase: Phrase) -> Actor | None:
        """Return where an envoy serves: "the ambassador to Niger", "the French UN ambassador"."""
        posts = phrase.parts.get("post") or body_of(phrase)
        keys = [unit.names[0].key for unit in posts if unit.names]
        return self.people.gazetteer.actor(keys[0]) if keys else None

    def served(self, actor: Actor, relation: str) -> str | None:
        """Return the state or organisation that a person serves."""
        office = self.people.office(actor, relation)
        return office.of if office else actor.country
