"""A parsed sentence in words that no parser's label set shows through.

Prepositions are not nodes but an attribute of the word they introduce, in
French (where the parser makes them children) as in English (where it makes
them parents), so that everything after sees one shape.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import Any

from graph.extract.parsing.repair import repaired
from graph.extract.parsing.word import VERBS, Token, Word

__all__ = ["Token", "Tree", "Word", "build_trees"]

#: By what words are in order.
_PLACE = attrgetter("index")

#: Labels of the words that mark what hangs below another.
_MARKING = ("case", "mark")

Place = tuple[int, int, int | None]
"""Start and end of a token in the article's text, and the mention it stands for."""


class Tree:
    """The words of a sentence, with their children."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Index the children of every word."""
        self.words = tuple(words)
        kids: list[list[Word]] = [[] for _ in words]
        for word in words:
            if word.head != word.index:
                kids[word.head].append(word)
        self._kids = kids
        spoken = {word.text for word in words}
        spoken.update([word.lemma for word in words])
        spoken.update([word.prep for word in words if word.prep])
        self.spoken = spoken
        """The forms and lemmas of its words, and the prepositions that introduce them: one look
        tells that a sentence has none of some listed words."""

    def children(self, word: Word, *roles: str) -> list[Word]:
        """Return the dependents of a word, in order; only those of some roles if any are given."""
        kids = self._kids[word.index]
        if not kids:  # as of most words
            return []
        if not roles:
            return kids.copy()
        found = []
        for kid in kids:  # no comprehension: this is asked some hundred times a sentence
            if kid.role in roles:
                found.append(kid)  # noqa: PERF401
        return found

    def head(self, word: Word) -> Word | None:
        """Return the head of a word, or None for a root."""
        return None if word.head == word.index else self.words[word.head]

    def ancestors(self, word: Word) -> list[Word]:
        """Return the heads above a word, nearest first."""
        found: list[Word] = []
        words = self.words
        while word.head != word.index and len(found) < len(words):
            word = words[word.head]
            found.append(word)
        return found

    @cached_property
    def stretches(self) -> list[int]:
        """How many semicolons stand before each word; nothing where there are none."""
        texts = [word.text for word in self.words]
        return list(accumulate(text == ";" for text in texts)) if ";" in texts else []

    def subtree(self, word: Word, *, barring: frozenset[str] = frozenset()) -> list[Word]:
        """Return a word and everything below it, in order, but not below roles barred."""
        found, waiting = [word], [word]
        while waiting:
            for kid in self._kids[waiting.pop().index]:
                if kid.role not in barring:
                    found.append(kid)
                    waiting.append(kid)
        return sorted(found, key=_PLACE)

    def conjuncts(self, word: Word) -> list[Word]:
        """Return a word and those coordinated with it, in order."""
        found = [word]
        for item in found:
            for kid in self._kids[item.index]:  # no comprehension, as above
                if kid.role == "conjunct":
                    found.append(kid)  # noqa: PERF401
        return found if len(found) == 1 else sorted(found, key=_PLACE)


def build_trees(
    parses: Iterable[tuple[Sequence[Token], Iterable[Place]]], table: Mapping[str, Any]
) -> list[Tree]:
    """Return the trees of parsed sentences.

    Args:
        parses: The tokens of each sentence, and where they stand.
        table: The language's ``parser.toml``.
    """
    found = [_words(tokens, places, table) for tokens, places in parses]
    return [Tree(words) for words in repaired(found, table)]


def _words(
    tokens: Sequence[Token], places: Iterable[Place], table: Mapping[str, Any]
) -> list[Word]:
    """Return the words of a sentence as it was parsed."""
    parse = _Parse(tokens, table)
    return [
        Word(
            at,
            token.lower,
            _lemma(token, table) if token.pos == "VERB" else token.lemma.lower(),
            token.pos,
            *parse.attachment(at),
            *place,
            features(token.morph),
        )
        for at, (token, place) in enumerate(zip(tokens, places, strict=True))
    ]


def _lemma(token: Token, table: Mapping[str, Any]) -> str:
    """Return a verb's lemma, with the letter that the lemmatiser drops: "hoping" is no "hop"."""
    lemma = token.lemma.lower()
    for letter, forms in table["dropped"].items():
        known = _pattern(forms).fullmatch(token.lower)
        lemma += letter if known is not None and known.group(1) == lemma else ""
    return lemma


_pattern = lru_cache(maxsize=16)(re.compile)


@lru_cache(maxsize=4096)
def features(morph: str) -> frozenset[str]:
    """Return the single features of a token: of ``Number=Sing|Person=3`` two."""
    return frozenset(morph.split("|"))


class _Parse:
    """A sentence in the words of the parser, to be put in ours."""

    def __init__(self, tokens: Sequence[Token], table: Mapping[str, Any]) -> None:
        self._tokens, self._table = tokens, table
        self._roles: Mapping[str, str] = table["roles"]
        self._normal: Mapping[str, str] = table["prepositions"]["normal"]
        self._markers: dict[int, str] = {}
        for token in reversed(tokens):  # the first of several counts
            marks = token.dep in _MARKING and token.pos in ("ADP", "SCONJ", "DET")
            if marks and token.lower != "'s":
                self._markers[token.head] = self._normal.get(token.lower, token.lower)
        self._governing = [
            self._roles.get(token.dep) == "preposition"
            or (token.dep == "dative" and token.pos == "ADP")
            for token in tokens
        ]
        """Whether each token is a preposition that what it governs hangs from."""

    def attachment(self, at: int) -> tuple[str, int, str | None]:
        """Return a token's role, its head past any preposition, and the preposition between."""
        table, token = self._table, self._tokens[at]
        role, head = self._roles.get(token.dep, "other"), token.head
        governed = head != at and self._governing[head]
        if role == "modifier" and governed:
            role = "oblique"  # "described it as absurd"
        if role in ("oblique", "gerund", "conjunct") and governed:
            above, through = self._through(head)
            if role == "oblique" and self._tokens[head].dep == table.get("agent_label"):
                role = "agent"
            return role, above, through
        if role == "subject" and token.pos == "PRON" and token.lower in table["object_clitics"]:
            role = "object"
        if role == "indirect" and token.pos in ("ADP", "SCONJ"):
            return "preposition", head, None
        if token.lower in table["fillers"]:
            return "other", head, None
        prep = self._markers.get(at)
        acted = role == "oblique" and prep in table["agent_prepositions"]
        if acted and self._tokens[head].pos in VERBS:
            role = "agent"
        return role, head, prep

    def _through(self, prep: int) -> tuple[int, str]:
        """Return what a preposition hangs from, and its normal form with those above it."""
        name, at = "", prep
        while not name or (self._governing[at] and self._tokens[at].head != at):
            word = self._tokens[at].lower
            normal = self._normal.get(word, word)
            name, at = f"{normal}_{name}" if name else normal, self._tokens[at].head
        return at, name
