"""The vectors that a parser sees its words as, made as spaCy makes them but with less work.

What a word is before its neighbours are looked at, it is wherever it stands, so that is worked out
once a word: a third of the arithmetic. What is left are layers that each look one word further to
both sides. Theirs are products of matrices, which need no room for what only training asks.
"""

from collections.abc import Sequence
from itertools import accumulate, repeat
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extract.parsing.rows import packed, unpacked

Floats = NDArray[np.float32]

#: All that the vector of a word alone depends on, as far as the word has it.
_KEY: list[int | str] = ["ORTH", "NORM", "SPACY"]
_ALONE = {"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}

#: The layers that a network for words alone may have, and those of one that looks around.
_LOOKING_UP = {"extract_features", "ints-getitem", "hashembed", "static_vectors"}
_COMBINING = {"list2ragged", "ragged2list", "maxout", "layernorm", "dropout"}
_AROUND = ["expand_window", "maxout", "layernorm", "dropout"]

#: Words whose vectors are worked out in one step: the last digits of a product depend on how many.
_AT_ONCE = 64

#: What layer normalisation adds to a variance, as thinc does.
_EPSILON = 1e-8


class Encoder:
    """Gives words their vectors in the place of a spaCy component."""

    def __init__(self, alone: "Alone", layers: Sequence["Layer"], pad: int) -> None:
        """Take over a component's networks.

        Args:
            alone: Vectors of words before their neighbours are looked at.
            layers: What looks around, in order.
            pad: How many empty words stand between sentences.
        """
        self._alone, self._layers, self._pad = alone, layers, pad

    def predict(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of the words of each document."""
        lengths = [len(doc) for doc in docs]
        vectors = self._around(self._alone.vectors(docs), lengths)
        ends = accumulate(lengths)
        return [vectors[end - length : end] for length, end in zip(lengths, ends, strict=True)]

    def set_annotations(self, docs: Sequence[Doc], found: Sequence[Floats]) -> None:
        """Give documents the vectors of their words."""
        for doc, vectors in zip(docs, found, strict=True):
            doc.tensor = vectors  # type: ignore[assignment] # spaCy's stub has doubles

    def _around(self, alone: Floats, lengths: Sequence[int]) -> Floats:
        """Return the vectors of words in their sentences."""
        before = np.repeat(np.arange(1, len(lengths) + 1) * self._pad, lengths)
        places = before + np.arange(len(alone))
        width = alone.shape[1]
        # One empty row more at each end, so that the first and the last have a neighbour.
        rows = np.zeros((len(alone) + self._pad * (len(lengths) + 1) + 2, width), np.float32)
        inner = rows[1:-1]
        inner[places] = alone
        seen = np.empty((len(inner), 3 * width), np.float32)
        for layer in self._layers:
            np.concatenate([rows[:-2], inner, rows[2:]], axis=1, out=seen)
            inner += layer.of(seen)
        return np.asarray(inner[places])


class Alone:
    """The vectors of words alone, each worked out once."""

    def __init__(self, vocab: Vocab, network: Any, words: int) -> None:  # noqa: ANN401  # thinc's
        """Take the part of a network that sees one word at a time.

        Args:
            vocab: The words that documents are made of.
            network: The part, which takes documents.
            words: How many are kept at most, after those of a batch.
        """
        self._vocab, self._network, self._most = vocab, network, words
        self._width = network.get_dim("nO")
        self._forget()

    def _forget(self) -> None:
        self._known: dict[bytes, int] = {}
        self._rows: Floats = np.zeros((0, self._width), np.float32)

    def vectors(self, docs: Sequence[Doc]) -> Floats:
        """Return the vectors of all words of some documents, one below the other."""
        words = [row for doc in docs for row in packed(doc.to_array(_KEY))]
        if len(self._known) > self._most:
            self._forget()
        if new := [word for word in dict.fromkeys(words) if word not in self._known]:
            self._add(new)
        return self._rows[[self._known[word] for word in words]]

    def _add(self, words: Sequence[bytes]) -> None:
        """Work out the vectors of new words, and keep them."""
        first, end = len(self._known), len(self._known) + len(words)
        if end > len(self._rows):  # with as many rows to spare, so that few copies are made
            spare = np.zeros((end, self._width), np.float32)
            self._rows = np.concatenate([self._rows[:first], spare])
        self._rows[first:end] = self._made(unpacked(words, len(_KEY)))
        self._known.update(zip(words, range(first, end), strict=True))

    def _made(self, words: Sequence[list[int]]) -> Floats:
        """Work out the vectors of words: always of so many at once, for sums of others differ."""
        filled = [*words, *repeat(words[0], -len(words) % _AT_ONCE)]
        parts = [
            self._side_by_side(filled[at : at + _AT_ONCE]) for at in range(0, len(filled), _AT_ONCE)
        ]
        return np.concatenate(parts)[: len(words)]

    def _side_by_side(self, words: Sequence[list[int]]) -> Floats:
        """Work out the vectors of words in a document where they have nothing to do with others."""
        name = self._vocab.strings
        texts = [name[orth] for orth, _, _ in words]
        doc = Doc(self._vocab, texts, spaces=[bool(spaced) for _, _, spaced in words])
        for token, (_, norm, _) in zip(doc, words, strict=True):
            if token.norm != norm:  # as the tokenizer writes "n't"
                token.norm_ = name[norm]
        made: list[Floats] = self._network.predict([doc])
        return made[0]


class Layer(NamedTuple):
    """A layer that looks at a word and its neighbours: maxout, then layer normalisation."""

    weights: Floats
    """A row for each number of the three words, a column for each number of each piece."""

    bias: Floats
    scale: Floats
    shift: Floats

    def of(self, seen: Floats) -> Floats:
        """Return what the layer adds to words, of rows of each word and its neighbours."""
        width = len(self.scale)
        sums: Floats = seen @ self.weights
        sums += self.bias
        most: Any = sums[:, :width]
        for start in range(width, sums.shape[1], width):
            most = np.maximum(most, sums[:, start : start + width])
        most = most - most.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", most, most) / np.float32(width)
        most *= (1 / np.sqrt(variance + np.float32(_EPSILON)))[:, None]
        most *= self.scale
        most += self.shift
        return cast("Floats", most)


def lean(part: Any, vocab: Vocab, words: int) -> Any:  # noqa: ANN401  # spaCy's have no type
    """Return what gives the same vectors as a component with less work, or the component itself.

    It is itself if it is no encoder, or one of another build than that of spaCy's smaller models.

    Args:
        part: A component of a pipeline.
        vocab: The words of the pipeline.
        words: Of how many the vectors are kept at most, after those of a batch.
    """
    if not isinstance(part, Tok2Vec) or len(part.model.layers) != 2:  # noqa: PLR2004
        return part
    alone, around = part.model.layers
    inner = around.layers[0].layers if around.name.startswith("with_array") else []
    layers = [_layer(each) for each in inner]
    if not layers or None in layers or not _is_alone(alone):
        return part
    found = [layer for layer in layers if layer is not None]
    return Encoder(Alone(vocab, alone, words), found, around.attrs["pad"])


def _leaves(network: Any) -> list[Any]:  # noqa: ANN401  # thinc's
    """Return the layers of a network that have no others in them, in order."""
    inner = [leaf for layer in network.layers for leaf in _leaves(layer)]
    return inner if network.layers else [network]


def _is_alone(network: Any) -> bool:  # noqa: ANN401  # thinc's
    """Whether a network sees one word at a time, and no more of it than is asked here."""
    known = {leaf.name for leaf in _leaves(network)} <= _LOOKING_UP | _COMBINING
    return known and looked_at(network) <= _ALONE


def looked_at(network: Any) -> set[str]:  # noqa: ANN401  # thinc's
    """Return the names of what a network looks at in words."""
    leaves = _leaves(network)
    columns = {name for leaf in leaves for name in leaf.attrs.get("columns", ())}
    return columns | {leaf.attrs["key_attr"] for leaf in leaves if "key_attr" in leaf.attrs}


def _layer(network: Any) -> Layer | None:  # noqa: ANN401  # thinc's
    """Return the layer that a network is, or None if it is another."""
    leaves = _leaves(network)
    if not network.name.startswith("residual") or [leaf.name for leaf in leaves] != _AROUND:
        return None
    window, maxout, normal, _ = leaves
    weights = maxout.get_param("W")
    width, pieces, seen = weights.shape
    if window.attrs["window_size"] != 1 or seen != 3 * width:
        return None
    return Layer(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, seen).T),
        maxout.get_param("b").T.ravel(),
        normal.get_param("G"),
        normal.get_param("b"),
    )
