"""What one language lists of dates and their words, worked out once for all its sentences."""

from collections.abc import Mapping
from typing import Any

from graph.extract.once import frozen, once

#: Lists of cue words in ``cues.toml``.
_KINDS = ("verbs", "nouns", "adjectives")


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


class TimeLists:
    """The words of a language that tell whether two words of a sentence are of one time."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        tense = cues["tense"]
        self.apart, self.over = frozen(tense["apart"]), frozen(tense["over"])
        self.at_once, self.places = frozen(tense["at_once"]), frozen(tense["places"])
        self.enclosing, self.media = frozen(tense["enclosing"]), frozen(tense["media"])
        self.inside = frozen(tense["inside"])
        self.pluperfect = frozen(tense["pluperfect"])
        self.prior, self.perfect = frozen(tense["prior"]), frozen(tense["perfect"])
        self.ranking, self.judging = frozen(tense["ranking"]), frozen(tense["judging"])
        self.dateless = frozen(tense["dateless"])
        self.alongside, self.answering = frozen(tense["alongside"]), frozen(tense["answering"])
        self.staying = frozen(tense["staying"])
        self.accusing = frozen(cues["speech"]["accusing"])
        self.planning = _planning(cues)


def _planning(cues: Mapping[str, Any]) -> frozenset[str]:
    """Return the lemmas of what is done on another day than what it embeds: plans, requests."""
    tables = cues["modality"].values()
    words = {lemma for table in tables for kind in _KINDS for lemma in table[kind]}
    return frozenset({*words, *cues["speech"]["verbs"]} - {*cues["tense"]["half_auxiliaries"]})


owner_lists, time_lists = once(OwnerLists), once(TimeLists)
