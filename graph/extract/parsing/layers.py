"""The layers of a model's networks, run without what only training needs."""

from functools import reduce
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: What layer normalisation adds to a variance, as thinc does.
_EPSILON = 1e-8


class Layer(NamedTuple):
    """A layer of a network: maxout, then layer normalisation."""

    weights: Floats
    """A row for each number that is put in, a column for each number of each piece."""

    bias: Floats
    scale: Floats
    shift: Floats

    def of(self, seen: Floats) -> Floats:
        """Return what the layer makes of words, of a row for each."""
        return self.of_sums(seen @ self.weights)

    def of_sums(self, sums: Floats) -> Floats:
        """Return what the layer makes of the products of its weights, which are written over."""
        width = len(self.scale)
        sums += self.bias
        pieces = [sums[:, at : at + width] for at in range(0, sums.shape[1], width)]
        most = reduce(np.maximum, pieces[1:], pieces[0].copy())
        most -= most.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", most, most) / np.float32(width)
        most *= (1 / np.sqrt(variance + np.float32(_EPSILON)))[:, None]
        most *= self.scale
        most += self.shift
        return most


def layer_of(maxout: Any, normal: Any) -> Layer:  # noqa: ANN401  # thinc's
    """Return the layer that two of thinc's are together."""
    weights = maxout.get_param("W")
    width, pieces, seen = weights.shape
    return Layer(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, seen).T),
        maxout.get_param("b").T.ravel(),
        normal.get_param("G"),
        normal.get_param("b"),
    )


def leaves(network: Any) -> list[Any]:  # noqa: ANN401  # thinc's
    """Return the layers of a network that have no others in them, in order."""
    inner = [leaf for layer in network.layers for leaf in leaves(layer)]
    return inner if network.layers else [network]


def looked_at(network: Any) -> set[str]:  # noqa: ANN401  # thinc's
    """Return the names of what a network looks at in words."""
    found = leaves(network)
    columns = {name for leaf in found for name in leaf.attrs.get("columns", ())}
    return columns | {leaf.attrs["key_attr"] for leaf in found if "key_attr" in leaf.attrs}
