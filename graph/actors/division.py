"""Phrases that stand for two: a body and its head, a title and the name of somebody else."""

from collections.abc import Iterable, Iterator

from graph.actors.naming import Naming
from graph.actors.phrases import Phrase
from graph.actors.records import UNION, Gazetteer
from graph.actors.units import Unit

#: Tags of what closes an apposition: "the minister, Jane Roe, said"; "and" goes on with another.
_CLOSING = ",.z"

#: Tag of "and", behind which a second subject stands: "hosted by the president of A, B and C met".
_AND = "z"


#: The kind of phrase in which a body is said to be somewhere.
_SEATED = "body-at-nation"

#: The kind in which it is said whose it is.
_OWNED = "body-nation"

#: The kind in which a state that is given arms stands before them: "sent Ukraine tanks".
_ARMED = "nation-body"

#: Parts of any other phrase that may stand for two.
_DIVISIBLE = frozenset(("owned", "set", "realm", "born", "whose", "post", "name"))


class Division:
    """Divides the phrases of one text."""

    def __init__(self, gazetteer: Gazetteer, naming: Naming) -> None:
        """Know the actors, and whom the names of the text mean so far."""
        self._gazetteer, self._naming = gazetteer, naming

    def phrases(self, phrase: Phrase) -> Iterable[Phrase]:
        """Return a phrase, or those that it is made of."""
        if phrase.kind == _ARMED and self._naming.is_given(phrase):
            return _atoms(phrase, "CK")
        whole = phrase.parts.keys().isdisjoint(_DIVISIBLE) and phrase.kind not in (_SEATED, _OWNED)
        return (phrase,) if whole else self._divided(phrase)  # as of most

    def _divided(self, phrase: Phrase) -> Iterator[Phrase]:
        if "owned" in phrase.parts and not self._is_foreign(phrase):
            yield from _atoms(phrase, "ACKG")
        elif "set" in phrase.parts and self._is_whole(phrase):
            yield from _atoms(phrase, "W")
        elif "realm" in phrase.parts and not self._is_realm(phrase):
            yield from _atoms(phrase, "C")
        elif "born" in phrase.parts and self._naming.is_of_several(phrase):
            yield from _people_apart(phrase)
        elif "whose" in phrase.parts:
            yield from _whose(phrase)
        elif self._is_abroad(phrase):
            yield from _unposted(phrase)
        elif self._is_loose(phrase):
            yield from _unseated(phrase)
        elif self._conflicts(phrase):
            yield from _apart(phrase)
        elif self._is_open(phrase):
            yield from _title_apart(phrase)
        else:
            yield phrase

    def _is_abroad(self, phrase: Phrase) -> bool:
        """Whether whoever serves at home is somewhere else: "the visit of A's president to B"."""
        post = phrase.parts.get("post", ())
        return bool(post) and phrase.units[-1] is post[-1] and self._naming.is_at_home(phrase)

    def _is_loose(self, phrase: Phrase) -> bool:
        """Whether a body is not that of whom it is named with: "troops in A", "part of B"."""
        if phrase.kind == _SEATED:
            return not self._naming.is_seated(phrase)
        return phrase.kind == _OWNED and self._naming.is_part(phrase)

    def _is_whole(self, phrase: Phrase) -> bool:
        """Whether a set is meant with all its members: "the two Koreas"."""
        members = self._gazetteer.sets[phrase.parts["set"][0].names[0].key]
        return int(phrase.parts["number"][0].tag) == len(members)

    def _is_realm(self, phrase: Phrase) -> bool:
        """Whether a state is what is said before it: "the kingdom of Morocco", no colony of it."""
        state = self._gazetteer.actor(phrase.parts["nation"][0].names[0].key)
        names = phrase.parts["realm"][0].names
        readings = (self._gazetteer.descriptions[name.key] for name in names)
        return any(reading.of and reading.fits(state) for reading in readings)

    def _is_foreign(self, phrase: Phrase) -> bool:
        """Whether a listed body is meant of another state: "the Peruvian Congress"."""
        body = self._gazetteer.actor(phrase.parts["owned"][0].names[0].key)
        state = self._gazetteer.actor(self._naming.nations(phrase)[0]).country
        return body.kind == "organisation" and body.country not in (None, state, UNION)

    def _conflicts(self, phrase: Phrase) -> bool:
        """Whether a title behind a name is of another state: it opens a new phrase then."""
        name = phrase.parts.get("name", ())
        leads = bool(name) and name[0] is phrase.units[0] and bool(_role(phrase))
        return leads and self._is_of_another(phrase)

    def _is_of_another(self, phrase: Phrase) -> bool:
        """Whether the name of a known person stands beside a title of another state."""
        name, nations = phrase.parts["name"], self._naming.nations(phrase)
        if not nations or len(name) > 1:
            return False
        actor = self._naming.person(name)
        country = self._gazetteer.actor(nations[0]).country
        if actor is None or country is None:
            return False
        if actor.country is None:  # who leads an organisation acts for no state
            return self._naming.leads_organisation(actor)
        return actor.country != country

    def _is_open(self, phrase: Phrase) -> bool:
        """Whether a name behind a title and a comma is somebody else.

        "According to the Turkish president, Vladimir Putin has agreed": nothing closes what would
        be an apposition.
        """
        name = phrase.parts.get("name", ())
        at = phrase.units.index(name[0]) if name else 0
        if at == 0 or phrase.units[at - 1].tag != "," or phrase.units[-1] is not name[-1]:
            return False
        opened = phrase.lead is not None and phrase.lead.tag in "wl"
        closed = not phrase.after or phrase.after[0].tag in _CLOSING
        listed = len(name) == 1 and name[0].tag in "PF"
        if listed and closed and phrase.after and phrase.after[0].tag == _AND:
            return self._is_of_another(phrase)
        return not closed and (self._is_of_another(phrase) if listed else opened)


