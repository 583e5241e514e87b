"""Whom the pronouns of a sentence stand for."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from graph.actors.mention import Mention
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS, VERBS
from graph.extract.reference.blamed import Blamed
from graph.extract.reference.disjoint import Disjoint
from graph.extract.reference.memory import Memory, Named
from graph.extract.reference.namings import Namings
from graph.extract.reference.salience import side
from graph.extract.reference.things import Things, differ, form
from graph.extract.reference.voices import Voices
from graph.model import Actor

#: Roles of clauses that may stand before the subject of the clause that they belong to.
_FRONTED = ("adverbial", "participle", "gerund", "oblique")

_KINDS = ("latter", "person", "country", "plural", "any")

_GENDERED = _KINDS[1:3]  # kinds that a possessive tells apart in some languages: "his" and "its"

#: How many mentions back a subject still outranks a later mention of another role, how many the
#: article's topic does a later subject, and how many sentences back a pronoun looks.
_REACH, _TOPIC, _SPAN = 3, 8, 2


class Pronouns(Namings):
    """Answers about the pronouns of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Look at a tree, with the article's mentions, what was said before, and the language."""
        super().__init__(tree, mentions, memory, tables)
        self._tables, self._parser = tables, tables["parser"]
        self.things = Things(tree, tables)
        self._anaphora = tables["mentions"]["anaphora"]
        self._known: dict[int, tuple[Actor, ...]] = {}

    # Made where they are asked for: most sentences have no pronoun that depends on them.

    @cached_property
    def _disjoint(self) -> Disjoint:
        return Disjoint(self.tree, self._tables)

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self.tree, self.mentions, self.memory, self._tables)

    @cached_property
    def _blame(self) -> Blamed:
        return Blamed(self.tree, self._tables)

    def actors(self, word: Word) -> list[Actor]:
        """Return whom a pronoun stands for, given what is remembered."""
        known = self._known.get(word.index)
        if known is None:  # every role that it may have asks for them
            known = self._known[word.index] = tuple(self._actors(word))
        return list(known)

    def forget(self) -> None:
        """Look anew for whom pronouns stand, as more is remembered."""
        self._known.clear()

    def _actors(self, word: Word) -> list[Actor]:
        """Return whom a pronoun stands for: the last subject that fits, else the last actor.

        What a verb acts on is whoever else its sentence named last: "A urged B, and C accused it".
        """
        kind = self._kind(word)
        several = kind == "plural" or (kind == "latter" and self._is_several(word))
        if self.things.is_expletive(word) or self.things.says_it_himself(word):
            return []
        if word.role == "object" and "Reflex=Yes" in word.features:
            return []  # what one does to oneself tells of nobody else
        if kind is None or (kind in ("country", "plural") and self._is_named(word)):
            return self.place(word) if word.text in self._parser["there"] else []
        here = self.named_before(word)
        if not here and kind != "person" and self._is_text(word):
            return []
        if not here and (answering := self._voices.answering(word)):
            return [actor for actor in answering if (actor.kind == "person") is (kind == "person")]
        fitting = self._fitting(word, kind, here)
        inside = [item for item in fitting if item in here]
        if not inside and (ahead := self._ahead(word, kind)):
            chosen = [ahead]
        elif kind == "latter":
            chosen = fitting[-1:]
        else:
            near = self._nearest(word, kind, inside)
            chosen = (near or self._prominent(fitting) or fitting)[-1:]
        if kind in ("person", "any"):
            chosen = self._spoken_of(word, fitting, chosen)
        return [
            actor for item in chosen for actor in (item.actors if several else item.actors[-1:])
        ]

    def _fitting(self, word: Word, kind: str, here: Sequence[Named]) -> list[Named]:
        """Return those named before whom a pronoun of a kind may mean, in the text's order."""
        barred = set(map(side, self.own_subject(word)))  # "Biden, who promised him": no America
        fits_as = "plural" if self._is_several(word) else kind
        cited = self._voices.cited(word) if kind == "any" and here else ()
        fitting = [
            item
            for item in (*self.memory.lately_named(_SPAN), *here)
            if self._fits(item, fits_as)
            and self._is_near(word, kind, item)
            and not self._is_beside(word, item, named=bool(here))
            and barred.isdisjoint(map(side, item.actors))
            and not self._disagrees(word, item)
            and not (cited and item.actors in cited)
        ]
        before = [item for item in fitting if item.subject and item.at == self.memory.at - 1]
        begun = any(item.titled for item in before[:1]) and before[0] == before[-1]
        if kind != "person" or begun or all(item.titled for item in fitting[-_TOPIC:]):
            return fitting
        return [item for item in fitting if not item.titled or item in here]

    def _spoken_of(self, word: Word, fitting: list[Named], chosen: list[Named]) -> list[Named]:
        """Return whom a pronoun in a quotation means: "« He was seized », said A" is not A.

        Args:
            word: The pronoun.
            fitting: Whom it may mean, in the text's order.
            chosen: The likeliest, elsewhere than in a quotation.
        """
        if not chosen or not self._voices.is_quoted(word):
            return chosen
        who = self._voices.speaker(word)
        said = set(self._subject_actors(who) if who is not None else self._voices.before())
        if said.isdisjoint(chosen[-1].actors):
            return chosen
        near = [item for item in fitting if self.memory.at - item.at <= 1]
        near = [item for item in near if said.isdisjoint(item.actors)]
        return [item for item in near if self._fits(item, "person")][-1:]

    def _is_several(self, word: Word) -> bool:
        """Whether a word stands for several: "they", « ces derniers »."""
        return word.text in self._anaphora["plural"]

    def _nearest(self, word: Word, kind: str, inside: list[Named]) -> list[Named]:
        """Return whom a pronoun means by where it stands, of those its own sentence names."""
        for found in (self._introduced(word), self._blamed(word)):
            if fitting := [item for item in found if self._fits(item, kind)]:
                return fitting
        tonic = bool(word.prep) and word.text in self._anaphora["tonic"]
        if tonic and (persons := [item for item in inside if self._fits(item, "person")]):
            return persons
        acted_on = self._disjoint.is_acted_on(word)
        return [item for item in inside if acted_on or item.subject]

    def _prominent(self, fitting: list[Named]) -> list[Named]:
        """Return what the article is about, else the subjects named last."""
        topic = self.memory.topic
        main = [item for item in fitting[-_TOPIC:] if item.subject and item.actors == topic]
        return main or [item for item in fitting[-_REACH:] if item.subject]

    def _is_near(self, word: Word, kind: str, item: Named) -> bool:
        """Whether somebody was named here, or as what a clause is about, and so may be meant.

        A country that was only in what somebody did, or where, is no "he": somebody unknown is.
        """
        place = item.actors[-1:] and item.actors[-1].kind == "country" and not item.subject
        aside = kind == "any" and word.role in SUBJECTS and place
        return item.at == self.memory.at or not aside

    def _is_beside(self, word: Word, item: Named, *, named: bool) -> bool:
        """Whether several were named as no subject, and not where a pronoun looks for them first.

        Args:
            word: The pronoun.
            item: Those who were named.
            named: Whether its own sentence names somebody before it.
        """
        direct = (word.role in SUBJECTS or word.role == "object") and not named
        return item.joined and (not direct or self.memory.at - item.at > 1)

    def _is_text(self, word: Word) -> bool:
        """Whether a pronoun is what the sentence before tells of: "The draft … It demands"."""
        shown = self.memory.written() if self.is_topical(word, main=True) else None
        return shown is not None and not differ(form(word), shown)

    def _ahead(self, word: Word, kind: str) -> Named | None:
        """Return the subject behind a clause with a pronoun: "before it attacked B, A left".

        Not behind one that gives a reason: "because it attacked B, A condemned C".
        """
        for clause in self.tree.ancestors(word):
            main = self.tree.head(clause)
            if main is None or clause.role not in _FRONTED or clause.index > main.index:
                continue
            opening = {kid.text for kid in self.tree.children(clause, "marker")}
            opening |= {clause.prep} if clause.prep else set()
            bare = not opening and not self.tree.children(clause, *SUBJECTS)
            if not bare and opening.isdisjoint(self._anaphora["cataphoric"]):
                return None
            kids = [kid for kid in self.tree.children(main, *SUBJECTS) if kid.mention is not None]
            for kid in kids:
                found = self.named(tuple(self.mentions[kid.mention or 0].actors), kid)
                fits = self._fits(found, kind) and not self._disagrees(word, found)
                if kid.index > clause.index and fits:
                    return found
        return None

    def _introduced(self, word: Word) -> list[Named]:
        """Return of whom a clause says at its head that it tells: « quant à A, il est parti »."""
        verb = self.tree.head(word) if word.role in SUBJECTS else None
        kids = self.tree.children(verb, "oblique") if verb is not None else []
        return [
            self.named(tuple(self.mentions[kid.mention].actors), kid)
            for kid in kids
            if kid.mention is not None
            and kid.index < word.index
            and any(mark.text in self._parser["topics"] for mark in self.tree.children(kid))
        ]

    def _is_named(self, word: Word) -> bool:
        """Whether a pronoun is something that is called a name: "called it a provocation"."""
        head = self.tree.head(word)
        if head is not None and head.role == "complement" and head.pos not in VERBS:
            head = self.tree.head(head)
        if head is None or word.role not in ("object", "subject"):
            return False
        return word.index > head.index and head.lemma in self._tables["verbs"]["naming"]["lemmas"]

    def _blamed(self, word: Word) -> list[Named]:
        """Return whom a verb of blame, or of bidding, makes a pronoun stand for."""
        named = self._blame.named(word)
        return [self.named(tuple(self.mentions[kid.mention or 0].actors), kid) for kid in named]

    def _kind(self, word: Word) -> str | None:
        if word.role in ("determiner", "possessor"):
            if word.text in self._anaphora["possessive"]:
                kinds = (kind for kind in _GENDERED if word.text in self._anaphora[kind])
                return next(kinds, "any")
            return "plural" if word.text in self._anaphora["possessive_plural"] else None
        if word.text in self._anaphora["any"] and word.role == "determiner":
            return None
        if word.text in self._anaphora["each"] and word.role not in SUBJECTS:
            return None  # "A and B each expelled two"
        return next((kind for kind in _KINDS if word.text in self._anaphora[kind]), None)

    def _fits(self, item: Named, kind: str) -> bool:
        if not item.actors:
            return kind != "plural"
        if kind == "plural":
            return item.many
        person = item.actors[-1].kind == "person"
        titled = item.titled and kind == "person"
        return titled or kind in ("any", "latter") or person is (kind == "person")

    def _disagrees(self, word: Word, item: Named) -> bool:
        """Whether a pronoun that shows gender or number shows another than a name's article.

        "Elle" is none of "les États-Unis". What a verb acts on shows neither for sure.
        """
        if word.role not in SUBJECTS or not item.form:
            return False
        return differ(form(word), item.form)

    def own_subject(self, word: Word) -> set[Actor]:
        """Return the actors that a word is none of: the subject of its own clause, or the like."""
        others = self._disjoint.words(word)
        return {actor for item in others for actor in self._subject_actors(item)}

    def _subject_actors(self, word: Word) -> Sequence[Actor]:
        if word.mention is not None:
            return self.mentions[word.mention].actors
        return self.actors(word) if word.pos == "PRON" and word.role in SUBJECTS else ()

    def before(self, word: Word) -> list[Actor]:
        """Return the actors named before a word, the last one first."""
        named = [*self.memory.named, *self.named_before(word)]
        return [actor for item in reversed(named) for actor in reversed(item.actors)]

    def place(self, word: Word) -> list[Actor]:
        """Return the country named last before "there", also as a place."""
        here = [item for item in self.tree.words[: word.index] if item.mention is not None]
        named = [self.mentions[item.mention or 0].actors for item in reversed(here)]
        known = [*named, *(item.actors for item in reversed(self.memory.named))]
        places = [actor for actors in known for actor in actors if actor.kind == "country"]
        own = self.own_subject(word)
        homes = {actor.country for actor in own}
        return [actor for actor in places if actor.country not in homes][:1]

    def is_latter(self, word: Word) -> bool:
        """Return whether a word used as a noun stands for whoever was named last."""
        return word.text in self._anaphora["latter"] and word.role != "modifier"

    def is_mutual(self, word: Word) -> bool:
        """Return whether a word says that something holds between two sides."""
        return word.text in self._anaphora["mutual"]
