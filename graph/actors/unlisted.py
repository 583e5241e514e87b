"""Whether a title is of a state, a people or a body that nobody lists: "the Catalan president".

Whoever bears it acts for none of the states that the article names otherwise,
however near they are; and of a body no actor at all: "Acme president Jane Roe".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.actors.phrases import Phrase
from graph.actors.units import Unit
from graph.text.folding import fold, fold_all

#: Tags of capitalised words and acronyms that stand for nobody known.
_UNKNOWN = "XYN"

#: The short name of a body in brackets, and how far before a title it begins at most.
_ACRONYM, _LONGEST = re.compile(r"\([A-Z]{2,}\)$"), 12

#: Relations of titles that are of a state; behind others a name may be what the office is for.
_SOVEREIGN = ("leads", "representsTo")


@dataclass(frozen=True, slots=True)
class Unlisted:
    """How a language makes adjectives of states and peoples, folded."""

    endings: tuple[str, ...]
    """Of such adjectives, where they have a capital."""

    others: frozenset[str]
    """Words with such an ending that are none: "republican"."""

    own: Mapping[str, frozenset[str]]
    """By relation: bodies whose heads or servants hold an office of state."""

    vague: frozenset[str]
    """Titles of many bodies."""

    open: frozenset[str]
    """Titles of state whatever stands beside them: "minister"."""

    public: frozenset[str]
    """Bodies of a state whose heads are no firm's."""

    convictions: tuple[str, ...]
    """Endings of what may stand before a leader's title with a capital: "Islamist"."""

    foreign: tuple[str, ...]
    """Parts of a foreign minister's title, which tells already what the office is for."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Unlisted":
        """Read the words of a language's ``mentions.toml``."""
        words, beside = table["unlisted"], table["complements"]
        own = {name: fold_all(beside["own"][name]) for name in table["titles"]}
        return cls(
            tuple(fold_all(words["endings"])),
            fold_all(words["others"]),
            own,
            fold_all(beside["vague"]),
            fold_all(beside["open"]),
            fold_all(words["public"]),
            tuple(fold_all(words["convictions"])),
            tuple(fold_all(table["portfolios"]["foreign"])),
        )

    def bears(self, phrase: Phrase, text: str) -> bool:
        """Return whether the title of a phrase is of a state or people that nobody lists.

        Args:
            phrase: It has a title, and no state.
            text: The article's text.
        """
        if self._is_people(phrase, text) or phrase.owner is not None:
            return True
        title = phrase.parts["title"][-1]
        if not self._is_sovereign(title, text):
            return False
        named_last = phrase.parts["name"][-1] is phrase.units[-1]
        behind = phrase.after[:2] if named_last else ()
        of_one = [unit.tag for unit in behind] == ["o", "X"]
        return of_one or self._is_of(phrase.parts.get("office", ()), text, title)

    def is_body(self, phrase: Phrase, text: str) -> bool:
        """Return whether a title is of a firm or another body that nobody lists.

        Args:
            phrase: It has a title.
            text: The article's text.
        """
        if self.is_firm(phrase, text):
            return True
        title, name = phrase.parts["title"][-1], phrase.parts.get("name", ())
        named = bool(name) and name[0].tag not in "PF" and title.start < name[0].start
        leads = title.names[0].key == "leads"
        return named and leads and (_is_short(phrase, text) or self._runs_on(phrase, text))

    def is_firm(self, phrase: Phrase, text: str) -> bool:
        """Return whether a title in small letters stands behind the name of nobody: "Acme boss X".

        Not so of one of state, as ministers have: "Genovian minister X".

        Args:
            phrase: It has a title.
            text: The article's text.
        """
        title, before = phrase.parts["title"][-1], _before(phrase)
        if before is None or text[before.end : title.start] != " ":
            return False
        small, word = text[title.start].islower(), _word(before, text)
        if not small or _word(title, text).split()[-1] in self.open or word in self.public:
            return False
        return not word.endswith((*self.endings, *self.convictions)) and _is_name(before, text)

    def _runs_on(self, phrase: Phrase, text: str) -> bool:
        """Whether what seems a name goes on from a state's: "chairman of the US Corn Board"."""
        nation = phrase.parts.get("nation", ())[-1:]
        if not nation or nation[0].tag != "C" or not _is_between(phrase, nation[0], text):
            return False
        link = [unit.tag for unit in phrase.after[:2]]
        linked = link[:1] == ["o"] or link in (["z", "X"], ["z", "N"])
        short = text[nation[0].start : nation[0].end].isupper()
        return linked or short or _word(phrase.parts["title"][-1], text) in self.vague

    def _is_sovereign(self, title: Unit, text: str) -> bool:
        """Whether a name behind a title is that of a state: "the prime minister of Genovia"."""
        word = _word(title, text)
        foreign = any(part in word for part in self.foreign)
        return word not in self.vague and (foreign or title.names[0].key in _SOVEREIGN)

    def _is_people(self, phrase: Phrase, text: str) -> bool:
        """Whether the adjective of a people stands before the title: "Genovian President Poe"."""
        before = phrase.before
        if before is None or before.tag not in _UNKNOWN or phrase.units[0].tag != "T":
            return False
        word = _word(before, text)
        return word.endswith(self.endings) and word not in self.others

    def _is_of(self, office: Sequence[Unit], text: str, title: Unit) -> bool:
        """Whether what a title is of is a name that nobody bears: "the president of Genovia"."""
        named = any(unit.tag in _UNKNOWN for unit in office)
        own = self.own[title.names[0].key]
        return named and own.isdisjoint(_word(unit, text) for unit in office)


def _before(phrase: Phrase) -> Unit | None:
    """Return what stands right before a title, in its phrase or before it."""
    at = phrase.units.index(phrase.parts["title"][-1])
    return phrase.units[at - 1] if at else phrase.before


def _is_short(phrase: Phrase, text: str) -> bool:
    """Whether the short name of a body stands before a title: "SPB Chairman", "(SPB) Chairman"."""
    title, before = phrase.parts["title"][-1], _before(phrase)
    if before is None or before.end + 1 != title.start:
        return False
    return before.tag == "N" or bool(_ACRONYM.search(text, title.start - _LONGEST, before.end))


def _is_name(unit: Unit, text: str) -> bool:
    """Whether a word is a name: one that begins a sentence stands within another with a capital."""
    if unit.tag != "Y":
        return unit.tag in _UNKNOWN
    word = re.escape(text[unit.start : unit.end])
    return re.search(rf"(?<=[\w,] ){word}\b", text) is not None


def _is_between(phrase: Phrase, nation: Unit, text: str) -> bool:
    """Whether a state stands between a title and a name, and nothing between it and the name."""
    title, name = phrase.parts["title"][-1], phrase.parts["name"][0]
    return title.start < nation.start and text[nation.end : name.start] == " "


def _word(unit: Unit, text: str) -> str:
    return fold(text[unit.start : unit.end])
