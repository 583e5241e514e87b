"""From words to actors: mentions, pronouns, and the actor inside a noun phrase."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors.mention import Mention
from graph.extract.grammar.clauses import Clauses
from graph.extract.grammar.speechverbs import speech_verbs
from graph.extract.grammar.verbs import CLAUSAL
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS, VERBS
from graph.extract.reference.memory import Memory
from graph.extract.reference.pronouns import Pronouns
from graph.extract.reference.serving import Serving
from graph.extract.reference.speaker import speaker, teller
from graph.model import Actor

#: Roles that do not lead to the actor a noun phrase is about.
_BARRED = CLAUSAL | {"conjunct", "punctuation", "adverb"}

#: Roles of what is in a noun phrase and tells whose it is.
_NAMING = ("possessor", "modifier", "compound", "apposition", "flat")

#: Roles of what somebody does who is named before it: of "thanked A for coming and B for", A does.
_OWN = ("gerund", "infinitive")

#: Who says "we" and means a state, or itself.
_SPEAKERS = ("person", "country", "organisation", "group")


class Reference(Serving):
    """Answers about the actors of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
        states: Mapping[str, Actor],
    ) -> None:
        """Look at a tree, with the article's mentions, what was said before, and states by code."""
        super().__init__(tree, mentions, tables, states)
        self.memory = memory
        self._found: dict[tuple[int, bool, int | None], tuple[Actor, ...]] = {}
        self._pronouns = Pronouns(tree, mentions, memory, tables)
        self.speech = speech_verbs(tables["cues"])

    def actors(self, word: Word, *, dig: bool = True, within: Word | None = None) -> list[Actor]:
        """Return the actors that a word and those coordinated with it stand for.

        Args:
            word: The head of a noun phrase.
            dig: Whether an actor inside the phrase may stand for it ("l'attitude de Téhéran").
            within: The verb it is asked for; of "A, which met B, and C", C has not met B.
        """
        key = word.index, dig, within.index if within is not None else None
        known = self._found.get(key)
        if known is None:  # every frame that may fit asks for them
            known = self._found[key] = tuple(self._actors(word, dig=dig, within=within))
        return list(known)

    def _actors(self, word: Word, *, dig: bool, within: Word | None) -> list[Actor]:
        joined = self._tree.conjuncts(word)
        if len(joined) == 1 and word.mention is not None and (own := self.direct(word)):
            return list(dict.fromkeys(own))  # as of half of those asked for
        found: list[Actor] = []
        nobody = word.mention is None and self.is_nobody(word)
        if within is not None and word.index < within.index < joined[-1].index:
            inside = within.role in _OWN or word in self._tree.ancestors(within)
            joined = [item for item in joined if item.index < within.index or not inside]
        for item in self._named(joined):
            if (nobody and item.pos == "ADJ") or (item is not word and self.is_somebody(item)):
                continue  # "X, l'Américaine" is one person
            if own := self.direct(item):
                found += own
                continue
            # "A's navy and that of B"
            noun = word if item.text in self._lists.substitutes else item
            acts = noun.text in self._lists.bodies or noun.lemma in self._lists.bodies
            acts = acts or noun.lemma in self._lists.agents or self.is_relative_officer(item)
            found += (
                ([a for w in self.employers(item) for a in self.actors(w)] if acts else [])
                or self._inside(item, seated=acts)
                if dig or acts
                else self._author(item, within) or self._followed(item)
            )
        return list(dict.fromkeys(found))

    def people(self, word: Word) -> list[Actor]:
        """Return the actors whose people a noun phrase names: "students in Athens".

        Those who follow somebody are of the state that he acts for: "X's followers".
        """
        if found := self.direct(word):
            return found
        kids = [kid for kid in self._tree.subtree(word, barring=_BARRED) if kid is not word]
        found = next((found for kid in kids if (found := self.direct(kid))), [])
        return list(map(self.served, found))

    def direct(self, word: Word) -> list[Actor]:
        """Return the actors that a word itself stands for: by mention or as a pronoun."""
        if word.mention is not None:
            return [] if self.is_any(word) else self._apart(word, self.mentions[word.mention])
        if word.text in self._lists.relatives:
            return self._antecedent(word)
        if word.text in self._lists.unnamed:
            return self._speaking(word) if word.text in self._lists.first else self._seat(word)
        if word.pos in ("PRON", "DET") or self._pronouns.is_latter(word):
            return self._pronouns.actors(word)
        for kid in self._tree.children(word, "apposition", "flat"):
            if kid.mention is not None and (
                self.mentions[kid.mention].how != "adjective" or kid.pos != "ADJ"
            ):
                return self.actors(kid, dig=False)
        again = word.role == "apposition" and word.lemma in self._lists.kinds
        name = self._tree.head(word) if again else None
        return self.direct(name) if name is not None and name.mention is not None else []

    def _apart(self, word: Word, mention: Mention) -> list[Actor]:
        """Return the actors of a mention, of a pair but for whoever acts on the two of them."""
        apart = any(mention.instead) and word.prep not in self._lists.between
        if apart and not any(above.role in SUBJECTS for above in self._tree.ancestors(word)):
            acting = {actor.country for actor in self._pronouns.own_subject(word)} - {None}
            for actor, others in zip(mention.actors, mention.instead, strict=True):
                if others and actor.country in acting:
                    return list(others)
        return list(mention.actors)

    def _named(self, items: Sequence[Word]) -> Sequence[Word]:
        """Return coordinated words without "the two" where these are named: "the two, A and B"."""
        if len(items) == 1:
            return items
        first = self.mention(items[0])
        several = len(first.actors) if first is not None and first.how == "pair" else 0
        return items[1:] if several and len(items) == several + 1 else items

    def _speaking(self, word: Word) -> list[Actor]:
        """Return who says "I" in the sentence, or the state of whoever says "we"."""
        who = speaker(self._tree, word, self.speech.reacting)
        someone = who is not None and who.text not in self._lists.first
        actors = self.direct(who) if someone and who is not None else []
        told = [actor for actor in actors[:1] if actor.kind in _SPEAKERS]
        return list(map(self.state, told)) if word.text in self._lists.we else told

    def _seat(self, word: Word) -> list[Actor]:
        """Return who "one" is where the clause begins with a place: "in Paris, one says"."""
        head = self._tree.head(word)
        kids = self._tree.children(head, "oblique") if head is not None else []
        for kid in kids:
            mention = self.mention(kid)
            seat = mention is not None and (mention.how == "body" or self.placed(kid))
            if mention is not None and seat and kid.index < word.index:
                return list(mention.actors)
        return []

    def _antecedent(self, word: Word) -> list[Actor]:
        """Return whose something is, where a relative says it: "A, whose troops"."""
        for above in self._tree.ancestors(word):
            head = self._tree.head(above)
            if above.role == "relative" and head is not None:
                return self._held(head) or self.direct(head)
        return []

    def _held(self, place: Word) -> list[Actor]:
        """Return who is named just before the place it is in: "the Houthis in Yemen"."""
        before = self._tree.words[: place.index][-2:]
        inside = place.prep in self._lists.locative and [w.text for w in before[1:]] == [place.prep]
        return self.direct(before[0]) if inside and before[0].mention is not None else []

    def are_several(self, word: Word) -> bool:
        """Return whether a word names several sides: "A and B", "the two countries"."""
        mention = self.mention(word)
        together = mention is not None and mention.how == "pair"
        return self.named(word) and (together or len(self._tree.conjuncts(word)) > 1)

    def is_person(self, word: Word) -> bool:
        """Return whether a word stands for one person, by name, title or pronoun."""
        return [actor.kind for actor in self.direct(word)] == ["person"]

    def named(self, word: Word) -> bool:
        """Return whether a word is the name of an actor that may act or be acted on."""
        if word.mention is None or word.role == "determiner":  # as most that are asked for
            return False
        adjective = self.mentions[word.mention].how == "adjective"
        return not (adjective or self.is_any(word) or self.placed(word))

    def pair(self, word: Word) -> list[Actor]:
        """Return the last two states spoken of before a word, also through their people."""
        countries = [actor.country for actor in self._pronouns.before(word)]
        codes = list(dict.fromkeys(code for code in countries if code in self._states))
        return [self._states[code] for code in codes[:2] if code] if len(codes) > 1 else []

    def is_mutual(self, word: Word) -> bool:
        """Return whether a word says that something holds between two sides ("bilateral")."""
        return self._pronouns.is_mutual(word)

    def tellers(self, clauses: Clauses, word: Word, *, named: bool = False) -> list[Word]:
        """Return whoever says that a word holds of what the text tells of.

        Args:
            clauses: The sentence.
            word: A noun or adjective.
            named: Whether of somebody named with it ("A is guilty, says B"), rather than of nobody.
        """
        judged = self._tree.children(word, *SUBJECTS)
        who = teller(clauses, word, self.speech.reacting)
        known = any(kid is not who and self.actors(kid, dig=named) for kid in judged)
        return [who] if who is not None and known == named else []

    def acting(self, clauses: Clauses, verb: Word) -> list[Actor]:
        """Return the actors that are the subject of a verb."""
        return [actor for word in clauses.subjects(verb) for actor in self.actors(word, dig=False)]

    def _is_namesake(self, word: Word) -> bool:
        """Whether a word names a person, who tells less of whom a noun is about than another."""
        return word.mention is not None and self.is_person(word)

    def _inside(self, word: Word, *, seated: bool = False) -> list[Actor]:
        """Return the actor a noun phrase is about: who did it, whose it is, what it concerns.

        Args:
            word: Its head.
            seated: Whether a capital named as its place stands for its state ("police in Quito").
        """
        kids = self._tree.children(word)
        if not kids:  # as of half of those asked for
            return []
        if self.is_nobody(word) or (
            word.pos == "PRON" and word.text not in self._lists.substitutes
        ):
            return self._followed(word)
        if seated and (owners := self._owners(word)):
            return owners  # "his government" is the state
        kids = [kid for kid in kids if kid.role not in _BARRED]
        # "UN-sponsored talks" are not the UN's
        kids = [kid for kid in kids if kid.role != "modifier" or kid.pos not in VERBS]
        by = [kid for kid in kids if kid.prep in self._lists.agentive]
        if by and self._is_acted_on(word):  # "was sent to the US services by A"
            kids, by = [kid for kid in kids if kid not in by], []
        obliques = [kid for kid in kids if kid.role == "oblique" and not self.is_venue(word, kid)]
        for group in (
            [*by, *self.carried_out(word)],
            sorted(
                (k for k in kids if k.role in _NAMING), key=self._is_namesake
            ),  # "X's Al-Qaeda cell"
            sorted(obliques, key=lambda kid: self._is_gone_to(word, kid)),
        ):
            for kid in group:
                found = [] if self.placed(kid) and not seated else self.actors(kid)
                whose = kid.role in ("possessor", "oblique")
                if (
                    found and whose and word.lemma in self._lists.titles
                ):  # "X's adviser" serves the state
                    return list(dict.fromkeys(map(self.state, found)))
                if found:
                    return found
        return []

    def _author(self, text: Word, verb: Word | None) -> list[Actor]:
        """Return whose text does what a verb says: "a statement by A condemned B"."""
        if text.lemma not in self._lists.texts or verb is None or verb.pos not in VERBS:
            return []
        kids = self._tree.children(text, "possessor", "modifier", "compound", "oblique", "agent")
        own = [kid for kid in kids if kid.prep is None or kid.prep in self._lists.authors]
        own = [*(own if text.lemma in self._lists.voices else ()), *self.issuers(text)]
        return next((found for kid in own if (found := self.actors(kid))), [])

    def _is_acted_on(self, word: Word) -> bool:
        """Whether a noun belongs to a passive that says nowhere else who acts."""
        verb = self._tree.head(word)
        passive = verb is not None and bool(self._tree.children(verb, "passive_auxiliary"))
        return passive and verb is not None and not self._tree.children(verb, "agent")

    def _followed(self, word: Word) -> list[Actor]:
        """Return the group whose people a noun names: "the rebels of the M23", "the M23 group"."""
        if word.lemma in self._lists.kinds:
            before = self._tree.children(word, "compound", "modifier")
            named = [actor for kid in before for actor in self.direct(kid) if self.named(kid)]
            if found := [actor for actor in named if actor.kind == "group"]:
                return found
        if word.lemma not in self._lists.strangers:
            return []
        kids = [
            kid for kid in self._tree.children(word, "oblique") if kid.prep in self._lists.genitive
        ]
        return [actor for kid in kids for actor in self.direct(kid) if actor.kind == "group"]

    def _owners(self, body: Word) -> list[Actor]:
        """Return the states or groups that a body belongs to by its possessive: "their armies"."""
        own = self._tree.children(body, "determiner", "possessor")
        whose = [kid for kid in own if "Poss=Yes" in kid.features]
        actors = [actor for kid in whose for actor in self.direct(kid)]
        return list(map(self.served, actors))
