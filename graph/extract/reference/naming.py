"""How the words of a sentence name somebody: by name, title or body, as a place, or not at all."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from graph.actors.mention import Mention
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS
from graph.extract.reference.figurative import Figurative
from graph.extract.reference.lists import name_lists
from graph.extract.reference.things import is_stranger
from graph.model import Actor

#: Roles of an adjective that belongs to another word.
_WITHIN = ("modifier", "compound", "flat")

#: Roles of the other parts of a person's name.
_PARTS = ("flat", "compound")

#: Roles of a text at the verb that tells who issues it.
_ISSUED = ("object", "subject_passive")

#: How many letters an abbreviation of a state has at most: "US".
_ABBREVIATED = 3


@lru_cache(maxsize=4096)
def _words_of(body: Actor) -> tuple[str, ...]:
    """Return the words of all names of an organisation, in small letters."""
    names = f"{body.label} {body.label_fr or ''} {' '.join(body.names)}"
    return tuple(names.lower().split())


class Naming:
    """Answers about the mentions of one sentence."""

    def __init__(
        self, tree: Tree, mentions: Sequence[Mention], tables: Mapping[str, Mapping[str, Any]]
    ) -> None:
        """Look at a tree, with the article's mentions and the language's tables."""
        self._tree = tree
        self.mentions = mentions
        self._lists = lists = name_lists(tables)
        self.crimes = lists.crimes
        self.journeys = lists.journeys
        self.flight = lists.flight

    def issuers(self, text: Word) -> list[Word]:
        """Return who issues what says something: "A adopted a text condemning B"."""
        verbs = self._tree.children(text, "participle")
        above = self._tree.head(text)
        verbs += [above] if above is not None and text.role in _ISSUED else []
        issuing = [verb for verb in verbs if verb.lemma in self._lists.issuing]
        passive = any(verb.role == "participle" or text.role != "object" for verb in issuing)
        roles = ("agent",) if passive else SUBJECTS
        return [kid for verb in issuing for kid in self._tree.children(verb, *roles)]

    @cached_property
    def figurative(self) -> Figurative:
        """What of the sentence only looks like force; asked of attacks alone."""
        return Figurative(self._tree, self._lists.figures)

    def mention(self, word: Word) -> Mention | None:
        """Return the mention that a word stands for."""
        return None if word.mention is None else self.mentions[word.mention]

    def posts(self, word: Word) -> list[Actor]:
        """Return the state where an envoy that a word stands for serves."""
        mention = self.mention(word)
        return [mention.post] if mention is not None and mention.post else []

    def title(self, word: Word) -> list[str]:
        """Return the words of the title of an envoy that a word stands for."""
        mention = self.mention(word)
        title = mention.title if mention is not None else ""
        one = title if title in self._lists.envoys else title.removesuffix(self._lists.plural)
        return one.split() if one in self._lists.envoys else []

    def office(self, word: Word) -> list[str]:
        """Return the words of the title that a word stands for: "king" for "the king of A".

        What has "court" in its name is one, also by its letters: "the ICJ".
        """
        mention = self.mention(word)
        if mention is None or not (mention.title or mention.how == "name"):
            return []
        titled = self.title(word) if mention.title else []
        if mention.how != "name":
            return [*titled, *(mention.title.split() if mention.how == "title" else ())]
        bodies = [actor for actor in mention.actors if actor.kind == "organisation"]
        courts = [each for body in bodies for each in _words_of(body) if each in self._lists.courts]
        return [*titled, *courts]

    def is_human(self, word: Word) -> bool:
        """Return whether a word is the name of a person, listed or not."""
        if word.mention is None:
            return is_stranger(self._tree, word, *_PARTS)
        return self.mentions[word.mention].how == "person"

    def is_body(self, word: Word) -> bool:
        """Return whether a word is a body or people of a state, which its mention names."""
        mention = self.mention(word)
        return mention is not None and mention.how in ("body", "demonym")

    def is_embodied(self, word: Word) -> bool:
        """Return whether a word is somebody who serves a state, rather than its bare name."""
        mention = self.mention(word)
        if mention is None:
            many = word.pos == "PRON" and "Number=Plur" in word.features
            somebody = word.lemma in self._lists.agents and word.lemma not in self._lists.soldiers
            return many or somebody or word.lemma in self._lists.titles
        state = mention.actors[0].kind == "country"
        armed = mention.how == "body" and bool(self._forms(word) & self._lists.soldiers)
        few = mention.how == "demonym" and bool(self._tree.children(word, "number"))
        bare = mention.how in ("name", "capital", "adjective") or few  # "two Germans landed in"
        return not state or not (bare or armed)

    def is_people(self, word: Word) -> bool:
        """Return whether a word is people of a state, or where they are: not a body of it."""
        mention = self.mention(word)
        named = mention is not None and mention.how in ("name", "capital", "body")
        return not named or word.prep is not None

    def is_born(self, word: Word) -> bool:
        """Return whether a word names people by what they are by birth: "300 Afghans"."""
        mention = self.mention(word)
        return mention is not None and mention.how == "demonym"

    def is_servant(self, word: Word) -> bool:
        """Return whether a word is an envoy without a name, whoever it is that he serves."""
        mention = self.mention(word)
        return mention is not None and mention.how == "title" and word.lemma in self._lists.envoys

    def is_town(self, word: Word) -> bool:
        """Return whether a word names a town, be it for its state."""
        mention = self.mention(word)
        return mention is not None and mention.how == "capital"

    def is_land(self, word: Word) -> bool:
        """Return whether a word is the name of a state or of a town: who frees it frees nobody."""
        mention = self.mention(word)
        return mention is not None and mention.how in ("name", "capital")

    def is_part(self, word: Word) -> bool:
        """Return whether a word is of some who act for a state, not of the state: "A's troops"."""
        mention = self.mention(word)
        if mention is None:
            return word.lemma in self._lists.agents  # "the Kenyan team"
        some = mention.how in ("body", "title", "adjective")
        return some and word.lemma not in self._lists.wholes

    def is_mere_town(self, word: Word, kinds: Collection[str]) -> bool:
        """Return whether a body is named by its town only: who left Brussels did but travel.

        Args:
            word: The name.
            kinds: The kinds of actor that are asked for.
        """
        body = "organisation" in kinds and "country" not in kinds
        return body and self.is_town(word)

    def placed(self, word: Word) -> bool:
        """Return whether a word is a city named as a place ("à Moscou"), not as an actor.

        So is one that something held there is called by: "the Paris agreement".
        """
        if word.mention is None or self.mentions[word.mention].how != "capital":
            return False
        noun = self._tree.head(word)
        held = noun is not None and noun.mention is None and noun.lemma in self._lists.settings
        return word.prep in self._lists.locative or (held and word.prep in self._lists.genitive)

    def is_somebody(self, word: Word) -> bool:
        """Return whether a word is one of a people, or some: "l'Américaine", "many Poles"."""
        if word.mention is None:  # as of most
            return False
        mention = self.mentions[word.mention]
        if mention.how not in ("demonym", "adjective"):
            return False
        kids = self._tree.children(word, "determiner", "modifier", "number")
        some = any(kid.text in self._lists.some for kid in kids)
        alone = word.role not in _WITHIN  # "le chinois Oppo" is a firm
        named = mention.how == "demonym" or (alone and (some or word.prep is None))
        marks = self._tree.children(word, "determiner")
        one = any("Number=Sing" in kid.features for kid in marks) or self._is_one(word)
        return named and (some or one)

    def _is_one(self, word: Word) -> bool:
        """Whether a verb tells that one of a people is meant: "the Australian was held".

        Abbreviations mean the state: "the US was".
        """
        verb = self._tree.head(word) if word.role in SUBJECTS else None
        known = self._tree.children(word, "determiner")
        short = not word.text.isalpha() or len(word.text) <= _ABBREVIATED
        if verb is None or not known or short:
            return False
        finite = (verb, *self._tree.children(verb, "auxiliary", "passive_auxiliary", "copula"))
        return any({"VerbForm=Fin", "Number=Sing"} <= kid.features for kid in finite)

    def is_relative_officer(self, word: Word) -> bool:
        """Return whether a noun is the officer of whom a relative tells: "A, whose president"."""
        if word.lemma not in self._lists.titles:
            return False
        kids = self._tree.children(word, "possessor", "oblique")
        return any(kid.text in self._lists.relatives for kid in kids)

    def is_other(self, word: Word) -> bool:
        """Return whether a noun is one for somebody beside those named: "allies"."""
        return word.lemma in self._lists.others

    def is_agent(self, word: Word) -> bool:
        """Return whether a noun is one for somebody through whom a state acts: "warships"."""
        return word.lemma in self._lists.agents

    def is_nobody(self, word: Word) -> bool:
        """Whether a noun phrase holds a country without standing for it ("French students")."""
        if word.lemma in self._lists.agents:
            return False
        return word.lemma in self._lists.not_actors or word.text in self._lists.not_actors

    def is_any(self, word: Word) -> bool:
        """Whether a word means nobody told of, as a body with no state does: "des drones".

        So do a people who live elsewhere: "ethnic Albanians".
        """
        mention = self.mentions[word.mention or 0]
        if word.index and self._tree.words[word.index - 1].text in self._lists.descent:
            return True
        if mention.how != "body" or mention.end - mention.start > len(word.text):
            return False
        marks = self._tree.children(word, "determiner")
        return any("Definite=Ind" in mark.features for mark in marks)

    def carried_out(self, noun: Word) -> list[Word]:
        """Return who does what a noun names: "the raids led by A", not "troops led by A"."""
        told = self._tree.children(noun, "participle")
        if not told or self.is_agent(noun):  # as most
            return []
        verbs = [verb for verb in told if self._carries(verb)]
        agents = [kid for verb in verbs for kid in self._tree.children(verb, "agent")]
        return agents + self.ascribed(noun)

    def ascribed(self, noun: Word) -> list[Word]:
        """Return to whom what a noun names is said to go back: "an attack blamed on A"."""
        return [
            kid
            for verb in self._tree.children(noun, "participle")
            if verb.lemma in self._lists.ascribing
            for kid in self._tree.children(verb, "oblique", "indirect")
            if kid.prep in self._lists.ascribing[verb.lemma]
        ]

    def _carries(self, verb: Word) -> bool:
        return verb.lemma in self._lists.carrying

    def _forms(self, noun: Word) -> set[str]:
        return {noun.lemma, noun.text, noun.text.rstrip(self._lists.plural)}

    def is_violence(self, noun: Word) -> bool:
        """Whether a noun names violence: "the raid"."""
        return bool(self._forms(noun) & self._lists.violence)
