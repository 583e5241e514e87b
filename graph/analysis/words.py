"""The words of a report, in the language of its reader."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.errors import UnknownNameError
from graph.model import Actor, Statement
from graph.relations import relations
from graph.terminal import one_line

PATH = Path(__file__).parent / "words.toml"

#: Longest name of an actor, in signs.
_NAME = 80


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in one language."""

    lang: str
    """ISO 639-1 code."""

    table: Mapping[str, Any]
    """The texts by key; ``words.toml`` says how they are written."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key, with values in their places; ``n`` chooses the plural."""
        if "n" in values and key not in self.table:
            key = f"{key}.{'one' if values['n'] in self.table['singular'] else 'other'}"
        return str(self.table[key]).format(**values)

    def number(self, value: float, form: str = ".1f") -> str:
        """Return a number as it is written in the language, with a true minus sign."""
        return format(value, form).replace(".", self("decimal")).replace("-", "−")

    def name(self, actor: Actor) -> str:
        """Return an actor's name on one line."""
        return one_line((self.lang == "fr" and actor.label_fr) or actor.label, _NAME)

    def when(self, statement: Statement) -> str:
        """Return the date of a statement; of one without, the day it was told, marked as such."""
        told = statement.evidence.source.published
        return statement.date or (self("told-once", told=told) if told else self("undated"))

    def claim(self, statement: Statement) -> str:
        """Return what a statement says: "France recalls its ambassador from Mali"."""
        relation = relations()[statement.relation]
        verb = relation.label_fr if self.lang == "fr" else relation.label_en
        ends = {"subject": self.name(statement.subject), "object": self.name(statement.object)}
        return self("claim", verb=verb, **ends)


def words(lang: str) -> Words:
    """Return the words of a language.

    Args:
        lang: ISO 639-1 code.

    Raises:
        UnknownNameError: There are none.
    """
    if lang not in _tables():
        raise UnknownNameError("language of reports", lang, _tables())
    return Words(lang, _tables()[lang])


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(tomllib.loads(PATH.read_text(encoding="utf-8")))


#: The words of every text that has no other language.
ENGLISH = words("en")
