"""Decide which actors the phrases of an article stand for.

Two passes: the first meets every person the article names, so that the second
can give "le dirigeant nord-coréen" in the first line the name that stands in
the third.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.actors.gazetteer import Gazetteer
from graph.actors.lexicon import Lexicon
from graph.actors.people import People, Role
from graph.actors.phrases import Phrase, PhraseGrammar
from graph.actors.units import Unit, build_lexicon, cut
from graph.languages import LanguagePack
from graph.model import Actor, Sentence
from graph.text.folding import fold


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
    """name, adjective, demonym, capital, body, title, person or pair."""

    post: Actor | None = None
    """Where an envoy serves."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A state relation that a title claims: "le président russe Vladimir Poutine"."""

    start: int
    """First code point of the phrase."""

    person: Actor
    relation: str
    of: Actor


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone an article names."""

    mentions: tuple[Mention, ...]
    """In order of place, none overlapping."""

    claims: tuple[Claim, ...]
    """In order of place, each once."""


class Linker:
    """Finds and links the mentions of articles in one language."""

    def __init__(self, gazetteer: Gazetteer, pack: LanguagePack) -> None:
        """Index the names of a language."""
        self._gazetteer = gazetteer
        self._lexicon: Lexicon = build_lexicon(gazetteer, pack)
        self._grammar = PhraseGrammar(pack)
        table = pack.tables["mentions"]
        foreign = tuple(fold(word) for word in table["portfolios"]["foreign"])
        crowns = frozenset(fold(word) for word in table["titles"]["leads"]["one"])
        self._words = _Words(foreign, crowns)

    def cast(self, text: str, sentences: Sequence[Sentence], published: str | None) -> Cast:
        """Return the mentions of a text and the offices that its titles claim.

        Args:
            text: The article's text.
            sentences: Where to look.
            published: ISO date, which decides between namesakes.
        """
        units = cut(text, sentences, self._lexicon)
        people = People(self._gazetteer, published)
        first = _Reading(text, people, self._words)
        for phrase in self._grammar.find(units):
            list(first.mentions(phrase))
        phrases = self._grammar.find([_known_by_now(text, unit, people) for unit in units])
        reading = _Reading(text, people, self._words)
        mentions = tuple(mention for phrase in phrases for mention in reading.mentions(phrase))
        return Cast(mentions, tuple(dict.fromkeys(reading.claims)))


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of a language tell of titles."""

    foreign: tuple[str, ...]
    """Parts of a foreign minister's title, folded."""

    crowns: frozenset[str]
    """Titles that may begin a listed name, folded."""


def _known_by_now(text: str, unit: Unit, people: People) -> Unit:
    """Tag a capitalised word as a family name once the article has introduced its bearer."""
    known = unit.tag in "XY" and fold(text[unit.start : unit.end]) in people.by_name
    return replace(unit, tag="F") if known else unit


