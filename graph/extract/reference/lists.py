"""What one language lists of those who are named, worked out once for all its sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.extract.once import frozen, once


class NameLists:
    """The words of a language that tell whom a noun phrase names, and what is done to them."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the tables of the language."""
        self.locative = frozen(tables["parser"]["locative"])
        titles, others = tables["mentions"]["titles"], tables["mentions"]["others"]
        self.descent = frozen(tables["parser"]["descent"])
        self.some = frozen(tables["parser"]["some"])
        self.plural = tables["parser"]["plural"]
        envoys = tables["mentions"]["envoys"]["words"]
        self.envoys = frozen(titles["representsTo"]["one"], envoys)
        self.relatives = frozen(tables["parser"]["relative_possessive"])
        self.titles, self.others = _titles(titles), _others(others)
        self.agents = frozen(tables["nouns"]["agents"]["nouns"])
        self.voices = frozen(tables["nouns"]["voices"]["nouns"])
        self.texts = _texts(tables)
        self.authors = frozen(tables["nouns"]["voices"]["by"])
        self.issuing = frozen(tables["verbs"]["issuing"]["lemmas"])
        self.figures = tables["nouns"]["figurative"]
        self.soldiers = frozen(tables["nouns"]["soldiers"]["nouns"])
        violence = tables["nouns"]["violence"]
        self.violence = frozen(violence["suffered"], violence["acts"])
        self.crimes = frozen(tables["nouns"]["crimes"]["nouns"])
        self.journeys = frozen(tables["nouns"]["journeys"]["nouns"])
        self.flight = frozen(tables["nouns"]["flight"]["words"])
        self.carrying = frozen(tables["verbs"]["carrying"]["lemmas"])
        self.ascribing = tables["verbs"]["ascribing"]
        self.genitive = frozen(tables["parser"]["genitive"])
        self.settings = frozen(tables["nouns"]["settings"]["nouns"])
        self.not_actors = frozen(tables["nouns"]["not_actors"]["nouns"])
        self.courts = frozen(tables["nouns"]["courts"]["nouns"])
        self.suffered = frozen(violence["suffered"])
        self.inflicting, self.befalling = frozen(violence["by"]), frozen(violence["befalling"])
        self.mutual = frozen(tables["parser"]["mutual"])
        self.partner = frozen(tables["parser"]["partner"])
        self.agentive = frozen(tables["parser"]["agent_prepositions"])
        self.severing = frozen(tables["nouns"]["severing"]["nouns"])
        serving = tables["verbs"]["serving"]
        self.tying = frozen(serving["lemmas"], serving["tied"])
        self.leading = frozen(serving["led"])
        self.serving = frozen(serving["for"], serving["to"])
        anaphora = tables["mentions"]["anaphora"]
        self.he = frozen(anaphora["person"])
        self.we, self.first = frozen(anaphora["we"]), frozen(anaphora["we"], anaphora["me"])
        self.unnamed = frozen(anaphora["we"], anaphora["me"], anaphora["impersonal"])
        self.between = frozen(tables["parser"]["between"])
        self.kinds = frozen(tables["parser"]["kinds"])
        self.strangers = frozen(tables["parser"]["strangers"])
        self.substitutes = frozen(tables["parser"]["substitutes"])
        self.bodies = frozen(tables["mentions"]["bodies"]["names"])
        self.wholes = frozen(tables["mentions"]["complements"]["own"]["leads"])
        self.treating = frozen(tables["parser"]["treating"])
        self.meetings = frozen(tables["verbs"]["companions"]["nouns"])


def _titles(titles: Mapping[str, Mapping[str, Sequence[str]]]) -> frozenset[str]:
    return frozenset(word for form in titles.values() for word in form["one"])


def _others(others: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(name for names in others.values() for name in names)


def _texts(tables: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return the words for a text that is somebody's: of an agreement those who sign it are two."""
    parser, voices = tables["parser"], tables["nouns"]["voices"]["nouns"]
    return frozenset(voices).union(parser["documents"]).difference(parser["mutual"])


name_lists = once(NameLists)
