"""Who is named in a sentence, in the form that pronouns and later sentences look back at."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors.link import Mention
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import SUBJECTS
from graph.extract.reference.lists import name_lists
from graph.extract.reference.memory import Memory, Named
from graph.extract.reference.things import form
from graph.model import Actor

#: Roles of the adjectives that say for whom somebody acts.
_SERVING = ("modifier", "compound")

#: How those are named who serve somebody and may be several.
_SERVANTS = ("body", "title")

#: The gender and number of a name without an article.
_NO_FORM: frozenset[str] = frozenset()


class Namings:
    """Answers about the names of one sentence."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        memory: Memory,
        tables: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Look at a tree, with the article's mentions, what was said before, and the language."""
        self.tree = tree
        self.mentions = mentions
        self.memory = memory
        self._lists = name_lists(tables)

    def named_before(self, word: Word) -> list[Named]:
        """Return those named in the sentence before a word, in its order."""
        found, agents = [], self._lists.agents
        for item in self.tree.words[: word.index]:
            if item.mention is None:
                if item.lemma in agents and (several := self.served_by(item)):
                    found.append(self.named(several, item))
                continue
            if item.role == "determiner" or self.is_quality(item):
                continue
            joined = [w for w in self.tree.conjuncts(item) if w.index < word.index]
            group = [w for w in joined if w.mention is not None]
            actors = [actor for w in group for actor in self.mentions[w.mention or 0].actors]
            found.append(self.named(tuple(dict.fromkeys(actors)), item))
        return found

    def is_quality(self, word: Word) -> bool:
        """Return whether a name is an adjective that no noun left alone: no "US and Chinese"."""
        mention = self.mentions[word.mention] if word.mention is not None else None
        return mention is not None and mention.how == "adjective" and word.role not in SUBJECTS

    def served_by(self, noun: Word) -> tuple[Actor, ...]:
        """Return the states that people act for who are named by two: "US and Chinese officers"."""
        if noun.mention is not None or noun.lemma not in self._lists.agents:
            return ()
        first = [kid for kid in self.tree.children(noun, *_SERVING) if kid.mention is not None]
        kids = [item for kid in first[:1] for item in self.tree.conjuncts(kid)]
        named = [*first, *(kid for kid in kids if kid.mention is not None)]
        actors = [actor for kid in named for actor in self.mentions[kid.mention or 0].actors]
        found = tuple(dict.fromkeys(actors))
        return found if len(found) > 1 else ()

    def named(self, actors: tuple[Actor, ...], word: Word, *, placed: bool = False) -> Named:
        """Return what to remember of some actors that a word stands for, be it only as a place."""
        how = self.mentions[word.mention].how if word.mention is not None else ""
        alone = len(actors) == 1
        many = len(actors) > 1 or how == "demonym" or (alone and actors[0].kind == "group")
        many = many or (how in _SERVANTS and "Number=Plur" in word.features)  # "A's officials"
        # Several show neither by the first's article.
        marks = self.tree.children(word, "determiner") if alone else []
        forms = [form(kid) for kid in marks if kid.mention is None] if marks else ()
        shown = frozenset().union(*forms) if forms else _NO_FORM  # as of most
        titled = how == "title" and bool(actors) and actors[-1].kind != "person"
        return Named(actors, self.is_topical(word), many, shown, titled, self.memory.at, placed)

    def is_topical(self, word: Word, *, main: bool = False) -> bool:
        """Return whether a clause is about whom a word names: its subject, or whose subject it is.

        "Somalia's answer was swift. It recalled …": it is Somalia.

        Args:
            word: The name.
            main: Whether the clause has to be that of the sentence.
        """
        owned = self.tree.head(word) if word.role == "possessor" else None
        subject = word if owned is None or owned.mention is not None else owned
        if not main or subject.role not in SUBJECTS:
            return subject.role in SUBJECTS
        head = self.tree.head(subject)
        return head is not None and head.role == "root"
