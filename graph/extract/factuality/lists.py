"""What one language lists of cues, worked out of ``cues.toml`` once for all its sentences."""

from collections.abc import Mapping
from typing import Any

from graph.extract.once import frozen, once


class CueLists:
    """The words of a language that say of others whether they happened."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        modality = cues["modality"]
        self.planning = frozen(modality["planned"]["infinitive"])
        self.lifting = frozen(modality["denied"]["lifting"])
        self.conative = frozen(modality["possible"]["conative"])
        self.ongoing = modality["denied"]["ongoing"]
        self.prospects = modality["possible"]["prospects"]
        self.joint = frozen(modality["possible"]["joint"])
        self.states = frozen(modality["possible"]["states"])
        self.ordering = frozen(modality["requested"]["ordering"])
        self.declaring = frozen(cues["sharing"]["declaring"])
        self.speech = frozen(cues["speech"]["verbs"])
        self.addressing = frozen(cues["speech"]["addressing"])
        self.telling = frozen(cues["sharing"]["telling"])
        self.achieved = frozen(cues["sharing"]["achieved"])
        self.harming = frozen(modality["possible"]["harming"])
        self.volitive = frozen(modality["planned"]["volitive"])
        self.accusing = frozen(cues["speech"]["accusing"])
        self.hearsay = frozen(modality["possible"]["hearsay"])
        self.ending = modality["denied"]["ending"]
        self.scheduled = frozen(modality["planned"]["own"])
        self.halves = frozen(cues["tense"]["half_auxiliaries"])
        self.markers = frozen(cues["tense"]["infinitive_markers"])
        self.conditional = frozen(cues["tense"]["conditional_auxiliaries"])
        self.deciding = frozen(modality["possible"]["deciding"])
        self.topics = frozen(modality["possible"]["topics"])
        self.concluding = frozen(modality["planned"]["concluding"])
        self.remote = modality["denied"]["remote"]
        self.leading = frozen(modality["possible"]["leading"])
        self.futile = frozen(modality["possible"]["futile"])
        self.without = frozen(cues["negation"]["prepositions"])
        self.necessity = frozen(modality["requested"]["necessity"])
        self.wishing = frozen(modality["requested"]["wishing"])
        self.showing = frozen(cues["negation"]["showing"])
        self.against = frozen(modality["denied"]["against"])
        self.opposing = frozen(cues["negation"]["opposing"])
        self.reports = frozen(cues["speech"]["reports"])
        self.doing = frozen(modality["planned"]["doing"])
        self.vain = frozen(cues["sharing"]["vain"])
        self.awaiting = frozen(cues["negation"]["awaiting"])
        self.affirming = frozen(cues["negation"]["affirming"])


class EmbeddingLists:
    """The words of a language that part what embeds a predicate from what stands beside it."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take the language's ``cues.toml``."""
        modality = cues["modality"]
        self.ahead = frozen(cues["tense"]["ahead"])
        self.apart = frozen(cues["tense"]["apart"], cues["tense"]["ahead"])
        self.during = frozen(cues["tense"]["inside"])
        self.prior = frozen(cues["tense"]["prior"])
        self.reports = frozen(cues["speech"]["reports"])
        self.relatives = frozen(cues["speech"]["relatives"])
        self.according = {name.replace(" ", "_") for name in cues["speech"]["according"]}
        self.beside = frozen(cues["tense"]["beside"])
        sharing = cues["sharing"]
        self.letting = frozen(sharing["letting"])
        self.performing = frozen(sharing["performing"], sharing["delaying"])
        self.unshared = frozen(sharing["unshared"], sharing["delaying"])
        self.ranking = frozen(cues["tense"]["ranking"])
        self.over = frozen(cues["tense"]["over"])
        self.cancelling = frozen(modality["denied"]["cancelling"])
        self.opposing = frozen(modality["denied"]["ongoing"]["verbs"])
        self.using = frozen(modality["denied"]["using"])
        self.used = frozen(modality["denied"]["used"])
        self.aims = frozen(modality["denied"]["aims"])


cue_lists, embedding_lists = once(CueLists), once(EmbeddingLists)
