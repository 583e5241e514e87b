"""Whether a title is of an office of state, or of something else that the text only names.

"Le président du groupe socialiste", "the opposition leader" and "the head of
the union" lead neither France nor Britain, however near these are named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.actors.phrases import Phrase
from graph.actors.units import Unit
from graph.text.folding import fold, fold_all

#: The rank of those whose title may say what it is for, whatever that is.
_OFFICE = "holdsOfficeIn"

#: Tags of capitalised words and acronyms that stand for nobody known, or begin or end such a name.
_UNKNOWN = "XYNbfguy"

#: How many code points, and words, before a title a verb may stand that says that it is to come.
_NEAR, _COMING = 48, 3


@dataclass(frozen=True, slots=True)
class Complements:
    """What a language says of an office beside its title, folded."""

    links: frozenset[str]
    """Prepositions that link a title and what it is of."""

    open: frozenset[str]
    """Titles of state whatever they are of: "minister of sport"."""

    own: Mapping[str, frozenset[str]]
    """By relation: bodies whose heads or servants hold an office of state."""

    private: frozenset[str]
    """Words beside a title that make it somebody else's: "the opposition leader"."""

    outside: frozenset[str]
    """Bodies whose heads are no actors: "company", "club", "city"."""

    vague: frozenset[str]
    """Titles of many bodies, which say of a state only what is said with its name."""

    infinitives: tuple[str, ...]
    """Endings of verbs, which are no complement: "accused the president of lying"."""

    past: frozenset[str]
    """Words that open what dates a title: "under Yeltsin"."""

    ended: frozenset[str]
    """Verbs before a title that it ends with: "overthrew President X"."""

    coming: frozenset[str]
    """Verbs before a title that somebody will have: « sera le premier président »."""

    wholes: frozenset[str]
    """Nouns behind the name of a body that mean all of it: "the head of the Hamas movement"."""

    ministries: frozenset[str]
    """Seats of a ministry or agency, whose head serves its state: "the Pentagon chief"."""

    voices: tuple[str, ...]
    """What stands, but for "of", before whoever speaks for a state: « par la voix de »."""

    playing: frozenset[str]
    """Titles that are a player's in small letters beside a nation: "the Kenyan captain"."""

    heading: frozenset[str]
    """What opens a clause about whoever leads the state that it names: "who heads"."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Complements":
        """Read the words of a language's ``mentions.toml``."""
        words = table["complements"]
        own = {name: fold_all(words["own"][name]) for name in table["titles"]}
        names = (
            "open",
            "private",
            "outside",
            "vague",
            "past",
            "ended",
            "coming",
            "wholes",
            "heading",
            "playing",
        )
        lists = {name: fold_all(words[name]) for name in (*names, "ministries")}
        links, infinitives = fold_all(table["words"]["o"]), tuple(words["infinitives"])
        voices = tuple(fold_all(words["voices"]))
        return cls(links, own=own, infinitives=infinitives, voices=voices, **lists)

    def is_played(self, phrase: Phrase, text: str) -> bool:
        """Return whether the title of a phrase is one of sport.

        Args:
            phrase: It has a title.
            text: The article's text.
        """
        title = phrase.parts["title"][-1]
        small = text[title.start : title.end].islower()
        named = "nation" in phrase.parts or "nation2" in phrase.parts
        return small and named and _word(title, text) in self.playing

    def is_private(self, phrase: Phrase, text: str) -> bool:
        """Return whether the title of a phrase is none of a state.

        Args:
            phrase: It has a title.
            text: The article's text.
        """
        title = phrase.parts["title"][-1]
        relation, name = title.names[0].key, _word(title, text)
        before = [_word(phrase.before, text)] if phrase.before else []
        last = [] if _named_last(phrase) else phrase.after[:2]
        at = phrase.units.index(title) + 1
        beside = [unit for unit in phrase.units[at : at + 1] if unit.tag == "w"]
        behind = [_word(unit, text) for unit in (beside or last)]
        if not self.private.isdisjoint((*before, *behind[:1])):
            return True
        party = [unit.tag in _UNKNOWN for unit in last[:1]] == [True] and "name" not in phrase.parts
        if party and not self.links.isdisjoint(behind[1:2]):
            return True  # « le président LR de la région »
        office = phrase.parts.get("office", ())
        own = self.own[relation]
        bodies = _UNKNOWN + "B" if relation == "leads" else _UNKNOWN
        free = name in self.open and relation != "leads"
        if not free and any(unit.tag in bodies for unit in office):
            return own.isdisjoint(_word(unit, text) for unit in office)
        if _named_last(phrase) or "nation" in phrase.parts or "nation2" in phrase.parts:
            return False
        bare = name in self.open and not office
        return not bare and self._is_of_unknown(phrase, text, relation)

    def is_outside(self, phrase: Phrase, text: str) -> bool:
        """Return whether the title of a phrase is of a firm, a club or a town.

        Args:
            phrase: It has a title.
            text: The article's text.
        """
        told = (*phrase.parts.get("office", ()), *self._complement(phrase, text)[:2])
        near = (*([phrase.before] if phrase.before else ()), *told)
        return not self.outside.isdisjoint(_word(unit, text) for unit in near)

    def relation(self, phrase: Phrase, text: str) -> str:
        """Return the state relation that the title of a phrase claims."""
        seats = (*phrase.parts.get("nation", ()), *phrase.parts.get("nation2", ()))
        if any(_word(unit, text) in self.ministries for unit in seats if unit.tag == "K"):
            return _OFFICE
        return phrase.parts["title"][0].names[0].key

    def is_of_somebody(self, phrase: Phrase, text: str) -> bool:
        """Return whether a title is of a person, or of something told of before, or of anything.

        Not so of "the country": it is the state that the title is of anyway.
        """
        land = phrase.parts.get("land", ())
        told = bool(land) and _word(land[0], text) not in self.own["leads"]
        title = phrase.parts.get("title", ())[:1]
        office = any(u.names[0].key == _OFFICE and _word(u, text) in self.open for u in title)
        loose = "loose" in phrase.parts and not (office and not self.is_past(phrase, text))
        return told or loose or "chief" in phrase.parts

    def is_of_head(self, phrase: Phrase, text: str) -> bool:
        """Return whether a phrase says of somebody that he leads a state: "who heads France"."""
        serves = phrase.parts.get("serves", ())[:1]
        return "nation2" in phrase.parts and any(_word(u, text) in self.heading for u in serves)

    def _is_of_unknown(self, phrase: Phrase, text: str, relation: str) -> bool:
        """Whether a complement follows that is no body of a state."""
        behind = self._complement(phrase, text)
        if not behind or (relation != "leads" and self.is_served(phrase, text)):
            return False
        return not self._is_own(behind, text, relation)

    def _is_own(self, units: Sequence[Unit], text: str, relation: str) -> bool:
        """Whether a complement is a body of the state itself, not only called like one.

        "Le chef de l'exécutif" leads a state, "le chef de l'exécutif de la région" does not.
        """
        at = [n for n, unit in enumerate(units[:2]) if _word(unit, text) in self.own[relation]]
        more = units[at[0] + 1 : at[0] + 2] if at else ()
        qualified = any(unit.tag.isalpha() for unit in more)
        return bool(at) and not (relation == "leads" and qualified)

    def is_served(self, phrase: Phrase, text: str) -> bool:
        """Return whether a title is of somebody who holds an office, or of a body of a state."""
        return any(unit.tag in "TUBR" for unit in self._complement(phrase, text)[:2])

    def _complement(self, phrase: Phrase, text: str) -> tuple[Unit, ...]:
        """Return the first units of what the title at the end of a phrase is of."""
        after = phrase.after
        if "name" in phrase.parts and after[:1] and after[0].tag in "wm":
            after = after[1:]  # an adjective: behind a title alone it may be a verb
        elif [unit.tag for unit in after[:2]] == ["z", "T"]:
            after = after[2:]  # "chairman and chief executive of"
        closed = phrase.units[-1].tag in ",." or _named_last(phrase)
        linked = bool(after) and _word(after[0], text) in self.links
        noun = [unit for unit in after[1:2] if not self._is_verb(unit, text)]
        return after[1:4] if linked and noun and not closed else ()

    def _is_verb(self, unit: Unit, text: str) -> bool:
        return unit.tag == "w" and _word(unit, text).endswith(self.infinitives)

    def is_past(self, phrase: Phrase, text: str) -> bool:
        """Return whether what stands beside a title ends it.

        "Gaidar, minister under Yeltsin", "the officers who overthrew President Touré".
        """
        if phrase.is_behind(phrase.before, text, self.ended) or phrase.is_behind(
            phrase.lead, text, self.ended
        ):
            return True
        if "name" not in phrase.parts and self._is_coming(phrase, text):
            return True
        loose = phrase.parts.get("loose", ())
        if "name" not in phrase.parts or (_named_last(phrase) and not loose):
            return False
        linked = phrase.units[phrase.units.index(phrase.parts["title"][0]) + 1 :]
        words = [_word(unit, text) for unit in (linked if loose else phrase.after)]
        years = phrase.after[1:2] and phrase.after[1].tag == "9" and words[0] in self.links
        return bool(years) or any(" ".join(words[:n]) in self.past for n in (1, 2, 3))

    def _is_coming(self, phrase: Phrase, text: str) -> bool:
        """Whether a title is what somebody will be: "will be the first president of A"."""
        ahead = fold(text[max(phrase.start - _NEAR, 0) : phrase.start]).split()
        return not self.coming.isdisjoint(ahead[-_COMING:])


def _named_last(phrase: Phrase) -> bool:
    """Whether a name, and so nothing of the title, stands last in a phrase."""
    name, title = phrase.parts.get("name", ()), phrase.parts.get("title", ())
    return bool(name and title) and name[0].start > title[0].start


def _word(unit: Unit, text: str) -> str:
    return fold(text[unit.start : unit.end])
