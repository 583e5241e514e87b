"""What a parser sees in a word before it looks at its neighbours, worked out once.

spaCy does so anew at each place, which is a third of the arithmetic of its encoder. All that it
hangs on is in the columns that are looked up, so no document is made of the words.
"""

from collections.abc import Sequence
from itertools import accumulate, count
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extract.parsing.layers import Floats, layer_of, leaves
from graph.extract.parsing.rows import numbers, packed, unpacked

#: The layers of such a network, in order; of what is between the two parts there is one a column.
_FIRST, _COLUMN = ["extract_features", "list2ragged"], ["ints-getitem", "hashembed"]
_LAST = ["maxout", "layernorm", "dropout", "ragged2list"]

#: The one that looks for vectors that a model lists.
LISTED = "static_vectors"

#: Stands for no word.
_NONE = b""

#: Rows of a product: its last digits depend on how many there are and, where a processor adds up
#: blocks of six, of more than eight also on where a row stands.
_AT_ONCE = 8


class Alone:
    """The vectors of words alone."""

    def __init__(self, vocab: Vocab, network: Any, words: int) -> None:  # noqa: ANN401  # thinc's
        """Take the part of a network that sees one word at a time; see ``is_alone`` for which.

        Args:
            vocab: The words that documents are made of.
            network: The part, which takes documents.
            words: How many are kept at most, after those of a batch.
        """
        found = {leaf.name: leaf for leaf in leaves(network)}
        self._layer = layer_of(found["maxout"], found["layernorm"])
        self._parts = _parts(vocab, network, self._layer.weights)
        self._columns = numbers(vocab, found["extract_features"].attrs["columns"])
        if LISTED in found:
            self._columns.append(vocab.vectors.attr)
        self._most, self._width = words, network.get_dim("nO")
        self._forget()

    def _forget(self) -> None:
        self._known: dict[bytes, int] = {_NONE: 0}
        self._rows: Floats = np.zeros((1, self._width), np.float32)

    def vectors(self, docs: Sequence[Doc]) -> tuple[Floats, list[int]]:
        """Return the vectors of the words of some documents, and whose each word's is.

        A word has one row wherever it stands. The first is that of no word, which is empty.
        """
        words = packed(np.concatenate([doc.to_array(self._columns) for doc in docs]))
        if len(self._known) > self._most:
            self._forget()
        met = dict(zip(dict.fromkeys([_NONE, *words]), count()))
        if new := [word for word in met if word not in self._known]:
            self._add(new)
        return self._rows[[self._known[word] for word in met]], [met[word] for word in words]

    def _add(self, words: Sequence[bytes]) -> None:
        """Work out the vectors of new words, and keep them."""
        first, end = len(self._known), len(self._known) + len(words)
        if end > len(self._rows):  # with as many rows to spare, so that few copies are made
            spare = np.zeros((end, self._width), np.float32)
            self._rows = np.concatenate([self._rows[:first], spare])
        self._rows[first:end] = self._made(words)
        self._known.update(zip(words, range(first, end), strict=True))

    def _made(self, words: Sequence[bytes]) -> Floats:
        """Work out the vectors of words, from what each part of them adds to the layer's sums."""
        table = unpacked(words, len(self._columns))
        sums = np.zeros((len(words), len(self._layer.bias)), np.float32)
        for part in self._parts:
            sums += part.of(table)
        return self._layer.of_sums(sums)


class _Hashed(NamedTuple):
    """A column of what is looked up: many words have a shape, a beginning or an end in common."""

    network: Any
    """thinc's, which gives values their vectors."""

    weights: Floats
    """Those of the layer that these vectors meet."""

    def of(self, table: NDArray[np.uint64]) -> Floats:
        """Return what the column adds for some words; it is worked out once a value."""
        values: list[int] = table[:, self.network.attrs["column"]].tolist()
        met = dict(zip(dict.fromkeys(values), count()))
        vectors = self.network.predict(np.fromiter(met, np.uint64, len(met)))
        return _product(vectors, self.weights)[[met[value] for value in values]]


class _Listed(NamedTuple):
    """Vectors of words that a model lists: in sorted numbers, a seventh of spaCy's memory."""

    words: NDArray[np.uint64]
    """spaCy's numbers of the words, sorted."""

    rows: NDArray[np.int32]
    """Where the vector of each is; many words that are alike have one in common."""

    vectors: Floats

    inner: Floats
    """What a network makes of them first."""

    weights: Floats

    def of(self, table: NDArray[np.uint64]) -> Floats:
        """Return what the vectors of some words add; those of words not listed are zeros."""
        sought = table[:, -1]
        at = np.minimum(np.searchsorted(self.words, sought), len(self.words) - 1)
        found = self.vectors[self.rows[at]]
        found[self.words[at] != sought] = 0
        return _product(_product(found, self.inner), self.weights)


def _product(rows: Floats, weights: Floats) -> Floats:
    """Return rows times weights, of always as many rows at once."""
    size, width = rows.shape
    filled = np.zeros((size + -size % _AT_ONCE, width), np.float32)
    filled[:size] = rows
    made: Floats = filled.reshape(-1, _AT_ONCE, width) @ weights
    return made.reshape(len(filled), -1)[:size]


def _parts(vocab: Vocab, network: Any, weights: Floats) -> list[_Hashed | _Listed]:  # noqa: ANN401
    """Return the parts of what a network looks at in a word, in the order of its weights."""
    found = leaves(network)
    hashed = [leaf for leaf in found if leaf.name == "hashembed"]
    inner = [leaf.get_param("W").T for leaf in found if leaf.name == LISTED]
    ends = list(accumulate(leaf.get_dim("nO") for leaf in hashed))
    split = np.split(weights, ends)
    listed = [_listed(vocab.vectors, each, split[-1]) for each in inner]
    return [*map(_Hashed, hashed, split), *listed]


def _listed(vectors: Any, inner: Floats, weights: Floats) -> _Listed:  # noqa: ANN401  # spaCy's
    table: dict[int, int] = vectors.key2row
    words = np.fromiter(table, np.uint64, len(table))
    rows = np.fromiter(table.values(), np.int32, len(table))
    order = np.argsort(words)
    return _Listed(words[order], rows[order], vectors.data, inner, weights)


def is_alone(network: Any, vocab: Vocab) -> bool:  # noqa: ANN401  # thinc's
    """Whether a network sees one word at a time, as those of spaCy's smaller models do."""
    names = [leaf.name for leaf in leaves(network)]
    columns = _COLUMN * names.count(_COLUMN[-1])
    listed = [LISTED] if vocab.vectors.mode == "default" else []
    return names in ([*_FIRST, *columns, *_LAST], [*_FIRST, *columns, *listed, *_LAST])
