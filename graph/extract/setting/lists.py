"""What one language lists of dates and their words, worked out once for all its sentences."""

from collections.abc import Mapping
from typing import Any

from graph.extract.once import frozen, once

#: Lists of cue words in ``cues.toml``.
_KINDS = ("verbs", "nouns", "adjectives")


class DateLists:
    """The words of a language that tell whose a date is, and whether two words are of one time."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        tense, speech = cues["tense"], cues["speech"]
        self.ahead, self.during = frozen(tense["ahead"]), frozen(tense["during"])
        self.genitive, self.cleft = tuple(tense["genitive"]), frozen(tense["cleft"])
        self.ranking, self.career = frozen(tense["ranking"]), frozen(tense["career"])
        self.judging, self.sequel = frozen(tense["judging"]), frozen(tense["sequel"])
        self.media, self.alongside = frozen(tense["media"]), frozen(tense["alongside"])
        self.apart, self.over = frozen(tense["apart"]), frozen(tense["over"])
        self.at_once, self.places = frozen(tense["at_once"]), frozen(tense["places"])
        self.enclosing, self.inside = frozen(tense["enclosing"]), frozen(tense["inside"])
        self.counting = frozen(tense["counting"])
        self.prior, self.perfect = frozen(tense["prior"]), frozen(tense["perfect"])
        self.pluperfect, self.dateless = frozen(tense["pluperfect"]), frozen(tense["dateless"])
        self.answering, self.staying = frozen(tense["answering"]), frozen(tense["staying"])
        self.saying, self.accusing = frozen(speech["verbs"]), frozen(speech["accusing"])
        self.planning = _planning(cues)


def _planning(cues: Mapping[str, Any]) -> frozenset[str]:
    """Return the lemmas of what is done on another day than what it embeds: plans, requests."""
    tables = cues["modality"].values()
    words = {lemma for table in tables for kind in _KINDS for lemma in table[kind]}
    return frozenset({*words, *cues["speech"]["verbs"]} - {*cues["tense"]["half_auxiliaries"]})


date_lists = once(DateLists)
