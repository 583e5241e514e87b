"""Whether a title is of a state or a people that nobody lists: "the Catalan president".

Whoever bears it acts for none of the states that the article names otherwise,
however near they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.actors.phrases import Phrase
from graph.actors.units import Unit
from graph.text.folding import fold, fold_all

#: Tags of capitalised words and acronyms that stand for nobody known.
_UNKNOWN = "XYN"

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


def _word(unit: Unit, text: str) -> str:
    return fold(text[unit.start : unit.end])
