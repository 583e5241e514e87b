"""The vectors that a parser sees its words as, made as spaCy makes them but with less work.

What a word is before its neighbours are looked at is known (``alone.py``). What is left are layers
that each look one word further to both sides: products of matrices.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extract.parsing.alone import Alone, is_alone
from graph.extract.parsing.layers import Floats, Layer, layer_of, leaves

#: The layers of a network that looks around.
_AROUND = ["expand_window", "maxout", "layernorm", "dropout"]


class Encoder:
    """Gives words their vectors in the place of a spaCy component."""

    def __init__(self, alone: Alone, layers: Sequence[Layer], pad: int) -> None:
        """Take over a component's networks.

        Args:
            alone: Vectors of words before their neighbours are looked at.
            layers: What looks around, in order.
            pad: How many empty words stand between sentences.
        """
        self._alone, self._layers, self._pad = alone, layers, pad
        self._apart = np.concatenate(np.split(layers[0].weights, 3), axis=1)
        """The weights of the first layer: for the word before, beside those for the word itself,
        beside those for the word behind."""

    def predict(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of the words of each document."""
        lengths = [len(doc) for doc in docs]
        vectors = self._around(*self._alone.vectors(docs), lengths)
        ends = accumulate(lengths)
        return [vectors[end - length : end] for length, end in zip(lengths, ends, strict=True)]

    def set_annotations(self, docs: Sequence[Doc], found: Sequence[Floats]) -> None:
        """Give documents the vectors of their words."""
        for doc, vectors in zip(docs, found, strict=True):
            doc.tensor = vectors  # type: ignore[assignment] # spaCy's stub has doubles

    def _around(self, alone: Floats, words: Sequence[int], lengths: Sequence[int]) -> Floats:
        """Return the vectors of words in their sentences.

        Args:
            alone: The vectors of words alone, first that of no word.
            words: Whose of these each word has.
            lengths: How many words each sentence has.
        """
        before = np.repeat(np.arange(1, len(lengths) + 1) * self._pad, lengths)
        places = before + np.arange(len(words))
        # One empty row more at each end, so that the first and the last have a neighbour.
        which = np.zeros(len(words) + self._pad * (len(lengths) + 1) + 2, np.intp)
        which[1:-1][places] = words
        rows = alone[which]
        inner = rows[1:-1]
        inner += self._first(alone, which)
        width = rows.shape[1]
        # Of each row with its neighbours a view, in which what a layer adds is seen at once.
        windows = sliding_window_view(rows.ravel(), 3 * width)[::width]
        seen = np.empty(windows.shape, np.float32)
        for layer in self._layers[1:-1]:
            seen[:] = windows
            inner += layer.of(seen)
        # What the last one would make of the rows between sentences is not looked at.
        return np.asarray(inner[places] + self._layers[-1].of(windows[places]))

    def _first(self, alone: Floats, which: NDArray[np.intp]) -> Floats:
        """Return what the first layer makes of rows: a word adds the same wherever it stands."""
        before, own, behind = np.split(alone @ self._apart, 3, axis=1)
        sums = before[which[:-2]]
        sums += own[which[1:-1]]
        sums += behind[which[2:]]
        return self._layers[0].of_sums(sums)


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
    if len(layers) < 2 or None in layers or not is_alone(alone, vocab):  # noqa: PLR2004
        return part
    found = [layer for layer in layers if layer is not None]
    return Encoder(Alone(vocab, alone, words), found, around.attrs["pad"])


def _layer(network: Any) -> Layer | None:  # noqa: ANN401  # thinc's
    """Return the layer that a network is, or None if it is another."""
    found = leaves(network)
    if not network.name.startswith("residual") or [leaf.name for leaf in found] != _AROUND:
        return None
    window, maxout, normal, _ = found
    wide = maxout.get_dim("nI") == 3 * maxout.get_dim("nO")
    return layer_of(maxout, normal) if wide and window.attrs["window_size"] == 1 else None
