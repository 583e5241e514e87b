"""Stencils put into words: text with fields for what they take."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from graph.rdf.terms import IRI, Block, Stencil

#: What stands for the field of a number: nothing that needs an escape in any format.
_MARK = re.compile("place-([0-9]+)-here")


@dataclass(frozen=True, slots=True)
class Form:
    """How the blocks of a stencil look in some format."""

    subject: Callable[..., str]
    """Takes the ids, and returns the subject of the first block."""

    fill: Callable[..., str]
    """Takes ids, texts as the format has them, and, if there is more, that; returns the blocks."""


class Forms:
    """The stencils of a graph in some format, each put into words when it is first met."""

    def __init__(self, write: Callable[[Block], str], pair: Callable[[IRI, IRI, IRI], str]) -> None:
        """Begin with none.

        Args:
            write: Puts a block into words.
            pair: Puts a triple into words as a block of its subject has it.
        """
        self._write, self._pair = write, pair
        self.of = lru_cache(self._make)

    def _make(self, stencil: Stencil, ids: int, texts: int, more: bool) -> Form:
        """Return the form of a stencil that takes so many ids and texts, and pairs or none."""
        marks = [IRI(f"place-{number}-here") for number in range(ids + texts + more)]
        last = marks[-1]
        blocks = stencil(marks[:ids], marks[ids : ids + texts], [(last, last)] if more else [])
        words, subject = "".join(map(self._write, blocks)), blocks[0].subject
        if more:
            words = words.replace(self._pair(subject, last, last), last)
        return Form(_fields(subject), _fields(words))


def _fields(words: str) -> Callable[..., str]:
    return _MARK.sub(r"{\1}", words.replace("{", "{{").replace("}", "}}")).format
