"""What one language lists of saying, worked out of ``cues.toml`` once for all its sentences."""

from collections.abc import Mapping
from typing import Any

from graph.extract.once import frozen, once


class TellingLists:
    """The words of a language that tell who says something, and whether he says it."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        speech, modality = cues["speech"], cues["modality"]
        self.verbs = frozen(speech["verbs"])
        self.reacting = frozen(speech["reacting"])
        self.claiming = frozen(speech["claiming"])
        self.accusing = frozen(speech["accusing"])
        self.charging = frozen(speech["accusing"], speech["addressing"])
        self.people = frozen(speech["people"])
        self.blaming = frozen(speech["blaming"])
        self.blamed_for = frozen(speech["blamed_for"])
        self.rumours = frozen(speech["reports"])
        self.denying = frozen(modality["denied"]["verbs"])
        self.quoting = frozen(speech["quoting"])
        self.naming = frozen(speech["accusing"], speech["quoting"], speech["addressing"])
        self.alleging = frozen(speech["claiming"], speech["accusing"])
        self.nobody = frozen(speech["nobody"])
        self.withholding = frozen(speech["withholding"])
        self.recounting = frozen(speech["recounting"])
        self.unsaid = frozen(cues["negation"]["prepositions"])
        self.asking = frozen(cues["modality"]["requested"]["verbs"])
        self.apart = frozen(cues["tense"]["apart"], cues["tense"]["ahead"])
        self.telling = frozen(speech["verbs"], speech["learning"])
        self.one = frozen(speech["one"])
        self.pauses = (",", "–", "—", *speech["closing"])
        self.leaning = frozen(speech["supports"], speech["clitics"], speech["one"])
        """What may stand between a pause and its verb."""


telling_lists = once(TellingLists)
