"""What a parser sees in a word before it looks at its neighbours, worked out once.

spaCy does so anew at each place, which is a third of the arithmetic of its encoder. All that it
hangs on is in the columns that are looked up, so no document is made of the words.
"""

from collections.abc import Sequence
from itertools import count, repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extract.parsing.layers import Floats, layer_of, leaves
from graph.extract.parsing.rows import packed, unpacked

#: The layers of such a network, in order; of what is between the two parts there is one a column.
_FIRST, _COLUMN = ["extract_features", "list2ragged"], ["ints-getitem", "hashembed"]
_LAST = ["maxout", "layernorm", "dropout", "ragged2list"]
_LISTED = "static_vectors"

#: Stands for no word.
_NONE = b""

#: Words whose vectors are worked out in one step: the last digits of a product depend on how many.
_AT_ONCE = 64


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
        self._hashed = [leaf for leaf in leaves(network) if leaf.name == "hashembed"]
        self._listed = [_listed(vocab, found[_LISTED])] if _LISTED in found else []
        self._layer = layer_of(found["maxout"], found["layernorm"])
        self._columns = [
            *found["extract_features"].attrs["columns"],
            *(vocab.vectors.attr for _ in self._listed),
        ]
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
        """Work out the vectors of words: always of so many at once, for sums of others differ."""
        filled = [*words, *repeat(words[0], -len(words) % _AT_ONCE)]
        table = unpacked(filled, len(self._columns))
        hashed = [leaf.predict(table[:, leaf.attrs["column"]]) for leaf in self._hashed]
        sums = []
        for start in range(0, len(filled), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            seen = [part[some] for part in hashed]
            seen += [listed.of(table[some, -1]) for listed in self._listed]
            sums.append(np.concatenate(seen, axis=1) @ self._layer.weights)
        return self._layer.of_sums(np.concatenate(sums)[: len(words)])


class _Listed(NamedTuple):
    """Vectors of words that a model lists, and what its network makes of them."""

    vectors: Any
    """spaCy's, which have no types."""

    weights: Floats

    def of(self, words: NDArray[np.uint64]) -> Floats:
        """Return what is made of the vectors of some words; zeros where none is listed."""
        rows = self.vectors.find(keys=words)
        found = self.vectors.data[rows]
        found[rows < 0] = 0
        made: Floats = found @ self.weights
        return made


def _listed(vocab: Vocab, network: Any) -> _Listed:  # noqa: ANN401  # thinc's
    return _Listed(vocab.vectors, network.get_param("W").T)


def is_alone(network: Any, vocab: Vocab) -> bool:  # noqa: ANN401  # thinc's
    """Whether a network sees one word at a time, as those of spaCy's smaller models do."""
    names = [leaf.name for leaf in leaves(network)]
    columns = _COLUMN * names.count(_COLUMN[-1])
    listed = [_LISTED] if vocab.vectors.mode == "default" else []
    return names in ([*_FIRST, *columns, *_LAST], [*_FIRST, *columns, *listed, *_LAST])
