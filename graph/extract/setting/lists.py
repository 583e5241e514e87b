"""What one language lists of dates and their words, worked out once for all its sentences."""

from collections.abc import Mapping
from typing import Any

from graph.extract.once import frozen, once


class OwnerLists:
    """The words of a language that tell which word of a sentence a date belongs to."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        tense = cues["tense"]
        self.ahead, self.during = frozen(tense["ahead"]), frozen(tense["during"])
        self.genitive, self.cleft = tuple(tense["genitive"]), frozen(tense["cleft"])
        self.ranking, self.career = frozen(tense["ranking"]), frozen(tense["career"])
        self.judging, self.sequel = frozen(tense["judging"]), frozen(tense["sequel"])
        self.media, self.alongside = frozen(tense["media"]), frozen(tense["alongside"])
        self.saying = frozen(cues["speech"]["verbs"])


owner_lists = once(OwnerLists)
