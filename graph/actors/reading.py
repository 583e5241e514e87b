"""One pass over the phrases of an article: which actors each phrase stands for."""

from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter

from graph.actors.anaphora import Anaphora, Resolved
from graph.actors.claims import Claims
from graph.actors.discourse import Discourse
from graph.actors.division import Division
from graph.actors.fringe import Fringe
from graph.actors.manner import Manner
from graph.actors.mention import Mention
from graph.actors.naming import Naming
from graph.actors.offices import Offices
from graph.actors.people import People
from graph.actors.phrases import Phrase
from graph.actors.records import UNION, Gazetteer
from graph.actors.titles import TitleWords
from graph.model import Actor
from graph.text.folding import fold

#: How many code points before a name may say that a state speaks by whom it names.
_NEAR = 40

#: How many signs and words stand between a capital that opens a clause and a body there: ", the".
_OPENING = 2

#: Tags of what stands between names that follow each other: "the presidents A of B and C of D".
_PARTING = ",zACKGo"

#: Kinds of phrases that are one listed name, as most are.
_ATOMS = ("atom", "adjective")

_HOW = {"A": "adjective", "D": "demonym", "K": "capital"}


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
        self._seat: tuple[int, Actor] | None = None
        self.offices = Offices(text, people, discourse, words, Claims(people))
        self._anaphora = Anaphora(text, people, discourse, words)
        self._fringe = Fringe(text, people.gazetteer, discourse, words, self._anaphora)
        self._naming = Naming(text, self.offices)
        self._division = Division(people.gazetteer, self._naming)

    def mentions(self, phrase: Phrase) -> list[Mention]:
        """Return what a phrase stands for; nothing where that is not known."""
        found = []
        for part in self._parts(phrase):
            actors, how, post = self._heard(part)
            if actors:
                found.append(self._mention(part, actors, how, post))
        return found

    def hear(self, phrase: Phrase) -> None:
        """Remember whom a phrase names, and no more: a first reading is for that."""
        for part in self._parts(phrase):
            self._heard(part)

    def _parts(self, phrase: Phrase) -> Iterable[Phrase]:
        return (phrase,) if phrase.kind in _ATOMS else self._division.phrases(phrase)

    def _heard(self, phrase: Phrase) -> tuple[tuple[Actor, ...], str, Actor | None]:
        """Remember whom a phrase names; return them, how it does, and where an envoy serves."""
        found, how = self._atom(phrase) if phrase.kind in _ATOMS else self._resolved(phrase)
        actors = tuple([actor for actor in found if actor is not None])
        actors = actors if len(actors) == 1 else tuple(dict.fromkeys(actors))
        post = None
        if actors:
            self.offices.envoys.begin(phrase, self._text, actors[0])
            manner = Manner.of(phrase, how, self._text, self._words)
            self._discourse.add(actors, phrase, manner)
            self._seat = (phrase.end, actors[0]) if manner.placed else self._seat
            post = self.offices.post(phrase) if phrase.kind not in _ATOMS else None
            self._discourse.serves(post, phrase)
        return actors, how, post

    def _mention(
        self, phrase: Phrase, actors: tuple[Actor, ...], how: str, post: Actor | None
    ) -> Mention:
        title = " ".join([self._text[u.start : u.end] for u in phrase.parts.get("title", ())])
        instead: tuple[tuple[Actor, ...], ...] = ((),) * len(actors)
        if "group" in phrase.parts and "number" in phrase.parts:
            instead = tuple([self._anaphora.without(phrase, actors, actor) for actor in actors])
        return Mention(phrase.start, phrase.end, actors, how, post, title.lower(), instead)

    def _resolved(self, phrase: Phrase) -> Resolved:
        for part, resolver in _RESOLVERS:
            if part in phrase.parts:
                return resolver(self)(phrase)
        raise AssertionError(phrase.kind)

    def _atom(self, phrase: Phrase) -> Resolved:
        unit = phrase.units[0]
        if unit.tag == "W":
            return self._gazetteer.sets[unit.names[0].key], "pair"
        if unit.tag == "H":
            return [self._gazetteer.actor(key) for key in unit.names[0].key.split("+")], "adjective"
        if unit.tag == "S":
            return self._fringe.short(phrase)
        if unit.tag in "PF":
            actor = self._naming.person(phrase.units)
            self._voice(phrase, actor)
            if actor is not None and self._words.is_crowned(self._text[unit.start : unit.end]):
                self.offices.claims.add(phrase, actor, "leads", self.offices.served(actor, "leads"))
            return [actor], "person"
        actor = self._gazetteer.actor(unit.names[0].key)
        if unit.tag == "G" and (acronym := self._fringe.acronym(phrase)):
            words = (*self._discourse.short(actor), *map(fold, acronym))
            self._discourse.own[actor.id] = frozenset(words)
        if unit.tag == "D" and phrase.follows(self._text, self._words.singular):
            return [self._discourse.national(actor)], "person"
        return [actor], _HOW.get(unit.tag, "name")

    def _voice(self, phrase: Phrase, actor: Actor | None) -> None:
        """Store the office of whoever a state speaks by: « Paris, par la voix de Jean Roux »."""
        if actor is None or phrase.before is None or phrase.before.tag != "o":
            return
        rank = self._people.rank(actor)
        before = fold(self._text[max(0, phrase.start - _NEAR) : phrase.before.start])
        spoken = " ".join(before.split()).endswith(self._words.complements.voices)
        if rank is not None and spoken:
            self.offices.claims.add(phrase, actor, rank, self.offices.served(actor, rank))

    def _named(self, phrase: Phrase) -> Resolved:
        if (superior := phrase.superior) is not None:
            self._named(superior)
        nations, known = self._served(phrase)
        nation = nations[0] if nations else None
        told = known or not phrase.parts.keys().isdisjoint(("led", "serves", "born"))
        name = phrase.parts["name"]
        # One bare word before its title may be any word that begins a sentence.
        introduced = name[0] is not phrase.units[0]
        actor = self._naming.person(name, phrase if told else None, nation, introduced=introduced)
        if actor is None:
            return [], "person"
        foreign = actor.country is not None and actor.country not in nations
        unsaid = nations and foreign and "land" not in phrase.parts
        if unsaid and not self._naming.nations(phrase) and nations != self._naming.bound(phrase):
            nations = [str(actor.country)]  # "its minister X", of another state than "it"
        if self._is_titled(phrase):
            self.offices.named(phrase, actor, nations)
            self.offices.second(phrase, actor)
        elif "serves" in phrase.parts:
            self.offices.serves(phrase, actor, nation)
        elif "led" in phrase.parts:
            self._led(phrase, actor, nations[0])
            return [self._gazetteer.actor(nations[0])], "name"
        return [actor], "person"

    def _served(self, phrase: Phrase) -> tuple[list[str], bool]:
        """Return the states that a named person's title is of, and whether it is of a state."""
        nations = self._naming.nations(phrase) or self._lands(phrase)
        if "title" in phrase.parts and not nations:
            own = Phrase.is_behind(phrase.determiner, self._text, self._words.possessive)
            nations = self._naming.owner(phrase) if own else self._naming.bound(phrase)
            nations = nations or self.offices.sent(phrase)
        known = self._is_titled(phrase) and not self.offices.is_outside(phrase)
        known = known and not (self.offices.is_peer_of_nobody(phrase) and not nations)
        if known and not nations:
            nations = self._naming.seat(phrase)
            known = not self._words.complements.is_of_somebody(phrase, self._text)
        return nations, known

    def _lands(self, phrase: Phrase) -> list[str]:
        """Return what "the country" or "the movement" is of "the president of the country"."""
        noun = phrase.parts.get("land", ())
        words = self._words.complements.outside
        if not noun or Phrase.is_behind(noun[0], self._text, words):
            return []
        at = phrase.units.index(noun[0])
        before = phrase.units[at - 1] if at else phrase.before
        found, _ = self._anaphora.described(Phrase("land", noun, {"described": noun}, before))
        keys = [self._gazetteer.key(actor) for actor in found if actor is not None]
        return [key for key in keys if key is not None and key != UNION]

    @staticmethod
    def _is_titled(phrase: Phrase) -> bool:
        return "title" in phrase.parts or "peer" in phrase.parts

    def _led(self, phrase: Phrase, actor: Actor, nation: str) -> None:
        """Note who leads a state or body, or serves it: "A headed by Minister B"."""
        title = phrase.parts.get("led_title", ())
        held = title[0].names[0].key if title and title[0].tag == "T" else "leads"
        if held == "leads" or phrase.parts["nation"][0].tag == "C":
            self.offices.claims.add(phrase, actor, held, nation)

    def _several(self, phrase: Phrase) -> Resolved:
        """Return the holders of one office in several states, named in their order."""
        names = [
            list(units)
            for apart, units in groupby(phrase.parts["names"], lambda unit: unit.tag in _PARTING)
            if not apart
        ]
        nations = self._naming.nations(phrase)
        if not nations:
            return self._naming.in_turn(phrase, names), "person"
        if len(names) != len(nations):
            return [self._naming.person(name) for name in names], "person"
        people = [
            self._naming.person(name, phrase, nation)
            for name, nation in zip(names, nations, strict=True)
        ]
        for person, nation in zip(people, nations, strict=True):
            if person is not None:
                self.offices.holds(phrase, person, nation)
        return people, "person"

    def _member(self, phrase: Phrase) -> Resolved:
        return [self.offices.member(phrase, self._naming.nations(phrase)[0])], "name"

    def _titled(self, phrase: Phrase) -> Resolved:
        if self.offices.is_private(phrase):
            return [], "title"
        nations = self._naming.nations(phrase)
        if nations:
            holders = [self.offices.holder(phrase, key) for key in nations]
            if phrase.is_titled_behind(self._text, self._words.indefinite):
                served = not self._may_lead(phrase)
                holders = [self._gazetteer.actor(key) for key in nations] if served else []
            return holders, "title"
        definite = phrase.follows(self._text, self._words.definite)
        held = self.offices.titled(phrase) if definite and "title" in phrase.parts else None
        return [held], "title"

    def _may_lead(self, phrase: Phrase) -> bool:
        """Whether a title is the head's: "no Hamas leader", but not one of many, "a leader of"."""
        title = phrase.parts["title"]
        word = self._words.plain(self._text[title[0].start : title[-1].end])
        vague = word in self._words.complements.vague
        many = vague and phrase.is_titled_behind(self._text, self._words.one_of)
        return not many and any(unit.names[0].key == "leads" for unit in title)

    def _realm(self, phrase: Phrase) -> Resolved:
        """Return the state of "the kingdom of Morocco"."""
        return [self._gazetteer.actor(key) for key in self._naming.nations(phrase)], "name"

    def _owned(self, phrase: Phrase) -> Resolved:
        return [self._gazetteer.actor(key) for key in self._naming.nations(phrase)], "body"

    def _body(self, phrase: Phrase) -> Resolved:
        word = fold(self._text[phrase.parts["body"][0].start : phrase.parts["body"][-1].end])
        actors = [self._gazetteer.actor(key) for key in self._naming.nations(phrase)]
        if actors:
            self._bodies[word] = actors[0]
            return actors, "title" if "title" in phrase.parts else "body"
        if not phrase.follows(self._text, self._words.definite) or self._is_apart(phrase):
            return [], "body"
        if phrase.is_whose:
            states = (actor.country or "" for actor in self._discourse.named[-1:])
            return [self._gazetteer.countries.get(state) for state in states], "body"
        known = self._seated(phrase) or self._discourse.shortened(word) or self._bodies.get(word)
        if known is None and word in self._words.unowned:
            return [], "body"
        return [known] if known else self._anaphora.around(phrase, word), "body"

    def _seated(self, phrase: Phrase) -> Actor | None:
        """Return the state whose capital opens the clause: "In Damascus, the foreign ministry"."""
        end, state = self._seat or (phrase.end, None)
        between = self._text[end : phrase.start].split()
        return state if between[:1] == [","] and len(between) <= _OPENING else None

    def _is_apart(self, phrase: Phrase) -> bool:
        """Whether a body is none of a state: "les forces kurdes"."""
        behind = phrase.after[:1]
        return any(Phrase.is_behind(unit, self._text, self._words.apart) for unit in behind)


#: The parts of a phrase that tell how it is resolved, the weightiest first, and what of a reading
#: does it: one that held these would hold itself, and only a search for garbage would free it.
_RESOLVERS: tuple[tuple[str, Callable[[Reading], Callable[[Phrase], Resolved]]], ...] = (
    ("thing", attrgetter("_anaphora.nobody")),
    ("movement", attrgetter("_fringe.movement")),
    ("called", attrgetter("_fringe.called")),
    ("short", attrgetter("_fringe.short")),
    ("league", attrgetter("_member")),
    ("realm", attrgetter("_realm")),
    ("names", attrgetter("_several")),
    ("name", attrgetter("_named")),
    ("set", attrgetter("_anaphora.members")),
    ("group", attrgetter("_anaphora.group")),
    ("alone", attrgetter("_anaphora.two")),
    ("described", attrgetter("_anaphora.described")),
    ("region", attrgetter("_anaphora.described")),
    ("other", attrgetter("_anaphora.other")),
    ("owned", attrgetter("_owned")),
    ("body", attrgetter("_body")),
    ("title", attrgetter("_titled")),
    ("peer", attrgetter("_titled")),
)
