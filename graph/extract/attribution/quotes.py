"""Quotation marks: what of a sentence is quoted, also where its quotation opened earlier."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph.extract.once import once
from graph.extract.parsing.tree import Word
from graph.model import Sentence

#: Signs that may stand in a quoted sentence beside words.
_SIGNS = " \t\u00a0\u202f.,!?…"


@once
def _quotation(speech: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    opening, closing = ("".join(map(re.escape, speech[key])) for key in ("opening", "closing"))
    return re.compile(rf"[{opening}][^{closing}\n]*[{closing}]?")


@lru_cache(maxsize=1)  # the sentences of one are read in a row, and may be many
def _paragraph(
    opening: Sequence[str], quotation: re.Pattern[str], text: str, start: int
) -> Sequence[tuple[int, int]]:
    """Return where the paragraph that begins at a place has quotations."""
    end = text.find("\n", start)
    end = end if end >= 0 else len(text)
    if all(text.find(mark, start, end) < 0 for mark in opening):  # as most
        return ()
    return [match.span() for match in quotation.finditer(text, start, end)]


def _closing(speech: Mapping[str, Sequence[str]], text: str, start: int) -> int | None:
    """Return where the paragraph has its next closing mark, or None."""
    end = text.find("\n", start)
    found = (text.find(mark, start, end if end >= 0 else len(text)) for mark in speech["closing"])
    return min((at for at in found if at >= 0), default=None)


class Quotes:
    """The quotations of one sentence. None is taken to run on into the next paragraph."""

    def __init__(self, speech: Mapping[str, Sequence[str]], text: str, sentence: Sentence) -> None:
        """Look at a sentence in its paragraph, with the language's table of speech."""
        start, end = text.rfind("\n", 0, sentence.start) + 1, sentence.end
        around = _paragraph(tuple(speech["opening"]), _quotation(speech), text, start)
        # Those that begin in the sentence or before it, as far as it goes.
        self._spans = [(a, min(b, end)) for a, b in around if a < end and b > sentence.start]
        self.is_whole = False
        """Whether all of the sentence is quoted."""

        self.is_continued = False
        """Whether the sentence begins inside a quotation."""

        self.closes: int | None = None
        """Where a quotation that is open at the end of the sentence closes, if it does."""

        if self._spans:  # as in few sentences
            self._place(speech, text, sentence)

    def _place(self, speech: Mapping[str, Sequence[str]], text: str, sentence: Sentence) -> None:
        """Tell how the quotations of a sentence begin and end."""
        outside = [text[a:b] for a, b in self._gaps(sentence)]
        self.is_whole = not "".join(outside).strip(_SIGNS)
        self.is_continued = any(a < sentence.start for a, _ in self._spans)
        end = self._spans[-1][1]
        open_ = text[end - 1] not in speech["closing"] or self._is_only_opened(sentence)
        if end == sentence.end and open_:
            self.closes = _closing(speech, text, sentence.end)

    def _is_only_opened(self, sentence: Sentence) -> bool:
        start, end = self._spans[-1]
        return end - start == 1 and start >= sentence.start

    def holds(self, word: Word) -> bool:
        """Return whether a word is quoted."""
        return any(start <= word.start < end for start, end in self._spans)

    def _gaps(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Return the places of a sentence that are not quoted."""
        edges = [sentence.start, *(at for span in self._spans for at in span), sentence.end]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return [(max(a, sentence.start), b) for a, b in pairs if b > max(a, sentence.start)]


@once
def spoken(table: Mapping[str, Any]) -> re.Pattern[str]:
    """Return the pattern of phrases that name a source, with the groups cue and source."""
    cues = "|".join(re.escape(cue).replace("'", "['’]") for cue in table["according"])
    return re.compile(
        rf"\b(?P<cue>{cues})\s*(?P<source>[^,;:.!?»)(—–]{{2,80}})",
        re.IGNORECASE,
    )
