"""What one language lists of verbs, worked out of ``verbs.toml`` once for all its sentences."""

from collections.abc import Mapping
from typing import Any

from graph.extract.grammar.calling import Calling
from graph.extract.once import frozen, once


class VerbLists:
    """The verbs of a language by kind, and the words that go with some of them."""

    def __init__(self, verbs: Mapping[str, Any]) -> None:
        """Take the language's ``verbs.toml``."""
        sections = verbs.items()
        self.kinds = {name: frozen(kind["lemmas"]) for name, kind in sections if "lemmas" in kind}
        """The verbs of each kind, by the section that lists them."""
        self.echo = verbs["echo"]
        self.histories = verbs["histories"]
        self.bidding = frozen(verbs["object_control"]["nouns"])
        self.calling = Calling(verbs["calling"])
        self.railing_at = frozen(verbs["railing"]["at"])
        self.railing_for = frozen(verbs["railing"]["for"])
        self.blamed_for = frozen(verbs["blame"]["for"])
        self.charged_with = frozen(verbs["charging"]["with"])
        self.moving = frozen(verbs["granting"]["moving"])
        self.rights = frozen(verbs["granting"]["rights"])
        self.terms = frozen(verbs["granting"]["terms"])
        self.means = self.rights | frozen(verbs["granting"]["arms"])
        self.handed = frozen(verbs["granting"]["handed"])
        self.deeds = frozen(verbs["granting"]["deeds"])
        self.served = frozen(verbs["serving"]["for"])
        self.punishing = frozen(verbs["punishing"]["nouns"])
        self.punished_for = frozen(verbs["punishing"]["for"])
        self.hit_with = frozen(verbs["blame"]["with"])
        self.retorting = frozen(verbs["punishing"]["retorting"])
        self.launched = frozen(verbs["launching"]["nouns"])
        self.forceful = self.kinds["striking"] | self.kinds["launching"]
        self.attitudes = frozen(verbs["attitudes"]["nouns"])
        self.holding = frozen(verbs["owning"]["coined"])
        self.siding = frozen(verbs["siding"]["lemmas"], verbs["judgement"]["lemmas"])
        self.obliging = frozen(verbs["obligation"]["holding"])
        self.ascribing = verbs["ascribing"]
        self.measure_nouns = frozen(verbs["measures"]["nouns"])
        self.prompting = frozen(verbs["prompting"]["lemmas"])
        self.companions = frozen(verbs["companions"]["nouns"])
        self.mutual = frozen(verbs["companions"]["mutual"])
        self.opposed = frozen(verbs["companions"]["opposed"])
        self.remote = frozen(verbs["companions"]["remote"])
        self.during = frozen(verbs["companions"]["during"])
        self.likewise = {name: frozen(words) for name, words in verbs["likewise"].items()}
        doing = (self.likewise["taking"], self.likewise["doing"], self.kinds["imitation"])
        self.echoing = frozenset(verbs["echo"]).union(*doing)
        """The verbs of doing what others did, by whatever construction."""


verb_lists = once(VerbLists)
