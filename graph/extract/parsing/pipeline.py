"""A spaCy pipeline without what nothing here uses, whose rules are asked once a word.

Half of the time of a plain pipeline goes to its entity recogniser, and most of what is spent
outside its networks to rules that look at one word at a time: which part of speech a tag stands
for, which lemma a form has. What they say of a word they say of it everywhere, so it is kept.
What comes out is the same, as a test shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from itertools import islice, takewhile
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.util import get_model_meta, load_config
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from graph.extract.parsing import word
from graph.extract.parsing.lemmas import FILE, PackedLookups

#: What the rules see of a word, and where it stands.
_SEEN: list[int | str] = ["ORTH", "TAG", "POS", "MORPH", "DEP", "LEMMA"]
_PLACE: list[int | str] = ["IDX", "LENGTH", "HEAD"]

#: Words whose forms are kept at most: twice those of 300 articles.
_KEPT = 16_000

#: Words, and shapes and ends of words, that are stored for good: twice those of 300 articles.
WORDS = 16_000

#: Parts of a model that are not loaded: the entity recogniser errs on names that are listed here.
_UNUSED = ["ner", "senter", "strings"]

_LEMMATIZER = "lemmatizer"

_Seen = tuple[int, ...]
_Form = tuple[str, str, str, str, str]
"""Lower case, lemma, part of speech, label and features."""


class Pipeline:
    """What one language is parsed with."""

    def __init__(self, model: str, words: int = WORDS) -> None:
        """Load a model.

        Args:
            model: The name of its package.
            words: How many words are stored for good at most, after those of a batch.
        """
        # NumPy's matrix product takes half the time of spaCy's own, BLIS, on recent processors.
        with use_ops("numpy", use_blis=False):
            loaded = _load(model)
        parts: list[Any] = [part for _, part in loaded.pipeline]
        rules = list(takewhile(_is_rule, reversed(parts)))[::-1]
        self._cut, self._words = loaded.make_doc, words
        self.vocab = loaded.vocab
        self._threads = ThreadpoolController()
        self._networks = parts[: len(parts) - len(rules)]
        self._forms = _Forms(loaded, rules)

    def cut(self, text: str) -> Doc:
        """Return the tokens of a text, which is one sentence, not parsed."""
        doc = self._cut(text)
        for token in doc:  # the parser may not cut it in two
            token.is_sent_start = token.i == 0
        return doc

    def tokens(self, texts: Iterable[str], batch: int) -> Iterator[list[word.Token]]:
        """Parse sentences, some at a time, and yield the tokens of each."""
        waiting = iter(texts)
        while some := list(islice(waiting, batch)):
            with self._room():
                found = self._parsed(some, batch)
            yield from found

    def _parsed(self, texts: Sequence[str], batch: int) -> list[list[word.Token]]:
        """Return the tokens of some sentences; nothing of a document is kept."""
        parsed: Iterable[Doc] = map(self.cut, texts)
        # On its small matrices more threads would mostly wait for each other.
        with self._threads.limit(limits=1, user_api="blas"):
            for network in self._networks:
                parsed = network.pipe(parsed, batch_size=batch)
            docs = list(parsed)
        return list(self._forms.tokens(docs))

    def _room(self) -> AbstractContextManager[object]:
        """Return where new words may be stored: for good while few are, then for a while only.

        Those that articles share are met early; what comes later is mostly numbers and names of
        one article, and would fill the memory.
        """
        return nullcontext() if len(self.vocab.strings) < self._words else self.vocab.memory_zone()


def _load(model: str) -> Language:
    """Load a model without the words that it was trained on; a word is stored when it is met.

    In French those are 713,000, which take 140 MB and half a second. The tables of the lemmatizer
    come first, since the rest fits where they were.
    """
    module = import_module(model)
    folder = Path(str(module.__file__)).parent
    meta = get_model_meta(folder)
    folder /= f"{meta['lang']}_{meta['name']}-{meta['version']}"
    if not (folder / FILE).is_file():
        return _named(module.load(exclude=_UNUSED))
    tables = PackedLookups(folder / FILE)
    own = load_config(folder / "config.cfg")["components"][_LEMMATIZER]
    loaded = _named(module.load(exclude=[*_UNUSED, _LEMMATIZER]))
    config = {name: own[name] for name in ("mode", "overwrite")}
    lemmatizer = cast("Lemmatizer", loaded.add_pipe(_LEMMATIZER, config=config))
    lemmatizer.lookups = tables
    return loaded


def _named(loaded: Language) -> Language:
    """Store the names of what the networks give, by whose numbers they are known."""
    for labels in loaded.pipe_labels.values():
        for label in labels:
            loaded.vocab.strings.add(label)
    return loaded


def _is_rule(part: object) -> bool:
    return isinstance(part, AttributeRuler | Lemmatizer)


class _Forms:
    """What the rules of a pipeline say of words."""

    def __init__(self, loaded: Language, rules: Sequence[AttributeRuler | Lemmatizer]) -> None:
        self._vocab, self._rules = loaded.vocab, rules
        self._known: dict[_Seen, _Form] = {}
        #: Finds words whose form depends on their neighbours, and words without which none does.
        self._together, self._needed = Matcher(loaded.vocab), Matcher(loaded.vocab)
        self._tying: set[_Seen] = set()
        self._alone = [
            self._single(rule) if isinstance(rule, AttributeRuler) else rule for rule in rules
        ]

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
        seen = [[tuple(row) for row in doc.to_array(_SEEN).tolist()] for doc in docs]
        if len(self._known) > _KEPT:
            self._known.clear()
            self._tying.clear()
        self._learn(dict.fromkeys(w for words in seen for w in words if w not in self._known))
        for doc, words in zip(docs, seen, strict=True):
            may_be = not self._tying.isdisjoint(words)
            tied = may_be and self._together(doc, allow_missing=True)
            forms = self._in_place(doc) if tied else [self._known[each] for each in words]
            places = doc.to_array(_PLACE).astype("int64").tolist()
            yield [
                word.Token(first, length, *form, at + head)
                for at, (form, (first, length, head)) in enumerate(zip(forms, places, strict=True))
            ]

    def _in_place(self, doc: Doc) -> list[_Form]:
        """Return the forms of a document's words by all rules, at the words themselves."""
        for rule in self._rules:
            doc = rule(doc)
        return [_form(token) for token in doc]

    def _learn(self, words: Iterable[_Seen]) -> None:
        """Ask the rules of words, in a document that holds nothing else."""
        new, name = list(words), self._vocab.strings
        columns = [[name[number] for number in column] for column in zip(*new, strict=True)]
        orths, tags, pos, morphs, deps, lemmas = columns or [[]] * len(_SEEN)
        heads = list(range(len(new)))
        doc = Doc(
            self._vocab,
            orths,
            tags=tags,
            pos=pos,
            morphs=morphs,
            deps=deps,
            lemmas=lemmas,
            heads=heads,
        )
        if len(self._needed):
            self._tying.update(new[at] for _, at, _ in self._needed(doc, allow_missing=True))
        for rule in self._alone:
            doc = rule(doc)
        self._known.update(zip(new, map(_form, doc), strict=True))


def _needed(pattern: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what a pattern says of the first word that it cannot do without."""
    return next((part for part in pattern if "OP" not in part), {})


def _form(token: Token) -> _Form:
    return token.lower_, token.lemma_, token.pos_, token.dep_, str(token.morph)