class _Reading:
    """One pass over the phrases of an article."""

    def __init__(self, text: str, people: People, words: "_Words") -> None:
        self._text = text
        self._words = words
        self._people = people
        self._gazetteer = people.gazetteer
        self._recent: list[Actor] = []
        self._last_role: Role | None = None
        self.claims: list[Claim] = []

    def mentions(self, phrase: Phrase) -> Iterator[Mention]:
        """Yield what a phrase stands for; nothing where that is not known."""
        if self._conflicts(phrase):
            yield from self._apart(phrase)
            return
        actors, how = self._resolve(phrase)
        if actors:
            if not (how == "capital" and phrase.before == "l"):
                self._recent.extend(actors)
            post = self._post(phrase)
            yield Mention(phrase.start, phrase.end, tuple(dict.fromkeys(actors)), how, post)

    def _conflicts(self, phrase: Phrase) -> bool:
        """Whether a title behind a name is of another state: it opens a new phrase then."""
        name = phrase.parts.get("name", ())
        nations = self._nations(phrase)
        if not name or not nations or name[0] is not phrase.units[0] or len(name) > 1:
            return False
        actor = self._person(name, None, titled=False)
        country = self._gazetteer.actor(nations[0]).country
        return (
            actor is not None and None not in (actor.country, country) and actor.country != country
        )

    def _apart(self, phrase: Phrase) -> Iterator[Mention]:
        """Yield the name of a phrase, and its title, as two mentions."""
        name = phrase.parts["name"]
        size = phrase.units.index(phrase.parts["title"][0])
        nation = min((unit.start for unit in phrase.parts.get("nation", ())), default=phrase.end)
        rest = tuple(
            u for u in phrase.units[len(name) :] if u.start >= min(nation, phrase.units[size].start)
        )
        parts = {key: units for key, units in phrase.parts.items() if key != "name"}
        yield from self.mentions(Phrase("atom", name, {"atom": name}, phrase.before))
        yield from self.mentions(Phrase("title-nation", rest, parts, "d"))

    def _post(self, phrase: Phrase) -> Actor | None:
        keys = [unit.names[0].key for unit in phrase.parts.get("post", ()) if unit.names]
        return self._gazetteer.actor(keys[0]) if keys else None

    def _resolve(self, phrase: Phrase) -> tuple[list[Actor], str]:
        parts = phrase.parts
        if phrase.kind in ("atom", "adjective"):
            return self._atom(phrase)
        if "name" in parts:
            actor = self._named(phrase)
            return ([actor] if actor else []), "person"
        nations = self._nations(phrase)
        if "body" in parts:
            return [self._gazetteer.actor(key) for key in nations], "body"
        if "former" in parts or "former2" in parts:
            return [], "title"
        if not nations:
            return self._titled(phrase), "title"
        return [self._holder(phrase, key) for key in nations], "title"

    def _atom(self, phrase: Phrase) -> tuple[list[Actor], str]:
        unit = phrase.units[0]
        if unit.tag == "Z":
            return self._before(unit.names[0].key), "pair"
        if unit.tag in "PF":
            actor = self._person(phrase.units, None, titled=False)
            if actor is not None and self._is_crowned(unit):
                self._add(phrase, actor, "leads", self._served(actor, "leads"))
            return ([actor] if actor else []), "person"
        how = {"A": "adjective", "D": "demonym", "K": "capital"}.get(unit.tag, "name")
        return [self._gazetteer.actor(unit.names[0].key)], how

    def _is_crowned(self, unit: Unit) -> bool:
        """Whether a listed name begins with a title: "King Fahd", "le pape François"."""
        words = self._text[unit.start : unit.end].split()
        return len(words) > 1 and fold(words[0]) in self._words.crowns

    def _before(self, what: str) -> list[Actor]:
        """Return the last two or three countries, leaders or persons named before."""
        kind, _, number = what.partition("_")
        wanted = {"pair": 2, "trio": 3}.get(number, 1)
        recent = list(reversed(self._recent))
        people = dict.fromkeys(actor for actor in recent if actor.kind == "person")
        if kind == "person" and len(people) >= wanted:
            return list(people)[:wanted]
        codes = dict.fromkeys(a.country for a in recent if a.country in self._gazetteer.countries)
        found = [code for code in codes if code][:wanted]
        if len(found) < wanted:
            return []
        leaders = [
            self._people.holder("leads", "", code, foreign=False) if kind == "leader" else None
            for code in found
        ]
        return [
            who or self._gazetteer.countries[code] for who, code in zip(leaders, found, strict=True)
        ]

    def _titled(self, phrase: Phrase) -> list[Actor]:
        """Return the person named last whose title stands alone in a phrase ("the president")."""
        relation, title = self._title(phrase)
        for actor in reversed(self._recent):
            called = any(role.title == title and who == actor for role, who in self._people.roles)
            if called or (relation == "leads" and self._people.office(actor, relation)):
                return [actor]
        return []

    def _nations(self, phrase: Phrase) -> list[str]:
        parts = ("nation", "nation3", "nation2")
        units = [unit for part in parts for unit in phrase.parts.get(part, ())]
        keys = [unit.names[0].key for unit in units if unit.tag in "ACKGD"]
        ruled = [self._person((unit,), None, titled=False) for unit in units if unit.tag in "PF"]
        keys += [actor.country for actor in ruled if actor and actor.country]
        return list(dict.fromkeys(keys))

    def _holder(self, phrase: Phrase, key: str) -> Actor:
        relation, title = self._title(phrase)
        foreign = any(
            word in fold(self._text[phrase.start : phrase.end]) for word in self._words.foreign
        )
        found = self._people.holder(relation, title, key, foreign=foreign)
        self._last_role = Role(relation, title, key)
        if found is not None and relation != "representsTo":
            self._add(phrase, found, relation, key)
        return found or self._gazetteer.actor(key)

    def _title(self, phrase: Phrase) -> tuple[str, str]:
        """Return the state relation and the words of a phrase's title."""
        if "peer" in phrase.parts:
            role = self._last_role
            return (role.relation, role.title) if role else ("holdsOfficeIn", "")
        unit = phrase.parts["title"][0]
        return unit.names[0].key, fold(self._text[unit.start : unit.end])

    def _named(self, phrase: Phrase) -> Actor | None:
        titled = "title" in phrase.parts or "peer" in phrase.parts
        nations = self._nations(phrase)
        name, nation = phrase.parts["name"], nations[0] if nations else None
        # One bare word before its title may be any word that begins a sentence.
        introduced = name[0] is not phrase.units[0]
        actor = self._person(name, nation, titled=titled, introduced=introduced)
        if actor and titled:
            self._claim(phrase, actor, nations)
        return actor

    def _person(
        self,
        units: Sequence[Unit],
        nation: str | None,
        *,
        titled: bool,
        introduced: bool = True,
    ) -> Actor | None:
        name = self._text[units[0].start : units[-1].end]
        if len(units) == 1 and units[0].tag in "PF":
            unit = units[0]
            found = self._people.called(name) if unit.tag == "F" else None
            person = self._people.known([entry.key for entry in unit.names]) if unit.names else None
            if found or person is None:
                return found
            self._people.register(person.actor, name, person.family)
            return person.actor
        if not titled:
            return self._people.called(name)
        known = self._people.called(name)
        if known is not None or (len(units) == 1 and not introduced):
            return known
        return self._people.introduce(name, self._country(nation))

    def _country(self, nation: str | None) -> str | None:
        """Return whom a person acts for: the state of its title, else the last one named."""
        if nation is not None:
            return self._gazetteer.actor(nation).country
        return next((actor.country for actor in reversed(self._recent) if actor.country), None)

    def _claim(self, phrase: Phrase, actor: Actor, nations: list[str]) -> None:
        relation, title = self._title(phrase)
        if "peer" in phrase.parts:
            relation = self._people.rank(actor) or relation
        of = nations[0] if nations else self._served(actor, relation)
        role = Role(relation, title, of)
        if (role, actor) not in self._people.roles:
            self._people.roles.append((role, actor))
        self._last_role = role
        if "former" in phrase.parts or "former2" in phrase.parts:
            return
        if relation == "representsTo":
            post = self._post(phrase)
            if post is not None:
                self._claims_that(phrase, actor, relation, post)
            relation = "holdsOfficeIn"
        self._add(phrase, actor, relation, of)

    def _served(self, actor: Actor, relation: str) -> str | None:
        office = self._people.office(actor, relation)
        return office.of if office else actor.country

    def _add(self, phrase: Phrase, actor: Actor, relation: str, of: str | None) -> None:
        repeated = any(c.person == actor and c.relation == relation for c in self.claims)
        if of is not None and (not repeated or relation == "leads"):
            self._claims_that(phrase, actor, relation, self._gazetteer.actor(of))

    def _claims_that(self, phrase: Phrase, actor: Actor, relation: str, of: Actor) -> None:
        known = {(claim.person, claim.relation, claim.of) for claim in self.claims}
        if (actor, relation, of) not in known:
            self.claims.append(Claim(phrase.start, actor, relation, of))
