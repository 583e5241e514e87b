"""What the rules of a spaCy pipeline say of words, asked once a word.

Most of these rules ask for a tag or a label, and name few words. So they are asked once of all
words of a kind, those that have tag, label and features in common and are not named by any rule;
only a lemma is looked up for every word.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

from graph.extract.parsing import word
from graph.extract.parsing.rows import numbers, packed, unpacked

#: What the rules see of a word, and where it stands.
_SEEN: list[int | str] = ["ORTH", "TAG", "POS", "MORPH", "DEP", "LEMMA"]
_PLACE: list[int | str] = ["IDX", "LENGTH", "HEAD"]

#: How rules name words, those of blanks apart.
_NAMING = "LOWER"

#: Words whose forms are kept at most: twice those of 300 articles.
_KEPT = 16_000

#: What a word has before or after it went through rules; the word itself takes so many bytes.
_FEATURES, _WORD = _SEEN[1:], 8

#: Makes a token of its fields, in order.
_token = partial(tuple.__new__, word.Token)

_Seen = bytes
"""The numbers of what the rules see of a word."""

_Features = bytes
"""The numbers of what it has."""

_Kind = tuple[str, _Features]
"""The word in lower case if a rule names it, else nothing; and its features."""

_Form = tuple[str, str, str, str, str]
"""Lower case, lemma, part of speech, label and features."""


class _Ruled(NamedTuple):
    """What the rules make of the words of a kind."""

    features: _Features
    said: tuple[str, str, str]
    """The part of a form that they have in common: all but lower case and lemma."""


class Forms:
    """What the rules of a pipeline say of words."""

    def __init__(self, loaded: Language, rules: Sequence[AttributeRuler | Lemmatizer]) -> None:
        """Sort the rules of a pipeline.

        Args:
            loaded: The pipeline.
            rules: Those parts of it that look at words one by one, in order.
        """
        self._vocab, self._rules = loaded.vocab, rules
        self._asked = numbers(loaded.vocab, [*_SEEN, *_PLACE])
        self._known: dict[_Seen, _Form] = {}
        self._ruled: dict[_Kind, _Ruled] = {}
        #: Finds words whose form depends on their neighbours, and words without which none does.
        self._together, self._needed = Matcher(loaded.vocab), Matcher(loaded.vocab)
        self._tying: set[_Seen] = set()
        self._tying_kinds: set[_Kind] = set()
        rulers = [rule for rule in rules if isinstance(rule, AttributeRuler)]
        self._named = _Named(rulers)
        self._alone = [self._single(rule) for rule in rulers]
        self._lemmatizers = [rule for rule in rules if isinstance(rule, Lemmatizer)]

    def _single(self, ruler: AttributeRuler) -> AttributeRuler:
        """Return those of some rules that look at one word only, and note the others."""
        single = AttributeRuler(self._vocab)
        listed: list[dict[str, Any]] = ruler.patterns
        for number, rule in enumerate(listed):
            patterns: list[Any] = rule["patterns"]
            alone = [pattern for pattern in patterns if len(pattern) == 1]
            others = [pattern for pattern in patterns if len(pattern) > 1]
            if alone:
                single.add(alone, rule["attrs"], rule["index"])
            if others:
                self._together.add(str(number), others)
                self._needed.add(str(number), [[_needed(pattern)] for pattern in others])
        return single

    def tokens(self, docs: Sequence[Doc]) -> Iterator[list[word.Token]]:
        """Yield the tokens of parsed documents."""
        table = np.concatenate([doc.to_array(self._asked) for doc in docs])
        words = packed(table[:, : len(_SEEN)])
        if len(self._known) > _KEPT:
            for kept in (self._known, self._tying, self._ruled, self._tying_kinds):
                kept.clear()
        if new := [word for word in dict.fromkeys(words) if word not in self._known]:
            self._learn(new)
        lengths = [len(doc) for doc in docs]
        ends = list(accumulate(lengths, initial=0))
        forms = [self._known[word] for word in words]
        for doc, (start, end) in zip(docs, pairwise(ends), strict=True):
            for first, last in self._tied(doc, words[start:end]):
                tied = slice(start + first, start + last)
                forms[tied] = self._in_place(words[tied])
        firsts, sizes, ways = table[:, len(_SEEN) :].view(np.int64).T
        heads = np.arange(len(words)) - np.repeat(ends[:-1], lengths) + ways
        # A form is a row of what stands between the place of a word and its head. Columns of tokens
        # are put together by what Python itself is written in.
        columns = (firsts.tolist(), sizes.tolist(), *zip(*forms, strict=True), heads.tolist())
        found = list(map(_token, zip(*columns, strict=True)))
        yield from (found[start:end] for start, end in pairwise(ends))

    def _tied(self, doc: Doc, words: Sequence[_Seen]) -> list[tuple[int, int]]:
        """Return the stretch of a document with all whose form depends on neighbours, if any."""
        if self._tying.isdisjoint(words):  # as of most
            return []
        found = self._together(doc, allow_missing=True)
        return [(min(at for _, at, _ in found), max(end for *_, end in found))] if found else []

    def _in_place(self, words: Sequence[_Seen]) -> list[_Form]:
        """Return the forms of words that stand side by side, by all rules."""
        named: list[int] = unpacked(words, len(_SEEN))[:, 0].tolist()
        doc = self._doc(named, [each[_WORD:] for each in words])
        for rule in self._rules:
            doc = rule(doc)
        return [_form(token) for token in doc]

    def _learn(self, new: Sequence[_Seen]) -> None:
        """Ask the rules of the kinds of words, and for the lemma of each."""
        words: list[int] = unpacked(new, len(_SEEN))[:, 0].tolist()
        lowers = [self._vocab.strings[word].lower() for word in words]
        kinds = [
            (lower if self._named.has(lower) else "", each[_WORD:])
            for lower, each in zip(lowers, new, strict=True)
        ]
        self._rule(dict(zip(kinds, words, strict=True)))
        tying = zip(new, kinds, strict=True)
        self._tying.update(each for each, kind in tying if kind in self._tying_kinds)
        ruled = [self._ruled[kind] for kind in kinds]
        doc = self._doc(words, [each.features for each in ruled])
        for lemmatizer in self._lemmatizers:
            doc = lemmatizer(doc)
        for each, lower, (_, said), token in zip(new, lowers, ruled, doc, strict=True):
            self._known[each] = lower, token.lemma_, *said

    def _rule(self, words: Mapping[_Kind, int]) -> None:
        """Ask the rules of the kinds of some words, but for those that they were asked of."""
        new = {kind: word for kind, word in words.items() if kind not in self._ruled}
        doc = self._doc(list(new.values()), [features for _, features in new])
        if len(self._needed):
            kinds = list(new)
            found = self._needed(doc, allow_missing=True)
            self._tying_kinds.update(kinds[at] for _, at, _ in found)
        for rule in self._alone:
            doc = rule(doc)
        features = packed(doc.to_array(_FEATURES))
        said = [_form(token)[2:] for token in doc]
        self._ruled.update(zip(new, map(_Ruled, features, said), strict=True))

    def _doc(self, words: Sequence[int], features: Sequence[_Features]) -> Doc:
        """Return a document of words that have nothing to do with each other."""
        named: Any = words  # spaCy's stubs have strings, and signed numbers
        table: Any = unpacked(features, len(_FEATURES))
        return Doc(self._vocab, named).from_array(_FEATURES, table)


def _needed(pattern: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what a pattern says of the first word that it cannot do without."""
    return next((part for part in pattern if "OP" not in part), {})


def _form(token: Token) -> _Form:
    return token.lower_, token.lemma_, token.pos_, token.dep_, str(token.morph)


class _Named:
    """The words that rules name."""

    def __init__(self, rulers: Sequence[AttributeRuler]) -> None:
        """Collect them from rules."""
        asked = [part[_NAMING] for part in parts_of(rulers) if _NAMING in part]
        lists = [each for each in asked if isinstance(each, dict)]
        self._words = {each for each in asked if isinstance(each, str)}
        self._words.update(word for each in lists for word in each.get("IN", ()))
        forms = [each["REGEX"] for each in lists if "REGEX" in each]
        self._form = re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None

    def has(self, lower: str) -> bool:
        """Return whether a rule names a word, in lower case, or asks whether it is blank."""
        if lower in self._words or lower.isspace():
            return True
        return self._form is not None and self._form.search(lower) is not None


def parts_of(rulers: Sequence[AttributeRuler]) -> Iterator[dict[str, Any]]:
    """Yield what rules ask of each word that they look at."""
    for ruler in rulers:
        listed: list[dict[str, Any]] = ruler.patterns
        for rule in listed:
            for pattern in rule["patterns"]:
                yield from pattern