def _role(phrase: Phrase) -> tuple[Unit, ...]:
    """What somebody is called there: a title, or the colleague of another."""
    return phrase.parts.get("title") or phrase.parts.get("peer", ())


def _unseated(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a body and the place it is said to be in: "the troops in Ukraine"."""
    body, nation = phrase.parts["body"], phrase.parts["nation"][-1:]
    at = phrase.units.index(nation[0])
    rest = (*phrase.units[1:], *phrase.after)
    yield Phrase("body-alone", body, {"body": body}, phrase.before, rest)
    yield Phrase("atom", nation, {"atom": nation}, phrase.units[at - 1], phrase.after)


def _unposted(phrase: Phrase) -> Iterator[Phrase]:
    """Yield somebody and the place where he is: "the Russian minister in Mali"."""
    post = phrase.parts["post"]
    at = phrase.units.index(post[0])
    end = at - 1
    while phrase.units[end].tag in "do":  # "à la"
        end -= 1
    parts = {key: units for key, units in phrase.parts.items() if key != "post"}
    rest = (*phrase.units[end:], *phrase.after)
    yield Phrase(phrase.kind, phrase.units[:end], parts, phrase.before, rest)
    yield Phrase("atom", post, {"atom": post}, phrase.units[at - 1], phrase.after)


def _whose(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a body and its head: "Hamas, whose leader Yahya Sinwar"."""
    owner, title = phrase.units[:1], phrase.units.index(phrase.parts["title"][0])
    parts = {key: units for key, units in phrase.parts.items() if key != "whose"}
    yield Phrase("atom", owner, {"atom": owner}, phrase.before)
    yield Phrase("title-name", phrase.units[title:], parts, None)


def _apart(phrase: Phrase) -> Iterator[Phrase]:
    """Yield the name with which a phrase begins, and its title."""
    name, title = phrase.parts["name"], _role(phrase)[0]
    nation = min((unit.start for unit in phrase.parts.get("nation", ())), default=phrase.end)
    rest = tuple(u for u in phrase.units[len(name) :] if u.start >= min(nation, title.start))
    yield Phrase("atom", name, {"atom": name}, phrase.before)
    yield Phrase("title-nation", rest, _but_name(phrase), None)


def _title_apart(phrase: Phrase) -> Iterator[Phrase]:
    """Yield the title with which a phrase begins, and the name if it is a listed one."""
    name = phrase.parts["name"]
    at = phrase.units.index(name[0])
    yield Phrase("title-nation", phrase.units[: at - 1], _but_name(phrase), phrase.before)
    if len(name) == 1 and name[0].tag in "PF":
        yield Phrase("atom", name, {"atom": name}, phrase.units[at - 1])


def _people_apart(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a people and the listed person who is given to it: "aux Russes Vadim Krassikov"."""
    people, name = phrase.parts["born"], phrase.parts["name"]
    yield Phrase("atom", people, {"atom": people}, phrase.before)
    if len(name) == 1 and name[0].tag in "PF":
        yield Phrase("atom", name, {"atom": name}, people[0])


def _but_name(phrase: Phrase) -> dict[str, tuple[Unit, ...]]:
    return {
        key: units for key, units in phrase.parts.items() if key not in ("name", "opened", "tail")
    }


def _atoms(phrase: Phrase, tags: str) -> Iterator[Phrase]:
    """Yield the units of a phrase that have some tags, each by itself."""
    for unit in (unit for unit in phrase.units if unit.tag in tags):
        kind = "adjective" if unit.tag == "A" else "atom"
        yield Phrase(kind, (unit,), {kind: (unit,)}, phrase.before)
