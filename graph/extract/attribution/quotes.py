"""Quotation marks: what of a sentence is quoted, also where its quotation opened earlier."""

import re
from collections.abc import Mapping, Sequence
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


def _closing(speech: Mapping[str, Sequence[str]], text: str, start: int) -> int | None:
    """Return where the paragraph has its next closing mark, or None."""
    end = text.find("\n", start)
    found = (text.find(mark, start, end if end >= 0 else len(text)) for mark in speech["closing"])
    return min((at for at in found if at >= 0), default=None)


class Quotes:
    """The quotations of one sentence. None is taken to run on into the next paragraph."""

    def __init__(self, speech: Mapping[str, Sequence[str]], text: str, sentence: Sentence) -> None:
        """Look at a sentence in its paragraph, with the language's table of speech."""
        pattern = _quotation(speech)
        start = text.rfind("\n", 0, sentence.start) + 1
        self._spans = [
            match.span()
            for match in pattern.finditer(text, start, sentence.end)
            if match.end() > sentence.start
        ]
        self._start = sentence.start
        outside = [text[a:b] for a, b in self._gaps(sentence)] if self._spans else []
        self.is_whole = bool(self._spans) and not "".join(outside).strip(_SIGNS)
        """Whether all of the sentence is quoted."""

        self.is_continued = any(a < sentence.start for a, _ in self._spans)
        """Whether the sentence begins inside a quotation."""

        last = text[self._spans[-1][1] - 1] if self._spans else ""
        at_end = bool(self._spans) and self._spans[-1][1] == sentence.end
        runs_on = at_end and (last not in speech["closing"] or self._is_only_opened(sentence))
        self.closes = _closing(speech, text, sentence.end) if runs_on else None
        """Where a quotation that is open at the end of the sentence closes, if it does."""

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
