"""How an article names somebody, for whom its later words mean."""

import re
from typing import NamedTuple

from graph.actors.phrases import Phrase
from graph.actors.titles import TitleWords

#: A short word in brackets behind a name: "the Front (FN)".
_BRACKETS = re.compile(r"\s\([^()]{1,12}\)")


class Manner(NamedTuple):
    """How a phrase names somebody."""

    end: int
    """Where the name ends, with an acronym behind it."""

    placed: bool = False
    """Whether it is a city, named as a place."""

    beside: bool = False
    """Whether it is an adjective beside something else."""

    aside: bool = False
    """Whether it only goes between others, or backs one: none of "the two sides"."""

    titled: bool = False
    """Whether it is a title alone, for somebody who acts for a state: "the Greek minister"."""

    @staticmethod
    def of(phrase: Phrase, how: str, text: str, words: TitleWords) -> "Manner":
        """Return how a phrase names somebody.

        Args:
            phrase: Any that does.
            how: As a mention has it.
            text: The article's text.
            words: Of its language.
        """
        start, end = phrase.start, phrase.end
        bracket = text.startswith("(", end + 1)  # as behind few
        acronym = _BRACKETS.match(text, end) if bracket else None
        placed = how == "capital" and phrase.before is not None and phrase.before.tag == "l"
        aside = words.is_aside(text, start, end)
        behind = acronym.end() if acronym else end
        return Manner(behind, placed, how == "adjective", aside, how == "title")
