"""The steps of spaCy's parser, which make a tree word by word, taken with Python's lock held.

spaCy lets go of the lock for them, and takes it again whenever a look at the stack finds no word
there, to see whether that was an error: some forty times a word, which is half of a parser's time.
The choices and what they lead to stay spaCy's own.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc


class Transitions:
    """Gives words their heads in the place of a spaCy component."""

    def __init__(self, part: Any) -> None:  # noqa: ANN401  # spaCy's, which has no types
        """Take the steps of a component; see ``stepwise`` for which."""
        self._part = part
        last = part.model.layers[-1]
        self._weights = np.ascontiguousarray(last.get_param("W").T)
        self._bias = last.get_param("b")

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """Return the state of each document in which no step is left."""
        states: list[Any] = self._part.moves.init_batch(docs)
        waiting = [state for state in states if not state.is_final()]
        model = self._part.model.predict(docs)
        while waiting:
            seen, _ = model.state2vec(model.get_token_ids(waiting), False)
            waiting = self._part.transition_states(waiting, seen @ self._weights + self._bias)
        model.clear_memory()
        model.init = None  # which has the model itself: a circle, for the collector of garbage
        return states

    def set_annotations(self, docs: Sequence[Doc], found: Sequence[Any]) -> None:
        """Give the words of documents their heads."""
        self._part.set_annotations(docs, found)


def stepwise(part: Any) -> Any:  # noqa: ANN401  # spaCy's components have no type in common
    """Return what gives the same heads as a component in less time, or the component itself.

    It is itself if it is no parser, or one of another build than that of spaCy's smaller models.
    """
    if not isinstance(part, DependencyParser) or part.cfg.get("beam_width") != 1:
        return part
    attrs = part.model.attrs
    usual = attrs.get("has_upper") and not attrs.get("unseen_classes")
    return Transitions(part) if usual else part
