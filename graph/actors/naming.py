"""Whom a name in a phrase means, whose state or body it names, and for whom a new person acts."""

from collections.abc import Collection, Sequence

from graph.actors.envoys import body_of
from graph.actors.offices import Offices
from graph.actors.phrases import Phrase
from graph.actors.records import Gazetteer
from graph.actors.units import Unit
from graph.model import Actor
from graph.text.folding import fold

#: Tags of states, by name or by capital.
_STATES = "CK"

#: Parts of a phrase that name states and bodies, and all that tell of one.
_NATIONS = ("nation", "nation2", "nation3", "ruler")
_TELLING = frozenset((*_NATIONS, "nation4", "chief", "born"))

#: How many words stand at most between somebody and the state that he acts for.
_LONGEST = 4


class Naming:
    """The persons and states of the phrases of one text, in the order in which they are read."""

    def __init__(self, text: str, offices: Offices) -> None:
        """Start before the first phrase of a text, with the offices that its titles name."""
        self._text = text
        self._offices = offices
        self._gazetteer: Gazetteer = offices.people.gazetteer

    def owner(self, phrase: Phrase) -> list[str]:
        """Return whose "its" is: whom the text speaks of, or a body named just before.

        Of somebody known to lead a body that the text has named, it is that body: "NATO met in
        Ankara. Its secretary general, Mark Rutte".
        """
        person = self.person(phrase.parts["name"])
        office = self._offices.people.office(person, "leads") if person is not None else None
        discourse = self._offices.discourse
        if office is not None and self._gazetteer.actor(office.of) in discourse.recent:
            return [office.of]
        if Phrase.is_behind(phrase.determiner, self._text, self._offices.words.his):
            return [who.country for who in discourse.people() if who.country is not None][:1]
        if ahead := self._ahead(phrase):
            return ahead
        topic, named = discourse.topic(phrase.start), discourse.named[-1:]
        near = discourse.joint(phrase) == "and"
        if topic is not None and not near and not any(a.kind == "organisation" for a in named):
            return [topic]
        return [key for actor in named if (key := self._gazetteer.key(actor)) is not None]

    def _ahead(self, phrase: Phrase) -> list[str]:
        """Return the state right behind what opens a sentence: "through its envoy X, Norway"."""
        discourse = self._offices.discourse
        if discourse.openings.get(discourse.sentence(phrase.start)) is not None:
            return []
        tags = "".join([unit.tag for unit in phrase.after])
        at = len(tags) - len(tags.lstrip(",d"))
        apart = phrase.units[-1].tag == "," or tags.startswith(",")
        return [phrase.after[at].names[0].key] if apart and tags[at : at + 1] == "C" else []

    def bound(self, phrase: Phrase) -> list[str]:
        """Return the one state that has such an office: "the deputy secretary of state".

        Of an office that others have too, it is the state only where the text speaks of it.
        """
        units = phrase.parts.get("title", ())[:1]
        title = "".join(fold(self._text[unit.start : unit.end]) for unit in units)
        state = self._offices.words.bound.get(title)
        if state is None or "peer" in phrase.parts:
            return []
        shared = title in self._offices.words.shared
        return [] if shared and not self._offices.discourse.speaks_of(state) else [state]

    def seat(self, phrase: Phrase) -> list[str]:
        """Return the state of the seat where somebody serves: "an adviser at the White House"."""
        post, title = phrase.parts.get("post", ()), phrase.parts.get("title", ())
        at = phrase.units.index(post[0]) if post else 0
        serves = bool(title) and title[0].names[0].key == "holdsOfficeIn"
        seated = at > 0 and phrase.units[at - 1].tag == "d" and post[0].tag == "K"
        return [post[0].names[0].key] if serves and seated else []

    def is_at_home(self, phrase: Phrase) -> bool:
        """Return whether a title is of somebody who serves nowhere but at home."""
        title = phrase.parts.get("title", ())[:1]
        words = [fold(self._text[unit.start : unit.end]) for unit in title]
        leads = any(unit.names and unit.names[0].key == "leads" for unit in title)
        return leads or not self._offices.words.at_home.isdisjoint(words)

    def is_of_several(self, phrase: Phrase) -> bool:
        """Return whether a determiner that only plural nouns follow stands before a phrase."""
        return phrase.follows(self._text, self._offices.words.many)

    def is_part(self, phrase: Phrase) -> bool:
        """Return whether a vague body is named of an organisation: "is part of NATO".

        So is what may be a part of a country, or have left it: « une canicule partie du Maroc ».
        """
        body, owners = phrase.parts["body"], phrase.parts.get("nation", ())
        word, words = fold(self._text[body[0].start : body[-1].end]), self._offices.words
        if not owners or word not in words.unowned:
            return False
        return owners[-1].tag == "G" or (word in words.portions and owners[-1].tag != "A")

    def is_given(self, phrase: Phrase) -> bool:
        """Return whether a state is given what stands behind its name: "sent Ukraine tanks"."""
        named, words = phrase.units[-2:-1], self._offices.words
        if not named or named[0].tag not in "CK" or phrase.lead is None:
            return False
        body = phrase.units[-1]
        if fold(self._text[body.start : body.end]) not in words.given:
            return False
        return phrase.is_behind(phrase.lead, self._text, words.giving)

    def is_seated(self, phrase: Phrase) -> bool:
        """Return whether a body stands for the state where it is said to be."""
        body, words = phrase.parts["body"], self._offices.words
        ruling = phrase.parts.get("ruling", ())
        if any(Phrase.is_behind(unit, self._text, words.ruling) for unit in ruling):
            return True
        return fold(self._text[body[0].start : body[-1].end]) in words.seated

    def nations(self, phrase: Phrase) -> list[str]:
        """Return the keys of the states and bodies that a phrase names, or whose heads it names."""
        if phrase.parts.keys().isdisjoint(_TELLING):
            return []
        units = [unit for part in _NATIONS for unit in phrase.parts.get(part, ())]
        keys = [self._national(unit, phrase) for unit in units if unit.tag in "ACKGD"]
        ruled = [self.person((unit,)) for unit in units if unit.tag in "PF"]
        keys += [actor.country for actor in ruled if actor and actor.country]
        chiefs = [self.person((unit,)) for unit in phrase.parts.get("chief", ())]
        keys += [of for chief in chiefs if chief and (of := self._offices.claims.led(chief))]
        keys = keys or [unit.names[0].key for unit in phrase.parts.get("born", ())]
        second = (unit for unit in phrase.parts.get("nation4", ()) if unit.tag in "AC")
        keys = keys or [unit.names[0].key for unit in second]  # "General X, British commander"
        if body_of(phrase):  # "Israel's UN ambassador" acts for Israel
            keys.sort(key=lambda key: key not in self._gazetteer.countries)
        return list(dict.fromkeys(keys))

    def _national(self, unit: Unit, phrase: Phrase) -> str:
        """Return whose a name is: of "le Conseil de sécurité iranien" Iran, not the United Nations.

        A part of a wider body is a state's own where an adjective behind it says so.
        """
        key = unit.names[0].key
        if self._gazetteer.actor(key).id not in self._gazetteer.wholes:
            return key
        behind = (each for each in (*phrase.units, *phrase.after) if each.start > unit.start)
        after = next(behind, unit)
        return after.names[0].key if after.tag == "A" else key

    def leads_organisation(self, person: Actor) -> bool:
        """Return whether a listed person is the head of an organisation on the text's day."""
        office = self._offices.people.office(person, "leads")
        return office is not None and office.of not in self._gazetteer.countries

    def person(
        self,
        units: Sequence[Unit],
        by: Phrase | None = None,
        nation: str | None = None,
        *,
        introduced: bool = True,
    ) -> Actor | None:
        """Return whom a name means; a phrase with a title introduces one that is not known.

        Args:
            units: The name.
            by: The phrase that it stands in, if that tells who it is.
            nation: The key of the state or body that the phrase names.
            introduced: Whether something stands before the name, so that a bare word is one.
        """
        name = self._text[units[0].start : units[-1].end]
        crown = self._crown(by)
        if by is not None and crown is not None:
            monarch = self._crowned(name, by, crown, nation)
            if monarch is not None:
                return monarch
        if units[0].tag == "P" or (len(units) == 1 and units[0].tag == "F"):
            listed = self._listed(units[0], by, nation)
            if listed is not None:
                return listed
        known = self._offices.people.called(name)
        if known is not None or by is None or (len(units) == 1 and not introduced):
            return known
        if fold(self._text[units[0].start : units[0].end]) in self._offices.words.many:
            return None  # "Les Républicains"
        served = self._served(by, nation)
        if crown is not None and served is None:
            return None  # "King Street", "le roi Arthur"
        return self._offices.people.introduce(name, served)

    def in_turn(self, phrase: Phrase, names: Sequence[Sequence[Unit]]) -> list[Actor | None]:
        """Return whom the names behind a title in the plural mean, where it names no state.

        "Prime ministers A and B" serve whom they are known to serve; "A and B … their ministers C
        and D" the states that were named, in the same order.
        """
        discourse, theirs = self._offices.discourse, self._offices.words.theirs
        owned = phrase.follows(self._text, theirs)
        codes = list(discourse.in_turn(phrase.start, len(names))) if owned else []
        found: list[Actor | None] = []
        for at, name in enumerate(names):
            code = codes[at] if codes else None
            called = self._text[name[0].start : name[-1].end]
            actor = self.person(name) or self._offices.people.introduce(called, code)
            of = self._offices.served(actor, phrase.parts["title"][0].names[0].key)
            if of is not None:
                self._offices.holds(phrase, actor, of)
            found.append(actor)
        return found

    def _crown(self, phrase: Phrase | None) -> Unit | None:
        """Return the title of a monarch, or of one to be, in a phrase."""
        titles = phrase.parts.get("title", ())[:1] if phrase is not None else ()
        monarchs = self._offices.words.monarchs
        return next((unit for unit in titles if Phrase.is_behind(unit, self._text, monarchs)), None)

    def _crowned(self, name: str, by: Phrase, title: Unit, nation: str | None) -> Actor | None:
        """Return the monarch whom a title and one name mean: "King Abdullah"."""
        discourse, people = self._offices.discourse, self._offices.people
        home = discourse.home(by.start)
        spoken = [code for code in (home, *discourse.countries()) if code is not None]
        found = people.crowned(name, title.names[0].key, [nation] if nation else spoken)
        if found is None or (nation and found.actor.country != nation):
            return None
        people.register(found.actor, name, found.family)
        return found.actor

    def _listed(self, unit: Unit, by: Phrase | None, nation: str | None) -> Actor | None:
        """Return the listed person whom a name means, perhaps a family name with a title."""
        name = self._text[unit.start : unit.end]
        found = self._offices.people.called(name) if unit.tag == "F" else None
        keys = [entry.key for entry in unit.names]
        if found is not None and found.id not in [self._gazetteer.actor(key).id for key in keys]:
            return found
        if not keys:
            return None
        titles = by.parts.get("title", ()) if by is not None else ()
        leads = any(title.names[0].key == "leads" for title in titles)
        person = self._offices.people.known(keys, nation, leads=leads)
        shared = len(set(keys)) > 1
        if unit.tag == "F" and not self._offices.people.is_of_age(person, shared=shared):
            return None
        self._offices.people.register(person.actor, name, person.family)
        return person.actor

    def _served(self, phrase: Phrase, nation: str | None) -> str | None:
        """Return whom a person acts for who is introduced: the state that the title names, or home.

        It is nobody where the title names a state or a people that is not listed.
        """
        country = self._gazetteer.actor(nation).country if nation else None
        titled = "title" in phrase.parts
        if country or (
            titled and not nation and self._offices.words.unlisted.bears(phrase, self._text)
        ):
            return country
        but = self._offices.taken(phrase) if titled or "peer" in phrase.parts else ()
        return self._home(phrase, but)

    def _home(self, phrase: Phrase, but: Collection[str | None]) -> str | None:
        """Return the state of somebody whose title names none."""
        words, discourse = self._offices.words, self._offices.discourse
        if (represented := self._represented(phrase)) is not None:
            return represented
        title = phrase.parts.get("title", ())[:1]
        if title and Phrase.is_behind(title[0], self._text, words.ranks):
            codes = (self._beside(phrase), *discourse.countries())
            return next((code for code in codes if code is not None and code not in but), None)
        toward = Phrase.is_behind(phrase.lead, self._text, words.toward)
        start = phrase.parts["name"][0].start
        if title and title[0].names[0].key == "representsTo":
            envoys = self._offices.envoys
            shown = envoys.told(discourse, start, received=toward)
            post = self._offices.post(phrase) or shown or envoys.posted
            if post is None:
                return None
            but = {*but, post.country}
        behind = bool(title) and title[0].start > start
        return discourse.home(start, but=but, opened=not toward, behind=behind)

    def _beside(self, phrase: Phrase) -> str | None:
        """Return the state of whoever is named right before: "Syrian army spokesman General X"."""
        discourse, before = self._offices.discourse, phrase.before
        start = before.start if before is not None and before.tag == "T" else phrase.start
        near = bool(discourse.named) and self._text[discourse.end : start] == " "
        return discourse.named[-1].country if near else None

    def _represented(self, phrase: Phrase) -> str | None:
        """Return the state that somebody is said to act for there: "minister B signed for A"."""
        states = [unit for unit in phrase.after if unit.tag in _STATES]
        if not states:
            return None
        between = fold(self._text[phrase.end : states[0].start]).split()
        told = [words.split() for words in self._offices.words.behalf]
        acts = any(between[: len(words)] == words for words in told) and len(between) <= _LONGEST
        return self._gazetteer.actor(states[0].names[0].key).country if acts else None
