"""Say which language an article is written in, and how sure that is.

The model is py3langid's, restricted to ``candidates.toml``. Its certainty is
calibrated over the length of a text, so that one threshold serves short and
long ones. Where it is not sure and names one of our languages, the words that
only this language has among the candidates make it sure. Measured on news in
both languages: of 2,461 passages of 30 words 99.7 % were sure and right, of
3,746 of 20 words 98 %, of 6,324 of 12 words 90 %; none of those was sure and wrong.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from graph.languages import codes, load

CANDIDATES = Path(__file__).parent / "candidates.toml"

#: What a guess must reach to be acted on, from 0 to 1.
CERTAIN = 0.95

#: Different words of a language's own that make a guess sure; one does for a guess that is likely.
ENOUGH, LIKELY = 2, 0.7

_WORD = re.compile(r"[^\W\d_]+")

#: Code points read from the start of a text; more changes no answer, and takes longer.
SAMPLE = 3000


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language of a text."""

    lang: str
    """ISO 639-1 code."""

    certainty: float
    """From 0 to 1, against the other candidates."""

    @property
    def sure(self) -> bool:
        """Whether the guess may be acted on."""
        return self.certainty >= CERTAIN

    @property
    def name(self) -> str:
        """The language's name in English."""
        return names()[self.lang]


def detect(text: str) -> Guess:
    """Guess the language of a text; a few words give a guess that is not sure."""
    sample = text[:SAMPLE]
    lang, certainty = _model().classify(sample)
    if certainty < CERTAIN and lang in codes():
        own = len(_own(lang) & _words(sample))
        if own >= ENOUGH or (own and certainty >= LIKELY):
            certainty = CERTAIN
    return Guess(lang, certainty)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


@cache
def _own(lang: str) -> frozenset[str]:
    """Return words that are common in a language and foreign to the other candidates."""
    return frozenset(load(lang).tables["text"]["own_words"])


@cache
def names(path: Path = CANDIDATES) -> dict[str, str]:
    """Return the candidates' English names by ISO 639-1 code."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _model() -> _Model:
    # Imported here: it loads numpy and a model, 0.7 s that most commands need not pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(list(names()))
    # Made anew of what is left: the first one keeps the other hundred languages too, 28 MB.
    tables = model.nb_ptc, model.nb_pc, model.nb_classes, model.tk_nextmove, model.tk_output
    model = LanguageIdentifier(*tables, norm_probs=True, tk_row=model.tk_row)
    return cast("_Model", model)
