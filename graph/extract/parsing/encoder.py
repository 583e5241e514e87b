"""The vectors that a parser sees its words as, made as spaCy makes them but with less work.

What a word is before its neighbours are looked at is known (``alone.py``). What is left are layers
that each look one word further to both sides: products of matrices.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
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
    if not layers or None in layers or not is_alone(alone, vocab):
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
