"""A spaCy pipeline without what nothing here uses, where what holds of a word is asked once.

Half of the time of a plain pipeline goes to its entity recogniser, and most of what is spent
outside its networks to rules that look at one word at a time: which part of speech a tag stands
for, which lemma a form has. What they say of a word they say of it everywhere, so it is kept; and
so is what its networks see in a word alone. What comes out is the same, as a test shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from importlib import import_module
from itertools import islice, takewhile
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.util import get_model_meta, load_config
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from graph.extract.parsing import word
from graph.extract.parsing.alone import LISTED
from graph.extract.parsing.encoder import Encoder, lean
from graph.extract.parsing.forms import Forms, parts_of
from graph.extract.parsing.layers import leaves, looked_at
from graph.extract.parsing.lemmas import FILE, PackedLookups, spare_features
from graph.extract.parsing.letters import spare_letters
from graph.extract.parsing.rows import numbers
from graph.extract.parsing.transitions import stepwise

#: Words, and shapes and ends of words, that are stored for good: twice those of 300 articles.
WORDS = 16_000

#: Parts of a model that are not loaded: the entity recogniser errs on names that are listed here.
_UNUSED = ["ner", "senter", "strings"]

_LEMMATIZER = "lemmatizer"

#: What spaCy stores of a word that begins a sentence, and of one that does not.
_START = "SENT_START"
_BEGINS, _GOES_ON = 1, -1

#: What is asked of words beside what networks and rules look at in them.
_ASKED = ("LOWER", "NORM", "IS_SPACE")


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
        spare_letters(loaded.tokenizer)
        parts: list[Any] = [part for _, part in loaded.pipeline]
        rules = list(takewhile(_is_rule, reversed(parts)))[::-1]
        for rule in rules:
            if isinstance(rule, Lemmatizer):
                spare_features(rule)
        self._cut, self._words = loaded.make_doc, words
        self.vocab = loaded.vocab
        self._start = numbers(loaded.vocab, [_START])
        self._threads = ThreadpoolController()
        networks = parts[: len(parts) - len(rules)]
        _spare(loaded.vocab, networks, rules)
        self._networks = [stepwise(lean(part, loaded.vocab, words)) for part in networks]
        made = zip(networks, self._networks, strict=True)
        _let_go(loaded.vocab, [part for part, ours in made if not isinstance(ours, Encoder)])
        self._forms = Forms(loaded, rules)

    def cut(self, text: str) -> Doc:
        """Return the tokens of a text, which is one sentence, not parsed."""
        doc = self._cut(text)
        return doc.from_array(self._start, _starts(len(doc)))  # the parser may not cut it in two

    def tokens(self, texts: Iterable[str], batch: int) -> Iterator[list[word.Token]]:
        """Parse sentences, some at a time, and yield the tokens of each."""
        waiting = iter(texts)
        while some := list(islice(waiting, batch)):
            with self._room():
                found = self._parsed(some)
            yield from found

    def _parsed(self, texts: Sequence[str]) -> list[list[word.Token]]:
        """Return the tokens of some sentences; nothing of a document is kept."""
        docs = [self.cut(text) for text in texts]
        # On its small matrices more threads would mostly wait for each other.
        with self._threads.limit(limits=1, user_api="blas"):
            for network in self._networks:
                network.set_annotations(docs, network.predict(docs))
        return list(self._forms.tokens(docs))

    def _room(self) -> AbstractContextManager[object]:
        """Return where new words may be stored: for good while few are, then for a while only.

        Those that articles share are met early; what comes later is mostly numbers and names of
        one article, and would fill the memory.
        """
        return nullcontext() if len(self.vocab.strings) < self._words else self.vocab.memory_zone()


@lru_cache(maxsize=256)
def _starts(length: int) -> Any:  # noqa: ANN401  # spaCy's stub has signed numbers
    """Return what spaCy is told of the words of a text of one sentence."""
    starts = np.full((length, 1), _GOES_ON)
    starts[:1] = _BEGINS
    return starts.view(np.uint64)


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


def _spare(vocab: Any, networks: Sequence[Any], rules: Sequence[object]) -> None:  # noqa: ANN401
    """Have no more worked out of a new word than what is looked at: six things of two dozen.

    The others, such as whether it is like an address, take half of the time of a new word. spaCy's
    vocabulary has no type for them.
    """
    models = [part.model for part in networks if hasattr(part, "model")]
    asked = {*_ASKED, *(name for model in models for name in looked_at(model))}
    asked.update(*parts_of([rule for rule in rules if isinstance(rule, AttributeRuler)]))
    made = vocab.lex_attr_getters.items()
    vocab.lex_attr_getters = {what: get for what, get in made if vocab.strings[what] in asked}


def _let_go(vocab: Any, parts: Sequence[Any]) -> None:  # noqa: ANN401
    """Let go of where spaCy finds listed vectors, 40 MB in French, if no part looks for one."""
    models = [part.model for part in parts if hasattr(part, "model")]
    if all(leaf.name != LISTED for model in models for leaf in leaves(model)):
        vocab.vectors.key2row.clear()


def _is_rule(part: object) -> bool:
    return isinstance(part, AttributeRuler | Lemmatizer)
