"""One pass over the phrases of an article: which actors each phrase stands for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.actors.anaphora import Anaphora, Resolved
from graph.actors.discourse import Discourse
from graph.actors.offices import Offices
from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import UNION, Gazetteer
from graph.actors.titles import TitleWords
from graph.actors.units import Unit
from graph.model import Actor
from graph.text.folding import fold

_HOW = {"A": "adjective", "D": "demonym", "K": "capital"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, describes or stands for one or more actors."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    actors: tuple[Actor, ...]
    """Whom it stands for; several for "les présidents russe et chinois"."""

    how: str
    """name, adjective, demonym, capital, body, title, person, pair or description."""

    post: Actor | None = None
    """Where an envoy serves."""

    title: str = ""
    """The office that the phrase names, lower case: "ambassador"."""

    instead: tuple[tuple[Actor, ...], ...] = ()
    """Of a pair: whom it means where the first, or the second, is none of the two."""


class Reading:
    """Reads phrases in order, and remembers whom they named."""

    def __init__(self, text: str, people: People, discourse: Discourse, words: TitleWords) -> None:
        """Start before the first phrase of a text."""
        self._text = text
        self._words = words
        self._people = people
        self._discourse = discourse
        self._gazetteer: Gazetteer = people.gazetteer
        self._bodies: dict[str, Actor] = {}
        self.offices = Offices(text, people, discourse, words)
        self._anaphora = Anaphora(text, people, discourse, words)
        #: Parts of a phrase that tell how it is resolved, the weightiest first.
        self._resolvers: tuple[tuple[str, Callable[[Phrase], Resolved]], ...] = (
            ("atom", self._atom),
            ("adjective", self._atom),
            ("league", self._member),
            ("name", self._named),
            ("group", self._anaphora.group),
            ("described", self._anaphora.described),
            ("region", self._anaphora.described),
            ("other", self._anaphora.other),
            ("owned", self._owned),
            ("body", self._body),
            ("title", self._titled),
            ("peer", self._titled),
        )

    def mentions(self, phrase: Phrase) -> Iterator[Mention]:
        """Yield what a phrase stands for; nothing where that is not known."""
        if "owned" in phrase.parts and not self._is_foreign(phrase):
            for unit in (unit for unit in phrase.units if unit.tag in "ACKG"):
                kind = "adjective" if unit.tag == "A" else "atom"
                yield from self.mentions(Phrase(kind, (unit,), {kind: (unit,)}, phrase.before))
            return
        if "whose" in phrase.parts:
            yield from self._whose(phrase)
            return
        if self._conflicts(phrase):
            yield from self._apart(phrase)
            return
        found, how = next(f(phrase) for part, f in self._resolvers if part in phrase.parts)
        actors = tuple(dict.fromkeys(actor for actor in found if actor is not None))
        if actors:
            placed = how == "capital" and phrase.before is not None and phrase.before.tag == "l"
            self._discourse.add(actors, phrase, placed=placed, beside=how == "adjective")
            title = " ".join(self._text[u.start : u.end] for u in phrase.parts.get("title", ()))
            post = self.offices.post(phrase)
            instead = tuple(self._without(phrase, actors, actor) for actor in actors)
            yield Mention(phrase.start, phrase.end, actors, how, post, title.lower(), instead)

    def _without(self, phrase: Phrase, actors: Sequence[Actor], actor: Actor) -> tuple[Actor, ...]:
        """Return whom "both sides" means where one of the likeliest urges them: another one."""
        if "group" not in phrase.parts or "number" not in phrase.parts:
            return ()
        found = self._anaphora.group(phrase, but=actor)[0]
        others = tuple(other for other in found if other is not None)
        return others if not set(others) <= set(actors) else ()

    def _conflicts(self, phrase: Phrase) -> bool:
        """Whether a title behind a name is of another state: it opens a new phrase then."""
        name = phrase.parts.get("name", ())
        nations = self._nations(phrase)
        if not name or not nations or name[0] is not phrase.units[0] or len(name) > 1:
            return False
        actor = self._person(name)
        country = self._gazetteer.actor(nations[0]).country
        return (
            actor is not None and None not in (actor.country, country) and actor.country != country
        )

    def _is_foreign(self, phrase: Phrase) -> bool:
        """Whether a listed body is meant of another state: "the Peruvian Congress"."""
        body = self._gazetteer.actor(phrase.parts["owned"][0].names[0].key)
        state = self._gazetteer.actor(self._nations(phrase)[0]).country
        return body.kind == "organisation" and body.country not in (None, state, UNION)

    def _whose(self, phrase: Phrase) -> Iterator[Mention]:
        """Yield a body and its head as two mentions: "Hamas, whose leader Yahya Sinwar"."""
        owner, title = phrase.units[:1], phrase.units.index(phrase.parts["title"][0])
        parts = {key: units for key, units in phrase.parts.items() if key != "whose"}
        yield from self.mentions(Phrase("atom", owner, {"atom": owner}, phrase.before))
        yield from self.mentions(Phrase("title-name", phrase.units[title:], parts, None))

    def _apart(self, phrase: Phrase) -> Iterator[Mention]:
        """Yield the name of a phrase, and its title, as two mentions."""
        name = phrase.parts["name"]
        title = phrase.parts["title"][0]
        nation = min((unit.start for unit in phrase.parts.get("nation", ())), default=phrase.end)
        rest = tuple(u for u in phrase.units[len(name) :] if u.start >= min(nation, title.start))
        parts = {key: units for key, units in phrase.parts.items() if key != "name"}
        yield from self.mentions(Phrase("atom", name, {"atom": name}, phrase.before))
        yield from self.mentions(Phrase("title-nation", rest, parts, None))

    def _atom(self, phrase: Phrase) -> Resolved:
        unit = phrase.units[0]
        if unit.tag == "W":
            return self._gazetteer.sets[unit.names[0].key], "pair"
        if unit.tag == "H":
            return [self._gazetteer.actor(key) for key in unit.names[0].key.split("+")], "adjective"
        if unit.tag == "S":
            definite = phrase.follows(self._text, self._words.definite)
            word = self._text[unit.start : unit.end]
            return [self._discourse.shortened(word) if definite else None], "name"
        if unit.tag in "PF":
            actor = self._person(phrase.units)
            if actor is not None and self._words.is_crowned(self._text[unit.start : unit.end]):
                self.offices.claim(phrase, actor, "leads", self.offices.served(actor, "leads"))
            return [actor], "person"
        return [self._gazetteer.actor(unit.names[0].key)], _HOW.get(unit.tag, "name")

    def _named(self, phrase: Phrase) -> Resolved:
        titled = "title" in phrase.parts or "peer" in phrase.parts
        nations = self._nations(phrase)
        name, nation = phrase.parts["name"], nations[0] if nations else None
        # One bare word before its title may be any word that begins a sentence.
        introduced = name[0] is not phrase.units[0]
        if "title" in phrase.parts and not nations:
            own = phrase.follows(self._text, self._words.possessive)
            nations = self._owner(name) if own else self._bound(phrase)
            nation = nations[0] if nations else None
        told = titled or "led" in phrase.parts or "serves" in phrase.parts
        actor = self._person(name, phrase if told else None, nation, introduced=introduced)
        if actor is None:
            return [], "person"
        if titled:
            self.offices.named(phrase, actor, nations)
            self.offices.second(phrase, actor)
        elif "serves" in phrase.parts:
            self.offices.claim(phrase, actor, "holdsOfficeIn", nation)
        elif "led" in phrase.parts:
            self.offices.claim(phrase, actor, "leads", nation)
            return [self._gazetteer.actor(nations[0])], "name"
        return [actor], "person"

    def _member(self, phrase: Phrase) -> Resolved:
        return [self.offices.member(phrase, self._nations(phrase)[0])], "name"

    def _titled(self, phrase: Phrase) -> Resolved:
        if self.offices.is_private(phrase):
            return [], "title"
        nations = self._nations(phrase)
        if nations:
            return [self.offices.holder(phrase, key) for key in nations], "title"
        definite = phrase.follows(self._text, self._words.definite)
        return [
            self.offices.titled(phrase) if definite and "title" in phrase.parts else None
        ], "title"

    def _owned(self, phrase: Phrase) -> Resolved:
        return [self._gazetteer.actor(key) for key in self._nations(phrase)], "body"

    def _body(self, phrase: Phrase) -> Resolved:
        word = fold(self._text[phrase.parts["body"][0].start : phrase.parts["body"][-1].end])
        actors = [self._gazetteer.actor(key) for key in self._nations(phrase)]
        if actors:
            self._bodies[word] = actors[0]
            return actors, "body"
        if not phrase.follows(self._text, self._words.definite):
            return [], "body"
        known = self._discourse.shortened(word) or self._bodies.get(word)
        return [known] if known else self._anaphora.state(), "body"

    def _owner(self, name: Sequence[Unit]) -> list[str]:
        """Return the state or body named last, whose "its" is.

        Of somebody known to lead a body that the text has named, it is that body: "NATO met in
        Ankara. Its secretary general, Mark Rutte".
        """
        person = self._person(name)
        office = self._people.office(person, "leads") if person is not None else None
        led = self._gazetteer.actor(office.of) if office is not None else None
        if led is not None and led in self._discourse.named:
            return [office.of] if office is not None else []
        named = self._discourse.named[-1:]
        return [key for actor in named if (key := self._gazetteer.key(actor)) is not None]

    def _bound(self, phrase: Phrase) -> list[str]:
        """Return the one state that has such an office: "the deputy secretary of state"."""
        unit = phrase.parts["title"][0]
        state = self._words.bound.get(fold(self._text[unit.start : unit.end]))
        return [state] if state is not None and "peer" not in phrase.parts else []

    def _nations(self, phrase: Phrase) -> list[str]:
        units = [
            unit
            for part in ("nation", "nation2", "nation3", "ruler")
            for unit in phrase.parts.get(part, ())
        ]
        keys = [self._national(unit, phrase) for unit in units if unit.tag in "ACKGD"]
        ruled = [self._person((unit,)) for unit in units if unit.tag in "PF"]
        keys += [actor.country for actor in ruled if actor and actor.country]
        return list(dict.fromkeys(keys))

    def _national(self, unit: Unit, phrase: Phrase) -> str:
        """Return whose a name is: of "le Conseil de sécurité iranien" Iran, not the United Nations.

        A part of a wider body is a state's own where an adjective behind it says so.
        """
        key = unit.names[0].key
        behind = phrase.after[:1] if unit is phrase.units[-1] else ()
        part = self._gazetteer.actor(key).id in self._gazetteer.wholes
        if part and behind and behind[0].tag == "A":
            return behind[0].names[0].key
        return key

    def _person(
        self,
        units: Sequence[Unit],
        by: Phrase | None = None,
        nation: str | None = None,
        *,
        introduced: bool = True,
    ) -> Actor | None:
        """Return whom a name means; a phrase with a title introduces one that is not known."""
        name = self._text[units[0].start : units[-1].end]
        if len(units) == 1 and units[0].tag in "PF":
            listed = self._listed(units[0], name, by, nation)
            if listed is not None:
                return listed
        known = self._people.called(name)
        if known is not None or by is None or (len(units) == 1 and not introduced):
            return known
        if fold(self._text[units[0].start : units[0].end]) in self._words.many:
            return None  # "Les Républicains"
        return self._people.introduce(name, self._served(by, nation))

    def _listed(self, unit: Unit, name: str, by: Phrase | None, nation: str | None) -> Actor | None:
        """Return the listed person whom a name means, perhaps a family name with a title."""
        found = self._people.called(name) if unit.tag == "F" else None
        keys = [entry.key for entry in unit.names]
        if found is not None and found not in [self._gazetteer.actor(key) for key in keys]:
            return found
        if not keys:
            return None
        titles = by.parts.get("title", ()) if by is not None else ()
        leads = any(title.names[0].key == "leads" for title in titles)
        person = self._people.known(keys, nation, leads=leads)
        if unit.tag == "F" and not self._people.is_of_age(person):
            return None
        self._people.register(person.actor, name, person.family)
        return person.actor

    def _served(self, phrase: Phrase, nation: str | None) -> str | None:
        """Return whom a person acts for who is introduced: the state that the title names, or home.

        It is nobody where the title names a state or a people that is not listed.
        """
        country = self._gazetteer.actor(nation).country if nation else None
        titled = "title" in phrase.parts
        if country or (titled and not nation and self._words.unlisted.bears(phrase, self._text)):
            return country
        but = self.offices.taken(phrase) if titled or "peer" in phrase.parts else ()
        return self._discourse.home(phrase.parts["name"][0].start, but=but)
