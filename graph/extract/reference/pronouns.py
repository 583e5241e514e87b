"""Whom the pronouns of a sentence stand for."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors.link import Mention
from graph.extract.once import frozen
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS, VERBS
from graph.extract.reference.blamed import Blamed
from graph.extract.reference.disjoint import Disjoint
from graph.extract.reference.memory import Memory, Named
from graph.extract.reference.salience import side
from graph.extract.reference.things import SHOWN, Things, form
from graph.model import Actor

#: Roles of clauses that may stand before the subject of the clause that they belong to.
_FRONTED = ("adverbial", "participle", "gerund", "oblique")

_KINDS = ("latter", "person", "country", "plural", "any")

#: Kinds that a possessive tells apart in some languages: "his" and "its".
_GENDERED = ("person", "country")

#: Roles of the adjectives that say for whom somebody acts.
_SERVING = ("modifier", "compound")

#: How many mentions back a subject still outranks a later mention of another role.
_REACH = 3

#: How many sentences back a pronoun looks.
_SPAN = 2

#: How many mentions back the article's topic still outranks a later subject.
_TOPIC = 8


class Pronouns:
    """Answers about the pronouns of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Look at a tree, with the article's mentions, what was said before, and the language."""
        parser = tables["parser"]
        self._agents = frozen(tables["nouns"]["agents"]["nouns"])
        self._naming = frozen(tables["verbs"]["naming"]["lemmas"])
        self._disjoint = Disjoint(tree, tables)
        self._blame = Blamed(tree, tables)
        self._topics = frozen(tables["parser"]["topics"])
        self._cataphoric = frozen(tables["mentions"]["anaphora"]["cataphoric"])
        self._there = frozen(parser["there"])
        self.things = Things(tree, tables)
        self._tree = tree
        self._mentions = mentions
        self._memory = memory
        self._anaphora = tables["mentions"]["anaphora"]

    def actors(self, word: Word) -> list[Actor]:
        """Return whom a pronoun stands for: the last subject that fits, else the last actor.

        What a verb acts on is whoever else its sentence named last: "A urged B, and C accused it".
        """
        kind = self._kind(word)
        if self.things.is_expletive(word):
            return []
        if kind is None or (kind in ("country", "plural") and self._is_named(word)):
            return self.place(word) if word.text in self._there else []
        here = self._named_before(word)
        if not here and self._is_text(word):
            return []
        fitting = self._fitting(word, kind, here)
        inside = [item for item in fitting if item in here]
        if not inside and (ahead := self._ahead(word, kind)):
            chosen = [ahead]
        elif kind == "latter":
            chosen = fitting[-1:]
        else:
            near = self._nearest(word, kind, inside)
            chosen = (near or self._prominent(fitting) or fitting)[-1:]
        return [
            actor
            for item in chosen
            for actor in (item.actors if kind == "plural" else item.actors[-1:])
        ]

    def _fitting(self, word: Word, kind: str, here: Sequence[Named]) -> list[Named]:
        """Return those named before whom a pronoun of a kind may mean, in the text's order."""
        barred = set(map(side, self.own_subject(word)))  # "Biden, who promised him": no America
        fitting = [
            item
            for item in (*self._memory.named, *here)
            if self._fits(item, kind)
            and self._is_near(word, kind, item)
            and barred.isdisjoint(map(side, item.actors))
            and not self._disagrees(word, item)
        ]
        if kind != "person" or all(item.titled for item in fitting[-_TOPIC:]):
            return fitting
        return [item for item in fitting if not item.titled or item in here]

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
        topic = self._memory.topic
        main = [item for item in fitting[-_TOPIC:] if item.subject and item.actors == topic]
        return main or [item for item in fitting[-_REACH:] if item.subject]

    def _is_near(self, word: Word, kind: str, item: Named) -> bool:
        """Whether somebody was named lately enough, and as what a clause is about, to be meant.

        A country that was only in what somebody did, or where, is no "he": somebody unknown is.
        """
        ago = self._memory.at - item.at
        place = item.actors[-1:] and item.actors[-1].kind == "country" and not item.subject
        aside = kind == "any" and word.role in SUBJECTS and place
        return ago <= _SPAN and not (aside and ago)

    def _is_text(self, word: Word) -> bool:
        """Whether a pronoun is what the sentence before tells of: "The draft … It demands"."""
        shown = self._memory.written
        main = self.is_topical(word, main=True) and shown is not None
        return main and form(word) <= (shown or frozenset())

    def _ahead(self, word: Word, kind: str) -> Named | None:
        """Return the subject behind a clause with a pronoun: "before it attacked B, A left".

        Not behind one that gives a reason: "because it attacked B, A condemned C".
        """
        for clause in self._tree.ancestors(word):
            main = self._tree.head(clause)
            if main is None or clause.role not in _FRONTED or clause.index > main.index:
                continue
            opening = {kid.text for kid in self._tree.children(clause, "marker")}
            opening |= {clause.prep} if clause.prep else set()
            bare = not opening and not self._tree.children(clause, *SUBJECTS)
            if not bare and opening.isdisjoint(self._cataphoric):
                return None
            kids = [kid for kid in self._tree.children(main, *SUBJECTS) if kid.mention is not None]
            for kid in kids:
                found = self.named(tuple(self._mentions[kid.mention or 0].actors), kid)
                fits = self._fits(found, kind) and not self._disagrees(word, found)
                if kid.index > clause.index and fits:
                    return found
        return None

    def _introduced(self, word: Word) -> list[Named]:
        """Return of whom a clause says at its head that it tells: « quant à A, il est parti »."""
        verb = self._tree.head(word) if word.role in SUBJECTS else None
        kids = self._tree.children(verb, "oblique") if verb is not None else []
        return [
            self.named(tuple(self._mentions[kid.mention].actors), kid)
            for kid in kids
            if kid.mention is not None
            and kid.index < word.index
            and any(mark.text in self._topics for mark in self._tree.children(kid))
        ]

    def _is_named(self, word: Word) -> bool:
        """Whether a pronoun is something that is called a name: "called it a provocation"."""
        head = self._tree.head(word)
        if head is not None and head.role == "complement" and head.pos not in VERBS:
            head = self._tree.head(head)
        if head is None or word.role not in ("object", "subject"):
            return False
        return word.index > head.index and head.lemma in self._naming

    def _blamed(self, word: Word) -> list[Named]:
        """Return whom a verb of blame, or of bidding, makes a pronoun stand for."""
        named = self._blame.named(word)
        return [self.named(tuple(self._mentions[kid.mention or 0].actors), kid) for kid in named]

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
        own = form(word)
        return any(
            own.isdisjoint(shown)
            for kind in SHOWN
            if (shown := {f for f in item.form if f.startswith(kind)})
            and any(f.startswith(kind) for f in own)
        )

    def own_subject(self, word: Word) -> set[Actor]:
        """Return the actors that a word is none of: the subject of its own clause, or the like."""
        others = self._disjoint.words(word)
        return {actor for item in others for actor in self._subject_actors(item)}

    def _subject_actors(self, word: Word) -> Sequence[Actor]:
        if word.mention is not None:
            return self._mentions[word.mention].actors
        return self.actors(word) if word.pos == "PRON" and word.role in SUBJECTS else ()

    def _named_before(self, word: Word) -> list[Named]:
        found = []
        for item in self._tree.words[: word.index]:
            if several := self.served_by(item):
                found.append(self.named(several, item))
            if item.mention is None or item.role == "determiner":
                continue
            if self.is_quality(item):
                continue
            joined = [w for w in self._tree.conjuncts(item) if w.index < word.index]
            group = [w for w in joined if w.mention is not None]
            actors = [actor for w in group for actor in self._mentions[w.mention or 0].actors]
            found.append(self.named(tuple(dict.fromkeys(actors)), item))
        return found

    def is_quality(self, word: Word) -> bool:
        """Return whether a name is an adjective that no noun left alone: no "US and Chinese"."""
        mention = self._mentions[word.mention] if word.mention is not None else None
        return mention is not None and mention.how == "adjective" and word.role not in SUBJECTS

    def served_by(self, noun: Word) -> tuple[Actor, ...]:
        """Return the states that people act for who are named by two: "US and Chinese officers"."""
        if noun.mention is not None or noun.lemma not in self._agents:
            return ()
        first = [kid for kid in self._tree.children(noun, *_SERVING) if kid.mention is not None]
        kids = [item for kid in first[:1] for item in self._tree.conjuncts(kid)]
        named = [*first, *(kid for kid in kids if kid.mention is not None)]
        actors = [actor for kid in named for actor in self._mentions[kid.mention or 0].actors]
        found = tuple(dict.fromkeys(actors))
        return found if len(found) > 1 else ()

    def named(self, actors: tuple[Actor, ...], word: Word) -> Named:
        """Return what to remember of some actors that a word stands for."""
        how = self._mentions[word.mention].how if word.mention is not None else ""
        many = len(actors) > 1 or how == "demonym" or any(a.kind == "group" for a in actors)
        articles = [kid for kid in self._tree.children(word, "determiner") if kid.mention is None]
        alone = articles if len(actors) == 1 else ()  # several show neither by the first's article
        shown = frozenset(feature for kid in alone for feature in form(kid))
        titled = how == "title" and bool(actors) and actors[-1].kind != "person"
        return Named(actors, self.is_topical(word), many, shown, titled, self._memory.at)

    def is_topical(self, word: Word, *, main: bool = False) -> bool:
        """Return whether a clause is about whom a word names: its subject, or whose subject it is.

        "Somalia's answer was swift. It recalled …": it is Somalia.

        Args:
            word: The name.
            main: Whether the clause has to be that of the sentence.
        """
        owned = self._tree.head(word) if word.role == "possessor" else None
        subject = word if owned is None or owned.mention is not None else owned
        head = self._tree.head(subject)
        return subject.role in SUBJECTS and (not main or (head is not None and head.role == "root"))

    def before(self, word: Word) -> list[Actor]:
        """Return the actors named before a word, the last one first."""
        named = [*self._memory.named, *self._named_before(word)]
        return [actor for item in reversed(named) for actor in reversed(item.actors)]

    def place(self, word: Word) -> list[Actor]:
        """Return the country named last before "there", also as a place."""
        here = [item for item in self._tree.words[: word.index] if item.mention is not None]
        named = [self._mentions[item.mention or 0].actors for item in reversed(here)]
        known = [*named, *(item.actors for item in reversed(self._memory.named))]
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
