"""A parsed sentence in words that no parser's label set shows through.

Prepositions are not nodes but an attribute of the word they introduce, in
French (where the parser makes them children) as in English (where it makes
them parents), so that everything after sees one shape.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.extract.repair import repaired
from graph.extract.word import Word

__all__ = ["Tree", "Word", "build_tree"]

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Tree:
    """The words of a sentence, with their children."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Index the children of every word."""
        self.words = tuple(words)
        kids: list[list[Word]] = [[] for _ in words]
        for word in words:
            if word.head != word.index:
                kids[word.head].append(word)
        self._kids = tuple(map(tuple, kids))

    def children(self, word: Word, *roles: str) -> list[Word]:
        """Return the dependents of a word, in order; only those of some roles if any are given."""
        return [kid for kid in self._kids[word.index] if not roles or kid.role in roles]

    def head(self, word: Word) -> Word | None:
        """Return the head of a word, or None for a root."""
        return None if word.head == word.index else self.words[word.head]

    def ancestors(self, word: Word) -> list[Word]:
        """Return the heads above a word, nearest first."""
        found: list[Word] = []
        at = self.head(word)
        while at is not None and len(found) < len(self.words):
            found.append(at)
            at = self.head(at)
        return found

    def subtree(self, word: Word, *, barring: frozenset[str] = frozenset()) -> list[Word]:
        """Return a word and everything below it, in order, but not below roles barred."""
        found, waiting = [word], [word]
        while waiting:
            for kid in self._kids[waiting.pop().index]:
                if kid.role not in barring:
                    found.append(kid)
                    waiting.append(kid)
        return sorted(found, key=lambda item: item.index)

    def conjuncts(self, word: Word) -> list[Word]:
        """Return a word and those coordinated with it, in order."""
        found = [word]
        for item in found:
            found.extend(kid for kid in self.children(item, "conjunct"))
        return sorted(found, key=lambda item: item.index)


def build_tree(
    doc: "Doc", places: Sequence[tuple[int, int, int | None]], table: Mapping[str, Any]
) -> Tree:
    """Return the tree of a parsed sentence.

    Args:
        doc: One sentence, parsed.
        places: For each token, start and end in the article's text and the mention it stands for.
        table: The language's ``parser.toml``.
    """
    words = [_word(token, places[token.i], table) for token in doc]
    return Tree(repaired(words, table))


def _word(token: "Token", place: tuple[int, int, int | None], table: Mapping[str, Any]) -> Word:
    start, end, mention = place
    role, head, prep = _attachment(token, table)
    features = frozenset(str(token.morph).split("|"))
    return Word(
        token.i,
        token.lower_,
        token.lemma_.lower(),
        token.pos_,
        role,
        head.i,
        prep,
        start,
        end,
        mention,
        features,
    )


def _attachment(token: "Token", table: Mapping[str, Any]) -> tuple[str, "Token", str | None]:
    """Return a token's role, its head past any preposition, and the preposition between."""
    roles, head = table["roles"], token.head
    role = roles.get(token.dep_, "other")
    if role == "modifier" and head is not token and _is_preposition(head, table):
        role = "oblique"  # "described it as absurd"
    if (
        role in ("oblique", "gerund", "conjunct")
        and head is not token
        and _is_preposition(head, table)
    ):
        above, through = _through(head, table)
        if role == "oblique" and head.dep_ == table.get("agent_label"):
            role = "agent"
        return role, above, through
    if role == "subject" and token.pos_ == "PRON" and token.lower_ in table["object_clitics"]:
        role = "object"
    if role == "indirect" and token.pos_ in ("ADP", "SCONJ"):
        return "preposition", head, None
    if token.lower_ in table["fillers"]:
        return "other", head, None
    prep = _marker(token, table)
    if role == "oblique" and prep in table["agent_prepositions"] and head.pos_ in ("VERB", "AUX"):
        role = "agent"
    return role, head, prep


def _is_preposition(token: "Token", table: Mapping[str, Any]) -> bool:
    return table["roles"].get(token.dep_) == "preposition" or (
        token.dep_ == "dative" and token.pos_ == "ADP"
    )


def _through(prep: "Token", table: Mapping[str, Any]) -> tuple["Token", str]:
    """Return the word that a preposition hangs from, and its normal form with those above it."""
    name, at = _normal(prep.lower_, table), prep.head
    while _is_preposition(at, table) and at.head is not at:
        name, at = f"{_normal(at.lower_, table)}_{name}", at.head
    return at, name


def _marker(token: "Token", table: Mapping[str, Any]) -> str | None:
    """Return the preposition among a word's children, in normal form."""
    for kid in token.children:
        if (
            kid.dep_ in ("case", "mark")
            and kid.pos_ in ("ADP", "SCONJ", "DET")
            and kid.lower_ != "'s"
        ):
            return _normal(kid.lower_, table)
    return None


def _normal(word: str, table: Mapping[str, Any]) -> str:
    return str(table["prepositions"]["normal"].get(word, word))
